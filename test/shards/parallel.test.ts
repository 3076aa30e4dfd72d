import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { hostName } from '../support/fleet.js';
import { expectOneRun, makeSite, manifest, parts, type Site } from './site.js';

const version = spawnSync('parallel', ['--version'], { encoding: 'utf8' });
/** Others have a program of this name too. */
const lacksParallel = !version.stdout?.includes('GNU parallel');
if (lacksParallel) console.warn('skipped: GNU parallel is not installed (Debian: parallel)');

const root = temporaryFolder();

const runParts = ({ folder, env }: Site): number | null =>
  spawnSync('sh', [manifest('parallel.sh')], { cwd: folder, env, timeout: 300_000 }).status;

/** The exit codes of the parts, by the log of GNU parallel. */
const codesOf = ({ folder }: Site): readonly string[] =>
  readFileSync(join(folder, 'parts.log'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split('\t')[6] ?? []);

it.skipIf(lacksParallel)(
  'GNU parallel: eight parts write the files of one run',
  () => {
    const site = makeSite(join(root, 'whole'));
    expect(runParts(site)).toBe(0);
    expect(codesOf(site)).toEqual(Array(parts).fill('0'));
    expectOneRun(site);
  },
  300_000,
);

it.skipIf(lacksParallel)(
  'a refused host fails its part alone, and the next run does what was missing',
  () => {
    const site = makeSite(join(root, 'mended'));
    const file = join(site.folder, 'exports', hostName(7), 'send-connectors.csv');
    const whole = readFileSync(file);
    writeFileSync(file, 'no export');
    expect(runParts(site)).toBe(1);
    expect([...codesOf(site)].sort()).toEqual([...Array(parts - 1).fill('0'), '1']);
    writeFileSync(file, whole);
    // What a killed run leaves: a part without its files, its notes and its summary.
    rmSync(join(site.folder, 'artifacts', '.exchange-stig-batch-3-of-8.jsonl'));
    rmSync(join(site.folder, 'summary-3.csv'));
    expect(runParts(site)).toBe(0);
    expectOneRun(site);
  },
  300_000,
);
