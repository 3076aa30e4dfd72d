import { outputTitles, type TargetName, targetNames } from '../../model/format-names.js';
import { toTimestamp } from '../../text/timestamp.js';
import { announce, el, fill } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { downloadList } from '../parts/downloads.js';
import { checkBox, selectField, textField } from '../parts/form.js';
import { fileSlot, taskArea } from '../parts/task-view.js';
import { now } from '../parts/time.js';
import type { Runner } from '../runner.js';
import type { ConvertView } from '../tasks/checklists.js';

/**
 * Controls: `#convert-file`, `#convert-to`, `#convert-benchmark`, `#convert-stig` (where there is a choice), `#convert-host`,
 * `#convert-time`, `#convert-strict`, `#convert-result`, `#convert-downloads`.
 */
export const convertView = (runner: Runner): HTMLElement => {
  const area = taskArea('convert', runner);
  let stig: string | undefined;
  /** Chosen for the file that is there; another file comes in another format. */
  let chosenFormat: TargetName | undefined;
  const again = (): void => void area.run(work());
  const changed = (): void => {
    stig = undefined;
    again();
  };
  const file = fileSlot(
    {
      id: 'convert-file',
      label: 'A CKL, CKLB, XCCDF result or ARF',
      hint: 'From any tool. The format is detected from the content.',
    },
    () => {
      chosenFormat = undefined;
      changed();
    },
  );
  const benchmark = fileSlot(
    {
      id: 'convert-benchmark',
      label: 'DISA’s benchmark, if rule texts are missing',
      hint: 'XCCDF results often lack the texts of the rules; the benchmark has them.',
    },
    again,
  );
  const to = selectField({
    id: 'convert-to',
    label: 'Convert to',
    onChange: () => {
      chosenFormat = targetNames.find((name) => name === to.value());
      changed();
    },
    options: targetNames.map((name) => [name, outputTitles[name]]),
  });
  const time = textField({
    id: 'convert-time',
    label: 'Time of the assessment',
    hint: 'ISO 8601 with a zone. Default: the time in the file',
    onChange: again,
  });
  const host = textField({
    id: 'convert-host',
    label: 'Host name',
    hint: 'Default: the name in the file',
    onChange: again,
  });
  const strict = checkBox('convert-strict', 'Strict DISA CKLB schema', again);

  const work = () => {
    const chosen = file.file();
    const given = time.value() === '' ? undefined : toTimestamp(time.value());
    const isWrong = time.value() !== '' && given === undefined;
    time.setError(isWrong ? `"${time.value()}" is not a time such as 2026-01-31T12:00:00Z` : '');
    if (chosen === undefined || isWrong) return undefined;
    const task = {
      file: chosen,
      to: chosenFormat,
      benchmark: benchmark.file(),
      stig,
      cklbStrict: strict.isChecked(),
      host: host.value() || undefined,
      time: { value: given ?? now(), given: given !== undefined },
    };
    return async () => show(await runner.run('convert', task));
  };
  const show = ({ to: format, output, summary, stigs, diagnostics }: ConvertView): HTMLElement => {
    to.setValue(format);
    announce(output === undefined ? summary : `Converted: ${summary}`, output === undefined);
    return el(
      'div',
      el('p', summary),
      stigs.length > 0 && stigChoice(stigs),
      downloadList(output === undefined ? [] : [output], 'convert-downloads'),
      diagnosticList(diagnostics, 'Messages', 'convert-diagnostics'),
    );
  };
  const stigChoice = (stigs: readonly string[]): HTMLElement => {
    const choice = selectField({
      id: 'convert-stig',
      label: 'STIG',
      onChange: () => {
        stig = choice.value() || undefined;
        again();
      },
      options: [['', 'Choose one'], ...stigs.map((id) => [id, id] as const)],
    });
    choice.setValue(stig ?? '');
    return choice.element;
  };

  const view = el('div');
  fill(
    view,
    el('p', 'The number of rules with each status is preserved; anything the other format cannot hold is listed.'),
    file.element,
    to.element,
    benchmark.element,
    host.element,
    time.element,
    strict.element,
    area.element,
  );
  return view;
};
