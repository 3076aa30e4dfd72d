import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule } from '../model/benchmark.js';
import type { Checklist, ChecklistStig, ReviewedRule } from '../model/checklist.js';
import { cutText, textLimit } from '../text/limit.js';
import { toXmlText } from '../text/xml-characters.js';
import type { Fitted } from './written.js';

export interface TextOptions {
  /** Texts longer than importers read stay whole. */
  readonly wholeTexts?: boolean | undefined;
}

/**
 * Makes a checklist one whose texts every format and importer can carry, so that all the formats say the same: characters
 * that XML forbids become U+FFFD, line breaks LF, and finding details and comments are cut at the importers' limit, unless they are wanted
 * whole.
 * Diagnostics: `characters-replaced` and `text-cut`, which name the text in `place.property`; they are the same whatever
 * the format.
 */
export const toPortable = (checklist: Checklist, { wholeTexts = false }: TextOptions = {}): Fitted => {
  const diagnostics: Diagnostic[] = [];
  const { stigs, ...rest } = checklist;
  const whole = {
    ...clean(rest, 'checklist', diagnostics),
    stigs: stigs.map((stig) => portableStig(stig, wholeTexts, diagnostics)),
  };
  return { checklist: whole, diagnostics };
};

const portableStig = (
  { reviews, ...stig }: ChecklistStig,
  wholeTexts: boolean,
  diagnostics: Diagnostic[],
): ChecklistStig => ({
  ...clean(stig, stig.benchmark.id, diagnostics),
  reviews: reviews.map(({ rule, ...review }) => {
    const cleaned = {
      rule: portableRule(rule, diagnostics),
      ...clean(review, rule.groupId, diagnostics),
    };
    if (wholeTexts) return cleaned;
    return {
      ...cleaned,
      findingDetails: cut(cleaned, 'findingDetails', diagnostics),
      comments: cut(cleaned, 'comments', diagnostics),
    };
  }),
});

/** Of the rules of a benchmark, which many checklists share. */
const portableRules = new WeakMap<Rule, { readonly rule: Rule; readonly diagnostics: readonly Diagnostic[] }>();

const portableRule = (rule: Rule, diagnostics: Diagnostic[]): Rule => {
  let portable = portableRules.get(rule);
  if (portable === undefined) {
    const own: Diagnostic[] = [];
    portable = { rule: clean(rule, `${rule.groupId} rule`, own), diagnostics: own };
    portableRules.set(rule, portable);
  }
  diagnostics.push(...portable.diagnostics);
  return portable.rule;
};

const cut = (review: ReviewedRule, name: 'findingDetails' | 'comments', diagnostics: Diagnostic[]): string => {
  const text = review[name];
  if (text.length <= textLimit) return text;
  const words = { length: String(text.length), limit: String(textLimit) };
  diagnostics.push(diagnostic('text-cut', { property: `${review.rule.groupId} ${name}` }, words));
  return cutText(text, textLimit);
};

/** Plain data with every text in it made portable; the same where it is so already. `where` is the path so far. */
const clean = <T>(value: T, where: string, diagnostics: Diagnostic[]): T => {
  const cleaned = (item: unknown, path: string): unknown => {
    if (typeof item === 'string') {
      const { text, replaced } = toXmlText(item);
      if (replaced > 0)
        diagnostics.push(diagnostic('characters-replaced', { property: path }, { count: String(replaced) }));
      return text;
    }
    if (Array.isArray(item)) {
      const members: unknown[] = item.map((member) => cleaned(member, path));
      return members.every((member, i) => member === item[i]) ? item : members;
    }
    if (typeof item !== 'object' || item === null) return item;
    let changed: Record<string, unknown> | undefined;
    for (const key of Object.keys(item)) {
      const member = (item as Readonly<Record<string, unknown>>)[key];
      const portable = cleaned(member, `${path} ${key}`);
      if (portable === member) continue;
      changed ??= { ...item };
      changed[key] = portable;
    }
    return changed ?? item;
  };
  return cleaned(value, where) as T;
};
