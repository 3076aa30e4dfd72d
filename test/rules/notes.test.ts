import { describe, expect, it } from 'vitest';
import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { nothingSaid } from '../../src/model/site-word.js';
import { integrityNotes } from '../../src/rules/integrity-notes.js';
import { judge } from '../../src/rules/judge.js';
import { compliant, connector } from '../support/connectors.js';
import { expectGolden } from '../support/golden.js';
import { v259594 } from '../support/rules.js';

/** The codes of the notes on a connector. */
const codesOf = (record: SendConnector): readonly string[] =>
  judge(v259594, [{ records: [record] }]).connectors.flatMap(({ notes }) => notes.map(({ code }) => code));

/** Each note alone, on a connector on which nothing else is wrong or known. */
const cases: readonly (readonly [string, SendConnector])[] = [
  [
    'domain-secure-without-dns-routing',
    connector({ domainSecureEnabled: known(true), dnsRoutingEnabled: known(false) }),
  ],
  ['domain-secure-ignoring-starttls', connector({ domainSecureEnabled: known(true), ignoreStartTls: known(true) })],
  [
    'domain-secure-with-tls-auth-level',
    connector({ domainSecureEnabled: known(true), tlsAuthLevel: known('EncryptionOnly') }),
  ],
  [
    'tls-auth-level-without-require-tls',
    connector({ tlsAuthLevel: known('EncryptionOnly'), requireTls: known(false) }),
  ],
  [
    'tls-auth-level-ignoring-starttls',
    connector({ tlsAuthLevel: known('EncryptionOnly'), ignoreStartTls: known(true) }),
  ],
  ['require-tls-ignoring-starttls', connector({ requireTls: known(true), ignoreStartTls: known(true) })],
  [
    'tls-domain-without-domain-validation',
    connector({ tlsDomain: known('a.example.mil'), tlsAuthLevel: known('EncryptionOnly') }),
  ],
  ['no-dns-routing-without-smart-hosts', connector({ dnsRoutingEnabled: known(false), smartHosts: known([]) })],
  ['tls-domain-any', connector({ tlsDomain: known('*') })],
  [
    'dns-routing-with-smart-hosts',
    connector({ dnsRoutingEnabled: known(true), smartHosts: known(['mail.example.mil']) }),
  ],
  ['edgesync-inbound', connector({ name: known('EdgeSync - Inbound to Default-First-Site') })],
  ['edgesync-inbound', connector({ smartHosts: known(['--']) })],
  ['hybrid-connector', connector({ tlsAuthLevel: known('DomainValidation') })],
  ['smart-host-connector', connector({ dnsRoutingEnabled: known(false), smartHosts: known(['mail.example.mil']) })],
];

const open = connector({ domainSecureEnabled: known(false), smartHosts: known(['mail.example.mil']) });

describe('notes', () => {
  it.each(cases)('%s', (code, record) => {
    expect(codesOf(record)).toEqual([code]);
  });

  it('domain-validation-without-tls-domain comes with the note on DomainValidation', () => {
    const record = connector({
      tlsAuthLevel: known('DomainValidation'),
      dnsRoutingEnabled: known(false),
      tlsDomain: known<string>(null),
    });
    expect(codesOf(record)).toEqual(['domain-validation-without-tls-domain', 'hybrid-connector']);
  });

  it('need known facts', () => {
    expect(codesOf(connector())).toEqual([]);
    expect(codesOf(compliant())).toEqual([]);
  });

  it('never change the verdict', () => {
    const odd = compliant({
      ignoreStartTls: known(true),
      tlsAuthLevel: known('DomainValidation'),
      tlsDomain: known('*'),
    });
    const review = judge(v259594, [{ records: [odd] }]);
    expect(review.status).toBe('not_a_finding');
    expect(review.connectors[0]?.notes.length).toBeGreaterThan(3);
  });

  it('ask for the whole of what they name', () => {
    const none = (c: SendConnector) => expect(codesOf(c)).toEqual([]);
    none(connector({ name: known('My EdgeSync - Inbound to site') }));
    none(connector({ smartHosts: known(['--', 'mail.example.mil']) }));
    none(connector({ smartHosts: known<readonly string[]>(null) }));
    none(connector({ smartHosts: known<readonly string[]>([]) }));
    const identified = connector({ identity: known('edgesync - inbound to site') });
    expect(codesOf(identified)).toEqual(['edgesync-inbound']);
    expect(codesOf(connector({ smartHosts: known([' -- ']) }))).toEqual(['edgesync-inbound']);
    const noHosts = connector({ dnsRoutingEnabled: known(false), smartHosts: known<readonly string[]>(null) });
    expect(codesOf(noHosts)).toEqual(['no-dns-routing-without-smart-hosts']);
  });

  it('name the twin rule only where a host is open and has smart hosts, if only one of several', () => {
    const smart = { smartHosts: known(['mail.example.mil']) };
    const notesOf = (...connectors: SendConnector[]) =>
      judge(
        v259594,
        connectors.map((record) => ({ records: [record] })),
      ).notes.map(({ code }) => code);
    const twin = 'twin-v-221218-reworded';
    expect(notesOf(compliant(), connector({ ...smart, domainSecureEnabled: known(false) }))).toContain(twin);
    expect(notesOf(compliant(smart), connector({ domainSecureEnabled: known(false) }))).toContain(twin);
    expect(notesOf(compliant(smart))).toEqual(notesOf(compliant()));
    expect(notesOf(compliant(smart))).not.toContain(twin);
    expect(notesOf(connector({ domainSecureEnabled: known(false) }))).not.toContain(twin);
    const review = judge(v259594, [
      { records: [compliant(), connector({ ...smart, domainSecureEnabled: known(false) })] },
    ]);
    expect(review.notes.map(({ code }) => code)).toContain(twin);
  });

  it('have the words that assessors read', () => {
    const transport = { maxSendSizes: [], secureDomains: ['example.mil'], isDoubtful: true, by: '' };
    const spaces = known<readonly string[]>(['SMTP:example.mil;1', 'SMTP:example.org;1', 'SMTP:*;1']);
    const [ofHost] = judge(v259594, [{ records: [open] }], { transport }).notes.filter(
      ({ code }) => code === 'send-domain-secure-list',
    );
    const all = [
      ...[...integrityNotes, ...(v259594.connectorNotes ?? [])].map(({ text, ...note }) => ({
        ...note,
        text:
          typeof text === 'string' ? text : text(connector({ addressSpaces: spaces }), { ...nothingSaid, transport }),
      })),
      ...judge(v259594, [{ records: [open] }]).notes,
      { code: 'send-domain-secure-list of the host', kind: ofHost?.kind, text: ofHost?.text },
    ];
    expectGolden(
      `${JSON.stringify(Object.fromEntries(all.map(({ code, kind, text }) => [code, `${kind}: ${text}`])), null, 2)}\n`,
      new URL('goldens/notes.json', import.meta.url),
    );
  });

  it('of the host name the sibling rules', () => {
    expect(judge(v259594, []).notes).toEqual([]);
    const notesOf = (record: SendConnector) => judge(v259594, [{ records: [record] }]).notes.map(({ code }) => code);
    expect(notesOf(compliant())).toContain('conflicts-with-v-259639');
    expect(notesOf(open)).toContain('twin-v-221218-reworded');
  });
});
