import fc from 'fast-check';
import type { Checklist, ReviewedRule } from '../../src/model/checklist.js';

type Answer = Pick<ReviewedRule, 'status' | 'findingDetails' | 'comments' | 'severityOverride' | 'assessedAt'>;

const text = fc.constantFrom('', 'Seen.', 'Not seen.', 'Lines\nof two.', '<b>&amp;"\u202E');
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ status: 'not_reviewed', findingDetails: '', comments: '' }),
  fc.record({
    status: fc.constantFrom('open', 'not_reviewed', 'not_applicable', 'not_a_finding'),
    findingDetails: text,
    comments: text,
    severityOverride: fc.option(
      fc.record({ severity: fc.constantFrom('low', 'high'), justification: fc.constantFrom('Isolated.', 'Exposed.') }),
      { nil: undefined, freq: 5 },
    ),
    assessedAt: fc.option(fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00.25Z'), {
      nil: undefined,
    }),
  }),
);

/** The same checklist with other answers, made at the given time or an unknown one. */
const answeredOnce = (checklist: Checklist): fc.Arbitrary<Checklist> => {
  const count = checklist.stigs.reduce((sum, { reviews }) => sum + reviews.length, 0);
  return fc
    .tuple(
      fc.array(answer, { minLength: count, maxLength: count }),
      fc.constantFrom('', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z'),
    )
    .map(([answers, assessedAt]) => {
      let next = 0;
      const stigs = checklist.stigs.map((stig) => ({
        ...stig,
        reviews: stig.reviews.map(({ rule, uuid }) => {
          const {
            severityOverride,
            assessedAt: time,
            ...own
          } = answers[next++] ?? {
            status: 'not_reviewed' as const,
            findingDetails: '',
            comments: '',
          };
          return {
            rule,
            uuid,
            ...own,
            ...(severityOverride === undefined ? {} : { severityOverride }),
            ...(time === undefined ? {} : { assessedAt: time }),
          };
        }),
      }));
      return { ...checklist, stigs, assessedAt };
    });
};

/** Two checklists of one host and the same STIGs, answered by different people. */
export const answeredTwice = (checklists: fc.Arbitrary<Checklist>): fc.Arbitrary<readonly [Checklist, Checklist]> =>
  checklists.chain((checklist) => fc.tuple(answeredOnce(checklist), answeredOnce(checklist)));
