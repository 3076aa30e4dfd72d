import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule, Status } from '../model/checklist.js';
import { countsMore, statusWords } from '../rules/status-words.js';
import { uuidV5 } from '../text/uuid.js';
import { ruleNumber } from './match-rules.js';

/** By which of its ids another publisher's rule names one of DISA's, the surest first. */
const kinds: readonly { readonly by: string; readonly keyOf: (rule: Rule) => string }[] = [
  { by: 'rule id', keyOf: (rule) => rule.ruleId },
  { by: 'STIG id', keyOf: (rule) => rule.stigId },
  { by: 'group id', keyOf: (rule) => rule.groupId },
  { by: 'rule number of another revision', keyOf: (rule) => ruleNumber(rule.ruleId) },
];

interface Target {
  readonly rule: Rule;
  readonly by: string;
}

/**
 * Makes the checklist of DISA's STIG of results for another publisher's rules, such as ComplianceAsCode's, which name DISA's in their
 * references or idents. Of several on one of DISA's rules the worst status counts; the finding details say of which rules the results are. Rules
 * that none names are not reviewed. Undefined where no rule is named. Warnings: `convert-rules-mapped`, `convert-results-left`.
 */
export const mapToBenchmark = (
  checklist: Checklist,
  benchmark: Benchmark,
): { readonly value: Checklist; readonly diagnostics: readonly Diagnostic[] } | undefined => {
  const targets = targetsIn(benchmark);
  const [stig, ...others] = checklist.stigs.filter(({ reviews }) =>
    reviews.some((review) => targetsOf(review, targets).length > 0),
  );
  if (stig === undefined || others.length > 0) return undefined;
  const mapped = mapStig(stig, benchmark, targets);
  const stigs = checklist.stigs.map((one) => (one === stig ? mapped.stig : one));
  return { value: { ...checklist, stigs }, diagnostics: mapped.diagnostics };
};

/** The rule that each id names; an id of two rules names neither. */
const targetsIn = ({ rules }: Benchmark): ReadonlyMap<string, Target> => {
  const targets = new Map<string, Target | undefined>();
  for (const { by, keyOf } of kinds)
    for (const rule of rules) {
      const key = keyOf(rule).toUpperCase();
      const known = targets.get(key);
      if (!targets.has(key)) targets.set(key, { rule, by });
      else if (known?.rule !== rule) targets.set(key, undefined);
    }
  targets.delete('');
  return new Map([...targets].flatMap(([key, target]) => (target === undefined ? [] : [[key, target]])));
};

/** The rules that a review's rule names, each once. */
const targetsOf = ({ rule }: ReviewedRule, targets: ReadonlyMap<string, Target>): readonly Target[] => {
  const found = new Map<Rule, Target>();
  for (const id of rule.otherIds ?? []) {
    const target = targets.get(id.toUpperCase()) ?? targets.get(ruleNumber(id).toUpperCase());
    if (target !== undefined && !found.has(target.rule)) found.set(target.rule, target);
  }
  return [...found.values()];
};

const mapStig = (
  stig: ChecklistStig,
  { rules, ...facts }: Benchmark,
  targets: ReadonlyMap<string, Target>,
): { readonly stig: ChecklistStig; readonly diagnostics: readonly Diagnostic[] } => {
  const sources = new Map<Rule, ReviewedRule[]>();
  const counts = new Map<string, number>();
  const left: ReviewedRule[] = [];
  for (const review of stig.reviews) {
    const found = targetsOf(review, targets);
    if (found.length === 0) left.push(review);
    for (const { rule, by } of found) {
      const same = sources.get(rule) ?? [];
      same.push(review);
      sources.set(rule, same);
      counts.set(by, (counts.get(by) ?? 0) + 1);
    }
  }
  const reviews = rules.map((rule) => reviewFrom(rule, sources.get(rule) ?? [], stig.uuid));
  const without = rules.filter((rule) => !sources.has(rule));
  const mapped = diagnostic(
    'convert-rules-mapped',
    {},
    {
      mapped: `${stig.reviews.length - left.length} of the file's ${stig.reviews.length} rules`,
      to: `${sources.size} rules of ${facts.id} ${releaseOf(facts)}`,
      by: [...counts].map(([by, count]) => `${count} by ${by}`).join(', '),
      several: String([...sources.values()].filter(({ length }) => length > 1).length),
      without: named(without.map(({ groupId, ruleId }) => groupId || ruleId)),
    },
  );
  return { stig: { ...stig, benchmark: facts, reviews }, diagnostics: [mapped, ...leftBehind(left)] };
};

const reviewFrom = (rule: Rule, sources: readonly ReviewedRule[], stigUuid: string): ReviewedRule => {
  const uuid = uuidV5(JSON.stringify(['rule', stigUuid, rule.groupId, rule.ruleId]));
  const [first, ...others] = sources;
  if (first === undefined) return { rule, uuid, status: 'not_reviewed', findingDetails: '', comments: '' };
  const worst = others.reduce((kept, next) => (countsMore(next.status, kept.status) ? next : kept), first);
  const findingDetails = sources.map((one) =>
    [`${one.rule.ruleId}: ${statusWords[one.status]}`, one.findingDetails].filter((text) => text !== '').join('\n'),
  );
  const comments = sources.map((one) => one.comments).filter((text) => text !== '');
  return {
    rule,
    uuid,
    status: worst.status,
    findingDetails: findingDetails.join('\n'),
    comments: comments.join('\n\n'),
    ...(worst.assessedAt === undefined ? {} : { assessedAt: worst.assessedAt }),
  };
};

/** Every finding without a place is named; of the others, the first. */
const leftBehind = (left: readonly ReviewedRule[]): readonly Diagnostic[] => {
  if (left.length === 0) return [];
  const of = (status: Status) => left.filter((review) => review.status === status).map(({ rule }) => rule.ruleId);
  const told = (['open', 'not_a_finding', 'not_applicable', 'not_reviewed'] as const).flatMap((status) => {
    const ids = of(status);
    const names = status === 'open' ? ids.join(', ') : named(ids);
    return ids.length === 0 ? [] : [`${ids.length} ${status} (${names})`];
  });
  return [diagnostic('convert-results-left', {}, { count: String(left.length), what: told.join('; ') })];
};

const shown = 10;

const named = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : names.slice(0, shown).join(', ') + (names.length > shown ? ` and ${names.length - shown} more` : '');
