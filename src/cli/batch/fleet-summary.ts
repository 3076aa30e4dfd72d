import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OwnFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { evaluateExitCode, exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { renderDiagnostics } from '../render/diagnostics.js';
import { type FleetRow, fleetCsv, renderFleet, renderHostDiagnostics, toRow } from '../render/fleet.js';
import { type HostReport, toSummary } from '../render/summary.js';

/** What is kept of the hosts, in the order of the plan. */
export interface Summary {
  readonly rows: FleetRow[];
  /** Whole reports only where they are printed: those of very many hosts are not small. */
  readonly reports: HostReport[] | undefined;
  bugs: number;
}

export const newSummary = (length: number, isWhole: boolean): Summary => ({
  rows: new Array<FleetRow>(length),
  reports: isWhole ? new Array<HostReport>(length) : undefined,
  bugs: 0,
});

/** Keeps what the summary needs of a host. */
export const add = (summary: Summary, index: number, report: HostReport, isBug: boolean): void => {
  summary.rows[index] = toRow(report);
  if (summary.reports !== undefined) summary.reports[index] = report;
  if (isBug) summary.bugs += 1;
};

/** What the summary is in messages. */
export const summaryCsvPurpose = '--summary-csv';

/** What the command was asked for at its end. */
export interface ConcludeOptions {
  /** Writes the overview, where there is to be one; answers with what went wrong. */
  readonly overview?:
    | ((rows: readonly FleetRow[], reported: readonly Diagnostic[]) => Promise<readonly Diagnostic[]>)
    | undefined;
  readonly summaryCsv?: string | undefined;
  readonly assessedAt?: string;
  readonly collected?: string | undefined;
  readonly own: OwnFiles;
  /** True where nothing was done, and nothing is to be written. */
  readonly isStopped: boolean;
  readonly force?: true | undefined;
  readonly failOnWarning?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** Writes the CSV and prints the summary. Answers with the exit code, over all hosts. */
export const conclude = async (
  summary: Summary,
  reported: readonly Diagnostic[],
  options: ConcludeOptions,
  io: Io,
): Promise<number> => {
  const rows = summary.rows.filter((row) => row !== undefined);
  const { isStopped } = options;
  const general =
    isStopped || rows.length === 0 ? reported : [...reported, ...((await options.overview?.(rows, reported)) ?? [])];
  const csv = options.summaryCsv;
  const written =
    csv === undefined || isStopped
      ? []
      : await writeFiles([{ path: csv, text: fleetCsv(rows), purpose: summaryCsvPurpose }], {
          force: options.force === true,
          own: options.own,
        });
  const all = [...general, ...written];
  if (options.json)
    io.stdout(jsonText(toSummary(summary.reports?.filter((r) => r !== undefined) ?? [], tool, all, options)));
  else {
    io.stderr(renderDiagnostics(options.quiet ? all.filter(({ severity }) => severity === 'error') : all));
    io.stderr(renderHostDiagnostics(rows, options.quiet !== true));
    if (!options.quiet && rows.length > 0) io.stdout(renderFleet(rows, io));
  }
  if (summary.bugs > 0) return exitCode.bug;
  return evaluateExitCode(
    {
      failed: all.some(({ severity }) => severity === 'error') || rows.some(({ verdict }) => verdict === 'refused'),
      statuses: rows.flatMap(({ verdict }) => (verdict === 'refused' ? [] : [verdict])),
      diagnostics: [...all, ...rows.flatMap(({ diagnostics }) => diagnostics)],
    },
    options.failOnWarning === true,
  );
};
