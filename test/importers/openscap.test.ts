import { expect } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { lacksProgram, run } from './programs.js';
import { conformance } from './written.js';

const lacking = lacksProgram('oscap', 'openscap-scanner');

conformance('oscap validate', lacking, (_, { xccdf }) => {
  const { status, stderr } = run('oscap', 'xccdf', 'validate', xccdf);
  expect(stderr).not.toMatch(/error/i);
  expect(status).toBe(0);
});

const results: Readonly<Record<Status, string>> = {
  open: 'fail',
  not_a_finding: 'pass',
  not_applicable: 'notapplicable',
  not_reviewed: 'notchecked',
};

conformance('oscap report', lacking, (meant, { xccdf, details }) => {
  const { status, stdout } = run('oscap', 'xccdf', 'generate', 'report', xccdf);
  expect(status).toBe(0);
  const report = readReport(stdout);
  expect(report).toMatchObject({
    target: meant.host,
    addresses: meant.asset.ips,
    ruleId: 'xccdf_mil.disa.stig_rule_SV-259594r1043178_rule',
    result: results[meant.status],
    severity: 'medium',
    identifiers: ['CCI-001184'],
  });
  expect(report.message).toBe(details);
});

/** What a person sees in the report. */
const readReport = (html: string) => ({
  target: one(/<th>Evaluation target<\/th><td>(.*?)<\/td>/s, html),
  addresses: all(/<span class="label label-[^>]*>IPv\d<\/span>\s*(.*?)<\/li>/gs, html).map((text) => text.trim()),
  ruleId: one(/<td class="rule-id[^"]*">(.*?)<\/td>/s, html),
  result: one(/<td>Result<\/td><td class="rule-result[^"]*"><div><abbr[^>]*>(.*?)<\/abbr>/s, html),
  severity: one(/<td>Severity<\/td><td>(.*?)<\/td>/s, html),
  identifiers: all(/<abbr title="http:\/\/cyber\.mil\/cci: CCI-\d+">(.*?)<\/abbr>/gs, html),
  message: one(/<cdf:message [^>]*>(.*?)<\/cdf:message>/s, html),
});

const all = (pattern: RegExp, html: string): string[] =>
  [...html.matchAll(pattern)].map(([, text = '']) => decoded(text));
const one = (pattern: RegExp, html: string): string | undefined => decoded(pattern.exec(html)?.[1] ?? '');

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: '\u00a0',
  eacute: 'é',
  uuml: 'ü',
};
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
