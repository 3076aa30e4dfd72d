import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, matchTemplate, parseFileTemplate } from '../../src/fleet/file-template.js';

const match = (template: string, path: string) => {
  const parsed = parseFileTemplate(template);
  if (parsed === undefined) throw new Error(`no template: ${template}`);
  return matchTemplate(parsed, path);
};

describe('parseFileTemplate', () => {
  it.each(['{host}', '{host}.csv', '{host}-send-connectors.*', '{host}/exports/*.csv', '*/{host}.xml', 'a*b-{host}'])(
    'takes %s',
    (text) => expect(parseFileTemplate(text)).toBeDefined(),
  );

  it.each([
    ...['', '*.csv', '{host}{host}', '{host}/{host}.csv', '{Host}.csv', '{host', '{hosts}', '{host}-{date}.csv'],
    ...['{host}*.csv', '*{host}.csv', '/{host}.csv', '{host}/', '{host}//a', '../{host}.csv', './{host}', 'a\\{host}'],
  ])('refuses %j', (text) => expect(parseFileTemplate(text)).toBeUndefined());
});

describe('matchTemplate', () => {
  it.each([
    ['{host}-send-connectors.*', 'EDGE01-send-connectors.csv', 'EDGE01'],
    ['{host}-send-connectors.*', 'edge01.example.mil-send-connectors.clixml.xml', 'edge01.example.mil'],
    ['{host}/exports/*.csv', 'EDGE01/exports/a.csv', 'EDGE01'],
    ['*/{host}.csv', 'site-a/EDGE01.csv', 'EDGE01'],
    ['export-*_{host}.csv', 'export-2026_EDGE01.csv', 'EDGE01'],
    ['{host}', 'EDGE01', 'EDGE01'],
    ['a(.+)+{host}$', 'a(.+)+EDGE$', 'EDGE'],
  ])('%s sees in %s the host %s', (template, path, host) => expect(match(template, path)).toEqual({ host }));

  it.each([
    ['{host}-send-connectors.*', 'EDGE01.csv'],
    ['{host}-send-connectors.*', '-send-connectors.csv'],
    ['{host}-send-connectors.*', 'a/EDGE01-send-connectors.csv'],
    ['{host}/exports/*.csv', 'EDGE01/a.csv'],
    ['{host}/exports/*.csv', 'EDGE01/exports/deep/a.csv'],
    ['{host}.csv', 'EDGE01.CSV'],
    ['aa*{host}'.replace('*', '*x'), 'aaEDGE'],
    ['x{host}x', 'xx'],
  ])('%s does not match %s', (template, path) => expect(match(template, path)).toBeUndefined());

  it('says where several names are possible, and then hostOf names none', () => {
    expect(match('{host}.*', 'edge01.clixml.xml')).toEqual({ host: 'edge01.clixml', other: 'edge01' });
    expect(match('{host}_*.csv', 'EDGE_01_x.csv')).toEqual({ host: 'EDGE_01', other: 'EDGE' });
    expect(match('*-{host}.csv', 'a-b-c.csv')).toEqual({ host: 'b-c', other: 'c' });
    const template = parseFileTemplate('{host}.*');
    expect(template && hostOf(template, 'edge01.clixml.xml')).toBeUndefined();
    expect(template && hostOf(template, 'edge01.xml')).toBe('edge01');
  });

  /** What the words of the documentation mean, by trying every place. */
  const possible = (before: string, behind: string, text: string): Set<string> => {
    const matches = (pattern: string, whole: string): boolean => {
      if (pattern === '') return whole === '';
      if (pattern[0] !== '*') return whole[0] === pattern[0] && matches(pattern.slice(1), whole.slice(1));
      return matches(pattern.slice(1), whole) || (whole !== '' && matches(pattern, whole.slice(1)));
    };
    const places = new Set<string>();
    for (let start = 0; start < text.length; start++)
      for (let end = start + 1; end <= text.length; end++)
        if (matches(before, text.slice(0, start)) && matches(behind, text.slice(end))) places.add(`${start}-${end}`);
    return places;
  };

  it('agrees with trying every place', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*'), maxLength: 4 });
    fc.assert(
      fc.property(pattern, pattern, letters, (before, behind, text) => {
        const template = parseFileTemplate(`${before}{host}${behind}`);
        fc.pre(template !== undefined);
        const places = possible(before, behind, text);
        const found = template && matchTemplate(template, text);
        expect(found === undefined ? 0 : found.other === undefined ? 1 : 2).toBe(Math.min(places.size, 2));
        if (found !== undefined) {
          const names = [...places].map((place) => text.slice(...(place.split('-').map(Number) as [number, number])));
          expect(names).toContain(found.host);
          for (const name of names) expect(found.host).toContain(name);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
