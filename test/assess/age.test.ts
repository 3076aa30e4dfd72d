import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { renderHost } from '../../src/assess/render-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { testTool } from '../support/checklists.js';

const tool = testTool;
const csv = 'Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,WhenChangedUTC\r\nMail,True,True,,,';
const assess = (ages: { readonly collectedAt?: string; readonly maxAge?: number }, changed = '2026-01-30T12:00:00Z') =>
  evaluateHost({
    exports: [{ path: 'a.csv', bytes: new TextEncoder().encode(`${csv}${changed}\r\n`), sha256: '0'.repeat(64) }],
    asset: { host: 'EDGE01' },
    benchmark: builtInBenchmark('V2R2'),
    assessedAt: '2026-02-10T12:00:00Z',
    tool,
    ...ages,
  });
const outcomeOf = async (...args: Parameters<typeof assess>) => {
  const { judged, diagnostics } = await assess(...args);
  const codes = diagnostics.map(({ code }) => code).filter((code) => /collected|export-(?:too|age)/.test(code));
  return [judged?.reviews[0]?.status ?? 'refused', ...codes];
};
const detailsOf = async (...args: Parameters<typeof assess>) =>
  (await assess(...args)).judged?.checklist.stigs[0]?.reviews[0]?.findingDetails;

describe('how old an export is', () => {
  it('stands in the details, in the report and as the start of the results', async () => {
    const collectedAt = '2026-01-31T08:00:00Z';
    expect(await detailsOf({})).toContain('\nExported: not known');
    expect(await detailsOf({ collectedAt })).toContain(`\nExported: ${collectedAt}, as stated by the assessor\n`);
    const { files } = await renderHost(await assess({ collectedAt }), ['xccdf', 'html'], { tool, cklbStrict: false });
    const [xccdf, html] = files.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(xccdf).toContain(`start-time="${collectedAt}" end-time="2026-02-10T12:00:00Z"`);
    expect(html).toMatch(new RegExp(`<dt>Exported</dt>\\s*<dd>${collectedAt}, as stated by the assessor`));
  });

  it('is doubt where a connector was changed more than a day after it was exported', async () => {
    const collectedAt = '2026-01-31T12:00:00Z';
    expect(await outcomeOf({ collectedAt }, '2026-02-01T12:00:00Z')).toEqual(['not_a_finding']);
    expect(await outcomeOf({ collectedAt }, '2026-02-01T12:00:01Z')).toEqual([
      'not_reviewed',
      'changed-after-collected',
    ]);
    // A local time, and a time that nothing was said of, contradict nothing.
    expect(await outcomeOf({ collectedAt }, '')).toEqual(['not_a_finding']);
    expect(await outcomeOf({}, '2026-03-01T12:00:01Z')).toEqual(['not_a_finding']);
  });

  it('is no later than the assessment', async () => {
    expect(await outcomeOf({ collectedAt: '2026-02-10T12:00:01Z' })).toEqual(['refused', 'collected-after-assessment']);
    expect(await outcomeOf({ collectedAt: '2026-02-10T12:00:00Z' })).toEqual(['not_a_finding']);
  });

  it('is warned of where it is more than is allowed, or not known', async () => {
    const collectedAt = '2026-01-31T12:00:00Z';
    expect(await outcomeOf({ collectedAt, maxAge: 10 })).toEqual(['not_a_finding']);
    expect(await outcomeOf({ collectedAt, maxAge: 9 })).toEqual(['not_a_finding', 'export-too-old']);
    expect(await outcomeOf({ maxAge: 10 })).toEqual(['not_a_finding', 'export-age-unknown']);
  });
});
