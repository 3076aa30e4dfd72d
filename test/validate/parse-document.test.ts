import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/documents/parse-document.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { argsOf } from '../support/args-of.js';
import { bytesOf, changed, codesOf, inShort, valid } from './documents.js';

const read = (text: string) => parseDocument(bytesOf(text), 'some name.txt');
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('what a file is, is told from its content', () => {
  test.each([
    ['ckl', valid.ckl],
    ['xccdf', valid.xccdf],
    ['cklb', valid.cklb],
    ['cklb', `\n ${valid.cklbStrict}`],
  ] as const)('%s', (format, text) => {
    const result = read(text);
    expect(result).toMatchObject({ ok: true, value: { format, byteOrderMark: false }, diagnostics: [] });
  });

  test.each([
    ['ckl', valid.ckl],
    ['cklb', valid.cklb],
  ] as const)('%s with a byte order mark', (format, text) => {
    expect(read(`\ufeff${text}`)).toMatchObject({ ok: true, value: { format, byteOrderMark: true }, diagnostics: [] });
  });

  test('a damaged root element keeps its format', () => {
    expect(read(changed(valid.ckl, '<CHECKLIST>', '<CHECKLIST xmlns="urn:x">'))).toMatchObject({ ok: true });
    expect(read(valid.xccdf.replaceAll('TestResult', 'testResult'))).toMatchObject({ ok: true });
  });

  test.each([
    ['nothing', '', 'document-empty'],
    ['blanks', ' \n', 'document-empty'],
    ['a web page', '<!DOCTYPE html><html></html>', 'document-is-html'],
    ['an older web page', '<HTML><br></HTML>', 'document-is-html'],
    ['CLIXML', '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"></Objs>', 'document-is-export'],
    ['a JSON export', '[{"Name": "a", "DomainSecureEnabled": true}]', 'document-is-export'],
    ['a CSV export', '"Name","DomainSecureEnabled"\n"a","True"\n', 'document-is-export'],
    [
      'a STIG',
      '<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2"><Group/></Benchmark>',
      'document-without-results',
    ],
    ['an ARF without results', '<arf:asset-report-collection xmlns:arf="urn:x"/>', 'arf-without-results'],
    ['a data stream', '<ds:data-stream-collection xmlns:ds="urn:x"/>', 'document-is-data-stream'],
    ['other XML', '<x:collection xmlns:x="urn:x"/>', 'document-unrecognised'],
    ['other JSON', '{"results": []}', 'document-unrecognised'],
    ['a JSON list', '[1]', 'document-unrecognised'],
    ['other text', 'Dear Sir', 'document-unrecognised'],
    ['a zip archive', 'PK\u0003\u0004', 'document-binary'],
    ['a control character', changed(valid.ckl, 'EDGE01', 'EDGE\u000701'), 'document-binary'],
    ['a CKL that is cut off', valid.ckl.slice(0, 2000), 'xml-truncated'],
    ['a CKL with a DOCTYPE', changed(valid.ckl, '<CHECKLIST>', '<!DOCTYPE x><CHECKLIST>'), 'xml-doctype'],
    ['a reference to a forbidden character', changed(valid.ckl, 'EDGE01', '&#8;'), 'xml-forbidden-character'],
    ['a CKLB that is cut off', valid.cklb.slice(0, 2000), 'document-json'],
  ])('%s is refused by name', (_, text, code) => {
    const result = read(text);
    expect(result.ok).toBe(false);
    expect(codesOf(result.diagnostics)).toEqual([code]);
    expect(result.diagnostics[0]?.severity).toBe('error');
  });
});

describe('encodings', () => {
  test('UTF-16 is read, and reported', () => {
    const result = parseDocument(utf16(valid.ckl), 'file');
    expect(result).toMatchObject({ ok: true, value: { format: 'ckl', byteOrderMark: true } });
    expect(codesOf(result.diagnostics)).toEqual(['document-encoding']);
  });

  test('bytes that are no UTF-8 are refused, unless the XML says what they are', () => {
    const latin = (text: string) => new Uint8Array(Buffer.from(changed(text, 'EDGE01', 'ÉDGE01'), 'latin1'));
    expect(codesOf(parseDocument(latin(valid.ckl), 'file').diagnostics)).toEqual(['document-undecodable']);
    const declared = changed(valid.ckl, 'encoding="UTF-8"', 'encoding="windows-1252"');
    const result = parseDocument(latin(declared), 'file');
    expect(result.ok).toBe(true);
    expect(codesOf(result.diagnostics)).toEqual(['document-encoding']);
  });

  test.each([
    ['utf-16', 'EDGE01', true],
    ['utf-32', 'EDGE01', true],
    ['nonsense', 'EDGE01', true],
    ['us-ascii', 'ÉDGE01', true],
    ['iso-8859-15', 'ÉDGE01', true],
    ['us-ascii', 'EDGE01', false],
    ['iso-8859-15', 'EDGE01', false],
    ['utf-8', 'ÉDGE01', false],
  ])('UTF-8 that declares %s, with the host %s', (declared, host, isWrong) => {
    const text = valid.ckl.replace('encoding="UTF-8"', `encoding="${declared}"`).replace('EDGE01', host);
    const result = read(text);
    expect(result.ok).toBe(true);
    expect(codesOf(result.diagnostics)).toEqual(isWrong ? ['document-encoding-declared'] : []);
    // What converts it reads it as it is.
    expect(readChecklist(new TextEncoder().encode(text), 'f')).toMatchObject({
      ok: true,
      value: { checklist: { asset: { hostName: host } } },
    });
  });

  test('an encoding of one byte is read as the one that it declares', () => {
    const declared = changed(valid.ckl, 'encoding="UTF-8"', 'encoding="iso-8859-15"');
    const bytes = new Uint8Array(Buffer.from(changed(declared, 'EDGE01', '\u00a4DGE01'), 'latin1'));
    expect(parseDocument(bytes, 'f')).toMatchObject({ ok: true, value: { text: expect.stringContaining('€DGE01') } });
    expect(parseDocument(bytes, 'f').diagnostics).toMatchObject([{ args: { encoding: 'iso-8859-15' } }]);
  });

  test('a CKLB whose bytes are no UTF-8 is refused', () => {
    const latin = new Uint8Array(Buffer.from(changed(valid.cklb, '"EDGE01"', '"ÉDGE01"'), 'latin1'));
    expect(codesOf(parseDocument(latin, 'file').diagnostics)).toEqual(['document-undecodable']);
  });
});

test('keys that come twice are named, and the last one counts', () => {
  const result = read(changed(valid.cklb, '"status": "open"', '"status": "open",\n"status": "not_a_finding"'));
  expect(inShort(result.diagnostics)).toEqual(['cklb-key-twice stigs[0].rules[0].status']);
  const [fault] = result.diagnostics;
  expect(fault).toMatchObject({ severity: 'error', args: { key: 'status' } });
  expect(fault?.place.line).toBe(Number(argsOf(fault)['firstLine']) + 1);
  expect(result).toMatchObject({ value: { value: { stigs: [{ rules: [{ status: 'not_a_finding' }] }] } } });
});

test('the value of a CKLB is what JSON.parse makes of it', () => {
  const odd = changed(
    valid.cklbStrict,
    '"mode": 2',
    '"mode": -2.5e1, "__proto__": {"x": [true, false, null, "\\u00e9"]}',
  );
  const result = read(odd);
  expect(result.ok && result.value.format === 'cklb' && result.value.value).toEqual(JSON.parse(odd));
});
