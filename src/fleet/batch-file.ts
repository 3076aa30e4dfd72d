import { decodeExport } from '../bytes/decode-export.js';
import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { readPreamble } from '../evidence/csv/header.js';
import { readRows } from '../evidence/csv/rows.js';
import { detect } from '../evidence/detect.js';
import { parseJson } from '../json/parse.js';
import type { JsonNode } from '../json/tree.js';
import type { InputLimits } from '../text/input-limits.js';

/** A file that stands for a fleet: a manifest with its decoded text, or an export of many hosts. */
export type BatchFile = { readonly kind: 'manifest'; readonly text: string } | { readonly kind: 'export' };

/**
 * Tells by its content what a file is that `batch` is given: a manifest is CSV whose header has a column `exports`, or JSON whose
 * records (or those under `hosts`) have `exports`; everything else that an export can be is one. Refused: `batch-file-unrecognised`
 * (neither), and whatever `decode` and `detect` refuse by name.
 */
export const kindOfBatchFile = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<BatchFile> => {
  const decoded = decodeExport(bytes, file);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  if (isJson(text) ? isJsonManifest(text, file, limits) : hasExportsColumn(text))
    return { ok: true, value: { kind: 'manifest', text }, diagnostics: decoded.diagnostics };
  const detected = detect(text, file);
  if (detected.ok && detected.value !== 'empty')
    return { ok: true, value: { kind: 'export' }, diagnostics: decoded.diagnostics };
  const neither = detected.ok ? 'an empty file' : 'other text';
  if (!detected.ok && detected.diagnostics.some((d) => d.code !== 'format-unrecognised')) return detected;
  return { ok: false, diagnostics: [diagnostic('batch-file-unrecognised', { file }, { what: neither })] };
};

const isJson = (text: string): boolean => /^\s*[[{]/.test(text) && !/^\s*\[PS\]/.test(text);

/** The look at the text spares all but a few exports the parsing. */
const isJsonManifest = (text: string, file: string, limits: Partial<InputLimits>): boolean => {
  if (!/"exports"\s*:/i.test(text)) return false;
  const parsed = parseJson(text, file, limits);
  // A manifest that was cut off is still more likely one than an export with such a property.
  return !parsed.ok || recordsIn(parsed.value).some((record) => hasKey(record, 'exports'));
};

const recordsIn = (root: JsonNode): readonly JsonNode[] => {
  if (root.kind === 'array') return root.items;
  const hosts = root.kind === 'object' ? root.members.find(({ key }) => key.toLowerCase() === 'hosts') : undefined;
  return hosts?.value.kind === 'array' ? hosts.value.items : [root];
};

const hasKey = (node: JsonNode, name: string): boolean =>
  node.kind === 'object' && node.members.some(({ key }) => key.toLowerCase() === name);

/** More than any manifest's header has; an XML file may be one line of many megabytes. */
const headLength = 20_000;

const hasExportsColumn = (text: string): boolean => {
  const head = text.slice(0, headLength);
  const { offset, delimiter } = readPreamble(head);
  const [header = ''] = head.slice(offset).split(/[\r\n]/, 1);
  const isExports = (cell: string) => cell.trim().toLowerCase() === 'exports';
  return readRows(header, { offset: 0, lines: 0, delimiter }, ({ cells }) => cells.some(isExports)) ?? false;
};
