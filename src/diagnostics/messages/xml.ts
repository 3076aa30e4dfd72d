import { type At, refuses, where } from '../entry.js';

const saveAgain = (): string => 'the file is damaged: save or export it again';
const cutOff = (): string => 'the file is cut off: save or export it again';

/** Messages on XML that is not well-formed. */
export const xml = {
  'xml-truncated': refuses((a: { element: string | undefined }) =>
    a.element === undefined ? `the XML ends too early: ${cutOff()}` : `the XML ends inside <${a.element}>: ${cutOff()}`,
  ),
  'xml-no-element': refuses`the XML has no element: ${cutOff}`,
  'xml-declaration': refuses`an XML declaration is allowed only at the very start, with version 1.x; ${saveAgain}`,
  'xml-doctype': refuses`the XML has a DOCTYPE, which is never read; save the file from its own program again`,
  'xml-two-roots': refuses`a second root element <${'element'}> begins here; put each document in a file of its own`,
  'xml-text-outside': refuses`there is text outside the root element: the file is damaged, or several files were joined; export it again`,
  'xml-markup': refuses`this is not a well-formed XML tag, comment or instruction; ${saveAgain}`,
  'xml-comment': refuses`an XML comment contains "--"; ${saveAgain}`,
  'xml-cdata-end': refuses`the text contains "]]>", which XML does not allow; ${saveAgain}`,
  'xml-end-tag': refuses`</${'open'}> was expected, but </${'found'}> was found; ${saveAgain}`,
  'xml-end-tag-alone': refuses`</${'found'}> has no start tag; ${saveAgain}`,
  'xml-less-than': refuses`an attribute value contains "<", or its closing quote is missing; ${saveAgain}`,
  'xml-attribute-twice': refuses`the element has the attribute "${'attribute'}" twice; ${saveAgain}`,
  'xml-ampersand': refuses`an "&" is not escaped as "&amp;": the file was not written by an XML writer; save or export it again`,
  'xml-unknown-reference': refuses`this entity is unknown: only amp, lt, gt, quot, apos and numbers are allowed; ${saveAgain}`,
  'xml-forbidden-character': refuses`the text contains ${'character'}, which XML does not allow; ${saveAgain}`,
  'xml-namespace': refuses`the namespace declaration ${'declaration'} is not allowed; ${saveAgain}`,
  'xml-unbound-prefix': refuses`the prefix "${'prefix'}" has no namespace; ${saveAgain}`,
  'xml-reserved-name': refuses`an element is named "${'element'}", which is never read; the file comes from another program`,
  'xml-too-deep': refuses(
    (a: { limit: number } & At) =>
      `elements are nested more than ${a.limit} levels deep; check what wrote the file${where(', or raise the limit with --limit depth=N', '')(a)}`,
  ),
} as const;
