import { isEmptyDiff } from '../../checklist/diff.js';
import { diffFiles } from '../../checklist/diff-files.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { type ReadFile, readChecklist } from '../../formats/read-checklist.js';
import { readInput } from '../../node/read-input.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { jsonText } from '../../text/visible.js';
import { tool } from '../../version.js';
import { exitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { renderBriefly, renderWholly } from '../render/diagnostics.js';
import { renderDifference, toDifference } from '../render/difference.js';
import { UsageError } from '../usage-error.js';

export interface DiffOptions {
  readonly limit?: Partial<InputLimits> | undefined;
  readonly verbose?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** `exchange-stig diff`: what differs between two checklists. Answers with 0 where nothing does, 1 where something does. */
export const diff = async (oldPath: string, newPath: string, options: DiffOptions, io: Io): Promise<number> => {
  if (oldPath === '-' && newPath === '-') throw new UsageError('standard input (-) can be read only once');
  const old = await readFile(oldPath, options, io);
  const now = await readFile(newPath, options, io);
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
  else {
    const shown = options.quiet ? diagnostics.filter((d) => d.severity === 'error') : diagnostics;
    io.stderr((options.verbose ? renderWholly : renderBriefly)(shown));
    if (!options.quiet && found !== undefined) io.stdout(renderDifference(found));
  }
  if (found === undefined) return exitCode.failed;
  return isEmptyDiff(found) ? exitCode.ok : exitCode.open;
};

const readFile = async (path: string, { limit }: DiffOptions, io: Io): Promise<Reading<ReadFile>> => {
  const input = await readInput(path, io.stdin, limitsOf(limit).maxBytes);
  return input.ok ? readChecklist(input.value.bytes, path, limit) : input;
};
