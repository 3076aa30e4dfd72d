import { decodeReferences } from './characters.js';
import { type XmlFault, xmlFault } from './scan.js';
import type { XmlAttribute, XmlElement, XmlNode } from './tree.js';

/** A node as fast-xml-parser makes it with `preserveOrder`: one key, the tag's name, and `:@` with the attributes. */
export type RawNode = Readonly<Record<string, unknown>>;

/** How the parser was told to mark what is no element; none of the marks can begin a name. */
export const marks = { text: '#text', cdata: '#cdata', attribute: '@' } as const;

/** `scope`: what is declared within the root. */
export type Built =
  | { readonly ok: true; readonly root: XmlElement; readonly scope: Scope }
  | { readonly ok: false; readonly fault: XmlFault; readonly scope: Scope };

interface Build {
  readonly text: string;
  readonly starts: readonly number[];
  /** How many start tags of the document have been met or lie before the part that is built. */
  met: number;
  scope: Scope | undefined;
  fault: XmlFault | undefined;
}

/** Which part of a document is built: the start tags from one up to another, and what is declared around it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly scope: Scope;
}

/** Prefixes with their namespaces, the empty prefix for the default one, and the scope around them. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

/** Looked for outwards, and not copied inwards: each of many elements may declare one more beside many. */
const lookUp = (prefix: string, scope: Scope): string | undefined => {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const uri = at.declared.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
};

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';
const outermost: Scope = { declared: new Map([['xml', xmlNamespace]]), outer: undefined };

/**
 * Makes elements of what the parser made, with namespaces resolved (Namespaces in XML 1.0) and references decoded, once.
 * The tree must have the very start tags that the scan found, in the same order: where the two disagree about what the
 * document says, it is refused.
 *
 * @param part of which element this is, where `raw` is not the whole document
 */
export const buildTree = (
  raw: unknown,
  text: string,
  starts: readonly number[],
  part: Part = { from: 0, to: starts.length, scope: outermost },
): Built => {
  const build: Build = { text, starts, met: part.from, scope: undefined, fault: undefined };
  const roots = toChildren(raw, part.scope, build).filter((child) => child.kind === 'element');
  const [root] = roots;
  const scope = build.scope ?? part.scope;
  if (build.fault !== undefined) return { ok: false, fault: build.fault, scope };
  if (root === undefined || roots.length > 1 || build.met !== part.to)
    return { ok: false, fault: xmlFault('xml-ambiguous', 0), scope };
  return { ok: true, root, scope };
};

const isNodes = (value: unknown): value is readonly RawNode[] => Array.isArray(value);

const tagOf = (node: RawNode): string => {
  for (const key in node) if (key !== ':@') return key;
  return '';
};

const toChildren = (raw: unknown, scope: Scope, build: Build): readonly XmlNode[] => {
  if (!isNodes(raw) || raw.length === 0) return [];
  const children: XmlNode[] = [];
  let pending = '';
  for (const node of raw) {
    const tag = tagOf(node);
    if (tag === marks.text) pending += decodeReferences(String(node[tag]));
    else if (tag === marks.cdata) pending += cdataOf(node[tag]);
    else {
      if (pending !== '') children.push({ kind: 'text', text: pending });
      pending = '';
      children.push(toElement(tag, node, scope, build));
    }
  }
  if (pending !== '') children.push({ kind: 'text', text: pending });
  return children;
};

const cdataOf = (raw: unknown): string =>
  isNodes(raw) ? raw.map((node) => String(node[marks.text] ?? '')).join('') : '';

const toElement = (tag: string, node: RawNode, scope: Scope, build: Build): XmlElement => {
  const start = build.starts[build.met] ?? 0;
  build.met += 1;
  if (!build.text.startsWith(tag, start + 1)) build.fault ??= xmlFault('xml-ambiguous', start);
  const raw = toAttributes(node[':@']);
  const inner = raw.length === 0 ? scope : declare(raw, scope, start, build);
  build.scope ??= inner;
  const { prefix, name } = split(tag);
  return {
    kind: 'element',
    name,
    prefix,
    namespace: namespaceOf(prefix, inner, start, build),
    attributes: raw.length === 0 ? [] : resolve(raw, inner, start, build),
    children: toChildren(node[tag], inner, build),
    start,
  };
};

type RawAttribute = readonly [name: string, value: string];

const toAttributes = (raw: unknown): readonly RawAttribute[] => {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).map(([key, value]) => [
    key.slice(marks.attribute.length),
    toAttributeValue(String(value)),
  ]);
};

/** White space in an attribute's value is a blank, unless it is written as a reference (XML 1.0, 3.3.3). */
const toAttributeValue = (raw: string): string => decodeReferences(raw.replace(/[\t\n]/g, ' '));

const split = (qualified: string): { prefix: string; name: string } => {
  const colon = qualified.indexOf(':');
  return colon === -1
    ? { prefix: '', name: qualified }
    : { prefix: qualified.slice(0, colon), name: qualified.slice(colon + 1) };
};

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

const declare = (attributes: readonly RawAttribute[], scope: Scope, start: number, build: Build): Scope => {
  const declarations = attributes.filter(([name]) => isDeclaration(name));
  if (declarations.length === 0) return scope;
  const declared = new Map<string, string>();
  for (const [name, uri] of declarations) {
    const prefix = name.slice('xmlns:'.length);
    const wrong =
      prefix === 'xmlns' ||
      uri === xmlnsNamespace ||
      (prefix === 'xml') !== (uri === xmlNamespace) ||
      (prefix !== '' && uri === '');
    if (wrong) build.fault ??= xmlFault('xml-namespace', start, { declaration: name });
    declared.set(prefix, uri);
  }
  return { declared, outer: scope };
};

const namespaceOf = (prefix: string, scope: Scope, start: number, build: Build): string => {
  const uri = lookUp(prefix, scope);
  if (uri === undefined && prefix !== '') build.fault ??= xmlFault('xml-unbound-prefix', start, { prefix });
  return uri ?? '';
};

/** A prefix alone gives an attribute a namespace: the default one is for elements. */
const resolve = (
  attributes: readonly RawAttribute[],
  scope: Scope,
  start: number,
  build: Build,
): readonly XmlAttribute[] => {
  const resolved: XmlAttribute[] = [];
  let expanded: Set<string> | undefined;
  for (const [qualified, value] of attributes) {
    if (isDeclaration(qualified)) continue;
    const { prefix, name } = split(qualified);
    if (prefix === '') {
      resolved.push({ name, prefix, namespace: '', value });
      continue;
    }
    const namespace = namespaceOf(prefix, scope, start, build);
    expanded ??= new Set();
    const key = `${namespace} ${name}`;
    if (expanded.has(key)) build.fault ??= xmlFault('xml-attribute-twice', start, { attribute: qualified });
    expanded.add(key);
    resolved.push({ name, prefix, namespace, value });
  }
  return resolved;
};
