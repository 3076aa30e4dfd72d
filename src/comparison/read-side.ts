import { type ExportFile, evidenceOf } from '../assess/export-file.js';
import { readAsTransportConfig } from '../assess/transport-configs.js';
import { type Diagnostic, diagnostic, messageInFile, type Reading } from '../diagnostics/diagnostic.js';
import { doubtsOf, inWords } from '../diagnostics/reported.js';
import { combine } from '../evidence/combine.js';
import { doubtsAcross } from '../evidence/identity.js';
import { readExport } from '../evidence/read-export.js';
import type { Evidence, SendConnector } from '../model/connector.js';
import type { Reported } from '../model/reported.js';
import type { InputLimits } from '../text/input-limits.js';

/** One of the two that are compared: all exports of a host from one time. */
export interface ComparedSide {
  readonly evidence: readonly Evidence[];
  readonly connectors: readonly SendConnector[];
  /** Why connectors may be missing from it, or be others than they were; empty where it is whole. */
  readonly doubts: readonly Reported[];
}

/**
 * Reads the exports of one side. Refused where none can be read; one that cannot be read beside others leaves the side in doubt
 * (`export-left-out`), and so does an export without a connector (`export-empty`), which looks the same as a failed one. Exports of
 * Get-TransportConfig are passed over: connectors are compared.
 */
export const readSide = async (
  files: readonly Reading<ExportFile>[],
  limits: Partial<InputLimits> = {},
): Promise<Reading<ComparedSide>> => {
  const evidence: Evidence[] = [];
  const connectors: SendConnector[] = [];
  const diagnostics: Diagnostic[] = [];
  const leftOut: Diagnostic[] = [];
  for (const file of files) {
    const read = file.ok ? await readExport(file.value.bytes, file.value.path, 'auto', limits) : file;
    if (file.ok && read.ok && 'connectors' in read.value) {
      diagnostics.push(...read.diagnostics);
      evidence.push(evidenceOf(file.value, read.value, read.diagnostics));
      for (const connector of read.value.connectors) connectors.push(connector);
    } else if (files.length === 1 || !file.ok || !(await readAsTransportConfig(file.value, 'auto', limits)).ok) {
      diagnostics.push(...read.diagnostics);
      const reason = read.diagnostics.find(({ severity }) => severity === 'error') ?? read.diagnostics[0];
      const path = file.ok ? file.value.path : reason?.place.file;
      leftOut.push(diagnostic('export-left-out', { file: path }, { reason: reason ? messageInFile(reason) : '' }));
    }
  }
  if (evidence.length === 0) return { ok: false, diagnostics };
  const across = evidence.length === 1 ? [] : doubtsAcross(connectors).filter((d) => !diagnostics.some(isOfCode(d)));
  const all = [...diagnostics, ...leftOut, ...across, ...combine(connectors).diagnostics];
  const doubts = [...doubtsOf(all), ...all.filter(({ code }) => code === 'export-empty').map(inWords)];
  return { ok: true, value: { evidence, connectors, doubts }, diagnostics: all };
};

const isOfCode =
  (one: Diagnostic) =>
  ({ code }: Diagnostic): boolean =>
    code === one.code;
