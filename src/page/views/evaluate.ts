import { statusWords } from '../../rules/status-words.js';
import { announce, button, el, fill } from '../dom.js';
import { addFiles, type DroppedFile, filesUsedAs, useFile } from '../dropped-files.js';
import type { CheckedInput } from '../evaluate-input.js';
import type { PageFile } from '../page-file.js';
import { showBug } from '../parts/bug.js';
import { download } from '../parts/downloads.js';
import { fileInput } from '../parts/file-input.js';
import { progressBar } from '../parts/progress.js';
import { now } from '../parts/time.js';
import { defaultGrouping, type Grouping, planHosts } from '../plan-hosts.js';
import { Cancelled, type Runner } from '../runner.js';
import type { HostView } from '../tasks/host-view.js';
import { fileTable } from './evaluate-files.js';
import { evaluateForm } from './evaluate-form.js';
import { countsText, hostList, statusOf } from './host-list.js';

/**
 * Exports in, verdict and files out, at once and again with every change. Controls: `#evaluate-files`, `#evaluate-files-folder`,
 * those of evaluateForm and fileTable, `#cancel`, `#progress`, `#result`, `#download-all`.
 */
export const evaluateView = (runner: Runner): HTMLElement => {
  let files: readonly DroppedFile[] = [];
  let grouping: Grouping | undefined;
  let latest = 0;
  const list = el('div');
  const result = el('div', { id: 'result' });
  const progress = progressBar(() => runner.cancel());
  const form = evaluateForm(() => void run());

  const groupingOf = (): Grouping => grouping ?? defaultGrouping(filesUsedAs(files, 'export'));
  const change = (changed: readonly DroppedFile[]): void => {
    files = changed;
    if (files.length === 0) grouping = undefined;
    fill(list, fileTable(files, groupingOf(), actions));
    void run();
  };
  const actions = {
    use: (path: string, use: DroppedFile['use']) => change(useFile(files, path, use)),
    remove: (path: string) => change(files.filter((file) => file.path !== path)),
    clear: () => change([]),
    group: (chosen: Grouping) => {
      grouping = chosen;
      change(files);
    },
  };
  const add = async (added: readonly PageFile[]): Promise<void> => {
    try {
      const kinds = await runner.run('classify', { files: added });
      const known = added.map((file, i) => ({ ...file, kind: kinds[i] ?? ('export' as const) }));
      change(addFiles(files, known));
    } catch (error) {
      if (!(error instanceof Cancelled)) fill(result, showBug(error));
      // What was given up is a verdict that changed meanwhile: no file may be lost by that.
      else await add(added);
    }
  };

  const run = async (): Promise<void> => {
    const own = ++latest;
    if (runner.isBusy()) runner.cancel();
    progress.end();
    const checked = form.read();
    const { hosts, unplaced } = planHosts(filesUsedAs(files, 'export'), groupingOf());
    form.setSeveralHosts(hosts.length > 1);
    fill(result, hosts.length === 0 && el('p', {}, 'There is no export yet.'));
    if (hosts.length === 0) return;
    if (!checked.ok) {
      announce('There is a mistake in the fields: see the message at the field.', true);
      fill(result, el('p', { class: 'diagnostic error' }, 'There is a mistake in the fields above: no verdict yet.'));
      return;
    }
    const done: HostView[] = [];
    progress.start(hosts.length);
    try {
      const task = taskOf(checked, hosts);
      await runner.run('evaluate', task, (said, host) => {
        progress.show(said);
        if (host !== undefined) done.push(host);
      });
      progress.end();
      show(done, unplaced, task.options.assessedAt);
    } catch (error) {
      if (own !== latest) return;
      progress.end();
      if (!(error instanceof Cancelled)) fill(result, showBug(error));
      else {
        announce(`Cancelled: ${done.length} of ${hosts.length} hosts were done. Nothing was kept.`);
        fill(
          result,
          el(
            'p',
            {},
            'Cancelled. ',
            button('Evaluate again', () => void run(), { id: 'again' }),
          ),
        );
      }
    }
  };
  const taskOf = (checked: CheckedInput & { ok: true }, hosts: ReturnType<typeof planHosts>['hosts']) => {
    const { asset, assessedAt, limits } = checked;
    const isOne = hosts.length === 1;
    const [benchmark, into] = [filesUsedAs(files, 'benchmark')[0], filesUsedAs(files, 'checklist')[0]];
    return {
      hosts: isOne && asset.host !== undefined ? hosts.map((host) => ({ ...host, host: undefined })) : hosts,
      benchmark,
      into: isOne ? into : undefined,
      asset: isOne ? asset : { role: asset.role, marking: asset.marking },
      options: { ...form.readOptions(), assessedAt, limits },
    };
  };

  const show = (hosts: readonly HostView[], unplaced: readonly PageFile[], time: string): void => {
    const [only] = hosts;
    const outputs = hosts.flatMap((host) => host.outputs);
    const unnamed = only?.diagnostics.find(({ code }) => code === 'host-missing' || code === 'host-invalid');
    const isUnused = hosts.length > 1 && filesUsedAs(files, 'checklist').length > 0;
    form.setHostError(hosts.length === 1 ? (unnamed?.message ?? '') : '');
    fill(
      result,
      unplaced.length > 0 &&
        note(
          `Of no host, as they lie beside the folders, and not judged: ${unplaced.map(({ path }) => path).join(', ')}`,
        ),
      isUnused && note('The checklist is not filled in: that is done for one host at a time.'),
      outputs.length > 1 &&
        button('Download all files as one zip', () => void zipAll(outputs, time), { id: 'download-all' }),
      hostList(hosts),
    );
    const status = only === undefined ? undefined : statusOf(only);
    const word = status === undefined ? 'REFUSED' : statusWords[status];
    announce(hosts.length === 1 ? `${only?.host || 'The host'}: ${word}` : countsText(hosts), status === undefined);
  };
  const zipAll = async (outputs: HostView['outputs'], time: string): Promise<void> => {
    try {
      download(await runner.run('zip', { files: outputs, time }), 'exchange-stig.zip');
      announce('The zip is ready.');
    } catch (error) {
      if (!(error instanceof Cancelled)) result.prepend(showBug(error));
    }
  };

  form.setTime(now());
  void run();
  const timeIsNow = (): void => {
    form.setTime(now());
    void run();
  };
  const inputs = el(
    'div',
    { class: 'inputs' },
    fileInput({
      id: 'evaluate-files',
      label: 'Exports: CLIXML, CSV, JSON or Format-List text',
      hint: 'Also, if you have them: DISA’s benchmark (zip or XCCDF), and a CKL or CKLB to fill in. Drop them here, all at once.',
      multiple: true,
      folders: true,
      onFiles: (added) => void add(added),
    }),
    list,
    form.asset,
    el('p', {}, button('The time is now', timeIsNow, { id: 'time-now', class: 'small' })),
    form.options,
  );
  return el(
    'div',
    {},
    el(
      'p',
      {},
      'Drop what Get-SendConnector exported. Nothing leaves this computer: the page cannot reach any network.',
    ),
    el('div', { class: 'halves' }, inputs, el('div', {}, el('h3', {}, 'Verdict'), progress.element, result)),
  );
};

const note = (text: string): HTMLElement =>
  el('p', { class: 'diagnostic warning' }, el('strong', {}, 'Warning: '), text);
