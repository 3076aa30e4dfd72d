import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { filesIn, mountingShell, plainUser, putFiles, start } from '../support/faults.js';
import { ckl } from '../support/fill-in.js';

const root = temporaryFolder();
const edge = resolve('samples/edge/send-connectors.csv');
const name = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
const shell = mountingShell();
const user = plainUser();

/** Lines of a script that print the state of a folder: its files' sums, or `hidden` for what nobody should find. */
const state = 'sha256sum * 2>/dev/null | cut -c1-8,65- ; ls -A | grep "^[.]" | sed "s/.*/hidden/" || true';

describe.skipIf(shell === undefined)('file systems that are mounted for it', () => {
  const run = (script: string): string => shell?.(script) ?? '';

  it('a full disk: the old files and exit 3, until there is room for all of the new ones', () => {
    const evaluate = `$NODE $COMMAND evaluate ${edge} --host EDGE01 --timestamp 2026-01-31T12:00:00Z --out-dir . --force`;
    // Each step leaves one more page of 4 kB free than the one before; the new files need about ten.
    const printed = run(`
      mount -t tmpfs -o size=256k none /mnt; cd /mnt
      for kind in .ckl .cklb _xccdf-results.xml; do head -c 9000 /dev/zero | tr '\\0' o > ${name}$kind; done
      for free in $(seq 0 16); do
        rm -f ../mnt/filler; dd if=/dev/zero of=filler bs=4096 2>/dev/null || true
        truncate -s -$((free * 4096)) filler
        code=0; ${evaluate} >/dev/null 2>err.$$ || code=$?
        rm -f err.$$ filler
        echo "== $code"; ${state}
      done`);
    const steps = printed
      .split('== ')
      .slice(1)
      .map((step) => ({ code: step[0], state: step.slice(2) }));
    expect(steps).toHaveLength(17);
    const [first, last] = [steps[0], steps[steps.length - 1]];
    expect(first?.code).toBe('3');
    expect(last?.code).toBe('1');
    expect(first?.state.trim().split('\n')).toHaveLength(3);
    expect(last?.state).not.toBe(first?.state);
    for (const step of steps) expect(step.state, printed).toBe(step.code === '1' ? last?.state : first?.state);
  });

  it('no room for another file name: exit 3, nothing left', () => {
    const printed = run(`
      mount -t tmpfs -o size=1m,nr_inodes=8 none /mnt; cd /mnt; echo old > old
      for more in 1 2 3 4 5; do
        code=0; $NODE $COMMAND evaluate ${edge} --host EDGE01 --out-dir new >/dev/null 2>&1 || code=$?
        echo "$code $(ls -A)"; touch "$more"; rm -rf new
      done`);
    const lines = printed
      .replaceAll(/\n(?![13] )/g, ' ')
      .trim()
      .split('\n');
    expect(lines.at(-1)).toBe('3 1 2 3 4 old');
    for (const line of lines) expect(line).toMatch(/^(1 .*new.*|3 [\d ]*old)$/);
  });

  it('a read-only file system: exit 3 and the old files', () => {
    const compliant = resolve('samples/compliant/send-connectors.csv');
    const printed = run(`
      mount -t tmpfs -o size=1m none /mnt; cd /mnt
      cat ${resolve('samples/edge/artifacts')}/*.ckl > edge01.ckl; ${state}; echo ==
      mount -o remount,ro /mnt
      for args in '--out-dir .' '--out-dir . --force' '--out-dir new/folder' '--into edge01.ckl --in-place'; do
        code=0; errors=$($NODE $COMMAND evaluate ${compliant} --host EDGE01 $args --quiet 2>&1) || code=$?
        echo "$code $errors" | grep -oE '^.|file-unwritable'; ${state}; echo ==
      done`);
    const [old, ...runs] = printed.split('==\n');
    expect(old).toContain('edge01.ckl');
    expect(runs.slice(0, -1)).toEqual(Array(4).fill(`3\nfile-unwritable\n${old}`));
  });
});

describe.skipIf(user === undefined)('permissions', () => {
  let count = 0;
  const folder = (mode: number, files: Record<string, string> = {}): string => {
    const path = join(root, String(count++));
    mkdirSync(path);
    putFiles(path, files);
    if (process.getuid?.() === 0 && user !== undefined) chownSync(path, user, user);
    chmodSync(root, 0o755);
    chmodSync(path, mode);
    return path;
  };
  const evaluate = (...args: string[]) =>
    start(['evaluate', '--host', 'EDGE01', ...args], user === undefined ? {} : { uid: user });
  const run = (...args: string[]) => evaluate(edge, ...args);

  it('a folder that may not be written: exit 3, named', async () => {
    const path = folder(0o555, { [`${name}.ckl`]: 'old' });
    for (const args of [
      ['--out-dir', path, '--force', '--format', 'ckl'],
      ['--out-dir', join(path, 'new', 'folder')],
    ]) {
      const { status, stderr } = await run(...args);
      expect(status).toBe(3);
      expect(stderr).toMatch(/\(EACCES\) \[file-unwritable\]$/m);
    }
    expect(filesIn(path)).toEqual({ files: { [`${name}.ckl`]: 'old' }, hidden: [] });
  });

  it('a folder that may not even be looked into', async () => {
    const path = folder(0o000);
    const { status, stderr } = await run('--out-dir', path);
    expect(status).toBe(3);
    expect(stderr).toMatch(/\(EACCES\) \[file-unwritable\]$/m);
    chmodSync(path, 0o700);
    expect(filesIn(path)).toEqual({ files: {}, hidden: [] });
  });

  it('an input that may not be read: exit 3, named', async () => {
    const path = folder(0o755, { 'export.csv': 'Name,DomainSecureEnabled\r\n', 'edge01.ckl': ckl() });
    for (const file of ['export.csv', 'edge01.ckl']) chmodSync(join(path, file), 0o000);
    for (const args of [
      [join(path, 'export.csv')],
      [edge, '--into', join(path, 'edge01.ckl')],
      [edge, '--benchmark', join(path, 'edge01.ckl')],
    ]) {
      const { status, stderr } = await evaluate(...args, '--out-dir', path);
      expect(status).toBe(3);
      expect(stderr).toMatch(/\(EACCES\) \[file-unreadable\]$/m);
    }
  });

  it('an export that may not be read beside one with a finding: open, named', async () => {
    const path = folder(0o755, { 'export.csv': 'Name,DomainSecureEnabled\r\n' });
    chmodSync(join(path, 'export.csv'), 0o000);
    const { status, stderr } = await run(join(path, 'export.csv'), '--out-dir', path);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\(EACCES\) \[file-unreadable\]$/m);
    expect(stderr).toMatch(/\[export-left-out\]$/m);
  });

  it('a checklist whose backup may not be made stays as it is', async () => {
    const path = folder(0o555, { 'edge01.ckl': ckl() });
    chmodSync(join(path, 'edge01.ckl'), 0o666);
    const { status } = await run('--into', join(path, 'edge01.ckl'), '--in-place');
    expect(status).toBe(3);
    expect(filesIn(path)).toEqual({ files: { 'edge01.ckl': ckl() }, hidden: [] });
  });
});
