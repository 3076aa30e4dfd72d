import { toCsvText } from '../csv/cells.js';
import { columnNames, rowOf } from '../csv/rows.js';
import type { Extracted, ExtractInput } from '../extracted.js';

/** What people fill in. */
export const toFillIn = ['Mitigation', 'Point of Contact', 'Scheduled Completion', 'Milestones'];

/** A row for each open rule, with all its CCIs. */
export const toPoamRows = ({ checklist }: ExtractInput): readonly (readonly string[])[] =>
  checklist.stigs.flatMap((stig) =>
    stig.reviews
      .filter(({ status }) => status === 'open')
      .map((review) => [...rowOf(checklist, stig, review, review.rule.ccis), ...toFillIn.map(() => '')]),
  );

/** The open rules as a spreadsheet to plan from; without an open rule it has its header alone. */
export const toPoam = (input: ExtractInput): Extracted => ({
  text: toCsvText([[...columnNames, ...toFillIn], ...toPoamRows(input)]),
  diagnostics: [],
});
