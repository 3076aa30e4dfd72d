import { describe, it } from 'vitest';
import { nothingSaid } from '../../src/model/site-word.js';
import { identities } from '../../src/rules/identities.js';
import { defaultRules, rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { expectGolden } from '../support/golden.js';

const wanted = ({ clauses }: RuleModule): string =>
  clauses.map(({ expected }) => (typeof expected === 'string' ? expected : expected(nothingSaid))).join('; ');

const asked = ({ clauses }: RuleModule): string => [...new Set(clauses.flatMap(({ asks }) => asks ?? []))].join('; ');

const row = (rule: RuleModule): string => {
  const { vulnId, stigId, severity, texts } = rule.identity;
  const since = texts.filter(({ check }) => rule.checks.includes(check)).map((text) => text.since);
  const next = texts.find((text) => !rule.checks.includes(text.check) && text !== texts[0])?.since;
  const seen = next === undefined || next < `${since[0]}` ? `${since[0]} and later` : `${since[0]}, before ${next}`;
  const isDefault = defaultRules.includes(rule) ? ' (default)' : '';
  return `| ${vulnId}${isDefault} | ${stigId} | ${severity} | ${seen} | ${wanted(rule)} | ${asked(rule) || 'nothing'} |`;
};

const stigs = [...new Set(identities.map(({ stig }) => stig))];

const page = `# The rules

What can be judged from \`Get-SendConnector\`. \`--rules\` takes the V- ids and STIG IDs, or \`all\`. A clause holds for a connector or it does not; a
connector must meet every clause, and every connector counts. What only the site knows (its Email Domain Security Plan, EDSP) is unknown to
the export: a clause that needs it never passes by silence. It makes a connector open where nothing that the site could say would change
that, or where the connector is for every SMTP domain ("*"), which counts as internet-facing; otherwise the connector is not reviewed.
This page is made from the registry of rules by \`UPDATE=1 npx vitest run test/docs/rules.test.ts\`.

${stigs
  .map((stig) => {
    const own = rules.filter(({ identity }) => identity.stig === stig).map(row);
    const head =
      '| rule | STIG ID | severity | text since | what each connector must have | what only the site can say |';
    return `## ${stig}\n\n${head}\n|---|---|---|---|---|---|\n${own.join('\n')}\n`;
  })
  .join('\n')}`;

describe('docs/rules.md', () => {
  it('says what the registry says', () => expectGolden(page, new URL('../../docs/rules.md', import.meta.url)));
});
