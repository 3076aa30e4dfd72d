import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { codesIn, runCommand } from '../support/run.js';

/* `--force` overwrites what stood there before, and never what the same run reads or writes. */
const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  return folder;
};
const name = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
const edge = 'samples/edge/send-connectors.csv';
const lastQuarter = 'samples/checklist/EDGE01-last-quarter.ckl';
const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml';
const links = [
  ['itself', (from: string, to: string) => copyFileSync(from, to)],
  ['a hard link to it', linkSync],
  ['a symbolic link to it', symlinkSync],
] as const;

/** A file to read, and another name of it. */
const twoNames = (source: string, link: (from: string, to: string) => void, second: string) => {
  const folder = newFolder();
  const other = join(folder, second);
  const input = link === links[0][1] ? other : join(folder, 'input');
  copyFileSync(source, input);
  if (input !== other) link(input, other);
  return { folder, input, other, before: readFileSync(input) };
};

describe.each(links)('over what is read: %s', (_, link) => {
  it('evaluate', async () => {
    const { folder, input, before } = twoNames(edge, link, `${name}.ckl`);
    const args = ['evaluate', input, '--host', 'EDGE01', '--out-dir', folder, '--force', '--json'];
    const { code, stdout } = await runCommand(args);
    expect([code, codesIn(stdout).at(0)]).toEqual([3, 'output-is-input']);
    expect(readFileSync(input)).toEqual(before);
    expect(existsSync(join(folder, `${name}.cklb`))).toBe(false);
  });

  it('convert and update, and their benchmark', async () => {
    const { input, other, before } = twoNames(lastQuarter, link, 'other.ckl');
    for (const args of [
      ['convert', input, '--to', 'ckl', '--out', other],
      ['update', input, '--benchmark', benchmark, '--out', other],
      ['update', input, '--benchmark', benchmark, '--out', `${other}.new`, '--report', other],
    ]) {
      const { code, stderr } = await runCommand([...args, '--force']);
      expect(code, stderr).toBe(3);
      expect(stderr).toContain('[output-is-input]');
    }
    expect(readFileSync(input)).toEqual(before);
    expect(existsSync(`${other}.new`)).toBe(false);
    const stig = twoNames(benchmark, link, 'other.xml');
    const { code, stderr } = await runCommand([
      'update',
      input,
      '--benchmark',
      stig.input,
      '--out',
      stig.other,
      '--force',
    ]);
    expect(code, stderr).toBe(3);
    expect(readFileSync(stig.input)).toEqual(stig.before);
  });

  it('batch: --summary-csv and --zip', async () => {
    const { folder, input, other, before } = twoNames(edge, link, 'other.csv');
    const manifest = join(folder, 'fleet.csv');
    writeFileSync(manifest, `host,exports\r\nEDGE01,${input}\r\n`);
    for (const option of ['--summary-csv', '--zip']) {
      const args = ['batch', manifest, '--out-dir', join(folder, 'out'), option, other, '--force'];
      const { code, stderr } = await runCommand(args);
      expect(code, stderr).toBe(3);
      expect(stderr).toContain('[output-is-input]');
      expect(readFileSync(input)).toEqual(before);
      expect(existsSync(join(folder, 'out'))).toBe(false);
    }
  });
});

it('not over where standard output goes', () => {
  const folder = newFolder();
  const script = `node "$0" evaluate ${edge} --host EDGE01 --out-dir ${folder} --json --force > ${folder}/${name}.ckl`;
  const { status } = spawnSync('sh', ['-c', script, resolve('bin/exchange-stig.cjs')], { encoding: 'utf8' });
  expect(status).toBe(3);
  expect(codesIn(readFileSync(join(folder, `${name}.ckl`), 'utf8'))).toContain('output-is-stream');
});

it('not over what standard input is', () => {
  const folder = newFolder();
  const input = join(folder, 'input.ckl');
  copyFileSync(lastQuarter, input);
  const script = `node "$0" convert - --to ckl --out ${input} --force < ${input}`;
  const { status, stderr } = spawnSync('sh', ['-c', script, resolve('bin/exchange-stig.cjs')], { encoding: 'utf8' });
  expect(status).toBe(3);
  expect(stderr).toContain('[output-is-input]');
  expect(readFileSync(input)).toEqual(readFileSync(lastQuarter));
});

describe('not over what is written', () => {
  it.each([
    ['the same', 'out.ckl', 'out.ckl'],
    ['in another case', 'out.ckl', 'OUT.ckl'],
    ['composed otherwise', 'm\u00fc.ckl', 'mu\u0308.ckl'],
  ])('--report and --out: %s', (_, out, report) => {
    const folder = newFolder();
    const args = ['update', lastQuarter, '--benchmark', benchmark, '--out', join(folder, out)];
    const { status, stderr } = command([...args, '--report', join(folder, report), '--force']);
    expect(status).toBe(3);
    expect(stderr).toContain('[output-twice]');
    expect(existsSync(join(folder, out))).toBe(false);
  });

  const fleet = (): { readonly manifest: string; readonly out: string } => {
    const folder = newFolder();
    const manifest = join(folder, 'fleet.csv');
    writeFileSync(manifest, `host,exports\r\nEDGE01,${resolve(edge)}\r\nEDGE02,${resolve(edge)}\r\n`);
    return { manifest, out: join(folder, 'out') };
  };

  it('batch: two of its own files in one place', async () => {
    const { manifest, out } = fleet();
    const args = [
      'batch',
      manifest,
      '--out-dir',
      out,
      '--force',
      '--zip',
      join(out, 'x'),
      '--summary-csv',
      join(out, 'X'),
    ];
    expect((await runCommand(args)).stderr).toContain('[output-twice]');
    expect(existsSync(out)).toBe(false);
    const html = ['batch', manifest, '--out-dir', out, '--format', 'html', '--summary-csv', join(out, 'INDEX.html')];
    expect((await runCommand(html)).stderr).toContain('[output-twice]');
  });

  it.each(['--summary-csv', '--zip'])(
    'batch: %s where a checklist goes; neither is written, and the old one stays',
    async (option) => {
      const { manifest, out } = fleet();
      expect((await runCommand(['batch', manifest, '--out-dir', out])).code).toBe(1);
      const checklist = join(out, `${name}.ckl`);
      const before = readFileSync(checklist);
      for (const path of [checklist, join(out, `${name.toLowerCase()}.ckl`)]) {
        const args = ['batch', manifest, '--out-dir', out, '--force', option, path, '--json'];
        const { code, stdout } = await runCommand(args);
        expect(code).toBe(3);
        expect(JSON.parse(stdout).hosts.map(({ refused }: { refused: boolean }) => refused)).toEqual([true, false]);
        expect(codesIn(stdout)).toContain('output-twice');
        expect(readFileSync(checklist)).toEqual(before);
      }
      const kept = await runCommand(['batch', manifest, '--out-dir', out, '--resume', '--force', option, checklist]);
      expect(kept.code).toBe(3);
      expect(kept.stderr).toContain('[output-twice]');
      expect(readFileSync(checklist)).toEqual(before);
    },
  );
});
