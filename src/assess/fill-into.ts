import { type FillInOptions, fillIn, hostOf } from '../checklist/fill-in.js';
import { fillingsOf } from '../checklist/fillings.js';
import { type OpenChecklist, openForFilling } from '../checklist/open-for-filling.js';
import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { JudgedHost } from '../outcome/judged-host.js';
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

/**
 * Fills what was judged of a host into a checklist, which is the host's file then. The host is refused where that is. What was said of the asset is not
 * used, as a checklist has that already (`fill-in-asset-kept`). Other diagnostics: those of `fillIn`.
 */
export const fillInto = (
  { checklist: open }: OpenInto,
  host: JudgedHost,
  { asset, fillIn: options }: { readonly asset: AssetInput; readonly fillIn: FillInOptions },
): JudgedHost => {
  const { judged } = host;
  if (judged === undefined) return host;
  const vulnIds = judged.reviews.map(({ vulnId }) => vulnId);
  const filled = fillIn(open, fillingsOf(judged.checklist, vulnIds), judged.checklist.asset.hostName, options);
  const kept = (['fqdn', 'ip', 'mac', 'role', 'marking'] as const).filter((name) => asset[name] !== undefined);
  const told = kept.length === 0 ? [] : [diagnostic('fill-in-asset-kept', { file: open.file }, { fields: kept })];
  const diagnostics = [...host.diagnostics, ...filled.diagnostics, ...told];
  if (!filled.ok) return { ...host, judged: undefined, diagnostics };
  const { bytes, changes } = filled.value;
  return { ...host, files: [{ format: open.format, fileName: baseName(open.file), bytes }], changes, diagnostics };
};

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
