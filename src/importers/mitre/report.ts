import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given, ofImporter } from '../../diagnostics/diagnostic.js';
import type { ParsedXml } from '../../documents/document.js';
import { shortened } from '../../text/limit.js';
import type { XmlElement } from '../../xml/tree.js';

export type Report = <C extends DiagnosticCode>(
  code: C,
  at: XmlElement,
  /** What it is about: an element's name, after the rule's id where there is one. Empty where that is the file. */
  property: string,
  ...args: Given<C>
) => Diagnostic;

/** A function that makes diagnostics of MITRE's tools with the place of an element. Long texts are quoted in part. */
export const reporter =
  (document: ParsedXml): Report =>
  (code, at, property, ...args) => {
    const place = { file: document.file, ...document.at(at.start), ...(property === '' ? {} : { property }) };
    const d = diagnostic(code, place, ...args) as Diagnostic;
    const short = Object.entries(d.args).map(([name, text]) => [name, shortened(String(text), longest)] as const);
    return ofImporter('mitre', { ...d, args: Object.fromEntries(short) } as Diagnostic);
  };

const longest = 120;
