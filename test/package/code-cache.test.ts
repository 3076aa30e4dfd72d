import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';

/*
 * What V8 compiled is kept for the next run in a folder of this user's. It is code: whoever can write it decides what the next
 * run does.
 */
const root = temporaryFolder();
let count = 0;
const newHome = (): string => {
  const home = join(root, String(count++));
  mkdirSync(home);
  return home;
};
const run = (home: string, ...args: string[]) => command(args, { env: { XDG_CACHE_HOME: home } });
const folderIn = (home: string) => join(home, 'exchange-stig');
const filesIn = (home: string) => readdirSync(folderIn(home)).map((name) => join(folderIn(home), name));
const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
const says = { status: 0, stdout: `${version}\n`, stderr: '' };
const permissions = (path: string) => statSync(path).mode & 0o777;

/** A cache that looks right in every respect, and prints a word of its own. */
const forged = (home: string): string => {
  run(home, '--version');
  const [path = ''] = filesIn(home);
  const name = path.slice(folderIn(home).length + 1);
  const bundle = resolve('dist/cli.cjs');
  const compiled = spawnSync(
    process.execPath,
    [
      '-e',
      `const wrapped = ['(function (exports, require, module, __filename, __dirname) {', '\\n})'];
      const code = "exports.main = async () => console.log('taken');";
      const length = require('node:fs').statSync(${JSON.stringify(bundle)}).size;
      const script = new (require('node:vm').Script)(wrapped.join(code.padEnd(length)), { filename: ${JSON.stringify(bundle)} });
      const module = { exports: {} };
      script.runInThisContext()(module.exports, require, module);
      process.stdout.write = () => true;
      module.exports.main();
      delete process.stdout.write;
      process.stdout.write(script.createCachedData().toString('base64'));`,
    ],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } },
  ).stdout;
  const rest = Buffer.concat([Buffer.alloc(8), Buffer.from(compiled, 'base64')]);
  const digest = createHash('sha256').update(name).update(rest).digest();
  writeFileSync(path, Buffer.concat([digest, rest]));
  return path;
};

it('is made after a run, in a folder of this user alone, and is the same for all runs of a kind', () => {
  const home = newHome();
  expect(run(home, '--version')).toEqual(says);
  expect(permissions(folderIn(home))).toBe(0o700);
  const [file = '', ...others] = filesIn(home);
  expect([others, permissions(file)]).toEqual([[], 0o600]);
  const first = readFileSync(file);
  expect(run(home, '--version')).toEqual(says);
  expect(readFileSync(file).equals(first)).toBe(true);
  const inspect = ['inspect', 'samples/edge/send-connectors.csv'];
  const { stdout } = run(home, ...inspect);
  expect(statSync(file).size).toBeGreaterThan(first.length * 1.2);
  const second = readFileSync(file);
  expect(run(home, ...inspect).stdout).toBe(stdout);
  expect(run(home, 'inspect', resolve('samples/fleet/hosts/EDGE03/send-connectors.csv')).status).toBe(0);
  expect(readFileSync(file).equals(second)).toBe(true);
  expect(filesIn(home)).toEqual([file]);
});

it('is not made of a run that failed, nor where node is told to keep none', () => {
  const home = newHome();
  expect(run(home, 'evaluate').status).toBe(3);
  expect(command(['--version'], { env: { XDG_CACHE_HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' } })).toEqual(says);
  expect(readdirSync(home)).toEqual([]);
});

it('is in ~/.cache by default, made where it is missing', () => {
  const home = newHome();
  expect(command(['--version'], { env: { HOME: home, XDG_CACHE_HOME: 'relative' } })).toEqual(says);
  expect(permissions(join(home, '.cache'))).toBe(0o700);
  expect(filesIn(join(home, '.cache'))).toHaveLength(1);
});

it('takes no more room than sixteen files', () => {
  const home = newHome();
  run(home, '--version');
  const [file = ''] = filesIn(home);
  for (let i = 0; i < 20; i++) {
    writeFileSync(`${file}.${i}`, '');
    utimesSync(`${file}.${i}`, i, i);
  }
  run(home, '--help');
  expect(filesIn(home).sort()).toEqual([file, ...Array.from({ length: 15 }, (_, i) => `${file}.${i + 5}`)].sort());
});

describe('a cache', () => {
  it('that this user alone could write is taken: what follows is worth looking at', () => {
    const home = newHome();
    forged(home);
    expect(run(home, '--version')).toEqual({ status: 0, stdout: 'taken\n', stderr: '' });
  });

  it.each([
    ['in a folder that the group may write to', (home: string) => chmodSync(folderIn(home), 0o770)],
    ['in a folder that all may write to', (home: string) => chmodSync(folderIn(home), 0o707)],
    ['that all may write', (_: string, file: string) => chmodSync(file, 0o602)],
    [
      'in a folder that a link leads to',
      (home: string) => {
        const elsewhere = join(newHome(), 'exchange-stig');
        spawnSync('mv', [folderIn(home), elsewhere]);
        symlinkSync(elsewhere, folderIn(home));
      },
    ],
    [
      'that a link leads to',
      (_: string, file: string) => {
        spawnSync('mv', [file, `${root}/real`]);
        symlinkSync(`${root}/real`, file);
      },
    ],
  ])('%s is not', (_, change) => {
    const home = newHome();
    change(home, forged(home));
    expect(run(home, '--version')).toEqual(says);
  });

  const notRoot = process.getuid?.() !== 0;
  if (notRoot)
    console.warn("skipped: only root can give a file to another user, so another's cache cannot be made here");
  it.skipIf(notRoot).each([
    ['of another user', (home: string, file: string) => [chownSync(file, 65_534, 65_534), home]],
    ["in another user's folder", (home: string) => chownSync(folderIn(home), 65_534, 65_534)],
  ])('%s is not, and none is made there', (_, change) => {
    const home = newHome();
    const file = forged(home);
    change(home, file);
    expect(run(home, '--version')).toEqual(says);
    if (statSync(folderIn(home)).uid !== 0) expect(run(home, '--help').status).toBe(0);
    if (statSync(folderIn(home)).uid !== 0) expect(filesIn(home)).toEqual([file]);
  });

  it.skipIf(notRoot)("is not made in another user's home", () => {
    const home = newHome();
    chownSync(home, 65_534, 65_534);
    expect(command(['--version'], { env: { HOME: home } })).toEqual(says);
    expect(run(home, '--version')).toEqual(says);
    expect(readdirSync(home)).toEqual([]);
  });

  it('of another bundle is another file', () => {
    const home = newHome();
    run(home, '--version');
    const digest = createHash('sha256').update(readFileSync('dist/cli.cjs')).digest('hex');
    expect(filesIn(home)[0]).toContain(`${digest}-`);
  });

  it('that is damaged anywhere is made anew', () => {
    const home = newHome();
    run(home, '--version');
    const [file = ''] = filesIn(home);
    const whole = readFileSync(file);
    for (const damage of [0, 32, 36, whole.length >> 1, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[damage] = ~(bytes[damage] ?? 0) & 0xff;
      writeFileSync(file, bytes);
      expect(run(home, '--version'), `byte ${damage}`).toEqual(says);
      expect(readFileSync(file).length, `byte ${damage}`).toBeGreaterThan(1000);
      writeFileSync(file, whole.subarray(0, damage));
      expect(run(home, '--version'), `cut at ${damage}`).toEqual(says);
    }
  });

  it.each(['/dev/null', '/nonexistent/folder', '/proc'])('that cannot be made in %s is done without', (home) => {
    expect(run(home, '--version')).toEqual(says);
    expect(existsSync(folderIn(home))).toBe(false);
  });
});
