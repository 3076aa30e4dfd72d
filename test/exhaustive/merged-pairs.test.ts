import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeFiles } from '../../src/checklist/merge/merge-files.js';
import { splitFile } from '../../src/checklist/split-file.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { Checklist, ChecklistStig } from '../../src/model/checklist.js';
import { answeredTwice } from '../support/answered.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { testTool } from '../support/checklists.js';
import { expectMerges } from '../support/merging.js';
import { readFormat } from '../support/read-format.js';

const write = { tool: testTool, cklbStrict: false, wholeTexts: true };
const time = { value: '2026-02-01T00:00:00Z', given: false };

test('500 pairs of checklists of one host', () => {
  let conflicts = 0;
  fc.assert(
    fc.property(answeredTwice(checklistOf(2)), ([one, other]) => {
      conflicts += expectMerges(one, other);
    }),
    { numRuns: 500 },
  );
  expect(conflicts).toBeGreaterThan(3000);
}, 300_000);

/** As DISA's content has it: a CKL of several STIGs has the target key of the later ones in their rules alone. */
const withOneKey = (stig: ChecklistStig): ChecklistStig => ({
  ...stig,
  reviews: stig.reviews.map((review) => ({
    ...review,
    rule: { ...review.rule, reference: { ...review.rule.reference, identifier: stig.benchmark.targetKey } },
  })),
});

/** As a file says it. */
const through = async (checklist: Checklist, format: 'ckl' | 'cklb'): Promise<Checklist> => {
  const { text } = await renderChecklist(format, checklist, write);
  const read = readFormat[format](text, `x.${format}`);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
};

/** Without what makes a file itself and is made anew, such as the UUIDs of rules, which a CKL does not have. */
const withoutIds = ({ id, title, ...checklist }: Checklist, format: 'ckl' | 'cklb'): unknown =>
  format === 'cklb'
    ? checklist
    : {
        ...checklist,
        stigs: checklist.stigs.map((stig) => ({ ...stig, reviews: stig.reviews.map(({ uuid, ...review }) => review) })),
      };

test.each(['ckl', 'cklb'] as const)(
  'split of a merge gives each part back, every field equal: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(checklistOf(3), async (whole) => {
        const parts = await Promise.all(
          whole.stigs.map((stig) => through({ ...whole, stigs: [withOneKey(stig)], assessedAt: '' }, format)),
        );
        const files = parts.map((checklist, i) => ({
          path: `${i}.${format}`,
          read: { ok: true as const, value: { format, checklist }, diagnostics: [] },
        }));
        const merged = await mergeFiles({ files, prefer: 'refuse', tool: testTool, cklbStrict: false, time });
        if (!merged.ok) throw new Error(JSON.stringify(merged.diagnostics));
        const read = readFormat[format](merged.value.file.text, `merged.${format}`);
        if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
        const split = await splitFile({
          file: { ok: true, value: { format, checklist: read.value }, diagnostics: [] },
          tool: testTool,
          cklbStrict: false,
          time,
        });
        if (!split.ok) throw new Error(JSON.stringify(split.diagnostics));
        expect(split.value.map(({ checklist }) => withoutIds(checklist, format))).toEqual(
          parts.map((part) => withoutIds(part, format)),
        );
      }),
      { numRuns: 100 },
    );
  },
  300_000,
);
