import { endOfTag } from '../../xml/content.js';
import { elementsOf, type XmlElement } from '../../xml/tree.js';
import { type Context, powerShellNamespace, refuse } from './context.js';

/**
 * Refuses a document that declares another namespace than PowerShell's (`clixml-structure`): PowerShell never does, and an
 * attribute that damage has made a declaration of is not among the attributes. Checks the root, and answers with what
 * checks an element below it with all that is in it.
 */
export const namespaceCheck = (
  context: Context,
  document: string,
  root: XmlElement,
): ((element: XmlElement) => void) => {
  const end = endOfTag(document, root.start);
  checkTag(context, document, root, end);
  if (!document.includes('xmlns', end)) return () => undefined;
  const check = (element: XmlElement): void => {
    checkTag(context, document, element, endOfTag(document, element.start));
    for (const child of elementsOf(element)) check(child);
  };
  return check;
};

const checkTag = (context: Context, document: string, element: XmlElement, end: number): void => {
  const declarations = document
    .slice(element.start, end)
    .matchAll(/\sxmlns(?::[^\s=]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  for (const [, double, single] of declarations)
    if ((double ?? single) !== powerShellNamespace)
      refuse(context, 'clixml-structure', element, { expected: "no namespace but PowerShell's", actual: element.name });
};
