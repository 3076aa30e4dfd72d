import { propertyOf, type ReadPropertyName, readPropertyNames, rowOf, type SendConnector } from '../model/connector.js';
import type { Property } from '../model/property.js';
import type { Truth } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import { judge } from '../rules/judge.js';
import type { RuleModule } from '../rules/rule.js';
import type { Records } from './pair-connectors.js';

export interface PropertyChange {
  readonly property: ReadPropertyName;
  readonly old: string;
  readonly new: string;
}

export interface ClauseChange {
  readonly vulnId: string;
  readonly stigId: string;
  readonly clause: string;
  readonly old: Truth;
  readonly new: Truth;
}

/** A property, a clause or a time of which it cannot be told whether it changed. */
export interface NotComparable {
  readonly what: string;
  readonly old: string;
  readonly new: string;
  readonly why: string;
}

export interface ConnectorChanges {
  readonly properties: readonly PropertyChange[];
  readonly clauses: readonly ClauseChange[];
  readonly notComparable: readonly NotComparable[];
}

export interface CompareHow {
  readonly rules: readonly RuleModule[];
  /** Which of the two sides are in doubt. */
  readonly inDoubt: { readonly old: boolean; readonly new: boolean };
}

/** What is compared: the server's name, which a session adds, is no property of a connector. */
export const comparedProperties: readonly ReadPropertyName[] = readPropertyNames.filter(
  (name) => rowOf(name).session !== true,
);

/**
 * What differs between two states of a connector. A property that one side lacks, or that is unknown in one, is never said to be
 * the same; one that neither has is not compared. A clause counts as changed between true and false only; one that would have become
 * true by a side that is in doubt is not known to have.
 */
export const compareConnector = (old: Records, now: Records, how: CompareHow): ConnectorChanges => {
  const told = comparedProperties.map((property) => ({
    property,
    old: toldBy(old, property),
    new: toldBy(now, property),
  }));
  const properties = told.flatMap((one): readonly PropertyChange[] =>
    one.old.value === undefined ||
    one.new.value === undefined ||
    one.old.value === one.new.value ||
    differByLineEnds(one.old.value, one.new.value)
      ? []
      : [{ property: one.property, old: one.old.text, new: one.new.text }],
  );
  const unknown = told.flatMap((one): readonly NotComparable[] => {
    const why = [...whyUnknown(one.old, 'old'), ...whyUnknown(one.new, 'new')];
    const wrapped = differByLineEnds(one.old.value, one.new.value) ? ['a line end that a console may have added'] : [];
    const isInNeither = one.old.reason === 'absent' && one.new.reason === 'absent';
    const all = [...why, ...wrapped];
    return all.length === 0 || isInNeither
      ? []
      : [{ what: one.property, old: one.old.text, new: one.new.text, why: all.join(', ') }];
  });
  const clauses = how.rules.flatMap((rule) => changedClauses(rule, old, now));
  const doubtful = clauses.map((clause) => ({ clause, why: whyNotKnown(clause, how.inDoubt) }));
  return {
    properties,
    clauses: doubtful.flatMap(({ clause, why }) => (why === undefined ? [clause] : [])),
    notComparable: [
      ...unknown,
      ...doubtful.flatMap(({ clause, why }) =>
        why === undefined ? [] : [{ what: `${clause.vulnId} ${clause.clause}`, old: clause.old, new: clause.new, why }],
      ),
      ...(properties.length === 0 ? changedOtherwise(old[0], now[0]) : []),
    ],
  };
};

/** What the records of a side say of a property; `value` is undefined where they do not tell. */
interface Told {
  readonly text: string;
  readonly value: string | undefined;
  readonly reason?: (Property<unknown> & { readonly state: 'unknown' })['reason'] | 'contradictory' | undefined;
}

const toldBy = (records: Records, name: ReadPropertyName): Told => {
  const found = records.map((record) => propertyOf(record, name));
  const byValue = new Map(
    found.flatMap((one) => (one.state === 'known' ? [[comparableValue(one.value), one] as const] : [])),
  );
  const [first, second] = byValue;
  if (first !== undefined && second === undefined) return { text: showProperty(first[1]), value: first[0] };
  if (first !== undefined) {
    const texts = [...byValue.values()].map(showProperty).sort();
    return { text: texts.join(' and '), value: undefined, reason: 'contradictory' };
  }
  const unknown = found.find((one) => one.state === 'unknown' && one.reason !== 'absent') ?? found[0];
  return unknown?.state === 'unknown'
    ? { text: showProperty(unknown), value: undefined, reason: unknown.reason }
    : { text: '', value: undefined, reason: 'absent' };
};

/** Neither the order of a list counts, nor whether an empty one was exported as null or as a text without characters. */
const comparableValue = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? (value.length === 0 ? null : [...value].sort()) : value === '' ? null : value);

/** A console breaks long values, and what stood at the end of its line is not known. */
const differByLineEnds = (old: string | undefined, now: string | undefined): boolean => {
  if (old === undefined || now === undefined || old === now) return false;
  const plain = (value: string): string => value.replace(/\\[rn]|\s/g, '');
  return /\\[rn]/.test(old + now) && plain(old) === plain(now);
};

const reasons = {
  absent: (side: string) => `not in the ${side} export`,
  unreadable: (side: string) => `not readable in the ${side} export`,
  flattened: (side: string) => `exported as a type name in the ${side} export`,
  cut: (side: string) => `cut off in the ${side} export`,
  contradictory: (side: string) => `records of the ${side} export contradict each other`,
} as const;

const whyUnknown = ({ reason }: Told, side: string): readonly string[] =>
  reason === undefined ? [] : [reasons[reason](side)];

const changedClauses = (rule: RuleModule, old: Records, now: Records): readonly ClauseChange[] => {
  const [before, after] = [old, now].map((records) => judge(rule, [{ records }]).connectors[0]?.clauses ?? []);
  const { vulnId, stigId } = rule.identity;
  return (before ?? []).flatMap((clause, i) => {
    const other = after?.[i];
    return other === undefined || other.truth === clause.truth
      ? []
      : [{ vulnId, stigId, clause: clause.id, old: clause.truth, new: other.truth }];
  });
};

const whyNotKnown = (clause: ClauseChange, inDoubt: CompareHow['inDoubt']): string | undefined => {
  for (const side of ['old', 'new'] as const) {
    if (clause[side] === 'unknown') return `not known from the ${side} export`;
    if (clause[side] === 'true' && inDoubt[side]) return `the ${side} export is in doubt`;
  }
  return undefined;
};

/** Something changed that is not read: the time of the last change says so. */
const changedOtherwise = (
  { changed: old }: SendConnector,
  { changed: now }: SendConnector,
): readonly NotComparable[] =>
  old === undefined || now === undefined || old.at === now.at
    ? []
    : [
        {
          what: now.property,
          old: old.written,
          new: now.written,
          why: 'the connector was changed, in no property that is compared',
        },
      ];
