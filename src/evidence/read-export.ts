import { diagnostic } from '../diagnostics/catalog.js';
import type { Encoding, ExportFormat, SendConnector } from '../model/connector.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import type { ExportRecord } from '../model/export-record.js';
import { decode } from '../text/decode.js';
import type { InputLimits } from '../text/input-limits.js';
import { type Detected, detect } from './detect.js';
import { notAlike } from './records-alike.js';
import { toSendConnectors } from './send-connector.js';

/** What one export file holds. `format` is `csv` for an empty file, which any cmdlet may have left. */
export interface Export {
  readonly format: ExportFormat;
  readonly encoding: Encoding;
  readonly connectors: readonly SendConnector[];
}

/**
 * Reads one export: decodes, tells the format by its content (or takes the one that was asked for), reads the records and
 * normalises them. Refused whole or read whole; what the readers refuse aside, where the records of one file do not have the
 * same properties (`records-not-alike`). Loads a reader only when a file needs it.
 *
 * @param bytes the file's bytes
 * @param file the path to show in diagnostics
 */
export const readExport = async (
  bytes: Uint8Array,
  file: string,
  inputFormat: ExportFormat | 'auto' = 'auto',
  limits: Partial<InputLimits> = {},
): Promise<Reading<Export>> => {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const detected = detect(text, file);
  if (!detected.ok && inputFormat === 'auto') return detected;
  if (detected.ok && detected.value === 'empty')
    return {
      ok: true,
      value: { format: inputFormat === 'auto' ? 'csv' : inputFormat, encoding, connectors: [] },
      diagnostics: [...decoded.diagnostics, diagnostic('export-empty', { file })],
    };
  const format = inputFormat === 'auto' && detected.ok ? notEmpty(detected.value) : (inputFormat as ExportFormat);
  const records = await (await readerOf(format))(text, file, limits);
  if (!records.ok) return records;
  const connectors = toSendConnectors(records.value);
  if (!connectors.ok) return connectors;
  const different = format === 'csv' ? undefined : notAlike(records.value);
  if (different !== undefined) return { ok: false, diagnostics: [different] };
  const nothing: Diagnostic[] = connectors.value.length === 0 ? [diagnostic('export-empty', { file })] : [];
  return {
    ok: true,
    value: { format, encoding, connectors: connectors.value },
    diagnostics: [...decoded.diagnostics, ...records.diagnostics, ...connectors.diagnostics, ...nothing],
  };
};

const notEmpty = (detected: Detected): ExportFormat => (detected === 'empty' ? 'csv' : detected);

type Reader = (text: string, file: string, limits: Partial<InputLimits>) => Reading<readonly ExportRecord[]>;

const readerOf = async (format: ExportFormat): Promise<Reader> => {
  switch (format) {
    case 'csv':
      return (await import('./csv.js')).fromCsv;
    case 'json':
      return (await import('./json.js')).fromJson;
    case 'clixml':
      return (await import('./clixml.js')).fromClixml;
    case 'list':
      return (await import('./format-list.js')).fromFormatList;
  }
};
