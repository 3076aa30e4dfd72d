const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The rooms of src/, from the ground up: the rows of the table in docs/architecture.md. A room may import those above it;
 * the last three are the edges, all others the core.
 */
const rooms = [
  ...readFileSync(join(__dirname, '../docs/architecture.md'), 'utf8').matchAll(/^\| `src\/([a-z]+)\/` \|/gm),
].map((row) => row[1]);
const folders = readdirSync(join(__dirname, '../src'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const unlisted = folders.filter((folder) => !rooms.includes(folder));
if (unlisted.length > 0)
  throw new Error(
    `No row in the table of docs/architecture.md for: ${unlisted.map((room) => `src/${room}/`).join(', ')}`,
  );

const inRooms = (names) => `^src/(${names.join('|')})/`;
const core = inRooms(rooms.slice(0, -3));

const runsUp = rooms.slice(0, -1).map((room, i) => ({
  name: `${room}-imports-nothing-below-it`,
  severity: 'error',
  from: { path: inRooms([room]) },
  to: { path: inRooms(rooms.slice(i + 1)) },
}));

const only = (name, file, library) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: file },
  to: { path: `(^|/)node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    ...runsUp,
    {
      name: 'page-knows-core-alone',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^src/(node|cli)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-has-no-node',
      severity: 'error',
      from: { path: [core, '^src/page/'] },
      to: { dependencyTypes: ['core'] },
    },
    only('one-xml-parser', '^src/importers/stig-manager/by-its-parser\\.ts$', 'fast-xml-parser'),
    only('one-xml-serializer', '^src/xml/serialize\\.ts$', 'xmlbuilder2'),
    only('no-schema-compiler', '^scripts/', 'ajv(-formats)?'),
    {
      name: 'one-schema-validator',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/schemas/' },
      to: { path: '^src/schemas/compiled/' },
    },
    only('one-zip-reader-and-writer', '^src/bytes/(read-zip|zip-archive)\\.ts$', 'fflate'),
    only('one-uuid', '^src/text/uuid\\.ts$', 'uuid'),
    only('command-line-parser', '^src/cli/', '(commander|@commander-js/extra-typings|picocolors)'),
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};

if (require.main === module) {
  console.error('error: this file is no program: npm run border holds the imports to it');
  process.exitCode = 3;
}
