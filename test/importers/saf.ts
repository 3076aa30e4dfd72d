import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { run } from './programs.js';
import { clientFile } from './written.js';

const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-saf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** SAF exits with 0 whatever happens to a conversion: what it wrote is looked at. */
const saf = (...args: string[]): number | null => run(clientFile('saf', 'node_modules', '.bin', 'saf'), ...args).status;

const kinds: Readonly<Record<Status, string>> = {
  open: 'failed',
  not_a_finding: 'passed',
  not_applicable: 'no_impact',
  not_reviewed: 'skipped',
};

/** A file that asks for exactly these many controls of each kind. */
const threshold = (counts: Readonly<Record<Status, number>>): string => {
  const path = join(folder, `${Object.values(counts).join('-')}.yaml`);
  const lines = Object.entries(counts).map(
    ([status, n]) => `${kinds[status as Status]}:\n  total:\n    min: ${n}\n    max: ${n}\n`,
  );
  writeFileSync(path, lines.join(''));
  return path;
};

/** Lets SAF convert a file; gives whether it counts its rules so. */
export const safCounts = (
  converter: 'ckl2hdf' | 'xccdf_results2hdf',
  file: string,
  ...wanted: readonly Readonly<Record<Status, number>>[]
): readonly boolean[] => {
  const hdf = join(folder, `${basename(file)}.json`);
  rmSync(hdf, { force: true });
  saf('convert', converter, '-i', file, '-o', hdf);
  expect(existsSync(hdf), converter).toBe(true);
  return wanted.map((counts) => saf('validate', 'threshold', '-i', hdf, '-T', threshold(counts)) === 0);
};
