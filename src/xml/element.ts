/** An XML element as plain data; strings among the children are text. Writers make it, `serializeXml` makes text of it. */
export interface XmlTree {
  /** With its prefix; the declarations (`xmlns:…`) are attributes of the tree. */
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly children: readonly (XmlTree | string)[];
}

export const element = (name: string, children: XmlTree['children'], attributes?: XmlTree['attributes']): XmlTree =>
  attributes === undefined ? { name, children } : { name, attributes, children };

/** An element with text alone, and without any child where the text is empty. */
export const textElement = (name: string, text: string, attributes?: XmlTree['attributes']): XmlTree =>
  element(name, text === '' ? [] : [text], attributes);
