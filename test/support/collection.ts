import { createHash } from 'node:crypto';

/** Files by their names. */
export type Files = Readonly<Record<string, Uint8Array>>;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const emptyClixml = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n</Objs>';

/** An export of no object, as Export-Clixml writes it. */
export const noObjects: Uint8Array = utf8(emptyClixml);

const commandText = (command: string): string =>
  `${command} | Select-Object -Property * -ExcludeProperty AuthenticationCredential,SerializationData`;

/** What the collector records of an export of send connectors, as plain data that a test can change. */
export const collectionOf = (bytes: Uint8Array, count: number) => ({
  collection: 1,
  collector: { name: 'Export-StigEvidence.ps1', version: '1', powershell: '5.1.20348.2849' },
  startedAt: '2026-01-30T09:00:00.120Z',
  endedAt: '2026-01-30T09:00:02.007Z',
  host: {
    name: 'EDGE01',
    fqdn: 'edge01.example.mil',
    ipAddresses: ['192.0.2.10', '2001:db8::10'],
    macAddresses: ['00:00:5E:00:53:01'],
    domainRole: 'Member Server',
    exchangeVersion: '15.02.1544.011',
  },
  user: 'EXAMPLE\\admin',
  culture: 'en-US',
  commands: [
    {
      command: 'Get-SendConnector',
      text: commandText('Get-SendConnector'),
      file: 'send-connectors.clixml.xml',
      startedAt: '2026-01-30T09:00:00.200Z',
      endedAt: '2026-01-30T09:00:01.950Z',
      count,
      errors: [] as string[],
      warnings: [] as string[],
    },
  ],
  files: [{ name: 'send-connectors.clixml.xml', size: bytes.length, sha256: sha256Of(bytes) }],
});

export type CollectionData = ReturnType<typeof collectionOf>;

/** A folder as the collector leaves it. */
export const collected = (
  bytes: Uint8Array,
  count: number,
  change: (data: CollectionData) => unknown = () => undefined,
): Files => {
  const data = collectionOf(bytes, count);
  change(data);
  return { 'collection.json': utf8(`${JSON.stringify(data, null, 2)}\r\n`), 'send-connectors.clixml.xml': bytes };
};
