import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ImporterModel, ParsedArf, ParsedDocument, ParsedXml } from '../documents/document.js';
import { xccdfInArf } from '../formats/arf/results.js';
import { cklbFaults } from './cklb.js';
import { identityFaults } from './identity.js';
import { cklReferenceFaults, xccdfReferenceFaults } from './references.js';
import { structureFaults } from './structure.js';
import { cklVocabulary } from './vocabulary/ckl.js';
import { xccdfVocabulary } from './vocabulary/xccdf.js';
import { xccdf11Namespace, xccdf11Vocabulary } from './vocabulary/xccdf-1-1.js';

/**
 * What is wrong with a document by itself, and what the given importers would refuse, drop, cut or misread; sorted by place.
 * Diagnostics: those of `formatFaults` and of the importers' models.
 */
export const validateDocument = (
  document: ParsedDocument | ParsedArf,
  importers: readonly ImporterModel[],
): readonly Diagnostic[] => {
  const all =
    document.format === 'arf'
      ? partsOf(document).flatMap(formatFaults)
      : [...formatFaults(document), ...predictions(document, importers)];
  return all.toSorted(
    (a, b) =>
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      compare(a.place.property ?? '', b.place.property ?? ''),
  );
};

const predictions = (document: ParsedDocument, importers: readonly ImporterModel[]): readonly Diagnostic[] =>
  importers.filter(({ reads }) => reads.includes(document.format)).flatMap(({ predict }) => predict(document));

/** The XCCDF in an ARF, each document by itself: nothing else in it is checked. */
const partsOf = (arf: ParsedArf): readonly ParsedXml[] =>
  xccdfInArf(arf.root).map((root) => ({ ...arf, format: 'xccdf', root }));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * What is wrong with a document for any reader: `schemaFaults`, and what its parts say of one another beyond the schema
 * (`cklReferenceFaults`, `xccdfReferenceFaults`; a CKLB's are among `cklbFaults`).
 */
export const formatFaults = (document: ParsedDocument): readonly Diagnostic[] => {
  if (document.format === 'cklb') return cklbFaults(document);
  const references = document.format === 'ckl' ? cklReferenceFaults : xccdfReferenceFaults;
  return [...schemaFaults(document), ...references(document)];
};

/** What the official schema of an XML format would say: `structureFaults`, and for XCCDF `identityFaults`. */
export const schemaFaults = (document: ParsedXml): readonly Diagnostic[] => {
  if (document.format === 'ckl') return structureFaults(document, cklVocabulary);
  const vocabulary = document.root.namespace === xccdf11Namespace ? xccdf11Vocabulary : xccdfVocabulary;
  const structure = structureFaults(document, vocabulary);
  // The keys of another namespace's elements are unknown.
  return document.root.namespace === vocabulary.namespace ? [...structure, ...identityFaults(document)] : structure;
};
