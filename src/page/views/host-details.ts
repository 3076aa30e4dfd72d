import { changeWords } from '../../checklist/fill-in-change.js';
import type { Place } from '../../model/place.js';
import type { Note } from '../../model/review.js';
import { labelOf } from '../../outcome/outcome.js';
import type { ConnectorResult, RuleResult } from '../../outcome/written-host.js';
import { type ClauseOutcome, clauseOutcome, outcomeWord } from '../../rules/clause-words.js';
import { siteFileWords, transportConfigWords } from '../../rules/finding-details.js';
import { doubtLines, siteLines } from '../../rules/verdict.js';
import { type Child, el, table } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { copyButton, downloadList, hashTable } from '../parts/downloads.js';
import { statusBadge } from '../parts/verdict.js';
import type { ShownHost } from '../tasks/shown-host.js';

/**
 * All that is shown of one host: `#verdict` with `[data-status]`, `#doubts`, `#downloads`, `#connectors`, `#finding-details`,
 * `#evidence`, `#diagnostics`, `#hashes`.
 *
 * @param below what stands in the verdict's place that stays in view: the button for all files, or what they wait for
 * @param mayDownload false where the files wait for something
 */
export const hostDetails = (host: ShownHost, below: readonly Child[], mayDownload: boolean): HTMLElement =>
  el(
    'article',
    { class: 'host', 'aria-labelledby': 'verdict-title' },
    host.refused ? refusal(host, below) : verdict(host, below),
    ...(host.refused
      ? []
      : [
          ...host.results.flatMap(besideVerdict),
          host.changes !== undefined && changes(host.changes),
          mayDownload && downloadList(host.outputs, 'downloads'),
          ...host.results.flatMap((result) => resultParts(result, host)),
        ]),
    diagnosticList(host.diagnostics, 'Messages', 'diagnostics'),
    evidenceTable(host),
    mayDownload && hashTable(host.outputs, 'hashes'),
  );

const refusal = ({ host, label, diagnostics }: ShownHost, below: readonly Child[]): HTMLElement => {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return el(
    'div',
    { class: 'verdict refused', id: 'verdict' },
    el('h3', { id: 'verdict-title' }, `${host || label}: `, statusBadge('refused', 'strong')),
    el('p', first === undefined ? '' : first.place === '' ? first.message : `${first.place}: ${first.message}`),
    el('p', 'No result, so there is nothing to download.'),
    ...below,
  );
};

/** It stays in view: no more than what one decides by. */
const verdict = ({ label, stig, otherRules, results }: ShownHost, below: readonly Child[]): HTMLElement =>
  el(
    'div',
    { class: `verdict ${results[0]?.status ?? 'not_reviewed'}`, id: 'verdict' },
    ...results.flatMap((result) => [
      el('h3', { id: 'verdict-title' }, `${label}: ${result.vulnId} is `, statusBadge(result.status, 'strong')),
      el('p', result.sentence),
    ]),
    el(
      'p',
      { class: 'detail' },
      `${stig.id} ${stig.release}${otherRules > 0 ? `; ${otherRules} other ${otherRules === 1 ? 'rule' : 'rules'}: NOT REVIEWED` : ''}`,
    ),
    ...below,
  );

const besideVerdict = (result: RuleResult): readonly Child[] => {
  const doubts = doubtLines(result);
  return [
    ...siteLines(result).map((line) => el('p', `${result.vulnId}: ${line}`)),
    doubts.length > 0 && el('ul', { id: 'doubts' }, ...doubts.map((line) => el('li', line))),
  ];
};

const changes = (made: NonNullable<ShownHost['changes']>): HTMLElement =>
  made.length === 0
    ? el('p', 'Nothing to change: the checklist already says this.')
    : table('Changes in the checklist; no other byte differs', ['What', 'Before', 'After'], made.map(changeWords));

const resultParts = (result: RuleResult, { findingDetails, waits }: ShownHost): readonly Child[] => {
  const details = el(
    'pre',
    { id: 'finding-details', tabindex: 0, role: 'region', 'aria-label': 'Finding details' },
    findingDetails[result.vulnId] ?? '',
  );
  return [
    result.connectors.length > 0 && connectorTable(result),
    ...noteParts('Notes on the host', result.notes),
    // They name the host.
    ...(waits === undefined
      ? [
          el('h4', `Finding details of ${result.vulnId}, ${result.ruleId}`),
          copyButton('Copy finding details', details),
          details,
        ]
      : []),
  ];
};

const connectorTable = ({ connectors, count }: RuleResult): HTMLElement => {
  const more = count - connectors.length;
  return table(
    `Send connectors, worst first${more > 0 ? ` (${more} more are in the files)` : ''}`,
    ['Connector', 'Status', 'What the rule requires, and what was found'],
    connectors.map((connector) => [labelOf(connector), statusBadge(connector.status), clauses(connector)]),
    { id: 'connectors' },
  );
};

/** The file and the line of the record that decided. */
const placeOf = ({ file, line }: Place): string => [file, line].filter((part) => part !== undefined).join(', line ');

/** Open where something is wrong, folded where nothing is. */
const clauses = (connector: ConnectorResult): HTMLElement => {
  const { clauses: all, notes, missing, status, place } = connector;
  const count = (outcome: ClauseOutcome) => all.filter((clause) => clauseOutcome(clause) === outcome).length;
  const what = (['not-met', 'unknown', 'met', 'not-applicable'] as const)
    .flatMap((outcome) => (count(outcome) === 0 ? [] : [`${count(outcome)} ${outcomeWord[outcome]}`]))
    .join(', ');
  return el(
    'details',
    { open: status === 'open' || status === 'not_reviewed' },
    el('summary', what, el('span', { class: 'unseen' }, `: ${labelOf(connector)}`)),
    el(
      'ul',
      { class: 'clauses' },
      ...all.map((clause) => {
        const outcome = clauseOutcome(clause);
        return el(
          'li',
          { class: `clause ${outcome}`, 'data-truth': clause.truth, 'data-outcome': outcome },
          el('strong', outcomeWord[outcome]),
          ` ${clause.words}`,
        );
      }),
      missing.length > 0 && el('li', el('strong', 'Missing'), `: ${missing.join(', ')}`),
      ...notes.map(noteItem),
      el('li', { class: 'detail' }, `Read from ${placeOf(place)}`),
    ),
  );
};

const noteItem = ({ kind, text }: Note): HTMLElement =>
  el('li', { class: 'note' }, el('strong', kind === 'integrity' ? 'Integrity note' : 'Note'), `: ${text}`);

const noteParts = (title: string, notes: readonly Note[]): readonly Child[] =>
  notes.length === 0 ? [] : [el('h4', title), el('ul', { class: 'notes' }, ...notes.map(noteItem))];

const evidenceTable = ({ evidence, transportConfigs = [], site }: ShownHost): Child =>
  evidence.length > 0 &&
  el(
    'div',
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
      el('code', sha256),
    ]),
    { id: 'evidence' },
  );
