import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { type JsonNode, JsonObject, type JsonString, type JsonWord } from './tree.js';

/**
 * Parses a JSON document strictly (RFC 8259) into a tree with offsets. It sees what JSON.parse cannot show: repeated keys,
 * numbers as they were written, and where everything stands. Diagnostics, each a refusal with line and column:
 * `json-truncated` (the text ends early), `json-syntax`, `json-trailing-text`, `json-too-deep`, `too-many-items` (values). They never quote the text, which may be a secret.
 *
 * @param text the decoded document, without a byte order mark
 * @param file the name to show in diagnostics
 */
export const parseJson = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<JsonNode> =>
  parse(text, file, limits, { string: stringNode, item: undefined }, (state) => {
    const value = readValue(state, 0, newLayout(), 0);
    skipSpace(state);
    if (state.at < text.length) throw new Fault(state.at, diagnostic('json-trailing-text', {}));
    return value;
  });

const stringNode = (value: string, start: number, end: number): JsonString => ({ kind: 'string', value, start, end });

/** A node in which a member that is a string is just that. */
export type BareNode = JsonNode<string>;

/** What takes the values of a text: the items of an outermost array, each as soon as it is read, and behind them their array, empty. */
export interface JsonTakers {
  readonly item: (node: BareNode) => void;
  readonly value: (node: BareNode) => void;
}

/**
 * Parses one or more values, one after the other with nothing but white space between them, like `parseJson`, but hands over
 * what it reads and keeps none of it. What was handed over counts only where all was read.
 */
export const parseJsonSequence = (
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  { item, value }: JsonTakers,
): Reading<undefined> =>
  parse(text, file, limits, { string: (value: string): string => value, item }, (state) => {
    const layout = newLayout();
    do {
      value(readValue(state, 0, layout, 0));
      skipSpace(state);
    } while (state.at < text.length);
    return undefined;
  });

const parse = <S, T>(
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  makers: Makers<S>,
  read: (state: State<S>) => T,
): Reading<T> => {
  try {
    const value = read({ text, limits: limitsOf(limits), at: 0, values: 0, ...makers });
    return { ok: true, value, diagnostics: [] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ok: false, diagnostics: [{ ...fault.found, place: { file, ...lineIndex(text)(fault.offset) } }] };
  }
};

interface Makers<S> {
  /** Makes what stands for a member that is a string. */
  readonly string: (value: string, start: number, end: number) => S;
  /** Takes the items of an outermost array. */
  readonly item: ((item: JsonNode<S>) => void) | undefined;
}

interface State<S> extends Makers<S> {
  readonly text: string;
  readonly limits: InputLimits;
  at: number;
  /** How many values have been met. */
  values: number;
}

type Position = Pick<State<unknown>, 'text' | 'at'>;

/** How the last object in a place was written: objects of an export are alike to the blank, and such are read by comparing. */
interface Layout {
  keys: readonly string[];
  /** All that stands before each value: a brace or comma, the key and a colon, with the blanks around them. */
  readonly gaps: string[];
  /** Where in its gap each key begins. */
  readonly keysAt: number[];
  /** Of the objects in each value. */
  readonly inner: Layout[];
}

const newLayout = (): Layout => ({ keys: [], gaps: [], keysAt: [], inner: [] });

/** So many members of an object are remembered. */
const mostMembers = 1000;

/** Ends the descent at the first fault; it never leaves this file. */
class Fault {
  constructor(
    readonly offset: number,
    readonly found: Diagnostic,
  ) {}
}

const fail = ({ text, at }: Position, token: string): never => {
  throw new Fault(at, diagnostic(at >= text.length ? 'json-truncated' : 'json-syntax', {}, { token }));
};

const count = <S>(state: State<S>, depth: number): void => {
  const { maxDepth, maxItems } = state.limits;
  if (depth > maxDepth) throw new Fault(state.at, diagnostic('json-too-deep', {}, { limit: maxDepth }));
  state.values++;
  if (state.values > maxItems)
    throw new Fault(state.at, diagnostic('too-many-items', {}, { limit: maxItems, items: 'values' }));
};

/** Reads a value; `i` says which of an object's members it is or is in, `layout` how the object is written. */
const readValue = <S>(state: State<S>, depth: number, layout: Layout, i: number): JsonNode<S> => {
  skipSpace(state);
  count(state, depth);
  const start = state.at;
  switch (state.text.charCodeAt(start)) {
    case 0x7b: {
      const own = layout.inner[i] ?? newLayout();
      if (i < mostMembers) layout.inner[i] = own;
      return readObject(state, depth, own);
    }
    case 0x5b:
      return readArray(state, depth, layout, i);
    case quote:
      return stringNode(readString(state), start, state.at);
    case 0x74:
      return readWord(state, 'true');
    case 0x66:
      return readWord(state, 'false');
    case 0x6e:
      return readWord(state, 'null');
    default:
      return readNumber(state);
  }
};

const readMember = <S>(state: State<S>, depth: number, layout: Layout, i: number): JsonNode<S> | S => {
  skipSpace(state);
  const start = state.at;
  if (state.text.charCodeAt(start) !== quote) return readValue(state, depth, layout, i);
  count(state, depth);
  return state.string(readString(state), start, state.at);
};

const readObject = <S>(state: State<S>, depth: number, layout: Layout): JsonObject<JsonNode<S> | S> => {
  const { text, at: start } = state;
  const values: (JsonNode<S> | S)[] = [];
  const keyStarts: number[] = [];
  let keys: string[] | undefined;
  for (let i = 0; ; i++) {
    const gap = layout.gaps[i];
    // Several times as quick as startsWith, which compares one character after the other.
    if (gap !== undefined && text.slice(state.at, state.at + gap.length) === gap) {
      keyStarts.push(state.at + (layout.keysAt[i] ?? 0));
      state.at += gap.length;
    } else {
      const from = state.at;
      const key = readKey(state, i, keyStarts);
      if (key === undefined) break;
      keys ??= layout.keys.slice(0, i);
      keys.push(key);
      if (i < mostMembers) {
        layout.gaps.length = i;
        layout.gaps.push(text.slice(from, state.at));
        layout.keysAt[i] = (keyStarts[i] ?? from) - from;
      }
    }
    values.push(readMember(state, depth + 1, layout, i));
  }
  // What was handed over with another object stays as it is.
  if (keys !== undefined) layout.keys = keys;
  else if (values.length < layout.keys.length) keys = layout.keys.slice(0, values.length);
  return new JsonObject(keys ?? layout.keys, keyStarts, values, start, ++state.at);
};

/** Reads from the brace or a value's end to the next value; undefined where the object ends. */
const readKey = <S>(state: State<S>, i: number, keyStarts: number[]): string | undefined => {
  const { text } = state;
  if (i === 0) state.at++;
  skipSpace(state);
  if (text.charCodeAt(state.at) === 0x7d) return undefined;
  if (i > 0) {
    if (text.charCodeAt(state.at) !== comma) fail(state, 'a comma or }');
    state.at++;
    skipSpace(state);
  }
  keyStarts.push(state.at);
  if (text.charCodeAt(state.at) !== quote) fail(state, 'a key in quotes');
  const key = readString(state);
  skipSpace(state);
  if (text.charCodeAt(state.at) !== 0x3a) fail(state, 'a colon');
  state.at++;
  skipSpace(state);
  return key;
};

const quote = 0x22;
const comma = 0x2c;

const readArray = <S>(state: State<S>, depth: number, layout: Layout, i: number): JsonNode<S> => {
  const start = state.at++;
  const items: JsonNode<S>[] = [];
  const take = depth === 0 ? state.item : undefined;
  skipSpace(state);
  if (state.text.charCodeAt(state.at) !== 0x5d)
    for (;;) {
      const item = readValue(state, depth + 1, layout, i);
      if (take === undefined) items.push(item);
      else take(item);
      skipSpace(state);
      const next = state.text.charCodeAt(state.at);
      if (next === 0x5d) break;
      if (next !== comma) fail(state, 'a comma or ]');
      state.at++;
    }
  return { kind: 'array', items, start, end: ++state.at };
};

/** What a string can hold as it is. */
const plain = /[^"\\\x00-\x1f]*/y;

/** The offset of the first character that a string cannot hold as it is; the text's length where there is none. */
const endOfPlain = (text: string, from: number): number => {
  plain.lastIndex = from;
  plain.test(text);
  return plain.lastIndex;
};

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads from the opening quote to behind the closing one. */
const readString = <S>(state: State<S>): string => {
  const start = state.at;
  let at = endOfPlain(state.text, start + 1);
  if (state.text.charCodeAt(at) === quote) {
    state.at = at + 1;
    return state.text.slice(start + 1, at);
  }
  while (state.text[at] === '\\') {
    escaped.lastIndex = at;
    if (escaped.exec(state.text) === null) fail({ ...state, at: atEscape(state.text, at) }, 'an escape of JSON');
    at = endOfPlain(state.text, escaped.lastIndex);
  }
  state.at = at;
  if (state.text[at] !== '"') fail(state, 'the end of the string');
  state.at++;
  return JSON.parse(state.text.slice(start, state.at)) as string;
};

/** A text that ends within an escaped was cut: the fault is then at its end. */
const atEscape = (text: string, at: number): number =>
  /^\\(u[0-9a-fA-F]{0,3})?$/.test(text.slice(at)) ? text.length : at;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const readNumber = <S>(state: State<S>): JsonNode<S> => {
  const start = state.at;
  number.lastIndex = start;
  const found = number.exec(state.text)?.[0];
  if (found === undefined) return fail(state.text.slice(start) === '-' ? atEnd(state) : state, 'a value');
  state.at = number.lastIndex;
  if (/^(\.|[eE][+-]?)$/.test(state.text.slice(state.at, state.at + 3))) fail(atEnd(state), 'digits');
  return { kind: 'number', text: found, start, end: state.at };
};

const readWord = <S>(state: State<S>, word: JsonWord['kind']): JsonWord => {
  const start = state.at;
  if (!state.text.startsWith(word, start)) fail(word.startsWith(state.text.slice(start)) ? atEnd(state) : state, word);
  state.at += word.length;
  return { kind: word, start, end: state.at };
};

/** For what ends in the middle: its fault is that the text ends. */
const atEnd = ({ text }: Position): Position => ({ text, at: text.length });

const skipSpace = <S>(state: State<S>): void => {
  const { text } = state;
  let { at } = state;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    at++;
  }
  state.at = at;
};
