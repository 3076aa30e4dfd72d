import { announce, button, el, fill } from '../dom.js';
import type { PageFile } from '../page-file.js';
import { Cancelled, type Runner } from '../runner.js';
import { showBug } from './bug.js';
import { chosenFile, type FileInput, fileInput } from './file-input.js';
import { progressBar } from './progress.js';

/** A file that a view asks for. */
export interface FileSlot {
  readonly element: HTMLElement;
  readonly file: () => PageFile | undefined;
}

/** A place for one file, which shows what was chosen. */
export const fileSlot = (input: Omit<FileInput, 'multiple' | 'onFiles'>, onChange: () => void): FileSlot => {
  let chosen: PageFile | undefined;
  const shown = el('div', { id: `${input.id}-chosen` });
  const choose = (file: PageFile | undefined): void => {
    chosen = file;
    fill(shown, file !== undefined && chosenFile(file.path, () => choose(undefined)));
    onChange();
  };
  const place = fileInput({ ...input, multiple: false, onFiles: ([file]) => choose(file) });
  return { element: el('div', place, shown), file: () => chosen };
};

export interface TaskArea {
  readonly element: HTMLElement;
  /** Runs a task, in place of one that still runs, and shows what `work` makes of it. Undefined clears the place. */
  readonly run: (work: (() => Promise<HTMLElement>) | undefined) => Promise<void>;
}

/** Where a view shows what came out (`#<id>-result`), with a bar and a button to cancel while it is being made. */
export const taskArea = (id: string, runner: Runner): TaskArea => {
  let latest = 0;
  const empty = (): HTMLElement => el('p', { class: 'hint' }, 'It appears here as soon as the files are there.');
  const result = el('div', { id: `${id}-result` }, empty());
  const progress = progressBar(() => runner.cancel(), id);
  const run: TaskArea['run'] = async (work) => {
    const own = ++latest;
    if (runner.isBusy()) runner.cancel();
    progress.end();
    fill(result);
    if (work === undefined) return fill(result, empty());
    progress.start(1);
    try {
      const made = await work();
      progress.end();
      fill(result, made);
    } catch (error) {
      if (own !== latest) return;
      progress.end();
      if (!(error instanceof Cancelled)) fill(result, showBug(error));
      else {
        announce('Cancelled.');
        fill(
          result,
          el(
            'p',
            'Cancelled. ',
            button('Try again', () => void run(work)),
          ),
        );
      }
    }
  };
  return { element: el('div', progress.element, el('h3', 'Result'), result), run };
};
