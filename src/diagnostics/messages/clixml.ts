import { doubt, exportAgain, refuses } from '../entry.js';

/** Messages on CLIXML that is not as PowerShell writes it. */
export const clixml = {
  'clixml-root': refuses`the root element is not <Objs>, so this is not CLIXML; ${exportAgain}`,
  'clixml-no-objects': refuses`the file holds no object, only <${'element'}>: this is not Get-SendConnector output; ${exportAgain}`,
  'clixml-root-tag': doubt`the tag <Objs> is not written as PowerShell writes it: the file was edited; ${exportAgain}`,
  'clixml-version': doubt`the CLIXML version is not 1.1.0.1, the only known one; ${exportAgain}`,
  'clixml-markup': doubt`a comment, an instruction or a CDATA section begins here, which PowerShell never writes: the file was edited; ${exportAgain}`,
  'clixml-namespace': doubt`a namespace is declared here, which PowerShell never does: the file was edited; ${exportAgain}`,
  'clixml-element': doubt`CLIXML has no element <${'element'}> here, so its value is unknown; ${exportAgain}`,
  'clixml-structure': doubt`<${'element'}> stands where PowerShell writes ${'expected'}: the file is damaged or was edited; ${exportAgain}`,
  'clixml-value': doubt`the value of <${'element'}> is not written as PowerShell writes it: the file was edited; ${exportAgain}`,
  'clixml-reference': doubt`<${'element'}> refers to nothing before it, so its value is unknown; ${exportAgain}`,
  'clixml-id-twice': doubt`an earlier <${'element'}> has the same RefId: files were joined by hand; ${exportAgain}`,
  'clixml-property-twice': doubt(
    (a: { line: number | undefined }) =>
      `the object has this property twice (first in line ${a.line}); if the values differ, it is unknown; ${exportAgain()}`,
  ),
  'clixml-count': doubt(
    (a: { found: number }) =>
      `the list has ${a.found} members, not as many as it says: some were lost or added; ${exportAgain()}`,
  ),
  'clixml-list': doubt`a list that was exported as one object has ${'found'}, so something may be missing; ${exportAgain}`,
  'clixml-values': doubt`<${'element'}> is not an object but stands among them: this is the output of more than one command; ${exportAgain}`,
  'clixml-dictionary': doubt`this object is a dictionary, which a script made of Get-SendConnector output; ${exportAgain}`,
  'clixml-stream': doubt`the command wrote to its ${'stream'} stream, so its output may be incomplete; read why, and ${exportAgain}`,
  'clixml-to-string': doubt`the object's text is "${'text'}", not its Name: two objects were mixed up; ${exportAgain}`,
} as const;
