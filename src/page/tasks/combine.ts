import { readBenchmark } from '../../benchmark/from-file.js';
import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import { createFile } from '../../checklist/create-file.js';
import { mergeFiles } from '../../checklist/merge/merge-files.js';
import { renderMergeReport, renderMergeSummary } from '../../checklist/merge/merge-text.js';
import type { Preference } from '../../checklist/merge/preferences.js';
import { splitFile } from '../../checklist/split-file.js';
import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { FormatName } from '../../model/format-names.js';
import { tool } from '../../version.js';
import { kindOf } from '../classify.js';
import { baseName, type PageFile, readPageFile } from '../page-file.js';
import { type DiagnosticView, diagnosticViews, type OutputView, outputView } from './views.js';

export interface CombineTask {
  /** Several checklists of one host to merge; one to split; or one benchmark to make an empty checklist of. */
  readonly files: readonly PageFile[];
  readonly prefer: Preference;
  /** Undefined for the format of the first file. */
  readonly to?: FormatName | undefined;
  readonly host?: string | undefined;
  /** ISO 8601 in UTC with `Z`. */
  readonly now: string;
}

export interface CombineView {
  readonly outputs: readonly OutputView[];
  readonly summary: string;
  /** A rule that the files answer differently, what each says, and which is kept. */
  readonly conflicts: readonly (readonly [rule: string, answers: string, kept: string])[];
  readonly diagnostics: readonly DiagnosticView[];
}

/** Several files are merged, one checklist is split by its STIGs, and of one benchmark an empty checklist is made. */
export const combine = async (task: CombineTask): Promise<CombineView> => {
  const [only, ...others] = task.files;
  if (only === undefined) return refused([]);
  if (others.length > 0) return merged(task);
  const input = await readPageFile(only);
  if (!input.ok) return refused(input.diagnostics);
  const { bytes } = input.value;
  return kindOf(bytes) === 'benchmark' ? created(bytes, only.path, task) : split(bytes, only.path, task);
};

const refused = (diagnostics: readonly Diagnostic[], conflicts: CombineView['conflicts'] = []): CombineView => ({
  outputs: [],
  summary: 'No result.',
  conflicts,
  diagnostics: diagnosticViews(diagnostics),
});

const timeOf = ({ now }: CombineTask) => ({ value: now, given: false });

const merged = async (task: CombineTask): Promise<CombineView> => {
  const files = [];
  for (const file of task.files) {
    const input: Reading<{ readonly bytes: Uint8Array }> = await readPageFile(file);
    const bytes = input.ok ? input.value.bytes : undefined;
    files.push({ path: file.path, bytes, read: input.ok ? readChecklist(input.value.bytes, file.path) : input });
  }
  const stem = `${baseName(task.files[0]?.path ?? '').replace(/\.[A-Za-z]+$/, '')}-merged`;
  const outcome = await mergeFiles({
    files,
    prefer: task.prefer,
    to: task.to,
    asset: { host: task.host },
    title: stem,
    tool,
    cklbStrict: false,
    time: timeOf(task),
  });
  const { report } = outcome;
  const nameOf = (file: number): string => baseName(report?.files[file] ?? '');
  const conflicts = (report?.conflicts ?? []).map(({ rule, answers, kept }) => {
    const said = answers.map(({ file, status }) => `${nameOf(file)}: ${status}`).join('; ');
    return [rule.groupId || rule.ruleId, said, kept === undefined ? 'none' : nameOf(kept.file)] as const;
  });
  if (!outcome.ok || report === undefined) return refused(outcome.diagnostics, conflicts);
  const { format, text } = outcome.value.file;
  const ending = { ckl: '.ckl', cklb: '.cklb', xccdf: '.xml' }[format as FormatName];
  return {
    outputs: [
      outputView(format, `${stem}${ending}`, text),
      outputView('txt', `${stem}-report.txt`, renderMergeReport(report)),
    ],
    summary: renderMergeSummary(report),
    conflicts,
    diagnostics: diagnosticViews(outcome.diagnostics),
  };
};

const split = async (bytes: Uint8Array, path: string, task: CombineTask): Promise<CombineView> => {
  const made = await splitFile({
    file: readChecklist(bytes, path),
    to: task.to,
    asset: { host: task.host },
    tool,
    cklbStrict: false,
    time: timeOf(task),
  });
  if (!made.ok) return refused(made.diagnostics);
  return {
    outputs: made.value.map(({ file }) => outputView(file.format, file.fileName, file.text)),
    summary: `One file, ${made.value.length === 1 ? 'one STIG' : `${made.value.length} STIGs`}: a file for each.`,
    conflicts: [],
    diagnostics: diagnosticViews(made.diagnostics),
  };
};

const created = async (bytes: Uint8Array, path: string, task: CombineTask): Promise<CombineView> => {
  const made = await createFile({
    benchmark: await readBenchmark(bytes, path),
    asset: { host: task.host },
    to: task.to ?? 'ckl',
    tool,
    cklbStrict: false,
    time: task.now,
  });
  if (!made.ok) return refused(made.diagnostics);
  const { file, checklist } = made.value;
  return {
    outputs: [outputView(file.format, file.fileName, file.text)],
    summary: `An empty checklist: ${countsText(countStatuses(checklist))}`,
    conflicts: [],
    diagnostics: diagnosticViews(made.diagnostics),
  };
};
