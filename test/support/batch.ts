import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';

/** The file in which `batch` notes what it has done. */
export const stateOf = (out: string): string => join(out, '.exchange-stig-batch.jsonl');
export const linesOf = (out: string): readonly string[] =>
  existsSync(stateOf(out)) ? readFileSync(stateOf(out), 'utf8').split('\n').slice(0, -1) : [];

export const batch = (folder: string, out: string, ...args: string[]) => {
  const { status, stdout, stderr } = command(['batch', folder, '--out-dir', out, '--json', ...args]);
  const summary = JSON.parse(stdout);
  const codes: readonly string[] = summary.diagnostics.map((d: { code: string }) => d.code);
  return { status, summary, codes, stderr };
};
