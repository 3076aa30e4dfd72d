import { idWithoutPrefix } from '../../benchmark/xccdf-source.js';
import { emptyRule, type Rule } from '../../model/benchmark.js';
import type { SeverityOverride, Status } from '../../model/checklist.js';
import { toUtcTime } from '../../text/utc-time.js';
import { plainWeight } from '../../text/weight.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { ReadReview } from '../reading/finish.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf, severityOf } from '../reading/words.js';
import { readTexts } from './read-texts.js';

export interface ResultContext {
  /** The Rules of the document, by id without prefix. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly report: Report;
  readonly spotOf: (element: XmlElement, property?: string) => Spot;
  /** Whether the program that wrote the file is one that puts details where others put code. */
  readonly hasPlainDetails: boolean;
  /** When the whole was assessed. */
  readonly assessedAt: string;
  /** Receives each result that is read as another status than its word says. */
  readonly mapped: (word: string, status: Status) => void;
}

/** What each of the results that XCCDF knows means for a checklist. */
const statuses: Readonly<Record<string, { readonly status: Status; readonly exact: boolean }>> = {
  pass: { status: 'not_a_finding', exact: true },
  fail: { status: 'open', exact: true },
  notapplicable: { status: 'not_applicable', exact: true },
  notchecked: { status: 'not_reviewed', exact: true },
  fixed: { status: 'not_a_finding', exact: false },
  error: { status: 'not_reviewed', exact: false },
  unknown: { status: 'not_reviewed', exact: false },
  informational: { status: 'not_reviewed', exact: false },
  notselected: { status: 'not_reviewed', exact: false },
};

/** Reads a rule-result. Where the document has no Rule of that id, the result itself says what it can of the rule. */
export const readResult = (result: XmlElement, context: ResultContext): ReadReview => {
  const { report, rules } = context;
  const ruleId = idWithoutPrefix((attributeOf(result, 'idref') ?? '').trim());
  const known = rules.get(ruleId);
  const spot = context.spotOf(result, ruleId);
  const rule = known ?? ruleOf(result, ruleId, report, spot);
  if (known !== undefined) leaveDifferences(result, known, report, spot);
  for (const child of elementsOf(result))
    if (!read.has(child.name)) report.leave(child.name, context.spotOf(child), attributeTexts(child) + textOf(child));
  return {
    spot,
    uuid: '',
    rule,
    status: statusOf(result, context, spot),
    ...readTexts(result, report, context.spotOf, context.hasPlainDetails),
    severityOverride: known === undefined ? undefined : overrideOf(result, known, report, spot),
    ...timeOf(result, context, spot),
  };
};

const read = new Set(['result', 'ident', 'message', 'fix', 'check']);

const attributeTexts = (element: XmlElement): string =>
  element.attributes.map(({ name, value }) => `${name}=${value} `).join('');

/** Only what is exactly a result's word, and there once, decides: what is garbled must not become a pass. */
const statusOf = (result: XmlElement, { report, mapped }: ResultContext, spot: Spot): Status => {
  const words = elementsOf(result, 'result').map((element) => textOf(element).trim());
  const [word = ''] = words;
  const found = words.length === 1 && Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  if (found === undefined)
    report.say('reading-status-unknown', spot, {
      status: words.join('" and "'),
      statuses: Object.keys(statuses).join(', '),
    });
  else if (!found.exact) mapped(word, found.status);
  return found?.status ?? 'not_reviewed';
};

const identsOf = (result: XmlElement): Pick<Rule, 'ccis' | 'legacyIds' | 'otherIds'> => {
  const idents = elementsOf(result, 'ident').map((ident) => ({
    system: attributeOf(ident, 'system') ?? '',
    id: textOf(ident).trim(),
  }));
  const of = (pattern: RegExp) =>
    idents.filter(({ system, id }) => id !== '' && pattern.test(system)).map(({ id }) => id);
  const otherIds = of(/^(?!.*\b(?:cci|legacy)\b)/i);
  return {
    ccis: of(/\bcci\b/i),
    legacyIds: of(/\blegacy\b/i),
    ...(otherIds.length === 0 ? {} : { otherIds }),
  };
};

const fixIdOf = (result: XmlElement): string => {
  const fix = firstOf(result, 'fix');
  return (fix === undefined ? '' : (attributeOf(fix, 'id') ?? '')).trim();
};

const checkSystemOf = (result: XmlElement): string => {
  const check = firstOf(result, 'check');
  return (check === undefined ? '' : (attributeOf(check, 'system') ?? '')).trim();
};

const ruleOf = (result: XmlElement, ruleId: string, report: Report, spot: Spot): Rule => ({
  ...emptyRule,
  ruleId,
  stigId: (attributeOf(result, 'version') ?? '').trim(),
  severity: severityOf(attributeOf(result, 'severity') ?? '', report, spot),
  weight: plainWeight(attributeOf(result, 'weight') ?? ''),
  checkSystem: checkSystemOf(result),
  fixId: fixIdOf(result),
  ...identsOf(result),
});

/** What the result says about the rule that differs from the Rule. */
const leaveDifferences = (result: XmlElement, rule: Rule, report: Report, spot: Spot): void => {
  const { ccis, legacyIds } = identsOf(result);
  const [ruleCcis, ruleLegacyIds] = [new Set(rule.ccis), new Set(rule.legacyIds)];
  const others = [...ccis.filter((cci) => !ruleCcis.has(cci)), ...legacyIds.filter((id) => !ruleLegacyIds.has(id))];
  report.leave('ident', spot, others.join(', '));
  const differs = (text: string, kept: string) => (text === kept ? '' : text);
  report.leaveId('version', spot, differs((attributeOf(result, 'version') ?? '').trim(), rule.stigId));
  report.leaveId('fix', spot, differs(fixIdOf(result), rule.fixId));
  const weight = (attributeOf(result, 'weight') ?? '').trim();
  if (Number(weight) !== Number(rule.weight)) report.leave('weight', spot, weight);
};

/** A result's severity that is not its Rule's was overridden. XCCDF has no place for the reason. */
const overrideOf = (result: XmlElement, rule: Rule, report: Report, spot: Spot): SeverityOverride | undefined => {
  const written = attributeOf(result, 'severity');
  if (written === undefined || written.trim() === '') return undefined;
  const severity = severityOf(written, report, spot);
  return severity === rule.severity ? undefined : { severity, justification: '' };
};

const timeOf = (result: XmlElement, { report, assessedAt }: ResultContext, spot: Spot): { assessedAt?: string } => {
  const written = attributeOf(result, 'time');
  if (written === undefined) return {};
  const found = toUtcTime(asLf(written));
  if (found === undefined) report.leave('time', spot, written);
  return found === undefined || found.time === assessedAt ? {} : { assessedAt: found.time };
};
