import type { ReviewedRule } from '../../model/checklist.js';
import type { XmlMarkup, XmlTree } from '../../xml/element.js';
import { serializePart } from '../../xml/serialize.js';
import { isUnreviewed, type SharedParts, sharedPart } from '../shared-parts.js';
import { type Group, groupElement } from './group.js';
import { namespaceAttributes } from './names.js';
import { ruleResult } from './test-result.js';

const groups: SharedParts = new WeakMap();
const results: SharedParts = new WeakMap();

/** The group of one rule holds what the benchmark says, and nothing of a review. */
export const sharedGroup = (group: Group): XmlTree | XmlMarkup =>
  group.rules.length > 1
    ? groupElement(group)
    : {
        markup: sharedPart(groups, group.rules[0], group.id, [], () =>
          serializePart(groupElement(group), 1, namespaceAttributes),
        ),
      };

export const sharedRuleResult = (review: ReviewedRule, time: string): XmlTree | XmlMarkup =>
  isUnreviewed(review)
    ? {
        markup: sharedPart(results, review.rule, time, [], () =>
          serializePart(ruleResult(review, time), 2, namespaceAttributes),
        ),
      }
    : ruleResult(review, time);
