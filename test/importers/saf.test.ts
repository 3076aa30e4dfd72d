import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Status } from '../../src/model/checklist.js';
import { cases } from './cases.js';
import { run } from './programs.js';
import { clientFile, conformance, lacksClient } from './written.js';

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

/** Exactly these many controls of each kind. */
const threshold = (counts: Readonly<Record<string, number>>): string => {
  const path = join(folder, `${Object.values(counts).join('-')}.yaml`);
  const lines = Object.entries(counts).map(([kind, n]) => `${kind}:\n  total:\n    min: ${n}\n    max: ${n}\n`);
  writeFileSync(path, lines.join(''));
  return path;
};

const few = cases.filter(
  ({ name }) => name === 'open, many, addresses, plain' || name === 'not a finding, one, bare, XCCDF01',
);

conformance(
  'SAF threshold',
  lacksClient('saf'),
  ({ name, status }, { ckl, xccdf }) => {
    const none = Object.fromEntries(Object.values(kinds).map((kind) => [kind, 0]));
    const right = threshold({ ...none, [kinds[status]]: 1 });
    const wrong = threshold({ ...none, [kinds[status === 'open' ? 'not_a_finding' : 'open']]: 1 });
    for (const [converter, file] of [
      ['ckl2hdf', ckl],
      ['xccdf_results2hdf', xccdf],
    ] as const) {
      const hdf = join(folder, `${name}.${converter}.json`);
      saf('convert', converter, '-i', file, '-o', hdf);
      expect(existsSync(hdf), converter).toBe(true);
      expect(saf('validate', 'threshold', '-i', hdf, '-T', right), converter).toBe(0);
      expect(saf('validate', 'threshold', '-i', hdf, '-T', wrong), `${converter}, wrong threshold`).not.toBe(0);
    }
  },
  few,
);
