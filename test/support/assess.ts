import { createHash } from 'node:crypto';
import type { AssetInput } from '../../src/assess/asset.js';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { renderHost } from '../../src/assess/render-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Status } from '../../src/model/checklist.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { testTool } from './checklists.js';

interface Wanted {
  readonly asset?: AssetInput;
  readonly benchmark?: Benchmark;
  readonly whenEmpty?: Status;
}

/** Judges exports, by their paths, at a fixed time. */
export const assess = (
  exports: Readonly<Record<string, string | Uint8Array>>,
  { asset = { host: 'EDGE01' }, benchmark = builtInBenchmark('V2R2'), whenEmpty }: Wanted = {},
): Promise<JudgedHost> =>
  evaluateHost({
    exports: Object.entries(exports).map(([path, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
    asset,
    benchmark,
    whenEmpty,
    assessedAt: '2026-01-31T12:00:00Z',
    tool: testTool,
  });

/** The report of a host that was judged. */
export const reportOf = async (host: JudgedHost): Promise<string> => {
  const [file] = (await renderHost(host, ['html'], { tool: testTool, cklbStrict: false })).files;
  if (file === undefined) throw new Error(`no report: ${JSON.stringify(host.diagnostics)}`);
  return new TextDecoder().decode(file.bytes);
};
