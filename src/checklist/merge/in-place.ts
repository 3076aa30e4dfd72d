import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { type CarriedField, carries } from '../../formats/carries.js';
import { readChecklist } from '../../formats/read-checklist.js';
import type { RuleSlots } from '../../formats/slots.js';
import type { Checklist, ReviewedRule } from '../../model/checklist.js';
import type { FormatName } from '../../model/format-names.js';
import type { InputLimits } from '../../text/input-limits.js';
import { applyEdits, type SlotEdit } from '../apply-edits.js';
import { compareFaults } from '../compare-faults.js';
import { faultsOf, type OpenChecklist, openForFilling } from '../open-for-filling.js';
import { sameStig } from '../stigs-of-benchmark.js';

export interface InPlaceInput {
  /** The first file. */
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly base: Checklist;
  readonly merged: Checklist;
  readonly limits?: Partial<InputLimits> | undefined;
}

export interface InPlace {
  readonly format: FormatName;
  readonly text: string;
  readonly checklist: Checklist;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes what a merge changes into the text of the first file, where that is statuses, finding details and comments of its rules alone: not one other
 * byte changes. Undefined where it is more, where a place is not to be found, or where the file would be read as something else than what was merged.
 * Diagnostics: `merge-in-place`, and what the changes bring for importers.
 */
export const mergeInPlace = ({ bytes, file, base, merged, limits }: InPlaceInput): InPlace | undefined => {
  const opened = openForFilling(bytes, file, limits);
  if (!opened.ok || opened.value.encoding !== 'utf-8' || !isOnlyAnswers(base, merged, opened.value.format))
    return undefined;
  const edits = merged.stigs.flatMap((stig, s) =>
    stig.reviews.map((review, r) => editsOf(opened.value, base.stigs[s]?.reviews[r], review, stig.benchmark.id)),
  );
  if (edits.includes(undefined)) return undefined;
  const text = applyEdits(
    opened.value.text,
    edits.flatMap((some) => some ?? []),
  );
  const written = new TextEncoder().encode(text);
  const read = readChecklist(written, file, limits);
  if (
    !read.ok ||
    !isOnlyAnswers(read.value.checklist, merged, opened.value.format) ||
    !sameAnswers(read.value.checklist, merged)
  )
    return undefined;
  const { added } = compareFaults(opened.value.faults, faultsOf(written, file));
  if (added.some(({ severity }) => severity === 'error')) return undefined;
  const { format, checklist } = read.value;
  return { format, text, checklist, diagnostics: [diagnostic('merge-in-place', { file }), ...added] };
};

const reviewsIn = ({ stigs }: Checklist): readonly ReviewedRule[] => stigs.flatMap(({ reviews }) => reviews);

/** Whether only statuses, details, comments and times differ, of everything that the format carries; these formats have no times. */
const isOnlyAnswers = (a: Checklist, b: Checklist, format: FormatName): boolean => rest(a, format) === rest(b, format);

const rest = ({ asset, stigs }: Checklist, format: FormatName): string =>
  JSON.stringify([
    carried(asset, carries.asset, format),
    stigs.map(({ benchmark, classification, reviews }) => [
      carried(benchmark, { ...carries.benchmark, ruleCount: undefined }, format),
      classification,
      reviews.map(({ rule, severityOverride, classification: own }) => [
        carried(rule, carries.rule, format),
        severityOverride?.severity,
        severityOverride?.justification,
        own,
      ]),
    ]),
  ]);

/** The fields that the format keeps, in the order of the table. */
const carried = (
  from: object,
  fields: Readonly<Record<string, CarriedField | undefined>>,
  format: FormatName,
): readonly unknown[] =>
  Object.entries(fields)
    .filter(([, field]) => field?.fates[format] === 'kept')
    .map(([key]) => (from as Readonly<Record<string, unknown>>)[key]);

const sameAnswers = (a: Checklist, b: Checklist): boolean => answers(a) === answers(b);

const answers = (checklist: Checklist): string =>
  JSON.stringify(
    reviewsIn(checklist).map(({ status, findingDetails, comments }) => [status, findingDetails, comments]),
  );

/** The changes to a rule; undefined unless it has exactly one place for each. */
const editsOf = (
  { target }: OpenChecklist,
  before: ReviewedRule | undefined,
  after: ReviewedRule,
  stig: string,
): readonly SlotEdit[] | undefined => {
  if (before === undefined) return undefined;
  const changes = [
    ...(before.status === after.status ? [] : [['status', target.statusWord(after.status)] as const]),
    ...(before.findingDetails === after.findingDetails ? [] : [['details', after.findingDetails] as const]),
    ...(before.comments === after.comments ? [] : [['comments', after.comments] as const]),
  ];
  if (changes.length === 0) return [];
  const places = target
    .find(after.rule.groupId)
    .filter((place) => sameStig(place.stig, stig) && place.ruleId === after.rule.ruleId);
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const edits = changes.map(([name, text]) => editOf(place, name, text));
  return edits.some((edit) => edit === undefined) ? undefined : edits.flatMap((edit) => edit ?? []);
};

const editOf = (place: RuleSlots, name: 'status' | 'details' | 'comments', after: string): SlotEdit | undefined => {
  const slot = place[name];
  return slot.kind === 'fault' ? undefined : { slot, after };
};
