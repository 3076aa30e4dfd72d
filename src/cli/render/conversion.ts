import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { resultName } from '../../formats/read-checklist.js';
import type { Checklist, Tool } from '../../model/checklist.js';
import type { FormatName, TargetName } from '../../model/format-names.js';
import { visible } from '../../text/visible.js';
import { styledLine } from './line.js';
import { diagnosticSummary } from './summary.js';

/** What became of a file that was to be converted; without outputs where it was refused. */
export interface Conversion {
  readonly path: string;
  readonly format?: FormatName | undefined;
  /** One, or with --all-results one for each TestResult. */
  readonly made: readonly MadeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MadeFile {
  /** The TestResult's id, where the file holds several. */
  readonly result?: string | undefined;
  /** What is in the output. */
  readonly checklist: Checklist;
  readonly output: { readonly format: TargetName; readonly path: string; readonly sha256: string };
  readonly text: string;
}

/** A line for each output: what was read, what was written, and the counts, which are the same. */
export const renderConversion = ({ path, format, made }: Conversion, columns: number | undefined): string =>
  made
    .map(({ result, checklist, output }) => {
      const input = result === undefined ? path : resultName(path, result);
      const [from, to] = [`${visible(input)} (${format})`, `${visible(output.path)} (${output.format})`];
      return styledLine('plain', `${from} -> ${to}: ${countsText(countStatuses(checklist))}`, { columns });
    })
    .join('');

/** The JSON document of `convert --json`, as schemas/convert.schema.json describes it. */
export const toConversion = (conversion: Conversion, all: boolean, { name, version }: Tool) => {
  const { path, format, made, diagnostics } = conversion;
  const only = all ? undefined : made[0];
  return {
    tool: { name, version },
    input: { path, format: format ?? null },
    output: only?.output ?? null,
    host: only?.checklist.asset.hostName ?? null,
    stigs: only === undefined ? [] : stigsOf(only),
    ...(all ? { results: made.map(toResult) } : {}),
    diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
  };
};

const toResult = (one: MadeFile) => ({
  result: one.result ?? null,
  output: one.output,
  host: one.checklist.asset.hostName,
  stigs: stigsOf(one),
});

const stigsOf = ({ checklist }: MadeFile) =>
  checklist.stigs.map((stig) => ({ id: stig.benchmark.id, counts: countStatuses({ stigs: [stig] }) }));
