import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffChecklists, isEmptyDiff } from '../../src/checklist/diff.js';
import { type Updated, type UpdateOptions, updateChecklist } from '../../src/checklist/update.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import type { Checklist, ReviewedRule } from '../../src/model/checklist.js';
import { textLimit } from '../../src/text/limit.js';
import { oneRule, withReviews } from '../support/checklists.js';
import { answer, anyChecklist, filled, invented, statuses } from '../support/filled.js';

const update = (checklist: Checklist, benchmark: Benchmark, options?: UpdateOptions) => {
  const read = updateChecklist(checklist, benchmark, options);
  if (!read.ok) throw new Error(`refused: ${read.diagnostics.map((d) => d.code)}`);
  return { ...read.value, codes: read.diagnostics.map((d) => d.code) };
};

const refusal = (checklist: Checklist, benchmark: Benchmark) => {
  const read = updateChecklist(checklist, benchmark);
  return read.ok ? [] : read.diagnostics;
};

const reviewsOf = (updated: Pick<Updated, 'checklist'>): readonly ReviewedRule[] =>
  updated.checklist.stigs[0]?.reviews ?? [];

/** The next release of a benchmark, with changes to the rules of some numbers. */
const next = (benchmark: Benchmark, changes: Readonly<Record<string, Partial<Rule>>> = {}): Benchmark => ({
  ...benchmark,
  version: '3',
  releaseInfo: 'Release: 4 Benchmark Date: 1 Jan 2026',
  rules: benchmark.rules.map((rule) => ({
    ...rule,
    ruleId: rule.ruleId.replace('r1_', 'r2_'),
    ...changes[rule.groupId],
  })),
});

const benchmark = invented([1, 2, 3, 4]);
const base = filled(benchmark);

describe('updateChecklist', () => {
  it('changes nothing where the benchmark is the checklist’s own', () => {
    fc.assert(
      fc.property(anyChecklist, (checklist) => {
        const own = {
          ...invented([]),
          ...checklist.stigs[0]?.benchmark,
          rules: checklist.stigs.flatMap((stig) => stig.reviews.map(({ rule }) => rule)),
        };
        const updated = update(checklist, own);
        expect(updated.checklist).toEqual(checklist);
        expect(updated.codes).toEqual(['update-same-release']);
        expect(updated.report).toMatchObject({ added: [], removed: [] });
      }),
    );
  });

  it('carries everything that people said where the texts did not change', () => {
    const now = next(benchmark);
    const updated = update(base, now);
    expect(updated.codes).toEqual([]);
    expect(reviewsOf(updated)).toEqual(base.stigs[0]?.reviews.map((r, i) => ({ ...r, rule: now.rules[i] })));
    expect(updated.checklist.stigs[0]?.benchmark).toEqual({ ...now, rules: undefined });
    expect(updated.report.carried.map((rule) => rule.changes.map((c) => c.field))).toEqual(
      Array.from({ length: 4 }, () => ['ruleId']),
    );
  });

  it('neither loses nor invents an answer, whatever the two releases have', () => {
    fc.assert(
      fc.property(anyChecklist, fc.uniqueArray(fc.integer({ min: 1, max: 9 })), (checklist, numbers) => {
        const updated = update(checklist, next(invented(numbers)));
        const old = checklist.stigs[0]?.reviews ?? [];
        const { carried, added, removed } = updated.report;
        expect(reviewsOf(updated).map(({ rule }) => rule.groupId)).toEqual(numbers.map((n) => `V-90000${n}`));
        expect(carried.length + removed.length).toBe(old.length);
        expect(carried.length + added.length).toBe(numbers.length);
        for (const review of old) {
          const now = reviewsOf(updated).find(({ rule }) => rule.groupId === review.rule.groupId);
          if (now !== undefined) expect(now).toEqual({ ...review, rule: now.rule });
          else expect(removed.map((rule) => rule.review)).toContain(review);
        }
        for (const rule of added)
          expect(reviewsOf(updated).find((review) => review.rule === rule)).toMatchObject({
            status: 'not_reviewed',
            findingDetails: '',
            comments: '',
          });
      }),
    );
  });

  it.each(statuses)('marks a result (%s) whose check text changed, and carries all of it', (status) => {
    const checklist = withReviews(base.asset, benchmark, [{}, { ...answer(1), status }]);
    const now = next(benchmark, { 'V-900002': { checkContent: 'If the number is 2, this is not applicable.' } });
    const updated = update(checklist, now);
    expect(updated.codes).toEqual(['update-check-changed']);
    expect(reviewsOf(updated)[1]).toMatchObject({
      ...answer(1),
      status,
      findingDetails: `Check text changed from V2R1 to V3R4: review this result again (was: ${status.replaceAll('_', ' ')}).\n${answer(1).findingDetails}`,
    });
    expect(updated.report.carried[1]).toMatchObject({ checkText: 'changed', marked: 'line' });
  });

  it('marks nothing for other texts, for white space, and where nobody said anything', () => {
    const other = {
      title: 'T',
      discussion: 'D',
      fixText: 'F',
      checkContent: ' If the number\n is not 2,\tthis is a finding.',
    };
    expect(update(base, next(benchmark, { 'V-900002': other })).codes).toEqual([]);
    const untouched = withReviews(base.asset, benchmark, []);
    const updated = update(untouched, next(benchmark, { 'V-900002': { checkContent: 'Another.' } }));
    expect(updated.codes).toEqual([]);
    expect(reviewsOf(updated)[1]?.findingDetails).toBe('');
    expect(updated.report.carried[1]).toMatchObject({ checkText: 'changed', marked: undefined });
  });

  it.each([
    ['not_a_finding', 'not_reviewed'],
    ['not_applicable', 'not_reviewed'],
    ['not_reviewed', 'not_reviewed'],
    ['open', 'open'],
  ] as const)('takes back what passed by another check text when asked to: %s becomes %s', (status, expected) => {
    const checklist = withReviews(base.asset, benchmark, [
      { ...answer(1), status },
      { ...answer(2), status },
    ]);
    const now = next(benchmark, { 'V-900001': { checkContent: 'Another.' } });
    const [changed, same] = reviewsOf(update(checklist, now, { resetChanged: true }));
    expect(changed?.status).toBe(expected);
    expect(changed?.findingDetails).toContain(`(was: ${status.replaceAll('_', ' ')})`);
    expect(same?.status).toBe(status);
  });

  it('claims no pass without a mark: where the line does not fit, the status is the mark', () => {
    const findingDetails = 'x'.repeat(textLimit);
    const now = next(benchmark, { 'V-900001': { checkContent: 'Another.' }, 'V-900002': { checkContent: 'Another.' } });
    const checklist = withReviews(base.asset, benchmark, [
      { status: 'not_a_finding', findingDetails },
      { status: 'open', findingDetails },
    ]);
    const updated = update(checklist, now);
    expect(reviewsOf(updated).map((review) => review.status)).toEqual([
      'not_reviewed',
      'open',
      'not_reviewed',
      'not_reviewed',
    ]);
    expect(reviewsOf(updated)[0]?.findingDetails).toBe(findingDetails);
    expect(updated.codes.filter((code) => code === 'update-mark-left-out')).toHaveLength(2);
  });

  it('marks a result whose old check text is not known, unless the rule id says that it is the same', () => {
    const withoutTexts = {
      ...base,
      stigs: base.stigs.map((stig) => ({
        ...stig,
        reviews: stig.reviews.map((review) => ({ ...review, rule: { ...review.rule, checkContent: '' } })),
      })),
    };
    const now = next(benchmark, { 'V-900001': { ruleId: 'SV-900001r1_rule' } });
    const updated = update(withoutTexts, now);
    expect(updated.codes).toEqual(Array.from({ length: 3 }, () => 'update-check-unknown'));
    expect(reviewsOf(updated)[0]?.findingDetails).toBe(answer(0).findingDetails);
    expect(reviewsOf(updated)[1]?.findingDetails).toMatch(/^Carried from V2R1 to V3R4 without the check text/);
  });

  it('names no difference in what the format does not carry', () => {
    const now = next(benchmark, { 'V-900001': { documentable: 'true', fixText: 'Mend it.' } });
    const changes = (options: UpdateOptions) =>
      update(base, now, options).report.carried[0]?.changes.map(({ field }) => field);
    expect(changes({})).toEqual(['ruleId', 'fixText', 'documentable']);
    expect(changes({ ignored: new Set(['documentable']) })).toEqual(['ruleId', 'fixText']);
  });

  it('lists removed rules with all that was said of them, and new ones as not reviewed', () => {
    const updated = update(base, next(invented([2, 3, 4, 5])));
    expect(updated.codes).toEqual(['update-rule-removed', 'update-rules-added']);
    expect(updated.report.removed).toEqual([{ review: base.stigs[0]?.reviews[0], candidates: [] }]);
    expect(updated.report.added.map((rule) => rule.groupId)).toEqual(['V-900005']);
    expect(update(withReviews(base.asset, benchmark, []), next(invented([2, 3, 4]))).codes).toEqual([
      'update-empty-rule-removed',
    ]);
  });

  it('names changed severities and keeps overrides', () => {
    const updated = update(base, next(benchmark, { 'V-900003': { severity: 'high' } }));
    expect(updated.codes).toEqual(['update-severity-changed']);
    expect(reviewsOf(updated)[2]?.severityOverride).toEqual(answer(2).severityOverride);
  });

  it('names what it matched by another id than the group’s', () => {
    const updated = update(
      base,
      next(benchmark, { 'V-900003': { groupId: 'V-7', ruleId: 'SV-7r1_rule', legacyIds: ['V-900003'] } }),
    );
    expect(updated.codes).toEqual(['update-matched-otherwise']);
    expect(updated.report.carried[2]?.matchedBy).toBe('legacy id');
    expect(reviewsOf(updated)[2]).toMatchObject({ comments: answer(2).comments, rule: { groupId: 'V-7' } });
  });

  it('carries no answer where a rule was split, and names the candidates', () => {
    const split = { stigId: '', legacyIds: ['V-900003'] };
    const now = next(invented([1, 2, 5, 6]), { 'V-900005': split, 'V-900006': split });
    const updated = update(filled(invented([1, 2, 3])), now);
    expect(updated.codes).toEqual(['update-ambiguous', 'update-rules-added']);
    expect(updated.report.removed).toEqual([
      { review: expect.objectContaining(answer(2)), candidates: ['V-900005', 'V-900006'] },
    ]);
    expect(
      reviewsOf(updated)
        .slice(2)
        .map((review) => review.status),
    ).toEqual(['not_reviewed', 'not_reviewed']);
  });

  it('leaves the other STIGs, the asset and the time alone', () => {
    const other = filled({ ...invented([7]), id: 'OTHER_STIG' });
    const two = { ...base, stigs: [...other.stigs, ...base.stigs] };
    const updated = update(two, next(benchmark));
    expect(updated.checklist.stigs[0]).toBe(other.stigs[0]);
    expect({ ...updated.checklist, stigs: two.stigs }).toEqual(two);
    expect(diffChecklists(two, updated.checklist).stigs.map((stig) => stig.id)).toEqual([benchmark.id]);
  });

  it('gives new rules UUIDs of their own, the same every time', () => {
    const uuids = () => reviewsOf(update(oneRule(), next(invented([1, 2, 3])))).map((review) => review.uuid);
    expect(new Set(uuids()).size).toBe(3);
    expect(uuids()).toEqual(uuids());
  });

  it.each([
    ['another publisher’s id', 'xccdf_org.ssgproject.content_benchmark_X'],
    ['none', ''],
  ])('tells the STIG by its rules where its id is %s, and says so', (_, id) => {
    const foreign = { ...base, stigs: base.stigs.map((stig) => ({ ...stig, benchmark: { ...stig.benchmark, id } })) };
    const updated = updateChecklist(foreign, benchmark);
    if (!updated.ok) throw new Error(JSON.stringify(updated.diagnostics));
    expect(updated.diagnostics.map((d) => d.code)).toContain('update-stig-by-rules');
    expect(updated.value.checklist.stigs[0]?.benchmark.id).toBe(benchmark.id);
    expect(updated.value.checklist.stigs[0]?.reviews.map((r) => r.status)).toEqual(
      base.stigs[0]?.reviews.map((r) => r.status),
    );
  });

  it('refuses a checklist without the STIG, or with two of it', () => {
    const [missing] = refusal(base, { ...invented([7, 8]), id: 'OTHER_STIG' });
    expect(missing).toMatchObject({
      code: 'update-stig-missing',
      args: { stig: 'OTHER_STIG', stigs: benchmark.id },
    });
    expect(refusal({ ...base, stigs: [] }, benchmark).map((d) => d.code)).toEqual(['update-stig-missing']);
    expect(refusal({ ...base, stigs: [...base.stigs, ...base.stigs] }, benchmark).map((d) => d.code)).toEqual([
      'update-stig-twice',
    ]);
  });

  it('says so where the benchmark is older', () => {
    const newer = update(base, next(benchmark)).checklist;
    const back = update(newer, benchmark);
    expect(back.codes).toEqual(['update-older']);
    expect(isEmptyDiff(diffChecklists(back.checklist, base))).toBe(true);
  });
});
