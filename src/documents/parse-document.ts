import { scapRoots, skipsOf } from '../benchmark/data-stream.js';
import { declaredEncoding, isReadAsUtf8, isSingleByte } from '../bytes/declared-encoding.js';
import { type Decoded, decode } from '../bytes/decode.js';
import { decodeWith } from '../bytes/encodings.js';
import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import { parseJson } from '../json/parse.js';
import type { JsonNode } from '../json/tree.js';
import type { FormatName } from '../model/format-names.js';
import { highestLimits, type InputLimits } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { parseXml } from '../xml/parse.js';
import { readProlog } from '../xml/prolog.js';
import { elementsOf, type XmlElement } from '../xml/tree.js';
import type { ParsedArf, ParsedDocument } from './document.js';
import { keysTwice, positionOf } from './json-document.js';
import { tooManyRulesInCklb, tooManyRulesInXml } from './too-many-rules.js';

const formats =
  'the root CHECKLIST (CKL), Benchmark or TestResult (XCCDF), asset-report-collection (ARF), or a JSON object with "stigs" (CKLB)';

/**
 * Parses a file to validate: CKL, CKLB, an XCCDF result or an ARF with some, whichever its content is; its name is not asked.
 *
 * @param file the name to show in diagnostics
 * @returns Refusals: `document-empty`, `document-binary`, `document-undecodable`, `document-is-html`, `document-is-export` (an
 *   export of connectors or the like), `document-without-results` (a STIG), `document-is-data-stream`, `arf-without-results`, `document-unrecognised`, `document-json`,
 *   `json-too-deep`, `too-many-items`, and `parseXml`'s. With a document may come: `document-encoding` (not UTF-8),
 *   `document-encoding-declared` (UTF-8 that calls itself otherwise), `cklb-key-twice`.
 */
export const parseDocument = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<ParsedDocument | ParsedArf> => {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return { ok: false, diagnostics: decoded.diagnostics.map(asDocument) };
  const text = wholeText(bytes, decoded.value);
  if (text === undefined)
    return refused('document-undecodable', { file }, { encoding: declaredIn(decoded.value.text).toUpperCase() });
  if (text.trim() === '') return refused('document-empty', { file });
  const source = { file, text, byteOrderMark: hasMark(bytes), limits };
  const read = /^\s*</.test(text) ? parseXmlDocument(source, decoded.value) : parseJsonDocument(source, decoded.value);
  return read.ok ? { ...read, diagnostics: [...encodingFaults(file, decoded.value, text), ...read.diagnostics] } : read;
};

/** Parses what this program has just written. JSON.stringify made a CKLB, so JSON.parse reads it: it knows no places. */
export const parseWritten = ({ format, fileName: file, text }: WrittenFile): Reading<ParsedDocument> => {
  if (format === 'cklb')
    return { ok: true, value: { format, file, value: JSON.parse(text), byteOrderMark: false }, diagnostics: [] };
  const read = parseXml(text, file, highestLimits);
  if (!read.ok) return read;
  const document = { file, root: read.value, text, at: lineIndex(text), byteOrderMark: false };
  return { ok: true, value: { format, ...document }, diagnostics: [] };
};

/** A checklist as it was written. */
export interface WrittenFile {
  readonly format: FormatName;
  readonly fileName: string;
  readonly text: string;
}

/**
 * The decoder takes byte order marks out at every line, as exports may be joined; the texts of a checklist may hold one. What is no UTF-8 it takes for
 * Windows-1252, as exports are: XML may name another encoding.
 */
const wholeText = (bytes: Uint8Array, { text, encoding }: Decoded): string | undefined => {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes);
  const declared = declaredIn(text);
  // TextDecoder is not relied on for these two, which are one to it.
  return isSingleByte(declared) && !/^(?:windows-1252|cp1252|iso-8859-1|latin1)$/i.test(declared)
    ? decodeWith(declared, bytes)
    : text;
};

const declaredIn = (text: string): string => declaredEncoding(text) ?? 'utf-8';

interface Source {
  readonly file: string;
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly limits: Partial<InputLimits>;
}

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff);

/** The decoder's own messages are about exports. */
const asDocument = (d: Diagnostic): Diagnostic => {
  if (d.code === 'binary-input') return diagnostic('document-binary', d.place, d.args);
  return d.code === 'undecodable-input' ? diagnostic('document-undecodable', d.place, d.args) : d;
};

const encodingFaults = (file: string, { encoding }: Decoded, text: string): readonly Diagnostic[] => {
  if (encoding === 'windows-1252') return [diagnostic('document-encoding', { file }, { encoding: declaredIn(text) })];
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom')
    return [diagnostic('document-encoding', { file }, { encoding })];
  return isReadAsUtf8(text)
    ? []
    : [diagnostic('document-encoding-declared', { file, line: 1, column: 1 }, { declared: declaredIn(text) })];
};

const parseXmlDocument = (source: Source, { encoding }: Decoded): Reading<ParsedDocument | ParsedArf> => {
  const { file, text, byteOrderMark, limits } = source;
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text)) return refused('document-is-html', { file });
  if (/^\s*<(?:Objs\b|#)/.test(text)) return refused('document-is-export', { file }, { what: 'a CLIXML export' });
  const declared = declaredIn(text);
  // Bytes that are no UTF-8 are damaged, unless the file says itself what they are.
  if (encoding === 'windows-1252' && !isSingleByte(declared))
    return refused('document-undecodable', { file }, { encoding: declared.toUpperCase() });
  if (readProlog(text).root === 'Objs') return refused('document-is-export', { file }, { what: 'a CLIXML export' });
  const read = parseXml(text, file, limits, skipsOf(text));
  // What is not XML, or too deep, is refused as that.
  if (!read.ok) return read;
  const tooMany = tooManyRulesInXml(text, file, limits);
  if (tooMany.length > 0) return { ok: false, diagnostics: tooMany };
  const root = read.value;
  const document = { file, root, text, at: lineIndex(text), byteOrderMark };
  switch (root.name) {
    case 'CHECKLIST':
      return { ok: true, value: { format: 'ckl', ...document }, diagnostics: [] };
    case 'TestResult':
      return { ok: true, value: { format: 'xccdf', ...document }, diagnostics: [] };
    case 'Benchmark':
      if (!hasResults(root)) return refused('document-without-results', { file });
      return { ok: true, value: { format: 'xccdf', ...document }, diagnostics: [] };
    case scapRoots.arf:
      if (!hasResults(root)) return refused('arf-without-results', { file });
      return { ok: true, value: { format: 'arf', ...document }, diagnostics: [] };
    case scapRoots.dataStream:
      return refused('document-is-data-stream', { file });
    case 'Objs':
      return refused('document-is-export', { file }, { what: 'a CLIXML export' });
    default:
      return refused('document-unrecognised', { file }, { what: rootName(root), formats: formats });
  }
};

/** Results under a wrong name are still results, and are checked as such. */
const hasResults = (element: XmlElement): boolean =>
  elementsOf(element).some((child) => child.name === 'TestResult' || child.name === 'rule-result' || hasResults(child));

const rootName = ({ name, namespace }: XmlElement): string =>
  `XML with the root "${name}"${namespace === '' ? '' : ` (${namespace})`}`;

/** Properties of a connector, as a key, in a header or as a label; and what PowerShell puts first. */
const exportMarks =
  /^#(?:TYPE |< CLIXML)|(?:^|[",;\t])(?:DomainSecureEnabled|AddressSpaces|SmartHosts)(?:[",;\t\r]| *:|$)/im;

const parseJsonDocument = (source: Source, { encoding }: Decoded): Reading<ParsedDocument> => {
  const { file, text, byteOrderMark, limits } = source;
  if (!/^\s*[[{]/.test(text)) {
    if (exportMarks.test(text)) return refused('document-is-export', { file }, { what: 'an export' });
    return refused('document-unrecognised', { file }, { what: 'other text', formats: formats });
  }
  const read = parseJson(text, file, limits);
  if (!read.ok) return { ok: false, diagnostics: read.diagnostics.map(asJsonDocument) };
  if (!isCklb(read.value)) {
    if (exportMarks.test(text)) return refused('document-is-export', { file }, { what: 'a JSON export' });
    return refused('document-unrecognised', { file }, { what: 'other JSON', formats: formats });
  }
  if (encoding === 'windows-1252') return refused('document-undecodable', { file }, { encoding: 'UTF-8' });
  const tooMany = tooManyRulesInCklb(read.value, file, limits);
  if (tooMany.length > 0) return { ok: false, diagnostics: tooMany };
  const at = lineIndex(text);
  const twice = keysTwice(read.value).map(({ key, first, second, path }) =>
    diagnostic(
      'cklb-key-twice',
      { file, ...at(second), property: path },
      { key: key, firstLine: String(at(first).line) },
    ),
  );
  const document = { file, value: JSON.parse(text), at: positionOf(read.value, at), byteOrderMark };
  return { ok: true, value: { format: 'cklb', ...document }, diagnostics: twice };
};

/** The parser's own messages are about exports. */
const asJsonDocument = (d: Diagnostic): Diagnostic => {
  if (d.code === 'json-truncated' || d.code === 'json-syntax') return diagnostic('document-json', d.place, d.args);
  return d.code === 'json-trailing-text' ? diagnostic('document-json', d.place, { token: 'the end of the file' }) : d;
};

/** A damaged checklist may lack any one of its parts. */
const isCklb = (node: JsonNode): boolean =>
  node.kind === 'object' &&
  node.members.some(({ key }) => key === 'stigs' || key === 'cklb_version' || key === 'target_data');
