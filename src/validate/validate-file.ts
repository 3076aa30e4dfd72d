import { type Diagnostic, diagnostic, ofImporter } from '../diagnostics/diagnostic.js';
import { importerTitles } from '../diagnostics/importer-titles.js';
import type { ImporterModel } from '../documents/document.js';
import { parseDocument } from '../documents/parse-document.js';
import { importerModels } from '../importers/importers.js';
import { type FormatName, formatNames } from '../model/format-names.js';
import type { ImporterName } from '../model/place.js';
import type { InputLimits } from '../text/input-limits.js';
import { validateDocument } from './validate.js';

/** What can be validated: an ARF report by the XCCDF in it. */
export type ValidatedFormat = FormatName | 'arf';

/** A file that was validated; without a format if it could not be read. */
export interface ValidatedFile {
  readonly path: string;
  readonly format: ValidatedFormat | undefined;
  /** The chosen importers that do not read this format. */
  readonly notReadBy: readonly ImporterName[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Says what is wrong with a CKL, CKLB, XCCDF result or ARF and what each importer would do with it. An importer that was asked for by
 * name and does not read the format is an error (`importer-does-not-read`): the file is of no use to it.
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
  if (!document.ok) return unreadFile(path, document.diagnostics);
  const { format } = document.value;
  const unable = importerModels.filter(
    ({ name, reads }) => !(format !== 'arf' && reads.includes(format)) && importers?.includes(name) !== false,
  );
  const found = [...document.diagnostics, ...validateDocument(document.value, importerModels)];
  const asked = found.filter(
    ({ importer, code }) =>
      importers === undefined ||
      (importer !== undefined && importers.includes(importer)) ||
      // Only OpenSCAP follows the declaration.
      (code === 'document-encoding-declared' && format === 'xccdf' && importers.includes('openscap')),
  );
  const askedInVain = importers === undefined ? [] : unable.map((importer) => doesNotRead(path, format, importer));
  return { path, format, notReadBy: unable.map(({ name }) => name), diagnostics: [...askedInVain, ...asked] };
};

/** A file that could not be read, and why. */
export const unreadFile = (path: string, diagnostics: readonly Diagnostic[]): ValidatedFile => ({
  path,
  format: undefined,
  notReadBy: [],
  diagnostics,
});

const doesNotRead = (file: string, format: ValidatedFormat, { name, reads }: ImporterModel): Diagnostic =>
  ofImporter(
    name,
    diagnostic(
      'importer-does-not-read',
      { file },
      { program: importerTitles[name], format: format.toUpperCase(), reads: listed(reads) },
    ),
  );

/**
 * One notice for all the files of a run in which no importer was asked for by name (`importers-do-not-read`): that nothing was said
 * of a file must not pass for "no problems".
 */
export const notReadNotice = (files: readonly ValidatedFile[]): readonly Diagnostic[] => {
  const said = importerModels.flatMap(({ name, reads }) => {
    const formats = [...formatNames, 'arf' as const].filter((one) =>
      files.some(({ format, notReadBy }) => format === one && notReadBy.includes(name)),
    );
    return formats.length === 0 ? [] : [`${importerTitles[name]} can read ${listed(reads)}, not ${listed(formats)}`];
  });
  return said.length === 0 ? [] : [diagnostic('importers-do-not-read', {}, { formats: said.join('; ') })];
};

/** `CKL or XCCDF` */
const listed = (formats: readonly ValidatedFormat[]): string =>
  formats.map((format) => format.toUpperCase()).join(' or ');
