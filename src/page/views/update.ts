import { announce, el, table } from '../dom.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { downloadList } from '../parts/downloads.js';
import { checkBox, textField } from '../parts/form.js';
import { fileSlot, taskArea } from '../parts/task-view.js';
import { now } from '../parts/time.js';
import type { Runner } from '../runner.js';
import type { UpdateView } from '../tasks/checklists.js';

/** Controls: `#update-file`, `#update-benchmark`, `#update-reset`, `#update-host`, `#update-result`, `#update-downloads`, `#update-rules`. */
export const updateView = (runner: Runner): HTMLElement => {
  const area = taskArea('update', runner);
  const again = (): void => void area.run(work());
  const file = fileSlot(
    {
      id: 'update-file',
      label: 'The checklist to update',
      hint: 'A CKL, CKLB, XCCDF result or ARF (updated as an XCCDF result)',
    },
    again,
  );
  const benchmark = fileSlot(
    {
      id: 'update-benchmark',
      label: 'The new release',
      hint: 'DISA’s zip, the manual XCCDF in it, or a SCAP data stream',
    },
    again,
  );
  const reset = checkBox(
    'update-reset',
    'Reset results whose check text changed to Not Reviewed (Open stays Open)',
    again,
  );
  const host = textField({
    id: 'update-host',
    label: 'Host name',
    hint: 'Default: the name in the file',
    onChange: again,
  });
  const work = () => {
    const [old, to] = [file.file(), benchmark.file()];
    if (old === undefined || to === undefined) return undefined;
    const task = {
      file: old,
      benchmark: to,
      resetChanged: reset.isChecked(),
      now: now(),
      host: host.value() || undefined,
    };
    return async () => show(await runner.run('update', task));
  };
  return el(
    'div',
    el(
      'p',
      'Carries statuses, finding details, comments and overrides to another release of the STIG, in a new file of the same format. Keep the report: it has the results of rules that the new release no longer has.',
    ),
    file.element,
    benchmark.element,
    reset.element,
    host.element,
    area.element,
  );
};

const show = ({ outputs, summary, rules, diagnostics }: UpdateView): HTMLElement => {
  announce(summary, outputs.length === 0);
  return el(
    'div',
    el('p', summary),
    downloadList(outputs, 'update-downloads'),
    rules.length > 0 && table('Rules to look at', ['Rule', 'Status', 'What'], rules, { id: 'update-rules' }),
    diagnosticList(diagnostics, 'Messages', 'update-diagnostics'),
  );
};
