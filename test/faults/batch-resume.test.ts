import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batch, stateOf } from '../support/batch.js';
import { temporaryFolder } from '../support/command.js';
import { hostName, makeFleet, putExport, treeOf } from '../support/fleet.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  count += 1;
  return join(root, String(count));
};
const whenOf = (out: string, host: number): number =>
  statSync(join(out, `${hostName(host)}_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl`)).mtimeMs;

describe('batch --resume', () => {
  it('leaves alone what is up to date, and does again what is not', () => {
    const folder = makeFleet(newFolder(), 5);
    const out = newFolder();
    batch(folder, out, '--timestamp', '2026-01-31T12:00:00Z');
    const file = (host: number, ending: string) =>
      join(out, `${hostName(host)}_MS_Exchange_2019_Edge_Server_STIG_V2R2${ending}`);
    const before = [0, 1, 2, 3, 4].map((host) => whenOf(out, host));
    putExport(folder, hostName(1), readFileSync('samples/compliant/send-connectors.csv'));
    rmSync(file(2, '.cklb'));
    writeFileSync(file(3, '.ckl'), 'mine');
    appendFileSync(stateOf(out), '0123456789abcdef {"type":"host","id":"edge00');
    const { status, summary, codes } = batch(folder, out, '--resume');
    // What somebody wrote there since is not overwritten.
    expect(status).toBe(3);
    expect(summary.hosts.map((host: { refused: boolean }) => host.refused)).toEqual([false, false, false, true, false]);
    expect(codes).toEqual(expect.arrayContaining(['file-exists', 'batch-state-damaged']));
    expect(readFileSync(file(3, '.ckl'), 'utf8')).toBe('mine');
    expect(summary.hosts[1].results[0].status).toBe('not_a_finding');
    expect(existsSync(file(2, '.cklb'))).toBe(true);
    expect([0, 4].map((host) => whenOf(out, host))).toEqual([before[0], before[4]]);
    expect(whenOf(out, 1)).not.toBe(before[1]);
    expect(batch(folder, out, '--resume', '--force').status).toBe(1);
    expect(whenOf(out, 0)).toBe(before[0]);
  });

  it('does a host again where an option or the time that was asked for is another', () => {
    const folder = makeFleet(newFolder(), 2);
    const out = newFolder();
    const time = ['--timestamp', '2026-01-31T12:00:00Z'];
    batch(folder, out, ...time);
    const before = treeOf(out);
    const changed = batch(folder, out, '--resume', '--marking', 'CUI//SP-CTI', ...time);
    expect([changed.status, changed.codes.includes('file-exists')]).toEqual([1, false]);
    expect(treeOf(out)).not.toEqual(before);
    batch(folder, out, '--resume', ...time);
    expect(treeOf(out)).toEqual(before);
    batch(folder, out, '--resume', '--timestamp', '2026-02-01T12:00:00Z');
    expect(readFileSync(join(out, `${hostName(0)}_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb`), 'utf8')).toContain(
      '2026-02-01T12:00:00Z',
    );
  });

  it('without it leaves what is there alone', () => {
    const folder = makeFleet(newFolder(), 2);
    const out = newFolder();
    batch(folder, out, '--timestamp', '2026-01-31T12:00:00Z');
    const before = treeOf(out);
    expect(batch(folder, out).status).toBe(3);
    expect(treeOf(out)).toEqual(before);
    expect(batch(folder, out, '--resume').status).toBe(1);
    expect(treeOf(out)).toEqual(before);
  });
});
