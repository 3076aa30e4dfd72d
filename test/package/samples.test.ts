import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';

const folder = temporaryFolder();

interface SampleCommand {
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout?: string;
}

/** What a run notes for itself is no sample. */
const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.includes('.exchange-stig-') && statSync(join(root, name)).isFile(),
  );

describe('samples', () => {
  it('what the commands write is what stands beside the samples (npm run samples)', () => {
    const samples = join(folder, 'samples');
    cpSync('samples', samples, { recursive: true });
    const made = filesOf('samples').filter((name) => name.includes('artifacts'));
    for (const name of made) rmSync(join(samples, name));
    const commands = JSON.parse(readFileSync('samples/commands.json', 'utf8')) as readonly SampleCommand[];
    for (const { args, exit, stdout } of commands) {
      const run = command(args, { cwd: folder, env: { SOURCE_DATE_EPOCH: '1769860800' } });
      expect(run, args.join(' ')).toMatchObject({ status: exit });
      if (stdout !== undefined) expect(run.stdout).toBe(readFileSync(stdout, 'utf8'));
    }
    const written = filesOf(samples).filter((name) => name.includes('artifacts'));
    const printed = commands.flatMap(({ stdout }) => (stdout === undefined ? [] : [stdout.replace('samples/', '')]));
    expect([...written, ...printed].sort()).toEqual(made.sort());
    for (const name of written)
      expect(readFileSync(join(samples, name), 'utf8'), name).toBe(readFileSync(join('samples', name), 'utf8'));
  });

  it('every format of the edge sample gives the same verdict for each connector', () => {
    const verdicts = readdirSync('samples/edge')
      .filter((name) => name.startsWith('send-connectors'))
      .map((name) => {
        const out = ['--json', '--out-dir', join(folder, name)];
        const { stdout } = command(['evaluate', `samples/edge/${name}`, '--host', 'E', ...out]);
        const [result] = JSON.parse(stdout).hosts[0].results;
        return result.connectors.map((c: { name: string; status: string; clauses: unknown }) => [
          c.name,
          c.status,
          c.clauses,
        ]);
      });
    expect(verdicts).toHaveLength(4);
    for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0]);
  });
});
