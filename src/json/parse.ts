import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import type { JsonMember, JsonNode } from './tree.js';

/**
 * Parses a JSON document strictly (RFC 8259) into a tree with offsets. It sees what JSON.parse cannot show: repeated keys,
 * numbers as they were written, and where everything stands. Diagnostics, each a refusal with line and column:
 * `json-truncated` (the text ends early), `json-syntax`, `json-trailing-text`, `json-too-deep`, `too-many-items` (values). They never quote the text, which may be a secret.
 *
 * @param text the decoded document, without a byte order mark
 * @param file the name to show in diagnostics
 */
export const parseJson = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<JsonNode> =>
  parse(text, file, limits, undefined, (state) => {
    const value = readValue(state, 0);
    skipSpace(state);
    if (state.at < text.length) throw new Fault(state.at, diagnostic('json-trailing-text', {}));
    return value;
  });

/** What takes the values of a text: the items of an outermost array, each as soon as it is read, and behind them their array, empty. */
export interface JsonTakers {
  readonly item: (node: JsonNode) => void;
  readonly value: (node: JsonNode) => void;
}

/**
 * Parses one or more values, one after the other with nothing but white space between them, like `parseJson`, but hands over
 * what it reads and keeps none of it. What was handed over counts only where all was read.
 */
export const parseJsonSequence = (
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  take: JsonTakers,
): Reading<undefined> =>
  parse(text, file, limits, take.item, (state) => {
    do {
      take.value(readValue(state, 0));
      skipSpace(state);
    } while (state.at < text.length);
    return undefined;
  });

const parse = <T>(
  text: string,
  file: string,
  limits: Partial<InputLimits>,
  takeItem: JsonTakers['item'] | undefined,
  read: (state: State) => T,
): Reading<T> => {
  try {
    const value = read({ text, limits: limitsOf(limits), at: 0, values: 0, keys: [], takeItem });
    return { ok: true, value, diagnostics: [] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { ok: false, diagnostics: [{ ...fault.found, place: { file, ...lineIndex(text)(fault.offset) } }] };
  }
};

interface State {
  readonly text: string;
  readonly limits: InputLimits;
  at: number;
  /** How many values have been met. */
  values: number;
  /** By depth, the keys of the last object there as far as they were written without escapes: most objects repeat them. */
  readonly keys: (string | undefined)[][];
  /** Takes the items of an outermost array. */
  readonly takeItem: ((item: JsonNode) => void) | undefined;
}

/** Ends the descent at the first fault; it never leaves this file. */
class Fault {
  constructor(
    readonly offset: number,
    readonly found: Diagnostic,
  ) {}
}

const fail = ({ text, at }: Pick<State, 'text' | 'at'>, token: string): never => {
  throw new Fault(at, diagnostic(at >= text.length ? 'json-truncated' : 'json-syntax', {}, { token }));
};

const readValue = (state: State, depth: number): JsonNode => {
  skipSpace(state);
  const { maxDepth, maxItems } = state.limits;
  if (depth > maxDepth) throw new Fault(state.at, diagnostic('json-too-deep', {}, { limit: maxDepth }));
  state.values++;
  if (state.values > maxItems)
    throw new Fault(state.at, diagnostic('too-many-items', {}, { limit: maxItems, items: 'values' }));
  const start = state.at;
  switch (state.text.charCodeAt(start)) {
    case 0x7b:
      return readObject(state, depth);
    case 0x5b:
      return readArray(state, depth);
    case 0x22: {
      const value = readString(state);
      return { kind: 'string', value, start, end: state.at };
    }
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

const readObject = (state: State, depth: number): JsonNode => {
  const start = state.at++;
  const { text } = state;
  const members: JsonMember[] = [];
  let keys = state.keys[depth];
  if (keys === undefined) {
    keys = [];
    state.keys[depth] = keys;
  }
  skipSpace(state);
  if (text.charCodeAt(state.at) !== 0x7d)
    for (;;) {
      skipSpace(state);
      const keyStart = state.at;
      if (text.charCodeAt(keyStart) !== quote) fail(state, 'a key in quotes');
      const key = readKey(state, keys, members.length);
      skipSpace(state);
      if (text.charCodeAt(state.at) !== 0x3a) fail(state, 'a colon');
      state.at++;
      members.push({ key, keyStart, value: readValue(state, depth + 1) });
      skipSpace(state);
      const next = text.charCodeAt(state.at);
      if (next === 0x7d) break;
      if (next !== comma) fail(state, 'a comma or }');
      state.at++;
    }
  return { kind: 'object', members, start, end: ++state.at };
};

/** Reads a key, without making its text anew where the last object at this depth had the same one in its place. */
const readKey = (state: State, keys: (string | undefined)[], i: number): string => {
  const { text, at } = state;
  const expected = keys[i];
  if (expected !== undefined) {
    const end = at + 1 + expected.length;
    if (text.charCodeAt(end) === quote && text.startsWith(expected, at + 1)) {
      state.at = end + 1;
      return expected;
    }
  }
  const key = readString(state);
  // An escape is longer than what it stands for.
  if (i < mostKeys) keys[i] = state.at - at === key.length + 2 ? key : undefined;
  return key;
};

/** So many keys of an object are remembered. */
const mostKeys = 1000;

const quote = 0x22;
const comma = 0x2c;

const readArray = (state: State, depth: number): JsonNode => {
  const start = state.at++;
  const items: JsonNode[] = [];
  const take = depth === 0 ? state.takeItem : undefined;
  skipSpace(state);
  if (state.text.charCodeAt(state.at) !== 0x5d)
    for (;;) {
      const item = readValue(state, depth + 1);
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

/** The offset of the first character that a string cannot hold as it is; the text's length where there is none. */
const endOfPlain = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote || code === 0x5c || code < 0x20) return at;
  }
  return text.length;
};

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads from the opening quote to behind the closing one. */
const readString = (state: State): string => {
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

const readNumber = (state: State): JsonNode => {
  const start = state.at;
  number.lastIndex = start;
  const found = number.exec(state.text)?.[0];
  if (found === undefined) return fail(state.text.slice(start) === '-' ? atEnd(state) : state, 'a value');
  state.at = number.lastIndex;
  if (/^(\.|[eE][+-]?)$/.test(state.text.slice(state.at, state.at + 3))) fail(atEnd(state), 'digits');
  return { kind: 'number', text: found, start, end: state.at };
};

const readWord = (state: State, word: 'true' | 'false' | 'null'): JsonNode => {
  const start = state.at;
  if (!state.text.startsWith(word, start)) fail(word.startsWith(state.text.slice(start)) ? atEnd(state) : state, word);
  state.at += word.length;
  return { kind: word, start, end: state.at };
};

/** For what ends in the middle: its fault is that the text ends. */
const atEnd = ({ text }: State): Pick<State, 'text' | 'at'> => ({ text, at: text.length });

const skipSpace = (state: State): void => {
  const { text } = state;
  let { at } = state;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
    at++;
  }
  state.at = at;
};
