import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ParsedDocument, ParsedXml } from '../../src/documents/document.js';
import { parseDocument } from '../../src/documents/parse-document.js';

const golden = (file: string): string =>
  readFileSync(new URL(`../formats/goldens/one-rule-open/${file}`, import.meta.url), 'utf8');

/** Small valid documents to damage. */
export const valid = {
  ckl: golden('checklist.ckl'),
  xccdf: golden('xccdf-results.xml'),
  cklb: golden('checklist.cklb'),
  cklbStrict: golden('strict.cklb'),
  /** Invented: it has every element and attribute of XCCDF 1.2. */
  everyElement: readFileSync(new URL('every-element.xml', import.meta.url), 'utf8'),
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text as a document; throws where it is refused. */
export const documentOf = (text: string): ParsedDocument => {
  const read = parseDocument(bytesOf(text), 'file');
  if (!read.ok) throw new Error(`refused: ${read.diagnostics[0]?.code}`);
  if (read.value.format === 'arf') throw new Error('this is an ARF');
  return read.value;
};

export const xmlOf = (text: string): ParsedXml => {
  const document = documentOf(text);
  if (document.format === 'cklb') throw new Error('this is JSON');
  return document;
};

/** The text with one passage replaced, which must be there. */
export const changed = (text: string, from: string | RegExp, to: string): string => {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`there is no ${from}`);
  return result;
};

/** `code property` of each. */
export const inShort = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, place }) => `${code} ${place.property}`);

/** What stands in the text at each diagnostic's line and column: an element's or a key's name. */
export const namesAt = (text: string, diagnostics: readonly Diagnostic[]): (string | undefined)[] =>
  diagnostics.map(({ place: { line = 0, column = 0 } }) => {
    const found = text.split('\n')[line - 1]?.slice(column - 1);
    return /^(?:<(?:\w+:)?|")([\w-]+)/.exec(found ?? '')?.[1];
  });

export const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);
