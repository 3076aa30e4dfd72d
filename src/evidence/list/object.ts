import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../model/place.js';
import { shownName } from '../property-names.js';

/** An object of Format-List text as its lines give it; made line by line. */
export interface ListObject {
  /** The line of its first label. */
  readonly line: number;
  /** Where values begin: the offset behind ` : `. */
  readonly valueColumn: number;
  readonly properties: ListProperty[];
  /** By label in lower case. */
  readonly lineOf: Map<string, number>;
}

/** The objects of a text; `ended` is true when a blank line follows the last, as PowerShell prints it. */
export interface ListObjects {
  readonly objects: readonly ListObject[];
  readonly ended: boolean;
}

export interface ListProperty {
  readonly name: string;
  readonly key: string;
  readonly line: number;
  /** The value's lines without their indent, and how long the lines are with it. */
  readonly lines: { readonly text: string; readonly length: number }[];
}

/**
 * Takes the lines of Format-List text apart into objects. Every line must be blank, `Name : value` with the colon where the
 * object's first line has it, or indented to the column of the values; the first that is not is refused
 * (`list-line-unrecognised`), and so is a label that an object has twice (`list-duplicate-label`).
 */
export const readObjects = (lines: readonly string[], file: string): ListObjects | Diagnostic => {
  const objects: ListObject[] = [];
  let object: ListObject | undefined;
  let blanks: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') {
      blanks.push(line);
      continue;
    }
    const current = object?.properties.at(-1);
    if (object !== undefined && current !== undefined && isIndented(line, object.valueColumn)) {
      // Blank lines above an indented one are empty lines of the value.
      for (const inner of blanks) current.lines.push({ text: '', length: inner.length });
      current.lines.push({ text: line.slice(object.valueColumn), length: line.length });
      blanks = [];
      continue;
    }
    const label = labelOf(line);
    if (label === undefined) return unrecognised(line, { file, line: i + 1 });
    const { name, colon } = label;
    const key = name.toLowerCase();
    if (object === undefined || separates(blanks, object, key)) {
      object = { line: i + 1, valueColumn: colon + 2, properties: [], lineOf: new Map() };
      objects.push(object);
    }
    blanks = [];
    if (colon + 2 !== object.valueColumn) return unrecognised(line, { file, line: i + 1 });
    const first = object.lineOf.get(key);
    if (first !== undefined)
      return diagnostic(
        'list-duplicate-label',
        { file, line: i + 1, property: shownName(name) },
        { expected: `${first}` },
      );
    object.lineOf.set(key, i + 1);
    const value = { text: line.slice(object.valueColumn), length: line.length };
    object.properties.push({ name, key, line: i + 1, lines: [value] });
  }
  // What stands behind the last line end is nothing; a blank one with the values' indent is a line of the last value.
  const column = object?.valueColumn;
  const ended =
    object === undefined || (blanks.at(-1) === '' && blanks.slice(0, -1).some((blank) => blank.length !== column));
  return { objects, ended };
};

/** A line's label and the column of its colon: the first, with white space before it and a space or nothing behind. */
const labelOf = (line: string): { readonly name: string; readonly colon: number } | undefined => {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trimEnd();
  const stands = name !== '' && name.length < colon && name.trimStart() === name;
  return stands && /^[ \t]?$/.test(line.charAt(colon + 1)) && !/[^\S ]/.test(line.slice(0, colon))
    ? { name, colon }
    : undefined;
};

const isIndented = (line: string, column: number): boolean =>
  line.length > column && line.startsWith(' '.repeat(column));

/** Blank lines end an object, unless they are empty lines at a value's end, which PowerShell indents like its others. */
const separates = (blanks: readonly string[], object: ListObject, nextKey: string): boolean =>
  blanks.length > 0 && (object.lineOf.has(nextKey) || blanks.some((blank) => blank.length !== object.valueColumn));

/** Quotes nothing of the line but a property's name: it may belong to a secret. */
const unrecognised = (line: string, place: Place): Diagnostic =>
  diagnostic('list-line-unrecognised', place, {
    actual: `${line.length} characters, first ${shownName(/^\s*(\w+)/.exec(line)?.[1] ?? '')}`,
  });
