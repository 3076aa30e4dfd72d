import { describe, expect, test } from 'vitest';
import { fromXccdf } from '../../../src/formats/xccdf/read.js';
import type { Checklist, ReviewedRule } from '../../../src/model/checklist.js';

const namespaces = { '1.1': 'http://checklists.nist.gov/xccdf/1.1', '1.2': 'http://checklists.nist.gov/xccdf/1.2' };

interface Shape {
  readonly version?: keyof typeof namespaces;
  readonly prefix?: string;
  /** Without it a TestResult alone. */
  readonly rules?: string;
  readonly id?: string;
  readonly head?: string;
  readonly target?: string;
  readonly attributes?: string;
}

/** A result; elements in `content` and the like are written without prefix. */
const xccdf = (content: string, shape: Shape = {}): string => {
  const { version = '1.2', prefix = '', rules, id = 'xccdf_mil.disa.stig_benchmark_T_STIG', attributes = '' } = shape;
  const declared = `xmlns${prefix && `:${prefix}`}="${namespaces[version]}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sm="http://github.com/nuwcdivnpt/stig-manager"`;
  const own = (text: string) => (prefix === '' ? text : text.replace(/<(\/?)(?!\/|sm:|dc:)/g, `<$1${prefix}:`));
  const on = rules === undefined ? declared : '';
  const result = `<TestResult ${on} id="r" end-time="2026-01-31T13:00:00+01:00" version="2" ${attributes}><benchmark href="U_T.xml" id="${id}"/>${shape.target ?? '<target>EDGE01</target>'}${content}</TestResult>`;
  if (rules === undefined) return own(result);
  const head = shape.head ?? '<version>2</version><plain-text id="release-info">Release: 5</plain-text>';
  return own(
    `<Benchmark ${declared} id="${id}"><status>accepted</status><title>Test</title>${head}${rules}${result}</Benchmark>`,
  );
};

const rule = (number: number, prefixed = true) =>
  `<Group id="${prefixed ? 'xccdf_mil.disa.stig_group_' : ''}V-${number}"><title>SRG-${number}</title><Rule id="${prefixed ? 'xccdf_mil.disa.stig_rule_' : ''}SV-${number}r1_rule" severity="medium" weight="10.0"><version>T-${number}</version><title>Title ${number}</title><description>&lt;VulnDiscussion&gt;Why &lt;${number}.&lt;/VulnDiscussion&gt;&lt;Mitigations&gt;m&lt;/Mitigations&gt;</description><ident system="http://cyber.mil/cci">CCI-${number}</ident><fixtext fixref="F-${number}">Fix ${number}</fixtext><fix id="F-${number}"/><check system="C-${number}"><check-content>Check ${number}</check-content></check></Rule></Group>`;

const result = (number: number, word: string, content = '', attributes = '', prefixed = true) =>
  `<rule-result idref="${prefixed ? 'xccdf_mil.disa.stig_rule_' : ''}SV-${number}r1_rule" ${attributes}><result>${word}</result>${content}</rule-result>`;

const read = (text: string): { checklist: Checklist; said: readonly string[] } => {
  const found = fromXccdf(text, 'r.xml');
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  return {
    checklist: found.value,
    said: found.diagnostics.map(({ code, place }) => `${code} ${place.property ?? ''}`.trim()),
  };
};

const reviewsOf = (text: string): readonly ReviewedRule[] =>
  read(text).checklist.stigs.flatMap(({ reviews }) => reviews);

const statuses = (text: string) => reviewsOf(text).map(({ rule: { groupId }, status }) => [groupId, status]);

describe('the same result in every shape', () => {
  const rules = (prefixed: boolean) => rule(1, prefixed) + rule(2, prefixed);
  const results = (prefixed: boolean) =>
    result(1, 'pass', '', '', prefixed) + result(2, 'fail', '<message>Broken.</message>', '', prefixed);

  test.each([
    ['1.2', xccdf(results(true), { rules: rules(true) })],
    ['1.2 with a prefix', xccdf(results(true), { rules: rules(true), prefix: 'cdf' })],
    ['1.1, whose ids have no prefix', xccdf(results(false), { rules: rules(false), version: '1.1', id: 'T_STIG' })],
    ['1.1 with a prefix', xccdf(results(false), { rules: rules(false), version: '1.1', id: 'T_STIG', prefix: 'x' })],
  ])('%s', (_, text) => {
    const { checklist, said } = read(text);
    expect(said).toEqual([]);
    expect(checklist.assessedAt).toBe('2026-01-31T12:00:00Z');
    expect(checklist.stigs).toMatchObject([
      {
        benchmark: { id: 'T_STIG', title: 'Test', version: '2', releaseInfo: 'Release: 5', filename: 'U_T.xml' },
        reviews: [
          {
            status: 'not_a_finding',
            rule: {
              ...{ groupId: 'V-1', groupTitle: 'SRG-1', ruleId: 'SV-1r1_rule', stigId: 'T-1', severity: 'medium' },
              ...{ discussion: 'Why <1.', mitigations: 'm', ccis: ['CCI-1'], fixId: 'F-1', fixText: 'Fix 1' },
              ...{ checkSystem: 'C-1', checkContent: 'Check 1' },
            },
          },
          { status: 'open', findingDetails: 'Broken.', comments: '' },
        ],
      },
    ]);
  });

  test.each(['', 'cdf'])('a TestResult alone, prefix %j', (prefix) => {
    const attributes = 'severity="low" weight="10.0" version="T-1"';
    const content = `<ident system="http://cyber.mil/legacy">V-9</ident><ident system="http://cyber.mil/cci">CCI-9</ident><fix id="F-9"/>`;
    const text = xccdf(result(259594, 'pass', content, attributes), { prefix });
    const { checklist, said } = read(text);
    expect(said).toEqual(['reading-rule-without-text rule-result', 'reading-group-derived rule-result']);
    expect(checklist.stigs).toMatchObject([
      {
        benchmark: { id: 'T_STIG', version: '2', filename: 'U_T.xml', ruleCount: 1 },
        reviews: [
          {
            rule: {
              ...{ groupId: 'V-259594', ruleId: 'SV-259594r1_rule', stigId: 'T-1', severity: 'low', title: '' },
              ...{ ccis: ['CCI-9'], legacyIds: ['V-9'], fixId: 'F-9' },
            },
            severityOverride: undefined,
          },
        ],
      },
    ]);
  });
});

describe('results', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['pass', 'not_a_finding', []],
    ['fixed', 'not_a_finding', ['reading-status-mapped rule-result']],
    ['fail', 'open', []],
    ['notapplicable', 'not_applicable', []],
    ['notchecked', 'not_reviewed', []],
    ...['error', 'unknown', 'informational', 'notselected'].map(
      (word) => [word, 'not_reviewed', ['reading-status-mapped rule-result']] as const,
    ),
    ...['', 'Pass', 'passed', 'pass pass', 'NotAFinding', 'constructor'].map(
      (word) => [word, 'not_reviewed', ['reading-status-unknown SV-1r1_rule']] as const,
    ),
  ])('%j is %s', (word, status, expected) => {
    const text = xccdf(result(1, word), { rules: rule(1) });
    expect(statuses(text)).toEqual([['V-1', status]]);
    expect(read(text).said).toEqual(expected);
  });

  test('two result elements contradict each other', () => {
    const text = xccdf(result(1, 'pass').replace('</result>', '</result><result>pass</result>'), { rules: rule(1) });
    expect(statuses(text)).toEqual([['V-1', 'not_reviewed']]);
  });

  test('of several for one rule the worst counts, and the others are named', () => {
    const words = ['notapplicable', 'pass', 'notchecked', 'fail', 'error'];
    const text = (count: number) =>
      xccdf(
        words
          .slice(0, count)
          .map((word) => result(1, word))
          .join(''),
        { rules: rule(1) },
      );
    expect([1, 2, 3, 4, 5].map((count) => statuses(text(count))[0]?.[1])).toEqual([
      ...['not_applicable', 'not_a_finding', 'not_reviewed', 'open', 'open'],
    ]);
    expect(read(text(4)).said).toEqual(['reading-rule-twice SV-1r1_rule']);
  });

  test('a Rule without any is not_reviewed', () => {
    const text = xccdf(result(2, 'pass'), { rules: rule(1) + rule(2) });
    expect(statuses(text)).toEqual([
      ['V-2', 'not_a_finding'],
      ['V-1', 'not_reviewed'],
    ]);
    expect(read(text).said).toEqual(['reading-rule-without-result rule-result']);
  });

  test('a severity that is not the Rule’s was overridden', () => {
    const overrides = ['severity="medium"', 'severity="high"', ''].map(
      (attributes) => reviewsOf(xccdf(result(1, 'fail', '', attributes), { rules: rule(1) }))[0]?.severityOverride,
    );
    expect(overrides).toEqual([undefined, { severity: 'high', justification: '' }, undefined]);
  });

  test('a time of its own is kept', () => {
    const times = ['2026-01-31T12:00:00Z', '2026-01-30T12:00:00Z'].map(
      (time) => reviewsOf(xccdf(result(1, 'fail', '', `time="${time}"`), { rules: rule(1) }))[0]?.assessedAt,
    );
    expect(times).toEqual([undefined, '2026-01-30T12:00:00Z']);
  });
});

describe('where details and comments hide', () => {
  const check = (content: string) => `<check system="s"><check-content>${content}</check-content></check>`;
  const engine = (remark: string) =>
    check(`<sm:resultEngine><sm:overrides><sm:remark>${remark}</sm:remark></sm:overrides></sm:resultEngine>`);
  test.each([
    ['detail and comment', check('\n <sm:detail>d </sm:detail> <sm:comment>c</sm:comment>'), 'd ', 'c', []],
    ['a message', '<message severity="info">m</message>', 'm', '', []],
    ['several messages', '<message>m</message><message/><message>n</message><message>m</message>', 'm\n\nn', '', []],
    // Code and how to correct the rule, unless Evaluate-STIG or STIG Manager wrote them.
    ['plain text', check('p'), '', '', ['reading-not-carried']],
    ['a fix', '<fix id="f">do</fix>', '', '', ['reading-id-not-carried SV-1r1_rule', 'reading-not-carried']],
    [
      'both beside a message',
      `<message>m</message><fix>do</fix>${check('p')}`,
      'm',
      '',
      Array(2).fill('reading-not-carried'),
    ],
    ['the same twice', `<message>d</message>${check('<sm:detail>d</sm:detail>')}`, 'd', '', []],
    ['two that differ', `<message>m</message>${check('<sm:detail>d</sm:detail>')}`, 'd', '', ['reading-not-carried']],
    [
      'an answer file',
      `<message>Tested: true\n\nAnswer:  1 yes\n\t2 no\n</message>${engine('Answer:  1 yes\n\t2 no')}`,
      'Tested: true',
      'Answer:  1 yes\n\t2 no',
      [],
    ],
    ['a remark that is not repeated', `<message>Tested.</message>${engine('Yes.')}`, 'Tested.', 'Yes.', []],
  ])('%s', (_, content, findingDetails, comments, said) => {
    const text = xccdf(result(1, 'fail', content), { rules: rule(1) });
    expect(reviewsOf(text)).toMatchObject([{ findingDetails, comments }]);
    expect(read(text).said.map((one) => (one.startsWith('reading-not-carried') ? 'reading-not-carried' : one))).toEqual(
      said.map((one) => one.replace('SV-1r1_rule', 'fix')),
    );
  });
});

test.each([
  ['cpe:/a:nuwcdivnpt:stig-manager:1.3.13', 'p\n\ndo'],
  ['cpe:2.3:a:navsea:evaluate-stig:1.2407.1', 'p\n\ndo'],
  ['cpe:/a:redhat:openscap:1.3.7', ''],
  ['cpe:/a:niwc:scc:5.10.1', ''],
])('plain text in check-content and fix, by %s', (testSystem, findingDetails) => {
  const content = '<fix>do</fix><check system="s"><check-content>p</check-content></check>';
  const text = xccdf(result(1, 'pass', content), { rules: rule(1), attributes: `test-system="${testSystem}"` });
  expect(reviewsOf(text)).toMatchObject([{ findingDetails }]);
});

describe('the target', () => {
  const fact = (name: string, text: string) => `<fact name="${name}" type="string">${text}</fact>`;
  const asset = (target: string) => read(xccdf(result(1, 'pass'), { rules: rule(1), target }));
  const scc = 'urn:scap:fact:asset:identifier:';
  const manager = 'tag:stig-manager@users.noreply.github.com,2020:asset:';

  test('addresses of every kind, each once', () => {
    const facts = `${fact(`${scc}ipv4`, '192.0.2.1')}${fact(`${scc}ipv6`, '2001:db8::1')}${fact(`${scc}mac`, '00:00:5E:00:53:01')}${fact(`${manager}mac`, '00:00:5E:00:53:01 00:00:5E:00:53:02')}${fact(`${scc}fqdn`, 'e.example.mil')}`;
    const { checklist, said } = asset(
      `<target>EDGE01</target><target-address>192.0.2.1</target-address><target-address/><target-facts>${facts}</target-facts>`,
    );
    expect(said).toEqual([]);
    expect(checklist.asset).toMatchObject({
      ...{ hostName: 'EDGE01', fqdn: 'e.example.mil', ipAddresses: ['192.0.2.1', '2001:db8::1'] },
      macAddresses: ['00:00:5E:00:53:01', '00:00:5E:00:53:02'],
    });
  });

  test('a prefix length, the dot of the root and missing separators go, with a notice', () => {
    const facts = fact(`${scc}fqdn`, 'edge01.example.mil.') + fact(`${scc}mac`, '00005e005301');
    const addresses = ['192.0.2.1', '2001:db8::1/64', '::1/128']
      .map((text) => `<target-address>${text}</target-address>`)
      .join('');
    const { checklist, said } = asset(`<target>EDGE01</target>${addresses}<target-facts>${facts}</target-facts>`);
    expect(said).toEqual(Array(3).fill('reading-address-rewritten target'));
    expect(checklist.asset).toMatchObject({
      ...{ fqdn: 'edge01.example.mil', ipAddresses: ['192.0.2.1', '2001:db8::1', '::1'] },
      macAddresses: ['00:00:5E:00:53:01'],
    });
  });

  test('an address that is written in two ways is one, and OpenSCAP’s older fact is a MAC address', () => {
    const facts = fact(`${scc}ipv6`, '2001:db8::1') + fact('urn:xccdf:fact:ethernet:MAC', '00:00:5e:00:53:01');
    const { checklist, said } = asset(
      `<target>EDGE01</target><target-address>2001:0db8:0000:0000:0000:0000:0000:0001</target-address><target-facts>${facts}${fact(`${manager}mac`, '00-00-5E-00-53-01')}</target-facts>`,
    );
    expect(said).toEqual([]);
    expect(checklist.asset).toMatchObject({
      ipAddresses: ['2001:0db8:0000:0000:0000:0000:0000:0001'],
      macAddresses: ['00:00:5e:00:53:01'],
    });
  });

  test('facts by Evaluate-STIG', () => {
    const of = 'fact:asset:identifier:';
    const facts = `${fact(`${of}hostname`, 'edge01')}${fact(`${of}role`, 'Member Server')}${fact(`${of}webordatabase`, 'true')}${fact(`${of}site`, 's')}${fact(`${of}instance`, 'i')}${fact(`${of}ipaddress`, '192.0.2.1, 192.0.2.2')}`;
    const { checklist, said } = asset(`<target>EDGE01</target><target-facts>${facts}</target-facts>`);
    expect(said).toEqual([]);
    expect(checklist.asset).toMatchObject({
      ...{ hostName: 'EDGE01', role: 'Member Server', webOrDatabase: true, webDbSite: 's', webDbInstance: 'i' },
      ipAddresses: ['192.0.2.1', '192.0.2.2'],
    });
  });

  test('STIG Manager’s name goes first, and two names are said', () => {
    const { checklist, said } = asset(
      `<target>EDGE</target><target-facts>${fact(`${manager}name`, 'EDGE01')}${fact(`${manager}noncomputing`, 'true')}</target-facts>`,
    );
    expect(said).toEqual(['reading-host-differs target']);
    expect(checklist.asset).toMatchObject({ hostName: 'EDGE01', assetType: 'Non-Computing' });
  });

  test('loses the blanks around its name, with a warning', () => {
    for (const target of [
      '<target> EDGE01</target>',
      `<target-facts>${fact(`${manager}name`, 'EDGE01\n')}</target-facts>`,
    ]) {
      const { checklist, said } = asset(target);
      expect(said).toEqual(['reading-host-trimmed target']);
      expect(checklist.asset.hostName).toBe('EDGE01');
    }
  });

  test('none is read, with a warning', () => {
    expect(asset('<target> </target>').said).toEqual(['reading-host-empty target']);
  });

  test('facts of another kind are left behind, once', () => {
    const facts = `${fact(`${scc}os_name`, 'x')}${fact(`${scc}os_version`, 'y')}`;
    expect(asset(`<target>E</target><target-facts>${facts}</target-facts>`).said).toEqual(['reading-not-carried fact']);
  });
});

describe('what a checklist here has no place for is said', () => {
  const said = (content: string, shape: Shape = {}) => read(xccdf(content, { rules: rule(1), ...shape })).said;
  test.each([
    [
      'an override',
      result(
        1,
        'pass',
        '<override time="2026-01-31T12:00:00Z" authority="me"><old-result>fail</old-result></override>',
      ),
      'reading-not-carried override',
    ],
    ['an instance', result(1, 'pass', '<instance>C:</instance>'), 'reading-not-carried instance'],
    ['a score', `${result(1, 'pass')}<score maximum="100">97.6</score>`, 'reading-not-carried score'],
    ['a remark', `<remark>Hm.</remark>${result(1, 'pass')}`, 'reading-not-carried remark'],
    [
      'an identity',
      `<identity authenticated="true" privileged="true">me</identity>${result(1, 'pass')}`,
      'reading-id-not-carried identity',
    ],
    ['a profile', `<profile idref="p"/>${result(1, 'pass')}`, 'reading-not-carried profile'],
    [
      'another CCI',
      result(1, 'pass', '<ident system="http://cyber.mil/cci">CCI-7</ident>'),
      'reading-not-carried SV-1r1_rule',
    ],
  ])('%s', (_, content, expected) => {
    expect(said(content)).toEqual([expected.replace('SV-1r1_rule', 'ident')]);
  });

  test('a score that follows from the results is nothing', () => {
    expect(said(`${result(1, 'pass')}<score maximum="100">100.00</score>`)).toEqual([]);
  });

  test('a time without a zone is taken as UTC and said', () => {
    const text = xccdf(result(1, 'pass'), { rules: rule(1) }).replace('+01:00"', '"');
    expect(read(text).checklist.assessedAt).toBe('2026-01-31T13:00:00Z');
    expect(read(text).said).toEqual(['reading-time-assumed end-time']);
  });
});

test.each([
  ['<version>V2R5</version>', '2', 'Release: 5'],
  [
    '<version>V2R5</version><plain-text id="release-info">Release: 5 Benchmark Date: x</plain-text>',
    '2',
    'Release: 5 Benchmark Date: x',
  ],
  ['<version>002.005</version>', '2', 'Release: 5'],
  ['<version>2.5</version>', '2.5', ''],
  [
    '<version>001.002</version><plain-text id="release-info">Release: 1.2 Benchmark Date: 30 Jan 2025</plain-text>',
    '1',
    'Release: 2 Benchmark Date: 30 Jan 2025',
  ],
  ['<version>1</version><plain-text id="release-info">Release: 1.2</plain-text>', '1', 'Release: 2'],
  ['<version>2</version><plain-text id="release-info">Release: 1.2</plain-text>', '2', 'Release: 1.2'],
])('the release in %s', (head, version, releaseInfo) => {
  const { checklist } = read(xccdf(result(1, 'pass'), { rules: rule(1), head }));
  expect(checklist.stigs[0]?.benchmark).toMatchObject({ version, releaseInfo });
});

test('ids of other publishers stay whole', () => {
  const id = 'xccdf_org.example.content_rule_banner';
  const text = xccdf(`<rule-result idref="${id}"><result>fail</result></rule-result>`);
  expect(reviewsOf(text).map((review) => review.rule.ruleId)).toEqual([id]);
  // That the group's id is missing too is said with the texts.
  expect(read(text).said).toEqual(['reading-rule-without-text rule-result']);
});

test.each([
  ['<benchmark href="file:/opt/content/t-xccdf.xml"/>', 't-xccdf.xml'],
  ['<benchmark href="C:\\content\\t-xccdf.xml"/>', 't-xccdf.xml'],
  ['<benchmark href="file:/opt/ds.xml#xccdf_mil.disa.stig_benchmark_T_STIG"/>', 'T_STIG'],
  ['<benchmark href="#xccdf_mil.disa.stig_benchmark_T_STIG"/>', 'T_STIG'],
  ['<benchmark href="xccdf_mil.disa.stig_benchmark_T_STIG"/>', 'T_STIG'],
  ['<benchmark href="file:/opt/content/"/>', ''],
])('the STIG that %s names', (benchmark, id) => {
  const text = xccdf(result(1, 'pass')).replace(/<benchmark [^>]*>/, () => benchmark);
  expect(read(text).checklist.stigs[0]?.benchmark.id).toBe(id);
});

test('a weight loses the zeros that add nothing, and one that differs from the Rule’s is said', () => {
  const weighed = (ofRule: string, ofResult: string) =>
    xccdf(result(1, 'pass', '', `weight="${ofResult}"`), { rules: rule(1).replace('10.0', ofRule) });
  expect(reviewsOf(weighed('10.000000', '10.000000'))[0]?.rule.weight).toBe('10.0');
  expect(read(weighed('10.000000', '10.0')).said).toEqual([]);
  expect(read(weighed('1.0', '10.0')).said).toEqual(['reading-not-carried weight']);
});

test.each([
  ['<CHECKLIST/>', 'reading-other-format'],
  [`<Benchmark xmlns="${namespaces['1.2']}" id="x"/>`, 'reading-no-stig'],
  [xccdf(result(1, 'pass'), { rules: `${rule(1)}<TestResult id="other"/>` }), 'reading-several-results'],
  [xccdf(result(1, 'pass')).slice(0, -5), 'xml-truncated'],
  [xccdf(''), 'reading-no-result'],
  [xccdf('', { rules: rule(1) }), 'reading-no-result'],
])('refused: %s', (text, code) => {
  const found = fromXccdf(text, 'f');
  expect([found.ok, found.diagnostics.map((d) => d.code)]).toEqual([false, [code]]);
});
