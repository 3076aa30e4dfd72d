import type { ReviewedRule } from '../../model/checklist.js';
import type { XmlMarkup, XmlTree } from '../../xml/element.js';
import { serializePart } from '../../xml/serialize.js';
import { isUnreviewed, type SharedParts, sharedPart } from '../shared-parts.js';
import { type Group, groupElement } from './group.js';
import { namespaceAttributes } from './names.js';
import { ruleResult } from './test-result.js';

const groups: SharedParts = new WeakMap();
const results: SharedParts = new WeakMap();

/** A group goes where its rule's result goes, though it holds nothing of a review. */
export const sharedGroup = (group: Group): XmlTree | XmlMarkup => {
  const [{ rule }, ...others] = group.reviews;
  return others.length > 0 || !group.reviews.every(isUnreviewed)
    ? groupElement(group)
    : {
        markup: sharedPart(groups, rule, group.id, [], () =>
          serializePart(groupElement(group), 1, namespaceAttributes),
        ),
      };
};

export const sharedRuleResult = (review: ReviewedRule, time: string): XmlTree | XmlMarkup =>
  isUnreviewed(review)
    ? {
        markup: sharedPart(results, review.rule, time, [], () =>
          serializePart(ruleResult(review, time), 2, namespaceAttributes),
        ),
      }
    : ruleResult(review, time);
