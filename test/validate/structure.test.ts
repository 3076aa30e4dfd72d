import { describe, expect, test } from 'vitest';
import { schemaFaults } from '../../src/validate/validate.js';
import { cklVocabulary } from '../../src/validate/vocabulary/ckl.js';
import type { Vocabulary } from '../../src/validate/vocabulary/vocabulary.js';
import { toParticle } from '../../src/validate/vocabulary/vocabulary.js';
import { xccdfVocabulary } from '../../src/validate/vocabulary/xccdf.js';
import { xccdf11Vocabulary } from '../../src/validate/vocabulary/xccdf-1-1.js';
import { argsOf } from '../support/args-of.js';
import { changed, inShort, namesAt, valid, xmlOf } from './documents.js';

/** Every fault, after a look at where it is said to be. */
const faults = (text: string): string[] => {
  const found = schemaFaults(xmlOf(text));
  const names = found.map(({ place }) => /([^/[\]@]+)(?:\[\d+\])?(?:@.*)?$/.exec(place.property ?? '')?.[1]);
  expect(namesAt(text, found)).toEqual(names);
  return inShort(found);
};
const words = (text: string) => schemaFaults(xmlOf(text)).map(argsOf);

describe('CKL', () => {
  test('what is written is valid', () => {
    expect(faults(valid.ckl)).toEqual([]);
  });

  test.each([
    ['a missing element', '<HOST_IP>192.0.2.10</HOST_IP>', '', ['xml-element-missing CHECKLIST/ASSET/HOST_MAC']],
    [
      'two in the wrong order',
      /(<HOST_IP>.*<\/HOST_IP>)\s*(<HOST_MAC>.*<\/HOST_MAC>)/,
      '$2$1',
      ['xml-element-order CHECKLIST/ASSET/HOST_MAC'],
    ],
    ['one too many', /(<ROLE>.*<\/ROLE>)/, '$1$1', ['xml-element-repeated CHECKLIST/ASSET/ROLE[2]']],
    ['an unknown element', '<MARKING>', '<SITE></SITE><MARKING>', ['xml-element-unexpected CHECKLIST/ASSET/SITE']],
    ['another case', /ROLE>/g, 'Role>', ['xml-element-unexpected CHECKLIST/ASSET/Role']],
    ['a word in another case', '>Open<', '>open<', ['xml-value-invalid CHECKLIST/STIGS/iSTIG/VULN/STATUS']],
    ['a word with blanks', '>Open<', '> Open<', ['xml-value-invalid CHECKLIST/STIGS/iSTIG/VULN/STATUS']],
    ['an empty role', '>None<', '><', ['xml-value-invalid CHECKLIST/ASSET/ROLE']],
    ['an attribute', '<ROLE>', '<ROLE id="1">', ['xml-attribute-unexpected CHECKLIST/ASSET/ROLE@id']],
    ['text between elements', '<ASSET>', '<ASSET>text', ['xml-text-unexpected CHECKLIST/ASSET']],
    ['a namespace', '<CHECKLIST>', '<CHECKLIST xmlns="urn:x">', ['xml-root CHECKLIST']],
    [
      'an element that a value must not have',
      '>Open<',
      '>Open<b/><',
      ['xml-element-unexpected CHECKLIST/STIGS/iSTIG/VULN/STATUS/b'],
    ],
    [
      'the fifth of many',
      'VULN_ATTRIBUTE>Rule_Ver<',
      'VULN_ATTRIBUTE>STIG_ID<',
      ['xml-value-invalid CHECKLIST/STIGS/iSTIG/VULN/STIG_DATA[5]/VULN_ATTRIBUTE'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(faults(changed(valid.ckl, from, to))).toEqual(expected);
  });

  test('an end that comes too early is said of what ends', () => {
    const cut = changed(valid.ckl, /<SEVERITY_OVERRIDE>[\s\S]*<\/SEVERITY_JUSTIFICATION>/, '');
    expect(faults(cut)).toEqual(['xml-element-missing CHECKLIST/STIGS/iSTIG/VULN']);
    expect(words(cut)).toEqual([{ expected: 'SEVERITY_OVERRIDE', element: 'VULN' }]);
  });

  test('what was expected is named', () => {
    expect(words(changed(valid.ckl, '>Open<', '>open<'))).toEqual([
      { expected: 'NotAFinding, Open, Not_Applicable, Not_Reviewed', value: 'open' },
    ]);
    expect(words(changed(valid.ckl, '<MARKING>', '<SITE></SITE><MARKING>'))).toEqual([
      { expected: 'HOST_NAME', element: 'SITE' },
    ]);
  });

  test('a sequence is left at its first fault; others go on', () => {
    const damaged = changed(changed(valid.ckl, '<HOST_IP>', '<X/><Y/><HOST_IP>'), '>Open<', '>open<');
    expect(faults(damaged)).toEqual([
      'xml-element-unexpected CHECKLIST/ASSET/X',
      'xml-value-invalid CHECKLIST/STIGS/iSTIG/VULN/STATUS',
    ]);
  });

  test("XML Schema's own attributes may stand anywhere", () => {
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    expect(faults(changed(valid.ckl, '<ROLE>', `<ROLE ${xsi} xsi:noNamespaceSchemaLocation="x">`))).toEqual([]);
    expect(faults(changed(valid.ckl, '<ROLE>', `<ROLE ${xsi} xsi:nil="true">`))).toHaveLength(1);
  });
});

describe('XCCDF', () => {
  test('what is written is valid, and so is every element', () => {
    expect(faults(valid.xccdf)).toEqual([]);
    expect(faults(valid.everyElement)).toEqual([]);
  });

  test.each([
    ['a result', '>fail<', '>failed<', 'xml-value-invalid', 'Benchmark/TestResult/rule-result/result'],
    ['an id', 'testresult', 'result', 'xml-attribute-invalid', 'Benchmark/TestResult@id'],
    [
      'a time',
      'end-time="2026-01-31',
      'end-time="2026-02-31',
      'xml-attribute-invalid',
      'Benchmark/TestResult@end-time',
    ],
    [
      'a severity',
      ' severity="error"',
      '',
      'xml-attribute-missing',
      'Benchmark/TestResult/rule-result/message@severity',
    ],
    ['a score', />0</, '>none<', 'xml-value-invalid', 'Benchmark/TestResult/score[1]'],
    ['no namespace', '<sm:detail>', '<sm:x/><cdf:detail/><sm:detail>', 'xml-element-unexpected', undefined],
  ])('%s', (_, from, to, code, property) => {
    const [fault, ...more] = schemaFaults(xmlOf(changed(valid.xccdf, from, to)));
    expect(more).toEqual([]);
    expect(fault?.code).toBe(code);
    if (property !== undefined) expect(fault?.place.property).toBe(property);
  });

  test('a TestResult may stand alone', () => {
    const alone = /<cdf:TestResult[\s\S]*<\/cdf:TestResult>/.exec(valid.xccdf)?.[0] ?? '';
    const declared = `xmlns:cdf="${xccdfVocabulary.namespace}" xmlns:sm="urn:x"`;
    const text = changed(alone, '<cdf:TestResult', `<cdf:TestResult ${declared}`);
    expect(faults(text)).toEqual([]);
    expect(faults(changed(text, '<cdf:target>', '<cdf:goal/><cdf:target>'))).toEqual([
      'xml-element-unexpected TestResult/goal',
    ]);
  });

  test('of XCCDF 1.1 only the results are looked at', () => {
    const old = valid.xccdf.replaceAll('xccdf/1.2', 'xccdf/1.1').replaceAll(/xccdf_[^_"]+_[a-z]+_/g, '');
    expect(faults(changed(old, '<cdf:platform', '<cdf:old-thing/><cdf:platform'))).toEqual([]);
    expect(faults(changed(old, '>fail<', '>failed<'))).toEqual([
      `xml-value-invalid Benchmark/TestResult/rule-result/result`,
    ]);
  });

  test('another namespace is said once', () => {
    expect(faults(valid.xccdf.replace('xccdf/1.2', 'xccdf/1.3'))).toEqual(['xml-root Benchmark']);
  });
});

describe('the vocabularies', () => {
  const all: readonly (readonly [string, Vocabulary])[] = [
    ['CKL', cklVocabulary],
    ['XCCDF 1.2', xccdfVocabulary],
    ['XCCDF 1.1', xccdf11Vocabulary],
  ];

  test.each(all)(
    '%s: every type that is named is there, and every type that is there is named',
    (name, { types, roots }) => {
      const named = Object.values(types).flatMap(({ children = [] }) =>
        children.flatMap((notation) => toParticle(notation).alternatives.map(({ type }) => type)),
      );
      const used = new Set([...named.filter((type) => !type.startsWith('#')), ...Object.values(roots)]);
      expect([...used].filter((type) => types[type] === undefined)).toEqual([]);
      if (name !== 'XCCDF 1.1') expect(Object.keys(types).filter((type) => !used.has(type))).toEqual([]);
    },
  );

  test('the notation', () => {
    const infinite = Number.POSITIVE_INFINITY;
    const once = { min: 1, max: 1 };
    expect(toParticle('target:text+')).toEqual({
      alternatives: [{ name: 'target', type: 'text', ...once }],
      min: 1,
      max: infinite,
    });
    expect(toParticle('(a|b:c)*')).toEqual({
      alternatives: [
        { name: 'a', type: 'a', ...once },
        { name: 'b', type: 'c', ...once },
      ],
      min: 0,
      max: infinite,
    });
    expect(toParticle('(a*|b?)')).toEqual({
      alternatives: [
        { name: 'a', type: 'a', min: 0, max: infinite },
        { name: 'b', type: 'b', min: 0, max: 1 },
      ],
      min: 0,
      max: 1,
    });
    expect(toParticle('#other*')).toEqual({
      alternatives: [{ name: '#other', type: '#other', ...once }],
      min: 0,
      max: infinite,
    });
  });
});
