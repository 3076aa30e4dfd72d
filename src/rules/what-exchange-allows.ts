import { type ReadPropertyName, rowOf, type SendConnector } from '../model/connector.js';
import type { TlsAuthLevel } from '../model/connector-properties.js';
import { known, knownValue, type Property, unknown } from '../model/property.js';
import { all, none } from './connector-note.js';
import { is, isSet } from './truth.js';

/*
 * What Exchange itself allows on a send connector, and by which command. From Microsoft's documentation of Set-SendConnector.
 */

/** The parameters of Set-SendConnector that rules ask for, with their values as an export has them. */
export interface ParameterValues {
  readonly DomainSecureEnabled: boolean;
  readonly IgnoreSTARTTLS: boolean;
  readonly RequireTLS: boolean;
  readonly TlsAuthLevel: TlsAuthLevel;
  readonly TlsDomain: string;
  readonly ConnectionInactivityTimeOut: string;
  readonly MaxMessageSize: string;
}

/** Values to set. SmartHosts and DNSRoutingEnabled are the route of mail: what they are to be is for people to say. */
export type Settings = Readonly<Partial<ParameterValues & { readonly DNSRoutingEnabled: boolean }>>;

export type SettingName = keyof Settings & ReadPropertyName;

/** The properties on which it depends whether Exchange saves a change of one of them. DNSRoutingEnabled is False exactly where there are smart hosts. */
export const tlsProperties = [
  'DomainSecureEnabled',
  'DNSRoutingEnabled',
  'IgnoreSTARTTLS',
  'RequireTLS',
  'TlsAuthLevel',
  'TlsDomain',
] as const satisfies readonly SettingName[];

/** A state that the cmdlets refuse to save. */
export interface RefusedState {
  readonly code: string;
  readonly state: string;
  /** It needs known facts: what is unknown is not refused. */
  readonly applies: (connector: SendConnector) => boolean;
}

export const hasSmartHosts = (c: SendConnector): boolean => (knownValue(c.smartHosts)?.length ?? 0) > 0;

const hasNoSmartHosts = (c: SendConnector): boolean =>
  c.smartHosts.state === 'known' && (c.smartHosts.value?.length ?? 0) === 0;

export const refusedStates: readonly RefusedState[] = [
  {
    code: 'domain-secure-without-dns-routing',
    state: 'DomainSecureEnabled is True with DNSRoutingEnabled False',
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.dnsRoutingEnabled, false)),
  },
  {
    code: 'domain-secure-ignoring-starttls',
    state: 'DomainSecureEnabled is True with IgnoreSTARTTLS True',
    applies: (c) => all(is(c.domainSecureEnabled, true), is(c.ignoreStartTls, true)),
  },
  {
    code: 'domain-secure-with-tls-auth-level',
    state: 'DomainSecureEnabled is True with TlsAuthLevel set',
    applies: (c) => all(is(c.domainSecureEnabled, true), isSet(c.tlsAuthLevel)),
  },
  {
    code: 'tls-auth-level-without-require-tls',
    state: 'TlsAuthLevel is set with RequireTLS False',
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.requireTls, false)),
  },
  {
    code: 'tls-auth-level-ignoring-starttls',
    state: 'TlsAuthLevel is set with IgnoreSTARTTLS True',
    applies: (c) => all(isSet(c.tlsAuthLevel), is(c.ignoreStartTls, true)),
  },
  {
    code: 'require-tls-ignoring-starttls',
    state: 'RequireTLS is True with IgnoreSTARTTLS True',
    applies: (c) => all(is(c.requireTls, true), is(c.ignoreStartTls, true)),
  },
  {
    code: 'tls-domain-without-domain-validation',
    state: 'TlsDomain is set, but TlsAuthLevel is not DomainValidation',
    applies: (c) => all(isSet(c.tlsDomain)) && none(is(c.tlsAuthLevel, 'DomainValidation')),
  },
  {
    code: 'domain-validation-without-tls-domain',
    state: 'TlsAuthLevel is DomainValidation with DNSRoutingEnabled False and no TlsDomain',
    applies: (c) =>
      all(is(c.tlsAuthLevel, 'DomainValidation'), is(c.dnsRoutingEnabled, false)) && none(isSet(c.tlsDomain)),
  },
  {
    code: 'no-dns-routing-without-smart-hosts',
    state: 'DNSRoutingEnabled is False without SmartHosts',
    applies: (c) => all(is(c.dnsRoutingEnabled, false)) && hasNoSmartHosts(c),
  },
  {
    code: 'tls-domain-any',
    state: 'TlsDomain is "*"',
    applies: (c) => knownValue(c.tlsDomain)?.trim() === '*',
  },
];

/** The values that Exchange demands beside those that are set: each makes the connector ask for more of TLS, not for less. */
export const withCompanions = (settings: Settings): Settings => ({
  ...(settings.TlsDomain === undefined ? {} : { TlsAuthLevel: 'DomainValidation' }),
  ...(settings.TlsDomain === undefined && settings.TlsAuthLevel === undefined ? {} : { RequireTLS: true }),
  ...(settings.DomainSecureEnabled === true ||
  settings.RequireTLS === true ||
  settings.TlsAuthLevel !== undefined ||
  settings.TlsDomain !== undefined
    ? { IgnoreSTARTTLS: false }
    : {}),
  ...settings,
});

/** The names in a set of settings, in Exchange's order. */
export const settingNames = (settings: Settings): readonly SettingName[] =>
  settable.filter((name) => settings[name] !== undefined);

const settable: readonly SettingName[] = [...tlsProperties, 'ConnectionInactivityTimeOut', 'MaxMessageSize'];

/** The connector as it is once they are set. */
export const withSettings = (connector: SendConnector, settings: Settings): SendConnector => {
  const properties = settingNames(settings).map((name): readonly [string, Property<unknown>] => [
    rowOf(name).key,
    known<unknown>(settings[name] ?? null),
  ]);
  return { ...connector, ...Object.fromEntries(properties) };
};

/** Why Exchange does not take a value, whatever else the connector has. */
export const refusedValues = (settings: Settings): readonly string[] => {
  const { MaxMessageSize: size, ConnectionInactivityTimeOut: timeout } = settings;
  const bytes = size === undefined || size === 'Unlimited' ? 0 : Number(size.replace(/\D/g, ''));
  return [
    ...(bytes % 1024 === 0 ? [] : [`MaxMessageSize is stored in whole KB, and ${size} is not`]),
    ...(bytes <= 2_147_483_647 ? [] : [`MaxMessageSize is at most 2,147,483,647 bytes or Unlimited`]),
    ...(timeout === undefined || /^(00:\d\d:\d\d|\d\d:\d\d:\d\d|1\.00:00:00)$/.test(timeout)
      ? []
      : ['ConnectionInactivityTimeOut is in whole seconds, at most a day']),
  ];
};

/** Whether two sets of settings exclude each other on a connector, whatever its own values are. */
export const exclude = (connector: SendConnector, a: Settings, b: Settings): boolean => {
  const differs = settingNames(a).some((name) => b[name] !== undefined && a[name] !== b[name]);
  const blank = [...tlsProperties, 'SmartHosts' as const].map((name) => [rowOf(name).key, unknown('absent')] as const);
  const either = withSettings({ ...connector, ...Object.fromEntries(blank) }, { ...a, ...b });
  return differs || refusedStates.some(({ applies }) => applies(either));
};

/** Why no script changes a connector on a server, which is an Edge server or one of the organization. */
export const managedElsewhere = (c: SendConnector, isEdge: boolean): string | undefined => {
  if (!isOfEdgeSync(c)) return undefined;
  return isEdge
    ? 'Edge Subscription writes this connector (EdgeSync): Exchange refuses to change it on an Edge server. Change it on a Mailbox server of the subscribed site, where EdgeSync takes it from.'
    : 'This connector is that of an Edge Subscription: EdgeSync takes it to each subscribed Edge server. Change it by hand, with these in mind.';
};

/** The connector that Edge Subscription creates for mail to the organisation. */
export const isEdgeSyncInbound = (c: SendConnector): boolean =>
  /^EdgeSync - Inbound to /i.test(nameOf(c)) ||
  (knownValue(c.smartHosts)?.length === 1 && knownValue(c.smartHosts)?.[0]?.trim() === '--');

const isOfEdgeSync = (c: SendConnector): boolean => /^\s*EdgeSync\s*[-\u2013]/i.test(nameOf(c)) || isEdgeSyncInbound(c);

/** A connector of the Hybrid Configuration Wizard, as far as an export shows it. */
export const isHybrid = (c: SendConnector): boolean =>
  /^Outbound to Office 365/i.test(nameOf(c)) ||
  /(^|\.)(outlook\.com|office365\.us)$/i.test(knownValue(c.tlsDomain) ?? '');

const nameOf = (c: SendConnector): string => knownValue(c.name) ?? knownValue(c.identity) ?? '';

/** Whether a STIG is that of an Edge server, which has connectors and administrators of its own. */
export const isEdgeStig = (id: string): boolean => /edge/i.test(id);
