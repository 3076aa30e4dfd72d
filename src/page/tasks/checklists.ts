import { readBenchmark } from '../../benchmark/from-file.js';
import { convertFile, stigIndexOf } from '../../checklist/convert-file.js';
import { countStatuses, countsText } from '../../checklist/count-statuses.js';
import { type ChecklistDiff, isEmptyDiff } from '../../checklist/diff.js';
import { diffFiles } from '../../checklist/diff-files.js';
import { updateFile } from '../../checklist/update-file.js';
import { carriedNotes, renderUpdateReport, updateCounts } from '../../checklist/update-text.js';
import { diffExports } from '../../comparison/diff-exports.js';
import { comparedKind } from '../../comparison/kind-of-file.js';
import { type DiffRow, rowsOfDiff } from '../../comparison/rows.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { TargetName } from '../../model/format-names.js';
import type { ImporterName } from '../../model/place.js';
import { unreadFile, type ValidatedFormat, validateFile } from '../../validate/validate-file.js';
import { tool } from '../../version.js';
import { baseName, type PageFile, readPageFile } from '../page-file.js';
import { type DiagnosticView, diagnosticViews, type OutputView, outputView } from './views.js';

/** Reads a file and hands its bytes on; what could not be read is refused with the reason. */
const readAs = async <T>(
  file: PageFile,
  read: (bytes: Uint8Array, path: string) => Reading<T> | Promise<Reading<T>>,
): Promise<Reading<T>> => {
  const input = await readPageFile(file);
  return input.ok ? read(input.value.bytes, file.path) : input;
};

export interface ConvertTask {
  readonly file: PageFile;
  /** Undefined for a checklist in another format than the file's. */
  readonly to?: TargetName | undefined;
  readonly benchmark?: PageFile | undefined;
  readonly stig?: string | undefined;
  readonly cklbStrict: boolean;
  readonly time: { readonly value: string; readonly given: boolean };
  /** The host's name where it is not that of the file. */
  readonly host?: string | undefined;
}

export interface ConvertView {
  readonly to: TargetName;
  readonly output?: OutputView | undefined;
  readonly summary: string;
  /** The STIGs to choose one from, where the format holds one and it is not said which. */
  readonly stigs: readonly string[];
  readonly diagnostics: readonly DiagnosticView[];
}

export const convert = async ({ cklbStrict, time, ...task }: ConvertTask): Promise<ConvertView> => {
  const file = await readAs(task.file, readChecklist);
  const to = task.to ?? (file.ok && file.value.format === 'ckl' ? 'cklb' : 'ckl');
  const benchmark = task.benchmark === undefined ? undefined : await readAs(task.benchmark, readBenchmark);
  const ids = file.ok ? file.value.checklist.stigs.map((stig) => stig.benchmark.id) : [];
  const stigIndex = to === 'xccdf' && file.ok ? stigIndexOf(file.value.checklist, task.stig) : undefined;
  if (to === 'xccdf' && file.ok && stigIndex === undefined)
    return { to, summary: 'An XCCDF result holds one STIG: choose which.', stigs: ids, diagnostics: [] };
  const converted = await convertFile({
    file,
    benchmark,
    to,
    stigIndex,
    tool,
    cklbStrict,
    time,
    asset: { host: task.host },
  });
  const diagnostics = diagnosticViews(converted.diagnostics);
  if (!converted.ok) return { to, summary: 'No result: the file cannot be converted.', stigs: [], diagnostics };
  const { format, fileName, text } = converted.value.file;
  return {
    to,
    output: outputView(format, fileName, text),
    summary: countsText(countStatuses(converted.value.checklist)),
    stigs: to === 'xccdf' && ids.length > 1 ? ids : [],
    diagnostics,
  };
};

export interface UpdateTask {
  readonly file: PageFile;
  readonly benchmark: PageFile;
  readonly resetChanged: boolean;
  /** ISO 8601 in UTC with `Z`: for results without a time. */
  readonly now: string;
  /** The host's name where it is not that of the file. */
  readonly host?: string | undefined;
}

export interface UpdateView {
  readonly outputs: readonly OutputView[];
  readonly summary: string;
  /** Rule, status and what became of it; rules of which only the rule id changed are not listed. */
  readonly rules: readonly (readonly [rule: string, status: string, what: string])[];
  readonly diagnostics: readonly DiagnosticView[];
}

export const update = async (task: UpdateTask): Promise<UpdateView> => {
  const { path } = task.file;
  const input = await readPageFile(task.file);
  const benchmark = await readAs(task.benchmark, readBenchmark);
  const refuse = (diagnostics: readonly DiagnosticView[]): UpdateView => ({
    outputs: [],
    summary: 'No result: the checklist cannot be updated.',
    rules: [],
    diagnostics,
  });
  if (!input.ok) return refuse(diagnosticViews([...input.diagnostics, ...benchmark.diagnostics]));
  const name = updatedName(baseName(path));
  const updated = await updateFile({
    bytes: input.value.bytes,
    path,
    benchmark,
    out: `${name.stem}${name.ending}`,
    title: name.stem,
    resetChanged: task.resetChanged,
    cklbStrict: false,
    tool,
    now: task.now,
    asset: { host: task.host },
  });
  const diagnostics = diagnosticViews(updated.diagnostics);
  if (!updated.ok) return refuse(diagnostics);
  const { file, report } = updated.value;
  const { carried, marked, added, removed } = updateCounts(report);
  return {
    outputs: [
      outputView(file.format, `${name.stem}${name.ending}`, file.text),
      outputView('txt', `${name.stem}-report.txt`, renderUpdateReport(report)),
    ],
    summary: `${report.stig}: ${report.release.old} to ${report.release.new}. ${carried} rules carried (${marked} marked for review), ${added} added, ${removed} removed`,
    rules: [
      ...report.removed.map(({ review, candidates }) => {
        const what = candidates.length === 0 ? 'removed' : `not carried: may be ${candidates.join(', ')}`;
        return [review.rule.groupId || review.rule.ruleId, review.status, what] as const;
      }),
      ...report.carried.flatMap((rule) => {
        const what = carriedNotes(rule);
        return what === '' ? [] : [[rule.rule.groupId, rule.status.new, what] as const];
      }),
      ...report.added.map((rule) => [rule.groupId, 'not_reviewed', 'added'] as const),
    ],
    diagnostics,
  };
};

/** The new file stands beside the old one. */
const updatedName = (name: string): { readonly stem: string; readonly ending: string } => {
  const [, stem = name, ending = ''] = /^(.+?)(\.[A-Za-z]+)?$/s.exec(name) ?? [];
  return { stem: `${stem}-updated`, ending };
};

export interface CompareView {
  readonly isSame: boolean;
  readonly diff?: ChecklistDiff | undefined;
  /** Of two exports: what differs, and what cannot be told. */
  readonly rows?: readonly DiffRow[] | undefined;
  readonly diagnostics: readonly DiagnosticView[];
}

export const compare = async (task: { readonly old: PageFile; readonly now: PageFile }): Promise<CompareView> => {
  const files = [await readPageFile(task.old), await readPageFile(task.now)] as const;
  if (files.every((file) => file.ok && comparedKind(file.value.bytes, file.value.path) === 'export')) {
    const exports = await diffExports([files[0]], [files[1]]);
    const rows = exports.ok ? rowsOfDiff(exports.value) : undefined;
    return { isSame: rows?.length === 0, rows, diagnostics: diagnosticViews(exports.diagnostics) };
  }
  const found = diffFiles(await readAs(task.old, readChecklist), await readAs(task.now, readChecklist));
  const diagnostics = diagnosticViews(found.diagnostics);
  return found.ok
    ? { isSame: isEmptyDiff(found.value), diff: found.value, diagnostics }
    : { isSame: false, diagnostics };
};

export interface ValidateView {
  readonly path: string;
  /** Undefined where the file could not be read. */
  readonly format?: ValidatedFormat | undefined;
  readonly notReadBy: readonly ImporterName[];
  readonly diagnostics: readonly DiagnosticView[];
}

export const validate = async (task: { readonly files: readonly PageFile[] }): Promise<readonly ValidateView[]> => {
  const views: ValidateView[] = [];
  for (const file of task.files) {
    const input = await readPageFile(file);
    const { path, format, notReadBy, diagnostics } = input.ok
      ? validateFile(input.value.bytes, file.path)
      : unreadFile(file.path, input.diagnostics);
    views.push({ path, format, notReadBy, diagnostics: diagnosticViews(diagnostics) });
  }
  return views;
};
