import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import type { Evidence } from '../../model/connector.js';
import type { NamedConnector, NamedRule, Remediation } from '../../remediation/remediation.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';
import { renderTable, writtenLine } from './table.js';

/** What became of `remediate`. */
export interface RemediationResult {
  readonly host: string;
  readonly stig: { readonly id: string; readonly release: string };
  readonly rules: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly assessedAt: string;
  /** None where nothing was written. */
  readonly remediation: Remediation | undefined;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

const labelOf = ({ name, identity }: NamedConnector): string => name || identity || '(no name)';

/** What is changed and what is not, for a person. */
export const renderRemediation = (
  { host, rules, remediation, outputs }: RemediationResult,
  width: number | undefined,
): string => {
  if (remediation === undefined) return '';
  const { changes, withheld } = remediation;
  const rows = [
    ...changes.flatMap(({ connector, rules: fixed, values, opens }) => [
      [
        'CHANGES',
        labelOf(connector),
        fixed.map(({ rule }) => rule.vulnId).join(', '),
        values
          .map(({ property, judged, fixed: value }) => `${property} ${judged ?? '(not set)'} -> ${value}`)
          .join('; '),
      ],
      ...opens.map(({ rule, kind, reason }) => [
        kind === 'opens' ? 'OPENS' : 'KEEPS OPEN',
        labelOf(connector),
        rule.vulnId,
        reason,
      ]),
    ]),
    ...withheld.map(({ connector, rule, reason }) => ['UNCHANGED', labelOf(connector), rule.vulnId, reason]),
  ];
  const headings = ['WHAT', 'CONNECTOR', 'RULE', 'HOW OR WHY'];
  const table = rows.length === 0 ? '' : `\n${renderTable([headings, ...rows], { width, wraps: true })}`;
  const connectors = `${changes.length} send connector${changes.length === 1 ? '' : 's'}`;
  return [
    `${visible(host)}: the script changes ${connectors} for ${rules.join(', ')}\n`,
    table,
    `\n${outputs.map(({ path }) => writtenLine(path)).join('')}`,
    changes.length === 0
      ? ''
      : 'Read it, agree with the partners whose mail it concerns, and run it with -WhatIf first.\n',
  ].join('');
};

/** The JSON document of `remediate --json`, as schemas/remediate.schema.json describes it. */
export const toRemediationSummary = (result: RemediationResult, { name, version }: Tool) => {
  const { host, stig, rules, evidence, assessedAt, remediation, outputs, diagnostics } = result;
  return {
    tool: { name, version },
    ...{ host, stig, rules, assessedAt },
    evidence: evidence.map(({ path, sha256 }) => ({ path, sha256 })),
    changes: (remediation?.changes ?? []).map(({ connector, rules: fixed, values, unchanged, opens }) => ({
      connector,
      rules: fixed.map(({ rule, clauses }) => ({ ...idsOf(rule), clauses })),
      values,
      unchanged,
      opens: opens.map(({ rule, kind, reason }) => ({ ...idsOf(rule), kind, reason })),
    })),
    withheld: (remediation?.withheld ?? []).map(({ connector, rule, status, code, reason }) => ({
      connector,
      ...idsOf(rule),
      status,
      code,
      reason,
    })),
    outputs,
    diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
  };
};

const idsOf = ({ vulnId, ruleId, stigId }: NamedRule) => ({ vulnId, ruleId, stigId });
