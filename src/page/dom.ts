import { visible, visibleLines } from '../text/visible.js';

export type Child = Node | string | undefined | false;

type Handler = (event: Event) => void;

/** Attributes by their names in HTML; `on…` with a function is a listener. False and undefined leave an attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | Handler>>;

/**
 * Makes an element. Texts become text, never markup, with what a reader could not see written out, wherever they come from:
 * file names and exports may hold anything.
 */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  ...[first, ...others]: readonly [first?: Attributes | Child, ...others: Child[]]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (typeof first !== 'object' || first instanceof Node) {
    element.append(...nodes([first, ...others]));
    return element;
  }
  for (const [name, value] of Object.entries(first)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, visible(String(value)));
  }
  element.append(...nodes(others));
  return element;
};

/** Puts other children into an element. */
export const fill = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...nodes(children));

const nodes = (children: readonly Child[]): (Node | string)[] =>
  children.flatMap((child) =>
    child === undefined || child === false || child === ''
      ? []
      : [typeof child === 'string' ? visibleLines(child) : child],
  );

/** A button that does something on this page. */
export const button = (text: string, onclick: () => void, attributes: Attributes = {}): HTMLButtonElement =>
  el('button', { type: 'button', onclick, ...attributes }, text);

/**
 * A table with a caption and a header row; a cell is a text or elements. The first cell of a row is its header. In a narrow window
 * cells stand below one another, each with its column's name (`data-label`); the roles stay what they are then.
 */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Child[])[],
  attributes: Attributes = {},
): HTMLElement =>
  el(
    'table',
    { role: 'table', ...attributes },
    el('caption', caption),
    el(
      'thead',
      { role: 'rowgroup' },
      el('tr', { role: 'row' }, ...head.map((text) => el('th', { scope: 'col', role: 'columnheader' }, text))),
    ),
    el(
      'tbody',
      { role: 'rowgroup' },
      ...rows.map(([first, ...others]) =>
        el(
          'tr',
          { role: 'row' },
          el('th', { scope: 'row', role: 'rowheader' }, first),
          ...others.map((cell, i) => el('td', { role: 'cell', 'data-label': head[i + 1] }, cell)),
        ),
      ),
    ),
  );

/** How many rows of a long table are shown until all are asked for: a browser takes seconds to lay out thousands. */
const shownRows = 100;

/**
 * A table that shows its first hundred rows, and a button that shows the rest.
 *
 * @param row makes a row when it is shown
 */
export const longTable = <T>(
  caption: string,
  head: readonly string[],
  items: readonly T[],
  row: (item: T) => readonly Child[],
  attributes: Attributes = {},
): HTMLElement => {
  const place = el('div');
  const show = (count: number): void => {
    const shown = table(caption, head, items.slice(0, count).map(row), { tabindex: -1, ...attributes });
    const showAll = (): void => {
      show(items.length);
      // The button that had the focus is gone.
      place.querySelector('table')?.focus();
    };
    const all = button(`Show all ${items.length}`, showAll, { class: 'small' });
    fill(place, shown, count < items.length && all);
  };
  show(shownRows);
  return place;
};

/** Announces text to screen readers: results politely, errors assertively. */
export const announce = (text: string, urgent = false): void => {
  const region = document.getElementById(urgent ? 'alerts' : 'status');
  if (region !== null) region.textContent = visible(text);
};
