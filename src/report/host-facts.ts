import { type Rule, releaseOf } from '../model/benchmark.js';
import type { Asset, ChecklistStig, ReviewedRule } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import { type Content, h } from './html.js';
import { counted, facts, table, value, wholeValue } from './parts.js';

/** The STIG, and those of its rules that were judged. */
export const stigFacts = ({ benchmark, reviews }: ChecklistStig, judged: readonly ReviewedRule[]): Content => [
  facts([
    ['STIG', value(benchmark.title)],
    ['Benchmark id', value(benchmark.id)],
    ['Release', value(`${releaseOf(benchmark)} (${benchmark.releaseInfo})`)],
  ]),
  judged
    .filter((reviewed) => reviews.includes(reviewed))
    .map(({ rule }) =>
      facts([
        ['Rule', value(`${rule.groupId}: ${rule.title}`)],
        ['Rule id', value(rule.ruleId)],
        ['STIG ID', value(rule.stigId)],
        ['Severity', severityText(rule)],
        ['SRG', value(rule.groupTitle)],
        ['CCI', value(rule.ccis.join(', '))],
      ]),
    ),
];

const categories = { high: 'CAT I', medium: 'CAT II', low: 'CAT III', unknown: undefined } as const;

/** `medium (CAT II)` */
export const severityText = ({ severity }: Rule): string => {
  const category = categories[severity];
  return category === undefined ? severity : `${severity} (${category})`;
};

/** The system that was assessed. */
export const assetFacts = (asset: Asset, assessor?: string): Content =>
  facts([
    ['Host name', value(asset.hostName)],
    ['FQDN', valueOrNothing(asset.fqdn)],
    ['IP address', valueOrNothing(asset.ipAddresses.join(', '))],
    ['MAC address', valueOrNothing(asset.macAddresses.join(', '))],
    ['Role', asset.role],
    ['Technology area', valueOrNothing(asset.techArea)],
    ['Marking', valueOrNothing(asset.marking)],
    ['Assessor', valueOrNothing(assessor ?? '')],
  ]);

const valueOrNothing = (text: string): Content => (text === '' ? undefined : value(text));

/** The exports with their hashes, numbered as the finding details number them. */
export const evidenceTable = (evidence: readonly Evidence[]): Content =>
  table({
    id: 'evidence-files',
    caption: counted(evidence.length, 'export'),
    size: 'middle',
    columns: ['File', 'Format', 'Encoding', 'Connector records', 'Strength', 'SHA-256'],
    rows: evidence.map(({ path, format, encoding, connectors, strength, part, sha256 }, i) => [
      [evidence.length > 1 ? `[${i + 1}] ` : '', path === '-' ? 'standard input' : wholeValue(path)],
      format,
      encoding,
      [String(connectors), part === undefined ? '' : [` of ${part.of}: those with ${part.column} `, value(part.value)]],
      strength,
      h('code', {}, sha256),
    ]),
  });
