import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../src/node/replace-file.js';
import {
  closeWorkingFolder,
  endPlacing,
  openWorkingFolder,
  placingPath,
  startPlacing,
  writingPath,
} from '../../src/node/working-folder.js';
import { writeFiles } from '../../src/node/write-files.js';
import { temporaryFolder } from '../support/command.js';
import { filesIn, putFiles } from '../support/faults.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (files: Record<string, string> = {}): string => {
  const folder = join(root, String(count++));
  mkdirSync(folder);
  putFiles(folder, files);
  return folder;
};
const write = async (force: boolean, ...paths: string[]): Promise<string[]> =>
  (
    await writeFiles(
      paths.map((path) => ({ path, text: 'new' })),
      { force },
    )
  ).map(({ code }) => code);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const here = hash(hostname()).slice(0, 8);
/** The id of a process that has ended. */
const deadId = spawnSync(process.execPath, ['-e', '']).pid;
const dead = `${here}-${deadId}-0123456789ab`;
const names = (folder: string) => readdirSync(folder).sort();

describe('writeFiles', () => {
  it('names every file that is in the way, and leaves them', async () => {
    const folder = newFolder({ a: 'old', b: 'old' });
    expect(await write(false, join(folder, 'a'), join(folder, 'b'), join(folder, 'c'))).toEqual([
      'file-exists',
      'file-exists',
    ]);
    expect(filesIn(folder)).toEqual({ files: { a: 'old', b: 'old' }, hidden: [] });
  });

  it('writes all or nothing over several folders, and removes the folders that it made for nothing', async () => {
    const folder = newFolder({ 'b/file': 'old' });
    const paths = [join(folder, 'a/deep/er/file'), join(folder, 'b/file')];
    expect(await write(false, ...paths)).toEqual(['file-exists']);
    // The folder is a file: that is found out only when the first folder has been made.
    expect(await write(true, join(folder, 'a/deep/er/file'), join(folder, 'b/file/file'))).toEqual(['file-unwritable']);
    expect(names(folder)).toEqual(['b']);
    expect(await write(true, ...paths)).toEqual([]);
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['new', 'new']);
    expect(names(join(folder, 'a/deep/er'))).toEqual(['file']);
  });

  it('takes two ways to one folder for one', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'));
    expect(await write(false, join(folder, 'real/a'), join(folder, 'link/b'))).toEqual([]);
    expect(names(join(folder, 'real'))).toEqual(['a', 'b']);
    expect(await write(true, join(folder, 'real/a'), join(folder, 'link/a'))).toEqual(['file-unwritable']);
  });

  it('replaces a symbolic link and not what it leads to; without --force not even one that leads nowhere', async () => {
    const folder = newFolder({ kept: 'old' });
    symlinkSync('kept', join(folder, 'link'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(await write(false, join(folder, 'dangling'))).toEqual(['file-exists']);
    expect(readlinkSync(join(folder, 'dangling'))).toBe('nowhere');
    expect(await write(true, join(folder, 'link'), join(folder, 'dangling'))).toEqual([]);
    expect(filesIn(folder).files).toEqual({ dangling: 'new', kept: 'old', link: 'new' });
  });

  it('refuses a folder where a file should be before it touches the others', async () => {
    const folder = newFolder({ a: 'old' });
    mkdirSync(join(folder, 'b'));
    expect(await write(true, join(folder, 'a'), join(folder, 'b'))).toEqual(['output-not-a-file']);
    expect(filesIn(folder)).toEqual({ files: { a: 'old' }, hidden: [] });
  });

  it('takes names as long as the file system does, and refuses longer ones', async () => {
    const folder = newFolder();
    expect(await write(false, join(folder, 'x'.repeat(255)))).toEqual([]);
    expect(await write(false, join(folder, 'x'.repeat(256)))).toEqual(['file-unwritable']);
    expect(names(folder)).toEqual(['x'.repeat(255)]);
  });
});

describe('what dead runs left', () => {
  it('is removed, and what is not ours to judge stays', async () => {
    const folder = newFolder();
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    const left = {
      gone: `.exchange-stig-writing-${dead}`,
      ownId: `.exchange-stig-writing-${here}-${process.pid}-0123456789ab`,
      running: `.exchange-stig-writing-${here}-${process.ppid}-0123456789ab`,
      elsewhere: `.exchange-stig-writing-00000000-${deadId}-0123456789ab`,
      elsewhereOld: `.exchange-stig-writing-00000000-${deadId}-ba9876543210`,
      runningOld: `.exchange-stig-writing-${here}-${process.ppid}-ba9876543210`,
      otherName: '.exchange-stig-writing-notes',
    };
    for (const name of Object.values(left)) mkdirSync(join(folder, name, 'new'), { recursive: true });
    for (const name of [left.elsewhereOld, left.runningOld, left.otherName])
      utimesSync(join(folder, name), yesterday, yesterday);
    writeFileSync(join(folder, '.a.tmp'), 'of another program');
    expect(await write(false, join(folder, 'a'))).toEqual([]);
    expect(names(folder)).toEqual(['.a.tmp', left.running, left.elsewhere, left.otherName, 'a'].sort());
  });

  /** A folder as a run leaves it that was killed when it had placed its first file of three over old ones. */
  const interrupted = (owner: object): { folder: string; placing: string } => {
    const folder = newFolder({ a: 'new a', b: 'old b', mine: 'mine' });
    const placing = join(folder, '.exchange-stig-placing');
    putFiles(placing, { 'old/a': 'old a', 'new/b': 'new b', 'new/c': 'new c', owner: JSON.stringify(owner) });
    return { folder, placing };
  };

  it('is undone where it died while its files took their names', async () => {
    const { folder } = interrupted({ token: dead, names: ['a', 'b', 'c'] });
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(filesIn(folder)).toEqual({ files: { a: 'old a', b: 'old b', mine: 'mine', other: 'new' }, hidden: [] });
  });

  it('is undone also where a run died while it undid it, at whatever step', async () => {
    const { folder, placing } = interrupted({ token: dead, names: ['a', 'b', 'c'] });
    renameSync(placing, join(folder, `.exchange-stig-undoing-${dead}`));
    putFiles(folder, { a: 'old a' });
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(filesIn(folder)).toEqual({ files: { a: 'old a', b: 'old b', mine: 'mine', other: 'new' }, hidden: [] });
  });

  it('never leads out of the folder', async () => {
    const outside = newFolder({ secret: 'kept' });
    for (const name of [`../${outside.split('/').pop()}/secret`, '..', '', 1, null]) {
      const { folder, placing } = interrupted({ token: dead, names: ['a', name] });
      const writing = writeFiles([{ path: join(folder, 'other'), text: 'new' }], { force: false });
      // Nobody can be known to be dead: it is waited for until somebody removes it.
      setTimeout(() => renameSync(placing, join(folder, 'aside')), 100);
      expect(await writing).toEqual([]);
      expect(filesIn(folder).files).toEqual({ a: 'new a', b: 'old b', mine: 'mine', other: 'new' });
    }
    expect(filesIn(outside).files).toEqual({ secret: 'kept' });
  });

  it.skipIf(process.getuid?.() !== 0)('is left alone where another user made it', async () => {
    const { folder, placing } = interrupted({ token: dead, names: ['a', 'b', 'c'] });
    spawnSync('chown', ['-R', '65534', placing]);
    setTimeout(() => renameSync(placing, join(folder, 'aside')), 100);
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(filesIn(folder).files).toMatchObject({ a: 'new a' });
  });
});

describe('the lock of a folder', () => {
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

describe('replaceFile', () => {
  const options = { original: hash('old'), force: false };
  const replace = async (path: string, how = options) => {
    const done = await replaceFile(path, new TextEncoder().encode('new'), how);
    return done.ok ? done.value : done.diagnostics.map(({ code }) => code);
  };

  it('refuses a file that another program has written since it was read, or removed', async () => {
    const folder = newFolder({ a: 'theirs' });
    expect(await replace(join(folder, 'a'))).toEqual(['file-changed']);
    expect(await replace(join(folder, 'b'))).toEqual(['file-unwritable']);
    expect(filesIn(folder)).toEqual({ files: { a: 'theirs' }, hidden: [] });
  });

  it('refuses a file that another program has written while the run waited for its turn, and makes no backup', async () => {
    const folder = newFolder({ a: 'old' });
    const other = openWorkingFolder(folder, ['b']);
    expect(startPlacing(other)).toBe(true);
    const replacing = replace(join(folder, 'a'), { ...options, force: true });
    setTimeout(() => {
      writeFileSync(join(folder, 'a'), 'theirs');
      endPlacing(other);
      closeWorkingFolder(other);
    }, 200);
    expect(await replacing).toEqual(['file-changed']);
    expect(filesIn(folder)).toEqual({ files: { a: 'theirs' }, hidden: [] });
  });

  it('with a backup in the way changes nothing, also where it is a folder', async () => {
    const folder = newFolder({ a: 'old', 'a.bak': 'older' });
    expect(await replace(join(folder, 'a'))).toEqual(['file-exists']);
    mkdirSync(join(folder, 'b.bak'));
    putFiles(folder, { b: 'old' });
    expect(await replace(join(folder, 'b'), { ...options, force: true })).toEqual(['output-not-a-file']);
    expect(filesIn(folder).files).toEqual({ a: 'old', 'a.bak': 'older', b: 'old' });
  });
});
