import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { lineIndex, type Position } from '../../text/lines.js';
import type { XmlElement } from '../../xml/tree.js';

/** A parsed XML document, with what tells its places. */
export interface XmlSource {
  readonly root: XmlElement;
  readonly text: string;
  readonly file: string;
  readonly at: (offset: number) => Position;
}

export const xmlSource = (root: XmlElement, text: string, file: string): XmlSource => ({
  root,
  text,
  file,
  at: lineIndex(text),
});

export const refuseReading = (
  code: DiagnosticCode,
  file: string,
  words: { readonly expected?: string; readonly actual?: string },
): Reading<never> => ({ ok: false, diagnostics: [diagnostic(code, { file }, words)] });
