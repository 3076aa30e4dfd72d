import { type Entry, error, exportAgain, warning } from '../entry.js';

/** Messages on XML and CLIXML. */
export const xml = {
  // xml, evidence: CLIXML
  'xml-truncated': error((w) =>
    w.actual
      ? `the XML ends inside <${w.actual}>: the file is cut off`
      : 'the XML ends in the middle: the file is cut off',
  ),
  'xml-no-element': error(() => 'the XML has no element at all; the file is cut off or no XML'),
  'xml-declaration': error(
    () => 'an XML declaration is only allowed at the very start, with version 1.x; the file is damaged',
  ),
  'xml-doctype': error(() => 'the XML has a DOCTYPE, which is never read; the file comes from another program'),
  'xml-two-roots': error(
    (w) => `a second root element <${w.actual}> begins here; give each document as a file of its own`,
  ),
  'xml-text-outside': error(() => 'there is text outside the root element; the file is damaged or several were joined'),
  'xml-markup': error(() => 'this is no well-formed XML tag, comment or instruction; the file is damaged'),
  'xml-comment': error(() => 'an XML comment holds "--"; the file is damaged'),
  'xml-cdata-end': error(() => 'the text holds "]]>", which XML does not allow; the file is damaged'),
  'xml-end-tag': error((w) => `</${w.expected}> was expected, not </${w.actual}>; the file is damaged`),
  'xml-end-tag-alone': error((w) => `</${w.actual}> ends an element that never began; the file is damaged`),
  'xml-less-than': error(() => 'an attribute value holds "<", or its quote is not closed; the file is damaged'),
  'xml-attribute-twice': error((w) => `the element has the attribute "${w.actual}" twice; the file is damaged`),
  'xml-ampersand': error(() => 'an "&" stands alone, where XML has "&amp;"; the file was not written by an XML writer'),
  'xml-unknown-reference': error(() => 'this entity is not known: only amp, lt, gt, quot, apos and numbers are'),
  'xml-forbidden-character': error((w) => `the text holds ${w.actual}, which XML does not allow; the file is damaged`),
  'xml-namespace': error((w) => `the namespace declaration ${w.actual} is not allowed; the file is damaged`),
  'xml-unbound-prefix': error((w) => `the prefix "${w.actual}" has no namespace; the file is damaged`),
  'xml-reserved-name': error((w) => `elements named "${w.actual}" are not read; the file comes from another program`),
  'xml-too-deep': error(
    (w) =>
      `elements are nested deeper than ${w.expected} levels; check what wrote the file, or raise the limit: --limit depth=N`,
  ),
  'xml-ambiguous': error(
    () => 'this XML can be read in more than one way, or uses what is not supported; write it again',
  ),
  'clixml-root': error((w) => `the root is ${w.actual}, where ${w.expected} was expected; ${exportAgain}`),
  'clixml-unknown-element': error((w) => `CLIXML has no element <${w.actual}> here; ${exportAgain}`),
  'clixml-structure': error((w) => `<${w.actual}> must have ${w.expected}; the file is damaged: ${exportAgain}`),
  'clixml-reference': error(
    (w) => `<${w.actual}> refers to no earlier ${w.expected}; the file is damaged: ${exportAgain}`,
  ),
  'clixml-reference-ambiguous': error(
    (w) => `<${w.actual}> refers to an id that several ${w.expected} have; files were joined by hand: ${exportAgain}`,
  ),
  'clixml-property-twice': error(
    (w) =>
      `the property is in one object twice (first in line ${w.expected}); which one counts cannot be known; ${exportAgain}`,
  ),
  'clixml-no-objects': error((w) => `the file holds no objects, only values (${w.actual}); ${exportAgain}`),
  'clixml-mixed-objects': error(
    (w) =>
      `the file holds values (${w.actual}) among the objects: it is more than Get-SendConnector's output; ${exportAgain}`,
  ),
  'clixml-list-count': error((w) => `the list holds ${w.actual}: it is cut off or was edited; ${exportAgain}`),
  'clixml-nested-list': error(
    () => `a list inside a list was exported, where connectors were expected; ${exportAgain}`,
  ),
  'clixml-error-stream': error(
    () => `the command that was exported reported an error here: its output may lack connectors; ${exportAgain}`,
  ),
  'clixml-other-stream': error(
    (w) =>
      `a connector stands here in the ${w.actual} stream, where no cmdlet writes one; the file was edited: ${exportAgain}`,
  ),
  'clixml-list-with-properties': error(
    (w) => `this list has ${w.actual}, as only an object has: two were mixed up, the file was edited; ${exportAgain}`,
  ),
  'clixml-comment': warning(
    (w) =>
      `XML comments or instructions (${w.actual}), which Export-Clixml never writes, are not read; the file was edited`,
  ),
  'clixml-commented-out': error(
    () => `a comment or instruction holds markup: an object or property was taken out of the export; ${exportAgain}`,
  ),
} as const satisfies Record<string, Entry>;
