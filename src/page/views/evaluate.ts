import { outcomeOf, outcomeWords } from '../../outcome/outcome.js';
import { announce, button, el, fill } from '../dom.js';
import { addFiles, type DroppedFile, filesUsedAs, useFile } from '../dropped-files.js';
import type { CheckedInput } from '../evaluate-input.js';
import type { PageFile } from '../page-file.js';
import { showBug } from '../parts/bug.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { download, downloadList } from '../parts/downloads.js';
import { fileInput } from '../parts/file-input.js';
import { textField } from '../parts/form.js';
import { progressBar } from '../parts/progress.js';
import { now } from '../parts/time.js';
import { defaultGrouping, type Grouping, groupingsFor, type HostPlan, planHosts } from '../plan-hosts.js';
import { Cancelled, type Runner } from '../runner.js';
import type { ShownHost } from '../tasks/shown-host.js';
import { diagnosticViews, type OutputView } from '../tasks/views.js';
import { fileTable } from './evaluate-files.js';
import { evaluateForm } from './evaluate-form.js';
import { countsText, hostList } from './host-list.js';

/**
 * Exports in, verdict and files out, at once and again with every change. Controls: `#evaluate-files`, `#evaluate-files-folder`,
 * those of evaluateForm and fileTable, `#template`, `#host-column`, `#cancel`, `#progress`, `#result`, `#overview`, `#download-all`.
 */
export const evaluateView = (runner: Runner): HTMLElement => {
  let files: readonly DroppedFile[] = [];
  let grouping: Grouping | undefined;
  let latest = 0;
  const list = el('div');
  const result = el('div', { id: 'result' });
  const progress = progressBar(() => runner.cancel());
  const form = evaluateForm(() => void run());

  const template = textField({
    id: 'template',
    label: 'Template of the paths',
    hint: 'Such as {host}-send-connectors.* or {host}/exports/*.csv; * stands for anything but a folder.',
    onChange: () => void run(),
  });
  const column = textField({
    id: 'host-column',
    label: 'Column that names the host',
    hint: 'Empty: PSComputerName',
    onChange: () => void run(),
  });

  const groupingOf = (): Grouping => {
    const exports = filesUsedAs(files, 'export');
    return grouping !== undefined && groupingsFor(exports).includes(grouping) ? grouping : defaultGrouping(exports);
  };
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
    groupingField: (chosen: Grouping) =>
      chosen === 'template' ? template.element : chosen === 'column' && column.element,
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
    const exports = filesUsedAs(files, 'export');
    const plan = planHosts(exports, groupingOf(), template.value());
    const count = plan.hosts.length + plan.refused.length;
    const isNoTemplate = groupingOf() === 'template' && count === 0 && plan.diagnostics.length === 0;
    template.setError(isNoTemplate ? 'A template has {host} once, with no * beside it' : '');
    form.setSeveralHosts(isSeveral(plan));
    fill(
      result,
      exports.length === 0
        ? el('p', {}, 'There is no export yet.')
        : diagnosticList(diagnosticViews(plan.diagnostics), 'How the files make hosts', 'plan-diagnostics'),
    );
    if (count === 0) return;
    if (!checked.ok) {
      announce('There is a mistake in the fields: see the message at the field.', true);
      fill(result, el('p', { class: 'diagnostic error' }, 'There is a mistake in the fields: no verdict yet.'));
      return;
    }
    const done: ShownHost[] = [];
    progress.start(count);
    try {
      const task = taskOf(checked, plan);
      const { overview } = await runner.run('evaluate', task, (said, host) => {
        progress.show(said);
        if (host !== undefined) done.push(host);
      });
      progress.end();
      show(done, plan, task.options.assessedAt, overview);
    } catch (error) {
      if (own !== latest) return;
      progress.end();
      if (!(error instanceof Cancelled)) fill(result, showBug(error));
      else {
        announce(`Cancelled: ${done.length} hosts were done. Nothing was kept.`);
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
  const isSeveral = ({ hosts, refused }: HostPlan): boolean =>
    hosts.length + refused.length > 1 || groupingOf() === 'column';
  const taskOf = (checked: CheckedInput & { ok: true }, plan: HostPlan) => {
    const { asset, assessor, assessedAt, collectedAt, maxAge, limits } = checked;
    const { hosts, refused, diagnostics } = plan;
    const isOne = !isSeveral(plan);
    const [benchmark, into] = [filesUsedAs(files, 'benchmark')[0], filesUsedAs(files, 'checklist')[0]];
    const [site] = filesUsedAs(files, 'site');
    return {
      hosts: isOne && asset.host !== undefined ? hosts.map((host) => ({ ...host, host: undefined })) : hosts,
      column: groupingOf() === 'column' ? column.value() || 'PSComputerName' : undefined,
      refused,
      diagnostics,
      benchmark,
      site,
      into: isOne ? into : undefined,
      asset: isOne ? asset : { role: asset.role, marking: asset.marking },
      options: { ...form.readOptions(), assessor, assessedAt, collectedAt, maxAge, limits },
    };
  };

  const show = (hosts: readonly ShownHost[], plan: HostPlan, time: string, overview: OutputView | undefined): void => {
    const [only] = hosts;
    const general = overview === undefined ? [] : [overview];
    const outputs = [...general, ...hosts.flatMap((host) => host.outputs)];
    const unnamed = only?.diagnostics.find(({ code }) => code === 'host-missing' || code === 'host-invalid');
    const isUnused = isSeveral(plan) && filesUsedAs(files, 'checklist').length > 0;
    form.setHostError(!isSeveral(plan) ? (unnamed?.message ?? '') : '');
    fill(
      result,
      diagnosticList(diagnosticViews(plan.diagnostics), 'How the files make hosts', 'plan-diagnostics'),
      isUnused && note('The checklist is not filled in: that is done for one host at a time.'),
      outputs.length > 1 &&
        button('Download all files as one zip', () => void zipAll(outputs, time), { id: 'download-all' }),
      downloadList(general, 'overview'),
      hostList(hosts),
    );
    const outcome = only === undefined ? 'refused' : outcomeOf(only);
    const text = hosts.length === 1 ? `${only?.host || 'The host'}: ${outcomeWords[outcome]}` : countsText(hosts);
    announce(text, outcome === 'refused');
  };
  const zipAll = async (outputs: ShownHost['outputs'], time: string): Promise<void> => {
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
      hint: 'Also, if you have them: the output of Get-TransportConfig, DISA’s benchmark (zip or XCCDF), a CKL or CKLB to fill in, and a site file. Drop them here, all at once. A manifest of hosts is for the command alone.',
      multiple: true,
      folders: true,
      onFiles: (added) => void add(added),
    }),
    list,
    form.asset,
    el('p', {}, button('Use current time', timeIsNow, { id: 'time-now', class: 'small' })),
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
