import type { Benchmark } from '../model/benchmark.js';
import { authLevel } from './auth-level/rules.js';
import { domainSecurity } from './domain-security/rules.js';
import { v259594Stig } from './domain-security/v-259594-stig.js';
import { encryption } from './encryption/rules.js';
import { identities } from './identities.js';
import { messageSize } from './message-size/rules.js';
import { names } from './names/rules.js';
import type { Family, Judgement, RuleModule } from './rule.js';
import { isRule, type RuleIdentity } from './rule-identity.js';
import { smartHostRules } from './smart-host/rules.js';
import { timeout } from './timeout/rules.js';

const families: readonly Family[] = [
  domainSecurity,
  authLevel,
  encryption,
  smartHostRules,
  timeout,
  messageSize,
  names,
];

/** A rule for each text that it had. */
const modulesOf = (identity: RuleIdentity): readonly RuleModule[] => {
  const found = families.flatMap((family) => family[identity.stigId] ?? []);
  const checks = identity.texts.map(({ check }) => check);
  const [only] = found;
  if (only === undefined) throw new Error(`no family judges ${identity.stigId}`);
  return found.length === 1
    ? [{ ...only, identity, checks }]
    : found.map((judgement: Judgement, i) => ({ ...judgement, identity, checks: checks.slice(i, i + 1) }));
};

/** Every rule that this program can judge. */
export const rules: readonly RuleModule[] = identities.flatMap(modulesOf);

/** The STIGs whose texts are built in, with the rules that have them; oldest release first. */
export const builtInStigs: readonly Benchmark[] = v259594Stig;

/** The rules to judge where nobody says which: those whose texts are built in. */
export const defaultRules: readonly RuleModule[] = rules.filter(({ identity }) =>
  builtInStigs.some((stig) => stig.rules.some((rule) => isRule(identity, stig.id, rule))),
);
