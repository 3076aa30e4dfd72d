import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where scripts/install-powershell.sh puts it: outside the tree, one for all runs. */
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const program = join(process.env['POWERSHELL'] ?? join(cache, 'exchange-stig', 'powershell'), 'pwsh');

/** The genuine PowerShell, built where it is not there yet; or why it cannot be asked. Whoever skips tests prints the reason. */
export const powershell = (): { readonly path: string } | { readonly skip: string } => {
  if (existsSync(program)) return { path: program };
  if (process.platform === 'win32') return { skip: 'PowerShell is not built on Windows' };
  const install = fileURLToPath(new URL('../../scripts/install-powershell.sh', import.meta.url));
  const { stdout } = spawnSync('bash', [install], { encoding: 'utf8', timeout: 300_000 });
  const said = (stdout ?? '').trim().split('\n').at(-1);
  return existsSync(program) ? { path: program } : { skip: said || 'no PowerShell' };
};

export interface PowerShellOutcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the PowerShell at `path`, such as with `-File` and a script, and waits for its end. */
export const runPowerShell = (
  path: string,
  args: readonly string[],
  { input = '', cwd }: { readonly input?: string; readonly cwd?: string } = {},
): PowerShellOutcome => {
  const env = {
    ...process.env,
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    TERM: 'xterm',
    NO_COLOR: '1',
  };
  const { status, stdout, stderr } = spawnSync(path, ['-NoProfile', '-NoLogo', ...args], {
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 600_000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status, stdout, stderr };
};
