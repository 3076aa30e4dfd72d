import { announce, button, el, fill } from '../dom.js';
import type { Progress } from '../tasks/evaluate.js';

export interface ProgressBar {
  readonly element: HTMLElement;
  readonly start: (total: number) => void;
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

/** How long something may take before it is worth a bar, in milliseconds: what comes and goes at once would only flicker. */
const flickerMs = 250;

/** A bar (`#progress`, or `#<id>-progress`) with what is being done, and a button that stops it (`#cancel`, `#<id>-cancel`). */
export const progressBar = (onCancel: () => void, id?: string): ProgressBar => {
  const named = (name: string): string => (id === undefined ? name : `${id}-${name}`);
  const bar = el('progress', { id: named('progress'), 'aria-labelledby': named('progress-label') });
  const label = el('span', { id: named('progress-label') });
  const element = el(
    'div',
    { class: 'progress', hidden: true },
    label,
    bar,
    button('Cancel', onCancel, { id: named('cancel') }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    start: (total) => {
      clearTimeout(timer);
      fill(label, 'Reading…');
      bar.removeAttribute('value');
      timer = setTimeout(() => {
        element.hidden = false;
        announce(total === 1 ? 'Reading the files.' : `Judging ${total} hosts.`);
      }, flickerMs);
    },
    show: ({ done, total, label: name }) => {
      if (total === 1) return;
      bar.max = total;
      bar.value = done;
      fill(label, `${done} of ${total} hosts: ${name}`);
    },
    end: () => {
      clearTimeout(timer);
      element.hidden = true;
    },
  };
};
