import type { ReadPropertyName, SendConnector } from '../model/connector.js';
import type { Truth } from '../model/review.js';
import { type Clause, type Condition, onlyWhen } from './rule.js';
import { is, not, or } from './truth.js';

/*
 * The rules of the 2016 Edge STIG that were reworded in V2R3 ask one thing of a connector with smart hosts, another of one
 * without.
 */

export const hasSmartHosts = ({ smartHosts }: SendConnector): Truth =>
  smartHosts.state === 'unknown' ? 'unknown' : (smartHosts.value?.length ?? 0) > 0 ? 'true' : 'false';

export const smartHosts: Condition = {
  words: 'there are smart hosts',
  properties: ['SmartHosts'],
  holds: hasSmartHosts,
};

export const noSmartHosts: Condition = {
  words: 'there are no smart hosts',
  properties: ['SmartHosts'],
  holds: (c) => not(hasSmartHosts(c)),
};

export const requireTlsClause: Clause = {
  id: 'require-tls',
  properties: ['SmartHosts', 'RequireTLS'],
  required: 'True',
  ...onlyWhen(smartHosts, (c) => is(c.requireTls, true)),
};

export const authLevelClause: Clause = {
  id: 'auth-level',
  properties: ['SmartHosts', 'TlsAuthLevel'],
  required: 'DomainValidation',
  ...onlyWhen(smartHosts, (c) => is(c.tlsAuthLevel, 'DomainValidation')),
};

const isKnown = ({ smartHosts: { state } }: SendConnector): Truth => (state === 'known' ? 'true' : 'false');

/** Breached where SmartHosts is not known, and the connector fails with them as it does without. */
export const eitherWay = (
  properties: readonly ReadPropertyName[],
  without: (connector: SendConnector) => Truth,
  withThem: (connector: SendConnector) => Truth,
): Clause => ({
  id: 'either-way',
  properties,
  required: 'what is asked of a connector with smart hosts, or what is asked of one without',
  when: { words: 'SmartHosts is unknown', properties: ['SmartHosts'], holds: (c) => not(isKnown(c)) },
  holds: (connector) => or(without(connector), withThem(connector)),
});
