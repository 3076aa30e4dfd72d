/**
 * Writes src/rules/identities.ts: the ids, releases, severity, CCIs and SHA-256 digests of the texts of every rule that send
 * connectors answer, from the facts beside the repository (../shared/facts/send-connector-rules.json). The texts are not written.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const { entries } = JSON.parse(readFileSync('../shared/facts/send-connector-rules.json', 'utf8'));

/** White space is folded: files differ in it. */
const digest = (text) => createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex');

/** The texts by their digests, oldest first, each with the first release that has them. */
const textsOf = (releases, rule) => {
  const texts = [];
  for (const { release, differs = {} } of releases) {
    const text = {
      title: digest(differs.title ?? rule.title),
      check: digest(differs.checkContent ?? rule.checkContent),
      fix: digest(differs.fixText ?? rule.fixText),
    };
    const { since, ...last } = texts.at(-1) ?? {};
    if (JSON.stringify(last) !== JSON.stringify(text)) texts.push({ since: release, ...text });
  }
  return texts;
};

const identities = entries.map(({ benchmark, releases, rule }) => ({
  stig: benchmark.id,
  stigId: rule.stigId,
  vulnId: rule.groupId,
  severity: rule.severity,
  ccis: rule.cci,
  releases: releases.map(({ release, releaseInfo, ruleId, differs = {} }) => ({
    release,
    releaseInfo,
    ruleId,
    ...(differs.groupId === undefined ? {} : { vulnId: differs.groupId }),
  })),
  texts: textsOf(releases, rule),
}));

const head = [
  "import type { RuleIdentity } from './rule-identity.js';\n",
  '/** Made by scripts/rule-identities.js: not to be edited by hand. */',
  'export const identities: readonly RuleIdentity[] = ',
].join('\n');
writeFileSync('src/rules/identities.ts', `${head}${JSON.stringify(identities, null, 1)};\n`);
spawnSync('npx', ['biome', 'check', '--write', 'src/rules/identities.ts'], { stdio: 'inherit' });
