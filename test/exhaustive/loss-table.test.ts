import { expect, test } from 'vitest';
import { carriedFields } from '../../src/formats/carries.js';
import { type TargetName, targetNames } from '../../src/model/format-names.js';
import { contradiction, convertedWrongly, measure, sources } from '../support/loss-table.js';

/** LOSS_TABLE=500 is the run that docs/assurance.md records. */
const count = Number(process.env['LOSS_TABLE'] ?? 20);
const seed = 20261127;
const minutes = 60_000 * Math.max(2, count / 10);
const fates = new Map(carriedFields.map(({ group, key, field }) => [`${group}.${key}`, field.fates]));

test.each(targetNames)(
  `the loss table says of every field what becomes of it in %s, over ${count} random checklists`,
  async (format: TargetName) => {
    const seen = await measure(format, count, seed);
    const wrong = seen.flatMap((one) => contradiction(fates.get(one.name)?.[format] ?? 'lost', one) ?? []);
    expect(wrong).toEqual([]);
    expect(seen.length).toBe(fates.size);
  },
  minutes,
);

const pairs = sources.flatMap((from) => targetNames.map((to) => [from, to] as const));

test.each(pairs)(
  `from %s to %s every field that is said to be kept is equal, over ${count} random checklists`,
  async (from, to) => {
    expect(await convertedWrongly(from, to, count, seed)).toEqual([]);
  },
  minutes,
);
