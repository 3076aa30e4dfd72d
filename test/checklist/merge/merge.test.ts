import { describe, expect, test } from 'vitest';
import { type Merged, type MergeReport, mergeChecklists } from '../../../src/checklist/merge/merge.js';
import { renderMergeReport } from '../../../src/checklist/merge/merge-text.js';
import type { Preference } from '../../../src/checklist/merge/preferences.js';
import { splitChecklist } from '../../../src/checklist/split.js';
import type { Reading } from '../../../src/diagnostics/diagnostic.js';
import type { Asset, Checklist, ReviewedRule } from '../../../src/model/checklist.js';
import type { FormatName } from '../../../src/model/format-names.js';
import { checklists, oneRule } from '../../support/checklists.js';

const merge = (
  parts: readonly Checklist[],
  prefer: Preference = 'refuse',
  given: readonly (keyof Asset)[] = [],
): Reading<Merged> & { readonly report?: MergeReport | undefined } => {
  const [first = oneRule(), ...others] = parts.map((checklist, i) => ({
    file: `${'abc'[i]}.ckl`,
    format: 'ckl' as FormatName,
    checklist,
  }));
  if (!('file' in first)) throw new Error('nothing to merge');
  return mergeChecklists([first, ...others], { prefer, given: new Set(given) });
};
const merged = (...args: Parameters<typeof merge>): Merged => {
  const found = merge(...args);
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return found.value;
};
const codes = ({ diagnostics }: Reading<unknown>): readonly string[] => diagnostics.map(({ code }) => code);
const reviewOf = ({ checklist }: Merged): ReviewedRule => {
  const review = checklist.stigs[0]?.reviews[0];
  if (review === undefined) throw new Error('no review');
  return review;
};
const at = (checklist: Checklist, assessedAt: string): Checklist => ({ ...checklist, assessedAt });

const open = { status: 'open', findingDetails: 'Seen.', comments: 'Mine.' } as const;
const passed = { status: 'not_a_finding', findingDetails: 'Fine.', comments: '' } as const;

describe('a rule that one file answers', () => {
  test.each([0, 1])('has that answer, whichever file it is (%i)', (i) => {
    const parts = [oneRule(), oneRule()];
    parts[i] = oneRule(open);
    expect(reviewOf(merged(parts))).toMatchObject(open);
  });

  test('keeps the uuid of the first file, and the time of the answer', () => {
    const [first, second] = [at(oneRule(), '2026-01-01T00:00:00Z'), at(oneRule(open), '2026-01-02T00:00:00Z')];
    const review = reviewOf(merged([first, second]));
    expect(review.uuid).toBe(first.stigs[0]?.reviews[0]?.uuid);
    expect(review.assessedAt).toBe('2026-01-02T00:00:00Z');
    expect(reviewOf(merged([second, first])).assessedAt).toBeUndefined();
  });

  test('that is the same in all files, white space aside, is no conflict', () => {
    const { report, checklist } = merged([oneRule(open), oneRule({ ...open, findingDetails: 'Seen.  \n' })]);
    expect(report.conflicts).toEqual([]);
    expect(checklist.stigs[0]?.reviews[0]?.findingDetails).toBe('Seen.');
  });
});

describe('answers that differ', () => {
  const [a, b] = [at(oneRule(open), '2026-01-02T00:00:00Z'), at(oneRule(passed), '2026-01-02T00:00:00.5Z')];

  test('are refused, and both are in the report', () => {
    const found = merge([a, b]);
    expect([found.ok, codes(found)]).toEqual([false, ['merge-conflict']]);
    const text = renderMergeReport(found.report ?? merged([a]).report);
    for (const said of ['Seen.', 'Mine.', 'Fine.', '[1] open', '[2] not_a_finding']) expect(text).toContain(said);
  });

  test.each([
    ['first', [a, b], open],
    ['first', [b, a], passed],
    ['worst', [a, b], open],
    ['worst', [b, a], open],
    ['newest', [a, b], passed],
    ['newest', [b, a], passed],
  ] as const)('--prefer %s', (prefer, parts, expected) => {
    const found = merge(parts, prefer);
    expect(codes(found)).toEqual(['merge-conflict-decided']);
    expect(reviewOf(merged(parts, prefer))).toMatchObject(expected);
  });

  test.each([
    ['merge-time-missing', [at(a, ''), b]],
    ['merge-time-missing', [a, at(b, '')]],
    ['merge-time-same', [a, at(b, a.assessedAt)]],
  ] as const)('--prefer newest: %s', (code, parts) => {
    const found = merge(parts, 'newest');
    expect([found.ok, codes(found)]).toEqual([false, [code]]);
  });

  test('of three, the worst is taken whole, with its override', () => {
    const worst = oneRule({ ...open, severityOverride: { severity: 'high', justification: 'Internet.' } });
    const review = reviewOf(merged([b, oneRule({ status: 'not_applicable' }), worst], 'worst'));
    expect(review).toMatchObject({ ...open, severityOverride: { severity: 'high' } });
    const other = reviewOf(merged([at(worst, '2020-01-01T00:00:00Z'), b], 'newest'));
    expect(other.severityOverride).toBeUndefined();
  });

  test('an override is not missed in an XCCDF result, which has no place for one', () => {
    const overridden = { ...open, severityOverride: { severity: 'low', justification: 'Isolated.' } } as const;
    const ckl = { file: 'a.ckl', format: 'ckl', checklist: oneRule(overridden) } as const;
    const xccdf = { file: 'b.xml', format: 'xccdf', checklist: oneRule(open) } as const;
    for (const [first, second] of [
      [ckl, xccdf],
      [xccdf, ckl],
    ] as const) {
      const found = mergeChecklists([first, second], { prefer: 'refuse', given: new Set() });
      expect(found.ok && reviewOf(found.value)).toMatchObject(overridden);
    }
  });

  test('an override alone is an answer, and so is a comment', () => {
    const overridden = oneRule({ severityOverride: { severity: 'low', justification: 'Isolated.' } });
    expect(codes(merge([overridden, oneRule(open)]))).toEqual(['merge-conflict']);
    expect(codes(merge([oneRule({ comments: 'Ask Lee.' }), oneRule(open)]))).toEqual(['merge-conflict']);
  });
});

describe('the host', () => {
  test('of another name is refused, whatever is preferred', () => {
    const found = merge([oneRule(), oneRule({}, { hostName: 'EDGE02' })], 'worst');
    expect([found.ok, codes(found)]).toEqual([false, ['merge-hosts-differ']]);
  });

  test('is the same with its domain', () => {
    expect(merged([oneRule(), oneRule(open, { hostName: 'edge01.example.mil' })]).checklist.asset.hostName).toBe(
      'EDGE01',
    );
  });

  test('that a file does not name is said', () => {
    expect(codes(merge([oneRule({}, { hostName: '' }), oneRule()]))).toEqual(['merge-host-empty']);
  });

  test('has all addresses once, and what only one file says', () => {
    const other = oneRule(open, {
      ipAddresses: ['2001:DB8::1', '192.0.2.10'],
      macAddresses: ['00-00-5e-00-53-01', '00:00:5E:00:53:02'],
      role: 'Member Server',
      comment: 'Rack 3.',
    });
    const first = oneRule({}, { ipAddresses: ['2001:db8:0::1'], role: 'None' });
    const { asset } = merged([first, other]).checklist;
    expect(asset.ipAddresses).toEqual(['2001:db8:0::1', '192.0.2.10']);
    expect(asset.macAddresses).toEqual(['00:00:5E:00:53:01', '00:00:5E:00:53:02']);
    expect([asset.role, asset.comment]).toEqual(['Member Server', 'Rack 3.']);
  });

  test('fields that differ are refused, or the first is kept and the other told; one that the user says is none', () => {
    const parts = [oneRule({}, { marking: 'CUI' }), oneRule({}, { marking: 'UNCLASSIFIED' })];
    expect(codes(merge(parts))).toEqual(['merge-field-differs']);
    expect(codes(merge(parts, 'worst'))).toEqual(['merge-field-kept']);
    expect(merged(parts, 'worst').checklist.asset.marking).toBe('CUI');
    expect(codes(merge(parts, 'refuse', ['marking']))).toEqual([]);
  });
});

describe('STIGs', () => {
  const other = checklists['all-statuses'] ?? oneRule();
  const renamed = (checklist: Checklist, id: string): Checklist => ({
    ...checklist,
    stigs: checklist.stigs.map((stig) => ({ ...stig, benchmark: { ...stig.benchmark, id } })),
  });
  const released = (checklist: Checklist, releaseInfo: string): Checklist => ({
    ...checklist,
    stigs: checklist.stigs.map((stig) => ({ ...stig, benchmark: { ...stig.benchmark, releaseInfo } })),
  });
  const revised = (checklist: Checklist): Checklist => ({
    ...checklist,
    stigs: checklist.stigs.map((stig) => ({
      ...stig,
      reviews: stig.reviews.map((review) => ({ ...review, rule: { ...review.rule, ruleId: 'SV-259594r2_rule' } })),
    })),
  });

  test('that only one file has are added, and split gives each back', () => {
    const parts = [at(oneRule(open), '2026-01-01T00:00:00Z'), renamed(other, 'Other_STIG')] as const;
    const { checklist } = merged(parts);
    expect(checklist.stigs.map(({ benchmark }) => benchmark.id)).toEqual([
      'MS_Exchange_2019_Edge_Server_STIG',
      'Other_STIG',
    ]);
    for (const [i, part] of splitChecklist(checklist).entries()) {
      const { id, title, ...own } = part;
      const { id: _, title: __, ...expected } = parts[i] ?? oneRule();
      expect(own).toEqual(expected);
    }
  });

  test('are the same by an id in another case, and without an id by their rules', () => {
    for (const id of ['ms_exchange_2019_edge_server_stig', '', 'xccdf_org.example.content_benchmark_EXCHANGE']) {
      const { checklist } = merged([oneRule(), renamed(oneRule(open), id)]);
      expect(checklist.stigs.length).toBe(1);
      expect(checklist.stigs[0]?.reviews[0]?.status).toBe('open');
    }
  });

  test('of two ids of DISA are two, even if they share a rule', () => {
    expect(merged([oneRule(), renamed(oneRule(open), 'MS_Other_STIG')]).checklist.stigs.length).toBe(2);
  });

  test('of another release answer the very same rules, and what else they say is left behind', () => {
    const found = merge([oneRule(), released(oneRule(open), 'Release: 1')]);
    expect(codes(found)).toEqual(['merge-other-release']);
    expect(found.ok && reviewOf(found.value).status).toBe('open');
    const behind = merge([oneRule(), revised(released(oneRule(open), 'Release: 1'))]);
    expect(codes(behind)).toEqual(['merge-other-release', 'merge-left-behind']);
    if (!behind.ok) throw new Error('refused');
    expect(reviewOf(behind.value).status).toBe('not_reviewed');
    expect(renderMergeReport(behind.value.report)).toContain('Seen.');
  });

  test('of another release a group id alone does not make two rules the same', () => {
    const nameless = (checklist: Checklist): Checklist => ({
      ...checklist,
      stigs: checklist.stigs.map((stig) => ({
        ...stig,
        reviews: stig.reviews.map((review) => ({ ...review, rule: { ...review.rule, ruleId: '' } })),
      })),
    });
    const found = merge([nameless(oneRule()), released(nameless(oneRule(passed)), 'Release: 1')]);
    expect(codes(found)).toEqual(['merge-other-release', 'merge-left-behind']);
    expect(found.ok && reviewOf(found.value).status).toBe('not_reviewed');
  });

  test('rules that the first file lacks are added where the release is the same', () => {
    const { checklist } = merged([revised(oneRule()), oneRule(open)]);
    expect(checklist.stigs[0]?.reviews.map(({ rule, status }) => [rule.ruleId, status])).toEqual([
      ['SV-259594r2_rule', 'not_reviewed'],
      ['SV-259594r1043178_rule', 'open'],
    ]);
  });

  test('texts that the first file lacks come from the next', () => {
    const [stig] = oneRule().stigs;
    const bare: Checklist = {
      ...oneRule(),
      stigs: stig
        ? [
            {
              ...stig,
              reviews: stig.reviews.map((r) => ({ ...r, rule: { ...r.rule, checkContent: '', severity: 'unknown' } })),
            },
          ]
        : [],
    };
    const { rule } = reviewOf(merged([bare, oneRule(open)]));
    expect([rule.checkContent, rule.severity]).toEqual([stig?.reviews[0]?.rule.checkContent, 'medium']);
  });
});

test('who assessed: the first name, where only one is said', () => {
  const named = { ...oneRule(), assessor: 'J. Doe' };
  expect(merged([oneRule(open), named]).checklist.assessor).toBe('J. Doe');
  expect(codes(merge([{ ...named, assessor: 'R. Lee' }, named]))).toEqual(['merge-field-differs']);
});

test('what is shown of texts cannot act on a terminal', () => {
  const found = merge([oneRule({ status: 'open', findingDetails: 'a\u001B[2Jb\u202E' }), oneRule(passed)]);
  expect(renderMergeReport(found.report ?? merged([oneRule()]).report)).not.toMatch(/[\u001B\u202E]/);
});
