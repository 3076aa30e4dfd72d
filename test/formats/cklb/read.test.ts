import { describe, expect, test } from 'vitest';
import { fromCklb } from '../../../src/formats/cklb/read.js';
import { readChecklist } from '../../../src/formats/read-checklist.js';
import type { Checklist } from '../../../src/model/checklist.js';

const rule = { group_id: 'V-1', rule_id_src: 'SV-1r1_rule', rule_id: 'SV-1r1', status: 'open' };
const cklb = (change: object = {}, ofRule: object = {}, ofStig: object = {}, ofTarget: object = {}): string =>
  JSON.stringify({
    stigs: [{ stig_id: 'T_STIG', rules: [{ ...rule, ...ofRule }], ...ofStig }],
    target_data: { host_name: 'EDGE01', ...ofTarget },
    ...{ active: false, mode: 2, has_path: true, cklb_version: '1.0' },
    ...change,
  });

const read = (text: string): { checklist: Checklist; said: readonly string[] } => {
  const found = fromCklb(text, 'edge.cklb');
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  for (const { place } of found.diagnostics) expect(place).toMatchObject({ file: 'edge.cklb', line: 1 });
  return {
    checklist: found.value,
    said: found.diagnostics.map(({ code, place }) => `${code} ${place.property ?? ''}`),
  };
};

const reviewOf = (text: string) => read(text).checklist.stigs[0]?.reviews[0];

test('almost nothing is enough, and null is empty', () => {
  const text = cklb({ title: null }, { comments: null, ccis: null, overrides: null }, { version: 2, size: '70' });
  expect(read(text).said).toEqual([]);
  expect(read(text).checklist).toMatchObject({
    asset: { hostName: 'EDGE01', role: 'None', techArea: '' },
    stigs: [{ benchmark: { id: 'T_STIG', version: '2', ruleCount: 70 }, reviews: [{ status: 'open', comments: '' }] }],
  });
});

test('line ends become LF', () => {
  expect(reviewOf(cklb({}, { finding_details: 'a\r\nb\rc\nd' }))?.findingDetails).toBe('a\nb\nc\nd');
});

test('blanks around the host name go, with a warning; those within stay', () => {
  expect(read(cklb({}, {}, {}, { host_name: ' EDGE01\n' }))).toMatchObject({
    checklist: { asset: { hostName: 'EDGE01' } },
    said: ['reading-host-trimmed target_data.host_name'],
  });
  expect(read(cklb({}, {}, {}, { host_name: 'Switch 1' }))).toMatchObject({
    checklist: { asset: { hostName: 'Switch 1' } },
    said: [],
  });
});

test.each([undefined, null, '', 1, 'Not_A_Finding', 'NotAFinding', 'not a finding', ['not_a_finding'], { a: 1 }])(
  'the status %j is not_reviewed and said',
  (status) => {
    const text = cklb({}, { status });
    expect(reviewOf(text)?.status).toBe('not_reviewed');
    expect(read(text).said).toContain('reading-status-unknown V-1 status');
  },
);

test('a group title is that of the group, wherever it is', () => {
  const tree = (title: string) => ({ group_tree: [{ id: 'V-1', title, description: '' }] });
  const title = (change: object) => reviewOf(cklb({}, { rule_title: 'The rule.', ...change }))?.rule.groupTitle;
  expect(title({ group_title: 'SRG-1' })).toBe('SRG-1');
  expect(title({ group_title: 'The rule.' })).toBe('');
  expect(title({ group_title: 'The rule.', ...tree('SRG-2') })).toBe('SRG-2');
});

test('a rule id that lacks its ending gets it', () => {
  expect(reviewOf(cklb({}, { rule_id_src: '' }))?.rule.ruleId).toBe('SV-1r1_rule');
  const whole = 'xccdf_org.example.content_rule_banner';
  expect(reviewOf(cklb({}, { rule_id_src: '', rule_id: whole }))?.rule.ruleId).toBe(whole);
});

describe('what a checklist here has no place for is said', () => {
  test.each([
    ['root', cklb({ note: 'x' }), 'reading-not-carried note'],
    ['a mode', cklb({ mode: 1 }), 'reading-id-not-carried mode'],
    ['target', cklb({}, {}, {}, { classification: 'CUI' }), 'reading-not-carried classification'],
    ['STIG', cklb({}, {}, { 'evaluate-stig': { time: 'now' } }), 'reading-not-carried evaluate-stig'],
    ['rule', cklb({}, { poam: 'x' }), 'reading-not-carried poam'],
    ['an object for a text', cklb({}, { comments: { a: 'x' } }), 'reading-not-carried comments'],
    ['override', cklb({}, { overrides: { status: { status: 'open' } } }), 'reading-not-carried status'],
    ['another rule id', cklb({}, { rule_id: 'SV-2r1' }), 'reading-id-not-carried rule_id'],
    ['a reference', cklb({}, { check_content_ref: { other: 'x' } }), 'reading-not-carried other'],
  ])('%s', (_, text, said) => {
    expect(read(text).said).toEqual([said]);
  });
});

test('names like those of prototypes are names', () => {
  const text = cklb().replace('"stig_id"', '"__proto__":{"status":"x"},"constructor":"y","stig_id"');
  expect(read(text).said).toEqual(['reading-not-carried __proto__', 'reading-not-carried constructor']);
});

test('an empty host is read, with a warning', () => {
  expect(read(cklb({}, {}, {}, { host_name: null })).said).toEqual(['reading-host-empty target_data.host_name']);
});

test.each([
  ['[]', 'reading-other-format'],
  ['{"stigs":[]}', 'reading-no-stig'],
  ['{"stigs":[{"stig_id":"T_STIG","rules":[]}]}', 'reading-no-stig'],
  ['{"stigs":[1]}', 'reading-not-an-object'],
  ['{"stigs":[{"rules":["x"]}]}', 'reading-not-an-object'],
  ['{"stigs":[', 'json-truncated'],
])('refused: %s', (text, code) => {
  const found = fromCklb(text, 'f');
  expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, [code]]);
});

test('a key that is there twice is refused: which one counts cannot be known', () => {
  const text = cklb().replace('"status":"open"', '"status":"open","status":"not_a_finding"');
  const found = readChecklist(new TextEncoder().encode(text), 'f');
  expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, ['cklb-key-twice']]);
});
