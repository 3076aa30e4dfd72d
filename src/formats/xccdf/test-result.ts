import type { Rule } from '../../model/benchmark.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule, Status, Tool } from '../../model/checklist.js';
import { weightType } from '../../text/weight.js';
import { textElement, type XmlTree } from '../../xml/element.js';
import { statusNames } from '../status.js';
import { attributeIf, benchmarkXccdfId, cdf, cdfText, ownTestSystem, ruleXccdfId, testResultXccdfId } from './names.js';
import { scores } from './score.js';

/** The TestResult of one STIG. Its id carries the STIG's UUID: a checklist with several STIGs gives as many results. */
export const testResultElement = (checklist: Checklist, stig: ChecklistStig, tool: Tool): XmlTree => {
  const { benchmark, reviews } = stig;
  const score = scores(reviews);
  return cdf(
    'TestResult',
    [
      cdf(
        'benchmark',
        [],
        [
          // Required: where the file's name is not known, the Benchmark around this.
          ['href', benchmark.filename || `#${benchmarkXccdfId(benchmark.id)}`],
          ['id', benchmarkXccdfId(benchmark.id)],
        ],
      ),
      cdfText('title', benchmark.title),
      cdfText('identity', checklist.assessor ?? tool.name, [
        ['authenticated', 'false'],
        ['privileged', 'false'],
      ]),
      cdfText('target', checklist.asset.hostName),
      ...checklist.asset.ipAddresses.map((address) => cdfText('target-address', address)),
      cdf('target-facts', facts(checklist.asset)),
      ...reviews.map((review) => ruleResult(review, checklist.assessedAt)),
      cdfText('score', score.default, [
        ['system', 'urn:xccdf:scoring:default'],
        ['maximum', '100'],
      ]),
      cdfText('score', score.absolute, [
        ['system', 'urn:xccdf:scoring:absolute'],
        ['maximum', '1'],
      ]),
    ],
    [
      ['id', testResultXccdfId(stig.uuid)],
      ...attributeIf('start-time', checklist.collectedAt ?? checklist.assessedAt),
      ...attributeIf('end-time', checklist.assessedAt),
      ...attributeIf('version', benchmark.version),
      // Readers change their mode by the product's name here: it must be our own.
      ['test-system', `${ownTestSystem}${tool.version}`],
    ],
  );
};

/** SCC's names, and those by which STIG Manager learns FQDN and MAC; only what is known. */
const facts = (asset: Asset): readonly XmlTree[] => {
  const scc = 'urn:scap:fact:asset:identifier:';
  const stigManager = 'tag:stig-manager@users.noreply.github.com,2020:asset:';
  return [
    [`${scc}host_name`, asset.hostName] as const,
    [`${scc}fqdn`, asset.fqdn] as const,
    ...asset.ipAddresses.map((ip) => [`${scc}${ip.includes(':') ? 'ipv6' : 'ipv4'}`, ip] as const),
    ...asset.macAddresses.map((mac) => [`${scc}mac`, mac] as const),
    [`${stigManager}fqdn`, asset.fqdn] as const,
    // One fact: of several with one name STIG Manager keeps the last.
    [`${stigManager}mac`, asset.macAddresses.join(' ')] as const,
  ]
    .filter(([, text]) => text !== '')
    .map(([name, text]) =>
      cdfText('fact', text, [
        ['name', name],
        // The schema's default is boolean.
        ['type', 'string'],
      ]),
    );
};

export const messageSeverity: Readonly<Record<Status, string>> = {
  not_a_finding: 'info',
  open: 'error',
  not_applicable: 'warning',
  not_reviewed: 'warning',
};

const ruleResult = (review: ReviewedRule, time: string): XmlTree => {
  const { rule } = review;
  return cdf(
    'rule-result',
    [
      cdfText('result', statusNames[review.status].xccdf),
      ...identElements(rule),
      // Exactly one: of several, or of one without attributes, importers lose the text.
      cdfText('message', review.findingDetails, [['severity', messageSeverity[review.status]]]),
      ...(rule.fixId === '' ? [] : [cdf('fix', [], [['id', rule.fixId]])]),
      cdf(
        'check',
        [
          cdf('check-content', [
            textElement('sm:detail', review.findingDetails),
            textElement('sm:comment', review.comments),
          ]),
        ],
        [['system', rule.checkSystem]],
      ),
    ],
    [
      ['idref', ruleXccdfId(rule.ruleId)],
      ...attributeIf('time', review.assessedAt ?? time),
      ['severity', review.severityOverride?.severity ?? rule.severity],
      ...attributeIf('weight', rule.weight, weightType),
      ['version', rule.stigId],
    ],
  );
};

/** In DISA's order: legacy ids first. */
export const identElements = (rule: Rule): readonly XmlTree[] => [
  ...rule.legacyIds.map((id) => cdfText('ident', id, [['system', 'http://cyber.mil/legacy']])),
  ...rule.ccis.map((cci) => cdfText('ident', cci, [['system', 'http://cyber.mil/cci']])),
];
