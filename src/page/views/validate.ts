import { importerTitles } from '../../diagnostics/importer-titles.js';
import { type ImporterName, importerNames } from '../../model/place.js';
import { announce, el } from '../dom.js';
import type { PageFile } from '../page-file.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { fileInput } from '../parts/file-input.js';
import { taskArea } from '../parts/task-view.js';
import type { Runner } from '../runner.js';
import type { ValidateView } from '../tasks/checklists.js';
import type { DiagnosticView } from '../tasks/views.js';

/** Controls: `#validate-files`, `#validate-result`; a file's section is `[data-file]`. */
export const validateView = (runner: Runner): HTMLElement => {
  const area = taskArea('validate', runner);
  const onFiles = (files: readonly PageFile[]): void =>
    void area.run(async () => show(await runner.run('validate', { files })));
  return el(
    'div',
    el('p', 'Finds errors in checklists and results from any tool, and shows what each importer would do with them.'),
    fileInput({
      id: 'validate-files',
      label: 'Drop checklists and results here',
      hint: 'CKL, CKLB, XCCDF results or ARF, one or several',
      multiple: true,
      onFiles,
    }),
    area.element,
  );
};

const show = (files: readonly ValidateView[]): HTMLElement => {
  announce(files.map((file) => `${file.path}: ${verdictOf(file)}`).join('; '));
  return el('div', ...files.map(fileSection));
};

const fileSection = (file: ValidateView, index: number): HTMLElement => {
  const { path, format, notReadBy, diagnostics } = file;
  const id = `validate-${index + 1}`;
  return el(
    'article',
    { 'data-file': path, 'aria-labelledby': id },
    el('h4', { id }, `${path}: ${verdictOf(file)}`),
    diagnosticList(
      diagnostics.filter(({ importer }) => importer === undefined),
      'The file itself',
      `${id}-file`,
    ),
    ...(format === undefined
      ? []
      : importerNames.map((name) =>
          notReadBy.includes(name)
            ? plainPart(name, `does not read ${format.toUpperCase()}`)
            : importerPart(name, diagnostics, id),
        )),
  );
};

const importerPart = (name: ImporterName, diagnostics: readonly DiagnosticView[], id: string): HTMLElement => {
  const own = diagnostics.filter(({ importer }) => importer === name);
  if (own.length === 0) return plainPart(name, 'no problems found');
  return el('div', { 'data-importer': name }, diagnosticList(own, importerTitles[name], `${id}-${name}`));
};

const plainPart = (name: ImporterName, words: string): HTMLElement =>
  el('div', { 'data-importer': name }, el('p', el('strong', importerTitles[name]), `: ${words}`));

const verdictOf = ({ format, diagnostics }: ValidateView): string => {
  if (format === undefined) return 'could not be read';
  const count = (severity: DiagnosticView['severity']) => diagnostics.filter((d) => d.severity === severity).length;
  const found = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
  ] as const;
  const words = found.flatMap(([n, one, many]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`])).join(', ');
  return `${format.toUpperCase()}, ${words || 'no problems found'}`;
};
