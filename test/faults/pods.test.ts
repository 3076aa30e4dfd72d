import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { environment, filesIn } from '../support/faults.js';

/*
 * A folder that is handed from one pod to the next: each has processes, a host name and a view of the system of its own, and the
 * ids of its processes are always the same few.
 */
const root = temporaryFolder();
const edge = resolve('samples/edge/send-connectors.csv');
const unshare = ['--mount', '--pid', '--uts', '--fork', '--mount-proc'];

interface Pod {
  readonly hostName: string;
  /** Another machine, or the same one after a boot. */
  readonly bootId?: string;
  readonly fault?: Readonly<Record<string, string>>;
}

const inPod = ({ hostName, bootId, fault }: Pod, args: readonly string[]) => {
  const boot = join(root, 'boot');
  if (bootId !== undefined) writeFileSync(boot, `${bootId}\n`);
  const mount = bootId === undefined ? '' : `mount --bind ${boot} /proc/sys/kernel/random/boot_id;`;
  const hook = fault === undefined ? '' : `--require ${resolve('test/faults/inject.cjs')}`;
  // The first process of a namespace cannot kill itself.
  const script = `hostname ${hostName}; ${mount} ${process.execPath} ${hook} "$@"; exit $?`;
  const { status, stderr } = spawnSync(
    'unshare',
    [...unshare, 'sh', '-uc', script, 'sh', resolve('bin/exchange-stig.cjs'), ...args],
    { encoding: 'utf8', env: environment(fault) },
  );
  return { status, stderr };
};

const canMakePods = (): boolean => {
  const { status, stderr } = inPod({ hostName: 'probe', bootId: '0' }, ['--version']);
  if (status !== 0) console.warn(`skipped: no namespaces can be made here (${stderr})`);
  return status === 0;
};

const evaluate = (folder: string, year: number): readonly string[] => [
  ...['evaluate', edge, '--host', 'EDGE01', '--timestamp', `${year}-01-31T12:00:00Z`, '--out-dir', folder, '--force'],
];

const yearsIn = (folder: string): ReadonlySet<string> =>
  new Set(
    Object.values(filesIn(folder).files).map(
      (content) => /Evaluated by exchange-stig \S+ at (\d+)/.exec(content)?.[1] ?? 'none',
    ),
  );

/** What a pod left that was killed before any file took its name stays for a day: nobody knows that it is gone. */
const locksIn = (folder: string): readonly string[] =>
  filesIn(folder).hidden.filter((name) => !name.startsWith('.exchange-stig-writing-'));

/** The first call that may be between the first name and the last: every pod makes the same calls. */
let firstCall = 20;

/** A folder in which a pod was killed while its files took their names over old ones, some of which they have. */
const halfPlaced = (name: string): string => {
  const folder = join(root, name);
  mkdirSync(folder);
  expect(inPod({ hostName: 'pod-0' }, evaluate(folder, 2020)).status).toBe(1);
  for (let n = firstCall; n < 60; n++) {
    firstCall = n;
    inPod({ hostName: 'pod-0', fault: { FAULT_AT: String(n), FAULT_DO: 'SIGKILL' } }, evaluate(folder, 2021));
    if (yearsIn(folder).size > 1) return folder;
  }
  throw new Error('no call is between the first name and the last');
};

describe.skipIf(!canMakePods())('a folder whose pod was killed while files took their names', () => {
  it.each<[string, Pod]>([
    ['the next pod on the machine', { hostName: 'pod-1' }],
    ['the next pod of that name, on another machine', { hostName: 'pod-0', bootId: 'another' }],
    ['a pod on another machine', { hostName: 'pod-2', bootId: 'one-more' }],
  ])('is put right by %s, which then writes its own', (name, pod) => {
    const folder = halfPlaced(name.replaceAll(' ', '-'));
    const { status, stderr } = inPod(pod, evaluate(folder, 2022));
    expect(status, stderr).toBe(1);
    expect([...yearsIn(folder)]).toEqual(['2022']);
    expect(locksIn(folder)).toEqual([]);
  });

  it('has its old files again after a run that writes others', () => {
    const folder = halfPlaced('others');
    const other = ['evaluate', edge, '--host', 'OTHER', '--format', 'ckl', '--out-dir', folder];
    expect(inPod({ hostName: 'pod-1', bootId: 'other' }, other).status).toBe(1);
    expect(locksIn(folder)).toEqual([]);
    const old = Object.entries(filesIn(folder).files).filter(([name]) => name.startsWith('EDGE01'));
    expect(old).toHaveLength(3);
    for (const [, content] of old) expect(content).toContain(' at 2020-01-31');
  });
});
