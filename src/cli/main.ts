import { exitCode } from './exit-code.js';
import { type Io, processIo } from './io.js';
import { createProgram } from './program.js';
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

/** The command as a process: sets the exit code and lets the output drain. */
export const main = async (): Promise<void> => {
  // A reader that went away (`| head`) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await run(processIo());
};

const explain = (error: unknown, io: Io): number => {
  if (isCommanderError(error)) return error.exitCode === 0 ? exitCode.ok : exitCode.failed;
  if (error instanceof UsageError) {
    io.stderr(`error: ${error.message}\n`);
    return exitCode.failed;
  }
  const shown = error instanceof Error ? error : new Error(String(error));
  io.stderr(
    `internal error: ${shown.message.split('\n')[0]} (a bug: please report it; EXCHANGE_STIG_DEBUG=1 shows where)\n`,
  );
  if (io.env['EXCHANGE_STIG_DEBUG']) io.stderr(`${shown.stack}\n`);
  return exitCode.bug;
};

/** Commander has said what is wrong already when it throws. */
const isCommanderError = (error: unknown): error is { readonly exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error;
