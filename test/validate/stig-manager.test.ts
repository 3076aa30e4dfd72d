import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { byItsParser } from '../../src/importers/stig-manager/by-its-parser.js';
import type { StigManagerPrediction } from '../../src/importers/stig-manager/prediction.js';
import { predictStigManager, stigManager } from '../../src/importers/stig-manager.js';
import type { Checklist } from '../../src/model/checklist.js';
import { checklists, oneRule, testTool } from '../support/checklists.js';
import { document, type Format } from '../support/documents.js';
import { client, disagreement, really } from '../support/stig-manager.js';

const diagnosticsOf = (format: Format, text: string): readonly Diagnostic[] =>
  stigManager(byItsParser).predict(document(format, text));
const codesOf = (format: Format, text: string): readonly string[] => diagnosticsOf(format, text).map((d) => d.code);

const written = (checklist: Checklist): Readonly<Record<Format, string>> => ({
  ckl: toCkl(checklist, testTool).text,
  cklb: toCklb(checklist, { strict: false }).text,
  xccdf: toXccdf(checklist, testTool).text,
});

const open = written(oneRule({ status: 'open', findingDetails: 'One connector is open.', comments: 'Mend it.' }));
const swap = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing like ${from} in the text`);
  return changed;
};

describe('what is as it should be', () => {
  it('finds nothing in what this program writes of a judged rule', () => {
    for (const format of ['ckl', 'cklb', 'xccdf'] as const) expect(codesOf(format, open[format])).toEqual([]);
  });

  it('predicts host, addresses, revision, rule and texts', () => {
    const review = {
      ruleId: 'SV-259594r1043178_rule',
      result: 'fail',
      detail: 'One connector is open.',
      comment: 'Mend it.',
    };
    const asset = { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: '192.0.2.10', mac: '00:00:5E:00:53:01' };
    for (const [format, revision] of [
      ['ckl', 'V2R2'],
      ['cklb', 'V2R2'],
      ['xccdf', null],
    ] as const)
      expect(predictStigManager(document(format, open[format]), byItsParser)).toEqual({
        refused: false,
        ...asset,
        checklists: [{ benchmarkId: 'MS_Exchange_2019_Edge_Server_STIG', revision, reviews: [review] }],
      });
  });

  it('says in one notice how many rules are passed over', () => {
    const texts = written(checklists['all-statuses'] ?? oneRule());
    for (const [format, code] of [
      ['ckl', 'stig-manager-passes-over'],
      ['cklb', 'stig-manager-passes-over'],
      ['xccdf', 'stig-manager-unjudged'],
    ] as const)
      expect(diagnosticsOf(format, texts[format])).toMatchObject([{ code, severity: 'info', args: { count: '1' } }]);
  });

  it('takes up a rule that is not reviewed but has a text, except from XCCDF', () => {
    const texts = written(oneRule({ findingDetails: 'Not known yet.' }));
    const results = (format: Format) =>
      predictStigManager(document(format, texts[format]), byItsParser).checklists[0]?.reviews.map(
        (review) => review.result,
      );
    expect([results('ckl'), results('cklb'), results('xccdf')]).toEqual([['informational'], ['informational'], []]);
  });
});

const otherName = 'one of HTML’s other names';
const long = 'x'.repeat(32_768);

/** Each is one measured line: format, what is changed, into what, the codes. */
const cases: readonly (readonly [string, Format, string | RegExp, string, readonly string[]])[] = [
  ['no host', 'ckl', '>EDGE01<', '><', ['stig-manager-refuses-host']],
  ['a host too long', 'ckl', '>EDGE01<', `>${'h'.repeat(256)}<`, ['stig-manager-refuses-host']],
  ['no ASSET', 'ckl', /<ASSET>[\s\S]*<\/ASSET>/, '', ['stig-manager-refuses-structure']],
  ['no STIGS', 'ckl', /<STIGS>[\s\S]*<\/STIGS>/, '', ['stig-manager-refuses-structure']],
  [
    'no stigid',
    'ckl',
    '<SID_NAME>stigid',
    '<SID_NAME>StigId',
    ['stig-manager-refuses-structure', 'stig-manager-refuses-structure'],
  ],
  [
    'stigid empty',
    'ckl',
    'stigid</SID_NAME>\n\t\t\t\t\t<SID_DATA>MS_Exchange_2019_Edge_Server_STIG<',
    'stigid</SID_NAME><SID_DATA><',
    ['stig-manager-drops-stig', 'stig-manager-refuses-structure'],
  ],
  [
    'no version',
    'ckl',
    '<SID_NAME>version',
    '<SID_NAME>Version',
    ['stig-manager-refuses-structure', 'stig-manager-revision'],
  ],
  [
    'no releaseinfo',
    'ckl',
    '<SID_NAME>releaseinfo',
    '<SID_NAME>info',
    ['stig-manager-refuses-structure', 'stig-manager-revision'],
  ],
  [
    'nothing behind the release',
    'ckl',
    '<SID_DATA>Release: 2 Benchmark Date: 30 Jan 2025<',
    '<SID_DATA>Release: 2 <',
    ['stig-manager-revision'],
  ],
  ['no FINDING_DETAILS', 'ckl', /<FINDING_DETAILS>.*<\/FINDING_DETAILS>/, '', ['stig-manager-refuses-structure']],
  ['no COMMENTS', 'ckl', /<COMMENTS>.*<\/COMMENTS>/, '', ['stig-manager-refuses-structure']],
  ['STATUS in another case', 'ckl', '<STATUS>Open', '<STATUS>open', ['stig-manager-drops-status']],
  ['STATUS as CDATA', 'ckl', '<STATUS>Open<', '<STATUS><![CDATA[Open]]><', ['stig-manager-drops-status']],
  ['no Rule_ID', 'ckl', '>Rule_ID<', '>Rule_Id<', ['stig-manager-drops-rule-id']],
  ['a rule id too long', 'ckl', /SV-259594r1043178_rule/, `SV-${'2'.repeat(40)}_rule`, ['stig-manager-cuts-id']],
  ['details too long', 'ckl', 'One connector is open.', long, ['stig-manager-cuts']],
  ['details as CDATA', 'ckl', 'One connector is open.', '<![CDATA[One]]>', ['stig-manager-not-text']],
  ['a comment inside the details', 'ckl', 'One connector', 'One<!-- x -->connector', ['stig-manager-not-text']],
  ['what looks like an entity', 'ckl', 'One connector', '&amp;lt;b&amp;gt;', ['stig-manager-decodes-twice']],
  ['a number that looks like an entity', 'ckl', 'One connector', '&amp;#65;', ['stig-manager-decodes-twice']],
  [otherName, 'ckl', 'One connector', 'a &amp;rarr; b', ['stig-manager-decodes-twice']],
  ['an ampersand', 'ckl', 'One connector', 'R&amp;D; x &amp; y', []],
  ['what looks like an entity in the host', 'ckl', '>EDGE01<', '>A&amp;amp;B<', ['stig-manager-decodes-twice']],
  ['addresses too long', 'ckl', '>192.0.2.10<', `>${'192.0.2.10 '.repeat(30)}<`, ['stig-manager-cuts']],
  ['a byte order mark', 'ckl', /^/, '\ufeff', []],
  ['a byte order mark', 'cklb', /^/, '\ufeff', ['stig-manager-refuses-byte-order-mark']],
  ['no host', 'cklb', '"host_name": "EDGE01"', '"host_name": ""', ['stig-manager-refuses-host']],
  ['a host that is no string', 'cklb', '"host_name": "EDGE01"', '"host_name": 1', ['stig-manager-not-text']],
  ['no stigs', 'cklb', '"stigs"', '"stigz"', ['stig-manager-refuses-structure']],
  ['no stig_id', 'cklb', '"stig_id"', '"id_"', ['stig-manager-drops-stig', 'stig-manager-refuses-structure']],
  ['no rules', 'cklb', '"rules"', '"rulez"', ['stig-manager-refuses-structure']],
  ['no version', 'cklb', /"version": "2",/, '', ['stig-manager-revision']],
  ['no rule_id_src', 'cklb', '"rule_id_src"', '"rule_id_"', ['stig-manager-drops-rule-id']],
  ['a status in CKL’s words', 'cklb', '"status": "open"', '"status": "Open"', ['stig-manager-drops-status']],
  ['what looks like an entity', 'cklb', 'One connector', '&lt;b&gt;', []],
  ['details that are no string', 'cklb', '"One connector is open."', '["One"]', ['stig-manager-not-text']],
  ['comments too long', 'cklb', 'Mend it.', long, ['stig-manager-cuts']],
  ['no test-system', 'xccdf', / test-system="[^"]*"/, '', ['stig-manager-refuses-structure']],
  [
    'no target',
    'xccdf',
    /<cdf:target>.*?<\/cdf:target>/,
    '',
    ['stig-manager-refuses-structure', 'stig-manager-refuses-host'],
  ],
  ['no rule-result', 'xccdf', /<cdf:rule-result[\s\S]*<\/cdf:rule-result>/, '', ['stig-manager-refuses-structure']],
  ['a fact without name', 'xccdf', /<cdf:fact name="[^"]*" type/, '<cdf:fact type', ['stig-manager-refuses-fact']],
  ['a fact whose name cannot be decoded', 'xccdf', /asset:mac"/, 'asset:metadata:%"', ['stig-manager-refuses-fact']],
  ['a bad time', 'xccdf', / time="[^"]*"/, ' time="yesterday"', ['stig-manager-refuses-time']],
  [
    'two TestResults',
    'xccdf',
    '</cdf:Benchmark>',
    '<cdf:TestResult></cdf:TestResult></cdf:Benchmark>',
    ['stig-manager-refuses-several'],
  ],
  [
    'an id that is not DISA’s',
    'xccdf',
    'id="xccdf_mil.disa.stig_benchmark_',
    'id="xccdf_org.example_benchmark_',
    ['stig-manager-benchmark-unknown'],
  ],
  ['another result', 'xccdf', '>fail<', '>FAIL<', ['stig-manager-drops-status']],
  ['a rule that was fixed', 'xccdf', '>fail<', '>fixed<', ['stig-manager-drops-status']],
  ['a rule that was not checked', 'xccdf', '>fail<', '>unknown<', ['stig-manager-unjudged']],
  [
    'STIG Manager as product',
    'xccdf',
    'exchange-stig:exchange-stig',
    'nuwcdivnpt:stig-manager',
    ['stig-manager-product'],
  ],
  ['no detail, but a message', 'xccdf', /<sm:detail>.*<\/sm:detail>/, '', []],
  [
    'two checks',
    'xccdf',
    '</cdf:rule-result>',
    '<cdf:check system="x"></cdf:check></cdf:rule-result>',
    ['stig-manager-loses-text'],
  ],
  ['a detail with an attribute', 'xccdf', '<sm:detail>', '<sm:detail xml:lang="en">', ['stig-manager-not-text']],
];

describe('what is refused, dropped, cut or changed', () => {
  it.each(cases)('%s (%s)', (_, format, from, to, codes) => {
    expect(codesOf(format, swap(open[format], from, to))).toEqual(codes);
  });

  it('counts the rules that are passed over in several STIGs once', () => {
    const one = written(oneRule()).cklb;
    const two = JSON.parse(one) as { stigs: unknown[] };
    expect(diagnosticsOf('cklb', JSON.stringify({ ...two, stigs: [...two.stigs, ...two.stigs] }))).toMatchObject([
      { code: 'stig-manager-passes-over', args: { count: '2' } },
    ]);
  });

  it('tells that the rules of a second STIGS element are dropped', () => {
    const stigs = /<STIGS>[\s\S]*<\/STIGS>/.exec(open.ckl)?.[0] ?? '';
    expect(diagnosticsOf('ckl', swap(open.ckl, stigs, stigs + stigs))).toMatchObject([
      { code: 'stig-manager-drops-stig', severity: 'error', args: { rules: '1' } },
    ]);
  });

  it('says nothing of the product where its own element is there', () => {
    const claimed = swap(open.xccdf, 'exchange-stig:exchange-stig', 'x:evaluate-stig');
    expect(codesOf('xccdf', swap(claimed, '<sm:detail>', '<sm:resultEngine>x</sm:resultEngine><sm:detail>'))).toEqual(
      [],
    );
  });

  it('names the rule, the place and the importer', () => {
    const text = swap(open.ckl, '<STATUS>Open', '<STATUS>open');
    const line = text.slice(0, text.indexOf('<STATUS>')).split('\n').length;
    expect(diagnosticsOf('ckl', text)).toMatchObject([
      {
        importer: 'stig-manager',
        args: { status: 'open' },
        place: { file: 'f', line, column: 5, property: 'V-259594 STATUS' },
      },
    ]);
  });

  it('loses the text of two messages, or of one without attributes, where there is no detail', () => {
    const bare = swap(open.xccdf, /<sm:detail>.*<\/sm:detail>/, '');
    expect(codesOf('xccdf', swap(bare, / severity="error">/, '>'))).toEqual(['stig-manager-loses-text']);
    const message = /<cdf:message[\s\S]*?<\/cdf:message>/.exec(bare)?.[0] ?? '';
    expect(codesOf('xccdf', swap(bare, message, message + message))).toEqual(['stig-manager-loses-text']);
  });

  it('reads a bare TestResult only with DISA’s benchmark', () => {
    const result = /<cdf:TestResult[\s\S]*<\/cdf:TestResult>/.exec(open.xccdf)?.[0] ?? '';
    const bare = swap(result, '<cdf:TestResult', '<cdf:TestResult xmlns:cdf="urn:x" xmlns:sm="urn:y"');
    expect(codesOf('xccdf', bare)).toEqual([]);
    expect(codesOf('xccdf', swap(bare, 'id="xccdf_mil.disa', 'id="xccdf_org'))).toEqual([
      'stig-manager-refuses-benchmark',
    ]);
  });
});

describe.skipIf(client === undefined)('the prediction and the real parser', () => {
  it.each(cases.filter(([name]) => name !== otherName))('agree on %s (%s)', (_, format, from, to) => {
    const text = swap(open[format], from, to);
    expect(disagreement(document(format, text), text)).toBeUndefined();
  });

  it('differ in HTML’s names beyond Latin-1, which are warned of and not decoded here', () => {
    const text = swap(open.ckl, 'One connector', 'a &amp;rarr; b');
    const detail = (prediction: StigManagerPrediction) => prediction.checklists[0]?.reviews[0]?.detail;
    expect(detail(really('ckl', text))).toBe('a → b is open.');
    expect(detail(predictStigManager(document('ckl', text), byItsParser))).toBe('a &rarr; b is open.');
  });
});
