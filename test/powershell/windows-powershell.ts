import { fileURLToPath } from 'node:url';
import { runPowerShell } from '../support/powershell.js';

export interface Unknown51 {
  readonly Script: string;
  readonly Line: number;
  readonly What: string;
}

/** What in scripts Windows PowerShell 5.1 does not know, as far as windows-powershell.ps1 can tell; asks the PowerShell at `path`. */
export const unknownTo51 = (path: string, scripts: readonly string[]): readonly Unknown51[] => {
  const checker = fileURLToPath(new URL('windows-powershell.ps1', import.meta.url));
  const { status, stdout, stderr } = runPowerShell(path, ['-File', checker, ...scripts]);
  if (status !== 0 || stderr !== '') throw new Error(`the check ended with ${status}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
};
