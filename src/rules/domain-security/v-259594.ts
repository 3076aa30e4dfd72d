import type { RuleModule } from '../rule.js';
import { clauses } from './clauses.js';
import { connectorNotes, hostNotes } from './notes.js';
import { v259594Stig } from './v-259594-stig.js';

export const v259594: RuleModule = {
  vulnId: 'V-259594',
  clauses,
  connectorNotes,
  hostNotes,
  builtIn: v259594Stig,
};
