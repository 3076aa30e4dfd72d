import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ReviewedRule } from '../model/checklist.js';
import type { ConnectorReview, Review } from '../model/review.js';
import { labelOf, outcomes } from '../outcome/outcome.js';
import { statusWords, worstFirst } from '../rules/status-words.js';
import { doubtLines, siteLines, verdictSentence } from '../rules/verdict.js';
import { type AdviceFor, adviceCell } from './advice.js';
import { decisiveClauses } from './connectors.js';
import { severityText } from './host-facts.js';
import { type Content, h } from './html.js';
import { counted, outcomeClass, outcomeMark, table, value, wholeValue } from './parts.js';

/** A rule of the checklist that was judged here, with how. */
export interface JudgedRule {
  readonly reviewed: ReviewedRule;
  readonly review: Review;
}

/** How many connectors the first page names; the tables that follow have them all. */
const mostOnFirstPage = 10;

/** The verdict on one rule, with what must not be read apart from it. */
export const verdictOfRule = ({ reviewed, review }: JudgedRule, diagnostics: readonly Diagnostic[]): Content =>
  h(
    'div',
    { class: `verdict ${outcomeClass(reviewed.status)}` },
    h('p', outcomeMark(reviewed.status), ` ${sentenceOf(review, reviewed.rule.groupId)}`),
    [...siteLines(review), ...doubtsAndReadings(review), ...readToo([review], diagnostics)].map((line) => h('p', line)),
  );

/** The verdict in a sentence that names the rule. */
const sentenceOf = (review: Review, groupId: string): string => {
  const sentence = verdictSentence(review);
  return sentence.includes(groupId) ? sentence : `${groupId}: ${sentence}`;
};

/** The verdicts on several rules: their counts, what is in doubt, said once, and each rule in a line, the worst first. */
export const verdictOfRules = (rules: readonly JudgedRule[], diagnostics: readonly Diagnostic[]): Content => {
  const worst = [...rules].sort((a, b) => worstFirst(a.reviewed.status, b.reviewed.status));
  const [first] = worst;
  if (first === undefined) return h('p', 'No rule was judged.');
  const reviews = rules.map(({ review }) => review);
  const beside = [
    ...new Set([...reviews.flatMap((review) => doubtsAndReadings(review)), ...readToo(reviews, diagnostics)]),
  ];
  return [
    h(
      'div',
      { class: `verdict ${outcomeClass(first.reviewed.status)}` },
      h('p', outcomeMark(first.reviewed.status), ` ${countsOf(rules.map(({ reviewed }) => reviewed))}`),
      beside.map((line) => h('p', line)),
    ),
    table({
      id: 'rule-list',
      caption: `${counted(rules.length, 'rule')}, failing first`,
      size: 'middle',
      kind: 'rules',
      columns: ['Rule', 'Verdict', 'Why'],
      rows: worst.map(({ reviewed: { rule, status }, review }) => [
        [h('strong', value(rule.groupId)), ` (${severityText(rule)}): `, value(rule.title)],
        outcomeMark(status),
        [verdictSentence(review), ...siteLines(review)].map((line) => h('p', line)),
      ]),
    }),
  ];
};

/** `4 rules OPEN, 1 rule NOT REVIEWED` */
export const countsOf = (reviewed: readonly ReviewedRule[]): string =>
  outcomes
    .flatMap((outcome) => {
      const count = reviewed.filter(({ status }) => status === outcome).length;
      return outcome === 'refused' || count === 0 ? [] : `${counted(count, 'rule')} ${statusWords[outcome]}`;
    })
    .join(', ');

const doubtsAndReadings = (review: Review): readonly string[] => [...doubtLines(review), ...review.readings];

/** What the verdict must not be read without, though it changes nothing in it; the next pages have the words. */
const readToo = (reviews: readonly Review[], diagnostics: readonly Diagnostic[]): readonly string[] => {
  const connectors = reviews[0]?.connectors ?? [];
  const odd = connectors.filter((_, i) =>
    reviews.some((review) => review.connectors[i]?.notes.some(({ kind }) => kind === 'integrity')),
  ).length;
  const reported = diagnostics.filter(({ severity }) => severity !== 'info').length;
  return [
    ...(odd > 0
      ? [
          `Read the integrity notes: ${odd} of ${counted(connectors.length, 'send connector')} ${odd === 1 ? 'shows' : 'show'} a state that Exchange does not allow.`,
        ]
      : []),
    ...(reported > 0 ? [`Read the messages: ${counted(reported, 'warning or error', 'warnings and errors')}.`] : []),
  ];
};

/** The connectors that fail a rule or could not be judged by it: why, and what to do. */
export const failingTable = ({ review }: JudgedRule, advice: AdviceFor, id: string): Content => {
  const failing = notMeeting(review);
  if (failing.length === 0) return undefined;
  const more = failing.length - mostOnFirstPage;
  return [
    table({
      id: `${id}-failing`,
      caption: 'What fails, and what to do',
      size: 'middle',
      kind: 'failing',
      columns: ['Connector', 'Why', 'What to do'],
      rows: failing
        .slice(0, mostOnFirstPage)
        .map((connector) => [
          h('strong', value(labelOf(connector))),
          [
            h('p', statusWords[connector.status]),
            decisiveClauses(connector).map(({ words }) => h('p', wholeValue(words))),
          ],
          adviceCell(advice(connector, review.vulnId)),
        ]),
    }),
    more > 0 ? h('p', `${counted(more, 'more connector')}: see the table of connectors.`) : undefined,
  ];
};

/** The worst first; none of a rule that does not apply. */
export const notMeeting = ({ status, connectors }: Review): readonly ConnectorReview[] =>
  status === 'not_applicable'
    ? []
    : connectors
        .filter((one) => one.status === 'open' || one.status === 'not_reviewed')
        .sort((a, b) => worstFirst(a.status, b.status));

/** For the name and signature of the person who decides. */
export const signature = (assessor: string | undefined): Content => [
  h('p', { class: 'signed' }, 'Signed for the verdict and the evidence above:'),
  h(
    'dl',
    { class: 'sign' },
    [
      ['Name', assessor === undefined ? undefined : value(assessor)],
      ['Organization', undefined],
      ['Date', undefined],
      ['Signature', undefined],
    ].map(([name, content]) => h('div', h('dt', name), h('dd', content ?? '\u00a0'))),
  ),
];
