import { expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diagnosticLine } from '../../src/diagnostics/line.js';
import { type Reports, report } from '../../src/diagnostics/reports.js';

it('says the same of one file once, with the first place and how many more there are', () => {
  const reports: Reports = new Map();
  for (const line of [3, 5, 9]) report(reports, diagnostic('export-empty', { file: 'f', line }));
  report(reports, diagnostic('html-input', { file: 'f' }));
  const lines = [...reports.values()].map(diagnosticLine);
  expect(lines[0]).toMatch(/^f:3: .* \(2 more in this file\) \[export-empty\]$/);
  expect(lines[1]).not.toMatch(/more in this file/);
});
