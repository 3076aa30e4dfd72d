/**
 * Writes src/rules/identities.ts: the ids, severity, CCIs and SHA-256 digests of the check texts of every rule that send
 * connectors answer, from the facts beside the repository (../shared/facts/send-connector-rules.json). The texts are not written.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const { entries } = JSON.parse(readFileSync('../shared/facts/send-connector-rules.json', 'utf8'));

/** White space is folded: files differ in it. */
const digest = (text) => createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex').slice(0, 32);

/** The check texts by their digests, oldest first, each with the first release that has it. */
const textsOf = (releases, rule) => {
  const texts = [];
  for (const { release, differs = {} } of releases) {
    const check = digest(differs.checkContent ?? rule.checkContent);
    if (texts.at(-1)?.check !== check) texts.push({ since: release, check });
  }
  return texts;
};

const identities = entries.map(({ benchmark, releases, rule }) => ({
  stig: benchmark.id,
  stigId: rule.stigId,
  vulnId: rule.groupId,
  formerVulnIds: [...new Set(releases.flatMap(({ differs = {} }) => differs.groupId ?? []))],
  ruleId: releases.at(-1).ruleId,
  severity: rule.severity,
  ccis: rule.cci,
  texts: textsOf(releases, rule),
}));

const head = [
  "import type { RuleIdentity } from './rule-identity.js';\n",
  '/** Made by scripts/rule-identities.js: not to be edited by hand. */',
  'export const identities: readonly RuleIdentity[] = ',
].join('\n');
writeFileSync('src/rules/identities.ts', `${head}[${identities.map((one) => JSON.stringify(one))}];\n`);
spawnSync('npx', ['biome', 'check', '--write', 'src/rules/identities.ts'], { stdio: 'inherit' });
