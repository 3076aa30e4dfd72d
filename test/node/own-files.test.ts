import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clashesOf, ownFiles } from '../../src/node/own-files.js';
import { temporaryFolder } from '../support/command.js';

it.skipIf(process.platform === 'win32')('a link and the file that it leads to are not both written', () => {
  const folder = temporaryFolder();
  const [path, link] = [join(folder, 'old.ckl'), join(folder, 'link.ckl')];
  writeFileSync(path, '');
  symlinkSync(path, link);
  const clashes = (...paths: string[]) =>
    clashesOf(
      ownFiles(() => []),
      paths.map((one, i) => ({ path: one, purpose: `${i}` })),
    ).map(({ code }) => code);
  expect(clashes(path, link)).toEqual(['output-twice']);
  expect(clashes(link, path)).toEqual(['output-twice']);
  expect(clashes(path, join(folder, 'other.ckl'))).toEqual([]);
});
