import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { makeFleet, treeOf } from '../support/fleet.js';

/*
 * A file that is started and does nothing ends with 0, the code for "not a finding". Whichever of our files somebody starts
 * does the job, or says that it is not the one, with 3.
 */
const root = temporaryFolder();
const start = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    input: '',
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
};
const programsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => join(folder, name));
const edge = resolve('samples/edge/send-connectors.csv');

describe.each([...programsIn('bin'), ...programsIn('dist'), 'dist'])('node %s', (file) => {
  it('judges, or says that it is not the command', () => {
    const out = join(root, file.replaceAll('/', '-'));
    const ran = start(file, 'evaluate', edge, '--host', 'EDGE01', '--out-dir', out);
    if (ran.status === 3) {
      expect(ran).toMatchObject({ stdout: '', stderr: expect.stringMatching(/^error: this file is .*\n$/) });
      expect(existsSync(out)).toBe(false);
    } else {
      expect(ran.status, ran.stderr).toBe(1);
      expect(readdirSync(out)).toHaveLength(3);
    }
  });
});

it('node dist/cli.cjs runs a fleet with threads, as the command does', () => {
  const fleet = makeFleet(join(root, 'fleet'), 9);
  const batch = (file: string, out: string) =>
    start(file, 'batch', fleet, '--out-dir', out, '--jobs', '2', '--timestamp', '2026-01-31T12:00:00Z');
  const [bundle, command] = [join(root, 'by-bundle'), join(root, 'by-command')];
  expect(batch('dist/cli.cjs', bundle).status).toBe(1);
  expect(batch('bin/exchange-stig.cjs', command).status).toBe(1);
  expect(treeOf(bundle)).toEqual(treeOf(command));
});

const isModule = (file: string) => /^export |^module\.exports/m.test(readFileSync(file, 'utf8'));
it.each(programsIn('scripts').filter((file) => isModule(file) && !/(?:compile-schemas|diagnostics)\.js$/.test(file)))(
  'node %s says that it is no program',
  (file) => {
    expect(start(file)).toMatchObject({ status: 3, stdout: '', stderr: expect.stringMatching(/^error: .*no program/) });
  },
);

it('the library may be imported by another program, which then says nothing', () => {
  const code = `import(${JSON.stringify(resolve('dist/index.js'))}).then(({ rules }) => console.log(Object.keys(rules).length > 0))`;
  expect(start('-e', code)).toEqual({ status: 0, stdout: 'true\n', stderr: '' });
});
