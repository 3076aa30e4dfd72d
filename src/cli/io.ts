import { fstatSync } from 'node:fs';
import { collect, type ReadStdin } from '../node/read-input.js';

/** What the command needs of its surroundings: given as data and functions, so that a test can give others. */
export interface Io {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly stdin: ReadStdin;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard output is a terminal: what it acts on must not reach it. */
  readonly isTerminal: boolean;
  /** Whether standard output is a terminal that shows colours. */
  readonly color: boolean;
  /** How wide the terminal is that standard output is; none where it is no terminal. */
  readonly columns?: number | undefined;
  /** The same of standard error. */
  readonly stderrColumns?: number | undefined;
  /** Whether standard error is a terminal that shows colours. */
  readonly stderrColor?: boolean | undefined;
  /** The program's own file, which its threads run; without it there are no threads. */
  readonly program?: string | undefined;
}

/**
 * The surroundings of a real process.
 *
 * @param program the file that was started
 */
export const processIo = (program?: string): Io => ({
  args: process.argv.slice(2),
  env: process.env,
  now: () => new Date(),
  stdin: async (limit) => {
    // Node takes a folder for a stream without content, which would be an export without connectors.
    if (fstatSync(0).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    return collect(process.stdin, limit);
  },
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  color: showsColor(process.stdout),
  columns: columnsOf(process.stdout),
  stderrColumns: columnsOf(process.stderr),
  stderrColor: showsColor(process.stderr),
  program,
});

const showsColor = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';

/** A terminal may tell 0. */
const columnsOf = ({ isTTY, columns }: NodeJS.WriteStream): number | undefined =>
  isTTY === true && columns > 0 ? columns : undefined;
