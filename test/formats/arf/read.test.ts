import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/diagnostics/diagnostic.js';
import { type ReadFile, readChecklist, readEveryResult } from '../../../src/formats/read-checklist.js';
import type { InputLimits } from '../../../src/text/input-limits.js';
import { validateFile } from '../../../src/validate/validate-file.js';
import { type ArfHost, arf, arfBenchmark, arfRule, edge01, edge02, testBenchmark } from '../../support/arf.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = (text: string, result?: string, limits?: Partial<InputLimits>) =>
  readChecklist(bytesOf(text), 'arf.xml', limits, result);

const found = (reading: Reading<ReadFile>): ReadFile => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  return reading.value;
};

const codesOf = ({ diagnostics }: Reading<unknown>): readonly string[] => diagnostics.map(({ code }) => code);
const statuses = ({ checklist }: ReadFile) => checklist.stigs.flatMap(({ reviews }) => reviews.map((r) => r.status));
const titles = ({ checklist }: ReadFile) => checklist.stigs.flatMap(({ reviews }) => reviews.map((r) => r.rule.title));

test('the result, its benchmark and the asset are taken out; reports of OVAL are passed over', () => {
  const reading = read(arf());
  const file = found(reading);
  expect(file.format).toBe('xccdf');
  expect(statuses(file)).toEqual(['open', 'not_a_finding', 'not_applicable']);
  expect(titles(file)).toEqual(['Rule 1 must hold.', 'Rule 2 must hold.', 'Rule 3 must hold.']);
  expect(file.checklist.stigs[0]?.benchmark).toMatchObject({ id: 'Test_STIG', version: '2' });
  expect(file.checklist.asset).toMatchObject({
    hostName: 'EDGE01',
    fqdn: 'edge01.example.mil',
    ipAddresses: ['192.0.2.10', '2001:db8::10'],
    macAddresses: ['00:00:5E:00:53:01'],
  });
  expect(reading.diagnostics.filter(({ place }) => /oval|ext/i.test(place.property ?? ''))).toEqual([]);
});

describe('the asset', () => {
  const target = (inside: string): ArfHost => ({ ...edge01, target: inside });
  const facts = (...all: readonly (readonly [string, string])[]): string =>
    `<cdf:target-facts>${all.map(([name, text]) => `<cdf:fact name="urn:xccdf:fact:asset:identifier:${name}" type="string">${text}</cdf:fact>`).join('')}</cdf:target-facts>`;

  test('what the TestResult says of it counts', () => {
    const said = `<cdf:target>EDGE01</cdf:target><cdf:target-address>198.51.100.7</cdf:target-address>${facts(['fqdn', 'e.example.mil'], ['mac', '00:00:5E:00:53:99'])}`;
    expect(found(read(arf({ hosts: [target(said)] }))).checklist.asset).toMatchObject({
      fqdn: 'e.example.mil',
      ipAddresses: ['198.51.100.7'],
      macAddresses: ['00:00:5E:00:53:99'],
    });
  });

  test('a host that the TestResult does not name is taken from there', () => {
    const reading = read(arf({ hosts: [target('<cdf:target/>')] }));
    expect([found(reading).checklist.asset.hostName, codesOf(reading)]).toEqual([
      'EDGE01',
      expect.not.arrayContaining(['reading-host-empty']),
    ]);
  });

  test('an address is no name of a host where there is one', () => {
    const targets = '<cdf:target>127.0.0.1</cdf:target><cdf:target>fe80::1%eth0</cdf:target>';
    expect(found(read(arf({ hosts: [target(targets)] }))).checklist.asset.hostName).toBe('EDGE01');
    const also = `${targets}<cdf:target>edge01.example.mil</cdf:target>`;
    const reading = read(arf({ hosts: [target(also)] }));
    expect(found(reading).checklist.asset.hostName).toBe('edge01.example.mil');
    expect(codesOf(reading)).not.toContain('reading-host-differs');
  });

  test('another host than the TestResult names is said', () => {
    const reading = read(arf({ hosts: [{ ...edge01, host: 'EDGE09' }] }));
    expect(found(reading).checklist.asset.hostName).toBe('EDGE09');
    expect(codesOf(reading)).toContain('reading-host-differs');
  });

  test.each([
    ['the only one, where nothing says whose it is', '', 'edge01.example.mil'],
    [
      'none, where the relationship leads to nothing',
      '<core:relationship type="x:isAbout" subject="xccdf0"><core:ref>asset9</core:ref></core:relationship>',
      '',
    ],
  ])('%s', (_, relationships, fqdn) => {
    expect(found(read(arf({ relationships }))).checklist.asset.fqdn).toBe(fqdn);
  });

  test('of two hosts each has its own', () => {
    const both = readEveryResult(bytesOf(arf({ hosts: [edge01, edge02] })), 'arf.xml').map(found);
    expect(both.map(({ checklist }) => [checklist.asset.hostName, checklist.asset.fqdn])).toEqual([
      ['EDGE01', 'edge01.example.mil'],
      ['EDGE02', ''],
    ]);
  });
});

describe('the benchmark', () => {
  const other = arfBenchmark(arfRule(1).replace('must hold', 'must fall'));

  test('of several the one that the result names', () => {
    const requests = [[arfBenchmark(arfRule(8), 'xccdf_mil.disa.stig_benchmark_Other_STIG'), testBenchmark]];
    expect(titles(found(read(arf({ requests }))))[0]).toBe('Rule 1 must hold.');
  });

  test('of two with one id that of the request that the report is related to', () => {
    const relationships =
      '<core:relationship type="arf-re:fromSource" subject="xccdf0"><core:ref>collection1</core:ref></core:relationship>';
    expect(titles(found(read(arf({ requests: [[testBenchmark], [other]], relationships }))))[0]).toBe(
      'Rule 1 must fall.',
    );
  });

  test('two that are the same are one', () => {
    const reading = read(arf({ requests: [[testBenchmark], [testBenchmark]], relationships: '' }));
    expect(titles(found(reading))).toHaveLength(3);
    expect(codesOf(reading)).not.toContain('reading-benchmark-ambiguous');
  });

  test('where two differ none is taken, and that is said', () => {
    const reading = read(arf({ requests: [[testBenchmark], [other]], relationships: '' }));
    expect([statuses(found(reading)), titles(found(reading))[0]]).toEqual([
      ['open', 'not_a_finding', 'not_applicable'],
      '',
    ]);
    expect(codesOf(reading)).toContain('reading-benchmark-ambiguous');
  });

  test('one of another id is not taken', () => {
    const hosts = [{ ...edge01, benchmark: 'xccdf_mil.disa.stig_benchmark_Other_STIG' }];
    const file = found(read(arf({ hosts })));
    expect([file.checklist.stigs[0]?.benchmark.id, titles(file)[0]]).toEqual(['Other_STIG', '']);
  });

  test('one that is in the report itself is the result’s', () => {
    const text = arf({ requests: [] }).replace(/<cdf:TestResult [\s\S]*<\/cdf:TestResult>/, (result) =>
      testBenchmark.replace('</cdf:Benchmark>', `${result}</cdf:Benchmark>`),
    );
    expect(titles(found(read(text)))[0]).toBe('Rule 1 must hold.');
  });
});

describe('several TestResults', () => {
  const two = arf({ hosts: [edge01, edge02] });
  const ids = ['xccdf_mil.example_testresult_EDGE01', 'xccdf_mil.example_testresult_EDGE02'];

  test('are refused by their ids', () => {
    const reading = read(two);
    expect(reading.diagnostics).toMatchObject([{ code: 'reading-several-results', args: { ids: ids.join(', ') } }]);
  });

  test('one is chosen by its id', () => {
    expect(ids.map((id) => found(read(two, id)).checklist.asset.hostName)).toEqual(['EDGE01', 'EDGE02']);
    expect(codesOf(read(two, 'EDGE01'))).toEqual(['reading-result-missing']);
    const twins = arf({ hosts: [edge01, { ...edge02, result: ids[0] ?? '' }] });
    expect(codesOf(read(twins, ids[0]))).toEqual(['reading-result-ambiguous']);
  });

  test('each is read, with UUIDs of its own, the same as when it is chosen', () => {
    const every = readEveryResult(bytesOf(two), 'arf.xml').map(found);
    expect(every).toEqual(ids.map((result) => ({ ...found(read(two, result)), result })));
    const uuids = every.flatMap(({ checklist }) => [
      checklist.id,
      ...checklist.stigs.flatMap(({ reviews }) => reviews.map((r) => r.uuid)),
    ]);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test('the limit of items is for all of them together', () => {
    const [one, ...others] = readEveryResult(bytesOf(two), 'arf.xml', { maxItems: 500 });
    expect([one?.ok, others.map(codesOf)]).toEqual([true, [['too-many-items']]]);
  });

  test('a checklist has none to choose', () => {
    const ckl = '<CHECKLIST><ASSET/><STIGS><iSTIG><STIG_INFO/></iSTIG></STIGS></CHECKLIST>';
    expect(codesOf(read(ckl, 'x'))).toEqual(['reading-result-missing']);
    expect(readEveryResult(bytesOf(ckl), 'a.ckl')).toHaveLength(1);
  });
});

test('what is skipped does not count as items, and must be well-formed', () => {
  const many = arf().replaceAll('<oval-res:results>', `<oval-res:results>${'<oval-res:x a="1"/>'.repeat(5000)}`);
  expect(read(many, undefined, { maxItems: 500 }).ok).toBe(true);
  expect(codesOf(read(many.replace('<oval-res:x a="1"/>', '<oval-res:x a="1">')))).toEqual(['xml-end-tag']);
});

test('validate judges the XCCDF in it; no importer reads it', () => {
  const said = (text: string) => validateFile(bytesOf(text), 'arf.xml');
  expect(said(arf())).toMatchObject({ format: 'arf', notReadBy: { length: 4 } });
  const errors = (text: string) => said(text).diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors(arf())).toEqual([]);
  expect(errors(arf().replace('<cdf:result>fail<', '<cdf:result>failed<'))).toMatchObject([
    { code: 'xml-value-invalid' },
  ]);
});
