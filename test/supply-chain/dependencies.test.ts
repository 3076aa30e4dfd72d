import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundledPackages, command } from '../../scripts/bundles.js';
import { temporaryFolder } from '../support/command.js';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
const root = temporaryFolder();
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { dependencies, devDependencies, allowScripts } = read('package.json');
const locked: Record<string, Locked> = read('package-lock.json').packages;
/** What the bundles hold. */
const shipped = [...(await bundledPackages())].map(([name, folder]) => ({
  ...(locked[relative(resolve('.'), folder)] ?? { version: 'none' }),
  name,
}));
const nameOf = ({ name, version }: { readonly name: string; readonly version: string }) => `${name} ${version}`;

describe('package-lock.json', () => {
  it('is what package.json says, to the last figure', () => {
    for (const [name, version] of Object.entries<string>(devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('asks for nothing when it is installed: the bundles hold it', () => {
    expect(dependencies).toBeUndefined();
    expect(
      Object.entries(locked).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional),
    ).toEqual([]);
  });

  it('settles every install script', () => {
    const scripts = Object.entries(locked).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    expect(Object.keys(allowScripts)).toEqual(scripts);
  });

  it('has a hash for everything that ships, from the registry and without install scripts', () => {
    expect(shipped.length).toBeGreaterThan(10);
    for (const entry of shipped) {
      expect(entry.integrity, entry.name).toMatch(/^sha512-/);
      expect(entry.hasInstallScript ?? entry.link ?? false, entry.name).toBe(false);
    }
    for (const [path, { resolved }] of Object.entries(locked)) expect(resolved ?? 'https://', path).toMatch(/^https:/);
  });

  it('tells no machine where it got something', () => {
    for (const [path, { resolved }] of Object.entries(locked))
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  });

  it('ships only what was reviewed in this version, under a licence that goes with ours', () => {
    const review = readFileSync('docs/decisions/0006-supply-chain.md', 'utf8');
    const reviewed = [...review.matchAll(/^\| (@?[\w./-]+) (\d+\.\d+\.\d+) \|/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    );
    expect(reviewed.sort()).toEqual(shipped.map(nameOf).sort());
    for (const entry of shipped)
      expect(['MIT', 'ISC', 'Apache-2.0', 'Python-2.0'], entry.name).toContain(entry.license);
  });
});

describe('the bundle', () => {
  it('asks node for these modules alone', async () => {
    const { metafile } = await build({ ...command, write: false, metafile: true });
    const asked = Object.entries(metafile.inputs).flatMap(([path, { imports }]) =>
      imports.filter(({ external }) => external).map((found) => ({ path, module: found.path.replace(/^node:/, '') })),
    );
    const own = asked.filter(({ path }) => path.startsWith('src/')).map(({ module }) => module);
    expect([...new Set(own)].sort()).toEqual(['crypto', 'fs', 'os', 'path', 'worker_threads']);
    const others = asked
      .filter(({ path }) => !path.startsWith('src/'))
      .map(({ path, module }) => `${/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]}: ${module}`);
    expect([...new Set(others)].sort()).toEqual([
      'commander: events',
      'commander: fs',
      'commander: path',
      'commander: process',
      'fflate: module',
      'uuid: crypto',
    ]);
  });

  it('makes no code of text', () => {
    for (const file of ['dist/cli.cjs', 'dist/index.js'])
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/\beval\(|\bnew Function\(|[^.\w]Function\(["'`]/);
  });
});

describe('npm run sbom', () => {
  it('lists everything that ships with its hash, and neither this machine nor its registry', () => {
    const file = join(root, 'sbom.json');
    const { status, stderr } = spawnSync(process.execPath, [resolve('scripts/sbom.js'), file], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const text = readFileSync(file, 'utf8');
    const sbom = JSON.parse(text);
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(sbom.metadata.component).toMatchObject({ name: 'exchange-stig', version: read('package.json').version });
    expect(sbom.components.map(nameOf).sort()).toEqual(shipped.map(nameOf).sort());
    for (const { name, hashes, licenses, purl } of sbom.components) {
      expect(hashes[0], name).toMatchObject({ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) });
      expect(licenses.length, name).toBeGreaterThan(0);
      expect(purl).toMatch(/^pkg:npm\//);
    }
    for (const word of [process.cwd(), homedir(), 'registry']) expect(text).not.toContain(word);
  });
});
