import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/documents/parse-document.js';
import { readChecklist } from '../../src/formats/read-checklist.js';

const limits = { maxItems: 1000 };
const times = (count: number, part: (i: number) => string) => Array.from({ length: count }, (_, i) => part(i)).join('');
const vuln = (i: number) =>
  `<VULN><STIG_DATA><VULN_ATTRIBUTE>Rule_ID</VULN_ATTRIBUTE><ATTRIBUTE_DATA>SV-${i}r1_rule</ATTRIBUTE_DATA></STIG_DATA><STATUS>Open</STATUS></VULN>`;
const ckl = (rules: number) =>
  `<CHECKLIST><ASSET><HOST_NAME>E</HOST_NAME></ASSET><STIGS><iSTIG><STIG_INFO/>${times(rules, vuln)}</iSTIG></STIGS></CHECKLIST>`;
const result = (i: number) =>
  `<cdf:rule-result weight="1" idref='SV-${i}r1_rule'><cdf:result>fail</cdf:result></cdf:rule-result>`;
const xccdf = (rules: number) =>
  `<cdf:TestResult xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" id="r"><cdf:target>E</cdf:target>${times(rules, result)}</cdf:TestResult>`;
const cklb = (rules: number) =>
  JSON.stringify({
    stigs: [{ rules: Array.from({ length: rules }, (_, i) => ({ rule_id: `SV-${i}r1`, status: 'open' })) }],
  });

describe.each([
  ['CKL', ckl],
  ['XCCDF', xccdf],
  ['CKLB', cklb],
])('a %s with many rules', (_, make) => {
  const codes = (rules: number) => {
    const bytes = new TextEncoder().encode(make(rules));
    return [parseDocument, readChecklist].map((read) => {
      const found = read(bytes, 'f', limits);
      return found.ok ? 'read' : found.diagnostics.map(({ code }) => code).join();
    });
  };

  test('is refused alike by what validates and what converts', () => {
    expect(codes(11)).toEqual(['too-many-items', 'too-many-items']);
    expect(codes(9)).toEqual(['read', 'read']);
  });
});

test('several results of one rule are one, and TestResults are counted one by one', () => {
  const benchmark = (results: string) =>
    `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" id="b">${results}</Benchmark>`;
  const same = xccdf(9).replace('</cdf:TestResult>', `${times(9, result)}</cdf:TestResult>`);
  for (const text of [benchmark(same), benchmark(xccdf(9) + xccdf(9))])
    expect(parseDocument(new TextEncoder().encode(text), 'f', limits).ok).toBe(true);
});
