/** The borders of the rooms, as docs/architecture.md draws them. */
const core =
  '^src/(model|diagnostics|text|xml|evidence|rules|benchmark|checklist|formats|validate|assess|json|fleet|report)/';
const only = (name, file, library) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: file },
  to: { path: `(^|/)node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    {
      name: 'page-knows-core-alone',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^src/(node|cli)/' },
    },
    { name: 'page-has-no-node', severity: 'error', from: { path: '^src/page/' }, to: { dependencyTypes: ['core'] } },
    { name: 'nobody-knows-page', severity: 'error', from: { path: '^src/(?!page/)' }, to: { path: '^src/page/' } },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'core-has-no-node', severity: 'error', from: { path: core }, to: { dependencyTypes: ['core'] } },
    { name: 'core-knows-no-shell', severity: 'error', from: { path: core }, to: { path: '^src/(node|cli)/' } },
    { name: 'model-stands-alone', severity: 'error', from: { path: '^src/model/' }, to: { pathNot: '^src/model/' } },
    { name: 'node-knows-no-cli', severity: 'error', from: { path: '^src/node/' }, to: { path: '^src/cli/' } },
    only('one-xml-parser', '^src/xml/parse\\.ts$', 'fast-xml-parser'),
    only('one-xml-serializer', '^src/xml/serialize\\.ts$', 'xmlbuilder2'),
    only('no-schema-compiler', '^scripts/', 'ajv(-formats)?'),
    {
      name: 'one-schema-validator',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/validate/(manifest-)?schema\\.ts$' },
      to: { path: '^src/validate/compiled/' },
    },
    only('one-csv-parser', '^src/evidence/csv-rows\\.ts$', 'csv-parse'),
    only('one-zip-reader-and-writer', '^src/(benchmark/zip|node/write-zip|page/tasks/zip)\\.ts$', 'fflate'),
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
