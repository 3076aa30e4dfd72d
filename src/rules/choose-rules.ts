import { defaultRules, rules } from './registry.js';
import type { RuleModule } from './rule.js';

/** Which rules somebody asks for: all that can be judged, or some by their V- ids or STIG IDs. */
export type RuleChoice = 'all' | readonly string[];

/** The rules of a choice; without one the default. Of an id that stands in several STIGs those of all. */
export const chosenRules = (choice: RuleChoice | undefined): readonly RuleModule[] => {
  if (choice === undefined) return defaultRules;
  if (choice === 'all') return rules;
  return rules.filter((rule) => choice.some((id) => isNamed(rule, id)));
};

/** Whether there is a rule of that id. */
export const isRuleId = (id: string): boolean => rules.some((rule) => isNamed(rule, id));

const isNamed = ({ identity: { vulnId, stigId, formerVulnIds } }: RuleModule, id: string): boolean =>
  [vulnId, stigId, ...formerVulnIds].some((own) => own.toLowerCase() === id.toLowerCase());

/** Whether the texts of all the rules of a choice are built in. */
export const isBuiltIn = (choice: RuleChoice | undefined): boolean =>
  chosenRules(choice).every((rule) => defaultRules.includes(rule));

/** The V- ids of a choice, in one line. */
export const namesOf = (choice: RuleChoice | undefined): string =>
  [...new Set(chosenRules(choice).map(({ identity }) => identity.vulnId))].join(', ');
