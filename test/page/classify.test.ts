import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type FileKind, kindOf } from '../../src/page/classify.js';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test.each<[string, FileKind]>([
  ['samples/edge/send-connectors.clixml.xml', 'export'],
  ['samples/edge/send-connectors.csv', 'export'],
  ['samples/edge/send-connectors.json', 'export'],
  ['samples/edge/send-connectors.list.txt', 'export'],
  ['samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml', 'benchmark'],
  ['samples/checklist/EDGE01-last-quarter.ckl', 'checklist'],
  ['samples/site/EDGE01-site.json', 'site'],
  ['samples/site/artifacts/EDGE01-template.json', 'site'],
  ['samples/checklist/artifacts/EDGE01-last-quarter.cklb', 'checklist'],
  ['samples/checklist/artifacts/EDGE01-last-quarter_results.xml', 'results'],
  ['samples/edge/artifacts/EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.html', 'results'],
])('%s is taken as %s', (path, kind) => expect(kindOf(readFileSync(path))).toBe(kind));

test('tells a benchmark in a zip from an Excel workbook, which is a damaged export', () => {
  expect(kindOf(zipSync({ 'U_STIG_Manual-xccdf.xml': text('<Benchmark/>') }))).toBe('benchmark');
  expect(kindOf(zipSync({ '[Content_Types].xml': text('<Types/>') }))).toBe('export');
});

test('tells formats in UTF-16 and behind comments', () => {
  const utf16 = new Uint8Array(
    Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><!-- x --><CHECKLIST/>', 'utf16le'),
  );
  expect(kindOf(utf16)).toBe('checklist');
  expect(kindOf(text('<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2"/>'))).toBe('results');
});

test('takes whatever is nothing else as an export: left out, a host would be judged by half of its evidence', () => {
  for (const content of ['', 'garbage', '<html></html>', '<Objs', '{"Name":', '[1]', '\u0000\u0001', '<Objs><stigs/>'])
    expect(kindOf(text(content)), content).toBe('export');
});
