import type { AssetInput } from '../../assess/asset.js';
import { toBundle } from '../../bundle/bundle.js';
import { type GivenFiles, type RunOptions, toRun } from '../../bundle/run.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { hostFileName } from '../../formats/file-name.js';
import type { JudgedHost } from '../../outcome/judged-host.js';
import { program } from '../../version.js';
import { type OutputView, outputView } from './views.js';

/**
 * The bundle of a host, with the bytes of `evaluate --bundle`. Nothing of a host that was refused, and of one of many hosts in one export.
 * Refused: what `toRun` and `toBundle` refuse.
 */
export const bundleView = (
  files: GivenFiles,
  asset: AssetInput,
  options: Omit<RunOptions, 'asset'>,
  host: JudgedHost,
): Reading<OutputView> | undefined => {
  const run = host.judged === undefined ? undefined : toRun(files, asset, options);
  if (run === undefined || host.judged === undefined) return undefined;
  const bundle = run.ok ? toBundle(run.value, host, host.judged, program) : run;
  return bundle.ok
    ? { ...bundle, value: outputView('zip', `${hostFileName(host.host)}_bundle.zip`, bundle.value) }
    : bundle;
};
