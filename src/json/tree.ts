/**
 * A JSON document as a tree that knows where everything stands. Offsets are UTF-16 units in the text that was parsed;
 * `end` is behind the last character.
 * `S` stands for the members that are strings.
 */
export type JsonNode<S = JsonString> =
  | JsonObject<JsonNode<S> | S>
  | JsonArray<JsonNode<S>>
  | JsonString
  | JsonNumber
  | JsonWord;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** An object whose members are in document order, with every repetition of a key: nothing is overwritten. */
export class JsonObject<V = JsonNode> implements Span {
  readonly kind = 'object';

  /** @param keys the same list for objects that follow one another and are written alike */
  constructor(
    readonly keys: readonly string[],
    readonly keyStarts: readonly number[],
    readonly values: readonly V[],
    readonly start: number,
    readonly end: number,
  ) {}

  get members(): readonly JsonMember<V>[] {
    const { keys, keyStarts, values } = this;
    return values.map((value, i) => ({ key: keys[i] ?? '', keyStart: keyStarts[i] ?? 0, value }));
  }
}

export interface JsonMember<V = JsonNode> {
  readonly key: string;
  readonly keyStart: number;
  readonly value: V;
}

export interface JsonArray<V = JsonNode> extends Span {
  readonly kind: 'array';
  readonly items: readonly V[];
}

export interface JsonString extends Span {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber extends Span {
  readonly kind: 'number';
  /** As it is written. */
  readonly text: string;
}

export interface JsonWord extends Span {
  readonly kind: 'true' | 'false' | 'null';
}
