import { readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const sources = resolve('src');
/** Below node_modules, where packages are found; of this run alone, as another may be under way. */
const compiled = resolve('node_modules/.cache/exchange-stig-sources', String(process.pid));

/** Compiles every source file, once for the whole run, to a module that node loads by itself; answers with what removes them. */
export default async function setup(): Promise<() => void> {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  await build({
    entryPoints: names.filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).map((name) => join(sources, name)),
    outdir: compiled,
    outbase: sources,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  return () => rmSync(compiled, { recursive: true, force: true });
}

/**
 * Lets tests import what setup made instead of the source files. Vitest reaches each import through a getter, at each use: where a
 * test asks the same functions a million things, that is a third of its time.
 */
export const compiledSources: Plugin = {
  name: 'compiled-sources',
  enforce: 'pre',
  resolveId(source, importer) {
    if (importer === undefined || !source.startsWith('.')) return undefined;
    const name = relative(sources, resolve(importer, '..', source));
    return name.startsWith('..') || !name.endsWith('.js') ? undefined : { id: join(compiled, name), external: true };
  },
};
