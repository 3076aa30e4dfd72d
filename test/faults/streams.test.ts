import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  return folder;
};
const edge = resolve('samples/edge/send-connectors.csv');

/** A line of bash in which $RUN is the command; its last word is the exit code that is looked at. */
const bash = (line: string) => {
  const run = `"${process.execPath}" "${resolve('bin/exchange-stig.cjs')}"`;
  return spawnSync('bash', ['-c', line.replaceAll('$RUN', run)], { encoding: 'utf8', timeout: 50_000 });
};

const lacks = (what: string, isThere: boolean): boolean => {
  if (!isThere) console.warn(`skipped: this system has no ${what}`);
  return !isThere;
};
const lacksBash = lacks('bash', spawnSync('bash', ['-c', ':']).status === 0);

describe.skipIf(lacksBash || lacks('/dev/full', existsSync('/dev/full')))('a stream that cannot be written', () => {
  const message = /^error: standard output cannot be written \(ENOSPC\): its text is lost or cut off$/m;

  it.each(['', '--json'])('standard output of evaluate %s: exit 3, one line, and the files are there', (option) => {
    const out = newFolder();
    const { status, stderr } = bash(`$RUN evaluate ${edge} --host A --out-dir ${out} ${option} >/dev/full`);
    expect(status).toBe(3);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(out)).toHaveLength(3);
  });

  it.each([
    `inspect ${edge}`,
    `validate ${edge} ${resolve('samples/edge/artifacts')}`,
    '--help',
    '--version',
    `diff ${edge} ${edge} --json`,
  ])('standard output of %s: exit 3', (args) => {
    const { status, stderr } = bash(`$RUN ${args} >/dev/full`);
    expect(status).toBe(3);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('standard error, and both: exit 3 without a word', () => {
    const one = bash(`$RUN evaluate ${edge} --host A --out-dir ${newFolder()} 2>/dev/full`);
    expect(one.status).toBe(3);
    expect(one.stdout).toContain('OPEN');
    const both = bash(`$RUN evaluate ${edge} --host A --out-dir ${newFolder()} >/dev/full 2>&1`);
    expect({ status: both.status, stdout: both.stdout, stderr: both.stderr }).toEqual({
      status: 3,
      stdout: '',
      stderr: '',
    });
  });
});

describe.skipIf(lacksBash)('a reader that went away', () => {
  it.each([
    ['standard output', '| true'],
    ['standard output after some of it', '| head -c 10 >/dev/null'],
    ['standard error', '2>&1 >/dev/null | true'],
    ['both', '2>&1 | true'],
  ])('%s: the exit code is that of the verdict', (_, redirection) => {
    for (const option of ['', '--json']) {
      const out = newFolder();
      const run = `$RUN evaluate ${edge} ${edge} --host A --out-dir ${out} ${option} ${redirection}`;
      const { status, stderr } = bash(`${run}; exit \${PIPESTATUS[0]}`);
      expect(status).toBe(1);
      expect(stderr).not.toMatch(/error: |^\s+at /m);
      expect(readdirSync(out)).toHaveLength(3);
    }
  });
});

describe.skipIf(lacksBash)('what is no regular file', () => {
  it('process substitution is read', () => {
    const { status, stdout } = bash(`$RUN evaluate <(cat ${edge}) --host A --out-dir ${newFolder()}`);
    expect(status).toBe(1);
    expect(stdout).toContain('A: V-259594 is OPEN');
  });

  it('/dev/stdin is read where a file or a pipe is behind it', () => {
    expect(bash(`$RUN inspect /dev/fd/0 <${edge}`).status).toBe(0);
    expect(bash(`cat ${edge} | $RUN inspect /dev/fd/0`).status).toBe(0);
  });

  it('a named pipe and devices are refused as inputs, at once', () => {
    const fifo = join(newFolder(), 'pipe');
    for (const path of [fifo, '/dev/zero', '/dev/null', '/dev/tty']) {
      const { status, stderr } = bash(`[ -e ${fifo} ] || mkfifo ${fifo}; $RUN inspect ${path} </dev/null`);
      expect(status, path).toBe(3);
      expect(stderr, path).toMatch(/\[file-(not-regular|unreadable)\]$/m);
    }
    expect(bash(`$RUN evaluate ${edge} --host A --into ${fifo}`).stderr).toContain('[file-not-regular]');
    expect(bash(`$RUN evaluate ${edge} --host A --benchmark ${fifo}`).stderr).toContain('[file-not-regular]');
  });

  it('a folder as standard input is refused', () => {
    const { status, stderr } = bash(`$RUN inspect - <${root}`);
    expect(status).toBe(3);
    expect(stderr).toContain('[file-unreadable]');
  });

  it('a pipe, a device and a folder are never replaced by an output, even with --force', () => {
    const folder = newFolder();
    bash(
      `mkfifo ${folder}/pipe; ln -s /dev/null ${folder}/link; mkdir ${folder}/folder; cp ${edge} ${folder}/export.csv`,
    );
    bash(`$RUN evaluate ${edge} --host A --format ckl --out-dir ${folder}/in`);
    for (const name of ['pipe', 'link', 'folder']) {
      const convert = `$RUN convert ${folder}/in/*.ckl --to cklb --force --out ${folder}/${name}`;
      const { status, stderr } = bash(convert);
      expect(status, name).toBe(3);
      expect(stderr, name).toContain('[output-not-a-file]');
    }
    expect(bash(`[ -p ${folder}/pipe ] && [ -L ${folder}/link ] && [ -d ${folder}/folder ]`).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
