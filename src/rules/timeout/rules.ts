import type { SendConnector } from '../../model/connector.js';
import { knownValue } from '../../model/property.js';
import type { ConnectorNote } from '../connector-note.js';
import { covered, signoff } from '../deviation.js';
import type { Clause, Family, Judgement } from '../rule.js';
import { and, is, isSet, or } from '../truth.js';

const clauses: readonly Clause[] = [
  {
    id: 'timeout',
    properties: ['ConnectionInactivityTimeOut'],
    required: '00:10:00, or another value with signoff and risk acceptance in the EDSP',
    holds: ({ connectionInactivityTimeOut: timeout }, site) =>
      or(is(timeout, '00:10:00'), and(isSet(timeout), covered(site, 'ConnectionInactivityTimeOut'))),
    takes: ['deviations', 'planReviewed'],
    asks: signoff('this timeout'),
  },
];

const isShorter = ({ connectionInactivityTimeOut }: SendConnector): boolean =>
  /^00:0\d:/.test(knownValue(connectionInactivityTimeOut) ?? '');

const connectorNotes: readonly ConnectorNote[] = [
  {
    code: 'shorter-than-ten-minutes',
    kind: 'collision',
    text: 'The timeout is shorter than 10 minutes: the rule\'s title would allow it ("10 minutes or less"), the check asks for 00:10:00 or a signoff.',
    applies: isShorter,
  },
];

const judgement: Judgement = {
  clauses,
  connectorNotes,
  remedy: () => ({ set: { ConnectionInactivityTimeOut: '00:10:00' } }),
};

/**
 * A timeout of 10 minutes, exactly: the check makes any other value a matter of the site's plan, so that whether it is excepted is
 * a fact that is missing, not one that is false.
 */
export const timeout = {
  'EX19-ED-000110': judgement,
  'EX19-MB-000132': judgement,
  'EX16-ED-000190': judgement,
  'EX16-MB-000460': judgement,
  'EX13-EG-000095': judgement,
  'EX13-MB-000230': judgement,
  'Exch-2-769': judgement,
} as const satisfies Family;
