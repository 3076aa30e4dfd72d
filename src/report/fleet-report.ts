import type { Tool } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ConnectorReview, Review } from '../model/review.js';
import { verdictSentence } from '../rules/finding-details.js';
import { rules } from '../rules/registry.js';
import { worse } from '../rules/status-words.js';
import { diagnosticsTable, diagnosticText } from './diagnostics.js';
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

/** What became of one host of a fleet. */
export interface FleetHost {
  /** Empty where it could not be told. */
  readonly host: string;
  /** Nothing was judged and nothing written; the diagnostics say why. */
  readonly refused: boolean;
  /** The benchmark that was asked for; empty texts where it could not be read. */
  readonly stig: { readonly id: string; readonly release: string };
  readonly reviews: readonly Review[];
  readonly evidence: readonly Evidence[];
  /** The files written; the one of the format `html` is linked, and must stand in the folder of this page. */
  readonly outputs: readonly { readonly format: string; readonly path: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface FleetReportInput {
  /** In any order. */
  readonly hosts: readonly FleetHost[];
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
  const ordered = hosts.map((host) => ({ host, outcome: outcomeOf(host) })).sort(byOutcomeThenName);
  const sections: readonly Section[] = [
    { id: 'fleet', heading: 'The fleet', content: [stigFacts(hosts), picture(ordered.map(({ outcome }) => outcome))] },
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
              rows: ordered.map(({ host, outcome }) => [
                hostCell(host),
                outcomeMark(outcome),
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

/** The worst of a host's rules. A host without any is one that nobody reviewed. */
const outcomeOf = ({ refused, reviews }: FleetHost): Outcome => {
  if (refused) return 'refused';
  const [first, ...others] = reviews.map(({ status }) => status);
  return first === undefined ? 'not_reviewed' : others.reduce(worse, first);
};

interface Placed {
  readonly host: FleetHost;
  readonly outcome: Outcome;
}

const byOutcomeThenName = (a: Placed, b: Placed): number =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
  compared(a.host.host.toLowerCase(), b.host.host.toLowerCase()) ||
  compared(a.host.host, b.host.host);

/** By code units: the order must not depend on where the program runs. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const stigFacts = (hosts: readonly FleetHost[]): Content => {
  const stigs = new Set(hosts.flatMap(({ stig }) => (stig.id === '' ? [] : [`${stig.id} ${stig.release}`])));
  const judged = new Set(hosts.flatMap(({ reviews }) => reviews.map(({ vulnId }) => vulnId)));
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

const hostCell = ({ host, outputs }: FleetHost): Content => {
  const page = outputs
    .find(({ format }) => format === 'html')
    ?.path.split(/[\\/]/)
    .at(-1);
  const name = host === '' ? '(not known)' : value(host);
  return page === undefined ? name : h('a', { href: { file: page } }, name);
};

/** How many of a host's connectors are named; its own page has them all. */
const namedConnectors = 5;

const openCell = ({ refused, reviews }: FleetHost): Content => {
  if (refused) return 'not judged';
  return reviews.map(({ vulnId, connectors }) => {
    const open = connectors.filter(({ status }) => status === 'open');
    const rule = reviews.length > 1 ? `${vulnId}: ` : '';
    return [
      h('p', {}, `${rule}${open.length} of ${connectors.length}`),
      open.slice(0, namedConnectors).map((connector) => h('p', {}, value(nameOf(connector)))),
      open.length > namedConnectors ? h('p', {}, `and ${open.length - namedConnectors} more`) : undefined,
    ];
  });
};

const nameOf = ({ name, identity }: ConnectorReview): string => name || identity || '(no name)';

const reasonCell = ({ refused, reviews, diagnostics }: FleetHost): Content => {
  if (!refused)
    return reviews.map((review) => {
      const rule = rules.find(({ vulnId }) => vulnId === review.vulnId);
      return rule === undefined ? undefined : h('p', {}, verdictSentence(review, rule));
    });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  return [
    h('p', {}, first === undefined ? outcomeWords('refused') : diagnosticText(first)),
    errors.length > 1 ? h('p', {}, `and ${counted(errors.length - 1, 'more error', 'more errors')}`) : undefined,
  ];
};

const evidenceCell = ({ evidence }: FleetHost): Content =>
  evidence.length === 0
    ? 'none read'
    : evidence
        .slice(0, namedConnectors)
        .map(({ path, sha256 }) =>
          h('p', {}, path === '-' ? 'standard input' : wholeValue(path), ' ', h('code', {}, sha256)),
        )
        .concat(evidence.length > namedConnectors ? [h('p', {}, `and ${evidence.length - namedConnectors} more`)] : []);
