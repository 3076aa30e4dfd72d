import { isSendConnectorName } from '../property-names.js';
import { cellsOf } from './cells.js';
import { labelAt, looseLabel, sharedColon } from './label.js';
import { isOneWord, type Piece } from './value.js';

/** An object of Format-List text as its lines give it. Lines count from 0. */
export interface ListObject {
  readonly line: number;
  readonly properties: readonly ListProperty[];
  /** False where its labels are not as PowerShell pads them. */
  readonly padded: boolean;
}

export interface ListProperty {
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  readonly line: number;
  readonly pieces: readonly Piece[];
}

/** What may be wrong with the lines of an object, each told with its line. */
export type Fault = (
  code: 'list-layout' | 'list-lines-removed' | 'list-object-open' | 'list-value-goes-on' | 'list-line-unknown',
  line: number,
) => void;

interface Growing {
  readonly line: number;
  readonly properties: { name: string; key: string; line: number; pieces: Piece[] }[];
  longest: number;
  loose: boolean;
}

/** True where an object begins: with a label as Format-List prints it, or with a connector's that lost its layout. */
export const beginsObject = (line: string): boolean => {
  const text = line.trimStart();
  if (text !== line) return looseLabel(text, true) !== undefined;
  const colon = sharedColon([line]);
  return (colon !== undefined && labelAt(line, colon) !== undefined) || looseLabel(line, true) !== undefined;
};

/** What there is to know about the text that an object stands in. */
export interface Surroundings {
  /** True for a line that belongs to what stands around objects. */
  readonly interrupts: (line: string) => boolean;
  /** True where a console wrote it: consoles and transcripts keep no blanks of a line that has nothing else. */
  readonly isConsole: boolean;
}

/**
 * Reads the object that begins in a line: labels padded to the longest, ` : `, values; a line indented to the values' column, of
 * blanks too, goes on with the value above. An empty line ends it, unless a console wrote it within a value. Where its first label
 * comes again the empty line was lost, and another object begins; right below itself it is one property given twice.
 *
 * @returns the objects, and the line where they end
 */
export const readObjects = (
  lines: readonly string[],
  from: number,
  { interrupts, isConsole }: Surroundings,
  fault: Fault,
): { readonly objects: readonly ListObject[]; readonly end: number } => {
  const indent = /^\s*/.exec(lines[from] ?? '')?.[0] ?? '';
  if (indent !== '') fault('list-layout', from);
  const colon = sharedColon(blockLines(lines, from, indent, interrupts)) ?? 0;
  const valueColumn = colon + 2;
  const begin = (line: number): Growing => ({ line, properties: [], longest: 0, loose: false });
  let object = begin(from);
  const objects = [object];
  let at = from;
  for (; at < lines.length; at++) {
    const line = withoutIndent(lines[at] ?? '', indent);
    const current = object.properties.at(-1);
    if (line === '') {
      const below = isConsole ? endOfBlanks(lines, at, colon, object) : undefined;
      if (below === undefined) break;
      for (; at < below; at++) current?.pieces.push({ text: '', end: 0 });
      at = below - 1;
      continue;
    }
    if (current !== undefined && blanksBefore(line) >= valueColumn) {
      if (isOneWord(current.key)) fault('list-value-goes-on', at);
      current.pieces.push({ text: line.slice(valueColumn), end: cellsOf(line) });
      continue;
    }
    if (line.trim() === '') break;
    const padded = labelAt(line, colon);
    if (padded === undefined && interrupts(lines[at] ?? '')) break;
    const label = padded ?? looseLabel(line, false);
    if (label === undefined) {
      fault('list-line-unknown', at);
      // It may be the rest of the value above, which then is not blank.
      const blank = current?.pieces.every(({ text }) => text.trim() === '') === true;
      if (blank || line.startsWith(' ')) current?.pieces.push({ text: line.trim(), end: cellsOf(line) });
      continue;
    }
    const key = label.name.toLowerCase();
    if (object.properties.length > 1 && key === object.properties[0]?.key) {
      fault('list-object-open', at);
      object = begin(at);
      objects.push(object);
    }
    if (padded === undefined) object.loose = true;
    else object.longest = Math.max(object.longest, cellsOf(label.name));
    const piece = { text: line.slice(label.value), end: cellsOf(line) };
    object.properties.push({ name: label.name, key, line: at, pieces: [piece] });
  }
  if (at >= lines.length || lines[at] !== '') fault('list-object-open', at - 1);
  for (const { loose, longest, line } of objects)
    if (loose) fault('list-layout', line);
    else if (longest < colon - 1) fault('list-lines-removed', line);
  const isPadded = ({ loose, longest }: Growing) => indent === '' && !loose && longest === colon - 1;
  return {
    objects: objects.map((found) => ({ line: found.line, properties: found.properties, padded: isPadded(found) })),
    end: at,
  };
};

/** Properties of a connector whose values may have several lines; those that are none of a connector may, too. */
const ofLines = new Set(['comment', 'admindisplayname']);

/**
 * Where empty lines end that belong to a value: it goes on below them, or it ended in a line break and the object goes on with a
 * label that it does not have yet. Another object has a label of it: its first, or a later one where each has lost different
 * properties. Undefined where they end the object.
 */
const endOfBlanks = (
  lines: readonly string[],
  empty: number,
  colon: number,
  { properties }: Growing,
): number | undefined => {
  const key = properties.at(-1)?.key ?? '';
  if (isSendConnectorName(key) && !ofLines.has(key)) return undefined;
  let below = empty + 1;
  while (lines[below] === '') below++;
  const line = lines[below] ?? '';
  if (line.trim() !== '' && blanksBefore(line) >= colon + 2) return below;
  if (below !== empty + 1 || labelAt(line, colon) === undefined) return undefined;
  const labels: string[] = [];
  for (let next = below; next < lines.length && lines[next] !== ''; next++) {
    const label = labelAt(lines[next] ?? '', colon)?.name.toLowerCase();
    if (label !== undefined) labels.push(label);
  }
  const own = new Set(properties.map((property) => property.key));
  // Where a label comes twice below, the next object's empty line was lost too.
  const isWhole = new Set(labels).size === labels.length;
  return own.has(labels[0] ?? '') || (isWhole && labels.some((label) => own.has(label))) ? undefined : below;
};

/** The lines that may have labels, up to the first that is blank or interrupts. */
function* blockLines(
  lines: readonly string[],
  from: number,
  indent: string,
  interrupts: (line: string) => boolean,
): Generator<string> {
  for (let at = from; at < lines.length && lines[at]?.trim() !== ''; at++) {
    const line = withoutIndent(lines[at] ?? '', indent);
    if (at > from && interrupts(line)) return;
    if (!line.startsWith(' ')) yield line;
  }
}

const withoutIndent = (line: string, indent: string): string =>
  line.startsWith(indent) ? line.slice(indent.length) : line;

const blanksBefore = (line: string): number => {
  let at = 0;
  while (line.charAt(at) === ' ') at++;
  return at;
};
