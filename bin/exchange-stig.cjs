#!/usr/bin/env node
// Starts the bundled command. Compiling it is half of a short run, so the build leaves V8's code cache beside it
// (scripts/code-cache.cjs); the cache is taken only for the very bundle and the very V8 that it was made for.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Optimising a function costs more than a short run has time to earn back: V8 is to wait longer than its 66 KiB of bytecode.
// It must be said before the cache is read, which is for these very flags; a V8 that has no such flag would complain.
if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--interrupt-budget=1056768');

const file = join(__dirname, '../dist/cli.cjs');
const source = readFileSync(file);

const readCache = () => {
  try {
    const cache = readFileSync(`${file}.cache`);
    const digest = createHash('sha256').update(source).digest();
    return cache.subarray(0, 32).equals(digest) ? cache.subarray(32) : undefined;
  } catch {
    return undefined;
  }
};

const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${source.toString('latin1')}\n})`,
  {
    filename: file,
    cachedData: readCache(),
  },
);
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, require, module_, file, dirname(file));
module.exports = script;
module_.exports.main(__filename);
