import { decisive, send } from '../property-names.js';
import { beginsTip, isComplaint, isNotice, isRule, isTitled, transcriptMark } from './frame.js';
import { looseLabel } from './label.js';
import { beginsObject, type Fault, type ListObject, readObjects } from './object.js';
import { type Cmdlet, commandBehindPrompt, commandKind } from './prompt.js';
import { dashesBelow } from './table.js';

/** A part of a text: what it is, and its lines from `line` to before `end`, counted from 0. */
export type Part = { readonly line: number; readonly end: number } & (
  | { readonly is: 'objects'; readonly objects: readonly ListObject[] }
  | { readonly is: 'table'; readonly dashes: number }
  | { readonly is: 'command'; readonly command: string }
  /** `   Enabled: True`, which Format-List -GroupBy prints above the objects of a group. */
  | { readonly is: 'group'; readonly name: string; readonly value: string }
  | { readonly is: 'frame'; readonly transcript: 'start' | 'end' | undefined }
  | { readonly is: 'complaint' | 'unknown' }
);

/** Takes a text apart. Each line that is not empty belongs to exactly one part. */
export const partsOf = (lines: readonly string[], fault: Fault, cmdlet?: Cmdlet): readonly Part[] => {
  const isConsole = lines.some((line) => commandBehindPrompt(line) !== undefined || transcriptMark(line) !== undefined);
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; ) {
    if (lines[at] === '') {
      at++;
      continue;
    }
    const part = partAt(lines, at, { isConsole, cmdlet }, fault);
    parts.push(part);
    at = part.end;
  }
  return parts;
};

interface TextKind {
  readonly isConsole: boolean;
  readonly cmdlet: Cmdlet | undefined;
}

const partAt = (lines: readonly string[], line: number, { isConsole, cmdlet }: TextKind, fault: Fault): Part => {
  const text = lines[line] ?? '';
  const objects = (): Part => ({ is: 'objects', line, ...readObjects(lines, line, { interrupts, isConsole }, fault) });
  if (looseLabel(text, true) !== undefined) return objects();
  const command = commandBehindPrompt(text);
  if (command !== undefined) return { is: 'command', line, ...wholeCommand(lines, line, command, cmdlet) };
  if (isFrame(text)) return { is: 'frame', line, end: line + 1, transcript: transcriptMark(text) };
  if (beginsTip(text)) return { is: 'frame', line, end: endOfTip(lines, line), transcript: undefined };
  if (isComplaint(text)) return { is: 'complaint', line, end: line + 1 };
  const group = groupAt(lines, line);
  if (group !== undefined) return { is: 'group', line, end: line + 1, ...group };
  if (beginsObject(text)) return objects();
  const dashes = dashesBelow(lines, line);
  if (dashes !== undefined) return { is: 'table', line, end: endOfTable(lines, dashes), dashes };
  if (isHeading(lines, line)) return { is: 'frame', line, end: line + 1, transcript: undefined };
  return { is: 'unknown', line, end: line + 1 };
};

const isFrame = (text: string): boolean =>
  isRule(text) || isTitled(text) || isNotice(text) || transcriptMark(text) !== undefined;

const interrupts = (text: string): boolean =>
  commandBehindPrompt(text) !== undefined || isFrame(text) || beginsTip(text) || isComplaint(text);

/** A command may go on in the lines below: behind `>>`, or where the console broke it. */
const wholeCommand = (lines: readonly string[], line: number, first: string, cmdlet: Cmdlet | undefined) => {
  let whole = { command: first, end: line + 1 };
  let command = first;
  for (let end = line + 1; end <= line + 4; end++) {
    const next = lines[end] ?? '';
    if (next.trim() === '' || interrupts(next) || beginsObject(next) || dashesBelow(lines, end) !== undefined) break;
    command += next.replace(/^>> ?/, ' ');
    if (commandKind(command, cmdlet) === 'lists') whole = { command, end: end + 1 };
  }
  return whole;
};

/** No tip of the day has as many lines, or a property of a connector. */
const longestTip = 30;

const endOfTip = (lines: readonly string[], line: number): number => {
  let end = line + 1;
  while (end < lines.length && end - line < longestTip && !endsTip(lines[end] ?? '')) end++;
  return end;
};

const endsTip = (text: string): boolean =>
  commandBehindPrompt(text) !== undefined || isNotice(text) || looseLabel(text.trimStart(), true) !== undefined;

const endOfTable = (lines: readonly string[], dashes: number): number => {
  let end = dashes + 1;
  while (end < lines.length && lines[end]?.trim() !== '' && commandBehindPrompt(lines[end] ?? '') === undefined) end++;
  return end;
};

const groupAt = (lines: readonly string[], line: number) => {
  const text = lines[line] ?? '';
  const alone = (lines[line - 1] ?? '') === '' && lines[line + 1] === '';
  if (!alone || !/^ {3}\S/.test(text)) return undefined;
  const label = looseLabel(text.slice(3), false);
  return label === undefined ? undefined : { name: label.name, value: text.slice(3 + label.value).trim() };
};

/** A line below a rule, unless it names what a verdict may hang on, or may be a command behind a damaged prompt. */
const isHeading = (lines: readonly string[], line: number): boolean =>
  isRule(lines[line - 1] ?? '') &&
  /^[^|>]{1,200}$/.test(lines[line] ?? '') &&
  !(lines[line] ?? '').split(/\W+/).some((word) => send.has(word.toLowerCase()) || decisive.has(word.toLowerCase()));
