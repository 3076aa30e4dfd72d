import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { judge } from '../../src/rules/judge.js';
import { rules } from '../../src/rules/registry.js';
import { compliant, connector } from '../support/connectors.js';
import { detailsOf } from '../support/finding-details.js';
import { v259594 } from '../support/rules.js';

const failing = (name: string) =>
  compliant({ name: known(name), identity: known(name), domainSecureEnabled: known(false) });

describe('finding details', () => {
  it('name the rule, the verdict, each clause with both values, the evidence, the tool and the time', () => {
    const text = detailsOf([compliant(), failing('Relay')]);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'OPEN: 1 of 2 send connectors on EDGE01 does not meet V-259594.',
        'FAIL  "Relay": DomainSecureEnabled is False; must be True.',
        'PASS  "Partner mail"',
        '  FAIL  DomainSecureEnabled is False; must be True.',
        '  Enabled: True',
        '  Source: send-connectors.csv, line 2',
        `Evidence file: send-connectors.csv, SHA-256 ${'ab'.repeat(32)}, csv, utf-8, 2 connector records`,
      ]),
    );
    expect(text).toMatch(/\nEvaluated by exchange-stig 1\.2\.3 at 2026-01-31T12:00:00Z \(checksum [0-9a-f]{16}\)$/);
    expect(text).not.toContain('/data/');
  });

  it('put failing connectors first', () => {
    const text = detailsOf([compliant(), connector({ name: known('Thin') }), failing('Relay')]);
    const order = ['Relay', 'Thin', 'Partner mail'].map((name) => text.indexOf(`"${name}"`));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
  });

  it('begin with the verdict in a sentence, singular and plural, with the host where it is known', () => {
    const lineOf = (connectors: readonly SendConnector[], more: Parameters<typeof detailsOf>[1] = {}) =>
      detailsOf(connectors, more).split('\n')[0];
    const thin = connector({ name: known('Thin') });
    const bad = failing('Relay');
    expect(lineOf([bad])).toBe('OPEN: The only send connector on EDGE01 does not meet V-259594.');
    expect(lineOf([bad, bad])).toBe('OPEN: 2 of 2 send connectors on EDGE01 do not meet V-259594.');
    expect(lineOf([bad, thin, compliant()], { host: '' })).toBe(
      'OPEN: 1 of 3 send connectors does not meet V-259594; 1 could not be judged.',
    );
    expect(lineOf([compliant()])).toBe('NOT A FINDING: The only send connector on EDGE01 meets V-259594.');
    expect(lineOf([compliant(), compliant()])).toBe('NOT A FINDING: Both send connectors on EDGE01 meet V-259594.');
    expect(lineOf([compliant(), compliant(), compliant()])).toMatch(
      /: All 3 send connectors on EDGE01 meet V-259594\.$/,
    );
    expect(lineOf([thin, compliant()])).toMatch(/: 1 of 2 send connectors on EDGE01 could not be judged/);
    expect(lineOf([])).toMatch(/^NOT REVIEWED: The export of EDGE01 holds no send connector; that cannot be told/);
  });

  it('say what is in doubt and what it cost in the second line', () => {
    const doubt = diagnostic('export-left-out', {}, { reason: 'damaged' });
    const doubtful = (record: SendConnector) =>
      detailsOf([], { review: judge(v259594, [{ records: [record] }], { reported: [doubt, doubt] }) }).split('\n');
    expect(doubtful(compliant()).slice(0, 3)).toEqual([
      'NOT REVIEWED: The only send connector read from the export of EDGE01 meets V-259594, but the export is not whole.',
      expect.stringMatching(/^In doubt, so no pass can be given: .*\[export-left-out\]$/),
      expect.stringMatching(/^Also in doubt: .*\[export-left-out\]$/),
    ]);
    expect(doubtful(failing('Relay'))[1]).toMatch(
      /^In doubt, but the finding stands \(more may be wrong than is shown\): /,
    );
  });

  it('say what to do about each connector that fails, what many share once', () => {
    const why = 'Exchange refuses to save it with these values. Document it on a POA&M with this reason.';
    const all = ['A', 'B', 'C'].map(failing);
    const text = detailsOf(all, {
      adviceFor: ({ name }) =>
        name === 'C'
          ? { command: "Set-SendConnector -Identity 'C' -RequireTLS $true", sentences: [] }
          : { sentences: [why] },
    });
    expect(text.split('\n').filter((line) => line.startsWith('  What to do: '))).toEqual([
      `  What to do: ${why}`,
      '  What to do: as for send connector 1.',
      "  What to do: Set-SendConnector -Identity 'C' -RequireTLS $true",
    ]);
  });

  it('say what is missing and the command that exports it', () => {
    const text = detailsOf([connector({ name: known('Thin'), domainSecureEnabled: known(true) })]);
    expect(text).toMatch(
      /^NOT REVIEWED: The only send connector on EDGE01 could not be judged by V-259594 from this export\.\n/,
    );
    expect(text).toContain('Missing: TlsAuthLevel, DNSRoutingEnabled, TlsDomain');
    expect(text).toContain('Get-SendConnector | Export-Clixml');
  });

  it('ask for no other export where only the site can say more', () => {
    const timeout = rules.find(({ identity }) => identity.vulnId === 'V-259597');
    if (timeout === undefined) throw new Error('no V-259597');
    const record = compliant({ connectionInactivityTimeOut: known('00:05:00') });
    const text = detailsOf([], { review: judge(timeout, [{ records: [record] }]) });
    expect(text).toContain('\nunknown "Partner mail": what the site has not said is listed below.\n');
    expect(text).toContain('\n  The site has not said: ');
    expect(text).not.toContain('Export-Clixml');
  });

  it('say that a disabled connector counts', () => {
    expect(detailsOf([{ ...failing('Old'), enabled: known(false) }])).toContain(
      'Enabled: False (the rule counts disabled connectors too)',
    );
  });

  it('say so when only a reading of the check makes it a finding', () => {
    const reading = 'The check says "this is a finding" only of DomainSecureEnabled';
    expect(detailsOf([compliant({ dnsRoutingEnabled: known(false) })])).toContain(reading);
    expect(detailsOf([failing('Relay')])).not.toContain(reading);
  });

  it("say when the assessor's word decided", () => {
    const review = judge(v259594, [], { whenEmpty: 'not_applicable' });
    expect(detailsOf([], { review })).toContain('the assessor chose NOT APPLICABLE for this case');
    expect(detailsOf([])).toContain('cannot be told from an export that failed');
  });

  it('keep within 32,767 units, cut between connectors, and count what was left out in the last line', () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      i % 2 ? failing(`Relay ${i}`) : compliant({ name: known(`Good ${i}`) }),
    );
    const text = detailsOf(many);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text.length).toBeGreaterThan(31_000);
    const shown = text.split('\n').filter((line) => /^Send connector \d+ of 400/.test(line)).length;
    expect(text.split('\n').at(-1)).toBe(
      `${400 - shown} of 400 send connectors left out here for length; none of them is worse than those above.`,
    );
    expect(text).not.toContain('"Good');
    expect(text).toContain('\nand 350 more send connectors: 150 FAIL, 200 PASS\n');
    expect(text).toContain('Evaluated by exchange-stig 1.2.3');
  });

  it('cut a name or value that is too long, not within a surrogate pair, and keep the clauses', () => {
    for (const pad of ['', 'x']) {
      const text = detailsOf([failing(`${pad}${'😀'.repeat(30_000)}`)]);
      expect(text.length).toBeLessThanOrEqual(5_000);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text).toContain('[cut]');
      expect(text).toContain('FAIL  DomainSecureEnabled is False; must be True.');
      expect(text).toContain('Evaluated by exchange-stig 1.2.3');
    }
  });

  it('say of several records what each says, where it stands, and which decides', () => {
    const good = compliant({ place: { file: 'a/s.csv', line: 2 } });
    const bad = compliant({ domainSecureEnabled: known(false), place: { file: 'b/s.csv', line: 2 } });
    const file = {
      format: 'csv',
      encoding: 'utf-8',
      sha256: 'cd'.repeat(32),
      connectors: 1,
      strength: 'whole' as const,
      reasons: [],
    } as const;
    const text = detailsOf([], {
      review: judge(v259594, [{ records: [good, bad] }]),
      evidence: [
        { ...file, path: 'a/s.csv' },
        { ...file, path: 'b/s.csv' },
      ],
    });
    expect(text).toMatch(/^ {2}Source: \[1\] s\.csv, line 2: DomainSecureEnabled True, /m);
    expect(text).toMatch(/^ {2}Source: \[2\] s\.csv, line 2 \(decides\): DomainSecureEnabled False, /m);
    expect(text).toContain('Evidence file [2]: s.csv, SHA-256 ');
  });

  it('repeat what was reported of the evidence, without the folders', () => {
    const reports = [diagnostic('export-empty', { file: '/home/me/s.csv' })];
    const text = detailsOf([compliant()], { reports });
    expect(text).toMatch(/^Reported: s\.csv: .*\[export-empty\]$/m);
    expect(text).not.toContain('/home/me');
    const many = Array.from({ length: 5000 }, () => diagnostic('export-empty', { file: 's.csv' }));
    expect(detailsOf([compliant()], { reports: many })).toContain('Reported: 4980 more');
  });

  it('let no name pass for a line of ours', () => {
    const text = detailsOf([failing('x"\nNOT A FINDING: x\u001b[2J\u202e')]);
    expect(text.split('\n').filter((line) => /^(OPEN|NOT A FINDING): /.test(line))).toHaveLength(1);
    expect(text).toContain('\\u{A}NOT A FINDING: x\\u{1B}[2J\\u{202E}');
  });
});
