import { toCsvText } from '../formats/csv/cells.js';
import { toFillIn } from '../formats/poam/write.js';
import type { Asset } from '../model/checklist.js';
import { shown } from '../rules/shown.js';
import type { NamedConnector, NamedRule, Remediation } from './remediation.js';

const columns = [
  'Host',
  'FQDN',
  'IP',
  'STIG',
  'Release',
  'Group ID',
  'Rule ID',
  'STIG ID',
  'Severity',
  'CCI',
  'Status',
  'Connector',
  'Connector Guid',
  'Weakness',
] as const;

/**
 * What the script leaves for people, as rows to plan from: each open rule of a connector for which nothing is changed, with the reason,
 * and each rule that a change opens or keeps open. What could not be judged is no weakness.
 */
export const toRemediationPoam = (
  { changes, withheld }: Remediation,
  { asset, stig }: { readonly asset: Asset; readonly stig: { readonly id: string; readonly release: string } },
): string => {
  const row = (connector: NamedConnector, rule: NamedRule, status: string, weakness: string): readonly string[] => [
    asset.hostName,
    asset.fqdn,
    asset.ipAddresses.join(', '),
    stig.id,
    stig.release,
    rule.vulnId,
    rule.ruleId,
    rule.stigId,
    rule.severity,
    rule.ccis.join(', '),
    status,
    shown(connector.name || connector.identity),
    connector.guid ?? '',
    weakness,
    ...toFillIn.map(() => ''),
  ];
  return toCsvText([
    [...columns, ...toFillIn],
    ...withheld
      .filter(({ status }) => status === 'open')
      .map(({ connector, rule, reason }) => row(connector, rule, 'open', reason)),
    ...changes.flatMap(({ connector, opens }) =>
      opens.map(({ rule, reason, kind }) =>
        row(connector, rule, kind === 'opens' ? 'open after the change' : 'open', reason),
      ),
    ),
  ]);
};
