import { diagnostic } from '../../diagnostics/catalog.js';
import type { Rule } from '../../model/benchmark.js';
import type { Checklist, ChecklistStig, Tool } from '../../model/checklist.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { textElement, type XmlTree } from '../../xml/element.js';
import { serializeXml } from '../../xml/serialize.js';
import { toPortable } from '../portable.js';
import type { Written } from '../written.js';
import {
  attributeIf,
  benchmarkXccdfId,
  cdf,
  cdfText,
  dateType,
  groupXccdfId,
  namespaces,
  ruleXccdfId,
  weightType,
} from './names.js';
import { identElements, testResultElement } from './test-result.js';

/**
 * Writes one STIG of a checklist as XCCDF 1.2 results: a Benchmark with the group and rule of every review and one
 * TestResult, the only shape that every importer reads.
 *
 * @param stigIndex which of the checklist's STIGs: a TestResult holds one, a checklist with several is written file by file
 * @returns diagnostics: those of `toPortable`, and `override-reason-unwritable` for each severity override, whose
 *   justification XCCDF has no place for
 */
export const toXccdf = (checklist: Checklist, tool: Tool, stigIndex = 0): Written => {
  const stigs = checklist.stigs.slice(stigIndex, stigIndex + 1);
  const portable = toPortable({ ...checklist, stigs });
  return {
    text: portable.checklist.stigs.map((stig) => serializeXml(toXccdfTree(portable.checklist, stig, tool))).join(''),
    diagnostics: [...portable.diagnostics, ...stigs.flatMap(lostReasons)],
  };
};

/** A STIG of the checklist as the element tree of XCCDF results. */
export const toXccdfTree = (checklist: Checklist, stig: ChecklistStig, tool: Tool): XmlTree => {
  const { benchmark } = stig;
  return cdf(
    'Benchmark',
    [
      // Every STIG is published as accepted; checklists do not say it.
      cdfText('status', benchmark.status || 'accepted', attributeIf('date', benchmark.statusDate, dateType)),
      cdfText('title', benchmark.title),
      cdfText('description', benchmark.description),
      ...(benchmark.noticeId === '' ? [] : [cdfText('notice', benchmark.notice, [['id', benchmark.noticeId]])]),
      cdf(
        'reference',
        [textElement('dc:publisher', benchmark.publisher), textElement('dc:source', benchmark.source)],
        attributeIf('href', benchmark.referenceHref),
      ),
      cdfText('plain-text', benchmark.releaseInfo, [['id', 'release-info']]),
      ...platformElements(benchmark.id),
      cdfText('version', benchmark.version),
      // OpenSCAP can call a file without Dublin Core metadata invalid.
      cdf('metadata', [textElement('dc:creator', benchmark.publisher), textElement('dc:publisher', tool.name)]),
      ...groupElements(stig.reviews.map(({ rule }) => rule)),
      testResultElement(checklist, stig, tool),
    ],
    [
      ...Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const),
      ['id', benchmarkXccdfId(benchmark.id)],
    ],
  );
};

/** In URI binding on purpose: OpenSCAP can call a file with a cpe:2.3 name invalid. None where the STIG is not Exchange's. */
const platformElements = (benchmarkId: string): readonly XmlTree[] => {
  const year = /Exchange_(20\d\d)/.exec(benchmarkId)?.[1];
  return year === undefined ? [] : [cdf('platform', [], [['idref', `cpe:/a:microsoft:exchange_server:${year}`]])];
};

/** A group for each rule; of other publishers several rules may share one. Ids must differ, and not be empty. */
const groupElements = (rules: readonly Rule[]): readonly XmlTree[] => {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const id = groupXccdfId(rule.groupId || rule.ruleId);
    const same = groups.get(id);
    if (same === undefined) groups.set(id, [rule]);
    else same.push(rule);
  }
  return [...groups].map(([id, [first, ...others]]) =>
    cdf(
      'Group',
      [cdfText('title', first?.groupTitle ?? ''), ...(first === undefined ? [] : [first, ...others]).map(ruleElement)],
      [['id', id]],
    ),
  );
};

const ruleElement = (rule: Rule): XmlTree =>
  cdf(
    'Rule',
    [
      cdfText('version', rule.stigId),
      cdfText('title', rule.title),
      // DISA packs the discussion and more into escaped tags, which readers would show as they stand.
      cdfText('description', rule.discussion),
      ...referenceElements(rule),
      ...identElements(rule),
      cdfText('fixtext', rule.fixText, attributeIf('fixref', rule.fixId)),
      ...(rule.fixId === '' ? [] : [cdf('fix', [], [['id', rule.fixId]])]),
      cdf(
        'check',
        [
          cdf(
            'check-content-ref',
            [],
            [
              ['href', rule.checkContentRefHref],
              ['name', rule.checkContentRefName],
            ],
          ),
          cdfText('check-content', rule.checkContent),
        ],
        [['system', rule.checkSystem]],
      ),
    ],
    [['id', ruleXccdfId(rule.ruleId)], ['severity', rule.severity], ...attributeIf('weight', rule.weight, weightType)],
  );

/** None beside a rule without ident: MITRE's converter would look there for one and refuse the file. */
const referenceElements = ({ reference, ccis, legacyIds }: Rule): readonly XmlTree[] =>
  ccis.length + legacyIds.length === 0
    ? []
    : [
        cdf('reference', [
          textElement('dc:title', reference.title),
          textElement('dc:publisher', reference.publisher),
          textElement('dc:type', reference.type),
          textElement('dc:subject', reference.subject),
          textElement('dc:identifier', reference.identifier),
        ]),
      ];

const lostReasons = (stig: ChecklistStig): readonly Diagnostic[] =>
  stig.reviews
    .filter((review) => review.severityOverride !== undefined && review.severityOverride.justification !== '')
    .map((review) => diagnostic('override-reason-unwritable', { property: `${review.rule.groupId} severityOverride` }));
