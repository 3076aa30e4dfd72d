import type { Tool } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import { shown, shownFile } from '../rules/shown.js';
import { isEdgeStig, type SettingName } from '../rules/what-exchange-allows.js';
import { setSendConnector } from './command.js';
import { comment, helpText, literal, plainText } from './powershell.js';
import type { Change, NamedConnector, Remediation, Withheld } from './remediation.js';
import { scriptBody } from './script-body.js';

export interface ScriptInput {
  readonly remediation: Remediation;
  /** The host as its checklist names it. */
  readonly host: string;
  readonly stig: { readonly id: string; readonly release: string };
  /** The V- ids of the rules that the script is for. */
  readonly rules: readonly string[];
  readonly evidence: readonly Pick<Evidence, 'path' | 'sha256'>[];
  /** ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly tool: Tool;
}

/**
 * The script that makes the planned changes, for Windows PowerShell 5.1 and PowerShell 7: printable ASCII, so that no name is ever
 * code and no encoding changes one. Lines end in LF.
 */
export const toScript = (input: ScriptInput): string => {
  const { remediation, host } = input;
  const { changes, withheld } = remediation;
  return `${[
    '<#',
    ...help(input),
    '#>',
    '#requires -Version 5.1',
    "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]",
    'param(',
    '    [switch]$Rollback,',
    '    [string]$LogPath',
    ')',
    '',
    `$server = ${literal(host)}`,
    `$isOrganization = ${isEdge(input) ? '$false' : '$true'}`,
    '',
    ...(changes.length === 0
      ? ['$changes = @()']
      : ['$changes = @(', ...changes.flatMap((change, i) => [...(i === 0 ? [] : ['']), ...changeLines(change)]), ')']),
    '',
    ...withheldLines(withheld),
  ].join('\n')}\n${scriptBody}`;
};

const isEdge = ({ stig }: ScriptInput): boolean => isEdgeStig(stig.id);

const help = (input: ScriptInput): readonly string[] => {
  const { remediation, host, stig, rules, evidence, assessedAt, tool } = input;
  const { changes, withheld } = remediation;
  const who = isEdge(input)
    ? 'An Edge server has no role groups: be a member of its local Administrators group.'
    : 'It takes the management role Send Connectors, which the role group Organization Management has. Send connectors belong to the organization: a change counts for every server that uses the connector.';
  const where = isEdge(input)
    ? `Run it on ${host}, in the Exchange Management Shell.`
    : `Run it in the Exchange Management Shell on ${host} or another Mailbox server of its organization.`;
  return [
    '.SYNOPSIS',
    ...helpText([
      changes.length === 0
        ? `Changes nothing: there is no send connector of ${host} that could be changed to meet ${rules.join(', ')}.`
        : `Changes ${count(changes.length)} of ${host} to meet ${rules.join(', ')}; with -Rollback, sets back the values of the export.`,
    ]),
    '.DESCRIPTION',
    ...helpText([
      `${where} ${who}`,
      ...(isEdge(input) && withheld.some(({ code }) => code === 'edge-sync')
        ? [
            'The export has connectors of an Edge Subscription. A subscribed Edge server may refuse every change of send connectors: then make the change on a Mailbox server of the subscribed site.',
          ]
        : []),
      'MAIL CAN STOP: a connector that requires TLS or mutual TLS hands over no mail to partners whose servers do not offer it with the right certificate. Agree with the partners first, and watch the queues afterwards (Get-Queue); -Rollback undoes the change.',
      ...(changes.some(({ values }) => values.some(({ property }) => property === 'DomainSecureEnabled'))
        ? [
            'Mutual TLS is used for the domains in TLSSendDomainSecureList alone (Get-TransportConfig): DomainSecureEnabled by itself does not authenticate anybody.',
          ]
        : []),
      'Before a connector is changed, its values are compared with those that were judged. If one has changed since, the connector is left as it is, with an error that names both values. Connectors that already have the new values are left alone, so the script can be run again.',
      ...(withheld.length === 0
        ? []
        : [
            `For ${count(withheld.length, 'finding or open question', 'findings or open questions')} nothing is changed; comments below give the reasons.`,
          ]),
      'Where the execution policy asks for a signature, sign this file (Set-AuthenticodeSignature); where it only stops files from elsewhere, read it, then run Unblock-File on it.',
      `Written by ${tool.name} ${tool.version} for an assessment of ${assessedAt} by ${stig.id} ${stig.release}. It has not been run. Evidence:`,
      ...evidence.map(({ path, sha256 }) => `${shownFile(path)}, SHA-256 ${sha256}`),
    ]),
    '.PARAMETER Rollback',
    ...helpText([
      'Sets the values that this script changes back to those of the export, where the server has the new ones.',
    ]),
    '.PARAMETER LogPath',
    ...helpText(['The file to append the log to. Without it, it is beside this script, with the ending .log.']),
    '.EXAMPLE',
    '    & .\\this-script.ps1 -WhatIf',
    ...helpText(['Compares, and shows what would be set. Changes nothing and writes no log.']),
    '.EXAMPLE',
    '    & .\\this-script.ps1',
    ...helpText(['Asks before it changes a connector. With -Confirm:$false it does not ask.']),
    '.EXAMPLE',
    '    & .\\this-script.ps1 -Rollback',
    ...helpText(['Sets back the values of the export.']),
  ];
};

const count = (n: number, one = 'send connector', many = 'send connectors'): string => `${n} ${n === 1 ? one : many}`;

const labelOf = ({ name, identity }: NamedConnector): string => plainText(shown(name || identity) || '(no name)');

const indent = '    ';

const changeLines = (change: Change): readonly string[] => {
  const { connector, rules, values, unchanged, opens, stopsMail } = change;
  const judged = values.map(({ property, judged: value }) => [property, value] as const);
  const fixed = values.map(({ property, fixed: value }) => [property, value] as const);
  return [
    ...comment(`Connector "${labelOf(connector)}"`, indent),
    ...rules.flatMap(({ rule, clauses }) => comment(`Fixes ${rule.vulnId} (${clauses.join(', ')}).`, indent)),
    ...opens.flatMap(({ kind, reason }) => comment(`${kind === 'opens' ? 'OPENS' : 'KEEPS OPEN'}: ${reason}`, indent)),
    ...(stopsMail
      ? comment(
          'It carries mail for every domain (*): mail for partners that do not meet the new requirement stays in the queue.',
          indent,
        )
      : []),
    `${indent}@{`,
    ...[
      `Label = ${literal(labelOf(connector))}`,
      `Guid = ${literal(connector.guid ?? '')}`,
      `Name = ${literal(connector.guid === undefined ? connector.name : '')}`,
      `Judged = ${table(judged)}`,
      `Fixed = ${table(fixed)}`,
      `Unchanged = ${table(unchanged.map(({ property, judged: value }) => [property, value] as const))}`,
      `Set = ${command(connector, fixed)}`,
      `SetBack = ${command(connector, judged)}`,
    ].map((line) => `${indent}${indent}${line}`),
    `${indent}}`,
  ];
};

type Pair = readonly [SettingName, string | null];

const table = (pairs: readonly Pair[]): string =>
  pairs.length === 0
    ? '@{}'
    : `[ordered]@{ ${pairs.map(([name, value]) => `${name} = ${literal(value ?? '')}`).join('; ')} }`;

/** By the Guid, which no other connector has; where the export has none by that of the one connector that has the name. */
const command = ({ guid }: NamedConnector, pairs: readonly Pair[]): string => {
  const identity = guid === undefined ? '$Guid' : literal(guid);
  return `{ ${guid === undefined ? 'param($Guid) ' : ''}${setSendConnector(identity, pairs)} -Confirm:$false -ErrorAction Stop }`;
};

const withheldLines = (withheld: readonly Withheld[]): readonly string[] =>
  withheld.length === 0
    ? []
    : [
        '# Not changed by this script:',
        ...withheld.flatMap(({ connector, rule, status, reason }) =>
          comment(
            `- ${rule.vulnId}, connector "${labelOf(connector)}" (${status === 'open' ? 'open' : 'not reviewed'}): ${reason}`,
          ),
        ),
        '',
      ];
