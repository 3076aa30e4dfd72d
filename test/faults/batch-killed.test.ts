import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { batch, linesOf } from '../support/batch.js';
import { temporaryFolder } from '../support/command.js';
import { hostName, leftovers, makeFleet, putExport, treeOf } from '../support/fleet.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  count += 1;
  return join(root, String(count));
};
const timeOf = (out: string): string => /"assessedAt":"([^"]+)"/.exec(linesOf(out)[0] ?? '')?.[1] ?? '';

/** Hosts of several shapes: every fifth has a full name, and text that is escaped; one has text that no template takes. */
const fleetOf = (folder: string, count: number): string => {
  makeFleet(folder, count);
  for (let i = 0; i < count; i += 5) {
    const text = i === 10 ? 'x &lt; y' : `R&D <${i}> 'quoted' \u{1f600}`;
    const row = `${text},${text},,False,True,,,${hostName(i)}.example.mil`;
    const header = 'Name,Identity,Guid,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,PSComputerName';
    putExport(folder, hostName(i), `${header}\r\n${row}\r\n`);
  }
  return folder;
};

/** Starts a run and sends it a signal once some hosts are done; answers with how it ended and what it said. */
const interrupt = async (folder: string, out: string, signal: 'SIGKILL' | 'SIGINT', jobs: string) => {
  const bin = resolve('bin/exchange-stig.cjs');
  const child = spawn(process.execPath, [bin, 'batch', folder, '--out-dir', out, '--jobs', jobs], {
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdout.resume();
  const ended = once(child, 'close');
  while (linesOf(out).length < 9 && child.exitCode === null) await wait(2);
  child.kill(signal);
  const [, by] = await ended;
  return { by, stderr };
};

/** So many that a run is not done when the signal reaches it, on a busy machine either. */
const hosts = 200;

it.each([
  ['SIGKILL', '2'],
  ['SIGKILL', '1'],
  ['SIGINT', '2'],
  ['SIGINT', '1'],
] as const)(
  'batch --resume after %s with %s threads gives the same bytes as an undisturbed run',
  async (signal, jobs) => {
    const folder = fleetOf(newFolder(), hosts);
    const [out, whole] = [newFolder(), newFolder()];
    const { by, stderr } = await interrupt(folder, out, signal, jobs);
    expect(by).toBe(signal);
    const done = linesOf(out).length - 1;
    expect(done).toBeGreaterThan(7);
    expect(done).toBeLessThan(hosts);
    if (signal === 'SIGINT') {
      expect(stderr).toMatch(/interrupted: \d+ of 200 hosts are done, each whole; --resume/);
      expect(Object.keys(treeOf(out))).toHaveLength(3 * done);
      expect(leftovers(out)).toEqual([]);
    }
    const time = timeOf(out);
    const resumed = batch(folder, out, '--resume', '--jobs', '2');
    const undisturbed = batch(folder, whole, '--timestamp', time, '--jobs', '2');
    expect([resumed.status, resumed.codes.includes('file-exists')]).toEqual([1, false]);
    expect(treeOf(out)).toEqual(treeOf(whole));
    expect(leftovers(out)).toEqual([]);
    const there = JSON.stringify(undisturbed.summary).replaceAll(whole, out);
    expect(JSON.stringify(resumed.summary)).toBe(there);
  },
);
