import { expect } from 'vitest';
import { mergeChecklists } from '../../src/checklist/merge/merge.js';
import { renderMergeReport } from '../../src/checklist/merge/merge-text.js';
import { type Preference, preferences } from '../../src/checklist/merge/preferences.js';
import type { Checklist, ReviewedRule, Status } from '../../src/model/checklist.js';
import { visibleLines } from '../../src/text/visible.js';

/** What the options promise, said anew and plainly. */
const badness: Readonly<Record<Status, number>> = { open: 0, not_reviewed: 1, not_applicable: 2, not_a_finding: 3 };
const words = (text = ''): string => text.split(/\s+/).join(' ').trim();
const sayingOf = ({ status, findingDetails, comments, severityOverride }: ReviewedRule): string =>
  JSON.stringify([
    status,
    words(findingDetails),
    words(comments),
    severityOverride?.severity,
    words(severityOverride?.justification),
  ]);
const silence = JSON.stringify(['not_reviewed', '', '', undefined, '']);
const reviewsOf = ({ stigs }: Checklist): readonly ReviewedRule[] => stigs.flatMap(({ reviews }) => reviews);

/** The review that counts; `refused` where none can. */
const expected = (
  a: ReviewedRule,
  b: ReviewedRule,
  times: readonly [string, string],
  prefer: Preference,
): ReviewedRule | 'refused' => {
  if (sayingOf(b) === silence || sayingOf(a) === sayingOf(b)) return a;
  if (sayingOf(a) === silence) return b;
  if (prefer === 'first') return a;
  if (prefer === 'worst') return badness[b.status] < badness[a.status] ? b : a;
  if (prefer === 'refuse') return 'refused';
  const [ofA, ofB] = [a.assessedAt ?? times[0], b.assessedAt ?? times[1]];
  if (ofA === '' || ofB === '' || Date.parse(ofA) === Date.parse(ofB)) return 'refused';
  return Date.parse(ofA) > Date.parse(ofB) ? a : b;
};

/** Merges two checklists in both orders under each preference; answers with how many rules were in conflict. */
export const expectMerges = (one: Checklist, other: Checklist): number => {
  let conflicts = 0;
  for (const prefer of preferences)
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const found = mergeChecklists(
        [
          { file: 'a', format: 'cklb', checklist: a },
          { file: 'b', format: 'cklb', checklist: b },
        ],
        { prefer, given: new Set() },
      );
      const wanted = reviewsOf(a).map((review, i) => {
        const second = reviewsOf(b)[i];
        if (second === undefined) throw new Error('not the same rules');
        return { first: review, second, kept: expected(review, second, [a.assessedAt, b.assessedAt], prefer) };
      });
      const differ = wanted.filter(
        ({ first, second }) => ![silence, sayingOf(second)].includes(sayingOf(first)) && sayingOf(second) !== silence,
      );
      conflicts += differ.length;
      expect(found.ok, JSON.stringify(found.diagnostics)).toBe(wanted.every(({ kept }) => kept !== 'refused'));
      expect(found.report?.conflicts.map(({ rule }) => rule.ruleId)).toEqual(
        differ.map(({ first }) => first.rule.ruleId),
      );
      if (found.report === undefined) throw new Error('no report');
      const text = renderMergeReport(found.report);
      for (const { first, second } of differ)
        for (const { findingDetails, comments, severityOverride } of [first, second])
          for (const said of [findingDetails, comments, severityOverride?.justification ?? ''])
            for (const line of visibleLines(said).split('\n')) expect(text).toContain(line.trim());
      if (!found.ok) continue;
      for (const [i, review] of reviewsOf(found.value.checklist).entries()) {
        const { kept, first } = wanted[i] ?? {};
        if (kept === undefined || kept === 'refused' || first === undefined) throw new Error('nothing expected');
        const { status, findingDetails, comments, severityOverride } = kept;
        expect({ ...review, assessedAt: undefined }).toEqual({
          rule: first.rule,
          uuid: first.uuid,
          status,
          findingDetails,
          comments,
          ...(severityOverride === undefined ? {} : { severityOverride }),
          assessedAt: undefined,
        });
        if (kept === first) expect(review).toEqual(first);
        else expect(review.assessedAt ?? '').toBe(kept.assessedAt ?? b.assessedAt);
      }
    }
  return conflicts;
};
