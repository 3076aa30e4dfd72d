/**
 * A JSON document as a tree that knows where everything stands. Offsets are UTF-16 units in the text that was parsed;
 * `end` is behind the last character.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonWord;

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Span {
  readonly kind: 'object';
  /** In document order, with every repetition of a key: nothing is overwritten. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly value: JsonNode;
}

export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
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
