import type { DiagnosticCode } from '../../diagnostics/catalog.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { ParsedXml } from '../../documents/document.js';
import { cutText } from '../../text/limit.js';
import type { XmlElement } from '../../xml/tree.js';

export type Report = (
  code: DiagnosticCode,
  at: XmlElement,
  /** What it is about: an element's name, after the rule's id where there is one. Empty where that is the file. */
  property: string,
  words?: { readonly expected?: string; readonly actual?: string },
) => Diagnostic;

/** A function that makes diagnostics of MITRE's tools with the place of an element. Long texts are quoted in part. */
export const reporter =
  (document: ParsedXml): Report =>
  (code, at, property, { expected, actual } = {}) =>
    diagnostic(
      code,
      { file: document.file, ...document.at(at.start), ...(property === '' ? {} : { property }) },
      { expected, actual: actual === undefined ? undefined : quoted(actual), importer: 'mitre' },
    );

const quoted = (text: string): string => (text.length > 80 ? `${cutText(text, 80)}…` : text);
