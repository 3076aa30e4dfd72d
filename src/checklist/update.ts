import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule, Status } from '../model/checklist.js';
import { uuidV5 } from '../text/uuid.js';
import { compareRules, type FieldChange, sameWords } from './compare.js';
import { type MatchedBy, matchRules, ruleNumber } from './match-rules.js';
import { namedStig, stigsOfBenchmark } from './stigs-of-benchmark.js';
import { type CheckText, type Marked, markForReview, withoutPass } from './update-mark.js';

export interface UpdateOptions {
  /** Results whose check text changed become not_reviewed, except for open ones. */
  readonly resetChanged?: boolean | undefined;
  /** Fields of rules that the checklist's format does not carry, so that differences mean nothing. */
  readonly ignored?: ReadonlySet<string> | undefined;
}

export interface UpdateReport {
  readonly stig: string;
  /** `V1R1` and `V2R2` */
  readonly release: { readonly old: string; readonly new: string };
  /** Every rule that was carried, in the new benchmark's order. */
  readonly carried: readonly CarriedRule[];
  /** Rules that the checklist did not have: not_reviewed now. */
  readonly added: readonly Rule[];
  /** Rules that the new release does not have, with everything that the checklist has about them. */
  readonly removed: readonly RemovedRule[];
}

export interface CarriedRule {
  /** The new release's. */
  readonly rule: Rule;
  readonly matchedBy: MatchedBy;
  /** What differs between the two releases' texts and ids. */
  readonly changes: readonly FieldChange[];
  readonly checkText: CheckText;
  readonly status: { readonly old: Status; readonly new: Status };
  /** How the result is marked for review; undefined if there is nothing to review again. */
  readonly marked?: Marked['by'] | undefined;
}

export interface RemovedRule {
  readonly review: ReviewedRule;
  /** Group ids of the new rules that it may have become, where that could not be told. */
  readonly candidates: readonly string[];
}

export interface Updated {
  readonly checklist: Checklist;
  readonly report: UpdateReport;
}

/**
 * Carries the results of one STIG of a checklist to another release of it: statuses, details, comments and overrides go to
 * the rules that `matchRules` finds; identity and texts become the benchmark's, in its order. A result whose check text
 * changed (white space aside), or whose old text is not known while the rule id changed, is marked for review
 * (`markForReview`) if there is any. Other STIGs, asset, time and UUIDs stay.
 *
 * @returns refused: `update-stig-missing`, `update-stig-twice`. Diagnostics: `update-stig-by-rules`, `update-older`, `update-same-release`,
 *   `update-check-changed`, `update-check-unknown`, `update-mark-left-out`, `update-matched-otherwise`,
 *   `update-ambiguous`, `update-rule-removed`, `update-empty-rule-removed`, `update-rules-added`, `update-severity-changed`
 */
export const updateChecklist = (
  checklist: Checklist,
  benchmark: Benchmark,
  options: UpdateOptions = {},
): Reading<Updated> => {
  const { stigs: found, by } = stigsOfBenchmark(checklist, benchmark, (rule) => [
    rule.groupId,
    ruleNumber(rule.ruleId),
  ]);
  const [stig] = found;
  if (stig === undefined || found.length > 1) {
    const ids = checklist.stigs.map((one) => one.benchmark.id || '(a STIG without an id)').join(', ');
    const refusal =
      stig === undefined
        ? diagnostic('update-stig-missing', {}, { stig: benchmark.id, stigs: ids || 'no STIG at all' })
        : diagnostic('update-stig-twice', {}, { stig: benchmark.id, count: String(found.length) });
    return { ok: false, diagnostics: [refusal] };
  }
  const diagnostics: Diagnostic[] = [
    ...(by === 'rules'
      ? [diagnostic('update-stig-by-rules', {}, { named: namedStig(stig.benchmark.id), stig: benchmark.id })]
      : []),
    ...releaseOrder(stig, benchmark),
  ];
  const updated = updateStig(stig, benchmark, options, diagnostics);
  const stigs = checklist.stigs.map((one) => (one === stig ? updated.stig : one));
  return { ok: true, value: { checklist: { ...checklist, stigs }, report: updated.report }, diagnostics };
};

const updateStig = (
  stig: ChecklistStig,
  { rules, ...benchmark }: Benchmark,
  options: UpdateOptions,
  diagnostics: Diagnostic[],
): { readonly stig: ChecklistStig; readonly report: UpdateReport } => {
  const release = { old: releaseOf(stig.benchmark), new: releaseOf(benchmark) };
  const { matches, ambiguous } = matchRules(
    stig.reviews.map(({ rule }) => rule),
    rules,
  );
  const byNew = new Map(matches.map((match) => [match.new, match]));
  const reviews: ReviewedRule[] = [];
  const carried: CarriedRule[] = [];
  const added: Rule[] = [];
  for (const [i, rule] of rules.entries()) {
    const match = byNew.get(i);
    const old = match === undefined ? undefined : stig.reviews[match.old];
    if (match === undefined || old === undefined) {
      added.push(rule);
      // Told from others by STIG and rule; not every program writes a UUID that could be a namespace.
      const uuid = uuidV5(JSON.stringify(['rule', stig.uuid, rule.groupId, rule.ruleId]));
      reviews.push({ rule, uuid, status: 'not_reviewed', findingDetails: '', comments: '' });
      continue;
    }
    const entry = carry(old, rule, match.by, release, options);
    reviews.push(entry.review);
    carried.push(entry.carried);
    diagnostics.push(...carriedDiagnostics(old, entry.carried, release));
  }
  const doubts = new Map(ambiguous.map(({ old, candidates }) => [old, candidates]));
  const kept = new Set(matches.map((match) => match.old));
  const removed = stig.reviews.flatMap((review, i): readonly RemovedRule[] => {
    const candidates = (doubts.get(i) ?? []).flatMap((j) => rules.slice(j, j + 1).map((rule) => rule.groupId));
    return kept.has(i) ? [] : [{ review, candidates }];
  });
  diagnostics.push(...removed.flatMap((rule) => removedDiagnostics(rule, release.new)));
  if (added.length > 0)
    diagnostics.push(diagnostic('update-rules-added', {}, { count: String(added.length), release: release.new }));
  return {
    stig: { ...stig, benchmark, reviews },
    report: { stig: benchmark.id, release, carried, added, removed },
  };
};

const carry = (
  old: ReviewedRule,
  rule: Rule,
  matchedBy: MatchedBy,
  release: UpdateReport['release'],
  options: UpdateOptions,
): { readonly review: ReviewedRule; readonly carried: CarriedRule } => {
  const checkText = compareCheck(old.rule, rule);
  const marked = checkText === 'same' || isUntouched(old) ? undefined : markForReview(old, checkText, release);
  const review: ReviewedRule = {
    ...old,
    rule,
    findingDetails: marked?.findingDetails ?? old.findingDetails,
    status: marked === undefined ? old.status : options.resetChanged ? withoutPass(marked.status) : marked.status,
  };
  return {
    review,
    carried: {
      rule,
      matchedBy,
      changes: compareRules(old.rule, rule).filter(({ field }) => options.ignored?.has(field) !== true),
      checkText,
      status: { old: old.status, new: review.status },
      marked: marked?.by,
    },
  };
};

/** A rule id without a new revision has the same text, even if the checklist does not have it. */
const compareCheck = (old: Rule, now: Rule): CheckText => {
  if (old.checkContent.trim() !== '' && now.checkContent.trim() !== '')
    return sameWords(old.checkContent, now.checkContent) ? 'same' : 'changed';
  return old.ruleId !== '' && old.ruleId === now.ruleId ? 'same' : 'unknown';
};

const carriedDiagnostics = (
  old: ReviewedRule,
  { rule, matchedBy, checkText, marked }: CarriedRule,
  release: UpdateReport['release'],
): readonly Diagnostic[] => {
  const place = { property: rule.groupId };
  const changed = checkText === 'changed' ? 'update-check-changed' : 'update-check-unknown';
  const sameGroup = old.rule.groupId === '' || old.rule.groupId === rule.groupId;
  const byId = matchedBy === 'identity' || matchedBy === 'group id' || (matchedBy === 'rule id' && sameGroup);
  return [
    ...(marked === undefined ? [] : [diagnostic(changed, place, { status: old.status, rule: release.new })]),
    ...(marked === 'status'
      ? [diagnostic('update-mark-left-out', place, { length: String(old.findingDetails.length) })]
      : []),
    ...(byId ? [] : [diagnostic('update-matched-otherwise', place, { rule: nameOf(old.rule), by: matchedBy })]),
    ...(old.rule.severity === rule.severity
      ? []
      : [diagnostic('update-severity-changed', place, { before: old.rule.severity, now: rule.severity })]),
  ];
};

const removedDiagnostics = ({ review, candidates }: RemovedRule, release: string): readonly Diagnostic[] => {
  const place = { property: nameOf(review.rule) };
  const code = isUntouched(review) ? 'update-empty-rule-removed' : 'update-rule-removed';
  return candidates.length > 0
    ? [diagnostic('update-ambiguous', place, { candidates: candidates.join(', '), status: review.status })]
    : [diagnostic(code, place, { status: review.status, release })];
};

const nameOf = (rule: Rule): string => rule.groupId || rule.ruleId || rule.stigId || '(a rule without an id)';

/** Says where the benchmark is no newer than what the checklist has. Releases are compared by their numbers. */
const releaseOrder = (stig: ChecklistStig, benchmark: Benchmark): readonly Diagnostic[] => {
  const [old, now] = [releaseOf(stig.benchmark), releaseOf(benchmark)];
  if (old === now) return [diagnostic('update-same-release', {}, { release: now })];
  const [a, b] = [old, now].map((release) => /^V(\d+)R(\d+)$/.exec(release)?.slice(1).map(Number));
  if (a === undefined || b === undefined) return [];
  const [version = 0, number = 0] = a;
  const [newVersion = 0, newNumber = 0] = b;
  const isOlder = newVersion < version || (newVersion === version && newNumber < number);
  return isOlder ? [diagnostic('update-older', {}, { benchmark: now, checklist: old })] : [];
};

/** Whether the rule has no review yet. */
const isUntouched = (review: ReviewedRule): boolean =>
  review.status === 'not_reviewed' &&
  review.findingDetails === '' &&
  review.comments === '' &&
  review.severityOverride === undefined;
