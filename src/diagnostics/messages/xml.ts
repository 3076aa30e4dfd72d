import { exportAgain, refuses, type Words, warning } from '../entry.js';

/** Messages on XML and CLIXML. */
export const xml = {
  // xml, evidence: CLIXML
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
  'clixml-root': refuses((w: Words) => `the root is ${w.actual}, where ${w.expected} was expected; ${exportAgain}`),
  'clixml-unknown-element': refuses((w: Words) => `CLIXML has no element <${w.actual}> here; ${exportAgain}`),
  'clixml-structure': refuses(
    (w: Words) => `<${w.actual}> must have ${w.expected}; the file is damaged: ${exportAgain}`,
  ),
  'clixml-reference': refuses(
    (w: Words) => `<${w.actual}> refers to no earlier ${w.expected}; the file is damaged: ${exportAgain}`,
  ),
  'clixml-reference-ambiguous': refuses(
    (w: Words) =>
      `<${w.actual}> refers to an id that several ${w.expected} have; files were joined by hand: ${exportAgain}`,
  ),
  'clixml-property-twice': refuses(
    (w: Words) =>
      `the property is in one object twice (first in line ${w.expected}); which one counts cannot be known; ${exportAgain}`,
  ),
  'clixml-no-objects': refuses((w: Words) => `the file holds no objects, only values (${w.actual}); ${exportAgain}`),
  'clixml-mixed-objects': refuses(
    (w: Words) =>
      `the file holds values (${w.actual}) among the objects: it is more than Get-SendConnector's output; ${exportAgain}`,
  ),
  'clixml-list-count': refuses((w: Words) => `the list holds ${w.actual}: it is cut off or was edited; ${exportAgain}`),
  'clixml-nested-list': refuses(
    () => `a list inside a list was exported, where connectors were expected; ${exportAgain}`,
  ),
  'clixml-error-stream': refuses(
    () => `the command that was exported reported an error here: its output may lack connectors; ${exportAgain}`,
  ),
  'clixml-other-stream': refuses(
    (w: Words) =>
      `a connector stands here in the ${w.actual} stream, where no cmdlet writes one; the file was edited: ${exportAgain}`,
  ),
  'clixml-list-with-properties': refuses(
    (w: Words) =>
      `this list has ${w.actual}, as only an object has: two were mixed up, the file was edited; ${exportAgain}`,
  ),
  'clixml-comment': warning(
    (w: Words) =>
      `XML comments or instructions (${w.actual}), which Export-Clixml never writes, are not read; the file was edited`,
  ),
  'clixml-commented-out': refuses(
    () => `a comment or instruction holds markup: an object or property was taken out of the export; ${exportAgain}`,
  ),
} as const;
