import type { ReadPropertyName, SendConnector } from '../model/connector.js';
import type { Truth } from '../model/review.js';
import type { Clause } from './rule.js';
import { is, not, or } from './truth.js';

/*
 * The rules of the 2016 Edge STIG that were reworded in V2R3 ask one thing of a connector with smart hosts, another of one
 * without.
 */

export const hasSmartHosts = ({ smartHosts }: SendConnector): Truth =>
  smartHosts.state === 'unknown' ? 'unknown' : (smartHosts.value?.length ?? 0) > 0 ? 'true' : 'false';

export const requireTlsClause: Clause = {
  id: 'require-tls',
  properties: ['SmartHosts', 'RequireTLS'],
  expected: 'RequireTLS True, where there are smart hosts',
  holds: (c) => or(not(hasSmartHosts(c)), is(c.requireTls, true)),
};

export const authLevelClause: Clause = {
  id: 'auth-level',
  properties: ['SmartHosts', 'TlsAuthLevel'],
  expected: 'TlsAuthLevel DomainValidation, where there are smart hosts',
  holds: (c) => or(not(hasSmartHosts(c)), is(c.tlsAuthLevel, 'DomainValidation')),
};

/** Breached where SmartHosts is not known, and the connector fails with them as it does without. */
export const eitherWay = (
  properties: readonly ReadPropertyName[],
  without: (connector: SendConnector) => Truth,
  withThem: (connector: SendConnector) => Truth,
): Clause => ({
  id: 'either-way',
  properties,
  expected: 'what is asked of a connector with smart hosts, or what is asked of one without',
  holds: (connector) => or(without(connector), withThem(connector)),
});
