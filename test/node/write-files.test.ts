import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownFiles } from '../../src/node/own-files.js';
import { place } from '../../src/node/place-files.js';
import { takeOver, undo } from '../../src/node/recover.js';
import { replaceFile } from '../../src/node/replace-file.js';
import {
  closeWorkingFolder,
  endPlacing,
  openWorkingFolder,
  placingPath,
  startPlacing,
  writingPath,
} from '../../src/node/working-folder.js';
import { temporaryFolder } from '../support/command.js';
import { begun, dead, elsewhere, folderMaker, here, interrupted, undone, write } from '../support/dead-runs.js';
import { filesIn, putFiles } from '../support/faults.js';

const newFolder = folderMaker(temporaryFolder());
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
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

  it.skipIf(process.platform === 'win32')('says of which file it was where the current folder is gone', () => {
    const [folder = '', bin] = [newFolder({}), resolve('bin/exchange-stig.cjs')];
    const args = ['evaluate', resolve('samples/edge/send-connectors.csv'), '--host', 'EDGE01', '--out-dir', 'out'];
    const script = 'rmdir "$PWD" && exec "$@"';
    const run = spawnSync('sh', ['-c', script, 'sh', process.execPath, bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/^error: out[/].+: the file cannot be written \(ENOENT\)/m);
    expect(run.status).toBe(3);
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
    const parent = readFileSync(`/proc/${process.ppid}/stat`, 'latin1').split(') ')[1]?.split(' ')[19];
    const left = {
      gone: `.exchange-stig-writing-${dead}`,
      // The process has ended, and its id was given again: to this process, or to another one.
      ownId: `.exchange-stig-writing-${here}-${process.pid}-1-0123456789ab`,
      reusedId: `.exchange-stig-writing-${here}-${process.ppid}-1-0123456789ab`,
      own: `.exchange-stig-writing-${here}-${process.pid}-${begun}-0123456789ab`,
      running: `.exchange-stig-writing-${here}-${process.ppid}-${parent}-0123456789ab`,
      runningOld: `.exchange-stig-writing-${here}-${process.ppid}-${parent}-ba9876543210`,
      elsewhere: `.exchange-stig-writing-${elsewhere}`,
      otherName: '.exchange-stig-writing-notes',
    };
    for (const name of Object.values(left)) mkdirSync(join(folder, name, 'new'), { recursive: true });
    for (const name of [left.runningOld, left.otherName]) utimesSync(join(folder, name), yesterday, yesterday);
    writeFileSync(join(folder, '.a.tmp'), 'of another program');
    expect(await write(false, join(folder, 'a'))).toEqual([]);
    expect(names(folder)).toEqual(
      ['.a.tmp', left.running, left.runningOld, left.elsewhere, left.otherName, 'a'].sort(),
    );
  });

  it.each([
    ['here', dead],
    ['with this process’s id, before this process', `${here}-${process.pid}-1-0123456789ab`],
    ['with the id of a process that runs now', `${here}-${process.ppid}-1-0123456789ab`],
  ])('is undone at once where it died while its files took their names: %s', async (_, token) => {
    const { folder } = interrupted(newFolder, token);
    const start = performance.now();
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(filesIn(folder)).toEqual(undone);
  });

  it('is undone also where a run died while it undid it, at whatever step', async () => {
    const { folder, placing } = interrupted(newFolder, dead);
    putFiles(folder, { a: 'old a' });
    putFiles(join(placing, dead), { back: 'old a' });
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(filesIn(folder)).toEqual(undone);
  });

  it.each([
    '',
    '{"names": ["a"',
    '{"names": ["a", ".."]}',
    '{"names": ["a", "../../secret"]}',
    '{"names": ["a", 1, null]}',
  ])('is undone by what it holds, and never leads out of the folder, where it says of itself %j', async (owner) => {
    const { folder } = interrupted(newFolder, dead, owner);
    writeFileSync(join(folder, '..', 'secret'), 'kept');
    expect(await write(false, join(folder, 'other'))).toEqual([]);
    expect(filesIn(folder)).toEqual(undone);
    expect(readFileSync(join(folder, '..', 'secret'), 'utf8')).toBe('kept');
  });
});

describe('the lock of a folder', () => {
  it('is free where its folder is empty', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.exchange-stig-placing'));
    expect(await write(false, join(folder, 'a'))).toEqual([]);
    expect(filesIn(folder)).toEqual({ files: { a: 'new' }, hidden: [] });
  });

  it('once taken over, lets its run do nothing any more', async () => {
    const folder = newFolder({ a: 'old a', b: 'old b' });
    const stopped = openWorkingFolder(folder, ['a', 'b', 'c']);
    for (const name of ['a', 'b', 'c']) writeFileSync(writingPath(stopped, 'new', name), `new ${name}`);
    expect(startPlacing(stopped)).toBe(true);
    expect(takeOver(folder, stopped.token)).toBe(true);
    expect(takeOver(folder, stopped.token)).toBe(false);
    // Another run is placing files of the same names when the first goes on.
    const other = openWorkingFolder(folder, ['a', 'b', 'c']);
    for (const name of ['a', 'b', 'c']) writeFileSync(writingPath(other, 'new', name), `other ${name}`);
    expect(startPlacing(other)).toBe(true);
    for (const name of ['a', 'c']) expect(() => place(stopped, name, true)).toThrow('ENOENT');
    undo(folder, placingPath(stopped));
    expect(() => endPlacing(stopped)).toThrow('ENOENT');
    closeWorkingFolder(stopped);
    for (const name of ['a', 'b', 'c']) place(other, name, true);
    endPlacing(other);
    closeWorkingFolder(other);
    expect(filesIn(folder)).toEqual({ files: { a: 'other a', b: 'other b', c: 'other c' }, hidden: [] });
  });
});

describe('replaceFile', () => {
  const options = { original: hash('old'), force: false, own: ownFiles(() => []) };
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
