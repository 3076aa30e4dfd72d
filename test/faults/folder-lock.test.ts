import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openWorkingFolder, placingPath, startPlacing, writingPath } from '../../src/node/working-folder.js';
import { temporaryFolder } from '../support/command.js';
import { dead, elsewhere, folderMaker, interrupted, undone, write } from '../support/dead-runs.js';
import { filesIn } from '../support/faults.js';

const newFolder = folderMaker(temporaryFolder());

/* Each of these waits for ten seconds. */
describe.concurrent('a lock that is not given back', () => {
  it('is undone also where nothing is known of its machine, once it has done nothing for ten seconds', async () => {
    const { folder } = interrupted(newFolder, elsewhere);
    expect(await write(true, join(folder, 'other'), join(folder, 'a'))).toEqual([]);
    expect(filesIn(folder)).toEqual({ files: { ...undone.files, a: 'new' }, hidden: [] });
  });

  it('is undone after a second where those ten seconds have passed already', async () => {
    const { folder } = interrupted(newFolder, elsewhere);
    await wait(10_000);
    const start = performance.now();
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(8000);
    expect(filesIn(folder)).toEqual(undone);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'is left alone where another user made it, and nobody is told to remove it',
    async () => {
      const { folder, placing } = interrupted(newFolder, dead);
      spawnSync('chown', ['-R', '65534', placing]);
      expect(await write(false, join(folder, 'other'))).toEqual(['folder-of-other-user']);
      expect(filesIn(folder).files).toEqual({ a: 'new a', b: 'old b', mine: 'mine' });
    },
  );

  it('is left alone where it is none of this version’s', async () => {
    const folder = newFolder({ a: 'new a', '.exchange-stig-placing/old/a': 'old a' });
    expect(await write(false, join(folder, 'other'))).toEqual(['folder-lock-foreign']);
    expect(readFileSync(join(folder, '.exchange-stig-placing/old/a'), 'utf8')).toBe('old a');
  });

  it('is one run’s at a time, and given up for by others after a while', async () => {
    const folder = newFolder();
    const one = openWorkingFolder(folder, ['a']);
    const two = openWorkingFolder(folder, ['b']);
    expect(startPlacing(one)).toBe(true);
    expect(startPlacing(two)).toBe(false);
    expect(await write(false, join(folder, 'c'))).toEqual(['folder-busy']);
    expect(existsSync(placingPath(one, 'owner')) && existsSync(writingPath(two, 'owner'))).toBe(true);
    expect(filesIn(folder).files).toEqual({});
  });
});
