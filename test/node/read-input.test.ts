import { closeSync, ftruncateSync, openSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, readInput } from '../../src/node/read-input.js';
import { temporaryFolder } from '../support/command.js';
import { start } from '../support/faults.js';

const root = temporaryFolder();
const noStdin = () => Promise.reject(new Error('standard input was read'));
const codesOf = (reading: { diagnostics: readonly { code: string }[] }) => reading.diagnostics.map((d) => d.code);

/** Bytes without an end, which tell how many of them were taken. */
async function* endless(taken: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (;;) {
    taken.bytes += 1000;
    yield new Uint8Array(1000);
  }
}

describe('collect', () => {
  it('stops soon after the limit', async () => {
    const taken = { bytes: 0 };
    expect(await collect(endless(taken), 5500)).toBeUndefined();
    expect(taken.bytes).toBe(6000);
  });

  it('takes what just fits, and nothing', async () => {
    const chunks = async function* () {
      yield Uint8Array.of(1, 2);
      yield Uint8Array.of(3);
    };
    expect(await collect(chunks(), 3)).toEqual(Buffer.from([1, 2, 3]));
    expect(await collect(chunks(), 2)).toBeUndefined();
    expect((await collect((async function* () {})(), 0))?.length).toBe(0);
  });
});

describe('readInput', () => {
  it('refuses standard input that has no end', async () => {
    const taken = { bytes: 0 };
    const read = await readInput('-', (limit) => collect(endless(taken), limit), 10_000);
    expect(codesOf(read)).toEqual(['input-too-large']);
    expect(taken.bytes).toBe(11_000);
  });

  it('refuses a file that is too large, and reads one that just fits', async () => {
    const path = join(root, 'file');
    writeFileSync(path, 'x'.repeat(100_000));
    expect(codesOf(await readInput(path, noStdin, 99_999))).toEqual(['input-too-large']);
    const read = await readInput(path, noStdin, 100_000);
    expect(read.ok && read.value.bytes.length).toBe(100_000);
  });

  it('refuses a file of 2 TB by what the system says of it', async () => {
    const path = join(root, 'sparse');
    const file = openSync(path, 'w');
    ftruncateSync(file, 2e12);
    closeSync(file);
    expect(statSync(path).size).toBe(2e12);
    expect(codesOf(await readInput(path, noStdin))).toEqual(['input-too-large']);
  });

  it('reads what a symbolic link leads to, under the same rules', async ({ skip }) => {
    const linkTo = (target: string): string => {
      const link = join(root, `link-${links++}`);
      symlinkSync(target, link);
      return link;
    };
    let links = 0;
    writeFileSync(join(root, 'target'), 'abc');
    const read = await readInput(linkTo(linkTo('target')), noStdin, 3);
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('abc');
    expect(codesOf(await readInput(linkTo('target'), noStdin, 2))).toEqual(['input-too-large']);
    expect(codesOf(await readInput(linkTo('nowhere'), noStdin))).toEqual(['file-missing']);
    expect(codesOf(await readInput(linkTo('.'), noStdin))).toEqual(['file-is-folder']);
    expect(codesOf(await readInput(linkTo(`link-${links}`), noStdin))).toEqual(['file-unreadable']);
    if (!statSync('/dev/zero', { throwIfNoEntry: false })) skip('this system has no /dev/zero');
    expect(codesOf(await readInput(linkTo('/dev/zero'), noStdin))).toEqual(['file-not-regular']);
  });

  it('reads what the system claims to be empty', async ({ skip }) => {
    const path = '/proc/self/status';
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) skip('this system has no /proc');
    expect(stat?.size).toBe(0);
    const read = await readInput(path, noStdin);
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toContain('Pid:');
    expect(codesOf(await readInput(path, noStdin, 10))).toEqual(['input-too-large']);
  });
});

describe('a file that changes while the command runs', () => {
  const csv = 'Name,DomainSecureEnabled,DNSRoutingEnabled\r\nA,True,True\r\n';
  /** What the command makes of an export, when a shell command runs before its nth reading call. */
  const inspectWhile = (path: string, n: number, shell: string) =>
    start(['inspect', path], { fault: { FAULT_AT: String(n), FAULT_DO: `run:${shell}` } });

  it('growing, shrinking or rewritten: it is refused', async () => {
    for (const [i, change] of [`printf 'B,False,True\\r\\n' >>`, ': >', 'sed -i s/True/False/ '].entries()) {
      const path = join(root, `changing-${i}.csv`);
      writeFileSync(path, csv);
      // 1 opens, 2 asks for the size, 3 reads, 4 reads the end.
      const { status, stderr } = await inspectWhile(path, 4, `sleep 0.02; ${change} ${path}`);
      // sed -i replaces the file: what was opened is still the whole old one.
      expect(status, change).toBe(change.startsWith('sed') ? 0 : 3);
      expect(stderr.includes('[file-changed]'), change).toBe(!change.startsWith('sed'));
    }
  });

  it('removed before it is opened: there is no such file; after that it is read whole', async () => {
    const path = join(root, 'vanishing.csv');
    writeFileSync(path, csv);
    const before = await inspectWhile(path, 1, `rm ${path}`);
    expect(before).toMatchObject({ status: 3, stderr: expect.stringContaining('[file-missing]') });
    writeFileSync(path, csv);
    expect((await inspectWhile(path, 2, `rm ${path}`)).status).toBe(0);
  });
});
