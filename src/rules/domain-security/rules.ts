import type { Family, Remedy } from '../rule.js';
import { hasSmartHosts } from '../what-exchange-allows.js';
import { clauses, clauses2010, reworded } from './clauses.js';
import { connectorNotes, hostNotes, notes2010, notes2016 } from './notes.js';

const remedy = (): Remedy => ({ set: { DomainSecureEnabled: true } });

/** Domain security: mutual TLS with the domains that the site trusts. */
export const domainSecurity = {
  'EX19-ED-000098': { clauses, connectorNotes, hostNotes, remedy },
  // Reworded in V2R3.
  'EX16-ED-000170': [
    { clauses, connectorNotes: notes2016, remedy },
    {
      clauses: reworded,
      connectorNotes: notes2016,
      remedy: (c) => (hasSmartHosts(c) ? { set: { TlsAuthLevel: 'DomainValidation', RequireTLS: true } } : remedy()),
    },
  ],
  'Exch-2-763': { clauses: clauses2010, connectorNotes: notes2010, remedy },
} as const satisfies Family;
