import { exportCommands } from '../diagnostics/export-command.js';
import { isMasked } from '../evidence/masked.js';
import { propertyOf, type SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ConnectorReview, Review } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import type { SiteWord } from '../model/site-word.js';
import type { RuleModule } from '../rules/rule.js';
import { shown } from '../rules/shown.js';
import { and } from '../rules/truth.js';
import {
  isEdgeStig,
  isHybrid,
  managedElsewhere,
  refusedStates,
  refusedValues,
  type SettingName,
  type Settings,
  settingNames,
  tlsProperties,
  withCompanions,
  withSettings,
} from '../rules/what-exchange-allows.js';
import type { NamedConnector, WithheldCode } from './remediation.js';

interface Withheld {
  readonly ok: false;
  readonly code: WithheldCode;
  readonly reason: string;
}

/** What makes a connector meet a rule, or why nothing of that is written. */
export type Attempt = { readonly ok: true; readonly settings: Settings } | Withheld;

export interface AttemptInput {
  readonly review: Review;
  readonly connector: ConnectorReview;
  readonly named: NamedConnector;
  /** No other connector of the host has its name. */
  readonly isNameUnique: boolean;
  readonly rule: RuleModule;
  readonly word: (connector: SendConnector) => SiteWord;
}

const withheld = (code: WithheldCode, reason: string): Withheld => ({ ok: false, code, reason });

export const exportAgain = `Export again and run remediate on the new export: ${exportCommands.clixml}`;

/**
 * Looks for the values that make an open connector meet a rule. There are none where anything is in doubt or unknown, where Exchange
 * would refuse them, and where they would take away what protects the connector now: those that are found only ask for more.
 */
export const attempt = (input: AttemptInput): Attempt => {
  const { connector, rule, word } = input;
  const record = connector.decidedBy;
  const obstacle = obstacleBefore(input);
  const remedy = rule.remedy?.(record, word(record));
  if (obstacle !== undefined) {
    // Where Exchange refuses the values on every server, no other server is the way out.
    const refused =
      remedy === undefined || remedy.needs !== undefined ? undefined : obstacleTo(withCompanions(remedy.set), input);
    return obstacle.code === 'edge-sync' && refused?.code === 'exchange-refuses'
      ? withheld('edge-sync', `Edge Subscription writes this connector (EdgeSync). ${refused.reason}`)
      : obstacle;
  }
  if (remedy === undefined)
    return withheld('no-command', 'No command is known that makes the connector meet this rule.');
  if (remedy.needs !== undefined) return withheld('site-decides', `To be decided first: ${remedy.needs}.`);
  const settings = withCompanions(remedy.set);
  return obstacleTo(settings, input) ?? { ok: true, settings };
};

/** What stands in the way whatever the rule wants. */
const obstacleBefore = ({ review, connector, named, isNameUnique, rule }: AttemptInput): Withheld | undefined => {
  const { records } = connector.evidence;
  const ofText = review.doubts.find(({ code }) => code === 'check-text-differs');
  const doubt = review.doubts.find((one) => one !== ofText);
  if (doubt !== undefined)
    return withheld(
      'evidence-in-doubt',
      `The export is in doubt: ${shown(doubt.message)} [${doubt.code}]. ${exportAgain}`,
    );
  if (ofText !== undefined)
    return withheld(
      'check-text-differs',
      'The check text of the benchmark is not the one that this program judges by: read what it asks for, and change the connector by hand.',
    );
  const isEdge = isEdgeStig(rule.identity.stig);
  const elsewhere = records.map((record) => managedElsewhere(record, isEdge)).find((reason) => reason !== undefined);
  if (elsewhere !== undefined) return withheld('edge-sync', elsewhere);
  const [accepted] = connector.accepted ?? [];
  if (accepted !== undefined) return withheld('risk-accepted', `The site accepts this risk: ${accepted}.`);
  const fake = connector.notes.find(({ kind }) => kind === 'integrity');
  if (fake !== undefined) return withheld('not-genuine', `${fake.text} ${exportAgain}`);
  if (named.guid !== undefined) return undefined;
  if (named.name.trim() === '' || isMasked(named.name))
    return withheld('not-identified', `The export has neither Guid nor Name of the connector. ${exportAgain}`);
  return isNameUnique
    ? undefined
    : withheld('not-identified', `Another connector has the same name, and the export has no Guid. ${exportAgain}`);
};

/** What stands in the way of these values. */
const obstacleTo = (settings: Settings, { connector, rule, word }: AttemptInput): Withheld | undefined => {
  const record = connector.decidedBy;
  const needed = judgedWith(settings);
  const unknown = needed.filter((name) => propertyOf(record, name).state === 'unknown');
  if (unknown.length > 0)
    return withheld('value-unknown', `Not known from the export: ${unknown.join(', ')}. ${exportAgain}`);
  const empty = needed.find((name) => !mayBeEmpty(name) && knownValue(propertyOf(record, name)) === undefined);
  if (empty !== undefined)
    return withheld('not-genuine', `${empty} has no value, which it always has in Exchange. ${exportAgain}`);
  const differing = needed.find((name) =>
    connector.evidence.records.some((other) => {
      const property = propertyOf(other, name);
      return property.state === 'known' && property.value !== knownValueOrNull(record, name);
    }),
  );
  if (differing !== undefined)
    return withheld('records-differ', `The exports contradict each other in ${differing}. ${exportAgain}`);
  const domain = knownValue(record.tlsDomain);
  if (settings.TlsDomain !== undefined && domain !== undefined && domain !== settings.TlsDomain)
    return withheld(
      'would-replace',
      `TlsDomain is ${shown(domain)}, and would be ${shown(settings.TlsDomain)}; decide which certificate is right.`,
    );
  const after = withSettings(record, settings);
  const refused = [
    ...refusedStates.filter(({ applies }) => applies(after)).map(({ state }) => state),
    ...refusedValues(settings),
  ];
  if (refused.length > 0)
    return withheld(
      'exchange-refuses',
      `Exchange refuses to save the values that the rule requires: ${refused.join('; ')}.${because(record)}`,
    );
  const site = word(record);
  return and(...rule.clauses.map(({ holds }) => holds(after, site))) === 'true'
    ? undefined
    : withheld('still-open', `The connector would not meet the rule with ${describe(settings)} either.`);
};

/** The properties whose values have to be known for a change: whether Exchange saves it hangs on them. */
export const judgedWith = (settings: Settings): readonly SettingName[] => {
  const names = settingNames(settings);
  return names.some(isTlsProperty) ? [...tlsProperties, ...names.filter((name) => !isTlsProperty(name))] : names;
};

export const isTlsProperty = (name: SettingName): boolean => (tlsProperties as readonly SettingName[]).includes(name);

const mayBeEmpty = (name: SettingName): boolean => name === 'TlsAuthLevel' || name === 'TlsDomain';

const knownValueOrNull = (record: SendConnector, name: SettingName): unknown =>
  knownValue(propertyOf(record, name)) ?? null;

const because = (record: SendConnector): string =>
  [
    knownValue(record.dnsRoutingEnabled) === false
      ? ' It sends to smart hosts, so someone has to decide on another route for its mail.'
      : '',
    isHybrid(record) ? ' The Hybrid Configuration Wizard manages this connector and would set its values again.' : '',
    knownValue(record.tlsAuthLevel) === undefined
      ? ''
      : ` TlsAuthLevel is ${showProperty(record.tlsAuthLevel)}; no command is offered that removes this protection.`,
  ].join('');

const describe = (settings: Settings): string =>
  settingNames(settings)
    .map((name) => `${name} ${settings[name]}`)
    .join(', ');
