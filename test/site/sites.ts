import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { readSite } from '../../src/site/read-site.js';
import type { Site } from '../../src/site/site.js';
import { connector } from '../support/connectors.js';

/** A site file's bytes. */
export const siteFile = (value: unknown) => ({
  path: 'site.json',
  bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)),
  sha256: 'cd'.repeat(32),
});

export const head = { statedBy: 'Robin Moore, ISSO', statedOn: '2026-01-20', hosts: ['EDGE01'] };
export const edsp = { title: 'EDSP', version: '3.1', reviewedOn: '2026-01-15' };

/** The site that a file of this content says, with a head and a reviewed plan. */
export const site = (value: object): Site => {
  const read = readSite(siteFile({ ...head, edsp, ...value }));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

/** A connector to the internet by smart host, as an export tells it. */
export const relay = (change: Partial<SendConnector> = {}): SendConnector =>
  connector({
    name: known('Internet relay'),
    identity: known('Internet relay'),
    guid: known('11111111-2222-4333-8444-555555555501'),
    enabled: known(true),
    addressSpaces: known<readonly string[]>(['SMTP:*;1']),
    smartHosts: known<readonly string[]>(['[192.0.2.7]']),
    dnsRoutingEnabled: known(false),
    domainSecureEnabled: known(false),
    requireTls: known(true),
    tlsAuthLevel: known('DomainValidation'),
    tlsDomain: known('example.mil'),
    maxMessageSize: known('10,485,760 bytes'),
    connectionInactivityTimeOut: known('00:05:00'),
    ...change,
  });
