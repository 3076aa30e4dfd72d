import { type FillInChange, type FillInOptions, fillIn, hostOf } from '../checklist/fill-in.js';
import { fillingsOf } from '../checklist/fillings.js';
import { type OpenChecklist, openForFilling } from '../checklist/open-for-filling.js';
import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Checklist } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import type { Review } from '../model/review.js';
import type { InputLimits } from '../text/input-limits.js';
import type { AssetInput } from './asset.js';

export { benchmarkOfChecklist } from './benchmark-of-checklist.js';

/** A checklist that is to be filled in, and the host that it names. */
export interface OpenInto {
  readonly checklist: OpenChecklist;
  readonly host: string | undefined;
}

/** Opens a checklist to fill in. Refusals: those of `openForFilling`. */
export const openInto = (
  bytes: Uint8Array,
  path: string,
  limits: Partial<InputLimits> | undefined,
): Reading<OpenInto> => {
  const open = openForFilling(bytes, path, limits);
  return open.ok ? { ...open, value: { checklist: open.value, host: hostOf(open.value) } } : open;
};

/** The file as it is to be written, and what was changed in it. */
export interface FilledIn {
  readonly outputs: readonly { readonly format: FormatName; readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly changes: readonly FillInChange[];
}

/**
 * Fills what was judged into a checklist; only the rules of `reviews` are taken from `judged`. What was said of the asset is not
 * used, as a checklist has that already (`fill-in-asset-kept`). Other diagnostics: those of `fillIn`.
 */
export const fillInto = (
  { checklist: open }: OpenInto,
  judged: Checklist,
  reviews: readonly Review[],
  { asset, fillIn: options }: { readonly asset: AssetInput; readonly fillIn: FillInOptions },
): Reading<FilledIn> => {
  const vulnIds = reviews.map(({ vulnId }) => vulnId);
  const filled = fillIn(open, fillingsOf(judged, vulnIds), judged.asset.hostName, options);
  const kept = (['fqdn', 'ip', 'mac', 'role', 'marking'] as const).filter((name) => asset[name] !== undefined);
  const names = kept.map((name) => `--${name}`).join(', ');
  const told = kept.length === 0 ? [] : [diagnostic('fill-in-asset-kept', { file: open.file }, { options: names })];
  const diagnostics = [...filled.diagnostics, ...told];
  if (!filled.ok) return { ok: false, diagnostics };
  const { bytes, changes } = filled.value;
  const outputs = [{ format: open.format, fileName: baseName(open.file), bytes }];
  return { ok: true, value: { outputs, changes }, diagnostics };
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
