import { all, type ConnectorNote } from './connector-note.js';
import { is } from './truth.js';
import { hasSmartHosts, refusedStates } from './what-exchange-allows.js';

/** What Exchange itself does not allow, whichever rule is judged. */
export const integrityNotes: readonly ConnectorNote[] = [
  ...refusedStates.map(
    ({ code, state, applies }): ConnectorNote => ({
      code,
      kind: 'integrity',
      text: `${state}. Exchange refuses to save this: the export was edited or damaged, or the directory was edited by hand.`,
      applies,
    }),
  ),
  {
    code: 'dns-routing-with-smart-hosts',
    kind: 'integrity',
    text: 'DNSRoutingEnabled is True with SmartHosts: Exchange computes it as True exactly when there are none, so this is not genuine output.',
    applies: (c) => all(is(c.dnsRoutingEnabled, true)) && hasSmartHosts(c),
  },
];
