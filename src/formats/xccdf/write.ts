import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Checklist, ChecklistStig, Tool } from '../../model/checklist.js';
import { textElement, type XmlTree } from '../../xml/element.js';
import { serializeXml } from '../../xml/serialize.js';
import type { TextOptions } from '../portable.js';
import type { Written } from '../written.js';
import { fitXccdf } from './fit.js';
import { groupElement, groupsOf } from './group.js';
import { attributeIf, benchmarkXccdfId, cdf, cdfText, dateType, namespaceAttributes } from './names.js';
import { testResultElement } from './test-result.js';

/**
 * Writes one STIG of a checklist as XCCDF 1.2 results: a Benchmark with the group and rule of every review and one
 * TestResult, the only shape that every importer reads.
 *
 * @param stigIndex which of the checklist's STIGs: a TestResult holds one, a checklist with several is written file by file
 * @returns diagnostics: those of `fitXccdf`, and `override-reason-unwritable` for each severity override, whose
 *   justification XCCDF has no place for
 */
export const toXccdf = (checklist: Checklist, tool: Tool, stigIndex = 0, texts: TextOptions = {}): Written => {
  const stigs = checklist.stigs.slice(stigIndex, stigIndex + 1);
  const fitted = fitXccdf({ ...checklist, stigs }, texts);
  const [stig] = fitted.checklist.stigs;
  return {
    text: stig === undefined ? '' : serializeXml(toXccdfTree(fitted.checklist, stig, tool)),
    checklist: fitted.checklist,
    diagnostics: [...fitted.diagnostics, ...stigs.flatMap(lostReasons)],
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
      ...groupsOf(stig.reviews).map(groupElement),
      testResultElement(checklist, stig, tool),
    ],
    [...namespaceAttributes, ['id', benchmarkXccdfId(benchmark.id)]],
  );
};

/** In URI binding on purpose: OpenSCAP can call a file with a cpe:2.3 name invalid. None where the STIG is not Exchange's. */
const platformElements = (benchmarkId: string): readonly XmlTree[] => {
  const year = /Exchange_(20\d\d)/.exec(benchmarkId)?.[1];
  return year === undefined ? [] : [cdf('platform', [], [['idref', `cpe:/a:microsoft:exchange_server:${year}`]])];
};

const lostReasons = (stig: ChecklistStig): readonly Diagnostic[] =>
  stig.reviews
    .filter((review) => review.severityOverride !== undefined && review.severityOverride.justification !== '')
    .map((review) => diagnostic('override-reason-unwritable', { property: `${review.rule.groupId} severityOverride` }));
