import { announce, el } from '../dom.js';

/** What is shown where the program itself fails. */
export const showBug = (error: unknown): HTMLElement => {
  const message = error instanceof Error ? error.message : String(error);
  announce('Internal error: no result.', true);
  return el(
    'p',
    { class: 'diagnostic error', 'data-code': 'bug' },
    el('strong', 'Internal error: '),
    `${message.split('\n')[0]} (a bug: please report it). There is no result.`,
  );
};
