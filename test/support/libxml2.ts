import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();

/** What libxml2, a parser that did not write the text, makes of it. Throws where the text is not well-formed. */
export const parseWithLibxml2 = (text: string): XmlDocument => XmlDocument.fromString(text);

/** The string values of the nodes that an XPath selects; `prefixes` are bound to their namespaces. */
export const select = (document: XmlDocument, xpath: string, prefixes: Record<string, string> = {}): string[] =>
  document.find(xpath, prefixes).map((node) => node.content);

/** A function that throws where a text is not valid by the schema in that file, and the files that it imports. */
export const xsdValidator = (schema: URL): ((text: string) => void) => {
  const source = XmlDocument.fromBuffer(readFileSync(schema), { url: schema.pathname });
  const validator = XsdValidator.fromDoc(source);
  return (text) => {
    const document = parseWithLibxml2(text);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  };
};
