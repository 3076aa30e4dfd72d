import type { Diagnostic, Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExportProperty, ExportRecord } from '../../model/export-record.js';
import { type InputLimits, limitsOf } from '../../text/input-limits.js';
import { linesOf } from '../../text/lines.js';
import { isSecret } from '../secrets.js';
import { seen } from '../seen.js';
import { missingAtEnd, missingLabel } from './cut.js';
import { type ListObject, readObjects } from './object.js';
import { filterIn, isCommandLine, isEmptyPrompt } from './prompt.js';
import { looksLikeTable } from './table.js';
import { valueOfPieces } from './value.js';

/**
 * Reads what `Get-SendConnector | Format-List` printed: labels padded to the longest, ` : `, values, blank lines between
 * objects. A value's further lines are indented to the value's column, exactly as PowerShell does it; nothing else is
 * taken for one. Blank values are null; see ./list-value.ts for lists and for what was cut. Records and properties carry
 * their line. A prompt with the command above the output, or an empty one below it, is skipped. Refused whole:
 * `format-table-text`, `list-command-filters`, `list-line-unrecognised`, `list-duplicate-label`, `list-object-cut`.
 * Warning: `list-end-missing`.
 *
 * @param text the decoded file
 * @param file the path to show in diagnostics
 */
export const fromFormatList = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<readonly ExportRecord[]> => {
  if (looksLikeTable(text)) return refuse(diagnostic('format-table-text', { file }));
  const written = linesOf(text);
  const { maxItems } = limitsOf(limits);
  if (written.length > maxItems)
    return refuse(diagnostic('too-many-items', { file }, { expected: String(maxItems), actual: 'lines' }));
  const command = written.findIndex((line) => line.trim() !== '');
  const filter = isCommandLine(written[command] ?? '') ? filterIn(written[command] ?? '') : undefined;
  if (filter !== undefined)
    return refuse(diagnostic('list-command-filters', { file, line: command + 1 }, { actual: seen(filter) }));
  const lines = withoutPrompts(written);
  const read = readObjects(lines, file);
  if ('code' in read) return refuse(read);
  const { objects, ended } = read;
  for (const [i, object] of objects.entries()) {
    const place = { file, line: object.line };
    const missing = missingAtEnd(objects, i);
    if (missing !== undefined) return refuse(diagnostic('list-object-cut', place, { actual: missing }));
    // PowerShell pads labels to the longest, so that it must be there.
    const room = missingLabel(object);
    if (room !== undefined)
      return refuse(diagnostic('list-object-cut', place, { actual: `a property whose name has ${room} letters` }));
  }
  const line = objects.at(-1)?.line;
  // The last line is the beginning of a value, or of the indent before a value's next line.
  if (!ended && written.at(-1) !== '' && lines.at(-1) === written.at(-1))
    return refuse(diagnostic('list-object-cut', { file, line }, { actual: 'the end of its last line' }));
  const warnings = ended ? [] : [diagnostic('list-end-missing', { file, line })];
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  return { ok: true, value: objects.map((object) => recordOf(object, width, file)), diagnostics: warnings };
};

const refuse = (why: Diagnostic): Reading<never> => ({ ok: false, diagnostics: [why] });

/** Blanks the first line where it is a prompt with the command, and ends the text above the last where it is an empty prompt. */
const withoutPrompts = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const isPrompt = (line: string, i: number) =>
    (i === first && isCommandLine(line)) || (i === last && isEmptyPrompt(line));
  const shown = lines.map((line, i) => (i === first && isPrompt(line, i) ? '' : line));
  // The prompt below is no blank line: whether the last object has one behind it must still show.
  return isPrompt(lines[last] ?? '', last) ? [...shown.slice(0, last), ''] : shown;
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
