import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/node/read-input.js';
import { temporaryFolder } from '../support/command.js';
import { type Ended, filesIn, forEachAtOnce, putFiles, start } from '../support/faults.js';
import { ckl } from '../support/fill-in.js';

/*
 * Every call with which the command reads or changes files is found by counting; then the command runs once for each of them
 * and each fault, with the fault at that call. What must hold is the same everywhere.
 */
const root = temporaryFolder();
let count = 0;
const edge = resolve('samples/edge/send-connectors.csv');
const compliant = resolve('samples/compliant/send-connectors.csv');
const name = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
const evaluate = (...args: string[]) => [
  'evaluate',
  edge,
  '--host',
  'EDGE01',
  '--timestamp',
  '2026-01-31T12:00:00Z',
  ...args,
];
const set = { [`${name}.ckl`]: 'old 1', [`${name}.cklb`]: 'old 2', [`${name}_xccdf-results.xml`]: 'old 3' };

const update = (folder: string) => [
  'update',
  resolve('samples/checklist/EDGE01-last-quarter.ckl'),
  '--benchmark',
  resolve('samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml'),
  '--out',
  join(folder, 'new.ckl'),
  '--report',
  join(folder, 'report.txt'),
];

/** Short enough for a failure to be read. */
const digests = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([file, content]) => `${file}: ${sha256(content).slice(0, 8)}`);

interface Scenario {
  readonly title: string;
  /** The exit code where nothing goes wrong. */
  readonly code: number;
  readonly old: Readonly<Record<string, string>>;
  readonly args: (folder: string) => readonly string[];
  /** What must be there after a run without a fault, of the old files. */
  readonly keeps: Readonly<Record<string, string>>;
}

const scenarios: readonly Scenario[] = [
  {
    title: 'three files over three',
    code: 1,
    old: { ...set, 'mine.txt': 'mine' },
    args: (folder) => evaluate('--out-dir', folder, '--force'),
    keeps: { 'mine.txt': 'mine' },
  },
  {
    title: 'three files over one',
    code: 1,
    old: { [`${name}.cklb`]: 'old 2' },
    args: (folder) => evaluate('--out-dir', folder, '--force'),
    keeps: {},
  },
  {
    title: 'three files into a new folder',
    code: 1,
    old: {},
    args: (folder) => evaluate('--out-dir', folder),
    keeps: {},
  },
  {
    title: 'a checklist filled in in its place',
    code: 1,
    old: { 'edge01.ckl': ckl(), 'edge01.ckl.bak': 'an older one' },
    args: (folder) => evaluate('--into', join(folder, 'edge01.ckl'), '--in-place', '--force'),
    keeps: { 'edge01.ckl.bak': ckl() },
  },
  {
    title: 'an updated checklist and its report',
    code: 0,
    old: { 'new.ckl': 'old 1', 'report.txt': 'old 2' },
    args: (folder) => [...update(folder), '--force'],
    keeps: {},
  },
];

describe.each(scenarios)('$title', ({ title, code, old, args, keeps }) => {
  let fresh: Readonly<Record<string, string>>;
  let calls: number[];
  const prepare = (): string => {
    const folder = join(root, String(count++), 'a', 'b');
    if (Object.keys(old).length > 0) mkdirSync(folder, { recursive: true });
    else mkdirSync(join(folder, '..', '..'), { recursive: true });
    putFiles(folder, old);
    return folder;
  };

  beforeAll(async () => {
    const folder = prepare();
    const counted = join(folder, '..', '..', 'count');
    expect((await start(args(folder), { fault: { FAULT_COUNT: counted } })).status).toBe(code);
    const { files, hidden } = filesIn(folder);
    expect(hidden).toEqual([]);
    expect(files).toMatchObject(keeps);
    fresh = files;
    calls = Array.from({ length: Number(readFileSync(counted, 'utf8')) }, (_, i) => i + 1);
    // Without this the test could look at nothing at all.
    expect(calls.length).toBeGreaterThan(20);
  });

  /** Runs once for each call, with the fault at it. */
  const atEveryCall = async (
    fault: string,
    check: (ended: Ended, folder: string, at: string) => Promise<void> | void,
  ) => {
    await forEachAtOnce(calls, async (n) => {
      const folder = prepare();
      const ended = await start(args(folder), { fault: { FAULT_AT: String(n), FAULT_DO: fault } });
      await check(ended, folder, `${fault} at call ${n}`);
      rmSync(join(folder, '..', '..'), { recursive: true });
    });
  };

  /** The whole old set or the whole new one, of which the answer says which. */
  const whichIsThere = (folder: string, at: string): 'old' | 'new' => {
    const { files } = filesIn(folder);
    const found = JSON.stringify(files) === JSON.stringify(fresh) ? 'new' : 'old';
    expect(digests(files), at).toEqual(digests(found === 'new' ? fresh : old));
    return found;
  };

  /** Another host's run in the same folder, which has to clean up. */
  const nextRun = async (folder: string, at: string): Promise<void> => {
    if (filesIn(folder).hidden.length === 0) return;
    const next = ['evaluate', compliant, '--host', 'NEXT', '--format', 'ckl', '--out-dir', folder];
    expect((await start(next)).status, at).toBe(0);
    rmSync(join(folder, 'NEXT_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl'));
    expect(filesIn(folder).hidden, at).toEqual([]);
  };

  it('SIGKILL: every file is whole at once, and the set is after the next run', async () => {
    const seen = new Set<string>();
    await atEveryCall('SIGKILL', async (ended, folder, at) => {
      expect(ended.signal, `${at}: ${ended.status} ${ended.stderr}`).toBe('SIGKILL');
      const { files } = filesIn(folder);
      for (const [file, content] of Object.entries(files))
        expect([old[file] === content, fresh[file] === content], `${at}: ${file}`).toContain(true);
      expect(Object.keys(files), at).toEqual(expect.arrayContaining(Object.keys(old)));
      await nextRun(folder, at);
      seen.add(whichIsThere(folder, at));
    });
    expect([...seen].sort()).toEqual(['new', 'old']);
  });

  it.each(title.startsWith('a ') ? (['SIGTERM'] as const) : (['SIGINT'] as const))(
    '%s: the process dies of it and leaves nothing behind',
    async (signal) => {
      const seen = new Set<string>();
      await atEveryCall(signal, (ended, folder, at) => {
        expect(ended.signal, `${at}: ${ended.status} ${ended.stderr}`).toBe(signal);
        expect(filesIn(folder).hidden, at).toEqual([]);
        seen.add(whichIsThere(folder, at));
      });
      expect([...seen].sort()).toEqual(['new', 'old']);
    },
  );

  it.each(['EIO', 'ENOSPC+'])('%s: exit 3 and the old files, or the new files and their exit code', async (fault) => {
    const seen = new Set<number | null>();
    await atEveryCall(fault, async (ended, folder, at) => {
      expect([code, 3], `${at}: ${ended.signal} ${ended.stderr}`).toContain(ended.status);
      seen.add(ended.status);
      expect(ended.stderr, at).not.toMatch(/internal error|^\s+at /m);
      if (ended.status === 3) expect(ended.stderr, at).toMatch(/^error: .*\[file-(unwritable|unreadable|exists)\]$/m);
      await nextRun(folder, at);
      expect(whichIsThere(folder, at), `${at}: exit ${ended.status}`).toBe(ended.status === 3 ? 'old' : 'new');
    });
    expect([...seen].sort()).toEqual([code, 3]);
  });
});
