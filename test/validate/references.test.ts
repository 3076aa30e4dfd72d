import { describe, expect, test } from 'vitest';
import { identityFaults } from '../../src/validate/identity.js';
import { cklReferenceFaults, xccdfReferenceFaults } from '../../src/validate/references.js';
import { changed, codesOf, inShort, valid, xmlOf } from './documents.js';

describe('CKL', () => {
  const faults = (text: string) => inShort(cklReferenceFaults(xmlOf(text)));
  const vuln = /<VULN>[\s\S]*<\/VULN>/.exec(valid.ckl)?.[0] ?? '';
  const another = vuln.replaceAll('259594', '259595');

  test('what is written agrees with itself', () => {
    expect(faults(valid.ckl)).toEqual([]);
    expect(faults(changed(valid.ckl, '</VULN>', `</VULN>${another}`))).toEqual([]);
  });

  test('a rule that is there twice', () => {
    expect(faults(changed(valid.ckl, '</VULN>', `</VULN>${vuln}`))).toEqual([
      'ckl-rule-twice Vuln_Num',
      'ckl-rule-twice Rule_ID',
    ]);
  });

  test('information that is there twice', () => {
    expect(faults(changed(valid.ckl, '>customname<', '>version<'))).toEqual(['ckl-info-twice SI_DATA']);
  });

  test('the uuid of STIG Viewer differs from its own: a notice, once', () => {
    const both = changed(valid.ckl, '</VULN>', `</VULN>${another}`);
    const differing = changed(both, /(>uuid<\/SID_NAME>\s*<SID_DATA>)[^<]*/, '$1other');
    expect(cklReferenceFaults(xmlOf(differing)).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info ckl-uuid-differs',
    ]);
    expect(faults(changed(differing, '>other<', '><'))).toEqual([]);
  });

  test('the rules of two STIGs in one', () => {
    const foreign = changed(another, /(>STIG_UUID<\/VULN_ATTRIBUTE>\s*<ATTRIBUTE_DATA>)[^<]*/, '$1other');
    expect(codesOf(cklReferenceFaults(xmlOf(changed(valid.ckl, '</VULN>', `</VULN>${foreign}`))))).toEqual([
      'ckl-uuid-mixed',
    ]);
  });
});

describe('XCCDF', () => {
  const faults = (text: string) => {
    const document = xmlOf(text);
    return inShort([...identityFaults(document), ...xccdfReferenceFaults(document)]);
  };

  test('what is written agrees with itself, and so does every element', () => {
    expect(faults(valid.xccdf)).toEqual([]);
    expect(faults(valid.everyElement)).toEqual([]);
  });

  test('a result without its rule, and a rule without its result', () => {
    expect(
      faults(changed(valid.xccdf, 'idref="xccdf_mil.disa.stig_rule_', 'idref="xccdf_mil.disa.stig_rule_X')),
    ).toEqual(['xccdf-result-without-rule rule-result@idref', 'xccdf-rules-without-result rule-result']);
  });

  test('a bare TestResult has no rules to refer to', () => {
    const alone = /<cdf:TestResult[\s\S]*<\/cdf:TestResult>/.exec(valid.xccdf)?.[0] ?? '';
    const declared = 'xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" xmlns:sm="urn:x"';
    expect(faults(changed(alone, '<cdf:TestResult', `<cdf:TestResult ${declared}`))).toEqual([]);
  });

  test.each([
    ['two groups of one id', 'xccdf_mil.example_group_2"', 'xccdf_mil.example_group_1"', ['xccdf-id-twice']],
    [
      'a rule with the id of a text',
      'id="text-1"',
      'id="xccdf_mil.example_rule_1"',
      ['xccdf-id-twice', 'xccdf-reference-unknown'],
    ],
    ['two Ids', 'Id="signed-2"', 'Id="signed"', ['xccdf-id-twice']],
    ['two checks without a selector', ' selector="second"', '', ['xccdf-id-twice']],
    ['two values without a selector', '<value selector="low">', '<value>', ['xccdf-id-twice']],
    ['two instances of one context', 'context="port"', 'context="host"', ['xccdf-id-twice']],
    ['a rule that extends nothing', 'extends="xccdf_mil.example_rule_1"', 'extends="x"', ['xccdf-reference-unknown']],
    [
      'a profile that extends nothing',
      'extends="xccdf_mil.example_profile_base"',
      'extends="x"',
      ['xccdf-reference-unknown'],
    ],
    ['an instance of nothing', 'parentContext="host"', 'parentContext="x"', ['xccdf-reference-unknown']],
    [
      'a check that exports nothing',
      'value-id="xccdf_mil.example_value_1"',
      'value-id="x"',
      ['xccdf-reference-unknown'],
    ],
    ['a status without its date', ' date="2026-01-01"', '', ['xccdf-status-undated']],
    ['an override that had no effect', '<new-result>pass', '<new-result>fixed', ['xccdf-override-differs']],
    ['an import with content', 'import-xpath="/x"/>', 'import-xpath="/x">x</check-import>', ['xccdf-import-not-empty']],
  ])('%s', (_, from, to, codes) => {
    const document = xmlOf(changed(valid.everyElement, from, to));
    const found = [...identityFaults(document), ...xccdfReferenceFaults(document)];
    expect([...new Set(codesOf(found))]).toEqual(codes);
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('a second result for a rule, but not for another instance of it', () => {
    const result = /<cdf:rule-result[\s\S]*<\/cdf:rule-result>/.exec(valid.xccdf)?.[0] ?? '';
    const twice = changed(valid.xccdf, '</cdf:rule-result>', `</cdf:rule-result>${result}`);
    expect(faults(twice)).toEqual(['xccdf-result-twice rule-result@idref']);
    expect(faults(twice.replaceAll('</cdf:message>', '</cdf:message><cdf:instance>x</cdf:instance>'))).toEqual([]);
  });

  test('a score that cannot be', () => {
    const first = /(<cdf:score [^>]*>)0/;
    expect(faults(changed(valid.xccdf, first, '$1100'))).toEqual(['xccdf-score-contradicts score']);
    expect(faults(changed(valid.xccdf, first, '$1-1'))).toEqual(['xccdf-score-contradicts score']);
    expect(faults(changed(valid.xccdf, first, '$199'))).toEqual([]);
    const passed = changed(valid.xccdf, '>fail<', '>pass<');
    expect(faults(changed(passed, first, '$1100'))).toEqual([]);
    expect(faults(changed(passed, first, '$1101'))).toEqual(['xccdf-score-contradicts score']);
  });
});
