// Loaded into the command by `node --require`: tells in the file EFFECTS of every way out of the process that is tried, but
// for reading and writing files.
const { appendFileSync } = require('node:fs');

const watched = {
  'node:child_process': ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:tls': ['connect'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get'],
  'node:http2': ['connect'],
  'node:dgram': ['createSocket'],
  'node:dns': ['lookup', 'resolve'],
  'node:dns/promises': ['lookup', 'resolve'],
  'node:worker_threads': ['Worker'],
  'node:inspector': ['open'],
};
const tell = (what) => appendFileSync(process.env.EFFECTS, `${what}\n`);

for (const [name, members] of Object.entries(watched)) {
  const module_ = require(name);
  for (const member of members) {
    const original = module_[member];
    // Some are called with `new`.
    module_[member] = function (...args) {
      tell(`${name}.${member}`);
      return new.target ? Reflect.construct(original, args) : Reflect.apply(original, this, args);
    };
  }
}
// Standard output may be a socket that is never connected.
const { Socket } = require('node:net');
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  tell('node:net.Socket.connect');
  return connect.apply(this, args);
};
const { fetch } = globalThis;
globalThis.fetch = (...args) => {
  tell('fetch');
  return fetch(...args);
};
