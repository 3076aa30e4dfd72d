import { type Reading, refused } from '../diagnostics/diagnostic.js';
import type { ExportFormat } from '../model/connector.js';
import { linesOf } from '../text/lines.js';
import { type Prolog, readProlog } from '../xml/prolog.js';
import { looseLabel } from './list/label.js';
import { toShownLines } from './list/lines.js';
import { commandBehindPrompt } from './list/prompt.js';
import { dashesBelow } from './list/table.js';
import { headerNames } from './property-names.js';

/** The format of an export, or `empty` for a file without any text: what PowerShell 5.1 writes when there is nothing. */
export type Detected = ExportFormat | 'empty';

/**
 * Tells an export's format by its content, never by its name. What is recognised as something else is refused by name:
 * `html-input`, `other-xml`, `convertto-xml-input`, `checklist-as-export`, `other-text`, `format-unrecognised`.
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
  // Before JSON: the Exchange Management Shell's prompt begins with a bracket. Web pages make no-break spaces of its blanks.
  if (commandBehindPrompt(first.replaceAll('\u00a0', ' ')) !== undefined) return found('list');
  if (start.startsWith('{') || start.startsWith('[')) return found('json');
  if (/^"?#TYPE\s/i.test(first) || /^"?sep=."?\s*$/i.test(first)) return found('csv');
  if (beginsAsCsv(first) && !/^-+$/.test(linesOf(start)[1]?.trim() ?? '')) return found('csv');
  const { lines } = toShownLines(text);
  if (lines.some((line, i) => isOfConsole(line) || dashesBelow(lines, i) !== undefined)) return found('list');
  const what =
    others.find(({ line }) => lines.some((text) => line.test(text)))?.what ?? (isWide(lines) ? wide : undefined);
  if (what !== undefined) return refused('other-text', { file }, { what });
  if (lines.some((line) => looseLabel(line.trimStart(), true) !== undefined)) return found('list');
  // What cannot be read is not quoted: it may be a secret.
  return refused('format-unrecognised', { file });
};

/** A line of names with something between them, quoted or not, of which one at least is known; or one that stands alone. */
const beginsAsCsv = (line: string): boolean =>
  !/^Get-SendConnector\b/i.test(line) &&
  line.split(/[,;\t|]/).some((cell) => headerNames.has(cell.trim().replace(/^"|"$/g, '').trim().toLowerCase()));

/** A line that only a console has: a prompt, or a label with a blank before its colon. */
const isOfConsole = (line: string): boolean =>
  commandBehindPrompt(line) !== undefined ||
  (/^[^:]*[ \t]:/.test(line) && looseLabel(line.trimStart(), true) !== undefined);

/** Texts that name send connectors' properties without being Get-SendConnector's output, each by a line. */
const others: readonly { readonly line: RegExp; readonly what: string }[] = [
  { line: /^(?:SmartHosts|DomainSecureEnabled):\t/, what: "Evaluate-STIG's finding details" },
  { line: /^(?:Exchange )?Health ?Checker/i, what: "HealthChecker's output" },
  { line: /^\s*(?:New|Set)-SendConnector\b/i, what: 'a command that configures send connectors' },
  { line: /^\s*x?Exch(?:ange)?SendConnector\b/i, what: 'a DSC configuration' },
  { line: /^class \w+$/, what: 'Format-Custom output' },
];

const wide = 'Format-Wide output, which shows names only';

/** Format-Wide pads each name to the width of its column. */
const isWide = (lines: readonly string[]): boolean =>
  lines.every((line) => line.trim() === '' || /\S {3,}(?:\S|$)/.test(line));

const refuseMarkup = ({ root = '', doctype }: Prolog, file: string): Reading<Detected> => {
  if (doctype !== undefined || /^(html|head|body|table)$/i.test(root)) return refused('html-input', { file });
  if (root === 'Objects') return refused('convertto-xml-input', { file });
  if (/^(CHECKLIST|Benchmark|TestResult|data-stream-collection|asset-report-collection)$/.test(root))
    return refused('checklist-as-export', { file }, { root });
  return refused('other-xml', { file }, { root: root.slice(0, 60) });
};
