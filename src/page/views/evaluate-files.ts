import { button, type Child, el, longTable } from '../dom.js';
import { type DroppedFile, type FileUse, filesUsedAs } from '../dropped-files.js';
import { sizeText } from '../parts/downloads.js';
import { type Grouping, groupingsFor } from '../plan-hosts.js';

export interface FileActions {
  readonly use: (path: string, use: FileUse) => void;
  readonly remove: (path: string) => void;
  readonly clear: () => void;
  readonly group: (grouping: Grouping) => void;
  /** The template's field or the column's, where it is needed. */
  readonly groupingField: (grouping: Grouping) => Child;
}

const uses: readonly (readonly [FileUse, string])[] = [
  ['export', 'Export of connectors'],
  ['benchmark', 'DISA benchmark'],
  ['checklist', 'Checklist to fill in'],
  ['site', 'Site file'],
  ['unused', 'Not used'],
];

const groupings: Readonly<Record<Grouping, string>> = {
  one: 'All exports are from one host',
  folders: 'Each folder is a host, named by the folder',
  template: 'Each file is from the host named in its path',
  files: 'Each file is a host, named by PSComputerName',
  column: 'The export holds many hosts, named by a column',
};

/** The files that are there, each with what it is taken as (`#files`, `select[data-path]`), and how they make hosts (`#grouping`). */
export const fileTable = (files: readonly DroppedFile[], grouping: Grouping, actions: FileActions): Child => {
  const exports = filesUsedAs(files, 'export');
  return (
    files.length > 0 &&
    el(
      'section',
      { 'aria-labelledby': 'files-title' },
      el('h3', { id: 'files-title' }, `${files.length} ${files.length === 1 ? 'file' : 'files'}`),
      longTable(
        'Files',
        ['File', 'Use as'],
        files,
        (file) => [
          el(
            'div',
            {},
            el('span', { class: 'path' }, file.path),
            el('span', { class: 'detail' }, sizeText(file.blob.size)),
          ),
          // Two in one cell: the table has half of the window at most.
          el(
            'div',
            { class: 'row tight' },
            useSelect(file, actions),
            button('Remove', () => actions.remove(file.path), { class: 'small', 'aria-label': `Remove ${file.path}` }),
          ),
        ],
        { id: 'files' },
      ),
      unusedNote(files),
      el(
        'div',
        { class: 'row' },
        exports.length > 0 && groupingSelect(grouping, groupingsFor(exports), actions),
        actions.groupingField(grouping),
        button('Remove all files', actions.clear, { id: 'clear-files', class: 'small' }),
      ),
    )
  );
};

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

const groupingSelect = (grouping: Grouping, choices: readonly Grouping[], actions: FileActions): HTMLElement => {
  const select = el(
    'select',
    { id: 'grouping' },
    ...choices.map((value) => el('option', { value, selected: value === grouping }, groupings[value])),
  );
  select.addEventListener('change', () => actions.group(choices.find((value) => value === select.value) ?? grouping));
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
      `${unused} ${unused === 1 ? 'file is' : 'files are'} not used: reports, checklists, results, benchmarks or site files of which it is not clear which one is meant. To use one, choose it in the table.`,
    )
  );
};
