import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';

const folder = temporaryFolder();
const timestamp = ['--timestamp', '2026-01-31T12:00:00Z'];
const edge = ['--host', 'EDGE01', '--fqdn', 'edge01.example.mil', '--ip', '192.0.2.10', '--mac', '00:00:5E:00:53:01'];

describe('samples', () => {
  it.each([
    ['edge', edge, 1],
    ['compliant', ['--host', 'EDGE02'], 0],
  ] as const)('%s: what comes out is what stands beside it (npm run samples)', (set, asset, code) => {
    const out = join(folder, set);
    const { status } = command([
      'evaluate',
      `samples/${set}/send-connectors.clixml.xml`,
      ...asset,
      ...timestamp,
      '--out-dir',
      out,
    ]);
    expect(status).toBe(code);
    const names = readdirSync(`samples/${set}/artifacts`);
    expect(readdirSync(out).sort()).toEqual(names.sort());
    for (const name of names)
      expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(`samples/${set}/artifacts/${name}`, 'utf8'));
  });

  it('every format of the edge sample gives the same verdict for each connector', () => {
    const verdicts = readdirSync('samples/edge')
      .filter((name) => name.startsWith('send-connectors'))
      .map((name) => {
        const { stdout } = command([
          'evaluate',
          `samples/edge/${name}`,
          '--host',
          'E',
          '--json',
          '--out-dir',
          join(folder, name),
        ]);
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
