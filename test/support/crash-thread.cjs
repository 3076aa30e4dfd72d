// Loaded into the command by `node --require`: a thread that opens a file of a folder named CRASH ends at once.
const { isMainThread } = require('node:worker_threads');
const files = require('node:fs');

if (!isMainThread) {
  const { openSync } = files;
  files.openSync = (path, ...rest) => {
    if (String(path).includes('CRASH')) process.exit(7);
    return openSync(path, ...rest);
  };
}
