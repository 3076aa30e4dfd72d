import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** True where the module at this URL is the program that node was told to run. */
export const isStarted = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Says so where a module was started that is no program: silence with exit code 0 would pass for work done. */
export const isNoProgram = (url, instead) => {
  if (!isStarted(url)) return;
  console.error(`error: this file is no program: ${instead}`);
  process.exitCode = 3;
};

isNoProgram(import.meta.url, 'the scripts beside it use it');
