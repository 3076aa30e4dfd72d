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
  one: 'One host: all exports are from the same server',
  folders: 'Several hosts, each with a folder named for it',
  template: 'Several hosts, named in the names of the files',
  files: 'Several hosts, named in the exports (PSComputerName)',
  column: 'Several hosts, named in a column of this export',
};

/** The files that are there, each with its use (`#files`, `select[data-path]`), and how they make hosts (`#grouping`). */
export const fileTable = (files: readonly DroppedFile[], grouping: Grouping, actions: FileActions): Child => {
  const exports = filesUsedAs(files, 'export');
  if (files.length === 0) return undefined;
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  const table = longTable(
    count,
    ['File', 'Use as', 'Remove'],
    files,
    (file) => [
      el('span', { class: 'path' }, file.path),
      el('div', useSelect(file, actions), el('span', { class: 'detail' }, sizeText(file.blob.size))),
      button('Remove', () => actions.remove(file.path), { class: 'small', 'aria-label': `Remove ${file.path}` }),
    ],
    { id: 'files' },
  );
  return el(
    'div',
    exports.length > 1 && groupingChoice('One host or several?', grouping, exports, actions),
    // A long list would push the verdict out of sight.
    files.length > shownFiles ? el('details', el('summary', count), table) : table,
    unusedNote(files),
    files.length > 1 && button('Remove all files', actions.clear, { id: 'clear-files', class: 'small' }),
    exports.length === 1 &&
      el(
        'details',
        { open: grouping === 'column' },
        el('summary', 'Does this export hold several hosts?'),
        groupingChoice('Hosts in this export', grouping, exports, actions),
      ),
  );
};

const shownFiles = 5;

const useSelect = ({ path, use }: DroppedFile, actions: FileActions): HTMLElement => {
  const select = el(
    'select',
    { 'aria-label': `Use ${path} as`, 'data-path': path },
    ...uses.map(([value, text]) => el('option', { value, selected: value === use }, text)),
  );
  select.addEventListener('change', () =>
    actions.use(path, uses.find(([value]) => value === select.value)?.[0] ?? use),
  );
  return select;
};

/** `#grouping` with `#grouping-<grouping>`. */
const groupingChoice = (
  title: string,
  grouping: Grouping,
  exports: readonly DroppedFile[],
  actions: FileActions,
): HTMLElement =>
  el(
    'fieldset',
    { id: 'grouping', class: 'choice' },
    el('legend', title),
    ...groupingsFor(exports).map((value) =>
      el(
        'div',
        { class: 'check' },
        el('input', {
          type: 'radio',
          name: 'grouping',
          id: `grouping-${value}`,
          checked: value === grouping,
          onchange: () => actions.group(value),
        }),
        el('label', { for: `grouping-${value}` }, groupings[value]),
      ),
    ),
    actions.groupingField(grouping),
  );

/** Benchmarks and checklists that wait for a choice are no evidence, but must not go unnoticed. */
const unusedNote = (files: readonly DroppedFile[]): Child => {
  const unused = filesUsedAs(files, 'unused').length;
  return (
    unused > 0 &&
    el(
      'p',
      { class: 'diagnostic info', id: 'unused-note' },
      `${unused} ${unused === 1 ? 'file is' : 'files are'} not used: a report or result is no evidence, and of several benchmarks, checklists or site files you decide which one counts. To use one, choose its use in the list.`,
    )
  );
};
