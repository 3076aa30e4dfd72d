import { existsSync } from 'node:fs';

/** Reference material that lies beside the repository and is no part of it. */
export const sharedFile = (path: string): URL => new URL(`../../../shared/${path}`, import.meta.url);

/** True, with the reason printed, where a file of the reference material is absent: the tests that read it are skipped. */
export const lacksShared = (path: string): boolean => {
  const lacking = !existsSync(sharedFile(path));
  if (lacking) console.warn(`skipped: ../shared/${path} is not there`);
  return lacking;
};
