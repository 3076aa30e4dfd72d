import type { RenderedExtract } from '../formats/extract.js';
import { fileName } from '../formats/file-name.js';
import type { WriteOptions } from '../formats/registry.js';
import type { Tool } from '../model/checklist.js';
import { extractNames, formatNames, type OutputName } from '../model/format-names.js';
import type { HostFile, Judged, JudgedHost } from '../outcome/judged-host.js';
import { renderOutputs } from './render-outputs.js';
import type { Templates } from './templates.js';

/**
 * Makes the files of a host that was judged: its checklist in the formats asked for, validated, and the report where `html` is
 * among them. The host is refused where a format is (`renderOutputs`): then there is no report either. The report tells what was
 * reported of the host until now and what came up here. Of a host that was refused there are no files.
 *
 * @param templates as for `renderOutputs`: the same for the hosts of one run
 */
export const renderHost = async (
  host: JudgedHost,
  names: readonly OutputName[],
  { tool, cklbStrict }: WriteOptions,
  templates?: Templates,
): Promise<JudgedHost> => {
  const { judged, stig } = host;
  if (judged === undefined) return host;
  const { checklist } = judged;
  const formats = formatNames.filter((name) => names.includes(name));
  const rendered = await renderOutputs(checklist, formats, { tool, cklbStrict }, templates);
  if (!rendered.ok) return { ...host, diagnostics: [...host.diagnostics, ...rendered.diagnostics], judged: undefined };
  const extracted = await renderExtracts(host, judged, names, tool);
  const said = new Map(
    [...rendered.diagnostics, ...extracted.flatMap((e) => e.diagnostics)].map((d) => [JSON.stringify(d), d]),
  );
  const told = { ...host, diagnostics: [...host.diagnostics, ...said.values()] };
  const extracts = extracted.map(({ format, fileName: name, text }) => toFile(format, name, text));
  const files = [...rendered.value, ...extracts];
  if (!names.includes('html')) return { ...told, files };
  const { hostReport } = await import('../report/host-report.js');
  const named = { hostName: checklist.asset.hostName, benchmarkId: stig.id, release: stig.release };
  const report = toFile('html', fileName(named, 'html'), hostReport({ ...told, judged }, tool));
  return { ...told, files: [...files, report] };
};

/** The formats that are only written. They are loaded when they are needed: most runs ask for none. */
const renderExtracts = async (
  { evidence, transportConfigs = [] }: JudgedHost,
  { checklist, reviews }: Judged,
  names: readonly OutputName[],
  tool: Tool,
): Promise<readonly RenderedExtract[]> => {
  const wanted = extractNames.filter((name) => names.includes(name));
  if (wanted.length === 0) return [];
  const { renderExtract } = await import('../formats/extract.js');
  const input = { checklist, judged: { reviews, evidence, transportConfigs }, tool };
  return Promise.all(wanted.map((name) => renderExtract(name, input)));
};

const toFile = (format: OutputName, name: string, text: string): HostFile => ({
  format,
  fileName: name,
  bytes: new TextEncoder().encode(text),
});
