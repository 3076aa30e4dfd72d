import type { Tool } from '../model/checklist.js';
import { type Content, h, toHtml } from './html.js';
import { style, styleHash } from './style.js';

export interface Page {
  readonly title: string;
  /** The marking of what the page tells (CUI); empty where there is none. */
  readonly marking: string;
  /** The parts of the page, with headings that the list of contents names. */
  readonly sections: readonly Section[];
  readonly tool: Tool;
  /** ISO 8601 in UTC. */
  readonly assessedAt: string;
}

/** A part of a page. The id is the page's own, never a text of the input. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly content: Content;
}

/** The page can load nothing, run nothing and send nothing; `frame-ancestors` has no effect in a `meta` element. */
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

/** A whole page: head, list of contents, sections, and who made it. One file that needs no other. */
export const toPage = ({ title, marking, sections, tool, assessedAt }: Page): string =>
  toHtml(
    h(
      'html',
      { lang: 'en' },
      h(
        'head',
        {},
        h('meta', { charset: 'utf-8' }),
        h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'generator', content: `${tool.name} ${tool.version}` }),
        h('title', {}, marking === '' ? title : `${marking}: ${title}`),
        h('style', {}, style),
      ),
      h(
        'body',
        {},
        h('header', {}, markingLine(marking), h('h1', {}, title), contents(sections)),
        h(
          'main',
          {},
          sections.map((section) =>
            h(
              'section',
              { 'aria-labelledby': section.id },
              h('h2', { id: section.id }, section.heading),
              section.content,
            ),
          ),
        ),
        h(
          'footer',
          {},
          h('p', {}, `Evaluated by ${tool.name} ${tool.version} at `, h('time', { datetime: assessedAt }, assessedAt)),
          markingLine(marking),
        ),
      ),
    ),
  );

const markingLine = (marking: string): Content => (marking === '' ? undefined : h('p', { class: 'marking' }, marking));

const contents = (sections: readonly Section[]): Content =>
  h(
    'nav',
    { 'aria-label': 'Contents' },
    h(
      'ul',
      {},
      sections.map(({ id, heading }) => h('li', {}, h('a', { href: { id } }, heading))),
    ),
  );
