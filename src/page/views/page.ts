import { version } from '../../version.js';
import { button, el, fill } from '../dom.js';
import { createRunner, type Runner } from '../runner.js';
import { aboutView } from './about.js';
import { combineView } from './combine.js';
import { compareView } from './compare.js';
import { convertView } from './convert.js';
import { evaluateView } from './evaluate.js';
import { ruleView } from './rule.js';
import { serverView } from './server.js';
import { updateView } from './update.js';
import { validateView } from './validate.js';

const views: readonly (readonly [id: string, title: string, make: (runner: () => Runner) => HTMLElement])[] = [
  ['evaluate', 'Evaluate', (runner) => evaluateView(runner())],
  ['convert', 'Convert', (runner) => convertView(runner())],
  ['update', 'Update', (runner) => updateView(runner())],
  ['combine', 'Merge and split', (runner) => combineView(runner())],
  ['compare', 'Compare', (runner) => compareView(runner())],
  ['validate', 'Validate', (runner) => validateView(runner())],
  ['server', 'On the server', serverView],
  ['rule', 'The rule', ruleView],
  ['about', 'About', aboutView],
];

/**
 * Shows the page: a header, a button for each view (`#nav-<view>`, the current one with `aria-current`), the views
 * (`#view-<view>`, made when they are first asked for and kept), and two live regions, `#status` and `#alerts`.
 *
 * @param script the text of the page's script, for the worker
 */
export const showPage = (script: string): void => {
  const main = el('main', { id: 'main', tabindex: -1 });
  const made = new Map<string, HTMLElement>();
  const show = (id: string, takesFocus: boolean): void => {
    for (const [name, title, make] of views) {
      const isCurrent = name === id;
      const tab = document.getElementById(`nav-${name}`);
      if (isCurrent) tab?.setAttribute('aria-current', 'page');
      else tab?.removeAttribute('aria-current');
      if (isCurrent && !made.has(name)) {
        const heading = el('h2', { id: `title-${name}`, tabindex: -1 }, title);
        const content = make(() => createRunner(script));
        const section = el('section', { id: `view-${name}`, 'aria-labelledby': `title-${name}` }, heading, content);
        made.set(name, section);
        main.append(section);
      }
      const section = made.get(name);
      if (section !== undefined) section.hidden = !isCurrent;
    }
    if (takesFocus) document.getElementById(`title-${id}`)?.focus();
  };
  const tabs = views.map(([id, title]) =>
    el(
      'li',
      button(title, () => show(id, true), { id: `nav-${id}` }),
    ),
  );
  fill(
    document.body,
    el('a', { class: 'skip', href: '#main' }, 'Skip to main content'),
    el(
      'header',
      el('div', el('h1', 'exchange-stig'), el('p', 'DISA STIG checks for Exchange send connectors, offline')),
      el('nav', { 'aria-label': 'Views' }, el('ul', ...tabs)),
    ),
    el('div', { id: 'status', class: 'unseen', role: 'status' }),
    el('div', { id: 'alerts', class: 'unseen', role: 'alert' }),
    main,
    el(
      'footer',
      el(
        'p',
        { id: 'version' },
        `Version ${version}. No network, no storage: the files you drop stay on this computer.`,
      ),
    ),
  );
  // What misses its place must not make the browser leave the page.
  for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => event.preventDefault());
  show('evaluate', false);
};
