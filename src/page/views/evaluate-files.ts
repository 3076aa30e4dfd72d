import { button, type Child, el, longTable } from '../dom.js';
import { type DroppedFile, type FileUse, filesUsedAs } from '../dropped-files.js';
import { sizeText } from '../parts/downloads.js';
import type { Grouping } from '../plan-hosts.js';

export interface FileActions {
  readonly use: (path: string, use: FileUse) => void;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
  readonly group: (grouping: Grouping) => void;
}

const uses: readonly (readonly [FileUse, string])[] = [
  ['export', 'Export of connectors'],
  ['benchmark', 'DISA benchmark'],
  ['checklist', 'Checklist to fill in'],
  ['unused', 'Not used'],
];

const groupings: readonly (readonly [Grouping, string])[] = [
  ['one', 'All exports are of one host'],
  ['folders', 'Each folder is a host, named by the folder'],
  ['files', 'Each file is a host, named by PSComputerName'],
];

/** The files that are there, each with what it is taken as (`#files`, `select[data-path]`), and how they make hosts (`#grouping`). */
export const fileTable = (files: readonly DroppedFile[], grouping: Grouping, actions: FileActions): Child =>
  files.length > 0 &&
  el(
    'section',
    { 'aria-labelledby': 'files-title' },
    el('h3', { id: 'files-title' }, `${files.length} ${files.length === 1 ? 'file' : 'files'}`),
    longTable(
      'How each file is taken',
      ['File', 'Size', 'Taken as', 'Remove'],
      files,
      (file) => [
        file.path,
        sizeText(file.blob.size),
        useSelect(file, actions),
        button('Remove', () => actions.remove(file.path), { class: 'small', 'aria-label': `Remove ${file.path}` }),
      ],
      { id: 'files' },
    ),
    unusedNote(files),
    el(
      'div',
      { class: 'row' },
      filesUsedAs(files, 'export').length > 1 && groupingSelect(grouping, actions),
      button('Remove all files', actions.clear, { id: 'clear-files', class: 'small' }),
    ),
  );

const useSelect = ({ path, use }: DroppedFile, actions: FileActions): HTMLElement => {
  const select = el(
    'select',
    { 'aria-label': `${path} is taken as`, 'data-path': path },
    ...uses.map(([value, text]) => el('option', { value, selected: value === use }, text)),
  );
  select.addEventListener('change', () =>
    actions.use(path, uses.find(([value]) => value === select.value)?.[0] ?? use),
  );
  return select;
};

const groupingSelect = (grouping: Grouping, actions: FileActions): HTMLElement => {
  const select = el(
    'select',
    { id: 'grouping' },
    ...groupings.map(([value, text]) => el('option', { value, selected: value === grouping }, text)),
  );
  select.addEventListener('change', () =>
    actions.group(groupings.find(([value]) => value === select.value)?.[0] ?? grouping),
  );
  return el('div', { class: 'field' }, el('label', { for: 'grouping' }, 'Hosts'), select);
};

/** Benchmarks and checklists that wait for a choice are no evidence, but must not go unnoticed. */
const unusedNote = (files: readonly DroppedFile[]): Child => {
  const unused = filesUsedAs(files, 'unused').length;
  return (
    unused > 0 &&
    el(
      'p',
      { class: 'diagnostic info', id: 'unused-note' },
      `${unused} ${unused === 1 ? 'file is' : 'files are'} not used: checklists, results or benchmarks of which it is not clear which one is meant. To use one, choose it in the table.`,
    )
  );
};
