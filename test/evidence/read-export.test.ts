import { describe, expect, it } from 'vitest';
import { readExport } from '../../src/evidence/read-export.js';
import type { ExportFormat } from '../../src/model/connector.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, format?: ExportFormat) => readExport(bytes(text), 'f', format);
const outcome = async (text: string, format?: ExportFormat) => {
  const reading = await read(text, format);
  const codes = reading.diagnostics.map(({ code }) => code).join();
  return reading.ok ? [reading.value.format, reading.value.connectors.length, codes] : codes;
};
const clixml =
  '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><MS><S N="Name">A</S>' +
  '<B N="DomainSecureEnabled">true</B></MS></Obj></Objs>';

describe('readExport', () => {
  it.each([
    ['Name,DomainSecureEnabled\nA,True\n', 'csv'],
    ['[{"Name": "A", "DomainSecureEnabled": true}]', 'json'],
    [clixml, 'clixml'],
    ['Name                : A\nDomainSecureEnabled : True\n\n', 'list'],
  ] as const)('reads %j as %s, by itself or when told', async (text, format) => {
    expect(await outcome(text)).toEqual([format, 1, '']);
    expect(await outcome(text, format)).toEqual([format, 1, '']);
    const reading = await read(text);
    expect(reading.ok && reading.value).toMatchObject({
      encoding: 'utf-8',
      connectors: [{ place: { file: 'f', connector: 'A' }, domainSecureEnabled: { state: 'known', value: true } }],
    });
  });

  it('takes the format that is asked for, whatever the content looks like', async () => {
    expect(await outcome('[{"Name": "A"}]', 'csv')).toBe('csv-no-header');
    expect(await outcome('Name,Enabled\nA,True\n', 'json')).toBe('json-syntax');
    expect(await outcome('Some words', 'csv')).toBe('csv-no-header');
    expect(await outcome('Some words')).toBe('format-unrecognised');
    expect(await outcome('<html/>', 'clixml')).toBe('clixml-root');
  });

  it('finds no connector in no text, nor in an export of none', async () => {
    expect(await outcome('')).toEqual(['csv', 0, 'export-empty']);
    expect(await outcome(' \r\n', 'list')).toEqual(['list', 0, 'export-empty']);
    expect(await outcome('\n', 'json')).toEqual(['json', 0, 'export-empty']);
    expect(await outcome('', 'clixml')).toEqual(['clixml', 0, 'export-empty']);
    expect((await read('')).diagnostics).toMatchObject([{ place: { file: 'f' } }]);
    expect(await outcome('Name,Enabled\n')).toEqual(['csv', 0, 'export-empty']);
    expect((await read('Name,Enabled\n')).diagnostics).toMatchObject([{ place: { file: 'f' } }]);
    expect(await outcome('[]')).toEqual(['json', 0, 'export-empty']);
  });

  it('refuses what is no send connector; doubts records that are not alike, but not those of appended CSV', async () => {
    expect(await outcome('[{"Bindings": "x"}]')).toBe('not-a-send-connector');
    expect(await outcome('[{"Name": "A", "TlsDomain": "x"}, {"TlsDomain": "x"}]')).toEqual([
      'json',
      2,
      'connector-nameless,record-lacks',
    ]);
    const appended =
      '#TYPE Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig\nName,Enabled\nA,True\n';
    expect(await outcome(appended + appended.replace('Enabled', 'TlsDomain'))).toEqual([
      'csv',
      2,
      'csv-header-changed',
    ]);
  });

  it('hands on what every step has to say', async () => {
    const windows1252 = Uint8Array.of(...bytes('Name,TlsDomain,Enabled,SmartHosts\nA'), 0xe9, ...bytes(',b,yes,'));
    const reading = await readExport(windows1252, 'f');
    const codes = reading.diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['csv-cut', 'property-unreadable']);
    expect(reading.ok && reading.value.encoding).toBe('windows-1252');
    const binary = await readExport(Uint8Array.of(0, 1, 2, 3), 'f');
    expect(binary.ok).toBe(false);
  });

  it('holds every reader to the limits', async () => {
    for (const text of ['Name,Enabled\nA,True\n', '[{"Name": "A", "Enabled": true}]', 'Name : A\n\n', clixml])
      expect((await readExport(bytes(text), 'f', 'auto', { maxItems: 1 })).ok, text).toBe(false);
  });
});
