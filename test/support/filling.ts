import { expect } from 'vitest';
import { type ExactEncoding, encodeAs } from '../../src/bytes/exact.js';
import { hereBefore } from '../../src/checklist/earlier-details.js';
import { type FillInOptions, type Filling, fillIn, hostOf } from '../../src/checklist/fill-in.js';
import { openForFilling } from '../../src/checklist/open-for-filling.js';
import type { Reading } from '../../src/diagnostics/diagnostic.js';
import { filling, withoutValues } from './fill-in.js';
import { parseWithLibxml2, select } from './libxml2.js';

export const keep: FillInOptions = { replaceDetails: false, allowOtherHost: false };
export const fill = (
  file: string | Uint8Array,
  change: Partial<Filling> = {},
  options: Partial<FillInOptions> = {},
  host?: string,
) => {
  const open = openForFilling(typeof file === 'string' ? encodeAs(file, 'utf-8') : file, 'edge01.ckl');
  if (!open.ok) return open;
  return fillIn(open.value, [{ ...filling, ...change }], host ?? hostOf(open.value) ?? 'EDGE01', {
    ...keep,
    ...options,
  });
};
export const codesOf = (reading: Reading<unknown>) => reading.diagnostics.map((d) => d.code);
export const done = (...args: Parameters<typeof fill>) => {
  const filled = fill(...args);
  if (!filled.ok) throw new Error(JSON.stringify(filled.diagnostics, null, 1));
  return filled.value;
};
export const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

export const encodings: readonly ExactEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'];
export const lineEnds = ['\n', '\r\n'];
export const people = 'Zwei Zeilen,\n\tmit <b> & 😀.\n';
export const reviews = [{}, { findingDetails: people, comments: 'Stays: <&> "x"\n' }];

/** What both parsers of other people read in a rule. */
export const readCkl = (bytes: Uint8Array, encoding: ExactEncoding): string[] => {
  const label = encoding.replace('-bom', '');
  const text = new TextDecoder(label).decode(bytes).replace(/^<\?xml.*?\?>/, '');
  const document = parseWithLibxml2(text);
  const vuln = "//VULN[STIG_DATA/ATTRIBUTE_DATA='V-259594']";
  const values = ['STATUS', 'FINDING_DETAILS', 'COMMENTS'].flatMap((name) => select(document, `${vuln}/${name}`));
  document.dispose();
  return values;
};
export const readCklb = (bytes: Uint8Array, encoding: ExactEncoding): unknown[] => {
  const file = JSON.parse(new TextDecoder(encoding.replace('-bom', '')).decode(bytes));
  const rules = file.stigs.flatMap((stig: { rules: { group_id: string }[] }) => stig.rules);
  const rule = rules.find((one: { group_id: string }) => one.group_id === 'V-259594');
  return [rule.status, rule.finding_details, rule.comments];
};

export const expectFilled = (
  before: Uint8Array,
  format: 'ckl' | 'cklb',
  encoding: ExactEncoding,
  review: (typeof reviews)[1],
) => {
  const { bytes, changes } = done(before);
  expect(withoutValues(bytes, format, encoding)).toBe(withoutValues(before, format, encoding));
  const word = format === 'ckl' ? 'Not_Reviewed' : 'not_reviewed';
  const below = review.findingDetails ? `\n\n${hereBefore(word)}\n${review.findingDetails}` : '';
  const details = filling.findingDetails + below;
  const read = format === 'ckl' ? readCkl(bytes, encoding) : readCklb(bytes, encoding);
  expect(read).toEqual([format === 'ckl' ? 'Open' : 'open', details, review.comments ?? '']);
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['status', word, format === 'ckl' ? 'Open' : 'open'],
    ['finding_details', review.findingDetails ?? '', details],
  ]);
  const again = done(bytes);
  expect(again.changes).toEqual([]);
  expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  const other = done(bytes, { status: 'not_a_finding', findingDetails: `${filling.findingDetails}\n` });
  expect(other.changes.map((change) => change.after)).toEqual([
    format === 'ckl' ? 'NotAFinding' : 'not_a_finding',
    `${filling.findingDetails}\n${below}`,
  ]);
};
