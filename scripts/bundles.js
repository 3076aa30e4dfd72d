// What goes into the bundles of the command and of the library, as options of esbuild; the page's are in page-bundle.js.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leaveOut, pageBundle } from './page-bundle.js';
import { sourceDigest } from './source-digest.js';
import { isNoProgram } from './started.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'node20',
  define: { __VERSION__: JSON.stringify(version), __DIGEST__: JSON.stringify(sourceDigest()) },
  logLevel: 'warning',
  legalComments: 'none',
};

/** Commander's subcommands that are programs of their own: the command has none, and would load this at every start. */
const withoutPrograms = {
  name: 'without-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes(join('node_modules', 'commander', 'lib')) ? { path, namespace: 'unused' } : undefined,
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

/** CommonJS, because node starts it faster, and ASCII alone, because it is read faster. */
export const command = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  platform: 'node',
  charset: 'ascii',
  minify: true,
  plugins: [withoutPrograms, lighterNodes, leaveOut],
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  // bin/exchange-stig.cjs starts it faster, but whoever starts this file gets the same.
  footer: { js: 'if (require.main === module) module.exports.main(__filename);' },
};

/** It runs in a browser as well, and asks nobody for a package: it leaves out of the libraries what the page does. */
export const library = {
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  format: 'esm',
  platform: 'browser',
  plugins: [leaveOut],
  footer: { js: readFileSync(join(root, 'scripts/library-started.js'), 'utf8') },
};

const page = { ...common, ...pageBundle, entryPoints: ['src/page/main.ts'] };

/** The folders of the packages that the three bundles hold anything of, by the packages' names. */
export const bundledPackages = async () => {
  const folders = new Map();
  for (const options of [command, library, page]) {
    const { metafile } = await build({ ...options, outfile: undefined, write: false, metafile: true });
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path) ?? [];
        if (name !== undefined && bytesInOutput > 0) folders.set(name, join(root, folder));
      }
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
};

isNoProgram(import.meta.url, 'npm run build makes the bundles');
