import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonNode } from '../json/tree.js';
import { type InputLimits, itemsPerRule, limitsOf } from '../text/input-limits.js';

type Refusal = readonly Diagnostic[];

/**
 * Says before a document is read that its rules come to more than the limit: each takes a hundred elements when it is written, however
 * short the file is. Counted are the VULNs of a CKL, and of the TestResult that has the most the rules that it has results of.
 */
export const tooManyRulesInXml = (text: string, file: string, limits: Partial<InputLimits>): Refusal => {
  let most = 0;
  let vulns = 0;
  let ofResult = new Set<string>();
  for (const [, name, idref] of text.matchAll(starts)) {
    if (name === 'VULN') vulns += 1;
    else if (name === 'TestResult') ofResult = new Set();
    else ofResult.add(idref ?? '');
    most = Math.max(most, vulns, ofResult.size);
  }
  return refusal(most, file, limits);
};

const starts = /<(?:[\w.-]+:)?(VULN|TestResult|rule-result)(?=[\s>/])(?:\s[^<>]*?\bidref\s*=\s*["']([^"'<>]*))?/g;

/** The same of a CKLB's rules. */
export const tooManyRulesInCklb = (root: JsonNode, file: string, limits: Partial<InputLimits>): Refusal => {
  const rules = itemsIn(root, 'stigs').reduce((sum, stig) => sum + itemsIn(stig, 'rules').length, 0);
  return refusal(rules, file, limits);
};

const itemsIn = (node: JsonNode, key: string): readonly JsonNode[] => {
  const value = node.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;
  return value?.kind === 'array' ? value.items : [];
};

const refusal = (rules: number, file: string, limits: Partial<InputLimits>): Refusal => {
  const { maxItems } = limitsOf(limits);
  if (rules * itemsPerRule <= maxItems) return [];
  return [
    diagnostic(
      'too-many-items',
      { file },
      { limit: maxItems, items: `items, ${itemsPerRule} for each rule (${rules} rules)` },
    ),
  ];
};
