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

/** Expects that SAF converts a file and counts its rules so, and not with one more of them open, or fewer. */
export const expectSafCounts = (
  converter: 'ckl2hdf' | 'xccdf_results2hdf',
  file: string,
  counts: Readonly<Record<Status, number>>,
): void => {
  const hdf = join(folder, `${basename(file)}.json`);
  rmSync(hdf, { force: true });
  saf('convert', converter, '-i', file, '-o', hdf);
  expect(existsSync(hdf), converter).toBe(true);
  expect(saf('validate', 'threshold', '-i', hdf, '-T', threshold(counts)), converter).toBe(0);
  const wrong = { ...counts, open: counts.open === 0 ? 1 : counts.open - 1 };
  expect(saf('validate', 'threshold', '-i', hdf, '-T', threshold(wrong)), `${converter}, wrong`).not.toBe(0);
};
