import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FormatName } from '../model/format-names.js';
import type { ImporterName } from '../model/place.js';
import type { XmlElement } from '../xml/tree.js';

/** A file to validate, parsed as far as possible; its content decides what is checked. */
export type ParsedDocument =
  | {
      readonly format: 'ckl' | 'xccdf';
      readonly file: string;
      readonly root: XmlElement;
      /** The parsed text, without a byte order mark: some importers read CDATA, comments and references in their own ways. */
      readonly text: string;
      /** Line and column of an offset in the text. */
      readonly at: (offset: number) => { readonly line: number; readonly column: number };
      /** True where the file begins with a byte order mark. */
      readonly byteOrderMark: boolean;
    }
  | {
      readonly format: 'cklb';
      readonly file: string;
      readonly value: unknown;
      /** Line and column of the value to which these keys and indexes lead; for a key that is missing, of what should hold it. */
      readonly at?:
        | ((path: readonly (string | number)[]) => { readonly line: number; readonly column: number })
        | undefined;
      readonly byteOrderMark: boolean;
    };

export type ParsedXml = Extract<ParsedDocument, { readonly root: XmlElement }>;
export type ParsedCklb = Extract<ParsedDocument, { readonly format: 'cklb' }>;

/** An ARF report with XCCDF results, which is read and never written; its tree lacks the reports of other kinds. No importer reads one. */
export type ParsedArf = Omit<ParsedXml, 'format'> & { readonly format: 'arf' };

/** A measured model of what a program does with a file (docs/importers.md). */
export interface ImporterModel {
  readonly name: ImporterName;
  /** The formats that it reads; it reports nothing about others. */
  readonly reads: readonly FormatName[];
  /** What it would refuse, drop, cut or misread; empty if it reads the file correctly. */
  readonly predict: (document: ParsedDocument) => readonly Diagnostic[];
}
