import type { ParsedDocument } from '../../src/documents/document.js';
import { lineIndex } from '../../src/text/lines.js';
import { parseXml } from '../../src/xml/parse.js';

export type Format = ParsedDocument['format'];

/** Undefined where the text is no document at all: then nobody asks what an importer makes of it. */
export const documentOf = (format: Format, raw: string): ParsedDocument | undefined => {
  const byteOrderMark = raw.startsWith('\ufeff');
  const text = byteOrderMark ? raw.slice(1) : raw;
  if (format === 'cklb') {
    try {
      return { format, file: 'f', value: JSON.parse(text), byteOrderMark };
    } catch {
      return undefined;
    }
  }
  const read = parseXml(text, 'f');
  return read.ok ? { format, file: 'f', root: read.value, text, at: lineIndex(text), byteOrderMark } : undefined;
};

/** The same of what is known to be one. */
export const document = (format: Format, text: string): ParsedDocument => {
  const parsed = documentOf(format, text);
  if (parsed === undefined) throw new Error(`not well-formed: ${text.slice(0, 200)}`);
  return parsed;
};
