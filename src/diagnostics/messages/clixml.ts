import { doubt, exportAgain, refuses } from '../entry.js';

type Element = { readonly element: string };

/** Messages on CLIXML that is not as PowerShell writes it. */
export const clixml = {
  'clixml-root': refuses(() => `the root element is not <Objs>, as CLIXML has it; ${exportAgain}`),
  'clixml-no-objects': refuses(
    (a: Element) =>
      `the file holds no object, but <${a.element}>: this is not Get-SendConnector output; ${exportAgain}`,
  ),
  'clixml-root-tag': doubt(
    () => `the tag <Objs> is not written as PowerShell writes it: the file was edited; ${exportAgain}`,
  ),
  'clixml-version': doubt(
    () => `the file has another version of CLIXML than 1.1.0.1, the only known one; ${exportAgain}`,
  ),
  'clixml-markup': doubt(
    () =>
      `here begins a comment, an instruction or a CDATA section, which PowerShell never writes: the file was edited; ${exportAgain}`,
  ),
  'clixml-namespace': doubt(
    () => `a namespace is declared here, which PowerShell never does: the file was edited; ${exportAgain}`,
  ),
  'clixml-element': doubt(
    (a: Element) => `CLIXML has no element <${a.element}> here: its value is unknown; ${exportAgain}`,
  ),
  'clixml-structure': doubt(
    (a: Element & { expected: string }) =>
      `<${a.element}> stands where PowerShell writes ${a.expected}: the file is damaged or was edited; ${exportAgain}`,
  ),
  'clixml-value': doubt(
    (a: Element) =>
      `the value of <${a.element}> is not written as PowerShell writes it: the file was edited; ${exportAgain}`,
  ),
  'clixml-reference': doubt(
    (a: Element) => `<${a.element}> refers to nothing that came before: what it stood for is unknown; ${exportAgain}`,
  ),
  'clixml-id-twice': doubt(
    (a: Element) => `another <${a.element}> before has the same RefId: files were joined by hand; ${exportAgain}`,
  ),
  'clixml-property-twice': doubt(
    (a: { line: number | undefined }) =>
      `the object has this property twice, first in line ${a.line}; where the values differ, it is unknown; ${exportAgain}`,
  ),
  'clixml-count': doubt(
    (a: { found: number }) =>
      `the list has ${a.found} members, but says another number: some were lost or added; ${exportAgain}`,
  ),
  'clixml-list': doubt(
    (a: { found: string }) =>
      `a list of objects, exported as one, has ${a.found}, so that something may be missing; ${exportAgain}`,
  ),
  'clixml-values': doubt(
    (a: Element) =>
      `<${a.element}> stands among the objects, and is none: this is more than one command's output; ${exportAgain}`,
  ),
  'clixml-dictionary': doubt(
    () => `this object is a dictionary, which a script made of Get-SendConnector output; ${exportAgain}`,
  ),
  'clixml-stream': doubt(
    (a: { stream: string }) =>
      `the command wrote to its ${a.stream} stream, so that its output may not be all; read why, and ${exportAgain}`,
  ),
  'clixml-to-string': doubt(
    (a: { text: string }) => `the object calls itself "${a.text}", not by its Name: two were mixed up; ${exportAgain}`,
  ),
} as const;
