import { isEmptyDiff } from '../../checklist/diff.js';
import { diffFiles } from '../../checklist/diff-files.js';
import { type ComparedKind, comparedKind } from '../../comparison/kind-of-file.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { type ReadFile, readChecklist } from '../../formats/read-checklist.js';
import type { Input } from '../../node/read-input.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { readPath } from '../read-path.js';
import { renderDifference, toDifference } from '../render/difference.js';
import { tell } from '../tell.js';
import { UsageError } from '../usage-error.js';
import { type DiffOptions, diffTwoExports, diffTwoFleets, isFolder } from './diff-exports.js';

/**
 * `exchange-stig diff`: what differs between two checklists, two exports or two folders of a fleet. Answers with 0 where nothing does,
 * 1 where something does; of exports 2 where nothing is known to and something could not be compared.
 */
export const diff = async (oldPath: string, newPath: string, options: DiffOptions, io: Io): Promise<number> => {
  if (oldPath === '-' && newPath === '-') throw new UsageError('standard input (-) can be read only once');
  if (options.csv && options.json) throw new UsageError('--csv and --json would both write to standard output');
  const folders = [oldPath, newPath].map(isFolder);
  if (folders.every(Boolean)) return diffTwoFleets(oldPath, newPath, options, io);
  const first = await readPath(oldPath, options, io);
  const second = await readPath(newPath, options, io);
  const kinds = [kindOf(oldPath, first), kindOf(newPath, second)] as const;
  refuseTwoKinds([oldPath, newPath], folders, kinds);
  if (kinds.includes('export'))
    return diffTwoExports({ path: oldPath, read: first }, { path: newPath, read: second }, options, io);
  if (options.csv) throw new UsageError('--csv needs two exports or two folders of a fleet');
  if (options.rules !== undefined) throw new UsageError('--rules needs two exports or two folders of a fleet');
  const old = readAsChecklist(first, options);
  const now = readAsChecklist(second, options);
  const differing = diffFiles(old, now);
  const found = differing.ok ? differing.value : undefined;
  const { diagnostics } = differing;
  const compared = {
    old: { path: oldPath, format: old.ok ? old.value.format : undefined },
    new: { path: newPath, format: now.ok ? now.value.format : undefined },
    diff: found,
    diagnostics,
  };
  if (options.json) io.stdout(jsonText(toDifference(compared, tool)));
  else
    tell(io, diagnostics, options, () => {
      if (!options.quiet && found !== undefined) io.stdout(renderDifference(found, io.columns));
    });
  if (found === undefined) return exitCode.failed;
  return isEmptyDiff(found) ? exitCode.ok : exitCode.open;
};

const readAsChecklist = (input: Reading<Input>, { limit }: DiffOptions): Reading<ReadFile> =>
  input.ok ? readChecklist(input.value.bytes, input.value.path, limit) : input;

const kindOf = (path: string, input: Reading<Input>): ComparedKind | undefined =>
  input.ok ? comparedKind(input.value.bytes, path) : undefined;

const kindNames = { export: 'an export', checklist: 'a checklist' } as const;

/** Two of one kind are compared; what is neither is refused where it is read. */
const refuseTwoKinds = (
  paths: readonly [string, string],
  folders: readonly boolean[],
  kinds: readonly [ComparedKind | undefined, ComparedKind | undefined],
): void => {
  const names = kinds.map((kind, i) => (folders[i] ? 'a folder' : kind && kindNames[kind]));
  const [old, now] = names;
  if (old !== undefined && now !== undefined && old !== now)
    throw new UsageError(
      `${paths[0]} is ${old} and ${paths[1]} is ${now}; name two checklists, two exports of Get-SendConnector, or two folders of a fleet`,
    );
};
