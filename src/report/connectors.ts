import type { Evidence } from '../model/connector.js';
import type { ClauseResult, ConnectorReview, Note, Review } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import { labelOf } from '../outcome/outcome.js';
import { clauseOutcome, outcomeWord } from '../rules/clause-words.js';
import { sourceOf } from '../rules/connector-block.js';
import { shown } from '../rules/shown.js';
import { worstFirst } from '../rules/status-words.js';
import { type AdviceFor, adviceCell } from './advice.js';
import { type Content, h } from './html.js';
import { counted, outcomeMark, table, value, wholeValue } from './parts.js';

/** A page of more rows than this is none that anybody reads; the checklist's evidence holds them all. */
export const longestTable = 2000;

/**
 * Connectors of a review, the worst first: what each is, its verdict, each clause with its outcome and what was seen, and the
 * numbers of its notes; with advice, what to do.
 */
export const connectorsTable = (
  review: Review,
  evidence: readonly Evidence[],
  { id, connectors = review.connectors, advice }: ConnectorsOptions,
): Content => {
  const ordered = [...connectors].sort((a, b) => worstFirst(a.status, b.status));
  if (ordered.length === 0) return h('p', 'The evidence holds no send connector.');
  const rows = ordered.slice(0, longestTable);
  const notes = connectorNotes(rows);
  const more = ordered.length - rows.length;
  const others = review.connectors.length - ordered.length;
  return [
    table({
      id: `${id}-connectors`,
      caption: `${counted(ordered.length, 'send connector')}, failing first`,
      size: 'wide',
      ...(advice === undefined
        ? {
            kind: 'connectors',
            columns: ['Connector', 'Verdict', 'Clauses', 'Notes'],
            rows: rows.map((connector) => [
              identityCell(connector, evidence),
              outcomeMark(connector.status),
              connector.clauses.map(clauseLines),
              notesCell(connector, notes, id),
            ]),
          }
        : {
            kind: 'advised',
            columns: ['Connector', 'Why', 'What to do', 'Notes'],
            rows: rows.map((connector) => [
              [h('p', h('strong', value(labelOf(connector)))), h('p', outcomeMark(connector.status))],
              decisiveClauses(connector).map(clauseLines),
              adviceCell(advice(connector, review.vulnId)),
              notesCell(connector, notes, id),
            ]),
          }),
    }),
    more > 0 ? h('p', `${more} more are left out here for length; none of them is worse than those above.`) : undefined,
    others > 0
      ? h('p', `${counted(others, 'other send connector')} ${others === 1 ? 'meets' : 'meet'} the rule.`)
      : undefined,
    notesList(notes, id),
  ];
};

export interface ConnectorsOptions {
  /** The table's own on the page. */
  readonly id: string;
  /** Those to show; without it all of them. */
  readonly connectors?: readonly ConnectorReview[] | undefined;
  readonly advice?: AdviceFor | undefined;
}

/** What makes a connector fail, or keeps it from being judged. */
export const decisiveClauses = ({ status, clauses }: ConnectorReview): readonly ClauseResult[] =>
  clauses.filter(({ truth }) => truth === (status === 'open' ? 'false' : 'unknown'));

const identityCell = (connector: ConnectorReview, evidence: readonly Evidence[]): Content => {
  const { name, identity, decidedBy } = connector;
  const { records } = connector.evidence;
  const title = name || identity;
  const disabled = decidedBy.enabled.state === 'known' && decidedBy.enabled.value === false;
  return [
    h('p', h('strong', title === '' ? '(no name)' : value(title))),
    identity === title ? undefined : h('p', 'Identity: ', identity === '' ? '(unknown)' : value(identity)),
    h('p', `Enabled: ${shown(showProperty(decidedBy.enabled))}`, disabled ? ' (disabled connectors count too)' : ''),
    records.length === 1
      ? h('p', { class: 'muted' }, 'Source: ', value(sourceOf(decidedBy, evidence)))
      : [
          h('p', `${records.length} records were judged one by one; the worst counts:`),
          records.map((record, i) => [
            h(
              'p',
              value(sourceOf(record, evidence)),
              record === decidedBy ? ' (decides): ' : ': ',
              value(connector.says[i] ?? ''),
            ),
          ]),
        ],
  ];
};

const clauseLines = ({ byTransportConfig, bySite = [], ...clause }: ClauseResult): Content => [
  h('p', { class: 'clause' }, h('strong', outcomeWord[clauseOutcome(clause)]), ' ', wholeValue(clause.words)),
  byTransportConfig === undefined ? undefined : h('p', 'By Get-TransportConfig: ', value(byTransportConfig)),
  bySite.map((word) => h('p', "By the site's word: ", value(word))),
];

/** The notes on the connectors that are listed, each once, in their order; of one code there may be several texts. */
const connectorNotes = (connectors: readonly ConnectorReview[]): readonly Note[] => [
  ...new Map(connectors.flatMap(({ notes }) => notes.map((note) => [note.text, note]))).values(),
];

const notesCell = ({ notes, missing, accepted = [] }: ConnectorReview, all: readonly Note[], id: string): Content => [
  missing.length > 0 ? h('p', `Missing: ${missing.join(', ')}`) : undefined,
  notes.map(({ text }, i) => {
    const number = all.findIndex((note) => note.text === text) + 1;
    return [i > 0 ? ', ' : '', h('a', { href: { id: `${id}-note-${number}` } }, `Note\u00a0${number}`)];
  }),
  accepted.map((risk) => h('p', 'Accepted risk: ', value(risk))),
  notes.length + missing.length + accepted.length === 0 ? 'none' : undefined,
];

const notesList = (notes: readonly Note[], id: string): Content =>
  notes.length === 0
    ? undefined
    : [
        h('h3', 'Notes on the connectors'),
        h(
          'ul',
          { class: 'notes' },
          notes.map((note, i) => h('li', { id: `${id}-note-${i + 1}` }, `Note\u00a0${i + 1}`, noteText(note))),
        ),
      ];

/** A note, with its kind where it casts doubt on the export. */
export const noteText = ({ kind, text }: Note): string => `${kind === 'integrity' ? ' (integrity)' : ''}: ${text}`;
