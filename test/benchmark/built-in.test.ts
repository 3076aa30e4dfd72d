import { readFileSync } from 'node:fs';
import type { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { builtInBenchmark, builtInReleases } from '../../src/benchmark/built-in.js';
import { releaseOf } from '../../src/model/benchmark.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const factsFile = 'facts/v-259594.json';
const disaFile = (release: string): string =>
  `data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_${release}_Manual-xccdf.xml`;

test.each(builtInReleases)('%s names its release, its file and its one rule', (release) => {
  const benchmark = builtInBenchmark(release);
  expect(releaseOf(benchmark)).toBe(release);
  expect(benchmark.filename).toContain(`_${release}_`);
  expect(benchmark.rules.map((rule) => rule.groupId)).toEqual(['V-259594']);
  expect(benchmark.ruleCount).toBe(68);
});

describe.skipIf(lacksShared(factsFile))('the facts of the rule', () => {
  test.each(builtInReleases)('%s', (release) => {
    const facts = JSON.parse(readFileSync(sharedFile(factsFile), 'utf8'));
    const own = facts.releases.find((one: { release: string }) => one.release === release);
    const { cci, otherDescriptionFields, ...rule } = facts.rule;
    const { reference, ...benchmark } = facts.benchmark;
    const { href, ...ruleReference } = reference;
    expect(otherDescriptionFields).toBe('all empty');
    expect(builtInBenchmark(release)).toMatchObject({
      ...benchmark,
      version: own.version,
      releaseInfo: own.releaseInfo,
      statusDate: own.statusDate,
      filename: own.filename,
      referenceHref: href,
      rules: [
        {
          ...rule,
          ruleId: own.ruleId,
          checkContentRefHref: own.checkHref,
          ccis: cci,
          legacyIds: [],
          reference: { ...ruleReference, identifier: benchmark.targetKey },
        },
      ],
    });
  });
});

const prefixes = { x: 'http://checklists.nist.gov/xccdf/1.1', dc: 'http://purl.org/dc/elements/1.1/' };

describe.skipIf(builtInReleases.map(disaFile).some(lacksShared))("DISA's own file", () => {
  test.each(builtInReleases)('%s', (release) => {
    const document = parseWithLibxml2(readFileSync(sharedFile(disaFile(release)), 'utf8').replace(/^\ufeff/, ''));
    const at = (xpath: string): string => select(document, xpath, prefixes).join('|');
    expect(builtInBenchmark(release)).toEqual({
      id: at('/x:Benchmark/@id'),
      title: at('/x:Benchmark/x:title'),
      description: at('/x:Benchmark/x:description'),
      status: at('/x:Benchmark/x:status'),
      statusDate: at('/x:Benchmark/x:status/@date'),
      version: at('/x:Benchmark/x:version'),
      releaseInfo: at('/x:Benchmark/x:plain-text[@id="release-info"]'),
      noticeId: at('/x:Benchmark/x:notice/@id'),
      notice: at('/x:Benchmark/x:notice'),
      source: at('/x:Benchmark/x:reference/dc:source'),
      publisher: at('/x:Benchmark/x:reference/dc:publisher'),
      referenceHref: at('/x:Benchmark/x:reference/@href'),
      targetKey: at('//x:Rule[starts-with(@id,"SV-259594")]/x:reference/dc:identifier'),
      filename: disaFile(release).split('/').at(-1),
      ruleCount: select(document, '//x:Rule', prefixes).length,
      rules: [disaRule(document)],
    });
    document.dispose();
  });
});

const disaRule = (document: XmlDocument) => {
  const group = '//x:Group[@id="V-259594"]';
  const at = (path: string): string => select(document, `${group}/${path}`, prefixes).join('|');
  const packed = at('x:Rule/x:description');
  const unpacked = (tag: string): string => packed.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0] ?? 'absent';
  return {
    groupId: at('@id'),
    groupTitle: at('x:title'),
    ruleId: at('x:Rule/@id'),
    stigId: at('x:Rule/x:version'),
    title: at('x:Rule/x:title'),
    severity: at('x:Rule/@severity'),
    weight: at('x:Rule/@weight'),
    discussion: unpacked('VulnDiscussion'),
    falsePositives: unpacked('FalsePositives'),
    falseNegatives: unpacked('FalseNegatives'),
    documentable: unpacked('Documentable'),
    mitigations: unpacked('Mitigations'),
    severityOverrideGuidance: unpacked('SeverityOverrideGuidance'),
    potentialImpacts: unpacked('PotentialImpacts'),
    thirdPartyTools: unpacked('ThirdPartyTools'),
    mitigationControl: unpacked('MitigationControl'),
    responsibility: unpacked('Responsibility'),
    iaControls: unpacked('IAControls'),
    checkSystem: at('x:Rule/x:check/@system'),
    checkContentRefName: at('x:Rule/x:check/x:check-content-ref/@name'),
    checkContentRefHref: at('x:Rule/x:check/x:check-content-ref/@href'),
    checkContent: at('x:Rule/x:check/x:check-content'),
    fixId: at('x:Rule/x:fix/@id'),
    fixText: at('x:Rule/x:fixtext'),
    ccis: select(document, `${group}/x:Rule/x:ident`, prefixes),
    legacyIds: [],
    reference: {
      title: at('x:Rule/x:reference/dc:title'),
      publisher: at('x:Rule/x:reference/dc:publisher'),
      type: at('x:Rule/x:reference/dc:type'),
      subject: at('x:Rule/x:reference/dc:subject'),
      identifier: at('x:Rule/x:reference/dc:identifier'),
    },
  };
};
