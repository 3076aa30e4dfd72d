import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Tool } from '../model/checklist.js';
import { diagnosticsTable, messageText } from './diagnostics.js';
import type { FleetHost } from './fleet-host.js';
import { type Content, h } from './html.js';
import { type Section, toPage } from './page.js';
import {
  counted,
  facts,
  type Outcome,
  outcomeClass,
  outcomeMark,
  outcomeWords,
  table,
  value,
  wholeValue,
} from './parts.js';

/** A host with its own page, where it has one. */
export interface ListedHost {
  readonly host: FleetHost;
  /** Relative to the overview, `/` between folders. */
  readonly page?: string | undefined;
}

export interface FleetReportInput {
  /** In any order. */
  readonly hosts: readonly ListedHost[];
  /** What was reported of no host in particular. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  /** The marking of the hosts' checklists (CUI). */
  readonly marking: string;
  readonly tool: Tool;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
}

/** As the exit codes rank them: what could not be judged at all outranks what is open. */
const outcomes: readonly Outcome[] = ['refused', 'open', 'not_reviewed', 'not_applicable', 'not_a_finding'];

/**
 * Writes the overview of many hosts: counts, a picture of them, and a line for each host, the worst first, then by name,
 * with its reason and a link to its own page. Refused hosts are among them. The same input gives the same text.
 */
export const fleetReport = ({ hosts, diagnostics = [], marking, tool, assessedAt }: FleetReportInput): string => {
  const ordered = [...hosts].sort(byOutcomeThenName);
  const sections: readonly Section[] = [
    {
      id: 'fleet',
      heading: 'The fleet',
      content: [stigFacts(hosts.map(({ host }) => host)), picture(ordered.map(({ host }) => host.outcome))],
    },
    {
      id: 'hosts',
      heading: 'Hosts',
      content:
        ordered.length === 0
          ? h('p', {}, 'No host was judged.')
          : table({
              id: 'host-list',
              caption: `${counted(ordered.length, 'host')}, the worst first, then by name`,
              size: 'wide',
              columns: ['Host', 'Verdict', 'Open connectors', 'Reason', 'Evidence'],
              rows: ordered.map(({ host, page }) => [
                hostCell(host, page),
                outcomeMark(host.outcome),
                openCell(host),
                reasonCell(host),
                evidenceCell(host),
              ]),
            }),
    },
    ...(diagnostics.length === 0
      ? []
      : [{ id: 'reported', heading: 'Reported', content: diagnosticsTable(diagnostics, 'reported') }]),
  ];
  return toPage({ title: `STIG report for ${counted(hosts.length, 'host')}`, marking, sections, tool, assessedAt });
};

const byOutcomeThenName = ({ host: a }: ListedHost, { host: b }: ListedHost): number =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
  compared(a.host.toLowerCase(), b.host.toLowerCase()) ||
  compared(a.host, b.host);

/** By code units: the order must not depend on where the program runs. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const stigFacts = (hosts: readonly FleetHost[]): Content => {
  const stigs = new Set(hosts.flatMap(({ stig }) => (stig.id === '' ? [] : [`${stig.id} ${stig.release}`])));
  const judged = new Set(hosts.flatMap(({ rules }) => rules.map(({ vulnId }) => vulnId)));
  return facts([
    ['STIG', [...stigs].map((stig) => h('p', {}, value(stig)))],
    ['Judged', value([...judged].join(', ') || '(nothing)')],
  ]);
};

/** A bar for each outcome beside its count: the table says in words all that the bars show. */
const picture = (found: readonly Outcome[]): Content =>
  table({
    id: 'counts',
    caption: 'Hosts by verdict',
    size: 'middle',
    columns: ['Verdict', 'Hosts', 'Share', 'Picture'],
    rows: outcomes.map((outcome) => {
      const count = found.filter((other) => other === outcome).length;
      const share = found.length === 0 ? 0 : (100 * count) / found.length;
      return [outcomeMark(outcome), String(count), `${share.toFixed(1)} %`, bar(outcome, share)];
    }),
  });

const bar = (outcome: Outcome, share: number): Content =>
  h(
    'svg',
    { class: `bar ${outcomeClass(outcome)}`, width: '100%', height: '16', 'aria-hidden': 'true' },
    h('rect', { width: `${share.toFixed(2)}%`, height: '16' }),
  );

const hostCell = ({ host }: FleetHost, page: string | undefined): Content => {
  const name = host === '' ? '(not known)' : value(host);
  return page === undefined ? name : h('a', { href: { file: page } }, name);
};

const openCell = ({ outcome, rules }: FleetHost): Content =>
  outcome === 'refused'
    ? 'not judged'
    : rules.map(({ vulnId, open, connectors, named }) => [
        h('p', {}, `${rules.length > 1 ? `${vulnId}: ` : ''}${open} of ${connectors}`),
        named.map((name) => h('p', {}, value(name))),
        open > named.length ? h('p', {}, `and ${open - named.length} more`) : undefined,
      ]);

const reasonCell = ({ outcome, rules, error, moreErrors }: FleetHost): Content =>
  outcome !== 'refused'
    ? rules.map(({ sentence }) => h('p', {}, sentence))
    : [
        h('p', {}, error === '' ? outcomeWords('refused') : messageText(error)),
        moreErrors > 0 ? h('p', {}, `and ${counted(moreErrors, 'more error', 'more errors')}`) : undefined,
      ];

const evidenceCell = ({ evidence, moreEvidence }: FleetHost): Content =>
  evidence.length === 0
    ? 'none read'
    : [
        evidence.map(({ path, sha256 }) =>
          h('p', {}, path === '-' ? 'standard input' : wholeValue(path), ' ', h('code', {}, sha256)),
        ),
        moreEvidence > 0 ? h('p', {}, `and ${moreEvidence} more`) : undefined,
      ];
