// Loaded into the command by `node --require`: a thread that opens a file of a folder named CRASH ends at once.
const { isMainThread } = require('node:worker_threads');
const files = require('node:fs/promises');

if (!isMainThread) {
  const { open } = files;
  files.open = (path, ...rest) => {
    if (String(path).includes('CRASH')) process.exit(7);
    return open(path, ...rest);
  };
}
