import type { FieldChange, FieldValue } from '../../checklist/compare.js';
import type { ChecklistDiff, StigDiff } from '../../checklist/diff.js';
import type { DiffRow } from '../../comparison/rows.js';
import { announce, type Child, el, table } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { fileSlot, taskArea } from '../parts/task-view.js';
import type { Runner } from '../runner.js';
import type { CompareView } from '../tasks/checklists.js';

/** Controls: `#compare-old`, `#compare-new`, `#compare-result`, `#differences`. */
export const compareView = (runner: Runner): HTMLElement => {
  const area = taskArea('compare', runner);
  const again = (): void => void area.run(work());
  const slot = (id: string, label: string) =>
    fileSlot(
      { id, label, hint: 'A CKL, CKLB, XCCDF result or ARF, or an export; the two may differ in format.' },
      again,
    );
  const [old, now] = [slot('compare-old', 'The old file'), slot('compare-new', 'The new file')];
  const work = () => {
    const [before, after] = [old.file(), now.file()];
    if (before === undefined || after === undefined) return undefined;
    return async () => show(await runner.run('compare', { old: before, now: after }));
  };
  return el('div', old.element, now.element, area.element);
};

const show = ({ isSame, diff, rows: ofExports, diagnostics }: CompareView): HTMLElement => {
  const differing = ofExports?.filter(({ answer }) => answer === 'different').map(exportCells);
  const untold = ofExports?.filter(({ answer }) => answer !== 'different') ?? [];
  const rows = diff === undefined ? (differing ?? []) : rowsOf(diff);
  const isCompared = diff !== undefined || ofExports !== undefined;
  const words = !isCompared ? 'They cannot be compared.' : isSame ? 'No difference.' : countText(rows.length);
  announce(words, !isCompared);
  return el(
    'div',
    el('p', words),
    rows.length > 0 && table('What differs', ['Where', 'What', 'Old', 'New'], rows, { id: 'differences' }),
    untold.length > 0 &&
      table(
        'What cannot be compared',
        ['Where', 'What', 'Old', 'New', 'Why'],
        untold.map((row) => [...exportCells(row), row.why]),
        { id: 'not-compared' },
      ),
    diagnosticList(diagnostics, 'Messages', 'compare-diagnostics'),
  );
};

const countText = (count: number): string => `${count} ${count === 1 ? 'difference' : 'differences'}.`;

const rowsOf = (diff: ChecklistDiff): readonly (readonly Child[])[] => [
  ...diff.asset.map((change) => ['asset', ...changeCells(change)]),
  ...diff.stigs.flatMap(stigRows),
];

const stigRows = (stig: StigDiff): readonly (readonly Child[])[] => {
  const isWithin = stig.change === 'changed';
  return [
    ...(isWithin
      ? stig.fields.map((change) => [stig.id, ...changeCells(change)])
      : [[stig.id, `STIG ${stig.change}`, stig.release.old ?? '', stig.release.new ?? '']]),
    ...stig.rules.flatMap((rule) => {
      const name = rule.groupId || rule.ruleId || rule.stigId;
      if (rule.change === 'changed') return rule.fields.map((change) => [name, ...changeCells(change)]);
      const status = rule.review?.status ?? '';
      const what = isWithin ? `rule ${rule.change}` : `rule of a STIG ${rule.change}`;
      return [[name, what, ...(rule.change === 'removed' ? [status, ''] : ['', status])]];
    }),
  ];
};

const exportCells = (row: DiffRow): readonly Child[] => [row.connector, row.what, whole(row.old), whole(row.new)];

const changeCells = (change: FieldChange): readonly Child[] => [
  change.field,
  whole(textOf(change.old)),
  whole(textOf(change.new)),
];

const textOf = (value: FieldValue): string => (typeof value === 'object' ? value.join(', ') : String(value));

const whole = (text: string): Child => (text === '' ? '(empty)' : el('div', { class: 'whole' }, text));
