import { outcomeOf, outcomes } from '../../outcome/outcome.js';
import { button, type Child, el, fill, longTable } from '../dom.js';
import { downloadList } from '../parts/downloads.js';
import { statusBadge } from '../parts/verdict.js';
import type { ShownHost } from '../tasks/shown-host.js';
import type { OutputView } from '../tasks/views.js';
import { hostDetails } from './host-details.js';

/**
 * One host is shown whole; several as a table with a line each, and whole the one that is asked for (`#host-details`).
 *
 * @param below as for `hostDetails`, of all hosts
 */
export const hostList = (
  hosts: readonly ShownHost[],
  overview: readonly OutputView[],
  below: readonly Child[],
  mayDownload: boolean,
): HTMLElement => {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return hostDetails(only, below, mayDownload);
  const details = el('div', { id: 'host-details', tabindex: -1 });
  const show = (host: ShownHost) => () => {
    fill(details, hostDetails(host, [waitsNote(host)], mayDownload));
    details.scrollIntoView();
    details.focus({ preventScroll: true });
  };
  const row = (host: ShownHost) => {
    const [result] = host.results;
    const first = host.diagnostics.find(({ severity }) => severity === 'error');
    return [
      host.label || 'unnamed host',
      statusBadge(outcomeOf(host)),
      el('div', el('p', result === undefined ? (first?.message ?? '') : result.sentence), waitsNote(host)),
      button('Show', show(host), { class: 'small', 'aria-label': `Show ${host.label || 'the unnamed host'}` }),
    ];
  };
  const heads = ['Host', 'Verdict', 'Why', 'Details'];
  const counts = countsText(hosts);
  const ordered = [...hosts].sort(worstHostFirst);
  return el(
    'div',
    el(
      'div',
      { class: `verdict ${ordered[0] === undefined ? 'not_reviewed' : outcomeOf(ordered[0])}` },
      el('h3', { id: 'counts' }, counts),
      ...below,
    ),
    downloadList(overview, 'overview'),
    longTable('Hosts, worst first', heads, ordered, row, { id: 'hosts' }),
    details,
  );
};

const waitsNote = ({ waits }: ShownHost): Child =>
  waits !== undefined &&
  el('p', { class: 'detail' }, 'No files: its export names no host. Name the file for the host, or drop it alone.');

/** Refused hosts, which nobody has judged, before all others. */
const worstHostFirst = (a: ShownHost, b: ShownHost): number =>
  outcomes.indexOf(outcomeOf(a)) - outcomes.indexOf(outcomeOf(b));

/** `3 hosts: 1 open, 1 not a finding, 1 refused` */
export const countsText = (hosts: readonly ShownHost[]): string => {
  const words = [
    ['open', 'open'],
    ['not_reviewed', 'not reviewed'],
    ['not_applicable', 'not applicable'],
    ['not_a_finding', 'not a finding'],
    ['refused', 'refused'],
  ] as const;
  const counts = words.flatMap(([status, word]) => {
    const count = hosts.filter((host) => outcomeOf(host) === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'}: ${counts.join(', ')}`;
};
