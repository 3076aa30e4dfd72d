import { diagnostic } from '../diagnostics/catalog.js';
import type { Diagnostic, Reading } from '../model/diagnostic.js';
import type { ExportProperty, ExportRecord } from '../model/export-record.js';
import { endsWithLineEnd, linesOf } from '../text/lines.js';
import { missingAtEnd, missingLabel } from './list-cut.js';
import { type ListObject, readObjects } from './list-object.js';
import { valueOfPieces } from './list-value.js';
import { isCommandLine, isEmptyPrompt } from './prompt.js';
import { isSecret } from './secrets.js';
import { looksLikeTable } from './table.js';

/**
 * Reads what `Get-SendConnector | Format-List` printed: labels padded to the longest, ` : `, values, blank lines between
 * objects. A value's further lines are indented to the value's column, exactly as PowerShell does it; nothing else is
 * taken for one. Blank values are null; see ./list-value.ts for lists and for what was cut. Records and properties carry
 * their line. A prompt with the command above the output, or an empty one below it, is skipped. Refused whole:
 * `format-table-text`, `list-line-unrecognised`, `list-duplicate-label`, `list-object-cut`. Warnings:
 * `list-label-missing`, `export-end-missing`.
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 */
export const fromFormatList = (text: string, file: string): Reading<readonly ExportRecord[]> => {
  if (looksLikeTable(text)) return refuse(diagnostic('format-table-text', { file }));
  const lines = withoutPrompts(linesOf(text));
  const read = readObjects(lines, file);
  if (!Array.isArray(read)) return refuse(read);
  const warnings: Diagnostic[] = [];
  for (const [i, object] of read.entries()) {
    const place = { file, line: object.line };
    const missing = missingAtEnd(read, i);
    if (missing !== undefined) return refuse(diagnostic('list-object-cut', place, { actual: missing }));
    const longer = missingLabel(object);
    if (longer === undefined) continue;
    // PowerShell ends every object with a blank line: without it and without the longest label, the end is gone.
    if (i === read.length - 1 && !object.ended)
      return refuse(
        diagnostic('list-object-cut', place, { actual: `a property whose name has ${longer.expected} letters` }),
      );
    if (warnings.length === 0) warnings.push(diagnostic('list-label-missing', place, longer));
  }
  if (!endsWithLineEnd(text)) warnings.push(diagnostic('export-end-missing', { file }));
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  return { ok: true, value: read.map((object) => recordOf(object, width, file)), diagnostics: warnings };
};

const refuse = (why: Diagnostic): Reading<never> => ({ ok: false, diagnostics: [why] });

/** Blanks the first line where it is a prompt with the command, and the last where it is an empty prompt. */
const withoutPrompts = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const isPrompt = (line: string, i: number) =>
    (i === first && isCommandLine(line)) || (i === last && isEmptyPrompt(line));
  return lines.map((line, i) => ((i === first || i === last) && isPrompt(line, i) ? '' : line));
};

const recordOf = (object: ListObject, width: number, file: string): ExportRecord => {
  const properties = new Map<string, ExportProperty>();
  for (const { name, key, line, lines } of object.properties) {
    const value = isSecret(name)
      ? ({ kind: 'withheld' } as const)
      : valueOfPieces(lines.map(({ text, length }) => ({ text, full: length >= width })));
    properties.set(key, { name, place: { file, line }, value });
  }
  return { place: { file, line: object.line }, typeNames: [], properties };
};
