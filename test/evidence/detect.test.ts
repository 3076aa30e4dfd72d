import { describe, expect, it } from 'vitest';
import { detect } from '../../src/evidence/detect.js';
import { hiddenParts } from '../../src/evidence/prolog.js';

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
    ['[{}]', 'json'],
    [' \r\n', 'empty'],
  ])('%j: %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it('takes what would be slow for a pattern', () => {
    expect(outcome(`${'<!--'.repeat(2000)}-->${'<!-- -->'.repeat(100_000)}<x/>`)).toBe('other-xml');
    expect(outcome(`${'<?x?>'.repeat(100_000)}${' '.repeat(100_000)}<Objs>`)).toBe('clixml');
    expect(outcome(`<!--${'-->'.repeat(1_000_000)}`)).toBe('other-xml');
    expect(outcome(`Name${' '.repeat(4000)}x`)).toBe('format-unrecognised');
    expect(outcome('"'.repeat(1_000_000))).toBe('format-unrecognised');
  });

  it('shows nothing of an object that was made a text', () => {
    expect(JSON.stringify(detect('x @{Password=hunter2}', 'f'))).not.toContain('hunter2');
  });
});

describe('hiddenParts', () => {
  it.each([
    ['<?xml version="1.0"?><a/>', []],
    ['<a><!-- b --><?c d?></a>', [' b ', 'c d']],
    ['<a><![CDATA[<!-- b -->]]><!--c--></a>', ['c']],
    ['<!-- <?x?> <![CDATA[ --><a/><?y <!-- ?>', [' <?x?> <![CDATA[ ', 'y <!-- ']],
  ])('%j: %j', (text, expected) => expect(hiddenParts(text).map(({ content }) => content)).toEqual(expected));
});
