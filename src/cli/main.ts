import { visible, visibleLines } from '../text/visible.js';
import { threadArgument } from './batch/thread-argument.js';
import { exitCode } from './exit-code.js';
import { type Io, processIo } from './io.js';
import { createProgram, showHelp } from './program.js';
import { stderrStyle, styledLine, tellNext } from './render/line.js';
import { UsageError } from './usage-error.js';

/** Runs the command in the given surroundings. Answers with the exit code; throws nothing. */
export const run = async (io: Io): Promise<number> => {
  const outcome = { code: exitCode.ok as number };
  try {
    await createProgram(io, (code) => {
      outcome.code = code;
    }).parseAsync(io.args, { from: 'user' });
    return outcome.code;
  } catch (error) {
    return explain(error, io);
  }
};

/**
 * The command as a process: sets the exit code and lets the output drain.
 *
 * @param program the file that was started, which threads run too
 */
export const main = async (program?: string): Promise<void> => {
  if (process.argv[2] === threadArgument && (await import('./batch/thread.js')).runThread()) return;
  let isBroken = false;
  const onError = (name: string) => (error: NodeJS.ErrnoException) => {
    // A reader that went away (`| head`) is not an error of ours.
    if (error.code === 'EPIPE' || isBroken) return;
    isBroken = true;
    process.exitCode = exitCode.failed;
    process.stderr.write(
      `error: ${name} cannot be written (${error.code ?? error.message}): its text is lost or cut off\n`,
    );
  };
  process.stdout.on('error', onError('standard output'));
  process.stderr.on('error', onError('standard error'));
  const code = await run(processIo(program));
  process.exitCode = isBroken && code !== exitCode.bug ? exitCode.failed : code;
};

const explain = (error: unknown, io: Io): number => {
  if (isCommanderError(error)) return error.exitCode === 0 ? exitCode.ok : exitCode.failed;
  if (error instanceof UsageError) {
    io.stderr(styledLine('error', `error: ${visible(error.message)}`, stderrStyle(io)));
    tellNext(io, showHelp(io.args[0]));
    return exitCode.failed;
  }
  const shown = error instanceof Error ? error : new Error(String(error));
  // A message of the engine's may quote what was read, a secret too: it is shown only to who asks for it.
  io.stderr(
    `internal error: ${visible(shown.name)} (a bug: please report it; EXCHANGE_STIG_DEBUG=1 shows what and where, perhaps with words of the input)\n`,
  );
  if (io.env['EXCHANGE_STIG_DEBUG']) io.stderr(`${visibleLines(shown.stack ?? shown.message)}\n`);
  return exitCode.bug;
};

/** Commander has said what is wrong already when it throws. */
const isCommanderError = (error: unknown): error is { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error;
