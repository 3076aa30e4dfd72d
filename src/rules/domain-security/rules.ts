import type { Family } from '../rule.js';
import { clauses, clauses2010, reworded } from './clauses.js';
import { connectorNotes, hostNotes, notes2010, notes2016 } from './notes.js';

/** Domain security: mutual TLS with the domains that the site trusts. */
export const domainSecurity = {
  'EX19-ED-000098': { clauses, connectorNotes, hostNotes },
  // Reworded in V2R3.
  'EX16-ED-000170': [
    { clauses, connectorNotes: notes2016 },
    { clauses: reworded, connectorNotes: notes2016 },
  ],
  'Exch-2-763': { clauses: clauses2010, connectorNotes: notes2010 },
} as const satisfies Family;
