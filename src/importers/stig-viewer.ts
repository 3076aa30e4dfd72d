import { type Diagnostic, diagnostic, ofImporter } from '../diagnostics/diagnostic.js';
import type { ImporterModel, ParsedCklb, ParsedXml } from '../documents/document.js';
import type { Place } from '../model/place.js';
import { elementsOf, textOf, type XmlElement } from '../xml/tree.js';

/**
 * What is known about STIG Viewer 2 and 3. Neither could be run: this was **never measured**. It is what
 * DISA's schemas, files that STIG Viewer wrote, and reports of other programs' users tell, and no more.
 *
 * Diagnostics: errors `stig-viewer-prefix` (XCCDF results are imported only with the prefix `cdf:`), `stig-viewer-status` and
 * `stig-viewer-role` (a CKL with another STATUS or ROLE than the schema's does not open); a warning `stig-viewer-version` (STIG
 * Viewer 3 writes the version of a STIG as a string and keeps a number as it is).
 */
export const stigViewer: ImporterModel = {
  name: 'stig-viewer',
  reads: ['ckl', 'cklb', 'xccdf'],
  predict: (document) => {
    switch (document.format) {
      case 'ckl':
        return predictCkl(document);
      case 'cklb':
        return predictCklb(document);
      case 'xccdf':
        return predictXccdf(document);
    }
  },
};

const statuses = ['NotAFinding', 'Open', 'Not_Applicable', 'Not_Reviewed'];
const roles = ['None', 'Workstation', 'Member Server', 'Domain Controller'];

const predictCkl = (document: ParsedXml): readonly Diagnostic[] => {
  const { root } = document;
  const asset = elementsOf(root, 'ASSET');
  const vulns = elementsOf(root, 'STIGS')
    .flatMap((element) => elementsOf(element, 'iSTIG'))
    .flatMap((element) => elementsOf(element, 'VULN'));
  return [
    ...asset.flatMap((element) => wrongWords(document, element, 'ROLE', roles, 'stig-viewer-role', '')),
    ...vulns.flatMap((vuln, i) =>
      wrongWords(document, vuln, 'STATUS', statuses, 'stig-viewer-status', `${ruleName(vuln) || `VULN ${i + 1}`} `),
    ),
  ];
};

const ruleName = (vuln: XmlElement): string => {
  const datum = elementsOf(vuln, 'STIG_DATA').find((data) =>
    elementsOf(data, 'VULN_ATTRIBUTE').some((attribute) => textOf(attribute) === 'Vuln_Num'),
  );
  return datum === undefined ? '' : elementsOf(datum, 'ATTRIBUTE_DATA').map(textOf).join(' ');
};

const wrongWords = (
  document: ParsedXml,
  parent: XmlElement,
  name: string,
  words: readonly string[],
  code: 'stig-viewer-status' | 'stig-viewer-role',
  of: string,
): readonly Diagnostic[] =>
  elementsOf(parent, name)
    .filter((element) => !words.includes(textOf(element)))
    .map((element) =>
      tell(
        code,
        { file: document.file, ...document.at(element.start), property: `${of}${name}` },
        textOf(element),
        words,
      ),
    );

const tell = (code: 'stig-viewer-status' | 'stig-viewer-role', place: Place, word: string, words: readonly string[]) =>
  ofImporter('stig-viewer', diagnostic(code, place, { word, words: words.join(', ') }));

/** One line per file: the first element without the prefix tells it. */
const predictXccdf = (document: ParsedXml): readonly Diagnostic[] => {
  const bare = firstBare(document.root, document.root.namespace);
  if (bare === undefined) return [];
  const place = { file: document.file, ...document.at(bare.start), property: bare.name };
  const actual = bare.prefix === '' ? 'none' : `${bare.prefix}:`;
  return [ofImporter('stig-viewer', diagnostic('stig-viewer-prefix', place, { prefix: actual }))];
};

const firstBare = (element: XmlElement, namespace: string): XmlElement | undefined => {
  if (element.namespace === namespace && element.prefix !== 'cdf') return element;
  for (const child of elementsOf(element)) {
    const found = firstBare(child, namespace);
    if (found !== undefined) return found;
  }
  return undefined;
};

const predictCklb = (document: ParsedCklb): readonly Diagnostic[] => {
  const stigs = memberOf(document.value, 'stigs');
  return (Array.isArray(stigs) ? stigs : []).flatMap((stig: unknown, i) => {
    const version = memberOf(stig, 'version');
    if (version === undefined || typeof version === 'string') return [];
    const position = document.at?.(['stigs', i, 'version']);
    const place = { file: document.file, ...position, property: `stigs[${i}] version` };
    return [ofImporter('stig-viewer', diagnostic('stig-viewer-version', place, { version: JSON.stringify(version) }))];
  });
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
