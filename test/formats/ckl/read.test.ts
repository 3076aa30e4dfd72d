import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { fromCkl } from '../../../src/formats/ckl/read.js';
import { toCkl } from '../../../src/formats/ckl/write.js';
import type { Checklist, ReviewedRule } from '../../../src/model/checklist.js';
import { argsOf } from '../../support/args-of.js';
import { inventedRule, oneRule, testTool, withReviews } from '../../support/checklists.js';

const read = (text: string): { checklist: Checklist; diagnostics: readonly Diagnostic[]; said: readonly string[] } => {
  const found = fromCkl(text, 'edge.ckl');
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
  const said = found.diagnostics.map(({ code, place }) => `${code} ${place.property ?? ''}`);
  return { checklist: found.value, diagnostics: found.diagnostics, said };
};

const refused = (text: string): readonly string[] => {
  const found = fromCkl(text, 'edge.ckl');
  if (found.ok) throw new Error('it was read');
  return found.diagnostics.map(({ code }) => code);
};

const reviewsOf = ({ checklist }: { checklist: Checklist }): readonly ReviewedRule[] =>
  checklist.stigs.flatMap(({ reviews }) => reviews);

const vuln = (content: string, attributes = '') =>
  `<VULN><STIG_DATA><VULN_ATTRIBUTE>Vuln_Num</VULN_ATTRIBUTE><ATTRIBUTE_DATA>V-1</ATTRIBUTE_DATA></STIG_DATA>
   <STIG_DATA><VULN_ATTRIBUTE>Rule_ID</VULN_ATTRIBUTE><ATTRIBUTE_DATA>SV-1r1_rule</ATTRIBUTE_DATA></STIG_DATA>${attributes}${content}</VULN>`;
const attribute = (name: string, text: string) =>
  `<STIG_DATA><VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${text}</ATTRIBUTE_DATA></STIG_DATA>`;
const ckl = (vulns: string, asset = '<HOST_NAME>EDGE01</HOST_NAME>', info = '') =>
  `<CHECKLIST><ASSET>${asset}</ASSET><STIGS><iSTIG><STIG_INFO><SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>T_STIG</SID_DATA></SI_DATA>${info}</STIG_INFO>${vulns}</iSTIG></STIGS></CHECKLIST>`;
const open = '<STATUS>Open</STATUS>';

test('almost nothing is enough, and what is missing is empty', () => {
  const found = read(ckl(vuln(open)));
  expect(found.said).toEqual([]);
  expect(found.checklist.asset).toMatchObject({ hostName: 'EDGE01', role: 'None', ipAddresses: [], marking: '' });
  expect(found.checklist.assessedAt).toBe('');
  expect(reviewsOf(found)).toMatchObject([
    { status: 'open', findingDetails: '', comments: '', rule: { groupId: 'V-1', title: '', severity: 'unknown' } },
  ]);
});

test('the same text gives the same UUIDs, another one gives others', () => {
  const [one, same, other] = [ckl(vuln(open)), ckl(vuln(open)), ckl(vuln(`${open}<COMMENTS>c</COMMENTS>`))].map(
    (text) => {
      const { checklist } = read(text);
      return [checklist.id, checklist.stigs[0]?.uuid, checklist.stigs[0]?.reviews[0]?.uuid];
    },
  );
  expect(same).toEqual(one);
  expect(new Set([...(one ?? []), ...(other ?? [])]).size).toBe(6);
});

test('two STIGs, one after the other', () => {
  const rules = [inventedRule(1), inventedRule(2)];
  const one = oneRule({ status: 'not_a_finding' });
  const two = withReviews(one.asset, { ...(one.stigs[0]?.benchmark ?? fail()), id: 'Second', rules }, [
    { status: 'open', findingDetails: 'Number 1.' },
    { status: 'not_applicable', comments: 'Agreed.' },
  ]);
  const { checklist } = read(toCkl({ ...one, stigs: [...one.stigs, ...two.stigs] }, testTool).text);
  expect(checklist.stigs.map(({ benchmark, reviews }) => [benchmark.id, reviews.map(({ status }) => status)])).toEqual([
    ['MS_Exchange_2019_Edge_Server_STIG', ['not_a_finding']],
    ['Second', ['open', 'not_applicable']],
  ]);
});

const fail = (): never => {
  throw new Error('there is none');
};

test('texts stay as they are, names lose the white space around them', () => {
  const details = '<FINDING_DETAILS>\n  a &amp;amp; b&#13;\n<![CDATA[<c>]]> </FINDING_DETAILS>';
  const found = read(ckl(vuln(`<STATUS>\n Open </STATUS>${details}`), '<HOST_NAME>\n EDGE01\n</HOST_NAME>'));
  expect(found.checklist.asset.hostName).toBe('EDGE01');
  expect(found.said).toContain('reading-host-trimmed HOST_NAME');
  expect(reviewsOf(found)).toMatchObject([{ status: 'open', findingDetails: '\n  a &amp; b\n<c> ' }]);
});

describe('what is garbled never becomes a pass', () => {
  test.each(['', 'notafinding', 'Not A Finding', 'NotAFinding NotAFinding', 'not_a_finding', 'Pass', 'NotAFinding '])(
    'the status %j',
    (status) => {
      const found = read(ckl(vuln(`<STATUS>${status}</STATUS>`)));
      const isExact = status.trim() === 'NotAFinding';
      expect(reviewsOf(found)[0]?.status).toBe(isExact ? 'not_a_finding' : 'not_reviewed');
      expect(found.said).toEqual(isExact ? [] : ['reading-status-unknown V-1 STATUS']);
    },
  );

  test.each([
    '',
    '<STATUS>NotAFinding</STATUS><STATUS>Open</STATUS>',
    '<STATUS>NotAFinding</STATUS><STATUS>NotAFinding</STATUS>',
    '<Status>NotAFinding</Status>',
  ])('%s', (content) => {
    const found = read(ckl(vuln(content)));
    expect(reviewsOf(found)[0]?.status).toBe('not_reviewed');
    expect(found.said).toContain('reading-status-unknown V-1 STATUS');
  });
});

describe('what a checklist here has no place for is said once for each kind', () => {
  test.each([
    [
      'HOST_GUID',
      ckl(vuln(open), '<HOST_NAME>E</HOST_NAME><HOST_GUID>{1}</HOST_GUID>'),
      'reading-id-not-carried HOST_GUID',
    ],
    ['an element of ASSET', ckl(vuln(open), '<HOST_NAME>E</HOST_NAME><OWNER>Me</OWNER>'), 'reading-not-carried OWNER'],
    [
      'a second HOST_IP',
      ckl(vuln(open), '<HOST_NAME>E</HOST_NAME><HOST_IP/><HOST_IP>1</HOST_IP>'),
      'reading-not-carried another HOST_IP',
    ],
    ['a role', ckl(vuln(open), '<HOST_NAME>E</HOST_NAME><ROLE>Router</ROLE>'), 'reading-not-carried role'],
    [
      'a custom name',
      ckl(vuln(open), undefined, '<SI_DATA><SID_NAME>customname</SID_NAME><SID_DATA>Ours</SID_DATA></SI_DATA>'),
      'reading-not-carried customname',
    ],
    ['an attribute', ckl(vuln(open, attribute('Owner', 'Me')) + vuln(open)), 'reading-not-carried Owner'],
    ['a second attribute', ckl(vuln(open, attribute('Vuln_Num', 'V-2'))), 'reading-not-carried another Vuln_Num'],
    ['an element of VULN', ckl(vuln(`${open}<POAM>1</POAM>`)), 'reading-not-carried POAM'],
    [
      'second comments',
      ckl(vuln(`${open}<COMMENTS>a</COMMENTS><COMMENTS>b</COMMENTS>`)),
      'reading-not-carried another COMMENTS',
    ],
    ['a severity', ckl(vuln(open, attribute('Severity', 'grave'))), 'reading-severity-unknown V-1'],
  ])('%s', (_, text, said) => {
    const found = read(text);
    expect(found.said.filter((one) => !one.startsWith('reading-rule-twice'))).toEqual([said]);
    expect(found.diagnostics[0]?.place).toMatchObject({ file: 'edge.ckl', line: expect.any(Number) });
  });

  test('what is empty is nothing', () => {
    const text = ckl(vuln(open, attribute('Owner', ' ')), '<HOST_NAME>E</HOST_NAME><HOST_GUID/><OWNER>\n</OWNER>');
    expect(read(text).said).toEqual([]);
  });

  test('the number of them is told', () => {
    const two = ckl(vuln(`${open}<POAM>1</POAM>`) + vuln(`${open}<POAM>2</POAM>`).replace(/V-1|SV-1/g, '$&2'));
    expect(read(two).diagnostics.map((d) => argsOf(d)['what'])).toEqual(['"1", 2 in all']);
  });
});

test('a STIG without rules beside another is left out and named', () => {
  const text = ckl(vuln(open)).replace('<iSTIG>', `${ckl('').match(/<iSTIG>.*<\/iSTIG>/)?.[0]}<iSTIG>`);
  const found = read(text);
  expect(found.said).toEqual(['reading-not-carried iSTIG without VULN']);
  expect(found.checklist.stigs).toHaveLength(1);
});

test('rules without ids are said once for each kind', () => {
  const [first, second] = [vuln(open), vuln(open).replace('SV-1r1', 'SV-2r1')];
  expect(read(ckl((first + second).replaceAll('V-1<', '<'))).diagnostics).toMatchObject([
    { code: 'reading-group-missing', args: { count: '2', examples: 'SV-1r1_rule, SV-2r1_rule' } },
  ]);
  expect(read(ckl((first + second).replace(/SV-\dr1_rule/g, ''))).diagnostics[0]).toMatchObject({
    code: 'reading-rule-nameless',
    args: { count: '2' },
  });
});

test('an empty host is read, with a warning', () => {
  const found = read(ckl(vuln(open), '<HOST_NAME> </HOST_NAME>'));
  expect(found.said).toEqual(['reading-host-empty HOST_NAME']);
  expect(found.checklist.asset.hostName).toBe('');
  expect(toCkl(found.checklist, testTool).text).toContain('<HOST_NAME></HOST_NAME>');
});

test('of several reviews of a rule the worst is kept, and the others are named', () => {
  const all = ['Not_Applicable', 'NotAFinding', 'Not_Reviewed', 'Open', 'Open'].map((status, i) =>
    vuln(`<STATUS>${status}</STATUS><COMMENTS>${i}</COMMENTS>`),
  );
  const kept = [5, 3, 2, 1].map((count) => {
    const found = read(ckl(all.slice(0, count).join('')));
    return [reviewsOf(found).map(({ status, comments }) => [status, comments]), found.said];
  });
  const twice = ['reading-rule-twice SV-1r1_rule'];
  expect(kept).toEqual([
    [[['open', '3']], twice],
    [[['not_reviewed', '2']], twice],
    [[['not_a_finding', '1']], twice],
    [[['not_applicable', '0']], []],
  ]);
});

test('a classification is carried, and unclassified in any wording is none', () => {
  const info = (text: string) => `<SI_DATA><SID_NAME>classification</SID_NAME><SID_DATA>${text}</SID_DATA></SI_DATA>`;
  const secret = read(ckl(vuln(open, attribute('Class', 'FOUO')), undefined, info('CUI')));
  const written = toCkl(secret.checklist, testTool).text;
  expect(written).toMatch(/classification<\/SID_NAME>\s*<SID_DATA>CUI</);
  expect(written).toMatch(/Class<\/VULN_ATTRIBUTE>\s*<ATTRIBUTE_DATA>FOUO</);
  const plain = read(ckl(vuln(open, attribute('Class', 'Unclass')), undefined, info('UNCLASSIFIED')));
  expect(plain.checklist.stigs[0]?.classification).toBeUndefined();
});

test('the reason of an override without a severity is not lost', () => {
  const text = ckl(
    vuln(`${open}<SEVERITY_JUSTIFICATION>Why.</SEVERITY_JUSTIFICATION>`, attribute('Severity', 'CAT II')),
  );
  const found = read(text);
  expect(found.said).toEqual(['reading-override-without-severity V-1']);
  expect(reviewsOf(found)[0]?.severityOverride).toEqual({ severity: 'medium', justification: 'Why.' });
});

test.each([
  ['<CHECKLIST><ASSET/><STIGS/></CHECKLIST>', 'reading-no-stig'],
  [ckl(''), 'reading-no-stig'],
  ['<Benchmark/>', 'reading-other-format'],
  [ckl(vuln(open)).slice(0, -20), 'xml-truncated'],
  [ckl(vuln(open)).replace('<ASSET>', '<!DOCTYPE x><ASSET>'), 'xml-doctype'],
])('refused: %s', (text, code) => {
  expect(refused(text)).toEqual([code]);
});

describe('what STIG_INFO lacks is taken from STIGRef', () => {
  const info = (name: string, text: string) =>
    `<SI_DATA><SID_NAME>${name}</SID_NAME><SID_DATA>${text}</SID_DATA></SI_DATA>`;
  const stigOf = (stigRef: string, said = '') => {
    const text = ckl(vuln(open, attribute('STIGRef', stigRef)), undefined, said);
    const { title, version, releaseInfo } = read(text).checklist.stigs[0]?.benchmark ?? {};
    return [title, version, releaseInfo];
  };

  test.each([
    [
      'Test STIG :: Version 2, Release: 3 Benchmark Date: 02 Jan 2026',
      ['Test STIG', '2', 'Release: 3 Benchmark Date: 02 Jan 2026'],
    ],
    [
      'Test STIG :: Release: 12 Benchmark Date: 28 Apr 2017',
      ['Test STIG', '', 'Release: 12 Benchmark Date: 28 Apr 2017'],
    ],
    ['N/A', ['', '', '']],
    ['', ['', '', '']],
  ])('%s', (stigRef, expected) => {
    expect(stigOf(stigRef)).toEqual(expected);
  });

  test('what STIG_INFO says stays, and no release of another version joins it', () => {
    const reference = 'Test STIG :: Version 2, Release: 3 Benchmark Date: 02 Jan 2026';
    expect(stigOf(reference, info('title', 'Own') + info('version', '2'))).toEqual([
      'Own',
      '2',
      'Release: 3 Benchmark Date: 02 Jan 2026',
    ]);
    expect(stigOf(reference, info('version', '1'))).toEqual(['Test STIG', '1', '']);
  });
});
