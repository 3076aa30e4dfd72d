import { judgedReview } from '../formats/judged-review.js';
import type { RuleSeverity } from '../model/benchmark.js';
import type { ReviewedRule, Tool } from '../model/checklist.js';
import type { Review } from '../model/review.js';
import type { Judged, JudgedHost } from '../outcome/judged-host.js';
import { outcomes, outcomeWords, worstResult } from '../outcome/outcome.js';
import { adviceOf } from '../remediation/advice.js';
import { planRemediation } from '../remediation/plan.js';
import { collectionWords, exportedWords, siteFileWords, transportConfigWords } from '../rules/finding-details.js';
import type { AdviceFor } from './advice.js';
import { connectorsTable, noteText } from './connectors.js';
import {
  countsOf,
  failingTable,
  type JudgedRule,
  notMeeting,
  signature,
  verdictOfRule,
  verdictOfRules,
} from './decision.js';
import { diagnosticsTable } from './diagnostics.js';
import { assessmentFacts, evidenceTable, severityText, stigFacts } from './host-facts.js';
import { type Content, h } from './html.js';
import { type Section, toPage } from './page.js';
import { counted, table, value } from './parts.js';

/**
 * Writes the report of one host: a page of HTML without script that needs no other file, for the screen and for paper. Its first
 * printed page is the decision: the verdict, what fails and what to do, the asset, the rule, the evidence, and where to sign.
 * The pages that follow have the connectors with their clauses and what was reported. The statuses are the checklist's; the
 * finding details and the rule's texts are there. The same input gives the same text.
 */
export const hostReport = (host: JudgedHost & { readonly judged: Judged }, tool: Tool): string => {
  const { judged, evidence, diagnostics } = host;
  const { checklist, reviews, judging } = judged;
  const rules = checklist.stigs.flatMap((stig) => stig.reviews.flatMap((reviewed) => judgedRule(reviewed, reviews)));
  const others = checklist.stigs.flatMap((stig) =>
    stig.reviews.filter((reviewed) => rules.every((one) => one.reviewed !== reviewed)),
  );
  const advice: AdviceFor = judging === undefined ? () => undefined : adviceOf(planRemediation(judged, judging));
  const [first] = rules;
  const only = rules.length === 1 ? first : undefined;
  const sections: readonly Section[] = [
    {
      id: 'verdict',
      heading: 'Verdict',
      content: [
        only === undefined ? verdictOfRules(rules, diagnostics) : verdictOfRule(only, diagnostics),
        only === undefined ? undefined : failingTable(only, advice, 'rule-1'),
        othersLine(others),
        factsOf(host, only, tool),
        evidenceOf(host),
        signature(checklist.assessor),
      ],
    },
    ...(only === undefined
      ? rules.flatMap((rule, i) => detailsOfRule(rule, advice, i + 1, host))
      : [
          {
            id: 'connectors',
            heading: 'Connectors',
            content: [connectorsTable(only.review, evidence, { id: 'rule-1' }), hostNotes(only.review)],
          },
        ]),
    ...(diagnostics.length === 0
      ? []
      : [{ id: 'messages', heading: 'Messages', content: diagnosticsTable(diagnostics, 'messages') }]),
    ...(others.length === 0 ? [] : [{ id: 'others', heading: 'Rules not judged', content: othersTable(others) }]),
  ];
  return toPage({
    title: `STIG report for ${checklist.asset.hostName}: ${inShort(rules)}`,
    label: checklist.asset.hostName,
    marking: checklist.asset.marking,
    sections,
    tool,
    assessedAt: checklist.assessedAt,
  });
};

const judgedRule = (reviewed: ReviewedRule, reviews: readonly Review[]): readonly JudgedRule[] => {
  const { review } = judgedReview(reviewed, reviews);
  return review === undefined ? [] : [{ reviewed, review }];
};

/** `V-259594 OPEN`, `6 rules, OPEN` */
const inShort = (rules: readonly JudgedRule[]): string => {
  const worst = worstResult(rules.map(({ reviewed }) => reviewed));
  if (worst === undefined) return 'no rule judged';
  return `${rules.length === 1 ? worst.rule.groupId : `${rules.length} rules,`} ${outcomeWords[worst.status]}`;
};

const factsOf = (
  { judged: { checklist }, collections }: ReportedHost,
  only: JudgedRule | undefined,
  tool: Tool,
): Content =>
  h(
    'div',
    { class: 'beside' },
    assessmentFacts(checklist, exportedWords(checklist.collectedAt, collections), tool),
    checklist.stigs.map((stig) => stigFacts(stig, only?.reviewed.rule)),
  );

type ReportedHost = JudgedHost & { readonly judged: Judged };

const evidenceOf = ({ evidence, transportConfigs = [], collections = [], site }: ReportedHost): Content => [
  evidenceTable(evidence),
  transportConfigs.map((file) => h('p', 'Transport configuration: ', value(transportConfigWords(file)))),
  site === undefined ? undefined : h('p', 'Site file: ', value(siteFileWords(site))),
  collections.map((one) => h('p', 'Collected: ', value(collectionWords(one)))),
];

/** One of several rules: the connectors that do not meet it. A rule that all meet is a line of the list of rules. */
const detailsOfRule = (
  { reviewed: { rule }, review }: JudgedRule,
  advice: AdviceFor,
  number: number,
  { evidence }: ReportedHost,
): readonly Section[] => {
  const failing = notMeeting(review);
  return failing.length === 0
    ? []
    : [
        {
          id: `connectors-${number}`,
          heading: `${rule.groupId}: connectors`,
          content: [
            connectorsTable(review, evidence, { id: `rule-${number}`, connectors: failing, advice }),
            hostNotes(review),
          ],
        },
      ];
};

/** A whole benchmark has rules that nobody judged: the verdict must not seem to be theirs. */
const othersLine = (others: readonly ReviewedRule[]): Content =>
  others.length === 0
    ? undefined
    : h('p', `${counted(others.length, 'other rule')} of the benchmark: not judged here (${countsOf(others)}).`);

const hostNotes = ({ notes }: Review): Content =>
  notes.length === 0
    ? undefined
    : [h('h3', 'Notes on the host'), h('ul', ...notes.map((note) => h('li', `Note${noteText(note)}`)))];

/** By status and severity: of a whole benchmark a row for each rule would be pages. */
const othersTable = (others: readonly ReviewedRule[]): Content =>
  table({
    id: 'other-rules',
    caption: counted(others.length, 'rule'),
    size: 'middle',
    columns: ['Status', 'Severity', 'Rules'],
    rows: outcomes.flatMap((outcome) =>
      severities.flatMap((severity) => {
        const group = others.filter(({ status, rule }) => status === outcome && rule.severity === severity);
        const [one] = group;
        const ids = group.map(({ rule }, i) => [i > 0 ? ', ' : '', h('span', { class: 'id' }, rule.groupId)]);
        return one === undefined ? [] : [[outcomeWords[outcome], severityText(one.rule), ids]];
      }),
    ),
  });

const severities: readonly RuleSeverity[] = ['high', 'medium', 'low', 'unknown'];
