import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { assessFiles } from '../../src/assess/assess-files.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { toSummary } from '../../src/cli/render/summary.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import { writtenHost } from '../../src/outcome/written-host.js';
import type { RuleModule } from '../../src/rules/rule.js';
import { textDigest } from '../../src/rules/rule-identity.js';
import { is } from '../../src/rules/truth.js';
import { inventedRule, testTool } from '../support/checklists.js';
import { v259594 } from '../support/rules.js';

/** A rule of one clause, as a folder of src/rules and a row of the registry would add it. */
const inventedText = 'Review each connector. If its TlsAuthLevel is another, this is a finding.';
const second: RuleModule = {
  identity: {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'TEST-00-000001',
    vulnId: 'V-900001',
    severity: 'medium',
    ccis: [],
    formerVulnIds: [],
    ruleId: '',
    texts: [],
  },
  checks: [textDigest(inventedText)],
  clauses: [
    {
      id: 'auth-level',
      properties: ['TlsAuthLevel'],
      required: 'DomainValidation',
      holds: (connector) => is(connector.tlsAuthLevel, 'DomainValidation'),
    },
  ],
};

const built = builtInBenchmark();
const benchmark: Benchmark = {
  ...built,
  rules: [...built.rules, inventedRule(1, { checkContent: inventedText }), inventedRule(2)],
};

const connector = (name: string, level: string) => `"${name}","True","True","True","${level}","","False","True"\r\n`;
const header =
  '"Name","Enabled","DomainSecureEnabled","DNSRoutingEnabled","TlsAuthLevel","TlsDomain","IgnoreSTARTTLS","RequireTLS"\r\n';
const bytes = new TextEncoder().encode(`${header}${connector('Partner', '')}${connector('Relay', 'DomainValidation')}`);

describe('a second rule', async () => {
  const host = await assessFiles({
    exports: [{ ok: true, value: { path: 'send.csv', bytes, sha256: 'ab'.repeat(32) }, diagnostics: [] }],
    benchmark: { ok: true, value: benchmark, diagnostics: [] },
    fillIn: { replaceDetails: false, allowOtherHost: false },
    asset: { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: ['192.0.2.1'], mac: ['00:00:5E:00:53:01'] },
    formats: ['ckl', 'cklb', 'xccdf', 'html'],
    cklbStrict: false,
    rules: [v259594, second],
    assessedAt: '2026-01-31T12:00:00Z',
    tool: testTool,
  });

  it('is judged beside the first, without a word of warning', () => {
    expect(host.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(host.judged?.reviews.map(({ vulnId, status }) => [vulnId, status])).toEqual([
      ['V-259594', 'not_a_finding'],
      ['V-900001', 'open'],
    ]);
  });

  it('stands in the checklist with details of its own', () => {
    const [, second, third] = host.judged?.checklist.stigs[0]?.reviews ?? [];
    expect(second).toMatchObject({ status: 'open' });
    expect(second?.findingDetails).toMatch(/^OPEN: .* V-900001\.\n/);
    expect(second?.findingDetails).toContain('FAIL  TlsAuthLevel is not set; must be DomainValidation.');
    expect(second?.findingDetails).not.toContain('V-259594');
    expect(third).toMatchObject({ status: 'not_reviewed', findingDetails: '' });
  });

  it('stands in every output', () => {
    expect(host.files.map(({ format }) => format)).toEqual(['ckl', 'cklb', 'xccdf', 'html']);
    const page = new TextDecoder().decode(host.files[3]?.bytes);
    expect(page).toContain('V-900001: connectors');
  });

  it('is valid by the schema of --json', () => {
    const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));
    const summary = toSummary([writtenHost(host)], testTool);
    expect(validate(JSON.parse(JSON.stringify(summary))), JSON.stringify(validate.errors)).toBe(true);
    expect(summary.hosts[0]?.results.map(({ connectors }) => connectors.map(({ clauses }) => clauses.length))).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });
});
