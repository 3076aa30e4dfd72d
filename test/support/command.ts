import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the command keeps what V8 compiled, so that the tests need not wait for it each time. */
export const codeCache = resolve('node_modules/.cache');
/** The environment in which tests start it. */
export const commandEnvironment = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', XDG_CACHE_HOME: codeCache };

/** Runs the built command as its user does, in a child process. */
export const command = (
  args: readonly string[],
  options: { input?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/exchange-stig.cjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    input: options.input ?? '',
    cwd: options.cwd,
    env: { ...commandEnvironment, ...options.env },
  });
  return { status, stdout, stderr };
};

/** A folder for one test file, removed after it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);
  return folder;
};
