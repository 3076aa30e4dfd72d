import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ImporterModel, ParsedXml } from '../documents/document.js';
import { predictCkl } from './mitre/ckl.js';
import { reporter } from './mitre/report.js';
import { predictXccdf } from './mitre/xccdf.js';

/**
 * MITRE's converters, which SAF and Heimdall use: @mitre/hdf-converters 2.12.6, measured. SAF and Heimdall first tell from
 * the name and the text what a file is (`mitre-file-name`, `mitre-taken-for-other`, `mitre-not-recognised`), then convert it:
 * ./mitre/ckl.ts and ./mitre/xccdf.ts say what comes of it.
 */
export const mitre: ImporterModel = {
  name: 'mitre',
  reads: ['ckl', 'xccdf'],
  predict: (document) => {
    if (document.format === 'cklb') return [];
    return document.format === 'ckl'
      ? [...recogniseCkl(document), ...predictCkl(document)]
      : [...recogniseXccdf(document), ...predictXccdf(document)];
  },
};

const baseName = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;

const namedXccdf = (document: ParsedXml): boolean => baseName(document.file).toLowerCase().includes('xccdf');

const recogniseCkl = (document: ParsedXml): readonly Diagnostic[] => {
  const report = reporter(document);
  const { root, text } = document;
  if (namedXccdf(document)) return [report('mitre-file-name', root, '', { name: baseName(document.file) })];
  const taken = takenFor(text);
  if (taken !== undefined) return [report('mitre-taken-for-other', root, '', { other: taken, format: 'a CKL' })];
  // The start tags are looked for as they stand, so that an attribute or a blank in one hides it.
  const hidden = ['<CHECKLIST>', '<STIGS>', '<STIG_INFO>'].find((tag) => !text.includes(tag));
  return hidden === undefined
    ? []
    : [report('mitre-not-recognised', root, '', { expected: `${hidden}, written so`, found: 'no such tag' })];
};

const recogniseXccdf = (document: ParsedXml): readonly Diagnostic[] => {
  if (namedXccdf(document) || namesXccdf(document.text)) return [];
  const words = { expected: 'an XCCDF namespace, or "xccdf" in the file\'s name', found: 'neither' };
  return [reporter(document)('mitre-not-recognised', document.root, '', words)];
};

/** `/xmlns.*http.*\/xccdf/`, looked for step by step: the pattern takes the cube of a line's length. */
const namesXccdf = (text: string): boolean =>
  text.includes('/xccdf') &&
  text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const declared = line.indexOf('xmlns');
    const uri = declared === -1 ? -1 : line.indexOf('http', declared);
    return uri !== -1 && line.includes('/xccdf', uri);
  });

/** Words anywhere in a file by which it is taken for another program's, in the order in which they are looked for. */
const words = [
  { of: ['"AwsAccountId"', '"SchemaVersion"'], other: 'ASFF' },
  { of: ['issues burpVersion'], other: 'Burp Suite output' },
  { of: ['scoutsuite_results'], other: 'ScoutSuite output' },
  { of: ['Policy', 'Job Name', 'Check ID'], other: 'DBProtect output' },
  { of: ['veracode', 'detailedreport'], other: 'Veracode output' },
] as const;

const takenFor = (text: string): string | undefined =>
  namesXccdf(text) ? 'XCCDF' : words.find(({ of }) => of.every((word) => text.includes(word)))?.other;

/** True of a text that holds a part of what `takenFor` looks for: what a file with it is taken for depends on the rest. */
export const mayMislead = (text: string): boolean =>
  text.includes('xmlns') || text.includes('/xccdf') || words.some(({ of }) => of.some((word) => text.includes(word)));
