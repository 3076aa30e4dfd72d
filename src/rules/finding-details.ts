import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exportCommands } from '../diagnostics/export-command.js';
import { inWords } from '../diagnostics/reported.js';
import type { Advice } from '../model/advice.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Status, Tool } from '../model/checklist.js';
import type { CollectionEvidence } from '../model/collection.js';
import type { Evidence } from '../model/connector.js';
import type { ConnectorReview, Review } from '../model/review.js';
import type { SiteEvidence } from '../model/site-word.js';
import type { TransportEvidence } from '../model/transport-config.js';
import { cutText, textLimit } from '../text/limit.js';
import { visible } from '../text/visible.js';
import { connectorBlock, connectorName } from './connector-block.js';
import { seal, sealLength, verdictWords } from './own-details.js';
import { reportedLines } from './reported-lines.js';
import { shown, shownFile } from './shown.js';
import { worstFirst } from './status-words.js';
import { doubtLines, exportAgainLine, siteLines, verdictSentence } from './verdict.js';

export interface DetailsInput {
  readonly review: Review;
  readonly benchmark: Omit<Benchmark, 'rules'>;
  readonly benchmarkRule: Rule;
  readonly host: string;
  /** The servers that the exports say were asked. */
  readonly servers?: readonly string[] | undefined;
  readonly evidence: readonly Evidence[];
  /** The exports of Get-TransportConfig. */
  readonly transportConfigs?: readonly TransportEvidence[] | undefined;
  /** The collections that exports came with. */
  readonly collections?: readonly CollectionEvidence[] | undefined;
  /** What to do about a connector, in the words of the remediation; none where there is nothing to do. */
  readonly adviceFor?: ((connector: ConnectorReview) => Advice | undefined) | undefined;
  /** What was reported while the evidence was read; the doubts among it are the review's. */
  readonly reports: readonly Diagnostic[];
  /** The site file, and what of it does not count for this rule. */
  readonly site?: SiteEvidence | undefined;
  readonly siteReports?: readonly Diagnostic[] | undefined;
  readonly tool: Tool;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
  /** When the exports were made, as the user says; ISO 8601 in UTC. */
  readonly collectedAt?: string | undefined;
  /** Who assesses, as the user says. */
  readonly assessor?: string | undefined;
}

/**
 * Writes the finding details: the verdict, what is in doubt, each connector in a line, those that fail first, then what was seen of
 * each and what to do, then the evidence, the rule, the tool and the time. Within 32,767 UTF-16 units (STIG Manager and Evaluate-STIG
 * cut there): what does not fit is left out connector by connector, those that fail are kept first, and the last line says how many
 * were left out. Names and values from the export are shown with their invisible characters escaped, so that none can pass for a line of ours.
 */
export const findingDetails = (input: DetailsInput): string => {
  const { review, adviceFor = () => undefined } = input;
  const total = review.connectors.length;
  const ordered = [...review.connectors].sort((a, b) => worstFirst(a.status, b.status));
  const head = [...header(input), '', ...connectorLines(ordered, review)].join('\n');
  const foot = footer(input).join('\n');
  const leftOut = (count: number) =>
    `\n${count} of ${total} send connectors left out here for length; none of them is worse than those above.`;
  // Each block costs two line ends: one of its own, and the one that joins it to what follows.
  const room = textLimit - head.length - 1 - foot.length - sealLength - leftOut(total).length;
  const blocks: string[] = [];
  const told = new Map<string, number>();
  let used = 0;
  for (const [i, connector] of ordered.entries()) {
    const advice = review.decidedBy === 'enclave' ? undefined : adviceFor(connector);
    const block = connectorBlock(connector, { n: i + 1, total }, input.evidence, adviceLines(advice, i + 1, told));
    const text = block.join('\n');
    if (used + text.length + 2 > room) {
      // A single connector that is too long is cut inside; any other is left out whole.
      if (i === 0) blocks.push(`${cutText(text, room - 10)} [cut]`);
      break;
    }
    blocks.push(text);
    used += text.length + 2;
  }
  const missing = total - blocks.length;
  return seal([head, ...blocks.map((block) => `${block}\n`), foot].join('\n'), missing > 0 ? leftOut(missing) : '');
};

/** What many connectors share is said once, of the first. */
const adviceLines = (advice: Advice | undefined, n: number, told: Map<string, number>): readonly string[] => {
  if (advice === undefined) return [];
  const { command, sentences } = advice;
  const why = sentences.join(' ');
  const earlier = why.length < 40 ? undefined : told.get(why);
  if (earlier === undefined) told.set(why, n);
  const said = earlier === undefined ? why : `as for send connector ${earlier}.`;
  return command === undefined
    ? [`  What to do: ${said}`]
    : [`  What to do: ${command}`, ...(why === '' ? [] : [`    Before you run it: ${said}`])];
};

const header = (input: DetailsInput): string[] => {
  const { review, host } = input;
  return [
    `${verdictWords(review.status)}${verdictSentence(review, host)}`,
    ...doubtLines(review),
    ...siteLines(review),
    ...review.readings,
    ...supplyLine(review),
  ];
};

/** The command that exports what is missing, where nothing else says it. */
const supplyLine = (review: Review): readonly string[] => {
  // What only the site knows no export supplies.
  const isUndecided = review.status === 'not_reviewed' && review.decidedBy === 'when-empty';
  const isIncomplete = isUndecided || review.connectors.some((c) => c.missing.length > 0);
  return isIncomplete && exportAgainLine(review).length === 0
    ? [`To supply what is missing, run on the server and judge again: ${exportCommands.clixml}`]
    : [];
};

/** How many connectors have a line of their own: the verdict and the worst of them have to be seen at once. */
const longestList = 50;

const lineWords: Readonly<Record<Status, string>> = {
  open: 'FAIL ',
  not_reviewed: 'unknown',
  not_applicable: 'n/a  ',
  not_a_finding: 'PASS ',
};

/** Each connector in a line, with what decides. */
const connectorLines = (ordered: readonly ConnectorReview[], { decidedBy }: Review): readonly string[] => {
  if (ordered.length === 0) return [];
  const rest = ordered.slice(longestList);
  const counts = Object.entries(lineWords).flatMap(([status, word]) => {
    const count = rest.filter((connector) => connector.status === status).length;
    return count === 0 ? [] : [`${count} ${word.trim()}`];
  });
  return [
    ...(decidedBy === 'enclave' ? ['If the rule applied:'] : []),
    ...ordered.slice(0, longestList).map((connector) => {
      const why = whyLine(connector);
      return `${lineWords[connector.status]} ${connectorName(connector)}${why === '' ? '' : `: ${why}`}`;
    }),
    ...(rest.length === 0 ? [] : [`and ${rest.length} more send connectors: ${counts.join(', ')}`]),
    '',
  ];
};

const whyLine = ({ status, clauses, missing, asks }: ConnectorReview): string => {
  if (status === 'open')
    return clauses
      .filter(({ truth }) => truth === 'false')
      .map(({ words }) => words)
      .join(' ');
  if (status !== 'not_reviewed') return '';
  return [
    ...(missing.length === 0 ? [] : [`not known from the export: ${missing.join(', ')}.`]),
    ...(asks.length === 0 ? [] : ['what the site has not said is listed below.']),
  ].join(' ');
};

const footer = ({
  review,
  benchmark,
  benchmarkRule,
  servers = [],
  evidence,
  transportConfigs = [],
  collections = [],
  reports,
  site,
  siteReports = [],
  tool,
  assessedAt,
  collectedAt,
  assessor,
}: DetailsInput): string[] => [
  ...(review.notes.length === 0
    ? []
    : ['General notes on this rule:', ...review.notes.map(({ text }) => `  ${text}`), '']),
  ...reportLines(reports),
  ...reportedLines('Of the site file', siteReports.map(inWords)),
  ...evidenceLines(evidence),
  ...(servers.length === 0 ? [] : [`Server asked: ${serverNames(servers)}`]),
  ...transportConfigs.slice(0, evidenceShown).map((file) => `Transport configuration: ${transportConfigWords(file)}`),
  ...(site === undefined ? [] : [`Site file: ${siteFileWords(site)}; dates judged on ${assessedAt.slice(0, 10)}`]),
  ...collections.slice(0, evidenceShown).map((one) => `Collected: ${collectionWords(one)}`),
  `Exported: ${exportedWords(collectedAt, collections)}`,
  ...(assessor === undefined ? [] : [`Assessor: ${shown(assessor)}`]),
  `Rule: ${visible(`${benchmarkRule.groupId} (${benchmarkRule.ruleId}, ${benchmarkRule.stigId}), ${benchmark.title}, ${releaseOf(benchmark)} (${benchmark.releaseInfo})`)}`,
  `Evaluated by ${tool.name} ${tool.version} at ${assessedAt}`,
];

/** A site file in words: its hash, by whom it is, and whether the plan was read. */
export const siteFileWords = ({ path, sha256, statedBy, statedOn, plan, planReviewedOn }: SiteEvidence): string =>
  [
    `${shownFile(path)}, SHA-256 ${sha256}`,
    statedBy === undefined || statedOn === undefined ? 'not stated' : `stated by ${shown(statedBy)} on ${statedOn}`,
    plan === undefined || planReviewedOn === undefined
      ? 'Email Domain Security Plan (EDSP) not reviewed'
      : `Email Domain Security Plan (EDSP) "${shown(plan)}" reviewed on ${planReviewedOn}`,
  ].join(', ');

/** An export of Get-TransportConfig in words: its hash, how it was read, and its strength. */
export const transportConfigWords = ({ path, sha256, format, encoding, strength }: TransportEvidence): string =>
  `${shownFile(path)}, SHA-256 ${sha256}, ${format}, ${encoding}, ${strength}`;

/** The first servers by name; of very many how many more there are. */
const serverNames = (servers: readonly string[]): string =>
  servers.length > 5
    ? `${servers.slice(0, 5).map(shown).join(', ')} and ${servers.length - 5} more`
    : servers.map(shown).join(', ');

/** When the exports were made, in words. */
export const exportedWords = (
  collectedAt: string | undefined,
  collections: readonly CollectionEvidence[] = [],
): string => {
  if (collectedAt === undefined) return "not known (a file's own date is no evidence)";
  const isCollected = collections.some((one) => one.collectedAt === collectedAt);
  return `${collectedAt}, as ${isCollected ? 'the collection says' : 'stated by the assessor'}`;
};

/** A collection in words: its hash, where, when and by whom it was made, and what the commands returned. */
export const collectionWords = (one: CollectionEvidence): string => {
  const commands = one.commands.map(
    ({ command, count, errors }) =>
      `${shown(command)} ${count === 1 ? '1 object' : `${count} objects`}${errors.length === 0 ? '' : `, ${errors.length} errors`}`,
  );
  return [
    `${shownFile(one.path)}, SHA-256 ${one.sha256}`,
    `on ${shown(one.host)} at ${one.collectedAt} by ${shown(one.user)} with ${shown(one.collector)}`,
    ...(one.exchangeVersion === undefined ? [] : [`Exchange ${shown(one.exchangeVersion)}`]),
    ...commands,
  ].join(', ');
};

/** How many files are listed one by one: they must not crowd out the connectors. */
const evidenceShown = 40;

const evidenceLines = (evidence: readonly Evidence[]): string[] => [
  ...evidence
    .slice(0, evidenceShown)
    .map(
      (e, i) =>
        `Evidence file${evidence.length > 1 ? ` [${i + 1}]` : ''}: ${shownFile(e.path)}, SHA-256 ${e.sha256}, ${e.format}, ${e.encoding}, ${recordCount(e)}`,
    ),
  ...(evidence.length > evidenceShown ? [`Evidence files: ${evidence.length - evidenceShown} more`] : []),
];

/** `3 connector records`, or of a file of many hosts `3 connector records (of 40 in the file: those with Server "EDGE01")`. */
const recordCount = ({ connectors, part }: Evidence): string =>
  `${connectors} connector record${connectors === 1 ? '' : 's'}${part === undefined ? '' : ` (of ${part.of} in the file: those with ${shown(part.column)} "${shown(part.value)}")`}`;

/** Warnings and errors: an assessor who signs the details must see them. */
const reportLines = (reports: readonly Diagnostic[]): readonly string[] =>
  reportedLines(
    'Reported',
    reports.filter(({ severity, effect }) => severity !== 'info' && effect !== 'withholds-pass').map(inWords),
  );
