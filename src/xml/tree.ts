/** An XML document as data: elements and text; comments and processing instructions are left out. */
export interface XmlElement {
  readonly kind: 'element';
  /** The local name, without its prefix. */
  readonly name: string;
  /** As it is written; empty where there is none. */
  readonly prefix: string;
  /** The namespace's URI; empty where there is none. */
  readonly namespace: string;
  /** In document order, without the namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  /** In document order; text is never empty and never next to text. */
  readonly children: readonly XmlNode[];
  /** The offset of the element's `<` in the text that was parsed, in UTF-16 units. */
  readonly start: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly value: string;
}

/** Character data with its references decoded and its line ends as LF; a CDATA section is text like any other. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText;

/** The value of the attribute of that name without a prefix. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name && attribute.prefix === '')?.value;

/** The child elements, or those of one local name. */
export const elementsOf = (element: XmlElement, name?: string): readonly XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => child.kind === 'element' && (name === undefined || child.name === name),
  );

/** The first child element of that local name. */
export const firstOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => child.kind === 'element' && child.name === name);

/** All text in an element and its descendants, in document order. */
export const textOf = (element: XmlElement): string => {
  const [only] = element.children;
  if (element.children.length === 1 && only?.kind === 'text') return only.text;
  return element.children.map((child) => (child.kind === 'text' ? child.text : textOf(child))).join('');
};
