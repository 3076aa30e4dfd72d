import { faultsOf, pieceOf, type Survivors, unlike } from './piece.js';

/** A naive reading of Format-List text: blocks between blank lines, and in them every line with a colon. */
export const listSurvivors = (text: string): Survivors => {
  const visible: string[] = [];
  const { own, frames } = withoutFrames(text.split(/\r\n|\r|\n/));
  const blocks: string[][] = [[]];
  for (const line of own) {
    // Blank lines above an indented one are lines of the value above them.
    if (line.startsWith(' ') && line.trim() !== '')
      while (blocks.length > 1 && blocks.at(-1)?.length === 0) blocks.pop();
    // A line of spaces that is as long as labels are is one of a value.
    if (line.trim() === '' && line.length < 9) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const records = blocks
    .filter((block) => block.some((line) => line.trim() !== ''))
    .map((block) => ({ block, fields: fieldsOf(block, visible) }));
  const blanks = own.length - 1 - own.findLastIndex((line) => line.trim() !== '');
  if (blanks < (/[\r\n]$/.test(text) ? 2 : 1)) visible.push('no blank line at the end');
  for (const { fields } of records) visible.push(...faultsOf(fields));
  visible.push(...unlike(records.map(({ fields }) => fields)));
  return {
    pieces: records.map(({ block, fields }) => pieceOf(fields, block.map((line) => line.trim()).join(''))),
    visible,
    named: frames.join('\n').toLowerCase(),
  };
};

const isProperty = (line: string): boolean => /^\w+ +:( |$)/.test(line);

const commands = /^\[PS\] C:\\Windows\\system32>(Get-SendConnector( \| Format-List)?|Stop-Transcript)$/i;

/** The lines of commands: the console breaks one where it breaks any line. */
const commandLines = (lines: readonly string[]): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const at of lines.keys())
    for (let end = at + 1; end <= at + 4 && lines[end - 1]?.trim(); end++)
      if (commands.test(lines.slice(at, end).join('').trim())) for (let i = at; i < end; i++) found.add(i);
  return found;
};

/**
 * Lines that are no object's: prompts, headings, notices, and what a transcript has below lines of stars. What stands between or under
 * such lines is a heading, in whatever order and with whatever in it, unless it looks like a property.
 */
const withoutFrames = (lines: readonly string[]): { readonly own: string[]; readonly frames: string[] } => {
  const own: string[] = [];
  const frames: string[] = [];
  const command = commandLines(lines);
  let isInside = false;
  for (const [i, line] of lines.entries()) {
    const isStars = /^\*{3,}(.*\*{3,})?$/.test(line.trim());
    const opens = isStars && /^PowerShell transcript (start|end)/m.test(lines.slice(i + 1, i + 3).join('\n'));
    const isTitle = /^[-=#*]{3,}/.test(lines[i - 1] ?? '') && /^[-=#*]{3,}/.test(lines[i + 1] ?? '');
    const isUnder = /^[-=#*]{3,}\s*$/.test(lines[i - 1] ?? '') && line.trim() !== '' && !isProperty(line);
    const isFrame =
      isUnder ||
      command.has(i) ||
      (isInside && line.trim() !== '' && !isProperty(line)) ||
      isStars ||
      isTitle ||
      /^(\[[^\]]*\]:? ?)*(PS ?)?[A-Z]:\\[^>]*>+(\s*(Get-SendConnector|Stop-Transcript).*)?$/i.test(line.trim()) ||
      /^([-=#*]{3,}.*| {3}RequireTLS: \S+\s*|VERBOSE: Connecting to .*)$/i.test(line) ||
      /^(Start time|Username|Machine|PSVersion|End time): /.test(line);
    (isFrame ? frames : own).push(line);
    if (isStars) isInside = opens;
  }
  return { own, frames };
};

const fieldsOf = (block: readonly string[], visible: string[]): Map<string, (string | undefined)[]> => {
  const fields = new Map<string, (string | undefined)[]>();
  let colon = -1;
  let longest = 0;
  for (const line of block) {
    if (line.trim() === '') continue;
    const label = /^(\S[^:]*?)( +): ?(.*)$/s.exec(line) ?? /^(\S[^:]*?)( +):()$/s.exec(line);
    if (label !== null) {
      const [, name = '', room = '', value = ''] = label;
      if (colon !== -1 && name.length + room.length !== colon) visible.push('a colon out of line');
      colon = name.length + room.length;
      longest = Math.max(longest, name.length);
      const key = name.toLowerCase();
      fields.set(key, [...(fields.get(key) ?? []), value]);
    } else if (!/^ /.test(line) || line.search(/\S/) < colon) visible.push('a line that is none');
    else if (fields.size > 0) {
      const [key, values] = [...fields].at(-1) ?? ['', []];
      const last = values.at(-1) ?? '';
      fields.set(key, [...values.slice(0, -1), last + line.trim()]);
    }
  }
  if (colon > longest + 1) visible.push('no label that is as long as the room');
  return fields;
};
