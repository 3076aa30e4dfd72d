import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Rule } from '../../model/benchmark.js';
import type { Checklist, ChecklistStig } from '../../model/checklist.js';
import { namesOf } from '../../text/names.js';
import { toNameCharacters, toNcName } from '../../xml/characters.js';
import { type TextOptions, toPortable } from '../portable.js';
import type { Fitted } from '../written.js';

/**
 * A checklist whose ids XCCDF allows, which are names of XML. Diagnostics: those of `toPortable`; `id-rewritten` for each kind of ids in
 * which something was replaced, and for a STIG without an id, which gets one of its title; the error `rule-id-missing`: a result refers to its rule.
 */
export const fitXccdf = (whole: Checklist, texts: TextOptions = {}): Fitted => {
  const { checklist, diagnostics } = toPortable(whole, texts);
  const fitted = checklist.stigs.map(fitStig);
  return {
    checklist: { ...checklist, stigs: fitted.map(({ stig }) => stig) },
    diagnostics: [...diagnostics, ...fitted.flatMap((one) => one.diagnostics)],
  };
};

const fitStig = (
  stig: ChecklistStig,
): { readonly stig: ChecklistStig; readonly diagnostics: readonly Diagnostic[] } => {
  const { benchmark, reviews } = stig;
  const rules = reviews.map(({ rule }) => rule);
  const id = toNameCharacters(benchmark.id || benchmark.title || 'unnamed');
  const noticeId = toNcName(benchmark.noticeId);
  const [groupIds, ruleIds, fixIds] = (['groupId', 'ruleId', 'fixId'] as const).map((key) => namesFor(rules, key));
  const named = (rule: Rule): Rule => ({
    ...rule,
    groupId: groupIds?.get(rule.groupId) ?? rule.groupId,
    ruleId: ruleIds?.get(rule.ruleId) ?? rule.ruleId,
    fixId: fixIds?.get(rule.fixId) ?? rule.fixId,
  });
  const nameless = rules.filter(({ ruleId }) => ruleId === '');
  const names = nameless.map(({ groupId, stigId }) => groupId || stigId || 'without any id');
  return {
    stig: {
      ...stig,
      benchmark: { ...benchmark, id, noticeId },
      reviews: reviews.map((review) => ({ ...review, rule: named(review.rule) })),
    },
    diagnostics: [
      ...rewritten('STIG id', new Map([[benchmark.id, id]])),
      ...rewritten('notice id', new Map([[benchmark.noticeId, noticeId]])),
      ...rewritten('group ids', groupIds),
      ...rewritten('rule ids', ruleIds),
      ...rewritten('fix ids', fixIds),
      ...(nameless.length === 0
        ? []
        : [diagnostic('rule-id-missing', {}, { count: String(nameless.length), examples: namesOf(names) })]),
    ],
  };
};

/** What each id becomes: ids that differ stay so. */
const namesFor = (rules: readonly Rule[], key: 'groupId' | 'ruleId' | 'fixId'): ReadonlyMap<string, string> => {
  const ids = [...new Set(rules.map((rule) => rule[key]))];
  const taken = new Set(ids);
  const names = new Map<string, string>();
  for (const id of ids) {
    // Group and rule get a prefix.
    let name = key === 'fixId' ? toNcName(id) : toNameCharacters(id);
    while (name !== id && taken.has(name)) name += '_';
    taken.add(name);
    names.set(id, name);
  }
  return names;
};

const rewritten = (what: string, names: ReadonlyMap<string, string> = new Map()): readonly Diagnostic[] => {
  const [first, ...others] = [...names].filter(([id, name]) => id !== name);
  if (first === undefined) return [];
  const [written, name] = first;
  return [diagnostic('id-rewritten', { property: what }, { written, name, others: String(others.length) })];
};
