// The end of dist/index.js. Started for the command, the library would do nothing and end with 0, the code for "not a finding":
// it says what it is. A program that has the library in its own bundle is another file of another package.
try {
  const { argv, getBuiltinModule, stderr } = globalThis.process;
  const { createRequire } = getBuiltinModule('node:module');
  const { readFileSync, realpathSync } = getBuiltinModule('node:fs');
  const own = getBuiltinModule('node:url').fileURLToPath(import.meta.url);
  if (
    realpathSync(createRequire(own).resolve(argv[1])) === own &&
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).name === 'exchange-stig'
  ) {
    globalThis.process.exitCode = 3;
    stderr.write('error: this file is the library: start bin/exchange-stig.cjs\n');
  }
} catch {
  // A browser, or no file was started.
}
