import { exportCommands } from '../../diagnostics/export-command.js';
import { hostFileName } from '../../formats/file-name.js';
import { outcomeOf, outcomeWords } from '../../outcome/outcome.js';
import { announce, button, el, fill } from '../dom.js';
import { addFiles, type DroppedFile, filesUsedAs, useFile } from '../dropped-files.js';
import type { CheckedInput } from '../evaluate-input.js';
import type { PageFile } from '../page-file.js';
import { showBug } from '../parts/bug.js';
import { diagnosticList } from '../parts/diagnostics.js';
import { copyButton, download } from '../parts/downloads.js';
import { fileInput } from '../parts/file-input.js';
import { textField } from '../parts/form.js';
import { progressBar } from '../parts/progress.js';
import {
  defaultGrouping,
  defaultTemplate,
  type Grouping,
  groupingsFor,
  type HostPlan,
  planHosts,
} from '../plan-hosts.js';
import { Cancelled, type Runner } from '../runner.js';
import { sampleExport, sampleName } from '../sample.js';
import type { ShownHost } from '../tasks/shown-host.js';
import { diagnosticViews, type OutputView } from '../tasks/views.js';
import { fileTable } from './evaluate-files.js';
import { evaluateForm } from './evaluate-form.js';
import { countsText, hostList } from './host-list.js';

/**
 * Exports in, verdict and files out, at once and again with every change, in three steps (`#steps`). Controls: `#evaluate-files`,
 * `#evaluate-files-folder`, `#try-sample`, those of evaluateForm and fileTable, `#template`, `#host-column`, `#cancel`, `#progress`,
 * `#result`, `#overview`, `#download-all`, or `#waiting` in its place.
 */
export const evaluateView = (runner: Runner): HTMLElement => {
  let files: readonly DroppedFile[] = [];
  let grouping: Grouping | undefined;
  let latest = 0;
  const list = el('div');
  const result = el('div', { id: 'result' });
  const steps = stepList();
  const progress = progressBar(() => runner.cancel());
  const form = evaluateForm(() => void run());

  const template = textField({
    id: 'template',
    label: 'Where the host’s name stands in the file’s name',
    hint: '{host} stands for the name, * for any other text: {host}-send-connectors.* or {host}/exports/*.csv',
    onChange: () => void run(),
  });
  const column = textField({
    id: 'host-column',
    label: 'Column that names the host',
    hint: 'Default: PSComputerName',
    onChange: () => void run(),
  });

  const isSample = (): boolean => files.some(({ path }) => path === sampleName);
  const groupingOf = (): Grouping => {
    const exports = filesUsedAs(files, 'export');
    return grouping !== undefined && groupingsFor(exports).includes(grouping) ? grouping : defaultGrouping(exports);
  };
  const change = (changed: readonly DroppedFile[]): void => {
    files = changed;
    if (files.length === 0) grouping = undefined;
    const exports = filesUsedAs(files, 'export');
    if (grouping === undefined) template.setValue(defaultTemplate(exports));
    inputs.classList.toggle('has-files', files.length > 0);
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
      // A sample is nobody's evidence: what comes after it takes its place, and the other way round.
      const isOther = isSample() || added.some(({ path }) => path === sampleName);
      change(addFiles(isOther ? [] : files, known));
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
        ? teaching(files.length > 0)
        : diagnosticList(diagnosticViews(plan.diagnostics), 'Files and hosts', 'plan-diagnostics'),
    );
    steps.show(exports.length === 0 ? 0 : 1);
    if (exports.length === 0) form.askForHost('');
    if (count === 0 || !checked.ok) return;
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
        announce('Cancelled. No result was kept.');
        fill(
          result,
          el(
            'p',
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
      asset: isSample() ? {} : isOne ? asset : { role: asset.role, marking: asset.marking },
      options: {
        ...form.readOptions(),
        assessor: isSample() ? 'SAMPLE: invented data, no assessment' : assessor,
        assessedAt,
        collectedAt,
        maxAge,
        limits,
      },
    };
  };

  const show = (hosts: readonly ShownHost[], plan: HostPlan, time: string, overview: OutputView | undefined): void => {
    const [only] = hosts;
    const general = overview === undefined ? [] : [overview];
    const outputs = [...general, ...hosts.flatMap((host) => host.outputs)];
    const isUnused = isSeveral(plan) && filesUsedAs(files, 'checklist').length > 0;
    const waits = isSeveral(plan) ? undefined : only?.waits;
    const isWrong = form.hasErrors();
    const mayDownload = outputs.length > 0 && !isWrong;
    const zipName =
      hosts.length === 1 && only !== undefined ? `${hostFileName(only.host)}_exchange-stig.zip` : 'exchange-stig.zip';
    const why = isWrong
      ? 'Correct the fields that are marked, then download the files.'
      : 'Enter the host name, then download the files.';
    const below = [
      isSample() && el('p', { class: 'sample' }, 'Sample: an invented host. Drop your own export to replace it.'),
      mayDownload && el('p', allButton(outputs, time, zipName)),
      (waits !== undefined || (isWrong && outputs.length > 0)) && el('p', { id: 'waiting' }, why),
    ];
    fill(
      result,
      diagnosticList(diagnosticViews(plan.diagnostics), 'Files and hosts', 'plan-diagnostics'),
      isUnused && note('The checklist is not filled in: that is done for one host at a time.'),
      hostList(hosts, mayDownload ? general : [], below, mayDownload),
    );
    steps.show(mayDownload ? 2 : 1);
    const outcome = only === undefined ? 'refused' : outcomeOf(only);
    const text = hosts.length === 1 ? `${only?.label}: ${outcomeWords[outcome]}` : countsText(hosts);
    const isWaiting = waits !== undefined || isWrong;
    announce(isWaiting ? `${text}. ${why}` : isSample() ? `Sample. ${text}` : text, outcome === 'refused' || isWrong);
    form.askForHost(waits ?? '');
  };
  /** The one step that is left: all files in a zip, or the one that there is. */
  const allButton = (outputs: readonly OutputView[], time: string, zipName: string): HTMLElement => {
    const [only] = outputs;
    const isOne = outputs.length === 1 && only !== undefined;
    const text = isOne ? `Download ${only.fileName}` : `Download all ${outputs.length} files (zip)`;
    const take = (): void => (isOne ? download(only.blob, only.fileName) : void zipAll(outputs, time, zipName));
    return button(text, take, { id: 'download-all', class: 'primary' });
  };
  const zipAll = async (outputs: ShownHost['outputs'], time: string, name: string): Promise<void> => {
    try {
      download(await runner.run('zip', { files: outputs, time }), name);
      announce(`${name} was handed to the browser.`);
    } catch (error) {
      if (!(error instanceof Cancelled)) result.prepend(showBug(error));
    }
  };

  const inputs = el(
    'div',
    { class: 'inputs' },
    el(
      'div',
      fileInput({
        id: 'evaluate-files',
        label: 'Drop the exported connectors here',
        hint: 'CLIXML, CSV, JSON or Format-List text, or the collector’s zip. You can add the output of Get-TransportConfig, DISA’s benchmark (zip or XCCDF), a CKL or CKLB to fill in, and a site file.',
        multiple: true,
        folders: true,
        onFiles: (added) => void add(added),
        beside: button('Try a sample', () => void add([sampleExport()]), { id: 'try-sample', class: 'plain' }),
      }),
      list,
    ),
    form.asset,
    el('div', { class: 'folded' }, form.more, form.options),
  );
  void run();
  return el('div', steps.element, inputs, progress.element, result);
};

/** The job in three steps (`#steps`), of which one is marked as the one to take. */
const stepList = () => {
  const items = ['Drop the export', 'Read the verdict', 'Download the files'].map((text) => el('li', text));
  return {
    element: el('ol', { id: 'steps', 'aria-label': 'Steps' }, ...items),
    show: (current: number): void => {
      for (const [i, item] of items.entries()) {
        item.className = i < current ? 'done' : '';
        if (i === current) item.setAttribute('aria-current', 'step');
        else item.removeAttribute('aria-current');
      }
    },
  };
};

/** What to do where there is nothing to judge yet. */
const teaching = (isThereAnother: boolean): HTMLElement => {
  const code = el('pre', exportCommands.clixml);
  return el(
    'div',
    { class: 'teaching' },
    el('h3', isThereAnother ? 'There is no export among these files' : 'No export yet?'),
    el('p', 'Run this in the Exchange Management Shell on the server, then drop the file that it writes.'),
    code,
    copyButton('Copy', code),
    el(
      'p',
      'The verdict appears here at once, connector by connector, with the files for STIG Viewer, STIG Manager, eMASS and Heimdall. Nothing leaves this computer: the page cannot reach any network.',
    ),
  );
};

const note = (text: string): HTMLElement => el('p', { class: 'diagnostic warning' }, el('strong', 'Warning: '), text);
