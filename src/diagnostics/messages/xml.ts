import { refuses, type Words } from '../entry.js';

/** Messages on XML that is not well-formed. */
export const xml = {
  'xml-truncated': refuses((w: Words) =>
    w.actual
      ? `the XML ends inside <${w.actual}>: the file is cut off`
      : 'the XML ends in the middle: the file is cut off',
  ),
  'xml-no-element': refuses(() => 'the XML has no element at all; the file is cut off or no XML'),
  'xml-declaration': refuses(
    () => 'an XML declaration is only allowed at the very start, with version 1.x; the file is damaged',
  ),
  'xml-doctype': refuses(() => 'the XML has a DOCTYPE, which is never read; the file comes from another program'),
  'xml-two-roots': refuses(
    (w: Words) => `a second root element <${w.actual}> begins here; give each document as a file of its own`,
  ),
  'xml-text-outside': refuses(
    () => 'there is text outside the root element; the file is damaged or several were joined',
  ),
  'xml-markup': refuses(() => 'this is no well-formed XML tag, comment or instruction; the file is damaged'),
  'xml-comment': refuses(() => 'an XML comment holds "--"; the file is damaged'),
  'xml-cdata-end': refuses(() => 'the text holds "]]>", which XML does not allow; the file is damaged'),
  'xml-end-tag': refuses((w: Words) => `</${w.expected}> was expected, not </${w.actual}>; the file is damaged`),
  'xml-end-tag-alone': refuses((w: Words) => `</${w.actual}> ends an element that never began; the file is damaged`),
  'xml-less-than': refuses(() => 'an attribute value holds "<", or its quote is not closed; the file is damaged'),
  'xml-attribute-twice': refuses(
    (w: Words) => `the element has the attribute "${w.actual}" twice; the file is damaged`,
  ),
  'xml-ampersand': refuses(
    () => 'an "&" stands alone, where XML has "&amp;"; the file was not written by an XML writer',
  ),
  'xml-unknown-reference': refuses(() => 'this entity is not known: only amp, lt, gt, quot, apos and numbers are'),
  'xml-forbidden-character': refuses(
    (w: Words) => `the text holds ${w.actual}, which XML does not allow; the file is damaged`,
  ),
  'xml-namespace': refuses((w: Words) => `the namespace declaration ${w.actual} is not allowed; the file is damaged`),
  'xml-unbound-prefix': refuses((w: Words) => `the prefix "${w.actual}" has no namespace; the file is damaged`),
  'xml-reserved-name': refuses(
    (w: Words) => `elements named "${w.actual}" are not read; the file comes from another program`,
  ),
  'xml-too-deep': refuses(
    (w: Words) =>
      `elements are nested deeper than ${w.expected} levels; check what wrote the file, or raise the limit: --limit depth=N`,
  ),
  'xml-ambiguous': refuses(
    () => 'this XML can be read in more than one way, or uses what is not supported; write it again',
  ),
} as const;
