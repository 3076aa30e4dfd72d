import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorEvidence, propertyOf, type ReadPropertyName } from '../model/connector.js';
import { showProperty } from '../model/show-property.js';
import { rules as allRules } from '../rules/registry.js';
import { shown } from '../rules/shown.js';
import { type Gates, isAfter } from './gates.js';
import { type Decision, isFacing, isName, type Site } from './site.js';
import { seenValue } from './values.js';
import { connectorsNamed, guidOf } from './whose.js';

/** A decision, the connectors that it names, and why it does not count. */
export interface Examined {
  readonly decision: Decision;
  readonly named: readonly ConnectorEvidence[];
  readonly isByName: boolean;
  readonly reasons: readonly Reason[];
}

interface Reason {
  /** Whether the plan is still known to have nothing for the connector: an expired signoff counts as nothing, one that may apply does not. */
  readonly settles: boolean;
  readonly report: (words: { readonly decision: string; readonly matters: string }) => Diagnostic;
}

/** Finds the connectors that a decision names, and every reason why it does not count for them today. */
export const examine = (
  decision: Decision,
  site: Site,
  connectors: readonly ConnectorEvidence[],
  gates: Gates,
  today: string,
): Examined => {
  const isByName = guidOf(decision) === undefined;
  const mayMatch = !isByName || gates.namesCount || site.hosts.length === 0;
  const named = mayMatch ? connectorsNamed(decision, connectors) : [];
  const { place, signed, values, method } = decision;
  const reasons: Reason[] = [];
  const because = (settles: boolean, report: Reason['report']) => reasons.push({ settles, report });
  const { rule } = decision;
  if (rule !== undefined && !isJudged(decision, rule))
    because(true, (words) => diagnostic('site-rule-unknown', place, { ...words, rule }));
  // Only the host that it is about decides whether it has expired or lapsed.
  if (named.length === 0) return { decision, named, isByName, reasons };
  if (named.length > 1) because(false, (words) => diagnostic('site-ambiguous', place, words));
  if (signed !== undefined) {
    const reason = misdated(decision, site, today);
    if (reason !== undefined) because(false, (words) => diagnostic('site-misdated', place, { ...words, reason }));
    if (signed.expires < today)
      because(true, (words) => diagnostic('site-expired', place, { ...words, expires: signed.expires, today }));
  }
  const changed = named.length === 1 ? firstChange(named[0] as ConnectorEvidence, values) : undefined;
  if (changed !== undefined)
    because(method === undefined, (words) => diagnostic('site-lapsed', place, { ...words, ...changed }));
  return { decision, named, isByName, reasons };
};

/** Whether a rule of that STIG ID asks for what was decided. */
const isJudged = ({ kind, values }: Decision, stigId: string): boolean =>
  allRules.some(
    ({ identity, clauses }) =>
      identity.stigId === stigId &&
      (kind !== 'deviation' ||
        clauses.some(
          ({ takes = [], properties }) => takes.includes('deviations') && properties.some((name) => values.has(name)),
        )),
  );

const misdated = ({ kind, signed }: Decision, { plan, statedOn }: Site, today: string): string | undefined => {
  const on = signed?.on ?? '';
  if (on > today) return `it is signed on ${on}, after the day of the assessment, ${today}`;
  const limit = kind === 'deviation' ? plan.reviewedOn : statedOn;
  const name = kind === 'deviation' ? 'edsp.reviewedOn' : 'statedOn';
  return isAfter(on, limit) ? `it is signed on ${on}, after ${name} ${limit}` : undefined;
};

/** The first property whose value in a record is not the one that was decided for. */
const firstChange = (
  { records }: ConnectorEvidence,
  values: ReadonlyMap<ReadPropertyName, string>,
): { readonly property: string; readonly seen: string } | undefined => {
  for (const record of records)
    for (const [name, value] of values)
      if (seenValue(name, record) !== value)
        return { property: name, seen: shown(showProperty(propertyOf(record, name))) };
  return undefined;
};

/** Decisions that contradict another one about the same connector, each with the first of these. */
export const contradictions = (sound: readonly Examined[]): ReadonlyMap<Examined, Examined> => {
  const found = new Map<Examined, Examined>();
  for (const one of sound) {
    const other = sound.find(({ decision, named }) => named[0] === one.named[0] && contradicts(decision, one.decision));
    if (other !== undefined) found.set(one, other);
  }
  return found;
};

const contradicts = (a: Decision, b: Decision): boolean => {
  if (a.kind === 'validationMethod') return b.kind === a.kind && a.method !== b.method;
  return a.kind !== b.kind && ((isFacing(a) && isFacing(b)) || (isName(a) && isName(b)));
};
