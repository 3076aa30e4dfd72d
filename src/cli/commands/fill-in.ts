import { basename, join } from 'node:path';
import { type FillInChange, fillIn, hostOf } from '../../checklist/fill-in.js';
import { fillingsOf } from '../../checklist/fillings.js';
import { type OpenChecklist, openForFilling } from '../../checklist/open-for-filling.js';
import { diagnostic } from '../../diagnostics/catalog.js';
import type { Checklist } from '../../model/checklist.js';
import type { Diagnostic, Reading } from '../../model/diagnostic.js';
import type { WriteOutputs } from '../../node/place-files.js';
import { readInput, sha256 } from '../../node/read-input.js';
import { isSameFile, replaceFile } from '../../node/replace-file.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import type { FillInCommandOptions } from '../fill-in-options.js';
import type { HostResult } from '../render/summary.js';

/** What became of the file: where it was written, which is nowhere in a dry run, and what was changed in it. */
export interface FilledInFile {
  readonly outputs: HostResult['outputs'];
  readonly changes: readonly FillInChange[];
}

/** The checklist of --into, and the host that it names. */
export interface Into {
  readonly checklist: OpenChecklist;
  /** Of the file as it was read. */
  readonly sha256: string;
  readonly host: string | undefined;
}

/** Opens the checklist of --into. Refusals: those of `readInput` and `openForFilling`. */
export const openInto = async (path: string, limits: Partial<InputLimits> = {}): Promise<Reading<Into>> => {
  const input = await readInput(path, async () => new Uint8Array(), limitsOf(limits).maxBytes);
  if (!input.ok) return input;
  const open = openForFilling(input.value.bytes, path, limits);
  return open.ok
    ? { ...open, value: { checklist: open.value, sha256: input.value.sha256, host: hostOf(open.value) } }
    : open;
};

/**
 * Fills what was judged into the checklist and writes it: under its own name into --out-dir, or in its place with the old
 * file kept beside it.
 *
 * @param judged a checklist of the judged host; only the rules in `vulnIds` are taken from it
 * @param write writes the file that is not the checklist itself
 * @returns Diagnostics: those of `fillIn`, `write` and `replaceFile`; `fill-in-same-file`, `fill-in-backup`,
 *   `fill-in-asset-kept`
 */
export const fillInFile = async (
  { checklist: open, sha256: original }: Into,
  judged: Checklist,
  vulnIds: readonly string[],
  options: FillInCommandOptions & Asked & { readonly outDir: string; readonly force?: true | undefined },
  write: WriteOutputs,
): Promise<Reading<FilledInFile>> => {
  const filled = fillIn(open, fillingsOf(judged, vulnIds), judged.asset.hostName, {
    replaceDetails: options.replaceDetails === true,
    allowOtherHost: options.allowOtherHost === true,
  });
  const diagnostics = [...filled.diagnostics, ...assetKept(open.file, options)];
  if (!filled.ok) return { ok: false, diagnostics };
  const { bytes, changes } = filled.value;
  if (options.dryRun) return { ok: true, value: { outputs: [], changes }, diagnostics };
  const path = options.inPlace ? open.file : join(options.outDir, basename(open.file));
  const written = options.inPlace
    ? await inPlace(path, bytes, changes, { original, force: options.force === true })
    : await beside(open.file, path, bytes, write);
  if (written.some((d) => d.severity === 'error')) return { ok: false, diagnostics: [...written, ...diagnostics] };
  const outputs = [{ format: open.format, path, sha256: sha256(bytes) }];
  return { ok: true, value: { outputs, changes }, diagnostics: [...diagnostics, ...written] };
};

/** What the user may have said of the asset, which a checklist that exists has already. */
interface Asked {
  readonly fqdn?: unknown;
  readonly ip?: unknown;
  readonly mac?: unknown;
  readonly role?: unknown;
  readonly marking?: unknown;
}

const assetKept = (file: string, asked: Asked): readonly Diagnostic[] => {
  const names = (['fqdn', 'ip', 'mac', 'role', 'marking'] as const).filter((name) => asked[name] !== undefined);
  if (names.length === 0) return [];
  return [diagnostic('fill-in-asset-kept', { file }, { actual: names.map((name) => `--${name}`).join(', ') })];
};

/** A file in which there is nothing to change is left alone: a backup of it would say otherwise. */
const inPlace = async (
  path: string,
  bytes: Uint8Array,
  changes: readonly FillInChange[],
  how: { readonly original: string; readonly force: boolean },
): Promise<readonly Diagnostic[]> => {
  if (changes.length === 0) return [];
  const replaced = await replaceFile(path, bytes, how);
  return replaced.ok
    ? [diagnostic('fill-in-backup', { file: path }, { actual: replaced.value })]
    : replaced.diagnostics;
};

/** Even --force does not overwrite the checklist that was given. */
const beside = async (
  from: string,
  path: string,
  bytes: Uint8Array,
  write: WriteOutputs,
): Promise<readonly Diagnostic[]> =>
  (await isSameFile(from, path)) ? [diagnostic('fill-in-same-file', { file: path })] : write([{ path, text: bytes }]);
