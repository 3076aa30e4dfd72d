import { diagnostic } from '../diagnostics/catalog.js';
import type { ExportFormat } from '../model/connector.js';
import type { Reading } from '../model/diagnostic.js';
import { isCommandLine } from './prompt.js';
import { looksLikeTable } from './table.js';

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
  if (start.startsWith('#< CLIXML') || /^(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<([\w]+:)?Objs\b/s.test(start))
    return found('clixml');
  // The XML parser refuses a DOCTYPE by name; that of HTML is something else.
  if (/<!DOCTYPE\s+(?!html)/i.test(start) && start.startsWith('<')) return found('clixml');
  if (start.startsWith('<')) return refuseMarkup(start, file);
  const first = start.split(/\r\n?|\n/, 1)[0] ?? '';
  // Before JSON: the Exchange Management Shell's prompt begins with a bracket.
  if (isCommandLine(first)) return looksLikeTable(text) ? refuse('format-table-text', file) : found('list');
  if (start.startsWith('{') || start.startsWith('[')) return found('json');
  if (looksLikeTable(text)) return refuse('format-table-text', file);
  if (/^"?#TYPE\s/i.test(first) || /^"?sep=."?\s*$/i.test(first)) return found('csv');
  if (/^[A-Za-z_][\w.]*\s+:(\s|$)/.test(first)) return found('list');
  if (looksLikeHeader(first)) return found('csv');
  return refuse('format-unrecognised', file, first.slice(0, 40));
};

/** A line of names, quoted or not, with something between them; or one name that stands alone. */
const looksLikeHeader = (line: string): boolean =>
  /^\s*"?[A-Za-z_][^"]*"?(\s*[,;\t|]|\s*$)/.test(line) && !/[.!?]\s*$/.test(line.trim()) && knownName.test(line);

/** A header names at least one property of connectors, or is what Format-List | Export-Csv writes. */
const knownName =
  /(^|[,;\t|"\s])(Name|Identity|Guid|DistinguishedName|Enabled|DomainSecureEnabled|DNSRoutingEnabled|TlsAuthLevel|TlsDomain|SmartHosts|AddressSpaces|RequireTLS|IgnoreSTARTTLS|SourceTransportServers|RunspaceId|PSComputerName|ClassId2e4f51ef21dd47e99d3c952918aff9cd)("|\s|[,;\t|]|$)/i;

const refuseMarkup = (start: string, file: string): Reading<Detected> => {
  if (/^<(!DOCTYPE\s+html|html|head|body|table)\b/i.test(start)) return refuse('html-input', file);
  const root = /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/.exec(start.replace(/<\?.*?\?>|<!--.*?-->/gs, ''))?.[2] ?? '';
  if (/^html$/i.test(root)) return refuse('html-input', file);
  if (root === 'Objects') return refuse('convertto-xml-input', file);
  if (/^(CHECKLIST|Benchmark|TestResult|data-stream-collection)$/.test(root))
    return refuse('checklist-as-export', file, root);
  return refuse('other-xml', file, root || start.slice(0, 20));
};

const refuse = (code: Parameters<typeof diagnostic>[0], file: string, actual?: string): Reading<Detected> => ({
  ok: false,
  diagnostics: [diagnostic(code, { file }, { actual })],
});
