import { rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';

/** A rule by its STIG ID; of one that was reworded by the number of its text, the oldest being 0. */
export const ruleOf = (stigId: string, text = 0): RuleModule => {
  const rule = rules.filter(({ identity }) => identity.stigId === stigId)[text];
  if (rule === undefined) throw new Error(`no rule ${stigId}`);
  return rule;
};

export const v259594 = ruleOf('EX19-ED-000098');
