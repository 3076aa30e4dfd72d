import { diagnostic } from '../diagnostics/catalog.js';
import type { Reading } from '../model/diagnostic.js';
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
export const parseJson = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<JsonNode> => {
  const state: State = { text, limits: limitsOf(limits), at: 0, values: 0 };
  try {
    const value = readValue(state, 0);
    skipSpace(state);
    if (state.at < text.length) throw new Fault('json-trailing-text', state.at, 'nothing more');
    return { ok: true, value, diagnostics: [] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { code, offset, expected } = fault;
    const words = code === 'too-many-items' ? { expected, actual: 'values' } : { expected };
    return { ok: false, diagnostics: [diagnostic(code, { file, ...lineIndex(text)(offset) }, words)] };
  }
};

interface State {
  readonly text: string;
  readonly limits: InputLimits;
  at: number;
  /** How many values have been met. */
  values: number;
}

/** Ends the descent at the first fault; it never leaves this file. */
class Fault {
  constructor(
    readonly code: 'json-syntax' | 'json-trailing-text' | 'json-truncated' | 'json-too-deep' | 'too-many-items',
    readonly offset: number,
    readonly expected: string,
  ) {}
}

const fail = ({ text, at }: Pick<State, 'text' | 'at'>, expected: string): never => {
  throw new Fault(at >= text.length ? 'json-truncated' : 'json-syntax', at, expected);
};

const readValue = (state: State, depth: number): JsonNode => {
  skipSpace(state);
  const { maxDepth, maxItems } = state.limits;
  if (depth > maxDepth) throw new Fault('json-too-deep', state.at, String(maxDepth));
  state.values++;
  if (state.values > maxItems) throw new Fault('too-many-items', state.at, String(maxItems));
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
  const members: JsonMember[] = [];
  skipSpace(state);
  if (state.text[state.at] !== '}')
    for (;;) {
      skipSpace(state);
      const keyStart = state.at;
      if (state.text[state.at] !== '"') fail(state, 'a key in quotes');
      const key = readString(state);
      skipSpace(state);
      if (state.text[state.at] !== ':') fail(state, 'a colon');
      state.at++;
      members.push({ key, keyStart, value: readValue(state, depth + 1) });
      skipSpace(state);
      if (state.text[state.at] === '}') break;
      if (state.text[state.at] !== ',') fail(state, 'a comma or }');
      state.at++;
    }
  return { kind: 'object', members, start, end: ++state.at };
};

const readArray = (state: State, depth: number): JsonNode => {
  const start = state.at++;
  const items: JsonNode[] = [];
  skipSpace(state);
  if (state.text[state.at] !== ']')
    for (;;) {
      items.push(readValue(state, depth + 1));
      skipSpace(state);
      if (state.text[state.at] === ']') break;
      if (state.text[state.at] !== ',') fail(state, 'a comma or ]');
      state.at++;
    }
  return { kind: 'array', items, start, end: ++state.at };
};

const plain = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Reads from the opening quote to behind the closing one. */
const readString = (state: State): string => {
  const start = state.at;
  plain.lastIndex = start + 1;
  plain.exec(state.text);
  if (state.text[plain.lastIndex] === '"') {
    state.at = plain.lastIndex + 1;
    return state.text.slice(start + 1, plain.lastIndex);
  }
  let at = plain.lastIndex;
  while (state.text[at] === '\\') {
    escaped.lastIndex = at;
    if (escaped.exec(state.text) === null) fail({ ...state, at: atEscape(state.text, at) }, 'an escape of JSON');
    plain.lastIndex = escaped.lastIndex;
    plain.exec(state.text);
    at = plain.lastIndex;
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
  for (;;) {
    const code = text.charCodeAt(state.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    state.at++;
  }
};
