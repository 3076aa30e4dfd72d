import { expect, test } from 'vitest';
import type { ParsedCklb } from '../../src/documents/document.js';
import { cklbFaults } from '../../src/validate/cklb.js';
import { argsOf } from '../support/args-of.js';
import { changed, documentOf, inShort, namesAt, valid } from './documents.js';

const cklbOf = (text: string): ParsedCklb => {
  const document = documentOf(text);
  if (document.format !== 'cklb') throw new Error('this is XML');
  return document;
};

const notices = ['cklb-beyond-schema stigs[0].version', 'cklb-beyond-schema target_data.classification'];
const faults = (text: string): string[] =>
  inShort(cklbFaults(cklbOf(text)).filter(({ severity }) => severity !== 'info'));

test('what is written is valid; what STIG Viewer 3 adds is a notice', () => {
  expect(inShort(cklbFaults(cklbOf(valid.cklbStrict)))).toEqual([]);
  const found = cklbFaults(cklbOf(valid.cklb));
  expect(inShort(found)).toEqual(notices);
  expect(found.every(({ severity }) => severity === 'info')).toBe(true);
});

test.each([
  ['a missing property', /\n.*"stig_id":.*/, '', ['cklb-property-missing stigs[0]']],
  ['an unknown property', '"stig_id"', '"host": "", "stig_id"', ['cklb-property-unexpected stigs[0].host']],
  ['an unknown status', '"status": "open"', '"status": "Open"', ['cklb-value-invalid stigs[0].rules[0].status']],
  ['a number as version', '"version": "2"', '"version": 2', ['cklb-value-invalid stigs[0].version']],
  ['null for text', '"fqdn": "edge01.example.mil"', '"fqdn": null', ['cklb-value-invalid target_data.fqdn']],
  ['no uuid', /"id": "[0-9a-f-]{36}"/, '"id": "1"', ['cklb-value-invalid id']],
  ['another version of the format', '"cklb_version": "1.0"', '"cklb_version": "2.0"', undefined],
  ['a size that is too small', '"size": 68', '"size": 0', ['cklb-size stigs[0].size']],
  [
    'a rule of another STIG',
    /"stig_uuid": "[^"]*"/,
    '"stig_uuid": "x"',
    ['cklb-uuid-differs stigs[0].rules[0].stig_uuid'],
  ],
  ['no STIG', '"stigs"', '"stigsX"', ['cklb-property-unexpected stigsX', 'cklb-no-stigs ']],
])('%s', (_, from, to, expected) => {
  const found = faults(changed(valid.cklb, from, to));
  if (expected === undefined) expect(found).toHaveLength(1);
  else expect(found).toEqual(expected);
});

test('a rule that is there twice', () => {
  const value = JSON.parse(valid.cklb);
  value.stigs[0].rules.push(value.stigs[0].rules[0]);
  expect(faults(JSON.stringify(value))).toEqual(['cklb-rule-twice stigs[0].rules[1].rule_id_src']);
});

test('what is expected is named, and where', () => {
  const text = changed(valid.cklbStrict, '"status": "open"', '"status": "Open"');
  const found = cklbFaults(cklbOf(text));
  const [fault] = found;
  expect(namesAt(text, found)).toEqual(['status']);
  expect(argsOf(fault)['expected']).toBe('not_reviewed, not_applicable, open, not_a_finding');
  expect(argsOf(fault)['value']).toBe('"Open"');
});

test('a document without positions', () => {
  const { at: _, ...rest } = cklbOf(changed(valid.cklb, '"status": "open"', '"status": "Open"'));
  expect(cklbFaults(rest)[0]?.place).toEqual({ file: 'file', property: 'stigs[0].rules[0].status' });
});
