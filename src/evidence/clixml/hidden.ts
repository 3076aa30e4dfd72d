import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { lineIndex } from '../../text/lines.js';
import { hiddenParts } from '../../xml/prolog.js';

/**
 * What a document has that is not read: comments and processing instructions, of which Export-Clixml writes none. One that
 * holds markup hides an object or a property, so that the file is refused (`clixml-commented-out`); any other is a warning
 * (`clixml-comment`), the first for all.
 *
 * @param text a well-formed document
 */
export const hiddenIn = (text: string, file: string): Diagnostic | undefined => {
  const parts = hiddenParts(text);
  const [first] = parts;
  if (first === undefined) return undefined;
  const markup = parts.find(({ content }) => /<\/?[A-Za-z_]/.test(content));
  const { at } = markup ?? first;
  const place = { file, line: lineIndex(text)(at).line };
  return diagnostic(markup === undefined ? 'clixml-comment' : 'clixml-commented-out', place, {
    actual: `${parts.length}`,
  });
};
