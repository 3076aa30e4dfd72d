import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExportFile } from '../../assess/export-file.js';
import { diffExports } from '../../comparison/diff-exports.js';
import { type HostPair, pairHosts } from '../../comparison/diff-fleets.js';
import { type Diagnostic, diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import { planFromPaths } from '../../fleet/from-paths.js';
import { type FleetPlan, noPlan } from '../../fleet/plan.js';
import { listFiles } from '../../node/list-files.js';
import { errorCode, readInput } from '../../node/read-input.js';
import { chosenRules, namesOf, type RuleChoice } from '../../rules/choose-rules.js';
import { limitsOf } from '../../text/input-limits.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { printDocument } from '../render/document.js';
import {
  answerOfAll,
  type ComparedHost,
  type ExportComparison,
  exportDifferenceCsv,
  renderExportDifference,
  toExportDifference,
} from '../render/export-difference.js';
import type { CommonOptions } from '../shared-options.js';
import { tell } from '../tell.js';

export interface DiffOptions extends Pick<CommonOptions, 'limit' | 'verbose' | 'json' | 'quiet'> {
  /** Of exports only: whose clauses are compared. */
  readonly rules?: RuleChoice | undefined;
  /** Of exports only. */
  readonly csv?: true | undefined;
}

type Files = readonly Reading<ExportFile>[];

/** Two exports of Get-SendConnector. Answers with the exit code. */
export const diffTwoExports = async (
  old: { readonly path: string; readonly read: Reading<ExportFile> },
  now: { readonly path: string; readonly read: Reading<ExportFile> },
  options: DiffOptions,
  io: Io,
): Promise<number> => {
  const host = await compareHost(undefined, [old.read], [now.read], options);
  const rules = namesOf(options.rules).split(', ');
  return tellAll({ kind: 'exports', old: old.path, new: now.path, rules, hosts: [host], diagnostics: [] }, options, io);
};

/** Two folders of a fleet, with a sub-folder for each host as `batch` finds them. Answers with the exit code. */
export const diffTwoFleets = async (old: string, now: string, options: DiffOptions, io: Io): Promise<number> => {
  const [before, after] = [planOf(old), planOf(now)];
  const hosts: ComparedHost[] = [];
  for (const pair of pairHosts(before, after)) hosts.push(await compareHosts(pair, [old, now], options, io));
  const diagnostics = [...before.diagnostics, ...after.diagnostics];
  const rules = namesOf(options.rules).split(', ');
  return tellAll({ kind: 'fleets', old, new: now, rules, hosts, diagnostics }, options, io);
};

export const isFolder = (path: string): boolean =>
  path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const planOf = (folder: string): FleetPlan => {
  try {
    return planFromPaths(listFiles(resolve(folder), '').files, {});
  } catch (error) {
    return noPlan(diagnostic('file-unreadable', { file: folder }, { reason: errorCode(error) }));
  }
};

const compareHosts = async (
  { host, old, new: now, refused }: HostPair,
  [before, after]: readonly [string, string],
  options: DiffOptions,
  io: Io,
): Promise<ComparedHost> => {
  if (refused.length > 0) return { host, change: 'refused', diagnostics: refused };
  if (old === undefined || now === undefined)
    return { host, change: old === undefined ? 'added' : 'removed', diagnostics: [] };
  const read = async (folder: string, paths: readonly string[]): Promise<Files> => {
    const files: Reading<ExportFile>[] = [];
    for (const path of paths)
      files.push(await readInput(join(folder, path), io.stdin, limitsOf(options.limit).maxBytes));
    return files;
  };
  return compareHost(host, await read(before, old.exports), await read(after, now.exports), options);
};

const compareHost = async (
  host: string | undefined,
  old: Files,
  now: Files,
  { rules, limit: limits }: DiffOptions,
): Promise<ComparedHost> => {
  const found = await diffExports(old, now, { rules: chosenRules(rules), limits });
  const { diagnostics } = found;
  return found.ok
    ? { host, change: 'compared', diff: found.value, diagnostics }
    : { host, change: 'refused', diagnostics };
};

const tellAll = (comparison: ExportComparison, options: DiffOptions, io: Io): number => {
  if (options.json) io.stdout(jsonText(toExportDifference(comparison, tool)));
  else {
    const all: readonly Diagnostic[] = [
      ...comparison.diagnostics,
      ...comparison.hosts.flatMap(({ diagnostics }) => diagnostics),
    ];
    tell(io, all, options, () => {
      if (options.csv) printDocument(exportDifferenceCsv(comparison), io);
      else if (!options.quiet && comparison.hosts.some(({ change }) => change !== 'refused'))
        io.stdout(renderExportDifference(comparison, io.columns));
    });
  }
  const answer = answerOfAll(comparison);
  if (answer === undefined) return exitCode.failed;
  return { same: exitCode.ok, different: exitCode.open, 'cannot-tell': exitCode.notReviewed }[answer];
};
