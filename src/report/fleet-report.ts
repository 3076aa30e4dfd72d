import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticLine } from '../diagnostics/line.js';
import type { Tool } from '../model/checklist.js';
import { labelOf, type Outcome, outcomeOf, outcomes, outcomeWords } from '../outcome/outcome.js';
import { namedConnectors, type WrittenHost } from '../outcome/written-host.js';
import { diagnosticsTable, messageText } from './diagnostics.js';
import { type Content, h } from './html.js';
import { type Section, toPage } from './page.js';
import { counted, facts, outcomeClass, outcomeMark, table, value } from './parts.js';

export interface FleetReportInput {
  /** In any order. */
  readonly hosts: readonly WrittenHost[];
  /** From the path of a host's page to what the overview calls it: relative, `/` between folders. Without it the path itself. */
  readonly linkTo?: ((path: string) => string) | undefined;
  /** What was reported of no host in particular. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  /** The marking of the hosts' checklists (CUI). */
  readonly marking: string;
  readonly tool: Tool;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
}

/**
 * Writes the overview of many hosts: counts, a picture of them, and the hosts, the worst first, then by name, those with
 * equal reasons together, each with a link to its own page. Refused hosts are among them. The same input gives the same text.
 */
export const fleetReport = ({
  hosts,
  linkTo = asItIs,
  diagnostics = [],
  marking,
  tool,
  assessedAt,
}: FleetReportInput): string => {
  const ordered = [...hosts].sort(byOutcomeThenName);
  const sections: readonly Section[] = [
    {
      id: 'fleet',
      heading: 'The fleet',
      content: [stigFacts(hosts), picture(ordered.map(outcomeOf))],
    },
    {
      id: 'hosts',
      heading: 'Hosts',
      content:
        ordered.length === 0
          ? h('p', 'No host was judged.')
          : table({
              id: 'host-list',
              caption: `${counted(ordered.length, 'host')}, the worst first; equal reasons together`,
              size: 'middle',
              kind: 'reasons',
              columns: ['Verdict', 'Reason', 'Hosts'],
              rows: groupsOf(ordered).map(({ outcome, reason, hosts: group }) => [
                outcomeMark(outcome),
                reason.map((line) => h('p', line)),
                [
                  group.length > 1 ? h('p', counted(group.length, 'host')) : undefined,
                  group.map((host, i) => [i > 0 ? ', ' : '', hostName(host, linkTo)]),
                ],
              ]),
            }),
    },
    ...(diagnostics.length === 0
      ? []
      : [{ id: 'reported', heading: 'Reported', content: diagnosticsTable(diagnostics, 'reported') }]),
  ];
  const of = counted(hosts.length, 'host');
  return toPage({ title: `STIG report for ${of}`, label: of, marking, sections, tool, assessedAt });
};

const asItIs = (path: string): string => path;

const byOutcomeThenName = (a: WrittenHost, b: WrittenHost): number =>
  outcomes.indexOf(outcomeOf(a)) - outcomes.indexOf(outcomeOf(b)) ||
  compared(a.host.toLowerCase(), b.host.toLowerCase()) ||
  compared(a.host, b.host);

/** By code units: the order must not depend on where the program runs. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const stigFacts = (hosts: readonly WrittenHost[]): Content => {
  const stigs = new Set(hosts.flatMap(({ stig }) => (stig.id === '' ? [] : [`${stig.id} ${stig.release}`])));
  const judged = new Set(hosts.flatMap(({ results }) => results.map(({ vulnId }) => vulnId)));
  return facts([
    ['STIG', [...stigs].map((stig) => h('p', value(stig)))],
    ['Judged', value([...judged].join(', ') || '(nothing)')],
  ]);
};

/** A bar for each outcome beside its count: the table says in words all that the bars show. */
const picture = (found: readonly Outcome[]): Content =>
  table({
    id: 'counts',
    caption: 'Hosts by verdict',
    size: 'middle',
    columns: ['Verdict', 'Hosts', 'Share', 'Bar'],
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

interface Group {
  readonly outcome: Outcome;
  readonly reason: readonly Content[];
  readonly hosts: WrittenHost[];
}

/** Hosts with one verdict for one reason, in their order. */
const groupsOf = (hosts: readonly WrittenHost[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const host of hosts) {
    const outcome = outcomeOf(host);
    const reason = reasonOf(host);
    const key = JSON.stringify([outcome, reason]);
    const group = groups.get(key) ?? { outcome, reason, hosts: [] };
    group.hosts.push(host);
    groups.set(key, group);
  }
  return [...groups.values()];
};

const hostName = ({ host, outputs }: WrittenHost, linkTo: (path: string) => string): Content => {
  const name = host === '' ? '(not known)' : value(host);
  const page = outputs.find(({ format }) => format === 'html')?.path;
  return page === undefined ? name : h('a', { href: { file: linkTo(page) } }, name);
};

/** The verdict of each rule in a sentence, with the connectors that are open; of a refused host its first error. */
const reasonOf = ({ refused, results, diagnostics }: WrittenHost): readonly Content[] => {
  if (!refused)
    return results.map(({ vulnId, sentence, open, connectors }) => {
      const named = connectors
        .filter(({ status }) => status === 'open')
        .slice(0, namedConnectors)
        .map((connector, i) => [i > 0 ? ', ' : ' ', value(labelOf(connector))]);
      const more = open > namedConnectors ? ` and ${open - namedConnectors} more` : '';
      return [`${results.length > 1 ? `${vulnId}: ` : ''}${sentence}`, named, more];
    });
  const [first, ...more] = diagnostics.filter(({ severity }) => severity === 'error');
  return [
    first === undefined ? outcomeWords.refused : messageText(diagnosticLine(first)),
    ...(more.length > 0 ? [`and ${counted(more.length, 'more error', 'more errors')}`] : []),
  ];
};
