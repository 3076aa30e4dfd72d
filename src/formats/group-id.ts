import type { Rule } from '../model/benchmark.js';

/** What stands where a format wants the group's id: the rule's, where the group has none. Importers tell rules apart by it. */
export const writtenGroupId = ({ groupId, ruleId }: Pick<Rule, 'groupId' | 'ruleId'>): string => groupId || ruleId;

/** The group's id, where it is not the rule's once more. */
export const readGroupId = ({ groupId, ruleId }: Pick<Rule, 'groupId' | 'ruleId'>): string =>
  groupId === ruleId ? '' : groupId;
