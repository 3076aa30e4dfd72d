// `convert` of a large checklist against SAF reading the same file.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { largeChecklist } from './inputs.js';
import { command, inFolder, root, sideBySide } from './measure.js';

export const title = 'Convert: a CKL of 2.5 MB to CKLB, against saf convert ckl2hdf of the same file';
export const goal = 'SAF computes at least 6 times as long';

export const measure = () =>
  inFolder((folder) => {
    const ckl = join(folder, 'large.ckl');
    writeFileSync(ckl, largeChecklist(500));
    const convert = {
      name: 'convert --to cklb',
      args: [command, 'convert', ckl, '--to', 'cklb', '--out', join(folder, 'out.cklb'), '--force', '--quiet'],
    };
    const saf = safProgram();
    if (saf === undefined) console.log('skipped: SAF is not installed (CLIENTS names the folder of the clients)');
    const ckl2hdf = {
      name: 'saf convert ckl2hdf',
      program: saf,
      // It leaves a log where it runs.
      cwd: folder,
      args: ['convert', 'ckl2hdf', '-i', ckl, '-o', join(folder, 'out.json')],
    };
    return sideBySide(saf === undefined ? [convert] : [convert, ckl2hdf], 5);
  });

const safProgram = () => {
  const path = join(resolve(root, process.env['CLIENTS'] ?? 'clients'), 'saf/node_modules/.bin/saf');
  return existsSync(path) ? path : undefined;
};
