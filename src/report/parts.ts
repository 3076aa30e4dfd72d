import { type Outcome, outcomeWords } from '../outcome/outcome.js';
import { shown } from '../rules/shown.js';
import { type Content, h } from './html.js';

/** The name of an outcome's colours in the style. */
export const outcomeClass = (outcome: Outcome): string => outcome.replaceAll('_', '-');

/** An outcome in its words, with its colours. */
export const outcomeMark = (outcome: Outcome): Content =>
  h('strong', { class: `status ${outcomeClass(outcome)}` }, outcomeWords[outcome]);

/** A text of the input within a sentence: its direction and its blanks are its own, and it is not endless. */
export const value = (text: string): Content => h('bdi', shown(text));

/** The same of a text that must stay whole, such as a path. */
export const wholeValue = (text: string): Content => h('bdi', text);

export interface Table {
  /** The page's own: no text of the input. */
  readonly id: string;
  readonly caption: string;
  /** How much room it needs before it scrolls. */
  readonly size: 'middle' | 'wide';
  /** Whose widths of columns it has in the style; without it they follow from the content. */
  readonly kind?: 'connectors' | 'advised' | 'evidence' | 'failing' | 'hosts' | 'messages' | 'reasons' | 'rules';
  readonly columns: readonly Content[];
  /** A cell for each column; the first names the row. */
  readonly rows: readonly (readonly Content[])[];
}

/** A table in a region that scrolls sideways, by keyboard too, where there is no room for it. */
export const table = ({ id, caption, size, kind, columns, rows }: Table): Content =>
  h(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': id },
    h(
      'table',
      { class: kind === undefined ? size : `${size} ${kind}` },
      h('caption', { id }, caption),
      h('thead', h('tr', ...columns.map((column) => h('th', { scope: 'col' }, column)))),
      h(
        'tbody',
        rows.map(([first, ...cells]) =>
          h('tr', h('th', { scope: 'row' }, first), ...cells.map((cell) => h('td', cell))),
        ),
      ),
    ),
  );

/** Names and what is known under them; what is empty is said to be so. */
export const facts = (pairs: readonly (readonly [string, Content])[]): Content =>
  h(
    'dl',
    pairs.flatMap(([name, content]) => [
      h('dt', name),
      h('dd', content === '' || content === undefined ? h('span', { class: 'muted' }, '(not given)') : content),
    ]),
  );

/** `3 hosts`, `1 host` */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
