import { describe, expect, it } from 'vitest';
import { readSite } from '../../src/site/read-site.js';
import { edsp, head, siteFile } from './sites.js';

const faults = (value: unknown): readonly string[] =>
  readSite(siteFile(value)).diagnostics.map(
    ({ code, place: { line, column, property } }) => `${line}:${column} ${property ?? ''} ${code}`,
  );

const deviation = {
  rule: 'EX19-ED-000110',
  connectors: ['Internet relay'],
  property: 'ConnectionInactivityTimeOut',
  value: '00:05:00',
  signedOffBy: 'Robin Moore',
  signedOffOn: '2026-01-10',
  riskAcceptance: 'RA-1',
  expires: '2026-12-31',
};

describe('a site file', () => {
  it('may say nothing', () => {
    expect(faults({})).toEqual([]);
    expect(
      faults({ statedBy: null, hosts: [], edsp: null, deviations: null, $comment: ['to be', 'filled in'] }),
    ).toEqual([]);
  });

  it('is read with all that it can say', () => {
    const values = { AddressSpaces: ['SMTP:*;1'], SmartHosts: null };
    const read = readSite(
      siteFile({
        ...head,
        edsp,
        enclave: 'SIPRNet',
        internetFacing: [{ connector: 'A', reason: 'to the internet', values }],
        notInternetFacing: [{ connector: 'B', reason: 'inside', values }],
        smartHosts: ['192.0.2.7', '[2001:db8::7]', 'relay.example.mil'],
        internalSmtpDomains: ['example.mil'],
        validationMethod: [{ connector: 'A', method: 'DomainValidation' }],
        maxSendSize: { configured: '10 MB', documented: '10240KB' },
        deviations: [
          deviation,
          { ...deviation, property: 'MaxMessageSize', value: 'Unlimited', connectors: ['A', 'B'] },
        ],
        acceptances: [
          {
            rule: 'EX19-ED-000098',
            connectors: ['A'],
            values: { DomainSecureEnabled: false },
            acceptedBy: 'Sam Ray',
            acceptedOn: '2026-01-10',
            reference: 'POAM-7',
            expires: '2026-12-31',
          },
        ],
        names: {
          reviewedOn: '2026-01-15',
          clear: [{ connector: 'A', values: { Name: 'A', AddressSpaces: 'SMTP:*;1' } }],
        },
      }),
    );
    expect(read.diagnostics).toEqual([]);
    if (!read.ok) return;
    expect(read.value.maxSendSize).toEqual({ configured: '10,485,760 bytes', documented: '10,485,760 bytes' });
    expect(read.value.decisions.map(({ kind, path, connector }) => `${kind} ${path} ${connector}`)).toEqual([
      'internetFacing internetFacing[0] A',
      'notInternetFacing notInternetFacing[0] B',
      'validationMethod validationMethod[0] A',
      'deviation deviations[0] Internet relay',
      'deviation deviations[1] A',
      'deviation deviations[1] B',
      'acceptance acceptances[0] A',
      'clear names.clear[0] A',
    ]);
  });

  it.each([
    ['{"statedBy": "A",', '1:18  site-damaged'],
    ['{\n "statedBy": "A",\n "statedBy": "B"}', '3:2  site-key-twice'],
    ['{\n "statedby": "A"}', '2:2 statedby site-property-unknown'],
    ['{\n "statedOn": "2026-02-30"}', '2:2 statedOn site-value-invalid'],
    ['{"statedOn": "20.01.2026"}', '1:2 statedOn site-value-invalid'],
    ['{"hosts": "EDGE01"}', '1:2 hosts site-value-invalid'],
    ['{"statedBy": " "}', '1:2 statedBy site-value-invalid'],
    ['[]', '1:1  site-value-invalid'],
    ['{"maxSendSize": {"configured": "10"}}', '1:18 maxSendSize.configured site-value-invalid'],
    ['{"maxSendSize": {"configured": "1.5MB"}}', '1:18 maxSendSize.configured site-value-invalid'],
    ['{"internalSmtpDomains": ["*.example.mil"]}', '1:26 internalSmtpDomains[0] site-value-invalid'],
  ])('%s is refused with its place', (text, expected) => {
    expect(faults(text)).toEqual([expected]);
  });

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '169.254.1.1',
    '224.0.0.1',
    '[::1]',
    'fe80::1',
    '::ffff:127.0.0.1',
    '--',
    'localhost',
    '*.example.mil',
    '010.1.2.3',
    '10.1.2.300',
    'relay:25',
  ])('the smart host %s is refused', (host) => {
    expect(faults({ smartHosts: [host] })).toEqual(['3:5 smartHosts[0] site-value-invalid']);
  });

  it.each([
    ['a rule that is none', { rule: 'V-259597' }],
    ['a value that is no duration', { value: '10' }],
    ['no value', { value: null }],
    ['another property', { property: 'RequireTLS' }],
    ['no connector', { connectors: [] }],
    ['an expiry that is no date', { expires: 'never' }],
  ])('a deviation of %s is refused', (_, change) => {
    expect(faults({ deviations: [{ ...deviation, ...change }] }).join()).toMatch(/site-value-invalid$/);
  });

  it.each(Object.keys(deviation))('a deviation without %s is refused', (name) => {
    const { [name as keyof typeof deviation]: _, ...rest } = deviation;
    expect(faults({ deviations: [rest] }).map((fault) => fault.replace(/^.* /, ''))).toContain('site-property-missing');
  });
});
