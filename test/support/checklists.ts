import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { createChecklist } from '../../src/checklist/create.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import type { Asset, Checklist, ReviewedRule, SeverityOverride, Tool } from '../../src/model/checklist.js';

/** Invented checklists for the tests of the writers, by the name of their golden folder. */
export const testTool: Tool = { name: 'exchange-stig', version: '0.0.0' };

const asset: Asset = {
  hostName: 'EDGE01',
  fqdn: 'edge01.example.mil',
  ipAddresses: ['192.0.2.10'],
  macAddresses: ['00:00:5E:00:53:01'],
  role: 'None',
  assetType: 'Computing',
  marking: 'CUI',
  techArea: 'Exchange Server',
  comment: '',
  webOrDatabase: false,
  webDbSite: '',
  webDbInstance: '',
};

const benchmark = builtInBenchmark('V2R2');

/** A checklist of V-259594 alone; `change` changes its review. */
export const oneRule = (
  review: Partial<ReviewedRule> = {},
  changedAsset: Partial<Asset> = {},
  from: Benchmark = benchmark,
): Checklist => withReviews({ ...asset, ...changedAsset }, from, [review]);

/** A checklist of a benchmark, with the changes to its reviews in the order of its rules. */
export const withReviews = (on: Asset, from: Benchmark, changes: readonly Partial<ReviewedRule>[]): Checklist => {
  const created = createChecklist({
    benchmark: from,
    asset: on,
    reviews: new Map(),
    assessedAt: '2026-01-31T12:00:00Z',
    seed: 'test',
  });
  const stigs = created.stigs.map((stig) => ({
    ...stig,
    reviews: stig.reviews.map((review, i) => ({ ...review, ...changes[i] })),
  }));
  return { ...created, stigs };
};

const [edgeRule] = benchmark.rules;
if (edgeRule === undefined) throw new Error('the built-in benchmark has no rule');

/** A rule of our own making, told from others by its number. */
export const inventedRule = (number: number, change: Partial<Rule> = {}): Rule => ({
  ...edgeRule,
  groupId: `V-90000${number}`,
  groupTitle: `SRG-TST-00000${number}`,
  ruleId: `SV-90000${number}r1_rule`,
  stigId: `TEST-00-00000${number}`,
  title: `The test must be number ${number}.`,
  discussion: `Test ${number} must be told from the others.`,
  checkSystem: `C-90000${number}r1_chk`,
  checkContent: `If the number is not ${number}, this is a finding.`,
  fixId: `F-90000${number}r1_fix`,
  fixText: `Set the number to ${number}.`,
  ...change,
});

/** What XML, JSON or their parsers could spoil, and what XML cannot carry at all. */
export const hostileTexts = [
  'R&D; x',
  '&lt;',
  '&#65; &#x41; &amp; &amp;amp;',
  ']]> <![CDATA[ x ]]>',
  '<b>bold</b> <!-- no comment --> <?pi?>',
  `"double" 'single' \`back\``,
  'tab\there',
  'two\nlines\n\n  indented\n',
  '  blanks around  ',
  '😀 👩‍👩‍👧 𝒳 ü \u00a0 \u0085 \u2028 \u{10ffff}',
  '{"json": "\\u0000"} --- [yaml] %',
  '-- -',
  '__proto__',
] as const;

export const forbiddenText = 'null \u0000 bell \u0007 escape \u001b lone \ud800 and \udc00 not \ufffe \uffff';

const statuses = (): Checklist => {
  const override = (severity: SeverityOverride['severity'], justification: string) => ({ severity, justification });
  const rules = [
    inventedRule(1, { severity: 'high', legacyIds: ['SV-1', 'V-1'], ccis: ['CCI-000001', 'CCI-000002'] }),
    inventedRule(2, { severity: 'low', legacyIds: ['V-2'] }),
    inventedRule(3, { legacyIds: ['SV-3', 'V-3', 'V-33'] }),
    inventedRule(4, { ccis: [] }),
  ];
  return withReviews(asset, { ...benchmark, rules }, [
    { status: 'not_a_finding', findingDetails: 'The number is 1.' },
    {
      status: 'open',
      findingDetails: 'The number is 3.',
      comments: 'To be mended.',
      severityOverride: override('medium', 'Not reachable from outside.'),
    },
    { status: 'not_applicable', findingDetails: 'There is no number.', severityOverride: override('high', '') },
    {},
  ]);
};

export const checklists: Readonly<Record<string, Checklist>> = {
  'one-rule-open': oneRule({ status: 'open', findingDetails: 'One of 2 send connectors is open.\n\n1. "Internet"' }),
  'all-statuses': statuses(),
  'hostile-texts': oneRule(
    { status: 'not_a_finding', findingDetails: hostileTexts.join('\n'), comments: `\r\n${forbiddenText}\r` },
    { hostName: 'R&D; "<edge> 1"', comment: hostileTexts[0], marking: hostileTexts[4] },
  ),
  'no-addresses': oneRule({}, { fqdn: '', ipAddresses: [], macAddresses: [], role: 'Member Server' }),
  'many-addresses': oneRule(
    { status: 'not_applicable' },
    {
      ipAddresses: ['192.0.2.10', '198.51.100.7', '2001:db8::25'],
      macAddresses: ['00:00:5E:00:53:01', '00:00:5E:00:53:02'],
    },
  ),
};
