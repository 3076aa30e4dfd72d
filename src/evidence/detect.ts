import { diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { ExportFormat } from '../model/connector.js';
import { type Prolog, readProlog } from '../xml/prolog.js';
import { isCommandLine } from './list/prompt.js';
import { looksLikeTable } from './list/table.js';
import { headerNames } from './property-names.js';

/** The format of an export, or `empty` for a file without any text: what PowerShell 5.1 writes when there is nothing. */
export type Detected = ExportFormat | 'empty';

/**
 * Tells an export's format by its content, never by its name. What is recognised as something else is refused by name:
 * `format-table-text`, `html-input`, `other-xml`, `convertto-xml-input`, `checklist-as-export`, `format-unrecognised`.
 */
export const detect = (text: string, file: string): Reading<Detected> => {
  const start = text.slice(0, 4096).trimStart();
  const found = (value: Detected): Reading<Detected> => ({ ok: true, value, diagnostics: [] });
  if (text.trim() === '') return found('empty');
  if (start.startsWith('#< CLIXML')) return found('clixml');
  if (start.startsWith('<')) {
    const prolog = readProlog(text);
    // The XML parser refuses a DOCTYPE by name; that of HTML is something else.
    const isClixml = prolog.root === 'Objs' || (prolog.doctype !== undefined && !/^html$/i.test(prolog.doctype));
    return isClixml ? found('clixml') : refuseMarkup(prolog, file);
  }
  const first = start.split(/\r\n?|\n/, 1)[0] ?? '';
  // Before JSON: the Exchange Management Shell's prompt begins with a bracket.
  if (isCommandLine(first)) return looksLikeTable(text) ? refuse('format-table-text', file) : found('list');
  if (start.startsWith('{') || start.startsWith('[')) return found('json');
  if (looksLikeTable(text)) return refuse('format-table-text', file);
  if (/^"?#TYPE\s/i.test(first) || /^"?sep=."?\s*$/i.test(first)) return found('csv');
  if (/^[A-Za-z_][\w.]*\s+:(\s|$)/.test(first)) return found('list');
  if (beginsAsCsv(first)) return found('csv');
  // What cannot be read is not quoted: it may be a secret.
  return refuse('format-unrecognised', file, `${first.length}`);
};

/** A line of names with something between them, quoted or not, of which one at least is known; or one that stands alone. */
const beginsAsCsv = (line: string): boolean =>
  /^"?[A-Za-z_]/.test(line) &&
  !/[.!?]$/.test(line.trimEnd()) &&
  line.split(/[,;\t|]/).some((cell) => headerNames.has(cell.trim().replace(/^"|"$/g, '').trim().toLowerCase()));

const refuseMarkup = ({ root = '', doctype }: Prolog, file: string): Reading<Detected> => {
  if (doctype !== undefined || /^(html|head|body|table)$/i.test(root)) return refuse('html-input', file);
  if (root === 'Objects') return refuse('convertto-xml-input', file);
  if (/^(CHECKLIST|Benchmark|TestResult|data-stream-collection)$/.test(root))
    return refuse('checklist-as-export', file, root);
  return refuse('other-xml', file, root.slice(0, 60));
};

const refuse = (code: Parameters<typeof diagnostic>[0], file: string, actual?: string): Reading<Detected> => ({
  ok: false,
  diagnostics: [diagnostic(code as 'other-xml', { file }, { actual })],
});
