import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { type Reports, report } from '../../diagnostics/reports.js';
import type { ExportRecord } from '../../model/export-record.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { withoutSpacing } from './double-spaced.js';
import { toShownLines } from './lines.js';
import type { Fault } from './object.js';
import { partsOf } from './parts.js';
import type { Cmdlet } from './prompt.js';
import { recordsOf } from './records.js';

/**
 * Reads what a console, a transcript or a file has of `Get-SendConnector | Format-List`: objects of `label : value` lines
 * (./object.ts), and around them what ./parts.ts knows. Whatever else stands in the text withholds the pass. Blank values are null;
 * see ./value.ts for lists and for what was cut. Records and properties carry their line. Refused: text without any connector
 * (`list-nothing`, `table-without-settings`), unless a prompt shows that connectors were asked for and there are none.
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 * @param cmdlet whose output is read, where it is not Get-SendConnector's
 */
export const fromFormatList = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
  cmdlet?: Cmdlet,
): Reading<readonly ExportRecord[]> => {
  const { maxItems } = limitsOf(limits);
  const { lines, changed } = toShownLines(text);
  if (lines.length > maxItems)
    return refuse(diagnostic('too-many-items', { file }, { limit: maxItems, items: 'lines' }));
  const reports: Reports = new Map();
  const tell = (found: Diagnostic) => report(reports, found);
  const layout = (line: number) => tell(diagnostic('list-layout', { file, line: line + 1 }));
  if (changed !== undefined) layout(changed);
  const fault: Fault = (code, line) => tell(diagnostic(code, { file, line: line + 1 }));
  const parts = partsOf(lines, fault, cmdlet);
  const { records, listed, tables } = recordsOf(withoutSpacing(parts, layout), lines, { file, cmdlet }, tell);
  const nothing = (listed && reports.size === 0) || parts.length === 0;
  if (records.length === 0 && !nothing)
    return refuse(diagnostic(tables > 0 ? 'table-without-settings' : 'list-nothing', { file }));
  return { ok: true, value: records, diagnostics: [...reports.values()] };
};

const refuse = (why: Diagnostic): Reading<never> => ({ ok: false, diagnostics: [why] });
