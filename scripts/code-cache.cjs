// Runs the built command on a sample and keeps what V8 compiled for it: dist/cli.cjs.cache, behind the bundle's SHA-256.
const { createHash } = require('node:crypto');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');
const bundle = join(root, 'dist/cli.cjs');
const out = mkdtempSync(join(tmpdir(), 'exchange-stig-'));
rmSync(`${bundle}.cache`, { force: true });
process.argv.push(
  'evaluate',
  join(root, 'samples/edge/send-connectors.clixml.xml'),
  join(root, 'samples/edge/send-connectors.csv'),
);
process.argv.push('--host', 'EDGE01', '--out-dir', out, '--quiet');
const script = require('../bin/exchange-stig.cjs');
process.on('exit', () => {
  process.exitCode = 0;
  rmSync(out, { recursive: true, force: true });
  const digest = createHash('sha256').update(readFileSync(bundle)).digest();
  writeFileSync(`${bundle}.cache`, Buffer.concat([digest, script.createCachedData()]));
});
