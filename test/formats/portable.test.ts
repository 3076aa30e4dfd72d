import { expect, test } from 'vitest';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { toPortable } from '../../src/formats/portable.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import type { ReviewedRule } from '../../src/model/checklist.js';
import { textLimit } from '../../src/text/limit.js';
import { checklists, forbiddenText, hostileTexts, oneRule, testTool } from '../support/checklists.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';

const prefixes = { cdf: 'http://checklists.nist.gov/xccdf/1.2', sm: 'http://github.com/nuwcdivnpt/stig-manager' };
const codes = (written: { diagnostics: readonly { code: string; place: { property?: string | undefined } }[] }) =>
  written.diagnostics.map(({ code, place }) => `${code} ${place.property}`);

/** What each format makes of the finding details and the comments, as another parser reads it. */
const readBack = (review: Partial<ReviewedRule>): readonly (readonly [string, string])[] => {
  const checklist = oneRule(review);
  const ckl = parseWithLibxml2(toCkl(checklist, testTool).text);
  const xccdf = parseWithLibxml2(toXccdf(checklist, testTool).text);
  const [rule] = JSON.parse(toCklb(checklist, { strict: false }).text).stigs[0].rules;
  const at = (document: typeof ckl, xpath: string): string => select(document, xpath, prefixes).join('|');
  return [
    [at(ckl, '//FINDING_DETAILS'), at(ckl, '//COMMENTS')],
    [at(xccdf, '//sm:detail'), at(xccdf, '//sm:comment')],
    [at(xccdf, '//cdf:message'), at(xccdf, '//sm:comment')],
    [rule.finding_details, rule.comments],
  ];
};

test.each(hostileTexts)('%j reads back from every format', (text) => {
  for (const texts of readBack({ findingDetails: text, comments: text })) expect(texts).toEqual([text, text]);
});

test('what XML cannot carry is replaced in every format, and said', () => {
  const expected = forbiddenText.replace(/[^ -~]/g, '\ufffd');
  expect(expected.match(/\ufffd/g)).toHaveLength(7);
  for (const texts of readBack({ findingDetails: forbiddenText, comments: 'a\r\nb\rc' }))
    expect(texts).toEqual([expected, 'a\nb\nc']);
  const checklist = oneRule({ findingDetails: forbiddenText }, { hostName: 'EDGE\u00001' });
  for (const written of [toCkl(checklist, testTool), toCklb(checklist, { strict: true }), toXccdf(checklist, testTool)])
    expect(codes(written)).toEqual([
      'characters-replaced checklist asset hostName',
      'characters-replaced V-259594 findingDetails',
    ]);
});

test('so is what stands in a list or an object, and the rest is left as it is', () => {
  const checklist = oneRule({}, { ipAddresses: ['192.0.2.1', '\u0001'], comment: 'c' });
  const portable = toPortable(checklist);
  expect(portable.checklist.asset).toEqual({ ...checklist.asset, ipAddresses: ['192.0.2.1', '\ufffd'] });
  expect(checklist.asset.ipAddresses).toEqual(['192.0.2.1', '\u0001']);
  expect(codes(portable)).toEqual(['characters-replaced checklist asset ipAddresses']);
});

test('texts are cut at the limit, between characters, and it is said', () => {
  const long = `${'x'.repeat(textLimit - 1)}😀`;
  const portable = toPortable(oneRule({ findingDetails: long, comments: 'x'.repeat(textLimit) }));
  const [review] = portable.checklist.stigs[0]?.reviews ?? [];
  expect(review?.findingDetails).toBe('x'.repeat(textLimit - 1));
  expect(review?.comments).toBe('x'.repeat(textLimit));
  expect(codes(portable)).toEqual(['text-cut V-259594 findingDetails']);
});

test('a checklist without such texts is left as it is, without a word', () => {
  const checklist = checklists['all-statuses'] ?? oneRule();
  expect(toPortable(checklist)).toEqual({ checklist, diagnostics: [] });
});
