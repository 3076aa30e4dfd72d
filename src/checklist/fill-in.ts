import { encodeAs } from '../bytes/exact.js';
import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given, type Reading } from '../diagnostics/diagnostic.js';
import type { RuleSlots, Slot } from '../formats/slots.js';
import type { Status } from '../model/checklist.js';
import { statedVerdict } from '../rules/own-details.js';
import { textLimit } from '../text/limit.js';
import { toXmlText } from '../text/xml-characters.js';
import { applyEdits } from './apply-edits.js';
import { compareFaults } from './compare-faults.js';
import { earlierDetails, putAbove } from './earlier-details.js';
import type { FillInChange } from './fill-in-change.js';
import { faultsOf, type OpenChecklist } from './open-for-filling.js';
import { isSameHost } from './same-host.js';

/** What is to stand in a checklist for one rule. */
export interface Filling {
  readonly vulnId: string;
  /** The rule's id in the release by which it was judged. */
  readonly ruleId: string;
  /** The benchmark id of that STIG. */
  readonly stig: string;
  readonly status: Status;
  readonly findingDetails: string;
}

export interface FillInOptions {
  /** Drop finding details that this program did not write, instead of keeping them below its own. */
  readonly replaceDetails: boolean;
  readonly allowOtherHost: boolean;
}

export interface FilledIn {
  readonly bytes: Uint8Array;
  readonly changes: readonly FillInChange[];
}

interface Edit {
  readonly slot: Slot;
  readonly change: FillInChange;
}

/**
 * Fills judged rules into a checklist that exists: the status and the finding details of each, and not one other byte.
 * Finding details that this program did not write stay below the new ones. Doing it again with the same input changes
 * nothing.
 *
 * @param host the host that the fillings speak of
 * @returns Refusals: `fill-in-host-differs`, `fill-in-rule-missing`, `fill-in-ambiguous`, `fill-in-place` (no single STATUS or
 *   FINDING_DETAILS with text only), `fill-in-too-long`, `fill-in-new-fault` with the faults that the file would have got.
 *   Warnings: `fill-in-other-host`, `fill-in-host-empty`, `fill-in-host-padded`, `fill-in-other-release`, `fill-in-other-stig`,
 *   `fill-in-status-replaced`, `fill-in-details-dropped`, `characters-replaced`, what filling in brings for importers, and
 *   errors that the file had before, as warnings. Notices: `fill-in-details-kept`, `fill-in-details-edited`
 */
export const fillIn = (
  checklist: OpenChecklist,
  fillings: readonly Filling[],
  host: string,
  options: FillInOptions,
): Reading<FilledIn> => {
  const hosts = checkHost(checklist, host, options);
  const filled = fillings.map((filling) => fillRule(checklist, filling, options));
  const diagnostics = [...hosts, ...filled.flatMap((one) => one.diagnostics)];
  const edits = filled.flatMap((one) => (one.ok ? one.value : []));
  if (diagnostics.some((d) => d.severity === 'error')) return { ok: false, diagnostics };
  const bytes = encodeAs(
    applyEdits(
      checklist.text,
      edits.map(({ slot, change }) => ({ slot, after: change.after })),
    ),
    checklist.encoding,
  );
  const faults = compareFaults(
    checklist.faults,
    edits.length === 0 ? checklist.faults : faultsOf(bytes, checklist.file),
  );
  const ok = faults.added.every((d) => d.severity !== 'error');
  const told = [...diagnostics, ...faults.added, ...faults.old];
  if (ok) return { ok, value: { bytes, changes: edits.map(({ change }) => change) }, diagnostics: told };
  return { ok, diagnostics: [diagnostic('fill-in-new-fault', { file: checklist.file }), ...told] };
};

/** The file's host, to be used if no other name is given; undefined if the file has none. */
export const hostOf = ({ target }: OpenChecklist): string | undefined =>
  (target.hostNames[0] ?? target.fqdns[0])?.trim();

const checkHost = ({ file, target }: OpenChecklist, host: string, { allowOtherHost }: FillInOptions): Diagnostic[] => {
  const { hostNames, fqdns } = target;
  if (hostNames.length + fqdns.length === 0) return [diagnostic('fill-in-host-empty', { file }, { judged: host })];
  // A bare name is not compared with the FQDN if the host name agrees; a dotted one is.
  const asked = hostNames.length === 0 || host.includes('.') ? [...hostNames, ...fqdns] : hostNames;
  const other = asked.find((name) => !isSameHost(name, host));
  const padded = hostNames.filter((name) => name !== name.trim());
  if (other === undefined)
    return padded.map((written) => diagnostic('fill-in-host-padded', { file }, { written, host: written.trim() }));
  const code = allowOtherHost ? 'fill-in-other-host' : 'fill-in-host-differs';
  return [diagnostic(code, { file }, { judged: host, ofChecklist: other })];
};

type Tell = <C extends DiagnosticCode>(code: C, offset: number | undefined, ...args: Given<C>) => Diagnostic;

const fillRule = (checklist: OpenChecklist, filling: Filling, options: FillInOptions): Reading<readonly Edit[]> => {
  const { file, target, at } = checklist;
  const { vulnId } = filling;
  const tell: Tell = (code, offset, ...args) =>
    diagnostic(code, { file, ...(offset === undefined ? {} : at(offset)), property: vulnId }, ...args) as Diagnostic;
  const refuse = (...diagnostics: Diagnostic[]): Reading<never> => ({ ok: false, diagnostics });
  const found = target.find(vulnId);
  const [rule] = found;
  if (rule === undefined) {
    const actual = target.stigs.filter((id) => id !== '').join(', ') || 'no STIG';
    return refuse(tell('fill-in-rule-missing', undefined, { stigs: actual, expected: filling.stig }));
  }
  if (found.length > 1) {
    const lines = found.map(({ offset, stig }) => `line ${at(offset).line}${stig === '' ? '' : ` (${stig})`}`);
    return refuse(tell('fill-in-ambiguous', found[1]?.offset, { places: lines.join(', ') }));
  }
  const { status, details } = rule;
  const faults = [status, details].flatMap((slot) => (slot.kind === 'fault' ? [slot] : []));
  if (status.kind === 'fault' || details.kind === 'fault')
    return refuse(...faults.map(({ offset, expected, found }) => tell('fill-in-place', offset, { expected, found })));

  const diagnostics = identityWarnings(rule, filling, tell);
  const own = toXmlText(filling.findingDetails);
  if (own.replaced > 0) diagnostics.push(tell('characters-replaced', details.start, { count: String(own.replaced) }));
  const merged = mergeDetails(own.text, { status: status.value, details: details.value }, options, (code, ...args) =>
    diagnostics.push(tell(code, details.start, ...args)),
  );
  if (merged.length > textLimit)
    return refuse(tell('fill-in-too-long', details.start, { length: String(merged.length), limit: String(textLimit) }));
  const word = target.statusWord(filling.status);
  if (isDecision(status.value.trim(), details.value, target.statusWord) && status.value.trim() !== word)
    diagnostics.push(tell('fill-in-status-replaced', status.start, { before: status.value.trim(), now: word }));
  const edit = (slot: Slot, field: FillInChange['field'], after: string): Edit[] =>
    slot.value === after ? [] : [{ slot, change: { stig: rule.stig, vulnId, field, before: slot.value, after } }];
  const edits = [...edit(status, 'status', word), ...edit(details, 'finding_details', merged)];
  return { ok: true, value: edits, diagnostics };
};

const identityWarnings = (rule: RuleSlots, filling: Filling, tell: Tell): Diagnostic[] => [
  ...(bareRuleId(rule.ruleId) === bareRuleId(filling.ruleId)
    ? []
    : [tell('fill-in-other-release', rule.offset, { judged: filling.ruleId, ofChecklist: rule.ruleId || 'none' })]),
  ...(rule.stig.toLowerCase() === filling.stig.toLowerCase()
    ? []
    : [tell('fill-in-other-stig', rule.offset, { judged: filling.stig, ofChecklist: rule.stig || 'none' })]),
];

/** Formats write rule ids with and without prefix and suffix. */
const bareRuleId = (id: string): string =>
  id
    .trim()
    .replace(/^xccdf_mil\.disa\.stig_rule_/, '')
    .replace(/_rule$/, '')
    .toLowerCase();

/** True for a status that someone set: neither a rule's initial status, nor the one that this program's details stand for. */
const isDecision = (status: string, details: string, wordOf: (status: Status) => string): boolean => {
  const verdict = statedVerdict(details);
  return status !== '' && status !== wordOf('not_reviewed') && (verdict === undefined || status !== wordOf(verdict));
};

const mergeDetails = (
  own: string,
  before: { readonly status: string; readonly details: string },
  { replaceDetails }: FillInOptions,
  tell: <C extends DiagnosticCode>(code: C, ...args: Given<C>) => void,
): string => {
  const earlier = earlierDetails(before.details, own);
  const kept = earlier.people.length + earlier.below.length;
  if (replaceDetails) {
    if (kept > 0) tell('fill-in-details-dropped', { length: String(kept) });
    return own;
  }
  if (earlier.edited) tell('fill-in-details-edited');
  else if (kept > 0) tell('fill-in-details-kept', { length: String(kept) });
  return putAbove(own, earlier, before.status);
};
