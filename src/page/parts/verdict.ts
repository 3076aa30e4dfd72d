import type { Status } from '../../model/checklist.js';
import { statusWords } from '../../rules/status-words.js';
import { el } from '../dom.js';

const marks: Readonly<Record<Status | 'refused', string>> = {
  open: '\u2717',
  not_reviewed: '?',
  not_applicable: '\u2013',
  not_a_finding: '\u2713',
  refused: '!',
};

/** A status in words, with a mark and a colour that say the same. */
export const statusBadge = (status: Status | 'refused', tag: 'span' | 'strong' = 'span'): HTMLElement =>
  el(
    tag,
    { class: `badge ${status}`, 'data-status': status },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, marks[status]),
    status === 'refused' ? 'REFUSED' : statusWords[status],
  );
