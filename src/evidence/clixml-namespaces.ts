import { endOfTag } from '../xml/content.js';
import { elementsOf, type XmlElement } from '../xml/tree.js';
import { type Context, powerShellNamespace, refuse } from './clixml-context.js';

/**
 * Refuses a document that declares another namespace than PowerShell's (`clixml-structure`): PowerShell never does, and an
 * attribute that damage has made a declaration of is not among the attributes.
 */
export const checkNamespaces = (context: Context, document: string, root: XmlElement): void => {
  const end = endOfTag(document, root.start);
  checkTag(context, document, root, end);
  if (document.includes('xmlns', end)) checkBelow(context, document, root);
};

const checkBelow = (context: Context, document: string, element: XmlElement): void => {
  for (const child of elementsOf(element)) {
    checkTag(context, document, child, endOfTag(document, child.start));
    checkBelow(context, document, child);
  }
};

const checkTag = (context: Context, document: string, element: XmlElement, end: number): void => {
  const declarations = document
    .slice(element.start, end)
    .matchAll(/\sxmlns(?::[^\s=]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  for (const [, double, single] of declarations)
    if ((double ?? single) !== powerShellNamespace)
      refuse(context, 'clixml-structure', element, { expected: "no namespace but PowerShell's", actual: element.name });
};
