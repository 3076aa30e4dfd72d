import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergeFiles } from '../../../src/checklist/merge/merge-files.js';
import type { Preference } from '../../../src/checklist/merge/preferences.js';
import { readChecklist } from '../../../src/formats/read-checklist.js';
import { renderChecklist } from '../../../src/formats/registry.js';
import type { Checklist, ReviewedRule } from '../../../src/model/checklist.js';
import type { FormatName } from '../../../src/model/format-names.js';
import { testTool } from '../../support/checklists.js';

const time = { value: '2026-02-01T00:00:00Z', given: false };
const write = { tool: testTool, cklbStrict: false };
/** As another program may write it: line ends of Windows, odd blanks, entities and a comment. */
const people = readFileSync('samples/checklist/EDGE01-last-quarter.ckl', 'utf8')
  .replaceAll('\n', '\r\n')
  .replace('<STIGS>', '<STIGS   ><!-- by hand -->')
  .replace('Checked by hand.', 'Checked&#x20;by hand.\r\n\r\n\tTwice.');

const parse = (text: string, path: string) => readChecklist(new TextEncoder().encode(text), path);
const fileOf = (text: string, path: string) => ({
  path,
  read: parse(text, path),
  bytes: new TextEncoder().encode(text),
});
const changed = (change: (review: ReviewedRule) => ReviewedRule): Checklist => {
  const read = parse(people, 'people.ckl');
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const { checklist } = read.value;
  return {
    ...checklist,
    assessedAt: '2026-01-31T12:00:00Z',
    stigs: checklist.stigs.map((stig) => ({ ...stig, reviews: stig.reviews.map(change) })),
  };
};
const scanOf = async (checklist: Checklist, format: FormatName) => {
  const { text } = await renderChecklist(format, checklist, write);
  return fileOf(text, `scan.${format}`);
};
const merge = async (base: string, path: string, scan: ReturnType<typeof fileOf>, prefer: Preference = 'refuse') => {
  const merged = await mergeFiles({
    files: [fileOf(base, path), scan],
    prefer,
    tool: testTool,
    cklbStrict: false,
    time,
  });
  if (!merged.ok) throw new Error(JSON.stringify(merged.diagnostics));
  return { text: merged.value.file.text, codes: merged.diagnostics.map(({ code }) => code) };
};

/** A scan that answers the rule that nobody answered, and says of the others what people said. */
const scanned = changed((review) =>
  review.status === 'not_reviewed'
    ? { ...review, status: 'open', findingDetails: 'Scan: <failed> & "so".\nTwice.', comments: '' }
    : review,
);

describe.each(['xccdf', 'ckl', 'cklb'] as const)('a scan as %s into a checklist that people work on', (format) => {
  test('changes the answers that it decides, and not one other byte', async () => {
    const { text, codes } = await merge(people, 'people.ckl', await scanOf(scanned, format), 'worst');
    expect(codes).toContain('merge-in-place');
    const [before, after] = [people.split('\r\n'), text.split('\r\n')];
    const common = before.filter((line) => after.includes(line)).length;
    expect(text).toContain('<!-- by hand -->');
    expect(text).toContain('Checked&#x20;by hand.\r\n\r\n\tTwice.');
    // The status, one line of details in the place of another, and the comment of the one rule.
    expect(before.length - common).toBeLessThanOrEqual(3);
    const read = parse(text, 'merged.ckl');
    const answer = read.ok
      ? read.value.checklist.stigs[0]?.reviews.find(({ rule }) => rule.groupId === 'V-259594')
      : undefined;
    expect(answer).toMatchObject({ status: 'open', findingDetails: 'Scan: <failed> & "so".\nTwice.', comments: '' });
  });
});

test('nothing to change gives the very same bytes', async () => {
  const { text } = await merge(
    people,
    'people.ckl',
    await scanOf(
      changed((review) => review),
      'ckl',
    ),
  );
  expect(text).toBe(people);
});

test('a CKLB too', async () => {
  const { text: base } = await scanOf(
    changed((review) => review),
    'cklb',
  ).then(({ bytes }) => ({
    text: new TextDecoder().decode(bytes).replaceAll('"status"', '"status" '),
  }));
  const { text, codes } = await merge(base, 'people.cklb', await scanOf(scanned, 'xccdf'), 'worst');
  expect(codes).toContain('merge-in-place');
  expect(text).toContain('"status" ');
  expect(JSON.parse(text).stigs[0].rules[0].status).toBe('open');
});

test('what needs more than answers is written anew', async () => {
  const overridden = changed((review) => ({
    ...review,
    status: 'open',
    severityOverride: { severity: 'low', justification: 'Isolated.' },
  }));
  const { codes } = await merge(people, 'people.ckl', await scanOf(overridden, 'ckl'), 'worst');
  expect(codes).not.toContain('merge-in-place');
  const elsewhere = { ...scanned, asset: { ...scanned.asset, ipAddresses: ['192.0.2.77'] } };
  expect((await merge(people, 'people.ckl', await scanOf(elsewhere, 'ckl'), 'worst')).codes).not.toContain(
    'merge-in-place',
  );
});

test('a strict CKLB is asked of the writer, whatever the first file is', async () => {
  const base = await scanOf(
    changed((review) => review),
    'cklb',
  );
  const files = [base, await scanOf(scanned, 'xccdf')];
  const merged = await mergeFiles({ files, prefer: 'worst', tool: testTool, cklbStrict: true, time });
  if (!merged.ok) throw new Error(JSON.stringify(merged.diagnostics));
  expect(merged.diagnostics.map(({ code }) => code)).not.toContain('merge-in-place');
  expect(merged.value.file.text).toBe(
    (await renderChecklist('cklb', merged.value.checklist, { ...write, cklbStrict: true })).text,
  );
});

test.each([0, 1])('a status that is garbled is no silence that a pass may fill (in file %i)', async (i) => {
  const garbled = fileOf(people.replace('>Not_Reviewed<', '>not a finding<'), 'garbled.ckl');
  const passing = await scanOf(
    changed((review) => ({ ...review, status: 'not_a_finding', findingDetails: 'Fine.', comments: '' })),
    'ckl',
  );
  const files = i === 0 ? [garbled, passing] : [passing, garbled];
  for (const prefer of ['worst', 'first', 'newest', 'refuse'] as const) {
    const merged = await mergeFiles({ files, prefer, tool: testTool, cklbStrict: false, time });
    expect(merged.ok).toBe(false);
    const refusal = merged.diagnostics.find(({ code }) => code === 'merge-status-unknown');
    expect(refusal?.place).toMatchObject({ file: 'garbled.ckl', property: 'V-259594 STATUS' });
    expect(refusal?.place.line).toBeGreaterThan(0);
  }
});
