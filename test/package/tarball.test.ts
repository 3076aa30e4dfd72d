import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';

/* What people install: the tarball of a clone, on a machine without a network and with nothing in npm's cache. */
const root = temporaryFolder();
const tarballs = join(root, 'tarballs');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const environment = { PATH: process.env['PATH'] ?? '', HOME: join(root, 'home'), NO_COLOR: '1' };

const run = (program: string, args: readonly string[], cwd = root, env: Record<string, string> = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    cwd,
    env: { ...environment, ...env },
  });
  return { status, stdout, stderr: error === undefined ? stderr : error.message };
};
/** Runs a program where there is no network but its own loopback. */
const offline = (...args: readonly string[]) => run('unshare', ['-rn', ...args]);
const lacksUnshare = offline('true').status !== 0;
if (lacksUnshare) console.warn('skipped: unshare cannot take the network away here');

/** The files of the commit that is worked on, in a folder of their own, built and packed. */
const pack = (name: string): string => {
  const folder = join(root, name, 'a clone');
  const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], resolve('.')).stdout;
  for (const file of files.split('\0').filter((file) => file !== '' && existsSync(file)))
    cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const target = join(tarballs, name);
  mkdirSync(target, { recursive: true });
  const packed = run('npm', ['pack', '--loglevel=error', '--pack-destination', target], folder);
  expect(packed.status, packed.stderr).toBe(0);
  return join(target, readdirSync(target)[0] ?? '');
};

let tarball = '';
beforeAll(() => {
  mkdirSync(environment.HOME);
  tarball = pack('one');
}, 240_000);

const judges = (program: string, ...args: readonly string[]) => {
  const out = join(root, `out-${args.length}`);
  const sample = resolve('samples/edge/send-connectors.clixml.xml');
  const ran = offline(program, ...args, 'evaluate', sample, '--host', 'EDGE01', '--quiet', '--out-dir', out);
  expect(ran, ran.stderr).toMatchObject({ status: 1, stderr: '' });
  expect(readdirSync(out)).toHaveLength(3);
};

describe.skipIf(lacksUnshare)('without a network', () => {
  it('installs with an empty cache, says nothing that warns, and runs', () => {
    const prefix = join(root, 'prefix');
    const installed = offline(
      'npm',
      'i',
      '-g',
      '--offline',
      '--cache',
      join(root, 'cache'),
      '--prefix',
      prefix,
      tarball,
    );
    expect(installed.status, installed.stderr).toBe(0);
    expect(installed.stderr).not.toMatch(/npm (?:warn|error)/i);
    const program = join(prefix, 'bin/exchange-stig');
    expect(offline(program, '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    judges(program);
  }, 120_000);

  it('runs unpacked, without node_modules', () => {
    const folder = join(root, 'unpacked');
    mkdirSync(folder);
    expect(run('tar', ['xf', tarball], folder).status).toBe(0);
    expect(existsSync(join(folder, 'package/node_modules'))).toBe(false);
    judges(process.execPath, join(folder, 'package/bin/exchange-stig.cjs'));
    const use = `import { rules, toCkl } from 'exchange-stig'; console.log(typeof toCkl, typeof rules);`;
    writeFileSync(join(folder, 'package/use.mjs'), use);
    expect(offline(process.execPath, join(folder, 'package/use.mjs'))).toEqual({
      status: 0,
      stdout: 'function object\n',
      stderr: '',
    });
  });
});

it('holds one file of types, no code cache, and nothing of the source', () => {
  const names = run('tar', ['tf', tarball]).stdout.trim().split('\n');
  expect(names.filter((name) => name.endsWith('.d.ts'))).toEqual(['package/dist/index.d.ts']);
  expect(names.filter((name) => name.startsWith('package/dist/')).sort()).toEqual([
    'package/dist/cli.cjs',
    'package/dist/exchange-stig.html',
    'package/dist/exchange-stig.html.sha256',
    'package/dist/index.d.ts',
    'package/dist/index.js',
    'package/dist/sbom.cdx.json',
    'package/dist/third-party-licenses.txt',
  ]);
  expect(names.filter((name) => /cache|\/src\/|\/test\//.test(name))).toEqual([]);
});

it('its types stand alone: a program compiles with them and nothing else', () => {
  const folder = join(root, 'user');
  mkdirSync(join(folder, 'node_modules/exchange-stig'), { recursive: true });
  run('tar', ['xf', tarball, '--strip-components=1', '-C', join(folder, 'node_modules/exchange-stig')]);
  writeFileSync(
    join(folder, 'use.ts'),
    `import { type Checklist, readChecklist, toCkl } from 'exchange-stig';
    const read = readChecklist(new Uint8Array(), 'file');
    export const status: Checklist['stigs'][number]['reviews'][number]['status'] = 'open';
    export const codes: string[] = read.diagnostics.map((d) => d.code);
    export const write: typeof toCkl = toCkl;
    // @ts-expect-error: a status that there is not
    export const wrong: Checklist['stigs'][number]['reviews'][number]['status'] = 'fine';`,
  );
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2023', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  expect(run(process.execPath, [tsc], folder).stdout).toBe('');
}, 120_000);

it('is the same, byte for byte, when it is made again elsewhere', () => {
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(hash(pack('two'))).toBe(hash(tarball));
}, 240_000);

const readsRegistry =
  run('npm', ['view', 'esbuild', 'version'], resolve('.'), { HOME: process.env['HOME'] ?? '' }).status === 0;
if (!readsRegistry) console.warn('skipped: no registry answers, so npm ci cannot be tried');
it.skipIf(!readsRegistry)(
  'npm ci warns of nothing',
  () => {
    const folder = join(root, 'ci');
    mkdirSync(folder);
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(folder, file));
    const installed = run('npm', ['ci', '--no-audit', '--no-fund'], folder, { HOME: process.env['HOME'] ?? '' });
    expect(installed.status, installed.stderr).toBe(0);
    expect(installed.stderr).not.toContain('npm warn');
  },
  300_000,
);
