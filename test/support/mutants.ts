import { parseXml } from '../../src/xml/parse.js';
import type { XmlAttribute, XmlElement, XmlNode } from '../../src/xml/tree.js';

/** A file damaged in one place; `name` says how and where: `drop /CHECKLIST/ASSET/ROLE`. */
export interface Mutant {
  readonly name: string;
  readonly text: string;
}

export interface MutantFilter {
  /** Elements (local names) or JSON keys to damage; all where none are given. */
  readonly elements?: readonly string[] | undefined;
  /** Attributes to damage: all, unless `elements` or this is given. */
  readonly attributes?: readonly string[] | undefined;
  /** Kinds of damage (the first word of a mutant's name); all where none are given. */
  readonly kinds?: readonly string[] | undefined;
}

/** More than any importer keeps of a text. */
const overlong = 'overlong '.repeat(4000);

type Damage = readonly [kind: string, nodes: readonly XmlNode[]];
type Put = (replacement: readonly XmlNode[]) => string;

/**
 * Every way to damage a well-formed XML document in one element or attribute; each result is well-formed again. Comments
 * and processing instructions are lost, prefixes and white space are kept. Throws where the text is not well-formed.
 */
export const xmlMutants = (text: string, filter: MutantFilter = {}): readonly Mutant[] => {
  const read = parseXml(text, 'original');
  if (!read.ok) throw new Error(`the original is not well-formed: ${read.diagnostics[0]?.code}`);
  const mutants: Mutant[] = [];
  const root = read.value;
  const wanted = (names: readonly string[] | undefined, name: string, otherwise = true) =>
    names?.includes(name) ?? otherwise;
  const add = (kind: string, path: string, make: () => string): void => {
    if (wanted(filter.kinds, kind)) mutants.push({ name: `${kind} ${path}`, text: make() });
  };
  const visit = (element: XmlElement, path: string, put: Put, isRoot: boolean): void => {
    if (wanted(filter.elements, element.name)) {
      for (const [kind, nodes] of [...elementDamages(element), ...(isRoot ? [] : siblingDamages(element))])
        add(kind, path, () => put(nodes));
      if (!isRoot) visitOrder(element, path);
    }
    element.attributes.forEach((attribute, i) => {
      if (!wanted(filter.attributes, attribute.name, filter.elements === undefined)) return;
      for (const [kind, changed] of attributeDamages(attribute))
        add(kind, `${path}@${attribute.name}`, () =>
          put([{ ...element, attributes: element.attributes.toSpliced(i, 1, ...changed) }]),
        );
    });
    const counts = new Map<string, number>();
    element.children.forEach((child, i) => {
      if (child.kind !== 'element') return;
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      const replace: Put = (nodes) => put([{ ...element, children: element.children.toSpliced(i, 1, ...nodes) }]);
      visit(child, `${path}/${child.name}${count > 1 ? `[${count}]` : ''}`, replace, false);
    });
  };
  const visitOrder = (element: XmlElement, path: string): void => {
    for (const [kind, children] of orderDamages(root, element)) add(kind, path, () => serialize(children));
  };
  visit(root, `/${root.name}`, (nodes) => nodes.map((node) => serialize(node)).join(''), true);
  return mutants;
};

/** Damage inside an element. */
const elementDamages = (element: XmlElement): readonly Damage[] => {
  const inside = (children: readonly XmlNode[]): readonly XmlNode[] => [{ ...element, children }];
  const named = (name: string): readonly XmlNode[] => [{ ...element, name }];
  const blank: XmlElement = {
    kind: 'element',
    name: 'UNKNOWN',
    prefix: '',
    namespace: '',
    attributes: [],
    children: [],
    start: 0,
  };
  const text = element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  const isLeaf = element.children.every((child) => child.kind === 'text');
  return [
    ['rename', named(`${element.name}X`)],
    ['rename-case', named(otherCase(element.name))],
    ['foreign', [{ ...element, prefix: 'fo', namespace: 'urn:foreign' }]],
    ['unprefix', [{ ...element, prefix: '', namespace: '' }]],
    ['add-attribute', [{ ...element, attributes: [...element.attributes, attributeNamed('unknown', 'x')] }]],
    ['add-child', inside([...element.children, { ...blank, prefix: element.prefix, namespace: element.namespace }])],
    ['add-foreign-child', inside([...element.children, { ...blank, prefix: 'fo', namespace: 'urn:foreign' }])],
    ['empty', inside([])],
    ['retype', inside([{ kind: 'text', text: isLeaf && /^\d/.test(text) ? 'word' : '12345' }])],
    ...(isLeaf
      ? leafTexts(text).map(([kind, changed]): Damage => [kind, inside([{ kind: 'text', text: changed }])])
      : ([['add-text', inside([...element.children, { kind: 'text', text: 'text' }])]] as const)),
  ];
};

const leafTexts = (text: string): readonly (readonly [kind: string, text: string])[] => [
  ['case', otherCase(text)],
  ['lengthen', `${text}x`],
  ['overlong', `${text} ${overlong}`],
  ['pad', ` ${text}\n`],
  ['blank', ' '],
];

const siblingDamages = (element: XmlElement): readonly Damage[] => [
  ['drop', []],
  ['duplicate', [element, element]],
];

const attributeDamages = (attribute: XmlAttribute): readonly (readonly [string, readonly XmlAttribute[]])[] => {
  const valued = (value: string): readonly XmlAttribute[] => [{ ...attribute, value }];
  return [
    ['drop', []],
    ['rename', [{ ...attribute, name: `${attribute.name}X` }]],
    ['rename-case', [{ ...attribute, name: otherCase(attribute.name) }]],
    ['empty', valued('')],
    ['case', valued(otherCase(attribute.value))],
    ['lengthen', valued(`${attribute.value}x`)],
    ['pad', valued(` ${attribute.value} `)],
    ['retype', valued(/^\d/.test(attribute.value) ? 'word' : '12345')],
  ];
};

/** The whole document with an element moved: behind its next sibling, to the front, to the end. */
const orderDamages = (root: XmlElement, element: XmlElement): readonly (readonly [string, XmlElement])[] => {
  const moved = (
    move: (others: readonly XmlNode[], at: number) => readonly XmlNode[] | undefined,
  ): XmlElement | undefined => {
    let changed = false;
    const walk = (parent: XmlElement): XmlElement => {
      const at = parent.children.indexOf(element);
      if (at === -1)
        return {
          ...parent,
          children: parent.children.map((child) => (child.kind === 'element' ? walk(child) : child)),
        };
      const children = move(parent.children.toSpliced(at, 1), at);
      changed = children?.some((child, i) => child !== parent.children[i]) ?? false;
      return children === undefined ? parent : { ...parent, children };
    };
    const result = walk(root);
    return changed ? result : undefined;
  };
  const orders: readonly (readonly [string, XmlElement | undefined])[] = [
    [
      'reorder',
      moved((others, at) => {
        const next = others.findIndex((other, i) => i >= at && other.kind === 'element');
        return next === -1 ? undefined : others.toSpliced(next + 1, 0, element);
      }),
    ],
    ['move-first', moved((others) => [element, ...others])],
    ['move-last', moved((others) => [...others, element])],
  ];
  return orders.filter((order): order is readonly [string, XmlElement] => order[1] !== undefined);
};

const attributeNamed = (name: string, value: string): XmlAttribute => ({ name, prefix: '', namespace: '', value });

const otherCase = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

/** A tree as XML text; each element declares what its prefix means where that is not in scope. */
const serialize = (node: XmlNode, scope: Readonly<Record<string, string>> = { '': '', xml: xmlNamespace }): string => {
  if (node.kind === 'text') return escaped(node.text);
  const inner: Record<string, string> = { ...scope };
  const declared: string[] = [];
  for (const { prefix, namespace } of [node, ...node.attributes.filter((attribute) => attribute.prefix !== '')]) {
    if (inner[prefix] === namespace) continue;
    inner[prefix] = namespace;
    declared.push(` xmlns${prefix === '' ? '' : `:${prefix}`}="${escaped(namespace)}"`);
  }
  const attributes = node.attributes.map((attribute) => ` ${qualified(attribute)}="${escaped(attribute.value)}"`);
  const children = node.children.map((child) => serialize(child, inner));
  return `<${qualified(node)}${declared.join('')}${attributes.join('')}>${children.join('')}</${qualified(node)}>`;
};

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

const qualified = ({ prefix, name }: { readonly prefix: string; readonly name: string }): string =>
  prefix === '' ? name : `${prefix}:${name}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Every way to damage a JSON document in one property or item; each result is JSON again. `filter.elements` names keys (an
 * array's items go by the array's key). Throws where the text is not JSON.
 */
export const jsonMutants = (text: string, filter: MutantFilter = {}): readonly Mutant[] => {
  const mutants: Mutant[] = [];
  const visit = (value: unknown, path: string, key: string, put: (changed: unknown) => unknown): void => {
    const add = (kind: string, at: string, document: unknown): void => {
      if ((filter.elements?.includes(key) ?? true) && (filter.kinds?.includes(kind) ?? true))
        mutants.push({ name: `${kind} ${at}`, text: JSON.stringify(document, null, 2) });
    };
    for (const [kind, changed] of valueDamages(value)) add(kind, path, put(changed));
    if (Array.isArray(value)) {
      value.forEach((item: unknown, i) => {
        add('drop', `${path}[${i}]`, put(value.toSpliced(i, 1)));
        add('duplicate', `${path}[${i}]`, put(value.toSpliced(i, 0, item)));
        visit(item, `${path}[${i}]`, key, (changed) => put(value.toSpliced(i, 1, changed)));
      });
    } else if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value);
      members.forEach(([name, member], i) => {
        const at = path === '' ? name : `${path}.${name}`;
        const replaced = (...instead: [string, unknown][]) =>
          put(Object.fromEntries(members.toSpliced(i, 1, ...instead)));
        if (filter.elements?.includes(name) ?? true)
          for (const [kind, instead] of [
            ['drop', []],
            ['rename', [[`${name}X`, member]]],
            ['rename-case', [[otherCase(name), member]]],
          ] as [string, [string, unknown][]][])
            if (filter.kinds?.includes(kind) ?? true)
              mutants.push({ name: `${kind} ${at}`, text: JSON.stringify(replaced(...instead), null, 2) });
        visit(member, at, name, (changed) => replaced([name, changed]));
      });
    }
  };
  visit(JSON.parse(text), '', '', (changed) => changed);
  return mutants;
};

const valueDamages = (value: unknown): readonly (readonly [kind: string, value: unknown])[] => {
  const types: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['retype-string', 'text'],
    ['retype-number', 1.5],
    ['retype-boolean', false],
    ['retype-array', []],
    ['retype-object', {}],
  ];
  return [
    ...types.filter(([kind]) => kind !== `retype-${jsonType(value)}` && kind !== jsonType(value)),
    ...ownDamages(value),
  ];
};

const jsonType = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const ownDamages = (value: unknown): readonly (readonly [kind: string, value: unknown])[] => {
  if (typeof value === 'string')
    return [
      ['empty', ''],
      ['case', otherCase(value)],
      ['lengthen', `${value}x`],
      ['pad', ` ${value}\n`],
      ['blank', ' '],
      ['overlong', `${value} ${overlong}`],
    ];
  if (typeof value === 'number')
    return [
      ['zero', 0],
      ['negative', -value],
      ['as-text', String(value)],
    ];
  if (typeof value === 'boolean')
    return [
      ['other', !value],
      ['as-text', value ? 'True' : 'False'],
    ];
  if (Array.isArray(value))
    return [
      ['empty', []],
      ['reorder', value.toReversed()],
    ];
  if (value === null) return [];
  const members = Object.entries(value as object);
  return [
    ['empty', {}],
    ['reorder', Object.fromEntries(members.toReversed())],
    ['add', { ...(value as object), unknown: 'x' }],
  ];
};
