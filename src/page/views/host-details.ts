import { changeWords } from '../../checklist/fill-in.js';
import type { Place } from '../../model/place.js';
import type { Note } from '../../model/review.js';
import { labelOf } from '../../outcome/outcome.js';
import type { ConnectorResult, RuleResult } from '../../outcome/written-host.js';
import { clauseOutcome, outcomeWord } from '../../rules/clause-words.js';
import { siteFileWords, transportConfigWords } from '../../rules/finding-details.js';
import { doubtLines, siteLines } from '../../rules/verdict.js';
import { type Child, el, table } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { copyButton, downloadList } from '../parts/downloads.js';
import { statusBadge } from '../parts/verdict.js';
import type { ShownHost } from '../tasks/shown-host.js';

/**
 * All that is shown of one host: `#verdict` with `[data-status]` and `#doubts`, `#downloads`, `#connectors`, `#finding-details`,
 * `#evidence`, `#diagnostics`.
 */
export const hostDetails = (host: ShownHost): HTMLElement =>
  el(
    'article',
    { class: 'host', 'aria-labelledby': 'verdict-title' },
    ...(host.refused ? [refusal(host)] : host.results.map((result) => verdict(host, result))),
    ...(host.refused
      ? []
      : [
          el('h4', {}, host.changes === undefined ? 'Files to download' : 'The checklist, filled in'),
          host.changes !== undefined && changes(host.changes),
          downloadList(host.outputs, 'downloads'),
          ...host.results.flatMap((result) => resultParts(result, host)),
        ]),
    evidenceTable(host),
    diagnosticList(host.diagnostics, 'Messages', 'diagnostics'),
  );

const refusal = ({ host, diagnostics }: ShownHost): HTMLElement => {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return el(
    'div',
    { class: 'verdict refused', id: 'verdict' },
    el('h3', { id: 'verdict-title' }, host === '' ? 'No verdict: ' : `${host}: `, statusBadge('refused', 'strong')),
    el('p', {}, first === undefined ? '' : first.place === '' ? first.message : `${first.place}: ${first.message}`),
    el('p', {}, 'No result, so there is nothing to download.'),
  );
};

const verdict = ({ host, stig, otherRules }: ShownHost, result: RuleResult): HTMLElement => {
  const doubts = doubtLines(result);
  return el(
    'div',
    { class: `verdict ${result.status}`, id: 'verdict' },
    el('h3', { id: 'verdict-title' }, `${host}: ${result.vulnId} is `, statusBadge(result.status, 'strong')),
    el('p', {}, result.sentence),
    ...siteLines(result).map((line) => el('p', {}, line)),
    doubts.length > 0 && el('ul', { id: 'doubts' }, ...doubts.map((line) => el('li', {}, line))),
    el('p', { class: 'detail' }, `${result.title} (${result.ruleId}, ${stig.id} ${stig.release})`),
    otherRules > 0 &&
      el('p', { class: 'detail' }, `${otherRules} other ${otherRules === 1 ? 'rule' : 'rules'}: NOT REVIEWED`),
  );
};

const changes = (made: NonNullable<ShownHost['changes']>): HTMLElement =>
  made.length === 0
    ? el('p', {}, 'Nothing to change: the checklist already says this.')
    : table('Changes in the checklist; no other byte differs', ['What', 'Before', 'After'], made.map(changeWords));

const resultParts = (result: RuleResult, { findingDetails }: ShownHost): readonly Child[] => {
  const details = el(
    'pre',
    { id: 'finding-details', tabindex: 0, role: 'region', 'aria-label': 'Finding details' },
    findingDetails[result.vulnId] ?? '',
  );
  return [
    result.connectors.length > 0 && connectorTable(result),
    ...noteParts('Notes on the host', result.notes),
    el('h4', {}, 'Finding details, as they are written'),
    copyButton('Copy finding details', details),
    details,
  ];
};

const connectorTable = ({ connectors, count }: RuleResult): HTMLElement => {
  const more = count - connectors.length;
  return table(
    `Send connectors, the worst first${more > 0 ? ` (${more} more are in the files)` : ''}`,
    ['Connector', 'Status', 'Clauses: what is required, and what was found', 'Read from'],
    connectors.map((connector) => [
      labelOf(connector),
      statusBadge(connector.status),
      clauses(connector),
      placeOf(connector.place),
    ]),
    { id: 'connectors' },
  );
};

/** The file and the line of the record that decided. */
const placeOf = ({ file, line }: Place): string => [file, line].filter((part) => part !== undefined).join(', line ');

const clauses = ({ clauses: all, notes, missing }: ConnectorResult): HTMLElement =>
  el(
    'ul',
    { class: 'clauses' },
    ...all.map((clause) => {
      const outcome = clauseOutcome(clause);
      return el(
        'li',
        { class: `clause ${outcome}`, 'data-truth': clause.truth, 'data-outcome': outcome },
        el('strong', {}, outcomeWord[outcome]),
        ` ${clause.words}`,
      );
    }),
    missing.length > 0 && el('li', {}, el('strong', {}, 'Missing'), `: ${missing.join(', ')}`),
    ...notes.map(noteItem),
  );

const noteItem = ({ kind, text }: Note): HTMLElement =>
  el('li', { class: 'note' }, el('strong', {}, kind === 'integrity' ? 'Integrity note' : 'Note'), `: ${text}`);

const noteParts = (title: string, notes: readonly Note[]): readonly Child[] =>
  notes.length === 0 ? [] : [el('h4', {}, title), el('ul', { class: 'notes' }, ...notes.map(noteItem))];

const evidenceTable = ({ evidence, transportConfigs = [], site }: ShownHost): Child =>
  evidence.length > 0 &&
  el(
    'div',
    {},
    exportsTable(evidence),
    ...transportConfigs.map((file) =>
      el('p', { class: 'transport-config' }, `Transport configuration: ${transportConfigWords(file)}`),
    ),
    site !== undefined && el('p', { id: 'site-file' }, `Site file: ${siteFileWords(site)}`),
  );

const exportsTable = (evidence: ShownHost['evidence']): HTMLElement =>
  table(
    'Evidence',
    ['File', 'Format', 'Encoding', 'Connectors', 'Strength', 'SHA-256'],
    evidence.map(({ path, format, encoding, connectors, strength, sha256 }) => [
      path,
      format,
      encoding,
      String(connectors),
      strength,
      el('code', {}, sha256),
    ]),
    { id: 'evidence' },
  );
