import { describe, expect, it } from 'vitest';
import { fromXccdfBenchmark } from '../../src/benchmark/from-xccdf.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { releaseOf } from '../../src/model/benchmark.js';
import { argsOf } from '../support/args-of.js';
import { benchmark, described, group, rule } from './benchmarks.js';

const read = (text: string) => {
  const reading = fromXccdfBenchmark(text, 'folder/U_Test_Manual-xccdf.xml');
  return {
    value: reading.ok ? reading.value : undefined,
    diagnostics: reading.diagnostics,
    codes: reading.diagnostics.map(({ code }) => code),
  };
};
const benchmarkFrom = (text: string): Benchmark => {
  const { value, codes } = read(text);
  if (value === undefined) throw new Error(`refused: ${codes}`);
  return value;
};

describe('fromXccdfBenchmark', () => {
  it('warns of rules that are not selected', () => {
    const text = benchmark(group(1) + group(2)).replace('<Rule ', '<Rule selected="false" ');
    expect(read(text).codes).toEqual(['benchmark-not-selected']);
    expect(read(text.replace('"false"', '"true"')).codes).toEqual([]);
  });

  it('reads all that checklists carry', () => {
    const { value, codes } = read(benchmark(group(1) + group(2)));
    expect(codes).toEqual([]);
    const { rules, ...rest } = value ?? { rules: [] };
    expect(rest).toEqual({
      id: 'Test_STIG',
      title: 'Test Security Technical Implementation Guide',
      description: 'For tests.',
      status: 'accepted',
      statusDate: '2026-01-02',
      version: '2',
      releaseInfo: 'Release: 3 Benchmark Date: 02 Jan 2026',
      noticeId: 'terms-of-use',
      notice: '',
      source: 'STIG.DOD.MIL',
      publisher: 'DISA',
      referenceHref: 'https://cyber.mil',
      targetKey: '4711',
      filename: 'U_Test_Manual-xccdf.xml',
      ruleCount: 2,
    });
    expect(rules.map(({ groupId }) => groupId)).toEqual(['V-1', 'V-2']);
    expect(rules[0]).toEqual({
      groupId: 'V-1',
      groupTitle: 'SRG-1',
      ruleId: 'SV-1r1_rule',
      stigId: 'TEST-1',
      title: 'Rule 1 must hold.',
      severity: 'medium',
      weight: '10.0',
      discussion: 'Why 1.',
      falsePositives: '',
      falseNegatives: '',
      documentable: 'false',
      mitigations: '',
      severityOverrideGuidance: '',
      potentialImpacts: '',
      thirdPartyTools: '',
      mitigationControl: '',
      responsibility: '',
      iaControls: '',
      checkSystem: 'C-1_chk',
      checkContentRefName: 'M',
      checkContentRefHref: 'Test.xml',
      checkContent: 'Look at 1.',
      fixId: 'F-1_fix',
      fixText: 'Mend 1.',
      ccis: ['CCI-0001'],
      legacyIds: [],
      reference: { title: 'Target', publisher: 'DISA', type: 'DPMS Target', subject: 'Test', identifier: '4711' },
    });
  });

  it('reads XCCDF 1.2 in any prefix, and takes its ids without prefix', () => {
    const plain = benchmarkFrom(benchmark(group(1)));
    const prefixed = benchmark(group(1), '1.2', 'xccdf_mil.disa.stig_benchmark_Test_STIG')
      .replace('id="V-1"', 'id="xccdf_mil.disa.stig_group_V-1"')
      .replace('id="SV-1r1_rule"', 'id="xccdf_mil.disa.stig_rule_SV-1r1_rule"')
      .replace('xmlns=', 'xmlns:x=')
      .replace(/<(\/?)([A-Za-z-]+)(?=[ />])/g, '<$1x:$2');
    expect(read(prefixed)).toMatchObject({ codes: [], value: plain });
  });

  it('leaves the ids of other publishers whole', () => {
    const text = benchmark(group(1).replace('id="SV-1r1_rule"', 'id="xccdf_org.example_rule_a"'), '1.2');
    expect(benchmarkFrom(text).rules[0]?.ruleId).toBe('xccdf_org.example_rule_a');
  });

  it('tells CCIs, legacy ids and others apart', () => {
    const idents = [
      'http://cyber.mil/legacy',
      'http://iase.disa.mil/cci',
      'http://cce.mitre.org',
      'http://cyber.mil/legacy',
    ]
      .map((system, i) => `<ident system="${system}"> X-${i}\n</ident>`)
      .join('');
    const { value, diagnostics } = read(benchmark(group(1, rule(1, idents))));
    expect(value?.rules[0]).toMatchObject({ ccis: ['CCI-0001', 'X-1'], legacyIds: ['X-0', 'X-3'] });
    expect(diagnostics).toMatchObject([
      { code: 'benchmark-left-out', args: { what: 'ident of http://cce.mitre.org', rules: 'V-1' } },
    ]);
  });

  it('keeps every character of a text, CDATA too', () => {
    const text = '  a &amp;lt; &lt;b&gt; &#65;&#13;\n<![CDATA[<c> & ]]>\u00a0\u2028\ufeff\t';
    const value = benchmarkFrom(benchmark(group(1).replace('Look at 1.', text).replace('Mend 1.', text)));
    const plain = '  a &lt; <b> A\r\n<c> & \u00a0\u2028\ufeff\t';
    expect(value.rules[0]?.checkContent).toBe(plain);
    expect(value.rules[0]?.fixText).toBe(plain);
  });

  it('says what is odd in a description, and where', () => {
    const { value, diagnostics } = read(described('x <VulnDiscussion>a < b'));
    expect(value?.rules[0]?.discussion).toBe('a < b\n\nx ');
    expect(diagnostics.map(({ code, place }) => [code, place.property, place.line])).toEqual([
      ['description-field-unclosed', 'V-1', 11],
      ['description-text-outside', 'V-1', 11],
    ]);
  });

  it('keeps the text of markup and says that there was some', () => {
    const markup = 'one<xhtml:br/>two <sub idref="v"/><xhtml:b>three <xhtml:i>four</xhtml:i></xhtml:b>';
    const { value, diagnostics } = read(benchmark(group(1).replace('Look at 1.', markup)));
    expect(value?.rules[0]?.checkContent).toBe('one\ntwo three four');
    expect(diagnostics.map((d) => [d.code, argsOf(d)['what']])).toEqual([
      ['benchmark-markup', '<br> in check-content'],
      ['benchmark-markup', '<sub> in check-content'],
      ['benchmark-markup', '<b> in check-content'],
      ['benchmark-markup', '<i> in b'],
    ]);
  });

  it('takes the check with a text, the fix that is referred to, and names what is left out, once', () => {
    const more =
      '<fixtext>Otherwise.</fixtext><fix id="other">rm -rf</fix><rationale>Because.</rationale><reference>Book</reference>' +
      '<check system="other"><check-content>Else.</check-content></check>';
    const oval = '<check system="oval"><check-content-ref href="o.xml"/></check>';
    const rules = Array.from({ length: 7 }, (_, i) =>
      group(i + 1, rule(i + 1, more).replace('<fixtext', `${oval}<fixtext`)),
    );
    const { value, diagnostics } = read(benchmark(rules.join('')));
    expect(value?.rules[6]).toMatchObject({ checkSystem: 'C-7_chk', checkContent: 'Look at 7.', fixId: 'F-7_fix' });
    expect(new Set(diagnostics.map((d) => argsOf(d)['what']))).toEqual(
      new Set(['a second check', 'a second fixtext', 'a second fix', 'a second reference', 'rationale']),
    );
    expect(diagnostics).toHaveLength(5);
    expect(argsOf(diagnostics[0])['rules']).toBe('V-1, V-2, V-3, V-4, V-5 and 2 more');
  });

  it('names texts of the benchmark and of groups that no checklist carries', () => {
    const text = benchmark(
      `<Value id="v"><title>A value</title></Value><Group id="V-9"><title>Outer</title>${group(1)}</Group>${group(
        2,
      ).replace('&lt;GroupDescription&gt;', '&lt;GroupDescription&gt;More')}`,
    ).replace('<front-matter/>', '<front-matter>Foreword</front-matter>');
    const { value, diagnostics } = read(text);
    expect(value?.rules.map(({ groupId }) => groupId)).toEqual(['V-1', 'V-2']);
    expect(diagnostics.map((d) => argsOf(d)['what']).toSorted()).toEqual([
      'Value',
      'a group around groups',
      'description of the group',
      'front-matter',
    ]);
  });

  it('takes the last status, the English texts, and the defaults of XCCDF', () => {
    const text = benchmark(group(1, rule(1, '', '')))
      .replace('<status', '<status date="2026-03-01">draft</status><status')
      .replace('<title>Test', '<title xml:lang="de">Prüfung</title><title xml:lang="en-US">Test');
    const { value, codes } = read(text);
    expect(value).toMatchObject({ status: 'draft', statusDate: '2026-03-01' });
    expect(value?.title).toBe('Test Security Technical Implementation Guide');
    expect(value?.rules[0]).toMatchObject({ severity: 'unknown', weight: '1.0' });
    expect(codes).toEqual(['benchmark-left-out']);
  });

  it.each([
    ['severity', group(1, rule(1, '', 'severity="info"')), 'benchmark-severity'],
    ['a rule in no group', rule(1), 'benchmark-group-missing'],
    ['two rules in one group', group(1, rule(1) + rule(2)), 'benchmark-group-shared'],
    ['no check text', group(1).replace('Look at 1.', ' '), 'benchmark-text-missing'],
    ['extends', group(1, rule(1, '', 'extends="x"')), 'benchmark-left-out'],
  ])('warns of %s', (_, inside, code) => {
    const { value, diagnostics } = read(benchmark(inside));
    expect(value?.rules.length).toBeGreaterThan(0);
    expect(diagnostics).toMatchObject([{ code, severity: 'warning' }]);
  });

  it('warns where the release cannot be told', () => {
    const without = read(benchmark(group(1)).replace('Release: 3', 'Third'));
    expect(without.codes).toEqual(['benchmark-release-missing']);
    expect(read(benchmark(group(1)).replace('<version>2<', '<version><')).codes).toEqual(['benchmark-release-missing']);
    const ten = read(benchmark(group(1)).replace('Release: 3', 'Release: 10'));
    expect(ten.codes).toEqual([]);
    expect(releaseOf(ten.value ?? { version: '', releaseInfo: '' })).toBe('V2R10');
  });

  it.each([
    ['a result', '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="x"/>', 'an XCCDF result (TestResult)'],
    [
      'a benchmark with a result',
      benchmark(`${group(1)}<TestResult id="t"/>`),
      'an XCCDF result (it holds a TestResult)',
    ],
    ['a CKL', '<?xml version="1.0"?><CHECKLIST><ASSET/></CHECKLIST>', 'a CKL checklist'],
    ['a CKLB', '{"title": "x", "stigs": []}', 'a CKLB checklist'],
    [
      'an export',
      '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"/>',
      'a CLIXML export',
    ],
    [
      'a data stream',
      '<ds:data-stream-collection xmlns:ds="http://scap.nist.gov/schema/scap/source/1.2"/>',
      'a SCAP data stream without a Benchmark',
    ],
    [
      'another version',
      benchmark(group(1), '1.0'),
      'a Benchmark of the namespace "http://checklists.nist.gov/xccdf/1.0"',
    ],
    ['HTML', '<!DOCTYPE html><html><br></html>', 'an HTML page'],
    ['nothing', ' \n', 'an empty file'],
    ['text', 'V-259594', 'other text, not XML'],
  ])('refuses %s by name', (_, text, actual) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'not-a-benchmark', severity: 'error', args: { what: actual } }]);
  });

  it.each([
    ['no rule', benchmark(''), 'benchmark-without-rules'],
    ['a benchmark without id', benchmark(group(1), '1.1', ''), 'benchmark-id-missing'],
    ['a rule without id', benchmark(group(1).replace('id="SV-1r1_rule"', '')), 'benchmark-id-missing'],
    ['a group without id', benchmark(group(1).replace('id="V-1"', '')), 'benchmark-id-missing'],
    ['a rule id twice', benchmark(group(1) + group(2, rule(1))), 'benchmark-id-twice'],
    ['a group id twice', benchmark(group(1) + group(1, rule(2))), 'benchmark-id-twice'],
    ['a file cut off', benchmark(group(1)).slice(0, -40), 'xml-truncated'],
    ['a DOCTYPE', benchmark(group(1)).replace('<Benchmark', '<!DOCTYPE Benchmark><Benchmark'), 'xml-doctype'],
  ])('refuses %s', (_, text, code) => {
    const { value, codes } = read(text);
    expect(value).toBeUndefined();
    expect(codes).toContain(code);
  });
});
