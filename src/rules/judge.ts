import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { doubtsOf } from '../diagnostics/reported.js';
import type { Status } from '../model/checklist.js';
import { type ConnectorEvidence, propertyOf, type ReadPropertyName, type SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ClauseResult, ConnectorReview, Note, Review, Truth } from '../model/review.js';
import { nothingSaid, type SiteField, type SiteWord, siteKeys, without } from '../model/site-word.js';
import type { TransportWord } from '../model/transport-config.js';
import { clauseWords, expectedOf } from './clause-words.js';
import { type ConnectorNote, notesOf } from './connector-note.js';
import { integrityNotes } from './integrity-notes.js';
import type { Clause, Judgement, RuleModule } from './rule.js';
import { inOrder, showProperties, unknownProperties } from './show-properties.js';
import { worse, worstFirst } from './status-words.js';
import { and } from './truth.js';

const statusOf: Readonly<Record<Truth, Status>> = {
  false: 'open',
  unknown: 'not_reviewed',
  true: 'not_a_finding',
};

/**
 * Judges a host's connectors by a rule. A connector is the conjunction of the rule's clauses, the host the conjunction of
 * its connectors; of several records of one connector the worst counts. Where there is no connector, or one of several
 * exports is empty, the status is at best `whenEmpty`, which is not_reviewed unless the assessor says otherwise: an export
 * with nothing in it cannot be told from one that failed. Where something withholds a pass, an open status stays and any other
 * is not_reviewed, whatever the assessor says of empty exports. In an enclave that a rule exempts it is not applicable, whatever the
 * export says, but not by a check text that nobody wrote clauses for.
 */
export const judge = (rule: RuleModule, evidence: readonly ConnectorEvidence[], options: JudgeOptions = {}): Review => {
  const {
    whenEmpty = 'not_reviewed',
    emptyExports = false,
    reported = [],
    site = silent,
    enclave,
    transport,
  } = options;
  const word = (record: SendConnector): SiteWord =>
    transport === undefined ? site(record) : { ...site(record), transport };
  const notes = [...integrityNotes, ...(rule.connectorNotes ?? [])];
  const recordJudge = recordJudgeOf(rule);
  const connectors = evidence.map((connector) => judgeConnector(recordJudge, notes, connector, word));
  const [first, ...rest] = connectors.map((connector) => connector.status);
  const found = first === undefined ? undefined : rest.reduce(worse, first);
  const doubts = doubtsOf(reported);
  const isWhole = doubts.length === 0;
  const empty = isWhole ? whenEmpty : 'not_reviewed';
  const status = found === undefined ? empty : emptyExports ? worse(found, empty) : found;
  const withheld = isWhole ? status : worse(status, 'not_reviewed');
  const isExempt =
    enclave !== undefined &&
    rule.exempts?.(enclave.name) === true &&
    doubts.every(({ code }) => code !== 'check-text-differs');
  const said = options.site === undefined && enclave === undefined;
  return {
    vulnId: rule.identity.vulnId,
    ...(isExempt
      ? { status: 'not_applicable', decidedBy: 'enclave', enclave: enclave.by }
      : {
          status: withheld,
          decidedBy: withheld !== status ? 'doubt' : status === found ? 'rule' : 'when-empty',
        }),
    ...(said ? {} : { without: judge(rule, evidence, { ...options, site: undefined, enclave: undefined }).status }),
    ...(options.emptyWord === undefined || connectors.length > 0 ? {} : { empty: options.emptyWord }),
    doubts,
    connectors,
    notes: rule.hostNotes?.(connectors, transport) ?? [],
    readings: [...new Set(connectors.flatMap(readingsOf))],
  };
};

export interface JudgeOptions {
  /** The status where an export holds no connector. */
  readonly whenEmpty?: Status | undefined;
  /** One of the exports holds no connector. */
  readonly emptyExports?: boolean | undefined;
  /** How it is known that the command which returned no connector ran without error. */
  readonly emptyWord?: string | undefined;
  /** All that was reported of the evidence and of the rule's text: only the effects count. */
  readonly reported?: readonly Diagnostic[] | undefined;
  /** What the site says of a connector for this rule; without it nothing. */
  readonly site?: ((connector: SendConnector) => SiteWord) | undefined;
  /** What exports of Get-TransportConfig say: evidence, so that it counts without the site's word too. */
  readonly transport?: TransportWord | undefined;
  /** The enclave that the site says the host is in, and by whose word. */
  readonly enclave?: { readonly name: string; readonly by: string } | undefined;
}

const silent = (): SiteWord => nothingSaid;

const judgeConnector = (
  judgeRecord: RecordJudge,
  notes: readonly ConnectorNote[],
  evidence: ConnectorEvidence,
  site: (connector: SendConnector) => SiteWord,
): ConnectorReview => {
  const judged = evidence.records.map((record) => ({ record, ...judgeRecord(record, site(record)) }));
  const worst = judged.reduce((a, b) => (worstFirst(b.status, a.status) < 0 ? b : a));
  const label = (key: 'name' | 'identity') =>
    evidence.records.map((record) => knownValue(record[key])).find((text) => text);
  return {
    evidence,
    decidedBy: worst.record,
    identity: label('identity') ?? '',
    name: label('name') ?? '',
    status: worst.status,
    clauses: worst.clauses,
    notes: uniqueNotes(evidence.records.flatMap((record) => notesOf(notes, record, site(record)))),
    says: judged.map(({ says }) => says),
    missing: worst.missing,
    asks: worst.asks,
  };
};

const uniqueNotes = (notes: readonly Note[]): readonly Note[] => [
  ...new Map(notes.map((note) => [`${note.code} ${note.text}`, note])).values(),
];

/** Judges records by a rule; what it asks of one that says the same as the one before is known. */
const recordJudgeOf = (rule: Judgement): RecordJudge => {
  const properties = inOrder(rule.clauses.flatMap((clause) => clause.properties));
  let last: { readonly record: SendConnector; readonly site: SiteWord; readonly judged: JudgedRecord } | undefined;
  return (record, site) => {
    if (last?.site === site && saysTheSame(last.record, record, properties)) return last.judged;
    const judged = { ...judgeRecord(rule, record, site), says: showProperties(record, properties) };
    last = { record, site, judged };
    return judged;
  };
};

type RecordJudge = (record: SendConnector, site: SiteWord) => JudgedRecord;
type JudgedRecord = ReturnType<typeof judgeRecord> & { readonly says: string };

/** True for records whose properties are known to be alike; lists are not looked into. */
const saysTheSame = (a: SendConnector, b: SendConnector, names: readonly ReadPropertyName[]): boolean =>
  names.every((name) => {
    const [one, other] = [propertyOf(a, name), propertyOf(b, name)];
    return one === other || (one.state === 'known' && other.state === 'known' && one.value === other.value);
  });

const judgeRecord = (rule: Judgement, record: SendConnector, site: SiteWord) => {
  const clauses = rule.clauses.map((clause) => judgeClause(clause, record, site));
  const undecided = rule.clauses.filter((_, i) => clauses[i]?.truth === 'unknown');
  return {
    status: statusOf[and(...clauses.map(({ truth }) => truth))],
    clauses,
    missing: [...new Set(undecided.flatMap(({ properties }) => unknownProperties(record, properties)))],
    asks: [...new Set(undecided.flatMap((clause) => asksOf(clause, site)))],
  };
};

/** What the site would have to say, and where a site file says it. */
const asksOf = ({ asks, takes = [] }: Clause, { by = {}, planReviewed, transport }: SiteWord): readonly string[] => {
  // The silence of a plan that was read is an answer.
  const isSaid = (field: SiteField) =>
    by[field] !== undefined ||
    (field === 'deviations' && planReviewed) ||
    (field === 'configuredSize' && transport?.maxSendSizes.length === 1);
  const keys = takes.filter((field) => !isSaid(field)).map((field) => siteKeys[field]);
  return asks === undefined ? [] : [`${asks}${keys.length === 0 ? '' : ` (site file: ${keys.join(', ')})`}`];
};

const judgeClause = (clause: Clause, record: SendConnector, site: SiteWord): ClauseResult => {
  const { id, properties, when, holds } = clause;
  const truth = holds(record, site);
  const applies = truth !== 'true' || when === undefined || when.holds(record, site) !== 'false';
  const reading = readingBehind(clause, record, site, truth);
  const { transport } = site;
  const alone = { ...nothingSaid, transport };
  const bySite = truth === holds(record, alone) ? [] : wordsThatDecide(clause, record, site, truth);
  return {
    id,
    truth,
    applies,
    words: clauseWords(clause, record, site, { applies }),
    expected: expectedOf(clause, site),
    actual: showProperties(record, properties),
    ...(bySite.length === 0 ? {} : { bySite }),
    ...(transport === undefined || truth === holds(record, { ...site, transport: undefined })
      ? {}
      : { byTransportConfig: transportWords(transport) }),
    ...(reading === undefined ? {} : { reading }),
  };
};

const transportWords = ({ maxSendSizes, by }: TransportWord): string =>
  `MaxSendSize ${maxSendSizes.join(' and ')} (${by})`;

/** Whose words a clause would be another without; where none of them decides alone, all. */
const wordsThatDecide = (
  { takes = [], holds }: Clause,
  record: SendConnector,
  site: SiteWord,
  truth: Truth,
): readonly string[] => {
  const said = takes.filter((field) => site.by?.[field] !== undefined);
  const decisive = said.filter((field) => holds(record, without(site, field)) !== truth);
  return (decisive.length > 0 ? decisive : said).flatMap((field: SiteField) => site.by?.[field] ?? []);
};

const readingBehind = (
  { reading }: Clause,
  record: SendConnector,
  site: SiteWord,
  truth: Truth,
): string | undefined => {
  if (typeof reading === 'function') return reading(record, site, truth);
  return truth === 'false' ? reading : undefined;
};

/** The readings without which a connector would not be open, or not meet the rule. */
const readingsOf = ({ status, clauses }: ConnectorReview): readonly string[] => {
  if (status !== 'open') return clauses.flatMap(({ truth, reading }) => (truth === 'true' ? (reading ?? []) : []));
  const readings = clauses.filter(({ truth }) => truth === 'false').map(({ reading }) => reading);
  return readings.every((reading) => reading !== undefined) ? readings : [];
};
