import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { renderOutputs } from '../../src/assess/render-outputs.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';

const root = 'test/assess/fixtures';
const tool = { name: 'exchange-stig', version: '0.0.0' };

const assess = (folder: string): Promise<JudgedHost> =>
  evaluateHost({
    exports: readdirSync(join(root, folder))
      .filter((name) => name !== 'expected.json')
      .sort()
      .map((path) => {
        const bytes = readFileSync(join(root, folder, path));
        return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
    asset: { host: 'EDGE01', fqdn: 'edge01.example.mil', ip: ['192.0.2.10'], mac: ['00:00:5E:00:53:01'] },
    benchmark: builtInBenchmark('V2R2'),
    assessedAt: '2026-01-31T12:00:00Z',
    tool,
  });

/** What a case must come to: the verdict, each connector's clauses, and the codes with their places. */
const outcomeOf = (assessment: JudgedHost) => ({
  verdict: assessment.judged?.reviews[0]?.status ?? 'refused',
  connectors: (assessment.judged?.reviews[0]?.connectors ?? []).map(({ name, status, clauses, notes }) => ({
    name,
    status,
    clauses: Object.fromEntries(clauses.map((clause) => [clause.id, clause.truth])),
    notes: notes.map(({ code }) => code),
  })),
  diagnostics: assessment.diagnostics.map(({ code, severity, place }) => ({ code, severity, ...place })),
});

/**
 * A folder per trap: its exports, and what must come out. Where the folder's name begins with a verdict or with `refused`, the
 * outcome must be that, whatever expected.json says: UPDATE=1 cannot make a wrong pass right.
 */
describe('exports from files to verdict', () => {
  it.each(readdirSync(root))('%s', async (folder) => {
    const outcome = outcomeOf(await assess(folder));
    const path = join(root, folder, 'expected.json');
    if (process.env['UPDATE'] === '1') writeFileSync(path, `${JSON.stringify(outcome, null, 2)}\n`);
    expect(outcome).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    if (folder.startsWith('refused-')) {
      expect(outcome.verdict).toBe('refused');
      expect(outcome.diagnostics.some((d) => d.severity === 'error' && d.file !== undefined)).toBe(true);
    }
    if (folder.startsWith('doubtful-')) expect(['open', 'not_reviewed']).toContain(outcome.verdict);
    if (folder.startsWith('pass-')) expect(outcome.verdict).toBe('not_a_finding');
    if (folder.startsWith('open-')) expect(outcome.verdict).toBe('open');
    if (/^(unknown-boolean|no-connector|stig-own-command$)/.test(folder)) expect(outcome.verdict).toBe('not_reviewed');
  });

  it('lets no secret into any output', async () => {
    const assessment = await assess('credential-is-withheld');
    expect(assessment.judged?.reviews[0]?.status).toBe('not_a_finding');
    expect(JSON.stringify(assessment)).not.toContain('CANARY');
    if (assessment.judged === undefined) throw new Error('refused');
    const options = { tool, cklbStrict: false };
    const rendered = await renderOutputs(assessment.judged.checklist, ['ckl', 'cklb', 'xccdf'], options);
    if (!rendered.ok) throw new Error('refused');
    expect(rendered.value).toHaveLength(3);
    for (const { bytes } of rendered.value) expect(new TextDecoder().decode(bytes)).not.toContain('CANARY');
  });
});
