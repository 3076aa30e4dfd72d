import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { livenessOf, processIdOf } from './process-identity.js';
import { ageOfLock, isMine, takeOver } from './recover.js';
import type { SignalWatch } from './signals.js';
import {
  endPlacing,
  type Lock,
  lockOf,
  placingName,
  placingPath,
  startPlacing,
  type WorkingFolder,
} from './working-folder.js';

/** How long a run may take to give its files their names, which is a matter of milliseconds. */
const longestPlacingMs = 10_000;

/** Milliseconds since the process began. `performance` and `node:timers/promises` would be loaded at every start. */
const now = (): number => process.uptime() * 1000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How long many runs may take it from one another. */
const longestWait = 60_000;

/**
 * Takes the locks of several folders. While it waits for one it holds none, so that no lock is held for longer than files take to
 * get their names.
 *
 * @returns the reason where it could not: those of `whenFree`. Throws the signal that came while it waited
 */
export const lockAll = async (
  folders: readonly WorkingFolder[],
  signals: SignalWatch,
): Promise<readonly Diagnostic[]> => {
  const begun = now();
  for (;;) {
    const busy = firstBusy(folders);
    if (busy === undefined) return [];
    await wait(20);
    signals.check();
    const problems = await whenFree(busy.target, signals);
    if (problems.length > 0) return problems;
    if (now() - begun > longestWait) return [folderBusy(busy.target, longestWait)];
  }
};

/** Takes all locks or none; answers with the folder whose lock another run has. */
const firstBusy = (folders: readonly WorkingFolder[]): WorkingFolder | undefined => {
  const held: WorkingFolder[] = [];
  let isDone = false;
  try {
    for (const folder of folders) {
      if (!startPlacing(folder)) return folder;
      held.push(folder);
    }
    isDone = true;
    return undefined;
  } finally {
    if (!isDone) for (const folder of held) endPlacing(folder);
  }
};

/**
 * Waits until nobody has the lock of a folder. Where its run is dead, or may be and does nothing, the old files are put back: at once
 * where this machine knows of the process; else after 10 seconds without a step of it by the clock of the file system, of which
 * one was watched. That it could go on after all does no harm (working-folder.ts).
 *
 * @returns the reason where that takes too long: `folder-busy`, `folder-of-other-user`, `folder-lock-foreign`
 */
export const whenFree = async (target: string, signals: SignalWatch): Promise<readonly Diagnostic[]> => {
  let [seen, since]: [Lock | undefined, number] = [undefined, now()];
  for (;;) {
    const lock = lockOf(target);
    if (lock === undefined) return [];
    if (lock.token !== seen?.token) [seen, since] = [lock, now()];
    const watched = now() - since;
    if (isAbandoned(target, lock, watched) && takeOver(target, lock.token ?? '')) continue;
    if (watched > longestPlacingMs) return [whyBusy(target, lock)];
    await wait(lock.token !== undefined && livenessOf(lock.token) === 'unknown' ? 200 : 20);
    signals.check();
  }
};

const isAbandoned = (target: string, { token }: Lock, watched: number): boolean => {
  if (token === undefined) return false;
  const liveness = livenessOf(token);
  if (liveness === 'alive' || !isOurs(target, token)) return false;
  return (
    liveness === 'dead' || watched > longestPlacingMs || (watched > 1000 && ageOfLock(target, token) > longestPlacingMs)
  );
};

const isOurs = (target: string, token: string): boolean =>
  [join(target, placingName), placingPath({ target, token })].every((path) => isMine(path, target));

const whyBusy = (target: string, { token }: Lock): Diagnostic => {
  if (token === undefined) return diagnostic('folder-lock-foreign', { file: target }, { name: placingName });
  if (isOurs(target, token)) return folderBusy(target, longestPlacingMs, token);
  const user = lstatSync(placingPath({ target, token }), { throwIfNoEntry: false })?.uid;
  return diagnostic('folder-of-other-user', { file: target }, { user: String(user ?? 'unknown') });
};

const folderBusy = (file: string, milliseconds: number, token?: string): Diagnostic =>
  diagnostic(
    'folder-busy',
    { file },
    {
      runs: token === undefined ? 'other runs' : `another run (process ${processIdOf(token)})`,
      seconds: String(milliseconds / 1000),
    },
  );
