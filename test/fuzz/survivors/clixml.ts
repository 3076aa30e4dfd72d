import { type Fields, faultsOf, pieceOf, type Survivors, unlike } from './piece.js';

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
  /** Everything between its tags. */
  readonly start: number;
  end: number;
}

const containers = new Set(['Objs', 'Obj', 'TN', 'Props', 'MS', 'LST']);
const known = new Set([...containers, 'TNRef', 'T', 'ToString', 'Ref', ...'S B I32 Nil'.split(' ')]);

/** A naive reading of CLIXML: tags by a pattern, and what they hold. */
export const clixmlSurvivors = (text: string): Survivors => {
  const visible: string[] = [];
  const root = treeOf(text.replace(/^\s*#< CLIXML[^\r\n]*/, ''), visible);
  if (root === undefined) return { pieces: [], visible };
  const objects = root.children.flatMap((child) => listOf(child) ?? [child]);
  if (objects.some((object) => object.name !== 'Obj')) visible.push('a pipeline object that is none');
  const records = objects.map((object) => ({ fields: fieldsOf(object, visible), text: textOf(object) }));
  for (const { fields } of records) visible.push(...faultsOf(fields));
  visible.push(...unlike(records.map(({ fields }) => fields)));
  return { pieces: records.map(({ fields, text: own }) => pieceOf(fields, own)), visible };
};

const listOf = (element: Element): readonly Element[] | undefined =>
  element.children.some((child) => child.name === 'Props' || child.name === 'MS')
    ? undefined
    : element.children.find((child) => child.name === 'LST')?.children;

const treeOf = (text: string, visible: string[]): Element | undefined => {
  const open: Element[] = [];
  const roots: Element[] = [];
  let last = 0;
  for (const match of text.matchAll(
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s<>/!?][^\s<>/]*)((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*?)?)(\/?)>/g,
  )) {
    const [whole, closing, qualified = '', attributes = '', empty] = match;
    gap(text.slice(last, match.index), open.at(-1), visible);
    last = match.index + whole.length;
    if (whole.startsWith('<!--')) visible.push('a comment');
    else if (whole.startsWith('<?')) {
      if (!/^\s*$/.test(text.slice(0, match.index))) visible.push('an instruction');
    } else if (closing) {
      const element = open.pop();
      if (empty || attributes.trim() !== '') visible.push('a tag that is no end tag');
      if (element?.name !== local(qualified)) visible.push('an end tag of another element');
      if (element !== undefined) element.end = match.index;
    } else {
      const element: Element = {
        name: local(qualified),
        attributes: attributesOf(attributes, visible),
        children: [],
        text: '',
        start: last,
        end: last,
      };
      if (!known.has(element.name)) visible.push('an element that is unknown');
      (open.at(-1)?.children ?? roots).push(element);
      if (!empty) open.push(element);
    }
  }
  gap(text.slice(last), undefined, visible);
  if (open.length > 0) visible.push('an element that does not end');
  if (roots.length !== 1) visible.push('not one root');
  for (const root of roots) fill(root, text);
  return roots[0];
};

const local = (name: string): string => name.replace(/^ps:/, '');

/** Text belongs into values only. */
const gap = (text: string, inside: Element | undefined, visible: string[]): void => {
  if (inside === undefined || containers.has(inside.name)) {
    if (text.trim() !== '') visible.push('text between elements');
  } else if (text.includes('<')) visible.push('a tag that is none');
};

const fill = (element: Element, text: string): void => {
  element.text = text.slice(element.start, element.end);
  for (const child of element.children) fill(child, text);
};

const attributesOf = (text: string, visible: string[]): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  const rest = text.replace(
    /[ \t\r\n]+([\w:]+)[ \t\r\n]*=[ \t\r\n]*("[^"]*"|'[^']*')/g,
    (_, name: string, value: string) => {
      if (attributes.has(name) || !/^(RefId|N|Version|xmlns(:ps)?)$/.test(name))
        visible.push('an attribute that is unknown');
      attributes.set(name, unescaped(value.slice(1, -1)));
      return '';
    },
  );
  if (/[^ \t\r\n]/.test(rest)) visible.push('an attribute that is none');
  return attributes;
};

const unescaped = (text: string): string =>
  text
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const textOf = (object: Element): string => object.text;

/** The properties in all sets of an object. One that Props and MS both have counts once where they agree. */
const fieldsOf = (object: Element, visible: string[]): Fields => {
  const fields = new Map<string, (string | undefined)[]>();
  for (const set of object.children.filter((child) => child.name === 'Props' || child.name === 'MS')) {
    const own = new Set<string>();
    for (const child of set.children) {
      const name = (child.attributes.get('N') ?? '').toLowerCase();
      if (name === '' || own.has(name)) visible.push('a property without a name, or twice');
      own.add(name);
      if (/ N="D\w+Enabled"/i.test(child.text)) visible.push('a record inside another');
      const value = shownIn(child);
      const before = fields.get(name) ?? [];
      if (!before.some((one) => one?.toLowerCase() === value?.toLowerCase())) fields.set(name, [...before, value]);
    }
  }
  return fields;
};

const shownIn = (element: Element): string | undefined => {
  if (element.name === 'Nil') return undefined;
  const inner =
    element.children.find((child) => child.name === 'ToString') ??
    element.children.find((child) => /^(B|I32)$/.test(child.name));
  const { name, text } = inner ?? element;
  // XML's white space around a Boolean means nothing.
  return unescaped(name === 'B' ? text.trim() : text);
};
