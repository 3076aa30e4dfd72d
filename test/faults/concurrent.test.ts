import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { type Ended, filesIn, putFiles, start } from '../support/faults.js';
import { ckl } from '../support/fill-in.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  return folder;
};
const edge = resolve('samples/edge/send-connectors.csv');
const years = [2021, 2022, 2023, 2024, 2025];

/** Every call takes a while, so that the runs are in each other's way for sure. */
const slowly = { fault: { FAULT_SLOW: '15' } };
const evaluate = (folder: string, year: number, ...args: string[]): Promise<Ended> =>
  start(
    ['evaluate', edge, '--host', 'EDGE01', '--timestamp', `${year}-01-31T12:00:00Z`, '--out-dir', folder, ...args],
    slowly,
  );
/** The run whose time stands in a file. */
const yearsIn = (files: Readonly<Record<string, string>>): string[] =>
  Object.values(files).map((content) => /Evaluated by exchange-stig \S+ at (\d+)/.exec(content)?.[1] ?? 'none');

describe('several runs into one folder at the same time', () => {
  it('without --force one writes, the others are refused', async () => {
    for (let round = 0; round < 3; round++) {
      const folder = newFolder();
      const ended = await Promise.all(years.map((year) => evaluate(folder, year)));
      const winners = years.filter((_, i) => ended[i]?.status === 1);
      expect(ended.map(({ status }) => status).sort()).toEqual([1, 3, 3, 3, 3]);
      for (const { status, stderr } of ended) if (status === 3) expect(stderr).toContain('[file-exists]');
      const { files, hidden } = filesIn(folder);
      expect(hidden).toEqual([]);
      expect(yearsIn(files)).toEqual(Array(3).fill(String(winners[0])));
    }
  });

  it('with --force all succeed, and the files of one of them are there', async () => {
    for (let round = 0; round < 3; round++) {
      const folder = newFolder();
      const ended = await Promise.all(years.map((year) => evaluate(folder, year, '--force')));
      expect(ended.map(({ status, stderr }) => (status === 1 ? 1 : stderr))).toEqual(Array(5).fill(1));
      const { files, hidden } = filesIn(folder);
      expect(hidden).toEqual([]);
      expect(Object.keys(files)).toHaveLength(3);
      expect(new Set(yearsIn(files)).size).toBe(1);
    }
  });

  it('different hosts do not disturb each other', async () => {
    const folder = newFolder();
    const hosts = ['A1', 'A2', 'A3', 'A4', 'A5'];
    const runs = hosts.map((host) => start(['evaluate', edge, '--host', host, '--out-dir', folder], slowly));
    expect((await Promise.all(runs)).map(({ status }) => status)).toEqual(Array(5).fill(1));
    expect(readdirSync(folder)).toHaveLength(15);
  });

  it('in place: the checklist is that of one run, and the backup a whole file', async () => {
    const folder = newFolder();
    putFiles(folder, { 'edge01.ckl': ckl() });
    const into = join(folder, 'edge01.ckl');
    const run = (year: number) =>
      start(
        ['evaluate', edge, '--into', into, '--in-place', '--force', '--timestamp', `${year}-01-31T12:00:00Z`],
        slowly,
      );
    const ended = await Promise.all(years.map(run));
    for (const { status, stderr } of ended)
      if (status !== 1) expect(stderr).toMatch(/\[file-(changed|missing|exists|unwritable)\]/);
    const written = years.filter((_, i) => ended[i]?.status === 1).map(String);
    const { files, hidden } = filesIn(folder);
    expect(hidden).toEqual([]);
    expect(Object.keys(files)).toEqual(['edge01.ckl', 'edge01.ckl.bak']);
    expect(written).toContain(yearsIn(files)[0]);
    expect(files['edge01.ckl.bak'] === ckl() || written.includes(yearsIn(files)[1] ?? '')).toBe(true);
  });

  it('after one that was killed while its files took their names', async () => {
    for (let round = 0; round < 3; round++) {
      const folder = newFolder();
      expect((await evaluate(folder, 2020)).status).toBe(1);
      // The first file that takes its name over an old one, whichever call that is.
      for (let n = 20; n < 50; n++) {
        const fault = { FAULT_AT: String(n), FAULT_DO: 'SIGKILL' };
        const killed = await start(
          ['evaluate', edge, '--host', 'EDGE01', '--timestamp', '2019-01-31T12:00:00Z', '--out-dir', folder, '--force'],
          { fault },
        );
        expect(killed.signal).toBe('SIGKILL');
        if (new Set(yearsIn(filesIn(folder).files)).size > 1) break;
      }
      expect(new Set(yearsIn(filesIn(folder).files)).size).toBeGreaterThan(1);
      const ended = await Promise.all(years.map((year) => evaluate(folder, year, '--force')));
      expect(ended.map(({ status, stderr }) => (status === 1 ? 1 : stderr))).toEqual(Array(5).fill(1));
      const { files, hidden } = filesIn(folder);
      expect(hidden).toEqual([]);
      expect(new Set(yearsIn(files)).size).toBe(1);
      expect(years.map(String)).toContain(yearsIn(files)[0]);
    }
  });
});
