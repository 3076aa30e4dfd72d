import { type Child, el, table } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { copyButton, downloadList } from '../parts/downloads.js';
import { statusBadge } from '../parts/verdict.js';
import type { HostView, ResultView } from '../tasks/host-view.js';
import type { ConnectorView, NoteView } from '../tasks/views.js';

/**
 * All that is shown of one host: `#verdict` with `[data-status]` and `#doubts`, `#downloads`, `#connectors`, `#finding-details`,
 * `#evidence`, `#diagnostics`.
 */
export const hostDetails = (host: HostView): HTMLElement =>
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
          ...host.results.flatMap(resultParts),
        ]),
    evidenceTable(host),
    diagnosticList(host.diagnostics, 'What there is to say', 'diagnostics'),
  );

const refusal = ({ host, diagnostics }: HostView): HTMLElement => {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return el(
    'div',
    { class: 'verdict refused', id: 'verdict' },
    el('h3', { id: 'verdict-title' }, host === '' ? 'No verdict: ' : `${host}: `, statusBadge('refused', 'strong')),
    el('p', {}, first === undefined ? '' : first.place === '' ? first.message : `${first.place}: ${first.message}`),
    el('p', {}, 'Nothing was written.'),
  );
};

const verdict = ({ host, stig, otherRules }: HostView, result: ResultView): HTMLElement =>
  el(
    'div',
    { class: `verdict ${result.status}`, id: 'verdict' },
    el('h3', { id: 'verdict-title' }, `${host}: ${result.vulnId} is `, statusBadge(result.status, 'strong')),
    el('p', {}, result.sentence),
    result.doubts.length > 0 && el('ul', { id: 'doubts' }, ...result.doubts.map((line) => el('li', {}, line))),
    el('p', { class: 'detail' }, `${result.title} (${result.ruleId}, ${stig.id} ${stig.release})`),
    otherRules > 0 &&
      el('p', { class: 'detail' }, `${otherRules} other ${otherRules === 1 ? 'rule' : 'rules'}: NOT REVIEWED`),
  );

const changes = (made: NonNullable<HostView['changes']>): HTMLElement =>
  made.length === 0
    ? el('p', {}, 'Nothing to change: all this stands there already.')
    : table(
        'What is changed in the checklist; not one other byte is',
        ['What', 'Before', 'After'],
        made.map(({ what, before, after }) => [what, before, after]),
      );

const resultParts = (result: ResultView): readonly Child[] => {
  const details = el(
    'pre',
    { id: 'finding-details', tabindex: 0, role: 'region', 'aria-label': 'Finding details' },
    result.findingDetails,
  );
  return [
    result.connectors.length > 0 && connectorTable(result),
    ...noteParts('Notes on the host', result.notes),
    el('h4', {}, 'Finding details, as they are written'),
    copyButton('Copy finding details', details),
    details,
  ];
};

const truthWords = { true: 'met', false: 'NOT MET', unknown: 'not known' } as const;

const connectorTable = ({ connectors, connectorCount }: ResultView): HTMLElement => {
  const more = connectorCount - connectors.length;
  return table(
    `Send connectors, the worst first${more > 0 ? ` (${more} more are in the files)` : ''}`,
    ['Connector', 'Status', 'Clauses: what is required, and what was seen', 'Read from'],
    connectors.map((connector) => [connector.name, statusBadge(connector.status), clauses(connector), connector.place]),
    { id: 'connectors' },
  );
};

const clauses = ({ clauses: all, notes, missing }: ConnectorView): HTMLElement =>
  el(
    'ul',
    { class: 'clauses' },
    ...all.map(({ truth, expected, actual }) =>
      el(
        'li',
        { class: `clause ${truth}`, 'data-truth': truth },
        el('strong', {}, truthWords[truth]),
        `: required ${expected}; seen `,
        el('code', {}, actual),
      ),
    ),
    missing.length > 0 && el('li', {}, el('strong', {}, 'Missing'), `: ${missing.join(', ')}`),
    ...notes.map(noteItem),
  );

const noteItem = ({ kind, text }: NoteView): HTMLElement =>
  el('li', { class: 'note' }, el('strong', {}, kind === 'integrity' ? 'Integrity note' : 'Note'), `: ${text}`);

const noteParts = (title: string, notes: readonly NoteView[]): readonly Child[] =>
  notes.length === 0 ? [] : [el('h4', {}, title), el('ul', { class: 'notes' }, ...notes.map(noteItem))];

const evidenceTable = ({ evidence }: HostView): Child =>
  evidence.length > 0 &&
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
