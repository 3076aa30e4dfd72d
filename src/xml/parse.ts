import type { Reading } from '../diagnostics/diagnostic.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { type Begin, Scan, type Skips } from './scan.js';
import type { XmlElement } from './tree.js';
import { scanXml } from './well-formed.js';

/**
 * Parses a whole XML document strictly: XML 1.0 (fifth edition) with Namespaces in XML 1.0, without DOCTYPE.
 *
 * @param text the decoded document, without a byte order mark; what its encoding declaration says is ignored
 * @param file the name to show in diagnostics
 * @param skips which elements are left out of the tree
 * @returns the root element. Diagnostics, all refusals with line and column: `xml-truncated`, `xml-doctype`,
 *   `xml-too-deep`, `too-many-items`, and the other `xml-…` codes, one for each way in which XML can be malformed
 */
export const parseXml = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
  skips?: Skips,
): Reading<XmlElement> => read(new Scan(text, limitsOf(limits), skips, undefined), file);

/**
 * Parses like `parseXml`, but hands over the child elements of the root one by one, each as soon as it ends, and keeps
 * none of them: a tree of a whole document is many times its size. What was handed over counts only where all was read.
 *
 * @param begin is told the root, of which only the tag has been read, and answers with what takes its child elements
 * @returns that root, whose child elements are without what is in them. Diagnostics: those of `parseXml`
 */
export const parseXmlItems = (
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  begin: Begin,
): Reading<XmlElement> => read(new Scan(text, limitsOf(limits), undefined, begin), file);

const read = (scan: Scan, file: string): Reading<XmlElement> => {
  const scanned = scanXml(scan);
  if ('kind' in scanned) return { ok: true, value: scanned, diagnostics: [] };
  const place = { file, ...lineIndex(scan.text)(scanned.offset) };
  return { ok: false, diagnostics: [{ ...scanned.found, place }] };
};
