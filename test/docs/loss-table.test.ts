import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { type CarriedField, carriedFields, type Fate } from '../../src/formats/carries.js';
import { type TargetName, targetNames } from '../../src/model/format-names.js';
import { expectGolden } from '../support/golden.js';

const titles: Readonly<Record<TargetName, string>> = {
  ckl: 'CKL',
  cklb: 'CKLB',
  xccdf: 'XCCDF',
  csv: 'csv',
  poam: 'poam',
  hdf: 'hdf',
  oscal: 'oscal',
  junit: 'junit',
};

const words = (fate: Fate): string => (fate === 'lost' ? '–' : fate === 'kept' ? 'kept' : fate.changed);
const cellsOf = ({ fates }: CarriedField): string => targetNames.map((name) => words(fates[name])).join(' | ');

/** A row for fields of which the same becomes, where they stand beside each other. */
const rows = (): readonly string[] => {
  const grouped: { readonly titles: string[]; readonly cells: string }[] = [];
  for (const { field } of carriedFields) {
    const cells = cellsOf(field);
    const last = grouped.at(-1);
    if (last?.cells === cells) last.titles.push(field.title);
    else grouped.push({ titles: [field.title], cells });
  }
  return grouped.map((row) => `| ${row.titles.join(', ')} | ${row.cells} |`);
};

test('docs/convert.md has the loss table', () => {
  const path = new URL('../../docs/convert.md', import.meta.url);
  const [begin, end] = ['<!-- loss table -->', '<!-- end of loss table -->'];
  const page = readFileSync(path, 'utf8');
  const table = [
    `| field | ${targetNames.map((name) => titles[name]).join(' | ')} |`,
    `|---|${targetNames.map(() => '---|').join('')}`,
    ...rows(),
  ].join('\n');
  const [before = '', rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  expectGolden(`${before}${begin}\n\n${table}\n\n${end}${after}`, path);
});
