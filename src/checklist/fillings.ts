import type { Checklist } from '../model/checklist.js';
import type { Filling } from './fill-in.js';

/** What was judged in a checklist, to be filled into another: the rules with the given group ids. */
export const fillingsOf = (judged: Checklist, vulnIds: readonly string[]): readonly Filling[] =>
  judged.stigs.flatMap((stig) =>
    stig.reviews
      .filter(({ rule }) => vulnIds.includes(rule.groupId))
      .map(({ rule, status, findingDetails }) => ({
        vulnId: rule.groupId,
        ruleId: rule.ruleId,
        stig: stig.benchmark.id,
        status,
        findingDetails,
      })),
  );
