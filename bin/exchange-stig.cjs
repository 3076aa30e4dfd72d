#!/usr/bin/env node
// Starts the bundled command. Compiling it is half of a short run, so what V8 compiled in one run is kept for the next
// (docs/decisions/0005-start-up.md). A code cache is code: it is taken only from a folder that nobody else can write to.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { dirname, extname, isAbsolute, join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { Script } = require('node:vm');

const user = process.geteuid?.();
const isOurs = (stat) => stat.uid === user && (stat.mode & 0o022) === 0;

/** The folder for this user's caches; nothing where the system does not tell owners, or none is wanted. */
const cacheHome = () => {
  const { XDG_CACHE_HOME: cache = '', HOME: home = '', NODE_DISABLE_COMPILE_CACHE: off = '' } = process.env;
  if (user === undefined || off !== '') return undefined;
  if (isAbsolute(cache)) return cache;
  return isAbsolute(home) ? join(home, '.cache') : undefined;
};

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** What kind of run this is, in eight bytes: runs of one kind compile the same functions. */
const kindOfRun = () => {
  const kinds = process.argv.slice(2).map((word) => {
    if (word.startsWith('-')) return word.replace(/=.*/s, '');
    return /^\.[a-z]+$/i.exec(extname(word))?.[0] ?? '';
  });
  return sha256([process.argv[2], ...new Set(kinds.sort())].join('\n')).subarray(0, kindLength);
};

/*
 * A cache file is the SHA-256 of its name and all that follows; how many kinds of runs went into it, in eight bytes; each kind;
 * what V8 made, which it would copy if it did not begin at a multiple of eight. V8 itself checks little of it: damaged data would
 * bring the process down.
 */
const digestLength = 32;
const kindLength = 8;
const maxKinds = 64;
const maxFiles = 16;
/** Of the bundle, and of V8's version, its flags and the processor. */
const cacheName = (source) => `${sha256(source).toString('hex')}-${cachedDataVersionTag().toString(16)}`;

const readCache = (folder, name) => {
  try {
    if (!isOurs(fs.lstatSync(folder))) return undefined;
    const file = fs.openSync(join(folder, name), fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
    try {
      if (!isOurs(fs.fstatSync(file))) return undefined;
      const bytes = fs.readFileSync(file);
      const rest = bytes.subarray(digestLength);
      if (!bytes.subarray(0, digestLength).equals(sha256(name, rest))) return undefined;
      const end = kindLength * (1 + rest[0]);
      return { kinds: rest.subarray(kindLength, end), compiled: rest.subarray(end) };
    } finally {
      fs.closeSync(file);
    }
  } catch {
    return undefined;
  }
};

const writeCache = (folder, name, kinds, compiled) => {
  for (const path of [dirname(folder), folder])
    if (!fs.existsSync(path) && fs.statSync(dirname(path)).uid === user) fs.mkdirSync(path, { mode: 0o700 });
  if (!isOurs(fs.lstatSync(folder))) return;
  const count = Buffer.alloc(kindLength);
  count[0] = kinds.length / kindLength;
  const rest = Buffer.concat([count, kinds, compiled]);
  const unfinished = join(folder, `${name}.${process.pid}`);
  try {
    fs.writeFileSync(unfinished, Buffer.concat([sha256(name, rest), rest]), { flag: 'wx', mode: 0o600 });
    fs.renameSync(unfinished, join(folder, name));
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
  const old = fs
    .readdirSync(folder)
    .map((other) => ({ path: join(folder, other), time: fs.lstatSync(join(folder, other)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(maxFiles);
  for (const { path } of old) fs.unlinkSync(path);
};

const bundle = join(__dirname, '../dist/cli.cjs');
const source = fs.readFileSync(bundle);
const home = cacheHome();
const folder = home === undefined ? undefined : join(home, 'exchange-stig');
const name = folder === undefined ? '' : cacheName(source);
const cache = folder === undefined ? undefined : readCache(folder, name);
// Put together as bytes: of parts of a text V8 would make another copy in its heap.
const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'].map((part) =>
  Buffer.from(part),
);
const wrapped = Buffer.concat([before, source, after]).toString('latin1');
const script = new Script(wrapped, { filename: bundle, cachedData: cache?.compiled });

/** After a run that did its work: keeps what was compiled, unless a run of this kind has done so. */
const keepCompiled = () => {
  if (folder === undefined || (process.exitCode ?? 0) > 2) return;
  const kinds = script.cachedDataRejected === false ? cache.kinds : Buffer.alloc(0);
  const kind = kindOfRun();
  for (let i = 0; i < kinds.length; i += kindLength) if (kinds.subarray(i, i + kindLength).equals(kind)) return;
  // Asked for here, since loading it takes time and most runs end above.
  if (kinds.length >= kindLength * maxKinds || !require('node:worker_threads').isMainThread) return;
  try {
    writeCache(folder, name, Buffer.concat([kinds, kind]), script.createCachedData());
  } catch {
    // The next run compiles again.
  }
};

const module_ = { exports: {} };
script.runInThisContext()(module_.exports, require, module_, bundle, dirname(bundle));
module_.exports.main(__filename).then(keepCompiled);
