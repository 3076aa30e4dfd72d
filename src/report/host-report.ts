import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { judgedReview } from '../formats/judged-review.js';
import type { Rule } from '../model/benchmark.js';
import type { ReviewedRule, Tool } from '../model/checklist.js';
import type { Review } from '../model/review.js';
import type { Judged, JudgedHost } from '../outcome/judged-host.js';
import { outcomeWords } from '../outcome/outcome.js';
import { collectionWords, exportedWords, siteFileWords, transportConfigWords } from '../rules/finding-details.js';
import { doubtLines, siteLines, verdictSentence } from '../rules/verdict.js';
import { connectorsTable, noteText } from './connectors.js';
import { diagnosticsTable } from './diagnostics.js';
import { assetFacts, evidenceTable, severityText, stigFacts } from './host-facts.js';
import { type Content, h } from './html.js';
import { type Section, toPage } from './page.js';
import { counted, longText, outcomeClass, outcomeMark, table, value } from './parts.js';

/** A rule of the checklist that was judged here, with how. */
interface JudgedRule {
  readonly reviewed: ReviewedRule;
  readonly review: Review;
}

/**
 * Writes the report of one host: a page of HTML without script that needs no other file, for the screen and for paper. It
 * tells the verdict, what was judged, of which asset, by which evidence, each connector with its clauses, what was reported,
 * the finding details as the checklist holds them, and the rule's texts. Rules that were not judged are listed with their
 * status. The statuses are the checklist's. The same input gives the same text.
 */
export const hostReport = (
  {
    judged: { checklist, reviews },
    evidence,
    transportConfigs = [],
    collections = [],
    site,
    diagnostics,
  }: JudgedHost & { readonly judged: Judged },
  tool: Tool,
): string => {
  const judged = checklist.stigs.flatMap((stig) => stig.reviews.flatMap((reviewed) => judgedRule(reviewed, reviews)));
  const others = checklist.stigs.flatMap((stig) =>
    stig.reviews.filter((reviewed) => judged.every((one) => one.reviewed !== reviewed)),
  );
  const { asset, assessedAt, assessor } = checklist;
  const one = judged.length === 1;
  const sections: readonly Section[] = [
    {
      id: 'verdict',
      heading: 'Verdict',
      content: [judged.map((rule) => verdict(rule, diagnostics)), othersLine(others)],
    },
    {
      id: 'stig',
      heading: 'What was judged',
      content: checklist.stigs.map((stig) =>
        stigFacts(
          stig,
          judged.map(({ reviewed }) => reviewed),
        ),
      ),
    },
    { id: 'asset', heading: 'Asset', content: assetFacts(asset, assessor) },
    {
      id: 'evidence',
      heading: 'Evidence',
      content: [
        evidenceTable(evidence),
        transportConfigs.map((file) => h('p', {}, 'Transport configuration: ', value(transportConfigWords(file)))),
        site === undefined ? undefined : h('p', {}, 'Site file: ', value(siteFileWords(site))),
        collections.map((one) => h('p', {}, 'Collected: ', value(collectionWords(one)))),
        h('p', {}, `Exported: ${exportedWords(checklist.collectedAt, collections)}`),
      ],
    },
    ...judged.map(({ review, reviewed }, i) => ({
      id: `connectors-${i + 1}`,
      heading: one ? 'Connectors' : `Connectors by ${reviewed.rule.groupId}`,
      content: [connectorsTable(review, evidence, `rule-${i + 1}`), hostNotes(review)],
    })),
    { id: 'reported', heading: 'Reported', content: diagnosticsTable(diagnostics, 'reported') },
    ...judged.map(({ reviewed }, i) => ({
      id: `details-${i + 1}`,
      heading: one ? 'Finding details' : `Finding details of ${reviewed.rule.groupId}`,
      content: [
        h('p', {}, 'As they stand in the checklist:'),
        longText(reviewed.findingDetails),
        reviewed.comments === '' ? undefined : [h('h3', {}, 'Comments'), longText(reviewed.comments)],
      ],
    })),
    ...judged.map(({ reviewed }, i) => ({
      id: `rule-text-${i + 1}`,
      heading: one ? 'The rule' : `The rule ${reviewed.rule.groupId}`,
      content: ruleTexts(reviewed.rule),
    })),
    ...(others.length === 0
      ? []
      : [{ id: 'others', heading: 'Rules that were not judged', content: othersTable(others) }]),
  ];
  const statuses = judged.map(({ reviewed }) => `${reviewed.rule.groupId} ${outcomeWords[reviewed.status]}`);
  return toPage({
    title: [`STIG report for ${asset.hostName}`, ...statuses].join(': '),
    label: asset.hostName,
    marking: asset.marking,
    sections,
    tool,
    assessedAt,
  });
};

const judgedRule = (reviewed: ReviewedRule, reviews: readonly Review[]): readonly JudgedRule[] => {
  const { review } = judgedReview(reviewed, reviews);
  return review === undefined ? [] : [{ reviewed, review }];
};

const verdict = ({ reviewed, review }: JudgedRule, diagnostics: readonly Diagnostic[]): Content =>
  h(
    'div',
    { class: `verdict ${outcomeClass(reviewed.status)}` },
    h('p', {}, outcomeMark(reviewed.status), ` ${reviewed.rule.groupId}`),
    h('p', {}, verdictSentence(review)),
    [...siteLines(review), ...doubtLines(review), ...review.readings, ...readToo(review, diagnostics)].map((line) =>
      h('p', {}, line),
    ),
  );

/** What the verdict must not be read without, though it changes nothing in it; the rest of the page has the words. */
const readToo = ({ connectors }: Review, diagnostics: readonly Diagnostic[]): readonly string[] => {
  const odd = connectors.filter(({ notes }) => notes.some(({ kind }) => kind === 'integrity')).length;
  const reported = diagnostics.filter(({ severity }) => severity !== 'info').length;
  return [
    ...(odd > 0
      ? [
          `Read the integrity notes: ${odd} of ${counted(connectors.length, 'send connector')} ${odd === 1 ? 'shows' : 'show'} what Exchange does not let be.`,
        ]
      : []),
    ...(reported > 0
      ? [`Read what was reported: ${counted(reported, 'warning or error', 'warnings and errors')}.`]
      : []),
  ];
};

/** A whole benchmark has rules that nobody judged: the verdict must not seem to be theirs. */
const othersLine = (others: readonly ReviewedRule[]): Content =>
  others.length === 0
    ? undefined
    : h(
        'p',
        {},
        `${counted(others.length, 'other rule')} of the benchmark: not judged here (`,
        statusCounts(others),
        ').',
      );

const statusCounts = (reviewed: readonly ReviewedRule[]): string =>
  [...new Set(reviewed.map(({ status }) => status))]
    .map((status) => `${reviewed.filter((other) => other.status === status).length} ${outcomeWords[status]}`)
    .join(', ');

const hostNotes = ({ notes }: Review): Content =>
  notes.length === 0
    ? undefined
    : [h('h3', {}, 'Notes on the host'), h('ul', {}, ...notes.map((note) => h('li', {}, `Note${noteText(note)}`)))];

const ruleTexts = (rule: Rule): Content => [
  h('h3', {}, 'Check'),
  longText(rule.checkContent),
  h('h3', {}, 'Fix'),
  longText(rule.fixText),
  h('h3', {}, 'Discussion'),
  longText(rule.discussion),
];

const othersTable = (others: readonly ReviewedRule[]): Content =>
  table({
    id: 'other-rules',
    caption: counted(others.length, 'rule'),
    size: 'middle',
    columns: ['Rule', 'STIG ID', 'Severity', 'Title', 'Status'],
    rows: others.map(({ rule, status }) => [
      value(rule.groupId),
      value(rule.stigId),
      severityText(rule),
      value(rule.title),
      outcomeMark(status),
    ]),
  });
