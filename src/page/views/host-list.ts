import { outcomeOf, outcomes } from '../../outcome/outcome.js';
import { button, el, fill, longTable } from '../dom.js';
import { statusBadge } from '../parts/verdict.js';
import type { ShownHost } from '../tasks/shown-host.js';
import { hostDetails } from './host-details.js';

/** One host is shown whole; several as a table with a line each, and whole the one that is asked for (`#host-details`). */
export const hostList = (hosts: readonly ShownHost[]): HTMLElement => {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return hostDetails(only);
  const details = el('div', { id: 'host-details', tabindex: -1 });
  const show = (host: ShownHost) => () => {
    fill(details, hostDetails(host));
    details.focus();
  };
  const row = (host: ShownHost) => {
    const [result] = host.results;
    const first = host.diagnostics.find(({ severity }) => severity === 'error');
    return [
      host.host || '(host not known)',
      statusBadge(outcomeOf(host)),
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
