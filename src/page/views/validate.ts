import type { ImporterName } from '../../model/diagnostic.js';
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
    {},
    el(
      'p',
      {},
      'What is wrong with checklists and results by whatever program, and what each importer would do with them.',
    ),
    fileInput({
      id: 'validate-files',
      label: 'CKL, CKLB or XCCDF results',
      hint: 'One or several',
      multiple: true,
      onFiles,
    }),
    area.element,
  );
};

const importers: readonly (readonly [ImporterName, string])[] = [
  ['stig-manager', 'STIG Manager'],
  ['mitre', 'MITRE’s converters: SAF CLI, Heimdall'],
  ['openscap', 'OpenSCAP'],
  ['stig-viewer', 'STIG Viewer'],
];

const show = (files: readonly ValidateView[]): HTMLElement => {
  announce(files.map((file) => `${file.path}: ${verdictOf(file)}`).join('; '));
  return el('div', {}, ...files.map(fileSection));
};

const fileSection = (file: ValidateView, index: number): HTMLElement => {
  const { path, format, diagnostics } = file;
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
    ...(format === undefined ? [] : importers.map((importer) => importerPart(importer, diagnostics, id))),
  );
};

const importerPart = (
  [name, title]: (typeof importers)[number],
  diagnostics: readonly DiagnosticView[],
  id: string,
): HTMLElement => {
  const own = diagnostics.filter(({ importer }) => importer === name);
  return el(
    'div',
    { 'data-importer': name },
    own.length === 0
      ? el('p', {}, el('strong', {}, title), ': nothing to object to')
      : diagnosticList(own, title, `${id}-${name}`) || undefined,
  );
};

const verdictOf = ({ format, diagnostics }: ValidateView): string => {
  if (format === undefined) return 'could not be read';
  const count = (severity: DiagnosticView['severity']) => diagnostics.filter((d) => d.severity === severity).length;
  const found = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
  ] as const;
  const words = found.flatMap(([n, one, many]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`])).join(', ');
  return `${format.toUpperCase()}, ${words || 'nothing to object to'}`;
};
