import type { Reading } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import type { Asset, Tool } from '../model/checklist.js';
import type { FormatName } from '../model/format-names.js';
import { type Converted, convertChecklist } from './convert.js';
import { createChecklist } from './create.js';
import { type GivenAsset, withGivenAsset } from './given-asset.js';

export interface CreateFileInput {
  readonly benchmark: Reading<Benchmark>;
  readonly asset: GivenAsset;
  readonly to: FormatName;
  readonly tool: Tool;
  readonly cklbStrict: boolean;
  /** ISO 8601 in UTC with `Z`. */
  readonly time: string;
}

const nobody: Asset = {
  hostName: '',
  fqdn: '',
  ipAddresses: [],
  macAddresses: [],
  role: 'None',
  assetType: 'Computing',
  marking: 'CUI',
  techArea: '',
  comment: '',
  webOrDatabase: false,
  webDbSite: '',
  webDbInstance: '',
};

/**
 * An empty checklist of a STIG for a host: every rule of the benchmark, not reviewed. Diagnostics: those of reading the benchmark, of
 * `withGivenAsset` and of `convertChecklist`.
 */
export const createFile = async (input: CreateFileInput): Promise<Reading<Converted>> => {
  const { benchmark, to, tool, cklbStrict, time } = input;
  if (!benchmark.ok) return benchmark;
  const created = createChecklist({
    benchmark: benchmark.value,
    asset: { ...nobody, hostName: input.asset.host?.trim() ?? '' },
    reviews: new Map(),
    assessedAt: time,
    seed: 'create',
  });
  const named = withGivenAsset(created, input.asset, {});
  if (!named.ok) return { ok: false, diagnostics: [...named.diagnostics, ...benchmark.diagnostics] };
  const converted = await convertChecklist({
    checklist: named.value,
    from: to,
    to,
    write: { tool, cklbStrict, wholeTexts: true, stigIndex: 0 },
    time: { value: time, given: true },
  });
  return { ...converted, diagnostics: [...benchmark.diagnostics, ...named.diagnostics, ...converted.diagnostics] };
};
