import { type Diagnostic, diagnostic, ofImporter } from '../diagnostics/diagnostic.js';
import type { ImporterModel, ParsedDocument, ParsedXml } from '../documents/document.js';
import type { Position } from '../text/lines.js';
import { isCklList, predictCkl } from './stig-manager/ckl.js';
import { predictCklb } from './stig-manager/cklb.js';
import type { IsList, Parsed, ReadAsParsed } from './stig-manager/parsed.js';
import type { Predicted, Report, StigManagerPrediction, Where } from './stig-manager/prediction.js';
import { isXccdfList, predictXccdf } from './stig-manager/xccdf.js';

/**
 * What STIG Manager does with a CKL, a CKLB or XCCDF results, as its own parsers do it (client modules 1.6.7, measured with
 * the options that STIGMan Watcher has by default: rules that are not reviewed are taken up where they have a text, as
 * informational; where there are no details, words of its own stand in).
 *
 * Diagnostics: errors `stig-manager-refuses-…` where the whole file is refused, `stig-manager-drops-…` where a rule or a STIG
 * is left out in silence, `stig-manager-not-text` and `stig-manager-cuts-id` where something arrives that fits nothing; warnings
 * where a text is cut, changed or not found, and where the revision is misread; notices with the number of the
 * rules that are passed over as they should be.
 *
 * @param read how XML is read: `byItsParser` for any file, `fromTree` for one that this program wrote
 */
export const stigManager = (read: ReadAsParsed): ImporterModel => ({
  name: 'stig-manager',
  reads: ['ckl', 'cklb', 'xccdf'],
  predict: (document) => predictWithDiagnostics(document, read).diagnostics,
});

/** What STIG Manager takes from a document. */
export const predictStigManager = (document: ParsedDocument, read: ReadAsParsed): StigManagerPrediction => {
  const { prediction, diagnostics } = predictWithDiagnostics(document, read);
  return isRefused(diagnostics) ? { refused: true, checklists: [] } : { refused: false, ...prediction };
};

const isRefused = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code.startsWith('stig-manager-refuses-'));

const predictWithDiagnostics = (document: ParsedDocument, read: ReadAsParsed): Predicted => {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, where, property, ...args) => {
    const place = { file: document.file, ...positionOf(document, where), ...(property === '' ? {} : { property }) };
    diagnostics.push(ofImporter('stig-manager', diagnostic(code, place, ...args) as Diagnostic));
    return undefined;
  };
  const prediction = predictionOf(document, read, report);
  return { prediction, diagnostics: inOneLine(diagnostics) };
};

const positionOf = (document: ParsedDocument, where: Where): Partial<Position> => {
  if (typeof where === 'number') return document.format === 'cklb' ? {} : document.at(where);
  return where !== undefined && document.format === 'cklb' ? (document.at?.(where) ?? {}) : {};
};

const predictionOf = (document: ParsedDocument, read: ReadAsParsed, report: Report): Predicted['prediction'] => {
  switch (document.format) {
    case 'cklb':
      return predictCklb(document.value, document.byteOrderMark, report);
    case 'ckl':
      return parsedAs(document, read, isCklList, predictCkl, report);
    case 'xccdf':
      return parsedAs(document, read, isXccdfList, predictXccdf, report);
  }
};

const parsedAs = (
  { text, root }: ParsedXml,
  read: ReadAsParsed,
  isList: IsList,
  predict: (seen: Parsed, report: Report) => Predicted['prediction'],
  report: Report,
): Predicted['prediction'] => {
  const seen = read(text, root, isList);
  if (typeof seen !== 'string') return predict(seen, report);
  report('stig-manager-refuses-xml', 0, '', { message: seen });
  return { checklists: [] };
};

/** The rules that are skipped are counted per STIG, and reported once. */
const inOneLine = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const isCount = (d: Diagnostic) => d.code === 'stig-manager-passes-over';
  const counts = diagnostics.filter(isCount);
  const [first] = counts;
  if (first === undefined) return diagnostics;
  const count = String(counts.reduce((sum, { args }) => sum + Number(args.count), 0));
  return [...diagnostics.filter((d) => !isCount(d)), { ...first, args: { count } }];
};
