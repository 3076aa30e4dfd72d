import { type Rule, releaseOf } from '../model/benchmark.js';
import type { Checklist, ChecklistStig, Tool } from '../model/checklist.js';
import type { Evidence } from '../model/connector.js';
import { type Content, h } from './html.js';
import { counted, facts, table, value, wholeValue } from './parts.js';

/** The system that was assessed, and when and by whom. */
export const assessmentFacts = ({ asset, assessedAt, assessor }: Checklist, exported: string, tool: Tool): Content =>
  facts([
    ['Host', value(asset.hostName)],
    ...given('FQDN', asset.fqdn),
    ...given('IP address', asset.ipAddresses.join(', ')),
    ...given('MAC address', asset.macAddresses.join(', ')),
    ...(asset.role === 'None' ? [] : ([['Role', asset.role]] as const)),
    ['Assessed', [h('time', { datetime: assessedAt }, assessedAt), ` by ${tool.name} ${tool.version}`]],
    ['Exported', exported],
    ['Assessor', assessor === undefined ? undefined : value(assessor)],
  ]);

/** What nobody gave is not worth a line. */
const given = (name: string, text: string): readonly (readonly [string, Content])[] =>
  text === '' ? [] : [[name, value(text)]];

/** The STIG, and the rule where one alone was judged. */
export const stigFacts = ({ benchmark }: ChecklistStig, rule: Rule | undefined): Content =>
  facts([
    ['STIG', value(benchmark.title)],
    ['Release', value(`${releaseOf(benchmark)} (${benchmark.releaseInfo})`)],
    ...(rule === undefined
      ? []
      : ([
          ['Rule', value(`${rule.groupId} (${rule.ruleId}, ${rule.stigId}): ${rule.title}`)],
          ['Severity', severityText(rule)],
          ['Controls', value([rule.groupTitle, ...rule.ccis].join(', '))],
        ] as const)),
  ]);

const categories = { high: 'CAT I', medium: 'CAT II', low: 'CAT III', unknown: undefined } as const;

/** `medium, CAT II` */
export const severityText = ({ severity }: Rule): string => {
  const category = categories[severity];
  return category === undefined ? severity : `${severity}, ${category}`;
};

/** The exports with their hashes, numbered as the finding details number them. */
export const evidenceTable = (evidence: readonly Evidence[]): Content =>
  table({
    id: 'evidence-files',
    caption: `Evidence: ${counted(evidence.length, 'export')}`,
    size: 'middle',
    kind: 'evidence',
    columns: ['File, with SHA-256', 'Format', 'Connector records', 'Strength'],
    rows: evidence.map(({ path, format, encoding, connectors, strength, part, sha256 }, i) => [
      [
        h('p', evidence.length > 1 ? `[${i + 1}] ` : '', path === '-' ? 'standard input' : wholeValue(path)),
        h('p', h('code', sha256)),
      ],
      `${format}, ${encoding}`,
      [String(connectors), part === undefined ? '' : [` of ${part.of}: those with ${part.column} `, value(part.value)]],
      strength,
    ]),
  });
