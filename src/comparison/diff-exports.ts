import type { ExportFile } from '../assess/export-file.js';
import { namesHost, serversOf } from '../assess/whose-export.js';
import { isSameHost } from '../checklist/same-host.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type ReadPropertyName, rowOf, type SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import { defaultRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import type { InputLimits } from '../text/input-limits.js';
import { type CompareHow, type ConnectorChanges, compareConnector, comparedProperties } from './compare-connector.js';
import { type ConnectorPair, pairConnectors, type Records } from './pair-connectors.js';
import { type ComparedSide, readSide } from './read-side.js';

/** A connector that is not known to be the same on both sides; its names are the new side's where that has it. */
export interface ConnectorDiff extends ConnectorChanges {
  readonly name: string;
  readonly identity: string;
  readonly guid: string;
  /** `not-comparable`: something of it cannot be told, and nothing is known to differ; `cannot-tell`: whether it is on both sides. */
  readonly change: 'added' | 'removed' | 'changed' | 'not-comparable' | 'cannot-tell';
  /** Of one that cannot be told: which side has it, and why that does not settle it. */
  readonly only?: { readonly side: 'old' | 'new'; readonly why: string } | undefined;
}

export interface ExportDiff {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** In the order of the old side, then what only the new one has. */
  readonly connectors: readonly ConnectorDiff[];
  /** How many connectors are the same in all that is compared. */
  readonly same: number;
  /** What no connector of either side tells, so that it was not compared. */
  readonly inNeither: readonly ReadPropertyName[];
  /** Both sides are the same bytes. */
  readonly isSameBytes: boolean;
}

export type DiffAnswer = 'same' | 'different' | 'cannot-tell';

export interface DiffExportsOptions {
  /** Whose clauses are compared; without it the default. */
  readonly rules?: readonly RuleModule[] | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
}

/**
 * Compares the exports of a host with those of another time: from bytes to data, for the command and the page. Connectors that
 * only one side has are added or removed where the other side is whole, and cannot be told where it is in doubt. Diagnostics: those of
 * reading both sides, and `diff-servers-differ`.
 */
export const diffExports = async (
  old: readonly Reading<ExportFile>[],
  now: readonly Reading<ExportFile>[],
  { rules = defaultRules, limits }: DiffExportsOptions = {},
): Promise<Reading<ExportDiff>> => {
  const [before, after] = [await readSide(old, limits), await readSide(now, limits)];
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  if (!before.ok || !after.ok) return { ok: false, diagnostics };
  const value = diffSides(before.value, after.value, latestTexts(rules));
  return { ok: true, value, diagnostics: [...diagnostics, ...serversDiffer(before.value, after.value)] };
};

/** Each rule by the last of the texts that it had. */
const latestTexts = (rules: readonly RuleModule[]): readonly RuleModule[] => [
  ...new Map(rules.map((rule) => [rule.identity, rule])).values(),
];

const diffSides = (old: ComparedSide, now: ComparedSide, rules: readonly RuleModule[]): ExportDiff => {
  const isSameBytes = hashesOf(old) === hashesOf(now);
  const inDoubt = { old: old.doubts.length > 0, new: now.doubts.length > 0 };
  const pairs = pairConnectors(old.connectors, now.connectors);
  const connectors = isSameBytes ? [] : pairs.flatMap((pair) => diffPair(pair, { rules, inDoubt }));
  const all = [...old.connectors, ...now.connectors];
  return {
    ...{ old, new: now, connectors, isSameBytes },
    same: pairs.length - connectors.length,
    inNeither: comparedProperties.filter((name) => all.every((record) => isAbsent(record, name))),
  };
};

const hashesOf = ({ evidence }: ComparedSide): string =>
  evidence
    .map(({ sha256 }) => sha256)
    .sort()
    .join();

const isAbsent = (record: SendConnector, name: ReadPropertyName): boolean => {
  const property = record[rowOf(name).key];
  return property.state === 'unknown' && property.reason === 'absent';
};

const nothing: ConnectorChanges = { properties: [], clauses: [], notComparable: [] };

const diffPair = ({ old, new: now, isAmbiguous }: ConnectorPair, how: CompareHow): readonly ConnectorDiff[] => {
  if (old !== undefined && now !== undefined) {
    const changes = compareConnector(old, now, how);
    const differs = changes.properties.length + changes.clauses.length > 0;
    if (!differs && changes.notComparable.length === 0) return [];
    return [{ ...namesOf([...now, ...old]), change: differs ? 'changed' : 'not-comparable', ...changes }];
  }
  const records = old ?? now;
  if (records === undefined) return [];
  const [side, other] = old === undefined ? (['new', 'old'] as const) : (['old', 'new'] as const);
  const why = isAmbiguous
    ? `it could be one of several in the ${other} export`
    : how.inDoubt[other]
      ? `the ${other} export is in doubt and may lack it`
      : undefined;
  if (why !== undefined) return [{ ...namesOf(records), change: 'cannot-tell', only: { side, why }, ...nothing }];
  return [{ ...namesOf(records), change: side === 'old' ? 'removed' : 'added', ...nothing }];
};

const namesOf = (records: Records) => {
  const first = (key: 'name' | 'identity' | 'guid') =>
    records.map((record) => knownValue(record[key])).find((text) => text) ?? '';
  return { name: first('name'), identity: first('identity'), guid: first('guid') };
};

/** What a comparison comes to; what is known to differ counts before what cannot be told. */
export const answerOf = ({ connectors, old, new: now, isSameBytes }: ExportDiff): DiffAnswer => {
  if (isSameBytes) return 'same';
  if (connectors.some(({ change }) => change !== 'not-comparable' && change !== 'cannot-tell')) return 'different';
  return connectors.length + old.doubts.length + now.doubts.length > 0 ? 'cannot-tell' : 'same';
};

const serversDiffer = (old: ComparedSide, now: ComparedSide): readonly Diagnostic[] => {
  const [before, after] = [old, now].map(({ connectors }) => serversOf(connectors).filter(namesHost));
  const [first] = after ?? [];
  if (first === undefined || before?.[0] === undefined) return [];
  if (before.some((one) => after?.some((other) => isSameHost(one.name, other.name)))) return [];
  const place = { ...first.place, property: first.property };
  return [diagnostic('diff-servers-differ', place, { old: before[0].name, new: first.name })];
};
