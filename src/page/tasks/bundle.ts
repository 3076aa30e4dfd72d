import type { AssetInput } from '../../assess/asset.js';
import type { ExportFile, ReadExportFile } from '../../assess/evaluate-host.js';
import { toBundle } from '../../bundle/bundle.js';
import type { Role, RunFile, RunOptions } from '../../bundle/run.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { hostFileName } from '../../formats/file-name.js';
import type { JudgedHost } from '../../outcome/judged-host.js';
import { program } from '../../version.js';
import { type OutputView, outputView } from './views.js';

export interface BundleFiles {
  readonly exports: readonly Reading<ExportFile | ReadExportFile>[];
  readonly benchmark: Reading<ExportFile> | undefined;
  readonly site: Reading<ExportFile> | undefined;
}

/**
 * The bundle of a host, with the bytes of `evaluate --bundle`. Nothing of a host that was refused, and of one of many hosts in one export.
 * Refused: what `toBundle` refuses.
 */
export const bundleView = (
  { exports, benchmark, site }: BundleFiles,
  asset: AssetInput,
  options: Omit<RunOptions, 'asset' | 'rules'>,
  host: JudgedHost,
): Reading<OutputView> | undefined => {
  const files: RunFile[] = [];
  const given: readonly (readonly [Role, Reading<ExportFile | ReadExportFile> | undefined])[] = [
    ...exports.map((file) => ['export', file] as const),
    ['benchmark', benchmark],
    ['site', site],
  ];
  for (const [role, file] of given) {
    if (file === undefined) continue;
    if (!file.ok || !('bytes' in file.value)) return undefined;
    const { path, bytes, sha256 } = file.value;
    files.push({ role, path, bytes, sha256 });
  }
  if (host.judged === undefined) return undefined;
  const { release, formats, inputFormat, whenEmpty, assessedAt, collectedAt, maxAge, assessor, cklbStrict, limits } =
    options;
  const { host: name, fqdn, ip, mac, role, marking } = asset;
  const run = {
    files,
    options: {
      assessedAt,
      asset: { host: name, fqdn, ip, mac, role, marking },
      formats,
      ...(benchmark === undefined ? { release } : {}),
      ...{ inputFormat, whenEmpty, collectedAt, maxAge, assessor, cklbStrict, limits },
    },
  };
  const bundle = toBundle(run, host, host.judged, program);
  return bundle.ok
    ? { ...bundle, value: outputView('zip', `${hostFileName(host.host)}_bundle.zip`, bundle.value) }
    : bundle;
};
