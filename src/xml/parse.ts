import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { diagnostic } from '../diagnostics/catalog.js';
import type { Reading } from '../model/diagnostic.js';
import { highestLimits, type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { buildTree, marks } from './build-tree.js';
import type { XmlFault } from './scan.js';
import type { XmlElement } from './tree.js';
import { scanXml } from './well-formed.js';

/**
 * Parses a whole XML document strictly: XML 1.0 (fifth edition) with Namespaces in XML 1.0, without DOCTYPE. The one
 * importer of fast-xml-parser, which is told to leave every value as it is.
 *
 * @param text the decoded document, without a byte order mark; what its encoding declaration says is ignored
 * @param file the name to show in diagnostics
 * @returns the root element. Diagnostics, all refusals with line and column: `xml-truncated`, `xml-doctype`,
 *   `xml-too-deep`, `too-many-items`, and the other `xml-…` codes, one for each way in which a text is not well-formed
 */
export const parseXml = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<XmlElement> => {
  const refuse = ({ code, offset, expected, actual }: XmlFault): Reading<XmlElement> => ({
    ok: false,
    diagnostics: [diagnostic(code, { file, ...lineIndex(text)(offset) }, { expected, actual })],
  });
  const scanned = scanXml(text, limitsOf(limits));
  if (!scanned.ok) return refuse(scanned.fault);
  const raw = readRaw(text);
  if (raw === undefined) return refuse({ code: 'xml-ambiguous', offset: 0 });
  const built = buildTree(raw, text, scanned.starts);
  return built.ok ? { ok: true, value: built.root, diagnostics: [] } : refuse(built.fault);
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

/** Undefined where the library refuses or throws, as it does at a few documents that are well-formed. */
const readRaw = (text: string): unknown => {
  try {
    return XMLValidator.validate(text) === true ? (new XMLParser(options).parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
};
