import { type FieldGroup, objectsIn } from '../../src/formats/carries.js';
import type { Checklist } from '../../src/model/checklist.js';

/** A field of the model, such as `rule.title` or `asset.fqdn`; of lists of objects the field of each. */
export type FieldValues = readonly unknown[];

/** What a checklist has in a field, in the order of its STIGs and rules; undefined where it is not there. */
export const valuesOf = (checklist: Checklist, group: FieldGroup, key: string): FieldValues =>
  objectsIn(checklist, group).map((one) => (one as Readonly<Record<string, unknown>>)[key]);

/** The checklist with other values in one field. */
export const withValues = (checklist: Checklist, group: FieldGroup, key: string, values: FieldValues): Checklist => {
  let next = 0;
  const put = <T extends object>(of: FieldGroup, one: T): T => (of === group ? { ...one, [key]: values[next++] } : one);
  return put('checklist', {
    ...checklist,
    asset: put('asset', checklist.asset),
    stigs: checklist.stigs.map((stig) =>
      put('stig', {
        ...stig,
        benchmark: put('benchmark', stig.benchmark),
        reviews: stig.reviews.map((review) =>
          put('review', {
            ...review,
            ...(review.severityOverride === undefined
              ? {}
              : { severityOverride: put('override', review.severityOverride) }),
            rule: put('rule', { ...review.rule, reference: put('reference', review.rule.reference) }),
          }),
        ),
      }),
    ),
  });
};
