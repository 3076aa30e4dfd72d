import { isSendConnectorName, outboundOnly, receiveOnly, transportOnly } from '../property-names.js';
import { cellsOf, indexOfCell } from './cells.js';

/** A line's label and where its value begins. */
export interface Label {
  readonly name: string;
  readonly value: number;
}

/** The label of a line as Format-List prints it, padded so that its colon is in that cell. */
export const labelAt = (line: string, colon: number): Label | undefined => {
  const at = indexOfCell(line, colon);
  if (line.charAt(at) !== ':' || line.charAt(at - 1) !== ' ' || !isBlank(line.charAt(at + 1))) return undefined;
  const name = line.slice(0, at).trimEnd();
  return isLabel(name) ? { name, value: at + 2 } : undefined;
};

/** How much of a line is searched for its label. */
const longest = 120;

/**
 * The label of a line that lost its padding: what stands before the first colon with a blank or nothing behind it. Without a blank
 * before the colon it is one word; `known` takes only names of a connector's properties, because any prose has colons.
 */
export const looseLabel = (line: string, known: boolean): Label | undefined => {
  const at = line.slice(0, longest).search(/:(?:\s|$)/);
  const name = line.slice(0, Math.max(at, 0)).trimEnd();
  if (!isLabel(name)) return undefined;
  const fits = known ? isConnectorName(name) : name.length < at || !/\s/.test(name);
  return fits ? { name, value: at + 1 } : undefined;
};

/** True for the name of a property of a connector, whichever cmdlet's, or of the transport configuration. */
export const isConnectorName = (name: string): boolean => {
  const key = name.trim().toLowerCase();
  return isSendConnectorName(key) || receiveOnly.has(key) || outboundOnly.has(key) || transportOnly.has(key);
};

/** The cells in which a line may have the colon behind its label: the first three, because a label may have one in it. */
const colonsIn = (line: string): number[] => {
  const cells: number[] = [];
  for (let at = line.indexOf(' :'); at !== -1 && cells.length < 3; at = line.indexOf(' :', at + 1))
    if (isBlank(line.charAt(at + 2))) cells.push(cellsOf(line.slice(0, at + 1)));
  return cells;
};

/** The cell of the colon that most lines of an object share, the first of these; undefined where no line has a label. */
export const sharedColon = (lines: Iterable<string>): number | undefined => {
  const counts = new Map<number, number>();
  for (const line of lines) for (const cell of colonsIn(line)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let best: number | undefined;
  let most = 0;
  for (const [cell, count] of counts)
    if (count > most || (count === most && cell < (best ?? 0))) [best, most] = [cell, count];
  return best;
};

/** False also for what stands before the colon of a message: the name of a stream or cmdlet. */
const isLabel = (name: string): boolean =>
  /^[^\s+]/.test(name) && !name.includes('\t') && !/^(?:WARNING|ERROR|VERBOSE|DEBUG|[A-Z][a-z]+-[A-Z]\w+)$/.test(name);

const isBlank = (character: string): boolean => character === '' || character === ' ' || character === '\t';
