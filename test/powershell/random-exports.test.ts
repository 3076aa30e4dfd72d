import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mix, type Random, randomOf } from '../fuzz/random.js';
import { assessExport, outcomeOf, strengthOf } from '../support/export-folders.js';
import { randomFleet, verdictOf } from './fleet.js';
import { type Pipeline, scripted, typed } from './pipelines.js';
import { asScreen, lacksPowerShell, type Order, withWindowsLineEnds, writeExports, writeTranscripts } from './write.js';

/** SEED=n gives other exports; KEEP=folder leaves them there. */
const seed = Number(process.env['SEED'] ?? 1);
const keep = process.env['KEEP'];
const count = 500;
const each = 5;

interface Case {
  readonly pipeline: Pipeline;
  readonly order: Order;
  readonly isTyped: boolean;
  readonly isScreen: boolean;
  readonly isWindows: boolean;
}

const caseOf = (pipeline: Pipeline, index: number, random: Random): Case => {
  const isTyped = typed.includes(pipeline);
  const size = pipeline.canBeEmpty && random.chance(0.15) ? 0 : random.pick([1, 1, 2, 2, 3, 4]);
  return {
    pipeline,
    order: {
      file: `${String(index).padStart(3, '0')}.${pipeline.extension}`,
      fleet: randomFleet(random, size, pipeline.onlyPlainNames === true),
      objects: isTyped ? 'typed' : random.pick(['typed', 'deserialised', 'remote']),
      script: pipeline.script,
    },
    isTyped,
    isScreen: isTyped && random.chance(0.5),
    isWindows: random.chance(0.5),
  };
};

/** Every pipeline several times, then whichever. */
const all = [...scripted, ...typed];
const cases = Array.from({ length: count }, (_, index) => {
  const random = randomOf(mix(seed, index));
  const pipeline = index < each * all.length ? all[index % all.length] : random.pick([all[0] as Pipeline, ...all]);
  return caseOf(pipeline as Pipeline, index, random);
});

const lacking = lacksPowerShell();
if (lacking !== undefined) console.warn(`skipped: ${lacking}`);

describe.skipIf(lacking !== undefined)(`exports that PowerShell writes, seed ${seed}`, () => {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'exchange-stig-powershell-'));

  beforeAll(() => {
    const ordersOf = (isTyped: boolean): readonly Order[] =>
      cases.filter((one) => one.isTyped === isTyped).map(({ order }) => order);
    writeExports(ordersOf(false), folder);
    writeTranscripts(ordersOf(true), folder);
    for (const { order, isScreen, isWindows } of cases) {
      const path = join(folder, order.file);
      if (!existsSync(path)) continue;
      if (isScreen) writeFileSync(path, asScreen(readFileSync(path, 'utf8')));
      if (isWindows) withWindowsLineEnds(path);
    }
  }, 900_000);

  afterAll(() => {
    if (keep === undefined) rmSync(folder, { recursive: true });
  });

  test('every pipeline is asked for several times', () => {
    for (const pipeline of all)
      expect(cases.filter((one) => one.pipeline === pipeline).length, pipeline.script).toBeGreaterThanOrEqual(each);
  });

  test.each(cases.map((one) => [one.order.file, one.order.objects, one.order.script, one] as const))(
    '%s, %s: %s',
    async (file, _objects, _script, { pipeline, order: { fleet }, isTyped }) => {
      // Of no object at all some pipelines write no file.
      if (!existsSync(join(folder, file))) return expect(fleet).toEqual([]);
      const host = await assessExport(file, new Uint8Array(readFileSync(join(folder, file))), { formats: [] });
      const reports = host.diagnostics.map((d) => `${d.code} ${JSON.stringify(d.place)} ${JSON.stringify(d.args)}`);
      const [outcome, strength] = [outcomeOf(host), strengthOf(host)];
      const about = `${reports.join('\n')}\nof ${JSON.stringify(fleet)}\n`;
      const { shows } = pipeline;
      if (shows === 'nothing') return expect(outcome, about).toBe('refused');
      if (shows === 'some') return expect(outcome, about).not.toBe('not_a_finding');
      const said = `${outcome}, ${strength}`;
      const wanted = (given: 'whole' | 'doubtful'): string =>
        `${verdictOf(fleet, { shows, strength: given })}, ${given}`;
      // A transcript loses the blanks of an empty line in a comment, which then ends the object.
      const isCut = isTyped && fleet.some(({ Comment: comment }) => /\n(\n|$)/.test(comment));
      expect(isCut ? [wanted('whole'), wanted('doubtful')] : [wanted(pipeline.strength)], about).toContain(said);
      if (strength === 'whole') expect(host.evidence[0]?.connectors, about).toBe(fleet.length * (pipeline.times ?? 1));
    },
  );
});
