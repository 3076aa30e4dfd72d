import type { Evidence } from '../model/connector.js';
import type { ClauseResult, ConnectorReview, Review } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import { shown, sourceOf, truthWord } from '../rules/connector-block.js';
import { noteOf } from '../rules/notes.js';
import type { RuleModule } from '../rules/rule.js';
import { worstFirst } from '../rules/status-words.js';
import { type Content, h } from './html.js';
import { counted, outcomeMark, table, value } from './parts.js';

/** A page of more rows than this is none that anybody reads; the checklist's evidence holds them all. */
export const longestTable = 2000;

/**
 * The connectors of a review, the worst first: what each is, its verdict, each clause with what was seen and whether it is
 * met, and the numbers of its notes. What is required stands at the head of a clause's column.
 */
export const connectorsTable = (
  rule: RuleModule,
  review: Review,
  evidence: readonly Evidence[],
  id: string,
): Content => {
  const ordered = [...review.connectors].sort((a, b) => worstFirst(a.status, b.status));
  const [first] = ordered;
  if (first === undefined) return h('p', {}, `The evidence holds no ${rule.subject}.`);
  const codes = noteCodes(review);
  const rows = ordered.slice(0, longestTable);
  const more = ordered.length - rows.length;
  return [
    table({
      id: `${id}-connectors`,
      caption: `${counted(ordered.length, rule.subject)}, the worst first`,
      size: 'wide',
      columns: ['Connector', 'Verdict', ...first.clauses.map(requirement), 'Notes'],
      rows: rows.map((connector) => [
        identityCell(rule, connector, evidence),
        outcomeMark(connector.status),
        ...connector.clauses.map(clauseCell),
        notesCell(connector, codes, id),
      ]),
    }),
    more > 0
      ? h('p', {}, `${more} more are left out here for length; none of them is worse than those above.`)
      : undefined,
    notesList(codes, id),
  ];
};

const requirement = ({ expected }: ClauseResult): Content => ['Required: ', expected];

const identityCell = (rule: RuleModule, connector: ConnectorReview, evidence: readonly Evidence[]): Content => {
  const { name, identity, decidedBy } = connector;
  const { records } = connector.evidence;
  const title = name || identity;
  const disabled = decidedBy.enabled.state === 'known' && decidedBy.enabled.value === false;
  return [
    h('p', {}, h('strong', {}, title === '' ? '(no name)' : value(title))),
    identity === title ? undefined : h('p', {}, 'Identity: ', identity === '' ? '(unknown)' : value(identity)),
    h(
      'p',
      {},
      `Enabled: ${shown(showProperty(decidedBy.enabled))}`,
      disabled ? ' (disabled connectors count too)' : '',
    ),
    records.length === 1
      ? h('p', { class: 'muted' }, 'Source: ', value(sourceOf(decidedBy, evidence)))
      : [
          h('p', {}, `${records.length} records were judged one by one; the worst counts:`),
          records.map((record) => [
            h(
              'p',
              {},
              value(sourceOf(record, evidence)),
              record === decidedBy ? ' (decides): ' : ': ',
              value(rule.show(record)),
            ),
          ]),
        ],
  ];
};

const clauseCell = ({ truth, actual }: ClauseResult): Content => [
  h('p', {}, h('strong', {}, truthWord[truth])),
  h('p', {}, 'Seen: ', value(actual)),
];

/** The codes of the notes on connectors, each once, in the order in which they are listed. */
const noteCodes = (review: Review): readonly string[] => [...new Set(review.connectors.flatMap(({ notes }) => notes))];

const notesCell = ({ notes, missing }: ConnectorReview, codes: readonly string[], id: string): Content => [
  missing.length > 0 ? h('p', {}, `Missing: ${missing.join(', ')}`) : undefined,
  notes.map((code, i) => {
    const number = codes.indexOf(code) + 1;
    return [i > 0 ? ', ' : '', h('a', { href: { id: `${id}-note-${number}` } }, `Note\u00a0${number}`)];
  }),
  notes.length + missing.length === 0 ? 'none' : undefined,
];

const notesList = (codes: readonly string[], id: string): Content =>
  codes.length === 0
    ? undefined
    : [
        h('h3', {}, 'Notes on the connectors'),
        h(
          'ul',
          { class: 'notes' },
          codes.map((code, i) => h('li', { id: `${id}-note-${i + 1}` }, `Note\u00a0${i + 1}`, noteText(code))),
        ),
      ];

/** A note, with its kind where it casts doubt on the export. */
export const noteText = (code: string): string => {
  const note = noteOf(code);
  return `${note?.kind === 'integrity' ? ' (integrity)' : ''}: ${note?.text ?? code}`;
};
