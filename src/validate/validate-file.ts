import { parseDocument } from '../documents/parse-document.js';
import { importerModels } from '../importers/importers.js';
import type { Diagnostic, ImporterName } from '../model/diagnostic.js';
import type { FormatName } from '../model/format-names.js';
import type { InputLimits } from '../text/input-limits.js';
import { validateDocument } from './validate.js';

/** A file that was validated; without a format where it could not be read. */
export interface ValidatedFile {
  readonly path: string;
  readonly format: FormatName | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says what is wrong with a CKL, CKLB or XCCDF result and what each importer would do with it.
 *
 * @param importers whose diagnostics to give alone: who asks for an importer wants to know what that one does, not what the
 *   schema says; undefined for all
 */
export const validateFile = (
  bytes: Uint8Array,
  path: string,
  importers?: readonly ImporterName[] | undefined,
  limits: Partial<InputLimits> = {},
): ValidatedFile => {
  const document = parseDocument(bytes, path, limits);
  if (!document.ok) return { path, format: undefined, diagnostics: document.diagnostics };
  const found = [...document.diagnostics, ...validateDocument(document.value, importerModels)];
  const asked = found.filter(
    ({ importer }) => importers === undefined || (importer !== undefined && importers.includes(importer)),
  );
  return { path, format: document.value.format, diagnostics: asked };
};
