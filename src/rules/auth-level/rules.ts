import type { ConnectorReview, Note } from '../../model/review.js';
import { titleSaysInternal } from '../connector-note.js';
import type { Clause, Family, Judgement } from '../rule.js';
import { is } from '../truth.js';

const clauses: readonly Clause[] = [
  {
    id: 'auth-level',
    properties: ['TlsAuthLevel'],
    required: 'DomainValidation',
    holds: (connector) => is(connector.tlsAuthLevel, 'DomainValidation'),
  },
];

const fixIncomplete: Note = {
  code: 'fix-lacks-require-tls',
  kind: 'collision',
  text: 'Exchange refuses the command of the fix as it is printed: it also takes -RequireTLS $true, and -TlsDomain where there are smart hosts.',
};

const againstDomainSecurity = (rule: string): Note => ({
  code: 'conflicts-with-domain-security',
  kind: 'collision',
  text: `${rule} of the same STIG requires DomainSecureEnabled True, which excludes TlsAuthLevel DomainValidation: no connector can satisfy both rules.`,
});

const judgement = (collisions: readonly Note[]): Judgement => ({
  clauses,
  connectorNotes: [titleSaysInternal],
  remedy: () => ({ set: { TlsAuthLevel: 'DomainValidation' } }),
  hostNotes: (reviews: readonly ConnectorReview[]) => [
    ...(reviews.length === 0 ? [] : collisions),
    ...(reviews.some(({ status }) => status === 'open') ? [fixIncomplete] : []),
  ],
});

/** TlsAuthLevel DomainValidation on each connector: the check says "each", or nothing, whatever the title says. */
export const authLevel = {
  'EX19-ED-000232': judgement([againstDomainSecurity('V-259594')]),
  'EX19-MB-000233': judgement([]),
  'EX16-ED-000670': judgement([]),
  'EX16-MB-000660': judgement([]),
  'EX13-EG-000335': judgement([]),
  'Exch-2-768': judgement([againstDomainSecurity('V-33590')]),
} as const satisfies Family;
