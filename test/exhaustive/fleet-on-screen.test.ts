import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/text/width.js';
import { temporaryFolder } from '../support/command.js';
import { makeFleet, putExport } from '../support/fleet.js';
import { type Ran, runCommand } from '../support/run.js';

const root = temporaryFolder();
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

describe('300 hosts with three kinds of trouble', () => {
  const fleet = join(root, 'fleet');
  const runs = new Map<string, Ran>();
  const run = (name: string) => runs.get(name) ?? { code: -1, stdout: '', stderr: '' };

  beforeAll(async () => {
    makeFleet(fleet, 270);
    for (let i = 0; i < 30; i += 1) putExport(fleet, `BAD-${i}`, '<html></html>');
    for (const name of ['', '--problems', '--verbose']) {
      const args = ['batch', fleet, '--out-dir', join(root, 'out'), '--format', 'ckl', '--force', name];
      runs.set(name, await runCommand(args.filter((arg) => arg !== '')));
    }
  }, 120_000);

  it.each(['', '--problems'])('are told of in at most 60 lines: %s', (name) => {
    const { code, stdout, stderr } = run(name);
    expect(code).toBe(3);
    const lines = `${stdout}${stderr}`.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(linesOf(stdout).filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('are listed worst first, and what is not listed is counted', () => {
    const verdicts = [
      ...run('')
        .stdout.slice(80)
        .matchAll(/ {2}(REFUSED|OPEN|NOT REVIEWED|NOT A FINDING)(?: |$)/gm),
    ];
    expect([...new Set(verdicts.map(([, verdict]) => verdict))]).toEqual([
      'REFUSED',
      'OPEN',
      'NOT REVIEWED',
      'NOT A FINDING',
    ]);
    for (const verdict of ['REFUSED', 'OPEN', 'NOT REVIEWED'])
      expect(run('').stdout).toMatch(new RegExp(`^and \\d+ more +${verdict}$`, 'm'));
    expect(run('').stdout).toMatch(/^90 hosts +NOT A FINDING$/m);
    expect(run('--problems').stdout).not.toMatch(/^\d+ hosts +NOT/m);
    expect(run('--verbose').stdout).toMatch(/^EDGE0000 +NOT A FINDING +0 of 1 /m);
    expect(linesOf(run('--verbose').stdout).length).toBeGreaterThan(300);
  });

  it('have equal messages said once, with their number and the first hosts', () => {
    const { stderr } = run('');
    expect(stderr).toMatch(/^warning: EDGE0002: .*\(\d+ times, in EDGE0002, .* and 85 more; .*\[property-missing\]$/m);
    expect(stderr).toMatch(/^error: BAD-0: .*\(30 times, in BAD-0, .* and 25 more; .*\[html-input\]$/m);
    expect(linesOf(run('--verbose').stderr).length).toBeGreaterThan(100);
  });

  it('end with where the files are, then the errors, then what to do', () => {
    const { stdout, stderr } = run('');
    expect(linesOf(stdout).slice(-3)).toEqual([
      '300 hosts: 30 REFUSED, 90 OPEN, 90 NOT REVIEWED, 90 NOT A FINDING',
      `files     ${join(root, 'out')} (270 files)`,
      'overview  none (add html to --format)',
    ]);
    expect(linesOf(stderr).slice(-2)).toEqual([expect.stringMatching(/^error: /), expect.stringMatching(/^next: /)]);
  });
});
