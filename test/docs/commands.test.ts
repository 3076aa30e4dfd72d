import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { createProgram } from '../../src/cli/program.js';
import { temporaryFolder } from '../support/command.js';
import { expectGolden } from '../support/golden.js';
import {
  blocksOf,
  type CommandLine,
  commandLines,
  ownArguments,
  pages,
  textOf,
  withOutputs,
} from '../support/pages.js';
import { runCommand } from '../support/run.js';

const { scripts, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const root = temporaryFolder();

/** The program, with what it says instead of what it does. */
const programThatSays = (said: string[]) => {
  const say = (text: string): void => void said.push(text);
  const io: Io = {
    args: [],
    env: {},
    now: () => new Date(0),
    stdin: async () => undefined,
    stdout: say,
    stderr: say,
    isTerminal: false,
    color: false,
  };
  const program = createProgram(io, () => undefined);
  for (const command of program.commands) command.action(() => undefined);
  return program;
};

/** Parses as the program does, without running anything: what it objects to, or nothing. */
const objection = async (args: readonly string[]): Promise<string | undefined> => {
  const said: string[] = [];
  try {
    await programThatSays(said).parseAsync(args, { from: 'user' });
    return undefined;
  } catch (error) {
    const isHelp = error instanceof Error && 'exitCode' in error && error.exitCode === 0;
    return isHelp ? undefined : `${args.join(' ')}: ${said.join('')}${error}`;
  }
};

/** Every command line of a page: those of shell blocks and of indented ones. */
const linesOf = (text: string): readonly CommandLine[] => [
  ...blocksOf(text).flatMap((block) => (block.language === 'sh' ? commandLines(block.text) : [])),
  ...[...text.matchAll(/^ {4}(exchange-stig .*)$/gm)].flatMap(([, line = '']) => commandLines(line)),
];

const npmCommands = ['ci', 'test', 'pack', 'install'];

/** What can be known of a command line of npm and of the package's name without running it. */
const checkOther = ({ words }: CommandLine): void => {
  const [program, command = '', script = ''] = words;
  const line = words.join(' ');
  if (program === 'npm' && command === 'run') expect(Object.keys(scripts), line).toContain(script);
  else if (program === 'npm') expect(npmCommands, line).toContain(command);
  for (const [, named] of line.matchAll(/exchange-stig-(\d[\w.]*)\.tgz/g)) expect(named, line).toBe(version);
};

const writes = /^(?:-o|--(?:out|out-dir|report|poam|zip|summary-csv|bundle))$/;
const aFile = /\.(?:xml|csv|json|zip|cklb?|pem|sig|txt)$/;

/**
 * Runs what a page's blocks say on the samples, with the files that these make in a folder of the page's own. A block
 * line that needs other files than samples is not run.
 *
 * @returns what the block prints, or undefined where it is not run
 */
const runnerFor = (page: string) => {
  const folder = mkdtempSync(join(root, 'page-'));
  return async (block: string): Promise<string | undefined> => {
    let shown = '';
    let hasRun = false;
    for (const line of commandLines(block)) {
      const args = ownArguments(line);
      if (args === undefined) continue;
      const made = (word: string): boolean => !word.startsWith('-') && existsSync(join(folder, word));
      const isOut = (i: number): boolean => writes.test(args[i - 1] ?? '');
      const isMissing = (word: string, i: number): boolean => aFile.test(word) && !isOut(i) && !made(word);
      if (args.some((word, i) => isMissing(word, i) && !existsSync(word))) continue;
      if (!args.some((word) => word.startsWith('samples/') || made(word))) continue;
      const placed = args.map((word, i) => (made(word) || isOut(i) ? join(folder, word) : word));
      const { code, stdout, stderr } = await runCommand(placed);
      // A fleet with a host that is refused is worth showing, too.
      expect(code, `${page}: ${args.join(' ')}\n${stderr}`).toBeLessThan(args[0] === 'batch' ? 4 : 3);
      const text = stdout.replaceAll(`${folder}/`, '');
      if (line.into === undefined) shown += text;
      else writeFileSync(join(folder, line.into), text);
      hasRun = true;
    }
    return hasRun ? shown : undefined;
  };
};

describe.each(pages)('%s', (page) => {
  it('has only command lines that the program takes', async () => {
    const objections: string[] = [];
    for (const line of linesOf(textOf(page))) {
      // What the shell puts in is a number here: a part of a fleet, or how many threads.
      const args = ownArguments(line)?.map((word) => word.replace(/\$\w+|\{\}/, '1'));
      if (args === undefined) checkOther(line);
      else objections.push((await objection(args)) ?? '');
    }
    expect(objections.filter((said) => said !== '')).toEqual([]);
  });

  it('names only commands and options that there are', () => {
    const options = new Map(
      programThatSays([]).commands.map((command) => [command.name(), command.options.map(({ long }) => long)]),
    );
    for (const [whole, name = '', rest = ''] of textOf(page).matchAll(/`exchange-stig ([a-z][a-z-]*)([^`\n]*)`/g)) {
      expect(['help', ...options.keys()], whole).toContain(name);
      for (const [option] of rest.matchAll(/--(?!help)[a-z-]+/g)) expect(options.get(name), whole).toContain(option);
    }
  });

  it('shows what its commands print (UPDATE=1 writes it)', async () => {
    const text = textOf(page);
    expectGolden(await withOutputs(text, runnerFor(page)), pathToFileURL(page));
  });
});
