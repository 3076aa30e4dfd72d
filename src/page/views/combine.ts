import { type Preference, preferences } from '../../checklist/merge/preferences.js';
import { formatNames, outputTitles } from '../../model/format-names.js';
import { announce, el, fill, table } from '../dom.js';
import type { PageFile } from '../page-file.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { downloadList } from '../parts/downloads.js';
import { chosenFile, fileInput } from '../parts/file-input.js';
import { selectField, textField } from '../parts/form.js';
import { taskArea } from '../parts/task-view.js';
import { now } from '../parts/time.js';
import type { Runner } from '../runner.js';
import type { CombineView } from '../tasks/combine.js';

const answers: Readonly<Record<Preference, string>> = {
  refuse: 'None: show what differs first',
  worst: 'The worst',
  first: 'That of the first file',
  newest: 'The newest, by the times in the files',
};

/** Controls: `#combine-files`, `#combine-prefer`, `#combine-to`, `#combine-host`, `#combine-downloads`, `#combine-conflicts`. */
export const combineView = (runner: Runner): HTMLElement => {
  let files: readonly PageFile[] = [];
  const area = taskArea('combine', runner);
  const again = (): void => void area.run(work());
  const shown = el('ol', { id: 'combine-chosen' });
  const choose = (chosen: readonly PageFile[]): void => {
    files = chosen;
    fill(
      shown,
      ...files.map((file, i) =>
        el(
          'li',
          chosenFile(file.path, () => choose(files.filter((_, n) => n !== i))),
        ),
      ),
    );
    again();
  };
  const place = fileInput({
    id: 'combine-files',
    label: 'Checklists and results of one host',
    hint: 'The first is the one that the others are merged into. One file alone is split by its STIGs; of a benchmark an empty checklist is made.',
    multiple: true,
    onFiles: (dropped) => choose([...files, ...dropped]),
  });
  const prefer = selectField({
    id: 'combine-prefer',
    label: 'Answer to keep where files differ',
    onChange: again,
    options: preferences.map((name) => [name, answers[name]]),
  });
  const to = selectField({
    id: 'combine-to',
    label: 'Format',
    onChange: again,
    options: [['', 'That of the first file'], ...formatNames.map((name) => [name, outputTitles[name]] as const)],
  });
  const host = textField({
    id: 'combine-host',
    label: 'Host name',
    hint: 'Default: the name in the files; needed for an empty checklist',
    onChange: again,
  });
  const work = () => {
    if (files.length === 0) return undefined;
    const task = {
      files,
      prefer: preferences.find((name) => name === prefer.value()) ?? 'refuse',
      to: formatNames.find((name) => name === to.value()),
      host: host.value() || undefined,
      now: now(),
    };
    return async () => show(await runner.run('combine', task));
  };
  return el('div', place, shown, prefer.element, to.element, host.element, area.element);
};

const show = ({ outputs, summary, conflicts, diagnostics }: CombineView): HTMLElement => {
  announce(summary, outputs.length === 0);
  return el(
    'div',
    ...summary
      .trim()
      .split('\n')
      .map((line) => el('p', line)),
    downloadList(outputs, 'combine-downloads'),
    conflicts.length > 0 &&
      table('Answered differently', ['Rule', 'Answers', 'Kept'], conflicts, { id: 'combine-conflicts' }),
    diagnosticList(diagnostics, 'Messages', 'combine-diagnostics'),
  );
};
