import type { Tool } from '../model/checklist.js';
import { sha256 } from '../text/sha256.js';
import { type Content, h, onOneLine, toHtml } from './html.js';
import { isTooLongForMargin, marginStyle } from './margins.js';
import { style, styleHash } from './style.js';

export interface Page {
  readonly title: string;
  /** What tells the page's sheets from others once they are printed. */
  readonly label: string;
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
const policy = (margins: string): string =>
  `default-src 'none'; style-src '${styleHash}' '${hashOf(margins)}'; base-uri 'none'; form-action 'none'`;

/** As a content security policy names it. */
const hashOf = (css: string): string => {
  const bytes = (sha256(css).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
};

/** A whole page: head, list of contents, sections, and who made it. One file that needs no other. */
export const toPage = ({ title, label, marking, sections, tool, assessedAt }: Page): string => {
  const margins = marginStyle(marking, label);
  return toHtml(
    h(
      'html',
      { lang: 'en' },
      h(
        'head',
        h('meta', { charset: 'utf-8' }),
        h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(margins) }),
        h('meta', { name: 'referrer', content: 'no-referrer' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'generator', content: `${tool.name} ${tool.version}` }),
        h('title', marking === '' ? title : `${marking}: ${title}`),
        h('style', style),
        h('style', margins),
      ),
      h(
        'body',
        h('header', markingLine(marking), h('h1', title), contents(sections)),
        h(
          'main',
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
          h('p', `Evaluated by ${tool.name} ${tool.version} at `, h('time', { datetime: assessedAt }, assessedAt)),
          markingLine(marking),
        ),
      ),
    ),
  );
};

/** For the screen, and for paper where a browser knows no margin boxes. */
const markingLine = (marking: string): Content =>
  marking === ''
    ? undefined
    : h('p', { class: isTooLongForMargin(marking) ? 'marking long' : 'marking' }, onOneLine(marking));

const contents = (sections: readonly Section[]): Content =>
  h(
    'nav',
    { 'aria-label': 'Contents' },
    h(
      'ul',
      sections.map(({ id, heading }) => h('li', h('a', { href: { id } }, heading))),
    ),
  );
