import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const header = 'Name,Identity,Guid,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain';
const row = (host: string, secure: string): string => `${host} mail,${host} mail,,${secure},True,,`;

/** What a host of an invented fleet is to come out as, and the export that makes it so. */
const kinds = {
  not_a_finding: (host: string) => `${header}\r\n${row(host, 'True')}\r\n`,
  open: (host: string) => `${header}\r\n${row(host, 'True')}\r\n${row(`${host} second`, 'False')}\r\n`,
  not_reviewed: (host: string) => `Name,Identity,DomainSecureEnabled\r\n${host},${host},True\r\n`,
} as const;

/** Exports that are refused, each for another reason. */
export const badExports: Readonly<Record<string, string | Uint8Array>> = {
  'not-a-send-connector': 'Name,Bindings,DomainSecureEnabled\r\nDefault,0.0.0.0:25,True\r\n',
  'csv-no-rows': `${header}\r\nMail,Mail,,True\r\n`,
  'json-no-objects': '[1, 2]',
  'format-output-as-csv':
    '"ClassId2e4f51ef21dd47e99d3c952918aff9cd","pageHeaderEntry"\r\n"033ecb2bc07a4d43b5ef94ed5a35d280",\r\n',
  'html-input': '<!DOCTYPE html><html><body>Sign in</body></html>',
  'binary-input': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 1, 2, 0]),
  'checklist-as-export': '<?xml version="1.0"?><CHECKLIST><ASSET></ASSET></CHECKLIST>',
  'other-xml': '<?xml version="1.0"?><settings></settings>',
  'format-unrecognised': 'nothing that anybody exported',
  'convertto-xml-input': '<?xml version="1.0"?><Objects><Object Type="System.Object"></Object></Objects>',
};

export const verdictOf = (index: number): keyof typeof kinds =>
  (['not_a_finding', 'open', 'not_reviewed'] as const)[index % 3] ?? 'open';

export const hostName = (index: number): string => `EDGE${String(index).padStart(4, '0')}`;

/** Makes a folder with a sub-folder for each of `count` hosts. */
export const makeFleet = (folder: string, count: number): string => {
  for (let index = 0; index < count; index += 1)
    putExport(folder, hostName(index), kinds[verdictOf(index)](hostName(index)));
  return folder;
};

export const putExport = (folder: string, host: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, host), { recursive: true });
  writeFileSync(join(folder, host, 'send-connectors.csv'), content);
};

/** Every file below a folder with the hash of its content, but for what runs note for themselves. */
export const treeOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.includes('.exchange-stig-') && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, hashOf(readFileSync(join(folder, name)))]),
  );

export const hashOf = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** What a run left behind that it should have removed. */
export const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^\.exchange-stig-(writing|placing|undoing)/.test(name));
