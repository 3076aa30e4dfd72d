import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { diffChecklists, isEmptyDiff } from '../../src/checklist/diff.js';
import { updateChecklist } from '../../src/checklist/update.js';
import { writeUpdated } from '../../src/checklist/write-updated.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Checklist, Status } from '../../src/model/checklist.js';
import { testTool } from '../support/checklists.js';
import { answer, filled, statuses } from '../support/filled.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const path = (release: string) => `data/benchmarks/U_MS_Exchange_2019_Edge_Server_STIG_${release}_Manual-xccdf.xml`;

const benchmark = (release: string): Benchmark => {
  const read = readBenchmark(readFileSync(sharedFile(path(release))), path(release));
  if (!read.ok) throw new Error(read.diagnostics.map((d) => d.code).join());
  return read.value;
};

const through = async (checklist: Checklist, format: 'ckl' | 'cklb' | 'xccdf'): Promise<Checklist> => {
  const { text } = await renderChecklist(format, checklist, { tool: testTool, cklbStrict: false });
  const read = readChecklist(new TextEncoder().encode(text), 'f');
  if (!read.ok) throw new Error(read.diagnostics.map((d) => d.code).join());
  return read.value.checklist;
};

const reviewsOf = (checklist: Checklist) => checklist.stigs.flatMap((stig) => stig.reviews);

const counts = (checklist: Checklist): Readonly<Record<string, number>> =>
  Object.fromEntries(
    statuses.map((status: Status) => [status, reviewsOf(checklist).filter((r) => r.status === status).length]),
  );

describe.skipIf(lacksShared('data/benchmarks'))('a filled checklist of DISA’s V1R1', () => {
  it.each(['ckl', 'cklb', 'xccdf'] as const)(
    'loses nothing on the way to V2R2 (%s), and diff shows it',
    async (format) => {
      const old = await through(filled(benchmark('V1R1')), format);
      expect(reviewsOf(old)).toHaveLength(68);
      const updated = updateChecklist(old, benchmark('V2R2'));
      if (!updated.ok) throw new Error('refused');
      const { report } = updated.value;
      const now = await through(updated.value.checklist, format);
      const write = { tool: testTool, cklbStrict: false };
      const original = (await renderChecklist(format, old, write)).text;
      const written = await writeUpdated({
        checklist: updated.value.checklist,
        format,
        write,
        now: '',
        file: 'new',
        original: { bytes: new TextEncoder().encode(original), file: 'old' },
      });
      expect(written).toMatchObject({ ok: true, diagnostics: [] });

      expect(report).toMatchObject({ release: { old: 'V1R1', new: 'V2R2' }, added: [], removed: [] });
      expect(report.carried).toHaveLength(68);
      expect(counts(now)).toEqual(counts(old));
      expect(counts(now)).toEqual({ open: 17, not_a_finding: 17, not_applicable: 17, not_reviewed: 17 });

      // The one rule whose check text changed between the two, by DISA's own files.
      const changed = 'V-259619';
      expect(report.carried.filter((rule) => rule.marked === 'line').map(({ rule }) => rule.groupId)).toEqual([
        changed,
      ]);
      for (const [i, review] of reviewsOf(old).entries()) {
        const after = reviewsOf(now).find(({ rule }) => rule.groupId === review.rule.groupId);
        const said = answer(i);
        expect(after).toMatchObject({ status: said.status, comments: said.comments });
        expect(after?.severityOverride).toEqual(review.severityOverride);
        if (review.rule.groupId === changed)
          expect(after?.findingDetails).toMatch(/^Check text changed from V1R1 to V2R2: .*\nDetails \d+: /);
        else expect(after?.findingDetails).toBe(said.findingDetails);
        if (format !== 'xccdf') expect(after?.severityOverride).toEqual(said.severityOverride);
      }

      const diff = diffChecklists(old, now);
      expect(diff.asset).toEqual([]);
      const rules = diff.stigs.flatMap((stig) => stig.rules);
      expect(rules.map((rule) => rule.change)).not.toContain('added');
      expect(rules.map((rule) => rule.change)).not.toContain('removed');
      const changes = rules.flatMap((rule) => rule.fields.map(({ field }) => `${rule.groupId} ${field}`));
      const sameIds = reviewsOf(old).filter(({ rule }) => reviewsOf(now).some((r) => r.rule.ruleId === rule.ruleId));
      expect(changes.filter((change) => change.endsWith(' ruleId'))).toHaveLength(68 - sameIds.length);
      expect(changes.filter((change) => !change.endsWith(' ruleId'))).toEqual([
        'V-259589 ccis',
        'V-259619 checkContent',
        'V-259619 findingDetails',
        'V-259632 ccis',
        'V-259634 ccis',
      ]);
    },
  );

  it('says that the way back is to an older release, and finds the answers there again', () => {
    const old = filled(benchmark('V2R2'));
    const back = updateChecklist(old, benchmark('V1R1'));
    expect(back.diagnostics.map((d) => d.code)).toEqual(['update-older', 'update-check-changed']);
  });

  it('is refused for another STIG', () => {
    const other = readBenchmark(
      readFileSync(sharedFile('data/benchmarks/U_MS_Exchange_2016_Mailbox_Server_STIG_V2R6_Manual-xccdf.xml')),
      'other.xml',
    );
    if (!other.ok) throw new Error('unread');
    expect(updateChecklist(filled(benchmark('V2R2')), other.value).diagnostics.map((d) => d.code)).toEqual([
      'update-stig-missing',
    ]);
  });
});

const folders = ['data/checklists', 'data/xccdf-results'];

/** Files by STIG Viewer, STIG Manager, Heimdall and Evaluate-STIG. */
const realFiles = lacksShared('data/checklists')
  ? []
  : folders.flatMap((folder) =>
      readdirSync(sharedFile(folder))
        .filter((name) => name !== 'refused')
        .map((name) => `${folder}/${name}`),
    );

describe.skipIf(realFiles.length === 0)('checklists by other programs', () => {
  it.each(realFiles)('%s is the same as itself, and stays so when carried to the texts that it has', async (path) => {
    const bytes = readFileSync(sharedFile(path));
    const read = readChecklist(bytes, path);
    if (!read.ok) throw new Error('refused');
    const { checklist, format } = read.value;
    expect(isEmptyDiff(diffChecklists(checklist, checklist))).toBe(true);
    for (const { benchmark: own, reviews } of checklist.stigs) {
      const updated = updateChecklist(checklist, { ...own, rules: reviews.map(({ rule }) => rule) });
      expect(updated).toMatchObject({ ok: true, value: { checklist, report: { added: [], removed: [] } } });
      expect(updated.diagnostics.map((d) => d.code)).toEqual(['update-same-release']);
    }
    const write = { tool: testTool, cklbStrict: false };
    const now = '2026-01-31T12:00:00Z';
    const written = await writeUpdated({ checklist, format, write, now, file: path, original: { bytes, file: path } });
    if (!written.ok) throw new Error(written.diagnostics.map((d) => `${d.code} ${d.place.property}`).join());
    const again = readChecklist(new TextEncoder().encode(written.value.text), path);
    if (!again.ok) throw new Error('refused');
    const rules = diffChecklists(checklist, again.value.checklist).stigs.flatMap((stig) => stig.rules);
    expect(rules).toEqual([]);
  });
});
