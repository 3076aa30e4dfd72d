import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { command, type Outcome } from '../support/command.js';

type Texts = Readonly<Record<string, string>>;

export interface Written extends Outcome {
  /** What the command wrote into the folder `out`, by name. */
  readonly files: Texts;
  /** What stands beside it: the files that it was given, and those that it wrote there. */
  readonly made: Texts;
}

const textsIn = (folder: string): Texts =>
  Object.fromEntries(
    (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/**
 * Runs the command on the same files and gives what it writes. Arguments that are paths of files are replaced by copies' names
 * in a folder of their own: the page knows a file by its name alone.
 *
 * @param folder in which a folder is made
 */
export const byCommand = (folder: string, args: readonly string[]): Written => {
  const cwd = mkdtempSync(join(folder, 'command-'));
  const local = args.map((arg) => {
    if (!existsSync(arg)) return arg;
    cpSync(resolve(arg), join(cwd, basename(arg)));
    return basename(arg);
  });
  return { ...command(local, { cwd }), files: textsIn(join(cwd, 'out')), made: textsIn(cwd) };
};
