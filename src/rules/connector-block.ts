import type { Evidence, SendConnector } from '../model/connector.js';
import type { ClauseResult, ConnectorReview, Note } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import { clauseLine } from './clause-words.js';
import { shown, shownFile } from './shown.js';
import { statusWords } from './status-words.js';

/** A connector by its name in quotation marks, else by its identity. */
export const connectorName = ({ name, identity }: Pick<ConnectorReview, 'name' | 'identity'>): string =>
  name === '' && identity === '' ? '(no name)' : `"${shown(name || identity)}"`;

/** The lines of the finding details that speak of one connector: what it is, each clause with both values, where it was read. */
export const connectorBlock = (
  connector: ConnectorReview,
  position: { readonly n: number; readonly total: number },
  evidence: readonly Evidence[],
  /** What to do about it, as lines. */
  advice: readonly string[] = [],
): string[] => {
  const { enabled } = connector.decidedBy;
  const disabled =
    enabled.state === 'known' && enabled.value === false ? ' (the rule counts disabled connectors too)' : '';
  return [
    `Send connector ${position.n} of ${position.total}: ${connectorName(connector)}: ${statusWords[connector.status]}`,
    ...(connector.identity === '' || connector.identity === connector.name
      ? []
      : [`  Identity: ${shown(connector.identity)}`]),
    `  Enabled: ${shown(showProperty(enabled))}${disabled}`,
    ...connector.clauses.flatMap(clauseLines),
    ...(connector.accepted ?? []).map((risk) => `  Accepted risk: ${risk}`),
    ...advice,
    ...connector.notes.map(noteLine),
    ...(connector.missing.length > 0 ? [`  Missing: ${connector.missing.join(', ')}`] : []),
    ...connector.asks.map((ask) => `  The site has not said: ${ask}`),
    ...sourceLines(connector, evidence),
  ];
};

const clauseLines = (clause: ClauseResult): readonly string[] => [
  `  ${clauseLine(clause)}`,
  ...(clause.byTransportConfig === undefined ? [] : [`    by Get-TransportConfig: ${clause.byTransportConfig}`]),
  ...(clause.bySite ?? []).map((word) => `    by the site's word: ${word}`),
];

const noteLine = ({ kind, text }: Note): string => `  Note${kind === 'integrity' ? ' (integrity)' : ''}: ${text}`;

/** Where each record was read; of several, what each of them says, and which one decided. */
const sourceLines = (connector: ConnectorReview, evidence: readonly Evidence[]): string[] => {
  const { records } = connector.evidence;
  if (records.length === 1) return [`  Source: ${sourceOf(connector.decidedBy, evidence)}`];
  return [
    `  ${records.length} records of this send connector were judged one by one; the worst counts:`,
    ...records.map((record, i) => {
      const decides = record === connector.decidedBy ? ' (decides)' : '';
      return `  Source: ${sourceOf(record, evidence)}${decides}: ${shown(connector.says[i] ?? '')}`;
    }),
  ];
};

/** The file by its number in the list of evidence, where there are several: two may have one name. */
export const sourceOf = ({ place }: SendConnector, evidence: readonly Evidence[]): string => {
  const number = evidence.length > 1 ? `[${evidence.findIndex(({ path }) => path === place.file) + 1}] ` : '';
  const file = `${number}${shownFile(place.file ?? '')}`;
  return place.line === undefined ? file : `${file}, line ${place.line}`;
};
