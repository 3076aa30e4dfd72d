import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, elsewhere: some leave a log where they are. */
export const run = (program: string, ...args: readonly string[]): Run => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    cwd: tmpdir(),
    maxBuffer: 1e8,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
};

/** Why a program cannot be asked, or undefined. */
export const lacksProgram = (program: string, debianPackage: string): string | undefined =>
  spawnSync(program, ['--version']).status === 0 ? undefined : `${program} is not installed (Debian: ${debianPackage})`;
