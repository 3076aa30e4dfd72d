import type { Random } from './random.js';
import { randomOf } from './random.js';

/** What happens to one file on its way; which of the operations below and where follows from the seed. */
export interface Damage {
  readonly file: number;
  readonly seed: number;
}

type TextOperation = (text: string, random: Random, other: () => string) => string;
type ByteOperation = (bytes: Uint8Array, random: Random) => Uint8Array;

const splice = (text: string, from: number, to: number, put = ''): string =>
  text.slice(0, from) + put + text.slice(Math.max(from, to));

/** A place in a text: anywhere, or where something begins or ends. */
const place = (text: string, random: Random): number => {
  const at = random.int(text.length + 1);
  if (random.chance(0.5)) return at;
  const edge = random.pick([/[\r\n]+/g, /[,;\t|:]/g, /["'{}[\]<>]/g, /\b(?:Name|Guid|D\w+Enabled)\b/gi]);
  edge.lastIndex = at;
  const found = edge.exec(text);
  if (found === null) return at;
  return random.chance(0.5) ? found.index : edge.lastIndex;
};

const oneOf = (
  text: string,
  pattern: RegExp,
  random: Random,
): { readonly at: number; readonly found: string } | undefined => {
  const all = [...text.matchAll(pattern)];
  const match = all[random.int(all.length)];
  return match && { at: match.index, found: match[0] };
};

const onLines = (text: string, change: (lines: string[]) => string[]): string =>
  change(text.split(/(?<=\r\n|[\r\n](?!\n))/)).join('');

const words = [
  'True',
  'False',
  'true',
  '"True"',
  '$true',
  'TRUE',
  'Ture',
  '1',
  '0',
  'null',
  '',
  '""',
  'WAHR',
  'True,True',
  'True</B><B>False',
  '{True}',
  '[true]',
  '{"value":true}',
  'True\r\nFalse',
  'not True',
] as const;
const bits = [
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\r\n',
  '\n',
  '\r',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '/',
  ':',
  ' : ',
  '&',
  '&#84;',
  '\u0000',
  '\u0008',
  '\ufeff',
  '\ufffd',
  ' ',
  '\u00a0',
  '...',
  '…',
  '#',
  '#TYPE x',
  'sep=;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '\\',
  '_x0054_',
  '__proto__',
  '\u202e',
  '\u001b[',
] as const;

/** Each is something that happens to exports: a cut, an editor, a merge of two files, a spreadsheet, a script, a hostile hand. */
export const textOperations: Readonly<Record<string, TextOperation>> = {
  'cut the end': (text, random) => text.slice(0, place(text, random)),
  'cut the beginning': (text, random) => text.slice(place(text, random)),
  'delete a few characters': (text, random) => {
    const at = place(text, random);
    return splice(text, at, at + 1 + random.int(8));
  },
  'delete a range': (text, random) => {
    const [a, b] = [place(text, random), place(text, random)];
    return splice(text, Math.min(a, b), Math.max(a, b));
  },
  // From one occurrence of a name to another: what is left looks whole.
  'splice at a name': (text, random) => {
    const name = random.pick([
      /"?\bName\b/gi,
      /DomainSecureEnabled/gi,
      /DNSRoutingEnabled/gi,
      /<B N=/g,
      /,/g,
      /\r?\n(?=\S)/g,
      /Enabled/gi,
    ]);
    const [a, b] = [oneOf(text, name, random), oneOf(text, name, random)];
    return a === undefined || b === undefined ? text : splice(text, Math.min(a.at, b.at), Math.max(a.at, b.at));
  },
  'delete lines': (text, random) =>
    onLines(text, (lines) => lines.toSpliced(random.int(lines.length), 1 + random.int(4))),
  'double a line': (text, random) =>
    onLines(text, (lines) => {
      const at = random.int(lines.length);
      return lines.toSpliced(random.int(lines.length), 0, lines[at] ?? '');
    }),
  'swap lines': (text, random) =>
    onLines(text, (lines) => {
      const [a, b] = [random.int(lines.length), random.int(lines.length)];
      return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
    }),
  'join lines': (text, random) => {
    const end = oneOf(text, /\r?\n/g, random);
    return end === undefined ? text : splice(text, end.at, end.at + end.found.length);
  },
  'break a line': (text, random) => splice(text, place(text, random), 0, random.pick(['\n', '\r\n', '\r', '\n\n'])),
  'insert characters': (text, random) => {
    const at = place(text, random);
    return splice(text, at, at, random.pick(bits));
  },
  'retype a truth': (text, random) => {
    const word = oneOf(text, /\$?\b(?:true|false)\b/gi, random);
    return word === undefined ? text : splice(text, word.at, word.at + word.found.length, random.pick(words));
  },
  'swap words': (text, random) => {
    const [a, b] = [oneOf(text, /[\w$-]+/g, random), oneOf(text, /[\w$-]+/g, random)];
    if (a === undefined || b === undefined || a.at >= b.at) return text;
    return splice(splice(text, b.at, b.at + b.found.length, a.found), a.at, a.at + a.found.length, b.found);
  },
  'rename a property': (text, random) => {
    const name = oneOf(text, /D(?:omainSecure|NSRouting)Enabled/gi, random);
    const other = random.pick([
      'DomainSecureEnabled',
      'DNSRoutingEnabled',
      'DomainSecureEnable',
      'DNSRoutingEnabled2',
      'Enabled',
      'domainSecureEnabled ',
      'x',
      '',
    ]);
    return name === undefined ? text : splice(text, name.at, name.at + name.found.length, other);
  },
  'delete a cell': (text, random) => {
    const cell = oneOf(text, /[,;\t|]("(?:[^"]|"")*"|[^,;\t|"\r\n]*)/g, random);
    return cell === undefined ? text : splice(text, cell.at, cell.at + cell.found.length);
  },
  'double a cell': (text, random) => {
    const cell = oneOf(text, /[,;\t|]("(?:[^"]|"")*"|[^,;\t|"\r\n]*)/g, random);
    return cell === undefined ? text : splice(text, cell.at, cell.at, cell.found);
  },
  'delete an element': (text, random) => {
    const element = oneOf(text, /<(\w+)[^<>]*>[^<>]*<\/\1>|<[^<>]*\/>|"\w+": *(?:"[^"]*"|\w+),?/g, random);
    return element === undefined ? text : splice(text, element.at, element.at + element.found.length);
  },
  'double an element': (text, random) => {
    const element = oneOf(text, /<(\w+)[^<>]*>[^<>]*<\/\1>|"\w+": *(?:"[^"]*"|\w+),/g, random);
    return element === undefined ? text : splice(text, element.at, element.at, element.found);
  },
  'delete a tag or bracket': (text, random) => {
    const part = oneOf(text, /<[^<>]*>|[{}[\]"]/g, random);
    return part === undefined ? text : splice(text, part.at, part.at + part.found.length);
  },
  'copy a range': (text, random) => {
    const [a, b, to] = [place(text, random), place(text, random), place(text, random)];
    return splice(text, to, to, text.slice(Math.min(a, b), Math.max(a, b)));
  },
  'move a range': (text, random) => {
    const [a, b] = [place(text, random), place(text, random)];
    const part = text.slice(Math.min(a, b), Math.max(a, b));
    const rest = splice(text, Math.min(a, b), Math.max(a, b));
    const to = place(rest, random);
    return splice(rest, to, to, part);
  },
  'splice another export in': (text, random, another) => {
    const other = another();
    const [a, b, at, to] = [place(other, random), place(other, random), place(text, random), place(text, random)];
    return splice(
      text,
      Math.min(at, to),
      random.chance(0.5) ? Math.max(at, to) : 0,
      other.slice(Math.min(a, b), Math.max(a, b)),
    );
  },
  'append another export': (text, _random, other) => text + other(),
  // What a backup script keeps beside the settings: nobody knows whose it is, and of when.
  'nest a record': (text, random) => {
    const place = oneOf(text, /<(Props|MS)>|\{(?=\s*"(?:Name|Identity|Guid|\w+Enabled|Tls\w+)")/gi, random);
    if (place === undefined) return text;
    const record = place.found.startsWith('<')
      ? '<Obj N="Backup" RefId="9001"><MS><S N="Name">Old</S><B N="DomainSecureEnabled">false</B></MS></Obj>'
      : '"Backup":{"Name":"Old","DomainSecureEnabled":false},';
    const at = place.at + place.found.length;
    return splice(text, at, at, record);
  },
  'comment out': (text, random) => {
    const [a, b] = [place(text, random), place(text, random)];
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    return splice(text, from, to, `<!--${text.slice(from, to).replaceAll('--', '')}-->`);
  },
  'change the case': (text, random) => {
    const word = oneOf(text, /\w+/g, random);
    return word === undefined
      ? text
      : splice(
          text,
          word.at,
          word.at + word.found.length,
          random.chance(0.5) ? word.found.toUpperCase() : word.found.toLowerCase(),
        );
  },
  'change line ends': (text, random) => text.replace(/\r?\n/g, random.pick(['\n', '\r\n', '\r', '\r\r\n'])),
};

/** What happens to bytes, whatever they mean. */
export const byteOperations: Readonly<Record<string, ByteOperation>> = {
  'flip a bit': (bytes, random) => flipped(bytes, random.int(bytes.length), 1 << random.int(8)),
  'overwrite a byte': (bytes, random) => flipped(bytes, random.int(bytes.length), 1 + random.int(255)),
  'delete bytes': (bytes, random) => {
    const at = random.int(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.int(4)));
  },
  'insert bytes': (bytes, random) => {
    const at = random.int(bytes.length + 1);
    return joined(
      bytes.subarray(0, at),
      Uint8Array.from({ length: 1 + random.int(4) }, () => random.int(256)),
      bytes.subarray(at),
    );
  },
  'zero a block': (bytes, random) => {
    const at = random.int(bytes.length);
    return bytes.slice().fill(0, at, at + 1 + random.int(64));
  },
  'cut bytes off': (bytes, random) => bytes.slice(0, random.int(bytes.length)),
  'repeat a block': (bytes, random) => {
    const at = random.int(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(random.int(at), at), bytes.subarray(at));
  },
  'lose a block': (bytes, random) => {
    const at = random.int(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + random.pick([16, 64, 256, 512])));
  },
  'put another mark': (bytes, random) =>
    joined(
      Uint8Array.from(
        random.pick([
          [0xff, 0xfe],
          [0xfe, 0xff],
          [0xef, 0xbb, 0xbf],
        ]),
      ),
      bytes,
    ),
  'lose the mark': (bytes) => bytes.slice((bytes[0] ?? 0) > 0xee ? (bytes[0] === 0xef ? 3 : 2) : 0),
  're-encode': (bytes) => new TextEncoder().encode(Buffer.from(bytes).toString('latin1')),
};

const flipped = (bytes: Uint8Array, at: number, mask: number): Uint8Array => {
  const out = bytes.slice();
  if (at < out.length) out[at] = (out[at] ?? 0) ^ mask;
  return out;
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const textNames = Object.keys(textOperations);
const byteNames = Object.keys(byteOperations);

/** Three quarters of the damages are to the text, the others to the bytes. */
export const operationOf = (damage: Damage): { readonly name: string; readonly random: Random } => {
  const random = randomOf(damage.seed);
  const [names, other] = random.chance(0.75) ? [textNames, byteNames] : [byteNames, textNames];
  return { name: names[random.int(names.length)] ?? other[0] ?? '', random };
};
