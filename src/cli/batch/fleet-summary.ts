import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { OwnFiles } from '../../node/own-files.js';
import { writeFiles } from '../../node/write-files.js';
import { outcomeOf } from '../../outcome/outcome.js';
import { unmatchedInAll } from '../../outcome/unmatched.js';
import { inShort, type WrittenHost } from '../../outcome/written-host.js';
import { jsonText, visible } from '../../text/visible.js';
import { tool } from '../../version.js';
import { evaluateExitCode, exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { fleetCsv, renderFleet, renderHostDiagnostics } from '../render/fleet.js';
import { stderrStyle, tellNext } from '../render/line.js';
import { toSummary } from '../render/summary.js';
import { tell, whatErrorsCallFor } from '../tell.js';

/** What is kept of the hosts, in the order of the plan. */
export interface Summary {
  readonly hosts: WrittenHost[];
  /** Whether all of a host is kept, to be printed: of very many hosts that is not small. */
  readonly isWhole: boolean;
  bugs: number;
}

export const newSummary = (length: number, isWhole: boolean): Summary => ({
  hosts: new Array<WrittenHost>(length),
  isWhole,
  bugs: 0,
});

/** Keeps what the summary needs of a host. */
export const add = (summary: Summary, index: number, host: WrittenHost, isBug: boolean): void => {
  summary.hosts[index] = summary.isWhole ? host : inShort(host);
  if (isBug) summary.bugs += 1;
};

/** What the summary is in messages. */
export const summaryCsvPurpose = '--summary-csv';

/** What the command was asked for at its end. */
export interface ConcludeOptions {
  /** Writes the overview, where there is to be one; answers with what went wrong. */
  readonly overview?:
    | ((hosts: readonly WrittenHost[], reported: readonly Diagnostic[]) => Promise<readonly Diagnostic[]>)
    | undefined;
  readonly outDir: string;
  readonly overviewPath: string | undefined;
  readonly zip?: string | undefined;
  readonly summaryCsv?: string | undefined;
  readonly assessedAt?: string;
  readonly collected?: string | undefined;
  readonly own: OwnFiles;
  /** True where nothing was done, and nothing is to be written. */
  readonly isStopped: boolean;
  readonly force?: true | undefined;
  readonly failOnWarning?: true | undefined;
  readonly json?: true | undefined;
  readonly problems?: true | undefined;
  readonly verbose?: true | undefined;
  readonly quiet?: true | undefined;
}

/** Writes the CSV and prints the summary. Answers with the exit code, over all hosts. */
export const conclude = async (
  summary: Summary,
  reported: readonly Diagnostic[],
  options: ConcludeOptions,
  io: Io,
): Promise<number> => {
  const hosts = summary.hosts.filter((host) => host !== undefined);
  const { isStopped } = options;
  const told = [...reported, ...unmatchedInAll(hosts)];
  const general =
    isStopped || hosts.length === 0 ? told : [...told, ...((await options.overview?.(hosts, told)) ?? [])];
  const csv = options.summaryCsv;
  const written =
    csv === undefined || isStopped
      ? []
      : await writeFiles([{ path: csv, text: fleetCsv(hosts), purpose: summaryCsvPurpose }], {
          force: options.force === true,
          own: options.own,
        });
  const all = [...general, ...written];
  if (options.json) io.stdout(jsonText(toSummary(hosts, tool, all, options)));
  else print(hosts, all, options, io);
  if (summary.bugs > 0) return exitCode.bug;
  return evaluateExitCode(
    {
      failed: all.some(({ severity }) => severity === 'error') || hosts.some(({ refused }) => refused),
      statuses: hosts.map(outcomeOf).filter((outcome) => outcome !== 'refused'),
      diagnostics: [...all, ...hosts.flatMap(({ diagnostics }) => diagnostics)],
    },
    options.failOnWarning === true,
  );
};

const print = (
  hosts: readonly WrittenHost[],
  general: readonly Diagnostic[],
  options: ConcludeOptions,
  io: Io,
): void => {
  const { quiet, verbose, problems, isStopped } = options;
  const style = { ...stderrStyle(io), verbose };
  if (!quiet) io.stderr(renderHostDiagnostics(hosts, 'warning', style));
  const next = isStopped ? undefined : nextStep(hosts);
  tell(io, general, { quiet, verbose, next: '' }, () => {
    if (quiet || hosts.length === 0) return;
    io.stdout(renderFleet(hosts, { color: io.color, columns: io.columns, verbose, problems }));
    if (!isStopped) io.stdout(placesTable(hosts, general, options));
  });
  io.stderr(renderHostDiagnostics(hosts, 'error', style));
  if (!quiet) tellNext(io, next ?? whatErrorsCallFor(general));
};

/** Where everything is. */
const placesTable = (
  hosts: readonly WrittenHost[],
  general: readonly Diagnostic[],
  { outDir, overviewPath, zip, summaryCsv }: ConcludeOptions,
): string => {
  const count = hosts.reduce((sum, { outputs }) => sum + outputs.length, 0);
  const isThere = (path: string | undefined): path is string =>
    path !== undefined && general.every(({ place, severity }) => severity !== 'error' || place.file !== path);
  return [
    `files     ${visible(outDir)} (${count} ${count === 1 ? 'file' : 'files'})`,
    ...(overviewPath === undefined
      ? ['overview  none (add html to --format)']
      : isThere(overviewPath)
        ? [`overview  ${visible(overviewPath)}`]
        : []),
    ...(isThere(zip) ? [`archive   ${visible(zip)}`] : []),
    ...(isThere(summaryCsv) ? [`summary   ${visible(summaryCsv)}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
};

const nextStep = (hosts: readonly WrittenHost[]): string | undefined => {
  const found = new Set(hosts.map(outcomeOf));
  if (found.has('refused')) return 'correct what refused these hosts, then run the command again with --resume';
  if (found.has('open'))
    return '"exchange-stig remediate" writes the script that changes what fails on a host; then export and run again';
  return found.has('not_reviewed')
    ? 'settle what the messages name, then run the command again with --resume'
    : undefined;
};
