import { type Outcome, outcomes } from '../outcome/outcome.js';
import { foldName } from '../text/fold-name.js';
import { groupBy } from '../text/group-by.js';
import type { RunHost, RunSummary } from './read-summary.js';

/** What became of a host, or of a rule of it, from the run before to this one. */
export type TrendChange =
  | 'fixed'
  | 'new finding'
  | 'not known'
  | 'changed'
  | 'gone'
  | 'not judged'
  | 'new host'
  | 'newly judged';

export interface TrendCell {
  /** The worst of the results; undefined where the run does not have the host, or the rule of it. */
  readonly outcome?: Outcome | undefined;
  /** Undefined where nothing changed, and in the first run. */
  readonly change?: TrendChange | undefined;
}

export interface TrendRow {
  readonly host: string;
  /** Undefined where all runs judged one rule. */
  readonly rule?: string | undefined;
  /** One for each run. */
  readonly cells: readonly TrendCell[];
}

export interface TrendRun {
  readonly path: string;
  readonly assessedAt: string;
  /** Tells the run from the others: its day, else its time, else also its file. */
  readonly label: string;
  readonly counts: Readonly<Record<Outcome, number>>;
}

export interface Trend {
  /** By time, those of one time by their file's name. */
  readonly runs: readonly TrendRun[];
  /** By host, then by rule. */
  readonly rows: readonly TrendRow[];
}

/** The runs of a fleet side by side: a row for each host, or for each rule of it where several were judged. */
export const toTrend = (summaries: readonly RunSummary[]): Trend => {
  const ordered = [...summaries].sort((a, b) => compared(a.assessedAt, b.assessedAt) || compared(a.path, b.path));
  const runs = ordered.map(({ hosts }) => byHost(hosts));
  const rules = new Set(ordered.flatMap(({ hosts }) => hosts.flatMap((host) => host.results.map((r) => r.vulnId))));
  const names = new Map(ordered.flatMap(({ hosts }) => hosts.map(({ host }) => [foldName(host), host] as const)));
  const rows = [...names]
    .sort(([a], [b]) => compared(a, b))
    .flatMap(([key, host]): readonly TrendRow[] => {
      const found = runs.map((run) => run.get(key) ?? []);
      if (rules.size < 2) return [{ host, cells: cellsOf(found, (hosts) => worst(hosts.flatMap(outcomesOf))) }];
      const own = [...new Set(found.flat().flatMap(({ results }) => results.map(({ vulnId }) => vulnId)))].sort(
        compared,
      );
      return (own.length === 0 ? [''] : own).map((rule) => ({
        ...{ host, rule },
        cells: cellsOf(found, (hosts) => worst(hosts.flatMap((one) => ofRule(one, rule)))),
      }));
    });
  return {
    runs: ordered.map(({ path, assessedAt }, i) => ({
      ...{ path, assessedAt, label: labelOf(ordered, i) },
      counts: countsOf(rows.flatMap(({ cells }) => cells[i]?.outcome ?? [])),
    })),
    rows,
  };
};

/** By code units: the order must not depend on where the program runs. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const byHost = (hosts: readonly RunHost[]) => groupBy(hosts, ({ host }) => foldName(host));

const outcomesOf = ({ refused, results }: RunHost): readonly Outcome[] =>
  refused ? ['refused'] : results.length === 0 ? ['not_reviewed'] : results.map(({ status }) => status);

const ofRule = ({ refused, results }: RunHost, rule: string): readonly Outcome[] =>
  refused ? ['refused'] : results.filter(({ vulnId }) => vulnId === rule).map(({ status }) => status);

const worst = (found: readonly Outcome[]): Outcome | undefined => outcomes.find((outcome) => found.includes(outcome));

const cellsOf = (
  runs: readonly (readonly RunHost[])[],
  outcome: (hosts: readonly RunHost[]) => Outcome | undefined,
): readonly TrendCell[] => {
  const found = runs.map((hosts) => ({ isThere: hosts.length > 0, outcome: outcome(hosts) }));
  return found.map((now, i) => {
    const before = found[i - 1];
    return { outcome: now.outcome, change: before === undefined ? undefined : changeOf(before, now) };
  });
};

interface Seen {
  readonly isThere: boolean;
  readonly outcome: Outcome | undefined;
}

const changeOf = (before: Seen, now: Seen): TrendChange | undefined => {
  if (before.outcome === now.outcome) return undefined;
  if (now.outcome === undefined) return now.isThere ? 'not judged' : 'gone';
  if (before.outcome === undefined) return before.isThere ? 'newly judged' : 'new host';
  if (now.outcome === 'open') return 'new finding';
  if (now.outcome === 'refused' || now.outcome === 'not_reviewed') return 'not known';
  return before.outcome === 'open' ? 'fixed' : 'changed';
};

const countsOf = (found: readonly Outcome[]): Readonly<Record<Outcome, number>> => {
  const count = (outcome: Outcome) => found.filter((other) => other === outcome).length;
  return {
    refused: count('refused'),
    open: count('open'),
    not_reviewed: count('not_reviewed'),
    not_applicable: count('not_applicable'),
    not_a_finding: count('not_a_finding'),
  };
};

const labelOf = (runs: readonly RunSummary[], index: number): string => {
  const { assessedAt = '', path = '' } = runs[index] ?? {};
  const day = assessedAt.slice(0, 10);
  if (runs.filter((run) => run.assessedAt.startsWith(day)).length === 1) return day;
  const isOnly = runs.filter((run) => run.assessedAt === assessedAt).length === 1;
  return isOnly ? assessedAt : `${assessedAt} ${path}`;
};
