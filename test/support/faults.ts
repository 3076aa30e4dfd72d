import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeCache, commandEnvironment } from './command.js';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is to go wrong, see test/faults/inject.cjs. */
  readonly fault?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly cwd?: string;
}

/** The environment of a run. Faults do not meet the code cache: how far it is filled would change which call is the nth. */
export const environment = (fault: RunOptions['fault']) => ({
  ...commandEnvironment,
  FAULT_SPARES: codeCache,
  ...fault,
});

/** Starts the built command without waiting for it, so that several can run at the same time. */
export const start = (args: readonly string[], { fault, uid, cwd }: RunOptions = {}): Promise<Ended> =>
  new Promise((done, fail) => {
    const hook = fault === undefined ? [] : ['--require', resolve('test/faults/inject.cjs')];
    const child = spawn(process.execPath, [...hook, resolve('bin/exchange-stig.cjs'), ...args], {
      env: environment(fault),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
      ...(cwd === undefined ? {} : { cwd }),
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, ...said }));
  });

/** Does something with each item, a few at a time. */
export const forEachAtOnce = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 3 }, worker));
};

/** The files of a folder with their content; those whose names begin with a dot apart. */
export const filesIn = (folder: string): { readonly files: Record<string, string>; readonly hidden: string[] } => {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const isHidden = (name: string) => name.startsWith('.');
  const plain = names.filter((name) => !isHidden(name) && statSync(join(folder, name)).isFile());
  return {
    files: Object.fromEntries(plain.map((name) => [name, readFileSync(join(folder, name), 'latin1')])),
    hidden: names.filter(isHidden),
  };
};

export const putFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content, 'latin1');
  }
};

/**
 * How to run a shell script that may mount file systems, without leaving any behind: in a mount namespace of its own. Nothing,
 * with the reason printed, where the system has or allows none.
 */
export const mountingShell = (): ((script: string) => string) | undefined => {
  const unshare = process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount'];
  const run = (script: string) =>
    spawnSync('unshare', [...unshare, 'sh', '-eu', '-c', script], {
      encoding: 'utf8',
      env: environment({ NODE: process.execPath, COMMAND: resolve('bin/exchange-stig.cjs') }),
    });
  const probe = run('mount -t tmpfs -o size=64k none /mnt');
  if (probe.status !== 0) {
    console.warn(`skipped: no file system can be mounted here (${probe.stderr || probe.error?.message})`);
    return undefined;
  }
  return (script) => {
    const { status, stdout, stderr } = run(script);
    if (status !== 0) throw new Error(`the script ended with ${status}: ${stderr}`);
    return stdout;
  };
};

/** The id of a user for whom permissions count; nothing, with the reason printed, where this process cannot become one. */
export const plainUser = (): number | undefined => {
  const own = process.getuid?.();
  if (own !== undefined && own !== 0) return own;
  if (own === undefined) {
    console.warn('skipped: this system has no user ids');
    return undefined;
  }
  const nobody = 65_534;
  const probe = spawnSync(process.execPath, [resolve('bin/exchange-stig.cjs'), '--version'], {
    uid: nobody,
    gid: nobody,
  });
  if (probe.status === 0) return nobody;
  console.warn('skipped: run by root, and user 65534 may not read this folder');
  return undefined;
};
