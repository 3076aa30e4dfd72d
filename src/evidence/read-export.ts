import { decodeExport } from '../bytes/decode-export.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Encoding, ExportFormat, SendConnector } from '../model/connector.js';
import type { ExportRecord } from '../model/export-record.js';
import type { InputLimits } from '../text/input-limits.js';
import { toConnectorRecords } from './connector-records.js';
import { type Detected, detect } from './detect.js';
import type { Cmdlet } from './list/prompt.js';
import { toSendConnectors } from './send-connector.js';

/** What one export file holds. `format` is `csv` for an empty file, which any cmdlet may have left. */
export interface Export {
  readonly format: ExportFormat;
  readonly encoding: Encoding;
  readonly connectors: readonly SendConnector[];
}

/** The same before anybody asked what the records mean, with what was said while they were read. */
export interface ExportRecords extends Omit<Export, 'connectors'> {
  readonly records: readonly ExportRecord[];
}

/**
 * Reads one export: decodes, tells the format by its content (or takes the one that was asked for), reads the records and
 * normalises them. Whatever is not known to be genuine is a diagnostic that withholds a pass. Loads a reader only when a file
 * needs it.
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
  const read = await readRecords(bytes, file, { inputFormat, limits });
  if (!read.ok) return read;
  const { records, ...how } = read.value;
  const { connectors, diagnostics } = toSendConnectors(records);
  const nothing: Diagnostic[] = records.length === 0 ? [diagnostic('export-empty', { file })] : [];
  return {
    ok: true,
    value: { ...how, connectors },
    diagnostics: [...read.diagnostics, ...diagnostics, ...nothing],
  };
};

/**
 * The first half of `readExport`: the records of an export's send connectors, none for an empty file.
 */
export const readRecords = async (
  bytes: Uint8Array,
  file: string,
  how: Omit<HowToRead, 'cmdlet'>,
): Promise<Reading<ExportRecords>> => {
  const found = await readObjects(bytes, file, how);
  if (!found.ok) return found;
  const { format, records } = found.value;
  const connectors = toConnectorRecords(records, format);
  if (!connectors.ok) return connectors;
  return {
    ok: true,
    value: { ...found.value, records: connectors.value },
    diagnostics: [...found.diagnostics, ...connectors.diagnostics],
  };
};

interface HowToRead {
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
  /** Whose output it is, where that is not Get-SendConnector: a prompt may show another's command. */
  readonly cmdlet?: Cmdlet | undefined;
}

/** All that an export holds, whatever it is; nothing of an empty file. */
export const readObjects = async (
  bytes: Uint8Array,
  file: string,
  { inputFormat = 'auto', limits = {}, cmdlet }: HowToRead,
): Promise<Reading<ExportRecords>> => {
  const decoded = decodeExport(bytes, file);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const detected = detect(text, file);
  if (!detected.ok && inputFormat === 'auto') return detected;
  const format = inputFormat === 'auto' && detected.ok ? notEmpty(detected.value) : (inputFormat as ExportFormat);
  if (detected.ok && detected.value === 'empty')
    return { ok: true, value: { format, encoding, records: [] }, diagnostics: decoded.diagnostics };
  const found = await (await readerOf(format))(text, file, limits, cmdlet);
  if (!found.ok) return found;
  return {
    ok: true,
    value: { format, encoding, records: found.value },
    diagnostics: [...decoded.diagnostics, ...found.diagnostics],
  };
};

const notEmpty = (detected: Detected): ExportFormat => (detected === 'empty' ? 'csv' : detected);

type Reader = (
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  cmdlet: Cmdlet | undefined,
) => Reading<readonly ExportRecord[]>;

const readerOf = async (format: ExportFormat): Promise<Reader> => {
  switch (format) {
    case 'csv':
      return (await import('./csv/read.js')).fromCsv;
    case 'json':
      return (await import('./json/read.js')).fromJson;
    case 'clixml':
      return (await import('./clixml/read.js')).fromClixml;
    case 'list':
      return (await import('./list/read.js')).fromFormatList;
  }
};
