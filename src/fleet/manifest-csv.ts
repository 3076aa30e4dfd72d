import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { readPreamble } from '../evidence/csv/header.js';
import { readRows } from '../evidence/csv/rows.js';
import type { Place } from '../model/place.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { cutText } from '../text/limit.js';
import { type ManifestSource, manifestLists, manifestNames } from './manifest-source.js';
import { nearestName } from './nearest-name.js';

/**
 * Reads a CSV manifest: a header with names of `manifestNames`, in any order and case, and a row for each host. The delimiter is a
 * comma, semicolon, tab or bar. Cells are text, without the white space around it (but for a host's), whatever a spreadsheet would make of them; rows
 * of empty cells are nothing. Refused whole: `manifest-column` (unknown, without a name, twice, or missing), `manifest-cell-count`,
 * `manifest-damaged` (quotes), `too-many-items` (cells).
 */
export const fromCsvManifest = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<ManifestSource> => {
  const records: Readonly<Record<string, unknown>>[] = [];
  const lines: number[] = [];
  const refusals: Diagnostic[] = [];
  const { maxItems } = limitsOf(limits);
  let columns: readonly string[] | undefined;
  let headerLine = 1;
  let cellCount = 0;
  const stopped = readRows(text, readPreamble(text), ({ cells, line, quotes }): Diagnostic | undefined => {
    cellCount += cells.length;
    if (quotes !== 'whole')
      return diagnostic('manifest-damaged', { file, line }, { format: 'CSV', fault: damage[quotes] });
    if (cellCount > maxItems) return diagnostic('too-many-items', { file, line }, { limit: maxItems, items: 'cells' });
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    if (columns === undefined) {
      columns = cells.map((cell) => cell.trim().toLowerCase());
      headerLine = line;
      refusals.push(...headerFaults(cells, { file, line }));
      return refusals[0];
    }
    if (cells.length !== columns.length)
      return diagnostic('manifest-cell-count', { file, line }, { cells: cells.length, columns: columns.length });
    records.push(recordOf(columns, cells));
    lines.push(line);
    return undefined;
  });
  if (refusals.length > 0) return { ok: false, diagnostics: refusals };
  if (stopped !== undefined) return { ok: false, diagnostics: [stopped] };
  const placeOf: ManifestSource['placeOf'] = ([index, column]) => ({
    file,
    line: typeof index === 'number' ? lines[index] : headerLine,
    ...(column === undefined ? {} : { property: String(column) }),
  });
  return { ok: true, value: { value: records, placeOf }, diagnostics: [] };
};

/** What is wrong with a header, all at once. */
const headerFaults = (cells: readonly string[], place: Place): readonly Diagnostic[] => {
  const names = cells.map((cell) => cell.trim());
  const seen = new Set<string>();
  const faults = names.flatMap((name, i) => {
    const fault = (found: string, expected: string) => [diagnostic('manifest-column', place, { found, expected })];
    if (name === '') return fault(`no name for column ${i + 1}`, 'one for each');
    const key = name.toLowerCase();
    const known: readonly string[] = manifestNames;
    if (!known.includes(key)) return fault(`the column "${cutText(name, 60)}"`, knownNames(name));
    if (seen.has(key)) return fault(`two columns of the name "${key}"`, 'one');
    seen.add(key);
    return [];
  });
  const lacksExports = faults.length === 0 && !seen.has('exports');
  const lacking = { found: 'no column exports', expected: "one with the paths of the host's exports" };
  return lacksExports ? [diagnostic('manifest-column', place, lacking)] : faults;
};

/** What to expect in the place of an unknown name: the one that is most like it, else all of them. */
export const knownNames = (name: string): string => {
  const near = nearestName(name, manifestNames);
  return near === undefined ? `one of ${manifestNames.join(', ')}` : `"${near}"`;
};

/** An empty cell says nothing, so that the property is not there. */
const recordOf = (columns: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    columns.flatMap((column, i): [string, string | readonly string[]][] => {
      const cell = (cells[i] ?? '').trim();
      const members = cell
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      if (manifestLists.has(column)) return members.length === 0 ? [] : [[column, members]];
      // Blanks around a host's name are told of.
      return cell === '' ? [] : [[column, column === 'host' ? (cells[i] ?? '') : cell]];
    }),
  );

const damage = {
  'not-closed': 'the row beginning here has a quote that is never closed',
  misplaced: 'in the row beginning here a quote stands inside a cell, or text behind a closing quote',
} as const;
