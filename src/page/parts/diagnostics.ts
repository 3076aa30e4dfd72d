import { type Child, el } from '../dom.js';
import type { DiagnosticView } from '../tasks/views.js';

const words = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** A list of what was said, each with its severity in words, its place and its code; nothing where nothing was. */
export const diagnosticList = (diagnostics: readonly DiagnosticView[], title: string, id: string): Child => {
  if (diagnostics.length === 0) return undefined;
  const count = (severity: DiagnosticView['severity']) => diagnostics.filter((d) => d.severity === severity).length;
  const counts = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('info'), 'note', 'notes'],
  ] as const;
  const summary = counts.flatMap(([n, one, many]) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`])).join(', ');
  return el(
    'section',
    { 'aria-labelledby': `${id}-title`, id },
    el('h4', { id: `${id}-title` }, `${title}: ${summary}`),
    el('ul', { class: 'diagnostics' }, ...diagnostics.map(diagnosticItem)),
  );
};

const diagnosticItem = ({ severity, place, message, code }: DiagnosticView): HTMLElement =>
  el(
    'li',
    { class: `diagnostic ${severity}`, 'data-code': code },
    el('strong', `${words[severity]}: `),
    place !== '' && el('span', { class: 'place' }, `${place}: `),
    `${message} `,
    el('code', code),
  );
