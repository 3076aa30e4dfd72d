import { describe, expect, it } from 'vitest';
import { kindOfBatchFile } from '../../src/fleet/batch-file.js';

const kind = (text: string | Uint8Array) => {
  const read = kindOfBatchFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'f');
  return read.ok ? read.value.kind : read.diagnostics.map(({ code }) => code);
};
const utf16 = (text: string) => {
  const units = new Uint16Array([...`\ufeff${text}`].map((unit) => unit.charCodeAt(0)));
  return new Uint8Array(units.buffer);
};

describe('kindOfBatchFile', () => {
  it.each([
    'host,exports\nA,a.csv',
    '#TYPE System.Object\n"Exports";"host"\n',
    'sep=;\nhost;exports',
    '[{"exports": "a.csv"}]',
    '{"hosts": [{"host": "A"}, {"Exports": "a.csv"}]}',
    '[{"exports": "a.csv"',
  ])('manifest: %j', (text) => {
    expect(kind(text)).toBe('manifest');
    expect(kind(utf16(text))).toBe('manifest');
  });

  it.each([
    'Name,PSComputerName,DomainSecureEnabled\nx,A,True',
    '"Name";"DomainSecureEnabled"',
    '[{"Name": "exports", "DomainSecureEnabled": true}]',
    '[{"Name": "x", "Deep": {"exports": 1}}]',
    '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"></Objs>',
    'Name                : exports\nDomainSecureEnabled : True\n\n',
    '[PS] C:\\>Get-SendConnector | Format-List\nName : exports\n',
  ])('export: %j', (text) => expect(kind(text)).toBe('export'));

  it.each([
    ['', ['batch-file-unrecognised']],
    ['host,export\nA,a.csv', ['batch-file-unrecognised']],
    ['Dear all,\nthe exports are here', ['batch-file-unrecognised']],
    ['<html></html>', ['html-input']],
    [new Uint8Array([0x50, 0x4b, 3, 4]), ['binary-input']],
  ])('neither: %j', (text, codes) => expect(kind(text)).toEqual(codes));

  it('gives a manifest’s text without byte order mark', () => {
    const read = kindOfBatchFile(utf16('exports\na'), 'f');
    expect(read.ok && read.value).toEqual({ kind: 'manifest', text: 'exports\na' });
  });
});
