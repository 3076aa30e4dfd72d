import type { Status } from '../../model/checklist.js';
import { worse, worstFirst } from '../../rules/status-words.js';
import { button, el, fill, longTable } from '../dom.js';
import { statusBadge } from '../parts/verdict.js';
import type { HostView } from '../tasks/host-view.js';
import { hostDetails } from './host-details.js';

/** The worst of a host's results; undefined where it was refused. */
export const statusOf = ({ results }: HostView): Status | undefined =>
  results
    .map(({ status }) => status)
    .reduce<Status | undefined>((a, b) => (a === undefined ? b : worse(a, b)), undefined);

/** One host is shown whole; several as a table with a line each, and whole the one that is asked for (`#host-details`). */
export const hostList = (hosts: readonly HostView[]): HTMLElement => {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return hostDetails(only);
  const details = el('div', { id: 'host-details', tabindex: -1 });
  const show = (host: HostView) => () => {
    fill(details, hostDetails(host));
    details.focus();
  };
  const row = (host: HostView) => {
    const [result] = host.results;
    const first = host.diagnostics.find(({ severity }) => severity === 'error');
    return [
      host.host || '(host not known)',
      statusBadge(statusOf(host) ?? 'refused'),
      result === undefined ? (first?.message ?? '') : result.sentence,
      button('Show', show(host), { class: 'small', 'aria-label': `Show ${host.host || 'the host that is not known'}` }),
    ];
  };
  const heads = ['Host', 'Verdict', 'Why', 'Details'];
  return el(
    'div',
    {},
    longTable(countsText(hosts), heads, [...hosts].sort(worstHostFirst), row, { id: 'hosts' }),
    details,
  );
};

/** Refused hosts, which nobody has judged, before all others. */
const worstHostFirst = (a: HostView, b: HostView): number => {
  const [first, second] = [statusOf(a), statusOf(b)];
  if (first === undefined || second === undefined) return Number(first !== undefined) - Number(second !== undefined);
  return worstFirst(first, second);
};

/** `3 hosts: 1 open, 1 not a finding, 1 refused` */
export const countsText = (hosts: readonly HostView[]): string => {
  const words = [
    ['open', 'open'],
    ['not_reviewed', 'not reviewed'],
    ['not_applicable', 'not applicable'],
    ['not_a_finding', 'not a finding'],
    [undefined, 'refused'],
  ] as const;
  const counts = words.flatMap(([status, word]) => {
    const count = hosts.filter((host) => statusOf(host) === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${hosts.length} ${hosts.length === 1 ? 'host' : 'hosts'}: ${counts.join(', ')}`;
};
