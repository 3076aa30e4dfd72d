import type { Rule } from '../model/benchmark.js';

/** The group's id in a format that requires one: the rule's, if the group has none. Importers tell rules apart by it. */
export const writtenGroupId = ({ groupId, ruleId }: Pick<Rule, 'groupId' | 'ruleId'>): string => groupId || ruleId;

/** The group's id, unless it only repeats the rule's. */
export const readGroupId = ({ groupId, ruleId }: Pick<Rule, 'groupId' | 'ruleId'>): string =>
  groupId === ruleId ? '' : groupId;
