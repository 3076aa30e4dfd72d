import { checklistBaseName, fileNameParts } from '../formats/file-name.js';
import type { Checklist, ChecklistStig } from '../model/checklist.js';
import { uuidV5 } from '../text/uuid.js';
import { isAnswered } from './merge/answers.js';

/**
 * A checklist for each STIG of a checklist, in their order, with the same asset. Where every answer of a STIG has the same time of its own, as merging
 * writes it, that is the time of the checklist. A checklist of one STIG stays as it is.
 */
export const splitChecklist = (checklist: Checklist): readonly Checklist[] =>
  checklist.stigs.length === 1
    ? [checklist]
    : checklist.stigs.map((stig, i) => {
        const time = commonTime(stig);
        const named = fileNameParts(checklist.asset.hostName, stig.benchmark);
        return {
          ...checklist,
          id: uuidV5(`split ${i} ${stig.benchmark.id}`, checklist.id),
          title: checklistBaseName(named, 'cklb'),
          assessedAt: time ?? checklist.assessedAt,
          stigs: [
            time === undefined ? stig : { ...stig, reviews: stig.reviews.map(({ assessedAt, ...review }) => review) },
          ],
        };
      });

const commonTime = ({ reviews }: ChecklistStig): string | undefined => {
  const times = new Set(
    reviews
      .filter((review) => isAnswered(review) || review.assessedAt !== undefined)
      .map((review) => review.assessedAt),
  );
  const [time] = times;
  return times.size === 1 ? time : undefined;
};
