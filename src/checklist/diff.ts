import { releaseOf } from '../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule } from '../model/checklist.js';
import { toNameCharacters } from '../xml/characters.js';
import { changeOf, compareAssets, compareReviews, compareRules, type FieldChange } from './compare.js';
import { type MatchedBy, matchRules } from './match-rules.js';
import { sameStig } from './stigs-of-benchmark.js';

export interface ChecklistDiff {
  readonly asset: readonly FieldChange[];
  /** The STIGs that differ: those of the old checklist in its order, then those that only the new one has. */
  readonly stigs: readonly StigDiff[];
}

export interface StigDiff {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** `V2R2`; null where that checklist does not have the STIG. */
  readonly release: { readonly old: string | null; readonly new: string | null };
  /** The fields of the STIG itself that differ: `stigFields` and its classification. */
  readonly fields: readonly FieldChange[];
  /** For a STIG that was added or removed: all of its rules. */
  readonly rules: readonly RuleDiff[];
}

/** A rule that differs. Ids and title are the new rule's, or the old one's where it was removed. */
export interface RuleDiff {
  readonly groupId: string;
  readonly ruleId: string;
  readonly stigId: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** By what the two were matched. */
  readonly matchedBy?: MatchedBy | undefined;
  /** The differences; empty for a rule that was added or removed, which is in `review`. */
  readonly fields: readonly FieldChange[];
  /** For a rule that was added or removed: its review in that checklist. */
  readonly review?: ReviewedRule | undefined;
}

/**
 * What differs between two checklists, as data: asset, STIGs, rules, statuses, details, comments, overrides. Texts by people
 * are compared exactly, a rule's texts white space aside. STIGs are matched by their benchmark's id as XCCDF writes it (several of one
 * id in their order), one without an id by a rule that both have, rules as `matchRules` does. Not compared: UUIDs, titles of files, times, the order of rules, and what CKL and
 * CKLB do not carry (ids of checks and fixes).
 *
 * @param ignored names of fields that are not compared, because one of the two formats does not carry them
 */
export const diffChecklists = (
  old: Checklist,
  now: Checklist,
  ignored: ReadonlySet<string> = new Set(),
): ChecklistDiff => {
  const pairs = pairStigs(old.stigs, now.stigs);
  return {
    asset: compareAssets(old.asset, now.asset).filter(({ field }) => !ignored.has(field)),
    stigs: pairs.flatMap((pair) => {
      const diff = diffStigs(pair.old, pair.new, ignored);
      return diff.change === 'changed' && diff.fields.length + diff.rules.length === 0 ? [] : [diff];
    }),
  };
};

/** True where two checklists differ in nothing that is compared. */
export const isEmptyDiff = (diff: ChecklistDiff): boolean => diff.asset.length + diff.stigs.length === 0;

type StigPair = { readonly old?: ChecklistStig | undefined; readonly new?: ChecklistStig | undefined };

const pairStigs = (old: readonly ChecklistStig[], now: readonly ChecklistStig[]): readonly StigPair[] => {
  const left = [...now];
  const take = (isSame: (other: ChecklistStig) => boolean): ChecklistStig | undefined => {
    const at = left.findIndex(isSame);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const byId = old.map((stig) =>
    take((other) => sameStig(toNameCharacters(stig.benchmark.id), toNameCharacters(other.benchmark.id))),
  );
  const pairs = old.map(
    (stig, i): StigPair => ({ old: stig, new: byId[i] ?? take((other) => sharesRules(stig, other)) }),
  );
  return [...pairs, ...left.map((stig) => ({ new: stig }))];
};

/** A STIG with another publisher's id, or without one, is matched by its rules. */
const sharesRules = (a: ChecklistStig, b: ChecklistStig): boolean => {
  const ids = new Set(a.reviews.map(({ rule }) => rule.ruleId));
  return b.reviews.some(({ rule }) => rule.ruleId !== '' && ids.has(rule.ruleId));
};

const diffStigs = (
  old: ChecklistStig | undefined,
  now: ChecklistStig | undefined,
  ignored: ReadonlySet<string>,
): StigDiff => ({
  id: (now ?? old)?.benchmark.id ?? '',
  change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
  release: {
    old: old === undefined ? null : releaseOf(old.benchmark),
    new: now === undefined ? null : releaseOf(now.benchmark),
  },
  fields:
    old === undefined || now === undefined
      ? []
      : [
          ...stigFields.flatMap((field) => changeOf(field, old.benchmark[field], now.benchmark[field])),
          ...changeOf('classification', old.classification ?? '', now.classification ?? ''),
        ].filter(({ field }) => !ignored.has(`stig.${field}`)),
  rules: diffReviews(old?.reviews ?? [], now?.reviews ?? [], ignored),
});

/** The fields of a STIG that are compared: those that CKL, CKLB and XCCDF results all carry. */
export const stigFields = ['id', 'title', 'version', 'releaseInfo'] as const;

const diffReviews = (
  old: readonly ReviewedRule[],
  now: readonly ReviewedRule[],
  ignored: ReadonlySet<string>,
): readonly RuleDiff[] => {
  const { matches } = matchRules(
    old.map(({ rule }) => rule),
    now.map(({ rule }) => rule),
  );
  const byOld = new Map(matches.map((match) => [match.old, match]));
  const taken = new Set(matches.map((match) => match.new));
  const kept = old.flatMap((review, i): readonly RuleDiff[] => {
    const match = byOld.get(i);
    const partner = match === undefined ? undefined : now[match.new];
    if (partner === undefined) return [{ ...idsOf(review), change: 'removed', fields: [], review }];
    const fields = [...compareRules(review.rule, partner.rule), ...compareReviews(review, partner)].filter(
      ({ field }) => !ignored.has(field),
    );
    return fields.length === 0 ? [] : [{ ...idsOf(partner), change: 'changed', matchedBy: match?.by, fields }];
  });
  const added = now.flatMap((review, i): readonly RuleDiff[] =>
    taken.has(i) ? [] : [{ ...idsOf(review), change: 'added', fields: [], review }],
  );
  return [...kept, ...added];
};

const idsOf = ({ rule: { groupId, ruleId, stigId, title } }: ReviewedRule) => ({ groupId, ruleId, stigId, title });
