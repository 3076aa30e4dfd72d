import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Reading } from '../diagnostics/diagnostic.js';
import { highestLimits, type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { buildTree, marks } from './build-tree.js';
import { type RootChild, type Scan, type Skips, type XmlFault, xmlFault } from './scan.js';
import type { XmlElement } from './tree.js';
import { scanXml } from './well-formed.js';

/**
 * Parses a whole XML document strictly: XML 1.0 (fifth edition) with Namespaces in XML 1.0, without DOCTYPE. The one
 * importer of fast-xml-parser, which is told to leave every value as it is.
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
): Reading<XmlElement> => {
  const scanned = scanXml(text, limitsOf(limits), skips);
  if (!scanned.ok) return refusal(scanned.fault, text, file);
  const raw = readRaw(withoutParts(text, scanned.skipped));
  if (raw === undefined) return refusal(ambiguous, text, file);
  const built = buildTree(raw, text, scanned.starts);
  return built.ok ? { ok: true, value: built.root, diagnostics: [] } : refusal(built.fault, text, file);
};

/**
 * Parses like `parseXml`, but hands over the child elements of the root one by one, each as soon as it is read, and keeps
 * none of them: a tree of a whole document is many times its size. What was handed over counts only where all was read.
 *
 * @param begin is told the root, whose child elements are there without what is in them, and answers with what takes them
 * @returns that root. Diagnostics: those of `parseXml`
 */
export const parseXmlItems = (
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  begin: (root: XmlElement) => (item: XmlElement) => void,
): Reading<XmlElement> => {
  const scanned = scanXml(text, limitsOf(limits));
  if (!scanned.ok) return refusal(scanned.fault, text, file);
  const { starts, children } = scanned;
  const raw = readRaw(withoutContent(text, children));
  if (raw === undefined) return refusal(ambiguous, text, file);
  const shell = buildTree(raw, text, [starts[0] ?? 0, ...children.map(({ start }) => start)]);
  // A fault in an element before the one that the shell has it in comes first.
  const inShell = shell.ok ? Number.POSITIVE_INFINITY : shell.fault.offset;
  const take = shell.ok ? begin(shell.root) : undefined;
  for (const [i, { start, end, first }] of children.entries()) {
    if (inShell <= start) break;
    const part = { from: first, to: children[i + 1]?.first ?? starts.length, scope: shell.scope };
    const item = readRaw(ownText(text, start, end));
    if (item === undefined) return refusal(ambiguous, text, file);
    const built = buildTree(item, text, starts, part);
    if (!built.ok) return refusal(built.fault, text, file);
    take?.(built.root);
  }
  return shell.ok ? { ok: true, value: shell.root, diagnostics: [] } : refusal(shell.fault, text, file);
};

const ambiguous = xmlFault('xml-ambiguous', 0);

const refusal = ({ offset, found }: XmlFault, text: string, file: string): Reading<never> => ({
  ok: false,
  diagnostics: [{ ...found, place: { file, ...lineIndex(text)(offset) } }],
});

/**
 * A part of a text, copied: a slice is a view of the whole text, through which the parser would look at every character. That
 * takes a fifth longer.
 */
const ownText = (text: string, start: number, end: number): string => ['', text.slice(start, end)].join('');

const withoutParts = (text: string, parts: Scan['skipped']): string => {
  if (parts.length === 0) return text;
  const kept = parts.map(({ start }, i) => text.slice(parts[i - 1]?.end ?? 0, start));
  return [...kept, text.slice(parts.at(-1)?.end)].join('');
};

/** A document whose root's children are empty elements with the attributes that they have. */
const withoutContent = (text: string, children: readonly RootChild[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { tagEnd, end } of children) {
    parts.push(end === tagEnd ? text.slice(at, end) : `${text.slice(at, tagEnd - 1)}/>`);
    at = end;
  }
  return parts.join('') + text.slice(at);
};

/** References are left alone here: which text is CDATA, where `&` is only a character, would be lost. */
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: marks.attribute,
  textNodeName: marks.text,
  cdataPropName: marks.cdata,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: highestLimits.maxDepth + 1,
  jPath: false,
  onDangerousProperty: (name: string) => name,
} as const;

const parser = new XMLParser(options);

/** Undefined where the library refuses or throws, as it does at a few documents that are well-formed. */
const readRaw = (text: string): unknown => {
  try {
    return XMLValidator.validate(text) === true ? (parser.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
};
