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
