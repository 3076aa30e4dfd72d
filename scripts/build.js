// Builds the command (one bundled file), the library (dependencies left to the package manager) and the declarations.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileSchemas } from './compile-schemas.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version) },
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * What libraries ask for at their start and the command never uses: xmlbuilder2's YAML, and commander's subcommands that
 * are programs of their own. Each would be loaded at every start.
 */
const neverUsed = [
  { name: 'js-yaml', by: 'xmlbuilder2' },
  { name: 'node:child_process', by: 'commander' },
];
const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(js-yaml|node:child_process)$/ }, ({ path, importer }) =>
      neverUsed.some(({ name, by }) => name === path && importer.includes(join('node_modules', by, 'lib')))
        ? { path, namespace: 'unused' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * The nodes of xmlbuilder2's DOM have some thirty class fields each, of which most are constants that their prototypes have
 * as well. Without these, and with the others set in the constructor instead of defined, as TypeScript once wrote them, a
 * node costs V8 a fraction.
 */
const lighterNodes = {
  name: 'lighter-nodes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@oozcitak[\\/]dom[\\/]lib[\\/]dom[\\/]\w+\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const onPrototype = new Set(
        Array.from(source.matchAll(/idl_defineConst\)\(\w+\.prototype, "(\w+)"/g), ([, name]) => name),
      );
      const contents = source.replace(/^ {4}(\w+) = .+;$/gm, (field, name) => (onPrototype.has(name) ? '' : field));
      return { contents, loader: 'ts' };
    });
  },
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
await compileSchemas();
// CommonJS, because node starts it faster, and ASCII alone, because it is read faster.
await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  platform: 'node',
  charset: 'ascii',
  minify: true,
  // The same parser for Node's own Buffer: the one for browsers brings a slower one along.
  plugins: [withoutUnused, lighterNodes],
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  alias: { 'csv-parse/browser/esm/sync': 'csv-parse/sync' },
  // bin/exchange-stig.cjs starts it faster, but whoever starts this file gets the same.
  footer: { js: 'if (require.main === module) module.exports.main(__filename);' },
});
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  platform: 'neutral',
  packages: 'external',
  footer: { js: readFileSync(join(root, 'scripts/library-started.js'), 'utf8') },
});
execFileSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'src/tsconfig.types.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
