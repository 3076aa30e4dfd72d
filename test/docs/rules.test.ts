import { describe, it } from 'vitest';
import { rowOf, type SendConnector } from '../../src/model/connector.js';
import type { PropertyType, PropertyTypes } from '../../src/model/connector-properties.js';
import { known } from '../../src/model/property.js';
import { nothingSaid, siteKeys } from '../../src/model/site-word.js';
import { expectedOf } from '../../src/rules/clause-words.js';
import { identities } from '../../src/rules/identities.js';
import { judge } from '../../src/rules/judge.js';
import { defaultRules, rules } from '../../src/rules/registry.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { statusWords } from '../../src/rules/status-words.js';
import { connector } from '../support/connectors.js';
import { expectGolden } from '../support/golden.js';

const wanted = ({ clauses }: RuleModule): string => clauses.map((clause) => expectedOf(clause, nothingSaid)).join('; ');

/** What the site would have to say, and the keys of the site file that say it. */
const asked = ({ clauses }: RuleModule): string => {
  const fields = [...new Set(clauses.flatMap(({ takes = [] }) => takes))];
  const keys = fields.map((field) => {
    const key = `\`${siteKeys[field].replace(' or ', '` or `')}\``;
    return field === 'configuredSize' ? `${key} or the output of Get-TransportConfig` : key;
  });
  const words = [...new Set(clauses.flatMap(({ asks }) => asks ?? []))].join('; ');
  return words === '' ? 'nothing' : `${words} (${keys.join(', ')})`;
};

/** Values of each type that a genuine export has: enough of them that every verdict there can be is met. */
const values: { readonly [T in PropertyType]: readonly (PropertyTypes[T] | null)[] } = {
  boolean: [true, false],
  'tls-auth-level': [null, 'EncryptionOnly', 'DomainValidation'],
  text: ['Partners'],
  domain: [null, 'example.mil', '*.example.mil'],
  guid: [null],
  'smart-hosts': [[], ['--'], ['[192.0.2.7]']],
  'address-spaces': [['SMTP:*;1'], ['SMTP:--;1'], ['SMTP:example.mil;1']],
  duration: ['00:10:00', '00:05:00'],
  size: ['10,485,760 bytes', 'Unlimited'],
};

/** Which verdicts a whole export can lead to where nobody says anything beside it. */
const byDefault = (rule: RuleModule): string => {
  const names = [...new Set(rule.clauses.flatMap(({ properties }) => properties))];
  const connectors = names.reduce<readonly Partial<SendConnector>[]>(
    (all, name) => {
      const { key, type } = rowOf(name);
      return all.flatMap((one) => values[type].map((value) => ({ ...one, [key]: known<unknown>(value) })));
    },
    [{}],
  );
  const found = new Set(connectors.map((one) => judge(rule, [{ records: [connector(one)] }]).status));
  return statuses
    .filter((status) => found.has(status))
    .map((status) => statusWords[status].toLowerCase())
    .join(', ');
};

const statuses = ['not_a_finding', 'open', 'not_reviewed'] as const;

const row = (rule: RuleModule): string => {
  const { vulnId, stigId, severity, texts } = rule.identity;
  const since = texts.filter(({ check }) => rule.checks.includes(check)).map((text) => text.since);
  const next = texts.find((text) => !rule.checks.includes(text.check) && text !== texts[0])?.since;
  const seen = next === undefined || next < `${since[0]}` ? `${since[0]} and later` : `${since[0]}, before ${next}`;
  const isDefault = defaultRules.includes(rule) ? ' (default)' : '';
  return `| ${vulnId}${isDefault} | ${stigId} | ${severity} | ${seen} | ${wanted(rule)} | ${asked(rule)} | ${byDefault(rule)} |`;
};

const stigs = [...new Set(identities.map(({ stig }) => stig))];

const page = `# The rules

What can be judged from \`Get-SendConnector\`. \`--rules\` takes the V- ids and STIG IDs, or \`all\`. A clause holds for a connector or it does not; a
connector must meet every clause, and every connector counts. What only the site knows (its Email Domain Security Plan, EDSP) is unknown to
the export: a clause that needs it never passes by silence. It makes a connector open where nothing that the site could say would change
that, or where the connector is for every SMTP domain ("*"), which counts as internet-facing; otherwise the connector is not reviewed.
The site says it in the site file ([site.md](site.md)), by the keys in brackets. The last column has the verdicts that a whole export can lead to without one;
what an export leaves out is not reviewed besides.
This page is made from the registry of rules by \`UPDATE=1 npx vitest run test/docs/rules.test.ts\`.

${stigs
  .map((stig) => {
    const own = rules.filter(({ identity }) => identity.stig === stig).map(row);
    const head =
      '| rule | STIG ID | severity | text since | what each connector must have | what only the site can say | without the site |';
    return `## ${stig}\n\n${head}\n|---|---|---|---|---|---|---|\n${own.join('\n')}\n`;
  })
  .join('\n')}`;

describe('docs/rules.md', () => {
  it('says what the registry says', () => expectGolden(page, new URL('../../docs/rules.md', import.meta.url)));
});
