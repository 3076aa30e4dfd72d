import { readdirSync, readFileSync } from 'node:fs';
import type { XmlDocument, XmlNode } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { builtInBenchmark, builtInReleases } from '../../src/benchmark/built-in.js';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import { parseWithLibxml2, select } from '../support/libxml2.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const folder = 'data/benchmarks/';
const lacking = lacksShared(folder);
const files = lacking ? [] : readdirSync(sharedFile(folder)).filter((name) => name.endsWith('.xml'));
const prefixes = { x: 'http://checklists.nist.gov/xccdf/1.1', dc: 'http://purl.org/dc/elements/1.1/' };

const bytesOf = (name: string): Uint8Array => readFileSync(sharedFile(folder + name));
const read = (name: string): Benchmark => {
  const reading = readBenchmark(bytesOf(name), `benchmarks/${name}`);
  expect(reading.diagnostics).toEqual([]);
  if (!reading.ok) throw new Error('refused');
  return reading.value;
};

/** The texts of DISA's tags, found from the end of the description backwards. */
const fieldsBackwards = (description: string): Record<string, string> => {
  const fields: Record<string, string> = {};
  let rest = description;
  while (rest !== '') {
    const tag = /<\/(\w+)>$/.exec(rest)?.[1] ?? '';
    const at = rest.lastIndexOf(`<${tag}>`);
    if (tag === '' || at === -1) throw new Error(`not understood: ${rest.slice(-80)}`);
    fields[tag] = rest.slice(at + tag.length + 2, rest.length - tag.length - 3);
    rest = rest.slice(0, at);
  }
  return fields;
};

const disaRule = (document: XmlDocument, i: number): Rule => {
  const of = (path: string) => select(document, `(//x:Rule)[${i + 1}]/${path}`, prefixes);
  const at = (path: string) => of(path).join('|');
  const fields = fieldsBackwards(at('x:description'));
  return {
    groupId: at('../@id'),
    groupTitle: at('../x:title'),
    ruleId: at('@id'),
    stigId: at('x:version'),
    title: at('x:title'),
    severity: at('@severity') as Rule['severity'],
    weight: at('@weight'),
    discussion: fields['VulnDiscussion'] ?? 'absent',
    falsePositives: fields['FalsePositives'] ?? 'absent',
    falseNegatives: fields['FalseNegatives'] ?? 'absent',
    documentable: fields['Documentable'] ?? 'absent',
    mitigations: fields['Mitigations'] ?? 'absent',
    severityOverrideGuidance: fields['SeverityOverrideGuidance'] ?? 'absent',
    potentialImpacts: fields['PotentialImpacts'] ?? 'absent',
    thirdPartyTools: fields['ThirdPartyTools'] ?? 'absent',
    mitigationControl: fields['MitigationControl'] ?? 'absent',
    responsibility: fields['Responsibility'] ?? 'absent',
    iaControls: fields['IAControls'] ?? 'absent',
    checkSystem: at('x:check/@system'),
    checkContentRefName: at('x:check/x:check-content-ref/@name'),
    checkContentRefHref: at('x:check/x:check-content-ref/@href'),
    checkContent: at('x:check/x:check-content'),
    fixId: at('x:fix/@id'),
    fixText: at('x:fixtext'),
    ccis: of('x:ident[@system="http://cyber.mil/cci"]'),
    legacyIds: of('x:ident[@system="http://cyber.mil/legacy"]'),
    reference: {
      title: at('x:reference/dc:title'),
      publisher: at('x:reference/dc:publisher'),
      type: at('x:reference/dc:type'),
      subject: at('x:reference/dc:subject'),
      identifier: at('x:reference/dc:identifier'),
    },
  };
};

/** All text inside rules, counted by libxml2: what is not in the model must be white space or DISA's tags. */
const lettersOf = (document: XmlDocument, xpath: string): number =>
  document.find(xpath, prefixes).reduce((sum: number, node: XmlNode) => sum + node.content.length, 0);

describe.skipIf(lacking)("DISA's benchmarks", () => {
  test('are all there', () => {
    expect(files).toHaveLength(6);
  });

  test.each(files)('%s', (name) => {
    const text = new TextDecoder().decode(bytesOf(name));
    const benchmark = read(name);
    const count = text.split('<Rule ').length - 1;
    expect(benchmark.rules).toHaveLength(count);
    expect(benchmark.ruleCount).toBe(count);
    expect(benchmark.filename).toBe(name);
    const document = parseWithLibxml2(text);
    benchmark.rules.forEach((rule, i) => {
      expect(rule).toEqual(disaRule(document, i));
    });
    const whole = lettersOf(document, '//x:Rule//text()');
    const inModel = benchmark.rules.reduce((sum, rule) => sum + textLength(rule), 0);
    expect(whole - inModel).toBe(count * tagsLength);
    document.dispose();
  });

  test.each(builtInReleases)('%s holds the built-in rule', (release) => {
    const { rules, ...built } = builtInBenchmark(release);
    const whole = read(built.filename);
    expect(whole).toMatchObject(built);
    expect(whole.rules.find(({ groupId }) => groupId === 'V-259594')).toEqual(rules[0]);
  });
});

const tags = [
  'VulnDiscussion FalsePositives FalseNegatives Documentable Mitigations SeverityOverrideGuidance PotentialImpacts',
  'ThirdPartyTools MitigationControl Responsibility IAControls',
]
  .join(' ')
  .split(' ');
const tagsLength = tags.reduce((sum, tag) => sum + `<${tag}></${tag}>`.length, 0);

/** How many characters of a rule's elements are in the model; ids are attributes. */
const textLength = ({ reference, ccis, legacyIds, ...rule }: Rule): number => {
  const { groupId, groupTitle, ruleId, severity, weight, checkSystem, fixId, ...texts } = rule;
  const { checkContentRefName, checkContentRefHref, ...elements } = texts;
  const all = [...Object.values(elements), ...Object.values(reference), ...ccis, ...legacyIds];
  return all.reduce((sum, text) => sum + text.length, 0);
};
