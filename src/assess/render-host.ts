import type { Reading } from '../diagnostics/diagnostic.js';
import { fileName } from '../formats/file-name.js';
import type { WriteOptions } from '../formats/registry.js';
import { releaseOf } from '../model/benchmark.js';
import type { Checklist } from '../model/checklist.js';
import { formatNames, type OutputName } from '../model/format-names.js';
import type { HostAssessment } from './evaluate-host.js';
import { renderOutputs, type ValidatedRules } from './render-outputs.js';

/** A file to write for a host: its name without folder, and its text. */
export interface HostFile {
  readonly format: OutputName;
  readonly fileName: string;
  readonly text: string;
}

/**
 * Makes the files of a host that was judged: its checklist in the formats asked for, validated, and the report where `html` is
 * among them. Refused where a format is (`renderOutputs`): then there is no report either. The report tells what the assessment
 * reported and what came up here. Of a host that was refused there are no files.
 *
 * @param validated as for `renderOutputs`: the same for the hosts of one run
 */
export const renderHost = async (
  assessment: HostAssessment,
  names: readonly OutputName[],
  options: WriteOptions,
  validated?: ValidatedRules,
): Promise<Reading<readonly HostFile[]>> => {
  const { judged, evidence } = assessment;
  if (judged === undefined) return { ok: true, value: [], diagnostics: [] };
  const { checklist, reviews } = judged;
  const rendered = await renderOutputs(
    checklist,
    formatNames.filter((name) => names.includes(name)),
    options,
    validated,
  );
  if (!rendered.ok || !names.includes('html')) return rendered;
  const { hostReport } = await import('../report/host-report.js');
  const diagnostics = [...assessment.diagnostics, ...rendered.diagnostics];
  const text = hostReport({ checklist, reviews, evidence, diagnostics, tool: options.tool });
  return { ...rendered, value: [...rendered.value, { format: 'html', fileName: reportName(checklist), text }] };
};

const reportName = ({ asset, stigs }: Checklist): string => {
  const benchmark = stigs[0]?.benchmark;
  const release = benchmark === undefined ? '' : releaseOf(benchmark);
  return fileName({ hostName: asset.hostName, benchmarkId: benchmark?.id ?? '', release }, 'html');
};
