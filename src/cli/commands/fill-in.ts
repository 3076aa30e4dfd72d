import { basename, join } from 'node:path';
import type { ExportFile } from '../../assess/export-file.js';
import type { FillInChange } from '../../checklist/fill-in-change.js';
import { type Diagnostic, diagnostic, type Reading } from '../../diagnostics/diagnostic.js';
import type { WriteOutputs } from '../../node/place-files.js';
import { sha256 } from '../../node/read-input.js';
import { isSameFile } from '../../node/replace-file.js';
import type { JudgedHost } from '../../outcome/judged-host.js';
import type { WrittenFile } from '../../outcome/written-host.js';
import type { FillInCommandOptions } from '../fill-in-options.js';
import type { Writing } from '../writing.js';

/**
 * Writes a checklist that was filled in: under its own name into --out-dir, or in its place with the old file kept beside it; in
 * a dry run nowhere.
 *
 * @param original the file as it was read
 * @param writing.write writes a file that is not the checklist itself; `replace`, where it is there, the checklist
 * @returns Diagnostics: those of `write` and `replaceFile`; `fill-in-same-file`, `fill-in-backup`
 */
export const writeFilledIn = async (
  original: ExportFile,
  { files: [filled], changes = [] }: JudgedHost,
  options: FillInCommandOptions & { readonly outDir: string },
  { write, replace }: Pick<Writing, 'write' | 'replace'>,
): Promise<Reading<readonly WrittenFile[]>> => {
  if (options.dryRun || filled === undefined) return { ok: true, value: [], diagnostics: [] };
  const { format, bytes } = filled;
  const path = replace === undefined ? join(options.outDir, basename(original.path)) : original.path;
  const diagnostics =
    replace === undefined
      ? await beside(original.path, path, bytes, write)
      : await inPlace(path, changes, () => replace(path, bytes, original.sha256));
  if (diagnostics.some((d) => d.severity === 'error')) return { ok: false, diagnostics };
  return { ok: true, value: [{ format, path, sha256: sha256(bytes) }], diagnostics };
};

/** A file in which there is nothing to change is left alone: a backup of it would say otherwise. */
const inPlace = async (
  path: string,
  changes: readonly FillInChange[],
  replace: () => Promise<Reading<string>>,
): Promise<readonly Diagnostic[]> => {
  if (changes.length === 0) return [];
  const replaced = await replace();
  return replaced.ok ? [diagnostic('fill-in-backup', { file: path }, { path: replaced.value })] : replaced.diagnostics;
};

/** Even --force does not overwrite the checklist that was given. */
const beside = async (
  from: string,
  path: string,
  bytes: Uint8Array,
  write: WriteOutputs,
): Promise<readonly Diagnostic[]> =>
  isSameFile(from, path) ? [diagnostic('fill-in-same-file', { file: path })] : write([{ path, text: bytes }]);
