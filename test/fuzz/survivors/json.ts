import { faultsOf, pieceOf, type Survivors, unlike } from './piece.js';

/** A naive reading of JSON: JSON.parse, and a look for names that an object has twice, which it cannot see. */
export const jsonSurvivors = (text: string): Survivors => {
  const root = rootOf(text);
  if (root === undefined) return { pieces: [], visible: ['no JSON'] };
  const visible = hasNameTwice(text) ? ['a name twice in an object'] : [];
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const member = (name: string): unknown =>
    isObject(root) ? Object.entries(root).find(([key]) => key.toLowerCase() === name)?.[1] : undefined;
  const value = member('value');
  const wrapped = Array.isArray(value) ? value : undefined;
  if (wrapped !== undefined && member('count') !== wrapped.length) visible.push('a wrong count');
  const items: unknown[] = wrapped ?? (Array.isArray(root) ? root : [root]);
  const records = items.filter(isObject).map((item) => {
    const fields = new Map<string, (string | undefined)[]>();
    for (const [key, value] of Object.entries(item)) {
      const name = key.toLowerCase();
      fields.set(name, [...(fields.get(name) ?? []), textOf(value, name)]);
    }
    return { fields, text: JSON.stringify(item) };
  });
  if (records.length < items.length) visible.push('an item that is no object');
  for (const { fields } of records) visible.push(...faultsOf(fields));
  if (
    records.some(({ fields }) =>
      [...fields.values()].flat().some((value) => /^[[{].*"D\w+Enabled":/is.test(value ?? '')),
    )
  )
    visible.push('a record inside another');
  visible.push(...unlike(records.map(({ fields }) => fields)));
  return { pieces: records.map(({ fields, text: own }) => pieceOf(fields, own)), visible };
};

/** One value, or objects one after the other as if they were in an array; undefined where it is neither. */
const rootOf = (text: string): unknown => {
  const braces = text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => '"'.repeat(string.length));
  const starts: number[] = [0];
  let depth = 0;
  for (const [at, c] of [...braces].entries()) {
    if (c === '{' && depth === 0) starts.push(at);
    if (c === '{' || c === '[') depth++;
    if (c === '}' || c === ']') depth--;
  }
  try {
    return JSON.parse(text);
  } catch {
    const parts = starts.map((from, i) => text.slice(from, starts[i + 1])).filter((part) => part.trim() !== '');
    try {
      return parts.map((part) => JSON.parse(part));
    } catch {
      return undefined;
    }
  }
};

const textOf = (value: unknown, name: string): string | undefined => {
  if (value === null) return undefined;
  if (typeof value !== 'object') return String(value);
  if (name === 'tlsauthlevel' && 'Value' in value) return String(value.Value);
  return JSON.stringify(value);
};

const hasNameTwice = (text: string): boolean => {
  const open: Set<string>[] = [];
  for (const [token, , key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:)|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (key !== undefined) {
      const name = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      const names = open.at(-1);
      // An enum's value and Value differ in case.
      const own = name.toLowerCase() === 'value' ? name : name.toLowerCase();
      if (names?.has(own)) return true;
      names?.add(own);
    }
  }
  return false;
};
