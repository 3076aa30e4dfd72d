import type { Extracted, ExtractInput } from '../extracted.js';
import { toCsvText } from './cells.js';
import { columnNames, rowOf } from './rows.js';

/** A row for each rule and CCI, and one for each rule without a CCI. */
export const toCsvRows = ({ checklist }: ExtractInput): readonly (readonly string[])[] =>
  checklist.stigs.flatMap((stig) =>
    stig.reviews.flatMap((review) => {
      const { ccis } = review.rule;
      return ccis.length === 0
        ? [rowOf(checklist, stig, review, ccis)]
        : ccis.map((cci) => rowOf(checklist, stig, review, [cci]));
    }),
  );

/** The checklist as a spreadsheet. */
export const toCsv = (input: ExtractInput): Extracted => ({
  text: toCsvText([columnNames, ...toCsvRows(input)]),
  diagnostics: [],
});
