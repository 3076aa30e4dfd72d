import type { SimpleType } from '../simple-types.js';

/** The order and the words of an XML format as data, by which ../structure.ts judges a document. */
export interface Vocabulary {
  /** Of all the format's elements; empty where they have none. Attributes have none. */
  readonly namespace: string;
  /** The elements that may be the root, with their types. */
  readonly roots: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, ElementType>>;
}

export interface ElementType {
  /**
   * The children in their order, each with how often it may come: `target+`, `title:text*`. Behind a colon stands the type where
   * it is not named as the element is. `(a|b)*` is a choice; `(a*|b?)` a choice of one of the two. `#other` is any element of
   * another namespace, `#any` any element at all, and `#dc`, `#html`, `#signature`, `#cpe` those of one namespace.
   */
  readonly children?: readonly string[] | undefined;
  /** By name; with `!` behind the name it is required. Beside XML Schema's own. */
  readonly attributes?: Readonly<Record<string, SimpleType>> | undefined;
  /** Attributes of other namespaces are allowed. */
  readonly otherAttributes?: true | undefined;
  /** What the element's text is; `mixed`: text between the children. Without it there is no text. */
  readonly text?: SimpleType | 'mixed' | undefined;
}

export const wildcardNamespaces: Readonly<Record<string, string>> = {
  '#dc': 'http://purl.org/dc/elements/1.1/',
  '#html': 'http://www.w3.org/1999/xhtml',
  '#signature': 'http://www.w3.org/2000/09/xmldsig#',
  '#cpe': 'http://cpe.mitre.org/language/2.0',
};

/** A step of a sequence: one of the alternatives, `min` to `max` times. */
export interface Particle {
  readonly alternatives: readonly Alternative[];
  readonly min: number;
  readonly max: number;
}

export interface Alternative {
  /** An element's name, or a wildcard (`#other`). */
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
}

/** Reads a particle's notation. */
export const toParticle = (notation: string): Particle => {
  const group = /^\((.*)\)([?*+]?)$/.exec(notation);
  const parts = (group?.[1] ?? notation).split('|');
  const alternatives = parts.map((part): Alternative => {
    const [, name = '', type = name, sign = ''] = /^([^:?*+]+)(?::([^?*+]+))?([?*+]?)$/.exec(part) ?? [];
    return { name, type, ...(group === null ? once : occurrence(sign)) };
  });
  const sign = group === null ? /[?*+]?$/.exec(notation)?.[0] : group[2];
  const { min, max } = occurrence(sign ?? '');
  return { alternatives, min: alternatives.every((alternative) => alternative.min === 0) ? 0 : min, max };
};

const once = { min: 1, max: 1 };

const occurrence = (sign: string): { readonly min: number; readonly max: number } => ({
  min: sign === '?' || sign === '*' ? 0 : 1,
  max: sign === '*' || sign === '+' ? Number.POSITIVE_INFINITY : 1,
});
