import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run.js';
import { ckl, cklb, csv, group, ruleResult, testResult, vuln, xccdf } from './inputs.js';

/*
 * Documents with very many of one thing: so many that work which takes the square of their number does not end within the time
 * that a test has.
 */
const many = (count: number, make: (i: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);
const datum = (name: string): string =>
  `<STIG_DATA><VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>x</ATTRIBUTE_DATA></STIG_DATA>`;

const documents: Readonly<Record<string, string>> = {
  'data of one rule': ckl(vuln(1, { more: many(100_000, (i) => datum(`N${i}`)) })),
  'CCIs of one rule': ckl(vuln(1, { more: many(100_000, () => datum('CCI_REF')) })),
  'data of one STIG': ckl(vuln(1), {
    more: many(100_000, (i) => `<SI_DATA><SID_NAME>n${i}</SID_NAME><SID_DATA>x</SID_DATA></SI_DATA>`),
  }),
  'rules that are one': ckl(many(20_000, () => vuln(1))),
  'elements that are none of a CKL': ckl(many(200_000, () => '<A/>')),
  'elements of a name that may come once': ckl(vuln(1)).replace(
    '<ROLE>',
    many(200_000, () => '<MARKING>x</MARKING>').concat('<ROLE>'),
  ),
  'rules and results': xccdf(many(25_000, group), testResult(many(25_000, ruleResult))),
  'results without rules': xccdf(group(1), testResult(many(100_000, ruleResult))),
  'results of one rule': xccdf(group(1), testResult(many(100_000, () => ruleResult(1)))),
  facts: xccdf(
    group(1),
    testResult(`<target-facts>${many(200_000, (i) => `<fact name="f${i}">x</fact>`)}</target-facts>${ruleResult(1)}`),
  ),
  'rules without anything': cklb(many(200_000, () => '{}', ',')),
  'keys that are none of a CKLB': cklb(
    '{}',
    many(300_000, (i) => `"k${i}":1,`),
  ),
  'keys that are the same': cklb(
    '{}',
    many(300_000, () => '"k":1,'),
  ),
  STIGs: `{"cklb_version":"1.0","target_data":{},"stigs":[${many(60_000, (i) => `{"stig_id":"${i}","rules":[{}]}`, ',')}]}`,
  'words of one rule': cklb(`{"ccis":[${many(100_000, (i) => `"${i}"`, ',')}]}`),
};

/** More rules than what converts would take: they are refused before they are read. */
const ofTooManyRules = new Set([
  'rules that are one',
  'rules and results',
  'results without rules',
  'rules without anything',
  'STIGs',
]);

describe.each(Object.entries(documents))('a document with very many %s', (name, text) => {
  it('is validated, or refused where it would not be converted', async () => {
    const ran = await runCommand(['validate', '-', '--quiet'], { stdin: text });
    expect(ofTooManyRules.has(name) ? [3] : [0, 1]).toContain(ran.code);
  });

  it('is converted or refused', async () => {
    const ran = await runCommand(['convert', '-', '--to', 'ckl', '--quiet'], { stdin: text });
    expect([0, 3]).toContain(ran.code);
  });
});

it('connectors, of which none is another, are judged', async () => {
  const [header = ''] = csv('x').split('\r\n');
  const rows = many(100_000, (i) => `"c${i}","True","True","DomainValidation","mail.example.mil"\r\n`);
  const ran = await runCommand(['inspect', '-'], { stdin: `${header}\r\n${rows}` });
  expect(ran.stdout).toContain('100000 connectors');
});
