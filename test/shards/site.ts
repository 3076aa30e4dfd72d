import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { command, type Outcome } from '../support/command.js';
import { makeFleet, treeOf } from '../support/fleet.js';

export const hosts = 40;
export const parts = 8;

/** As shipped, to be run as it stands. */
export const manifest = (name: string): string => resolve('docs/fleet', name);

export interface Site {
  /** Where the manifest is run: a folder that holds nothing but `exports`. */
  readonly folder: string;
  /** The environment of its user: the command is on the path, and all parts tell one time. */
  readonly env: NodeJS.ProcessEnv;
  readonly wants: Results;
}

interface Results {
  /** Each file that was written, with the hash of its bytes. */
  readonly artifacts: Readonly<Record<string, string>>;
  /** The lines of all summaries, sorted. */
  readonly summary: readonly string[];
}

const linesOf = (csv: string): readonly string[] => csv.trimEnd().split('\r\n');

const runOnce = (folder: string, env: Record<string, string>): Outcome =>
  command(['batch', 'exports', '--out-dir', 'artifacts', '--quiet', '--summary-csv', 'summary.csv'], {
    cwd: folder,
    env,
  });

/** A fleet below `root` to be assessed in parts, and what one run without parts makes of the same exports. */
export const makeSite = (root: string): Site => {
  const [folder, alone, programs] = ['parts', 'alone', 'programs'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  makeFleet(join(alone, 'exports'), hosts);
  cpSync(alone, folder, { recursive: true });
  mkdirSync(programs);
  writeFileSync(
    join(programs, 'exchange-stig'),
    `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/exchange-stig.cjs')}' "$@"\n`,
    { mode: 0o755 },
  );
  const time = { SOURCE_DATE_EPOCH: '1769860800' };
  const once = runOnce(alone, time);
  expect(once, once.stderr).toMatchObject({ status: 1 });
  const [header = '', ...lines] = linesOf(readFileSync(join(alone, 'summary.csv'), 'utf8'));
  return {
    folder,
    env: { ...process.env, ...time, PATH: [programs, process.env['PATH']].join(delimiter) },
    wants: { artifacts: treeOf(join(alone, 'artifacts')), summary: [...Array(parts).fill(header), ...lines].sort() },
  };
};

/** What the parts have written by now. */
export const resultsOf = (folder: string): Results => {
  const summaries = readdirSync(folder).filter((name) => name.startsWith('summary-'));
  return {
    artifacts: treeOf(join(folder, 'artifacts')),
    summary: summaries.flatMap((name) => linesOf(readFileSync(join(folder, name), 'utf8'))).sort(),
  };
};

/** The files are those of one run, each host is in one summary, and each part has one of its own. */
export const expectOneRun = ({ folder, wants }: Site): void => {
  const found = resultsOf(folder);
  expect(Object.keys(found.artifacts)).toHaveLength(3 * hosts);
  expect(found).toEqual(wants);
};
