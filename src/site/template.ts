import { type ConnectorEvidence, propertyOf, type ReadPropertyName, type SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import { type SiteField, siteKeys } from '../model/site-word.js';
import { judge } from '../rules/judge.js';
import { rules as allRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';

/** The STIGs that have rules here. */
export const templateStigs: readonly string[] = [...new Set(allRules.map(({ identity }) => identity.stig))];

const questions: Readonly<Record<SiteField, string>> = {
  planReviewed:
    'has the assessor read the Email Domain Security Plan, which version, and when? Only then is its silence an answer.',
  internetFacing: 'is the connector internet-facing? Move its entry to the one list or to the other, with the reason.',
  smartHosts: "which are the site's smart hosts, by address or name?",
  internalSmtpDomains: 'which are the internal SMTP domains?',
  validationMethod: 'does the plan have the connector validate by DomainValidation or by DomainSecureEnabled?',
  configuredSize: 'what is MaxSendSize of Get-TransportConfig, such as 10 MB?',
  documentedSize: 'what maximum message send size does the plan document?',
  deviations: 'is the very value signed off in the plan, with risk acceptance?',
  nameIsClear: 'is the name clear about purpose and direction?',
};

/**
 * A site file to fill in, as JSON: it states nothing yet. `$comment` has the questions that the rules of a STIG ask, and `$toFillIn` an
 * entry for each connector and question with the values of the export, to be completed and moved to its list.
 */
export const siteTemplate = (
  connectors: readonly ConnectorEvidence[],
  { stig, hosts }: { readonly stig: string; readonly hosts: readonly string[] },
): string => {
  const rules = allRules.filter(({ identity }, i) => identity.stig === stig && isLatest(i));
  const asking = (field: SiteField) => rules.filter((rule) => takes(rule, field));
  const fields = (Object.keys(questions) as SiteField[]).filter((field) => asking(field).length > 0);
  const exempting = rules.filter(({ exempts }) => exempts !== undefined);
  const records = connectors.map(({ records: [record] }) => record);
  const entries = <T>(field: SiteField, of: (record: SendConnector) => readonly T[]) =>
    asking(field).length === 0 ? [] : records.flatMap(of);
  const ask = (field: SiteField) =>
    `${siteKeys[field]} (${asking(field)
      .map(({ identity }) => identity.vulnId)
      .join(', ')}): ${questions[field]}`;
  const isAsked = (field: SiteField) => fields.includes(field);
  const signature = { signedOffBy: '', signedOffOn: '', riskAcceptance: '', expires: '' };
  const acceptance = { acceptedBy: '', acceptedOn: '', reference: '', expires: '' };
  const template = {
    $comment: [
      `What the site says beside the exports, for the rules of ${stig}. null and empty lists say nothing, which never is a pass.`,
      'Nothing counts without statedBy and statedOn (days such as 2026-01-31), and no connector by its name without hosts.',
      ...fields.map(ask),
      ...exempting.map(
        ({ identity }) => `enclave (${identity.vulnId}): SIPRNet where the rule does not apply, else another word.`,
      ),
      'acceptances: risks that the site lives with, shown beside the finding; they change no status.',
    ],
    statedBy: null,
    statedOn: null,
    hosts,
    edsp: { title: null, version: null, reviewedOn: null },
    ...(exempting.length > 0 ? { enclave: null } : {}),
    ...(isAsked('internetFacing') ? { internetFacing: [], notInternetFacing: [] } : {}),
    ...(isAsked('smartHosts') ? { smartHosts: [] } : {}),
    ...(isAsked('internalSmtpDomains') ? { internalSmtpDomains: [] } : {}),
    ...(isAsked('validationMethod') ? { validationMethod: [] } : {}),
    ...(isAsked('configuredSize') ? { maxSendSize: { configured: null, documented: null } } : {}),
    deviations: [],
    acceptances: [],
    ...(isAsked('nameIsClear') ? { names: { reviewedOn: null, clear: [], unclear: [] } } : {}),
    $toFillIn: {
      $comment: 'Nothing in here counts: complete an entry, and move it to its list above. Remove the others.',
      'internetFacing or notInternetFacing': entries('internetFacing', (record) => [
        { ...named(record), reason: '', values: valuesOf(record, ['AddressSpaces', 'SmartHosts']) },
      ]),
      validationMethod: entries('validationMethod', (record) => [
        { ...named(record), method: '', values: valuesOf(record, ['TlsDomain', 'DomainSecureEnabled']) },
      ]),
      deviations: entries('deviations', (record) =>
        rules
          .filter((rule) => takes(rule, 'deviations'))
          .flatMap((rule) =>
            rule.clauses.slice(0, 1).flatMap(({ properties: [property] }) => {
              const value = property === undefined ? undefined : valuesOf(record, [property])[property];
              if (value === undefined || value === null || value === '00:10:00') return [];
              const { connector, $comment } = named(record);
              return [{ $comment, rule: rule.identity.stigId, connectors: [connector], property, value, ...signature }];
            }),
          ),
      ),
      acceptances: rules.flatMap((rule) =>
        judge(rule, connectors).connectors.flatMap(({ status, clauses, decidedBy }) => {
          if (status !== 'open') return [];
          const failing = rule.clauses.filter((_, i) => clauses[i]?.truth === 'false');
          const { connector, $comment } = named(decidedBy);
          const values = valuesOf(
            decidedBy,
            failing.flatMap(({ properties }) => properties),
          );
          return [{ $comment, rule: rule.identity.stigId, connectors: [connector], values, ...acceptance }];
        }),
      ),
      'names.clear or names.unclear': entries('nameIsClear', (record) => [
        { ...named(record), values: valuesOf(record, ['Name', 'AddressSpaces']) },
      ]),
    },
  };
  return `${JSON.stringify(template, undefined, 2)}\n`;
};

const takes = ({ clauses }: RuleModule, field: SiteField): boolean =>
  clauses.some((clause) => clause.takes?.includes(field) === true);

/** For a rule that was reworded: the clauses for its latest text. */
const isLatest = (i: number): boolean => allRules[i + 1]?.identity !== allRules[i]?.identity;

/** By its Guid, which counts on any host, with the name beside it; else by its name. */
const named = (record: SendConnector): { readonly $comment: string; readonly connector: string } => {
  const name = knownValue(record.name) ?? knownValue(record.identity) ?? '';
  return { $comment: name, connector: knownValue(record.guid) ?? name };
};

/** The properties in the export, as a site file has them; unknown ones are left out. */
const valuesOf = (
  record: SendConnector,
  names: readonly ReadPropertyName[],
): Readonly<Partial<Record<ReadPropertyName, unknown>>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const property = propertyOf(record, name);
      return property.state === 'unknown' ? [] : [[name, property.value]];
    }),
  );
