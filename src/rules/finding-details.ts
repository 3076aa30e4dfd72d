import { exportCommands } from '../evidence/export-command.js';
import { showProperty } from '../evidence/show.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Status, Tool } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import type { ClauseResult, ConnectorReview, Review, Truth } from '../model/review.js';
import { cutText, textLimit } from '../text/limit.js';
import { visible } from '../text/visible.js';
import { noteOf } from './notes.js';
import type { RuleModule } from './rule.js';

export interface DetailsInput {
  readonly rule: RuleModule;
  readonly review: Review;
  readonly benchmark: Omit<Benchmark, 'rules'>;
  readonly benchmarkRule: Rule;
  /** The benchmark's check text is not the one that the rule was written for. */
  readonly checkTextDiffers?: boolean | undefined;
  readonly host: string;
  readonly evidence: readonly Evidence[];
  readonly tool: Tool;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
}

/** The words that begin every text of this program: by them a later run knows its own details from a person's. */
export const detailsMark = 'Judged by exchange-stig';

/**
 * Writes the finding details: what was judged, the verdict, the facts for each connector and where they come from. Within
 * 32,767 UTF-16 units (STIG Manager and Evaluate-STIG cut there): what does not fit is left out connector by connector,
 * those that fail are kept first, and the last line says how many were left out. Names and
 * values from the export are shown with their invisible characters escaped, so that none can pass for a line of ours.
 */
export const findingDetails = (input: DetailsInput): string => {
  const { rule, review } = input;
  const total = review.connectors.length;
  const head = [...header(input), ''].join('\n');
  const foot = footer(input).join('\n');
  const ordered = [...review.connectors].sort((a, b) => rank[a.status] - rank[b.status]);
  const leftOut = (count: number) =>
    `\n${count} of ${total} ${rule.subject}s left out here for length; none of them is worse than those above.`;
  // Each block costs two line ends: one of its own, and the one that joins it to what follows.
  const room = textLimit - head.length - 1 - foot.length - leftOut(total).length;
  const blocks: string[] = [];
  let used = 0;
  for (const [i, connector] of ordered.entries()) {
    const block = connectorBlock(rule, connector, i + 1, total).join('\n');
    if (used + block.length + 2 > room) {
      // A single connector that is too long is cut inside; any other is left out whole.
      if (i === 0) blocks.push(`${cutText(block, room - 10)} [cut]`);
      break;
    }
    blocks.push(block);
    used += block.length + 2;
  }
  const missing = total - blocks.length;
  return [head, ...blocks.map((block) => `${block}\n`), foot].join('\n') + (missing > 0 ? leftOut(missing) : '');
};

const rank: Readonly<Record<Status, number>> = { open: 0, not_reviewed: 1, not_applicable: 2, not_a_finding: 3 };

const verdictWord: Readonly<Record<Status, string>> = {
  open: 'OPEN',
  not_reviewed: 'NOT REVIEWED',
  not_applicable: 'NOT APPLICABLE',
  not_a_finding: 'NOT A FINDING',
};

const truthWord: Readonly<Record<Truth, string>> = { true: 'met', false: 'NOT MET', unknown: 'not known' };

const header = ({ benchmark, benchmarkRule, review, rule, host, checkTextDiffers }: DetailsInput): string[] => [
  `${detailsMark}: ${benchmarkRule.groupId} (${benchmarkRule.ruleId}, ${benchmarkRule.stigId})`,
  `${benchmark.title}, ${releaseOf(benchmark)} (${benchmark.releaseInfo})`,
  `Host: ${visible(host)}`,
  `Verdict: ${verdictWord[review.status]}. ${sentence(review, rule)}`,
  ...readingNote(review, rule),
  ...(checkTextDiffers === true
    ? ['Note: the check text of this release differs from the one that was judged by: read it and check the verdict.']
    : []),
];

/** The verdict in one sentence, with the counts it rests on. */
const sentence = (review: Review, rule: RuleModule): string => {
  const count = (status: Status) => review.connectors.filter((connector) => connector.status === status).length;
  const total = review.connectors.length;
  const those = (n: number) => `${n} of ${total} ${rule.subject}${total === 1 ? '' : 's'}`;
  if (review.decidedBy === 'when-empty')
    return review.status === 'not_reviewed'
      ? `The export holds no ${rule.subject}; that cannot be told from an export that failed.`
      : `The export holds no ${rule.subject}; the assessor decided the status for this case (--when-empty ${review.status}).`;
  switch (review.status) {
    case 'open':
      return `${those(count('open'))} ${total === 1 ? 'fails' : 'fail'} the rule (could not be judged: ${count('not_reviewed')}; meet it: ${count('not_a_finding')}).`;
    case 'not_reviewed':
      return `${those(count('not_reviewed'))} could not be judged from this export (meet the rule: ${count('not_a_finding')}; known to fail it: 0).`;
    default:
      return total === 1
        ? `The one ${rule.subject} meets every clause of the rule.`
        : `All ${total} ${rule.subject}s meet every clause of the rule.`;
  }
};

/** Said where nothing but a clause that the check does not itself call a finding makes a connector open. */
const readingNote = (review: Review, rule: RuleModule): string[] => {
  const byReading = review.connectors.some(
    ({ status, clauses }) =>
      status === 'open' && clauses.filter((c) => c.truth === 'false').every((c) => rule.readingOf.has(c.id)),
  );
  return byReading
    ? [
        'The check says "this is a finding" only of DomainSecureEnabled. Where one of its other sentences ("is required", "must be") is not met, that is taken as a finding too.',
      ]
    : [];
};

const connectorBlock = (rule: RuleModule, connector: ConnectorReview, n: number, total: number): string[] => {
  const enabled = connector.decidedBy.enabled;
  const disabled =
    enabled.state === 'known' && enabled.value === false ? ' (the rule counts disabled connectors too)' : '';
  return [
    `${capitalised(rule.subject)} ${n} of ${total}: ${quoted(visible(connector.name || connector.identity))}: ${verdictWord[connector.status]}`,
    `  Identity: ${visible(connector.identity) || '(unknown)'}`,
    `  Enabled: ${showProperty(enabled)}${disabled}`,
    ...connector.clauses.map(clauseLine),
    ...connector.notes.map((code) => noteLine(code, '  ')),
    ...(connector.missing.length > 0 ? [`  Missing: ${connector.missing.join(', ')}`] : []),
    ...connector.evidence.records.map(
      (record) =>
        `  Source: ${[visible(baseName(record.place.file ?? '')), record.place.line && `line ${record.place.line}`].filter(Boolean).join(', ')}`,
    ),
  ];
};

const clauseLine = (clause: ClauseResult): string =>
  `  [${truthWord[clause.truth]}] required: ${clause.expected}; seen: ${visible(clause.actual)}`;

const noteLine = (code: string, indent: string): string => {
  const note = noteOf(code);
  return `${indent}Note${note?.kind === 'integrity' ? ' (integrity)' : ''}: ${note?.text ?? code}`;
};

const footer = ({ review, evidence, tool, assessedAt }: DetailsInput): string[] => {
  const incomplete = review.status === 'not_reviewed' || review.connectors.some((c) => c.missing.length > 0);
  return [
    ...review.notes.map((code) => noteLine(code, '')),
    ...(incomplete ? [`To supply what is missing, run on the server and judge again: ${exportCommands.clixml}`] : []),
    ...evidenceLines(evidence),
    `Evaluated by ${tool.name} ${tool.version} at ${assessedAt}`,
  ];
};

/** How many files of evidence are listed one by one: a host has a few; thousands must not crowd out the connectors. */
const evidenceShown = 40;

const evidenceLines = (evidence: readonly Evidence[]): string[] => [
  ...evidence
    .slice(0, evidenceShown)
    .map(
      (e) =>
        `Evidence: ${visible(baseName(e.path))}, SHA-256 ${e.sha256}, ${e.format}, ${e.encoding}, ${e.connectors} connector record${e.connectors === 1 ? '' : 's'}`,
    ),
  ...(evidence.length > evidenceShown ? [`Evidence: ${evidence.length - evidenceShown} more files`] : []),
];

const baseName = (path: string): string => path.split(/[\\/]/).at(-1)?.slice(0, 120) || path.slice(0, 120);

const quoted = (name: string): string => (name === '' ? '(no name)' : `"${name}"`);

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
