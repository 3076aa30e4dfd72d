import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Diagnostic, Given } from '../../diagnostics/diagnostic.js';
import type { XmlElement } from '../../xml/tree.js';
import { lastOf, lastText, own } from './ckl-elements.js';
import type { Report } from './report.js';

type Result = 'passed' | 'failed' | 'skipped' | 'error';
type Shown = 'Passed' | 'Failed' | 'Not Reviewed' | 'Not Applicable' | 'Profile Error';

const results: Readonly<Record<string, Result>> = {
  NotAFinding: 'passed',
  Open: 'failed',
  Not_Applicable: 'skipped',
  Not_Reviewed: 'skipped',
};

/**
 * What MITRE's tools make of one VULN of a CKL, and the id under which they show it. Diagnostics: `mitre-severity` (a
 * refusal), `mitre-rule-nameless`, `mitre-rule-id`, `mitre-status`, `mitre-details-status`, `mitre-details-split`,
 * `mitre-comments-split`, `mitre-severity-changed`, `mitre-no-cci`.
 */
export const predictVuln = (
  vuln: XmlElement,
  report: Report,
): { readonly id: string; readonly diagnostics: readonly Diagnostic[] } => {
  const data = own(vuln, 'STIG_DATA');
  const valuesOf = (name: string): readonly string[] =>
    data.filter((one) => lastText(one, 'VULN_ATTRIBUTE') === name).map((one) => lastText(one, 'ATTRIBUTE_DATA') ?? '');
  const id = valuesOf('Vuln_Num').join('; ');
  const about = (name: string): string => `${id} ${name}`.trim();
  const status = lastText(vuln, 'STATUS') ?? '';
  const tell: Tell = (code, name, ...args) => report(code, lastOf(vuln, name) ?? vuln, about(name), ...args);
  const one = (code: 'mitre-rule-nameless' | 'mitre-rule-id', name: string) => {
    const values = valuesOf(name);
    return values.length === 1 && values[0]?.trim() !== ''
      ? []
      : [tell(code, name, { shown: values.join('; '), attribute: name })];
  };
  return {
    id,
    diagnostics: [
      ...one('mitre-rule-nameless', 'Vuln_Num'),
      ...one('mitre-rule-id', 'Rule_ID'),
      ...severityOf(valuesOf, lastText(vuln, 'SEVERITY_OVERRIDE') ?? '', status, tell),
      ...(Object.hasOwn(results, status)
        ? []
        : [tell('mitre-status', 'STATUS', { status: status, statuses: Object.keys(results).join(', ') })]),
      ...detailsOf(lastText(vuln, 'FINDING_DETAILS') ?? '', status, tell),
      ...((lastText(vuln, 'COMMENTS') ?? '').includes(' :: ') ? [tell('mitre-comments-split', 'COMMENTS')] : []),
      ...(valuesOf('CCI_REF').some((cci) => cci.split('; ').some((part) => /^CCI-\d{6}$/.test(part)))
        ? []
        : [tell('mitre-no-cci', 'CCI_REF', { shown: 'no control of NIST 800-53', element: 'its CCI_REF' })]),
    ],
  };
};

type Tell = <C extends DiagnosticCode>(code: C, name: string, ...args: Given<C>) => Diagnostic;

const impacts = ['low', 'medium', 'high'];

/** The severity is not looked at where the rule is not applicable. The override counts where there is one. */
const severityOf = (
  valuesOf: (name: string) => readonly string[],
  writtenOverride: string,
  status: string,
  tell: Tell,
): readonly Diagnostic[] => {
  const written = valuesOf('Severity').join('; ');
  const own = ownData(valuesOf('Third_Party_Tools').join('; '));
  const severity = own['severity'] ?? written;
  const override = own['severityoverride'] ?? writtenOverride;
  const counts = override === '' || override === null ? severity : override;
  const changed = [
    [severity, written],
    [override, writtenOverride],
  ].flatMap(([shown, expected]) =>
    shown === expected
      ? []
      : [tell('mitre-severity-changed', 'Third_Party_Tools', { shown: String(shown), severity: String(expected) })],
  );
  if (status === 'Not_Applicable') return changed;
  const name = counts === severity ? 'Severity' : 'SEVERITY_OVERRIDE';
  const impact = own['impact'];
  // With an impact of their own, the severity may also be one that a CKL does not have.
  const hasImpact = typeof impact === 'number' ? impact !== 0 : impacts.includes(String(counts));
  const refused =
    hasImpact && [...impacts, 'none', 'critical'].includes(String(counts))
      ? []
      : [tell('mitre-severity', name, { severity: String(counts), severities: 'low, medium or high' })];
  return [...refused, ...changed];
};

/** What Heimdall kept for itself in a field of the checklist, as JSON. */
const ownData = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    const data: unknown = isRecord(value) ? value['hdfSpecificData'] : undefined;
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const separator = '\n--------------------------------\n';
export const writtenByHeimdall = /^(failed|passed|skipped|error) :: TEST .*$/s;

/** Finding details in the form that Heimdall writes are read as results, whatever STATUS says. */
const detailsOf = (details: string, status: string, tell: Tell): readonly Diagnostic[] => {
  const stated: readonly Result[] = [results[status] ?? 'skipped'];
  if (!writtenByHeimdall.test(details)) return [];
  const parts = details.split(separator);
  const read = parts.flatMap((one) => writtenByHeimdall.exec(one.trim())?.[1] ?? []) as readonly Result[];
  const notApplicable = status === 'Not_Applicable';
  const actual = shownAs(read, notApplicable);
  const expected = shownAs(stated, notApplicable);
  return [
    ...(actual === expected
      ? []
      : [tell('mitre-details-status', 'FINDING_DETAILS', { shown: actual, status: expected })]),
    ...(read.length === parts.length ? [] : [tell('mitre-details-split', 'FINDING_DETAILS')]),
  ];
};

const shownAs = (all: readonly Result[], notApplicable: boolean): Shown => {
  if (all.length === 0 || all.includes('error')) return 'Profile Error';
  if (notApplicable) return 'Not Applicable';
  if (all.includes('failed')) return 'Failed';
  return all.includes('passed') ? 'Passed' : 'Not Reviewed';
};
