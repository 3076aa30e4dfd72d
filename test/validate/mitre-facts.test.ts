import { describe, expect, it } from 'vitest';
import { loadHdf } from '../support/hdf.js';
import { attribute, changed, ckl, customName, isRefused, predict, serious, tag, xccdf } from '../support/mitre.js';

const real = loadHdf();

const rr = /<cdf:rule-result [\s\S]*<\/cdf:rule-result>/;
const rrText = rr.exec(xccdf)?.[0] ?? '';
const testResult = /<cdf:TestResult [\s\S]*<\/cdf:TestResult>/.exec(xccdf)?.[0] ?? '';
const ident = '<cdf:ident system="http://cyber.mil/cci">CCI-001184</cdf:ident>';

const facts: readonly (readonly [fact: string, format: 'ckl' | 'xccdf', text: string, codes: readonly string[]])[] = [
  ['a severity that is missing', 'ckl', attribute('Severity', ''), ['mitre-severity']],
  ['a category for a severity', 'ckl', attribute('Severity', 'CAT II'), ['mitre-severity']],
  ['a critical severity', 'ckl', attribute('Severity', 'critical'), ['mitre-severity']],
  [
    'a severity that nobody looks at',
    'ckl',
    changed(attribute('Severity', 'CAT II'), '>Open<', '>Not_Applicable<'),
    [],
  ],
  ['a byte order mark in a CKL', 'ckl', `\ufeff${ckl}`, ['mitre-byte-order-mark']],
  ['a byte order mark in XCCDF', 'xccdf', `\ufeff${xccdf}`, []],
  [
    'a namespace',
    'ckl',
    changed(ckl, '<CHECKLIST>', '<CHECKLIST xmlns="urn:x">'),
    ['mitre-not-recognised', 'mitre-root'],
  ],
  ['an attribute of the root', 'ckl', changed(ckl, '<CHECKLIST>', '<CHECKLIST a="b">'), ['mitre-not-recognised']],
  ['another root', 'ckl', ckl.replaceAll('CHECKLIST>', 'Checklist>'), ['mitre-not-recognised', 'mitre-root']],
  ['no STIG', 'ckl', changed(ckl, /<iSTIG>[\s\S]*<\/iSTIG>/, ''), ['mitre-not-recognised', 'mitre-element-missing']],
  ['no rule', 'ckl', changed(ckl, /<VULN>[\s\S]*<\/VULN>/, ''), ['mitre-element-missing']],
  ['no asset', 'ckl', changed(ckl, /<ASSET>[\s\S]*<\/ASSET>/, ''), []],
  ['markup in a text', 'ckl', tag('COMMENTS', '<b>x</b>'), ['mitre-element-in-text']],
  ['a status in another case', 'ckl', tag('STATUS', 'open'), ['mitre-status']],
  ['a blank beside the status', 'ckl', tag('STATUS', ' Open'), ['mitre-status']],
  ['no status', 'ckl', changed(ckl, '<STATUS>Open</STATUS>', ''), ['mitre-status']],
  ['another status', 'ckl', tag('STATUS', 'NotAFinding'), []],
  ['two statuses', 'ckl', tag('STATUS', 'NotAFinding</STATUS><STATUS>Open'), ['mitre-last-counts']],
  ['an element of another program', 'ckl', changed(ckl, '<STATUS>', '<NOTE>x</NOTE><STATUS>'), ['mitre-passed-over']],
  [
    'a rule of another name',
    'ckl',
    changed(ckl, '<VULN>', '<VULNX><STATUS/></VULNX><VULN>'),
    ['mitre-rules-passed-over'],
  ],
  ['no rule number', 'ckl', attribute('Vuln_Num', ''), ['mitre-rule-nameless']],
  ['no rule id', 'ckl', attribute('Rule_ID', ''), ['mitre-rule-id']],
  ['no CCI', 'ckl', attribute('CCI_REF', ''), ['mitre-no-cci']],
  ['one rule twice', 'ckl', ckl.replace(/<VULN>[\s\S]*<\/VULN>/, (vuln) => vuln + vuln), ['mitre-rule-merged']],
  ['no STIG id', 'ckl', changed(ckl, '>stigid<', '>id<'), ['mitre-stig-nameless']],
  ['an entry without a name', 'ckl', changed(ckl, '<SID_NAME>source</SID_NAME>', ''), ['mitre-stig-nameless']],
  ['a custom name', 'ckl', customName('Edge'), ['mitre-customname']],
  ['the custom name null', 'ckl', customName('null'), ['mitre-customname']],
  ['a custom name of their own', 'ckl', customName('{"hdfSpecificData":{"version":"9"}}'), []],
  ['attributes that are no list', 'ckl', customName('{"hdfSpecificData":{"attributes":{}}}'), ['mitre-customname']],
  [
    'a severity of their own',
    'ckl',
    attribute('Third_Party_Tools', '{"hdfSpecificData":{"severity":"high"}}'),
    ['mitre-severity-changed'],
  ],
  [
    'an impact with a severity of their own',
    'ckl',
    attribute('Third_Party_Tools', '{"hdfSpecificData":{"severity":"critical","impact":0.9}}'),
    ['mitre-severity-changed'],
  ],
  ['no impact', 'ckl', attribute('Third_Party_Tools', '{"hdfSpecificData":{"impact":0}}'), ['mitre-severity']],
  ['comments with a separator', 'ckl', tag('COMMENTS', 'Seen :: mended'), ['mitre-comments-split']],
  ['comments with colons', 'ckl', tag('COMMENTS', 'Seen:: mended'), []],
  ['details that say passed', 'ckl', tag('FINDING_DETAILS', 'passed :: TEST x'), ['mitre-details-status']],
  ['details that say failed', 'ckl', tag('FINDING_DETAILS', 'failed :: TEST x'), []],
  [
    'details in parts',
    'ckl',
    tag('FINDING_DETAILS', 'failed :: TEST x\n--------------------------------\nmore'),
    ['mitre-details-split'],
  ],
  [
    'details that speak of XCCDF',
    'ckl',
    tag('FINDING_DETAILS', 'xmlns="http://checklists.nist.gov/xccdf/1.2"'),
    ['mitre-taken-for-other'],
  ],
  [
    'details that look like DBProtect',
    'ckl',
    tag('FINDING_DETAILS', 'Policy, Job Name, Check ID'),
    ['mitre-taken-for-other'],
  ],
  [
    'a TestResult alone',
    'xccdf',
    changed(testResult, ' ', ' xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" xmlns:sm="urn:x" '),
    ['mitre-nothing-shown'],
  ],
  ['no TestResult', 'xccdf', changed(xccdf, testResult, ''), ['mitre-no-test-result']],
  ['two TestResults', 'xccdf', changed(xccdf, testResult, testResult + testResult), ['mitre-no-test-result']],
  [
    'a Rule outside a Group',
    'xccdf',
    changed(changed(xccdf, /<cdf:Group [^>]*>\s*<cdf:title>[^<]*<\/cdf:title>/, ''), '</cdf:Group>', ''),
    ['mitre-nothing-shown'],
  ],
  [
    'a rule-result without its Rule',
    'xccdf',
    changed(xccdf, rrText, rrText + changed(rrText, 'SV-259594', 'SV-1')),
    ['mitre-rule-not-shown'],
  ],
  ['a Rule without a rule-result', 'xccdf', changed(xccdf, rrText, ''), ['mitre-rule-without-result']],
  [
    'a second rule-result',
    'xccdf',
    changed(xccdf, rrText, changed(rrText, '>fail<', '>pass<') + rrText),
    ['mitre-second-result'],
  ],
  ['the result error', 'xccdf', changed(xccdf, '>fail<', '>error<'), ['mitre-result-profile-error']],
  ['the result unknown', 'xccdf', changed(xccdf, '>fail<', '>unknown<'), ['mitre-result-profile-error']],
  ['the result notselected', 'xccdf', changed(xccdf, '>fail<', '>notselected<'), ['mitre-result-not-applicable']],
  ['the result informational', 'xccdf', changed(xccdf, '>fail<', '>informational<'), ['mitre-result-not-applicable']],
  ['the result notchecked', 'xccdf', changed(xccdf, '>fail<', '>notchecked<'), []],
  ['the result notapplicable', 'xccdf', changed(xccdf, '>fail<', '>notapplicable<'), []],
  ['the result fixed', 'xccdf', changed(xccdf, '>fail<', '>fixed<'), []],
  ['a result in another case', 'xccdf', changed(xccdf, '>fail<', '>Fail<'), ['mitre-result']],
  ['a result with an attribute', 'xccdf', changed(xccdf, '<cdf:result>', '<cdf:result a="b">'), ['mitre-result']],
  ['a Rule without severity', 'xccdf', changed(xccdf, '_rule" severity="medium"', '_rule"'), ['mitre-rule-severity']],
  [
    'a Rule of severity info',
    'xccdf',
    changed(xccdf, '_rule" severity="medium"', '_rule" severity="info"'),
    ['mitre-rule-severity'],
  ],
  ['a reference without an ident', 'xccdf', changed(xccdf, ident, ''), ['mitre-ident']],
  ['an ident without a system', 'xccdf', changed(xccdf, ident, '<cdf:ident>CCI-001184</cdf:ident>'), ['mitre-ident']],
  ['an ident that is no CCI', 'xccdf', changed(xccdf, 'CCI-001184', 'CVE-1'), ['mitre-no-cci']],
  [
    'neither reference nor ident',
    'xccdf',
    changed(changed(xccdf, ident, ''), /<cdf:reference>[\s\S]*?<\/cdf:reference>/, ''),
    ['mitre-no-cci'],
  ],
  [
    'two descriptions',
    'xccdf',
    changed(xccdf, '<cdf:reference>', '<cdf:description>x</cdf:description><cdf:reference>'),
    ['mitre-text-lost'],
  ],
  ['XCCDF 1.1', 'xccdf', changed(xccdf, 'xccdf/1.2', 'xccdf/1.1'), []],
  [
    'no namespace of XCCDF',
    'xccdf',
    changed(xccdf, 'http://checklists.nist.gov/xccdf/1.2', 'urn:x'),
    ['mitre-not-recognised'],
  ],
];

describe('what is known of the converters', () => {
  it.each(facts)('%s', (_, format, text, codes) => {
    const predicted = predict(format, text);
    expect(serious(predicted)).toEqual(codes);
    if (real !== undefined) expect(real(format, text, 'EDGE01.xml').refused !== undefined).toBe(isRefused(predicted));
  });
});
