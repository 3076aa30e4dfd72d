import { describe, expect, it } from 'vitest';
import { detect } from '../../src/evidence/detect.js';
import { readProlog } from '../../src/xml/prolog.js';
import { argsOf } from '../support/args-of.js';

const outcome = (text: string) => {
  const read = detect(text, 'f');
  return read.ok ? read.value : read.diagnostics[0]?.code;
};

describe('detect', () => {
  it.each([
    ['<Objs Version="1.1.0.1">', 'clixml'],
    ['#< CLIXML\r\n<Objs>', 'clixml'],
    ['<?xml version="1.0"?>\n<!-- a > b --><?x y?> <!-- - --> <p:Objs/>', 'clixml'],
    ['<!DOCTYPE Objs []><Objs/>', 'clixml'],
    ['<!DOCTYPE  html><html>', 'html-input'],
    ['<!-- saved --><html lang="en">', 'html-input'],
    ['<Objsx/>', 'other-xml'],
    ['<!-- <Objs> -->', 'other-xml'],
    ['<!-- <Objs>', 'other-xml'],
    ['<?xml version="1.0"?><Objects/>', 'convertto-xml-input'],
    ['<CHECKLIST>', 'checklist-as-export'],
    ['"Name","Enabled"', 'csv'],
    ['Colour;TLSDOMAIN;Size', 'csv'],
    ['DomainSecureEnabled', 'csv'],
    ['Comment', 'format-unrecognised'],
    ['Colour,Size', 'format-unrecognised'],
    ['Name and address.', 'format-unrecognised'],
    ['Name : A', 'list'],
    ['[PS] C:\\>Get-SendConnector | fl', 'list'],
    ['[PS]\u00a0C:\\>Get-SendConnector\u00a0|\u00a0fl', 'list'],
    ['[{}]', 'json'],
    [' \r\n', 'empty'],
    ['\n {"Name": 1}', 'json'],
    ['<!DOCTYPE xhtml><html>', 'clixml'],
    ['<!DOCTYPE html2><html>', 'clixml'],
    ['<xhtml/>', 'other-xml'],
    ['<tables/>', 'other-xml'],
    ['<MyCHECKLIST/>', 'other-xml'],
    ['<CHECKLISTS/>', 'other-xml'],
    ['[PS] C:\\>Get-SendConnector\r\n\r\nName Enabled\r\n---- -------\r\n', 'list'],
    ['\r\nName Enabled\r\n---- -------\r\n', 'list'],
    ['Name\r\n----\r\n', 'list'],
    ['[ex01.example.mil]: PS C:\\> Get-SendConnector', 'list'],
    ['Get-SendConnector | fl Name,DomainSecureEnabled\r\n\r\nName : A', 'list'],
    ['=====\r\nSend connectors\r\n\r\n  Name : A', 'list'],
    ['> Name : A', 'list'],
    ['Report\r\nName: A', 'list'],
    ['SmartHosts:\t\tNULL\r\nDomainSecureEnabled:\tTrue', 'other-text'],
    ['SmartHosts:\t\tNULL\r\nDomainSecureEnabled : True', 'list'],
    ["New-SendConnector -Name 'A' -DomainSecureEnabled $true", 'other-text'],
    ["  xExchSendConnector 'A'\r\n  {\r\n    Name = 'A'", 'other-text'],
    ['Exchange Health Checker version 25.1\r\nName: A', 'other-text'],
    ['class SmtpSendConnectorConfig\r\n{\r\n  Name = A', 'other-text'],
    ['\r\nTo Internet              Partner mail\r\nRelay          \r\n', 'other-text'],
    ['"#TYPE X"', 'csv'],
    ['"sep=;"', 'csv'],
    ['sep=;  ', 'csv'],
    ['SEP=\t', 'csv'],
    ['my #TYPE X', 'format-unrecognised'],
    ['my sep=;', 'format-unrecognised'],
    ['sep=; it is', 'format-unrecognised'],
    ['Name :\r\nEnabled : True', 'list'],
    ['1 Name : A', 'format-unrecognised'],
    ['Some words\rName,Enabled', 'format-unrecognised'],
    ['1,Name', 'csv'],
    ['\u00dcber,Name', 'csv'],
    ['Colour.x,Name', 'csv'],
    ['Colour,Name,really?  ', 'csv'],
    ['Colour, "Name" ,x', 'csv'],
    ['Colour;" Name "', 'csv'],
    ['Colour,Na"me', 'format-unrecognised'],
  ])('%j: %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it('takes what would be slow for a pattern', () => {
    expect(outcome(`${'<!--'.repeat(2000)}-->${'<!-- -->'.repeat(100_000)}<x/>`)).toBe('other-xml');
    expect(outcome(`${'<?x?>'.repeat(100_000)}${' '.repeat(100_000)}<Objs>`)).toBe('clixml');
    expect(outcome(`<!--${'-->'.repeat(1_000_000)}`)).toBe('other-xml');
    expect(outcome(`Name${' '.repeat(4000)}x`)).toBe('other-text');
    expect(outcome('"'.repeat(1_000_000))).toBe('format-unrecognised');
  });

  it('says the root of a document, and of anything else no more than its length', () => {
    const diagnosticOf = (text: string) => detect(text, 'f').diagnostics[0];
    expect(detect('[{}]', 'f')).toEqual({ ok: true, value: 'json', diagnostics: [] });
    expect(diagnosticOf('hello')).toMatchObject({ place: { file: 'f' }, args: {} });
    expect(argsOf(diagnosticOf('<CHECKLIST>'))['root']).toBe('CHECKLIST');
    expect(argsOf(diagnosticOf(`<${'x'.repeat(61)}>`))['root']).toBe('x'.repeat(60));
    expect(argsOf(diagnosticOf('<!-- x'))['root']).toBe('');
  });

  it('shows nothing of an object that was made a text', () => {
    expect(JSON.stringify(detect('x @{Password=hunter2}', 'f'))).not.toContain('hunter2');
  });
});

describe('readProlog', () => {
  it.each([
    ['<pre-fix.1:Ob-js.2 x="y">', 'Ob-js.2', undefined],
    [' <?a ?> <!--<b>--><c>', 'c', undefined],
    ['<!DOCTYPE a:b [<!ENTITY x "y">]><c>', undefined, 'a:b'],
    ['<!x <Objs>', undefined, undefined],
    ['<1 <!DOCTYPE html>', undefined, undefined],
    ['<!--<Objs>', undefined, undefined],
    ['<?x <Objs>', undefined, undefined],
    ['', undefined, undefined],
  ])('%j', (text, root, doctype) => expect(readProlog(text)).toEqual({ root, doctype }));
});
