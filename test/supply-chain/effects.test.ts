import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { ckl } from '../support/fill-in.js';
import { makeFleet } from '../support/fleet.js';

/*
 * What the command with all its libraries does besides reading and writing files: nothing. No process is started, no
 * connection made, no name looked up, no thread begun but by `batch`, no code made of text. node itself is asked to refuse the last, and
 * everything else is told of by watch-effects.cjs.
 */
const root = temporaryFolder();
const edge = resolve('samples/edge/send-connectors.csv');
const checklist = join(root, 'edge01.ckl');
writeFileSync(checklist, ckl());
const results = resolve('samples/edge/artifacts/EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2_xccdf-results.xml');
const benchmark = resolve('samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml');
const lastQuarter = resolve('samples/checklist/EDGE01-last-quarter.ckl');

const node = (args: readonly string[], effects: string) =>
  spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--require', resolve('test/supply-chain/watch-effects.cjs'), ...args],
    {
      encoding: 'utf8',
      cwd: root,
      input: '',
      env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', EFFECTS: effects },
    },
  );

it.each([
  [['evaluate', edge, '--host', 'EDGE01', '--out-dir', 'out'], 1],
  [
    ['evaluate', resolve('samples/edge/send-connectors.clixml.xml'), '--host', 'EDGE01', '--out-dir', 'out2', '--json'],
    1,
  ],
  [['evaluate', edge, '--into', checklist, '--in-place'], 1],
  [['evaluate', edge, '--benchmark', benchmark, '--host', 'EDGE01', '--out-dir', 'out3'], 1],
  [['batch', resolve('samples/edge'), '--template', '{host}-connectors.csv', '--out-dir', 'out5'], 1],
  [['inspect', edge, resolve('samples/edge/send-connectors.json')], 0],
  [['validate', checklist, results], undefined],
  [['convert', results, '--to', 'cklb', '--out', 'out/converted.cklb'], 0],
  [['convert', checklist, '--to', 'xccdf'], 0],
  [['update', lastQuarter, '--benchmark', benchmark, '--out', 'new.ckl'], 0],
  [['diff', checklist, results], 1],
  [['--help'], 0],
] as const)('%j touches nothing but files', (args, status) => {
  const effects = join(root, 'effects');
  mkdirSync(join(root, 'out'), { recursive: true });
  const ended = node([resolve('bin/exchange-stig.cjs'), ...args], effects);
  if (status !== undefined) expect(ended.status, ended.stderr).toBe(status);
  expect([0, 1, 3]).toContain(ended.status);
  expect(ended.stderr).not.toContain('internal error');
  expect(existsSync(effects) ? readFileSync(effects, 'utf8') : '').toBe('');
});

it('batch begins threads, as many as it is told, and nothing else', () => {
  const effects = join(root, 'effects-of-batch');
  makeFleet(join(root, 'fleet'), 12);
  const args = ['batch', 'fleet', '--out-dir', 'out4', '--zip', 'out4.zip', '--jobs', '2'];
  const ended = node([resolve('bin/exchange-stig.cjs'), ...args], effects);
  expect(ended.status, ended.stderr).toBe(1);
  expect(readFileSync(effects, 'utf8')).toBe('node:worker_threads.Worker\n'.repeat(2));
});

it('would tell', () => {
  const effects = join(root, 'told');
  const code = `
    try { eval('1') } catch (error) { require('node:fs').appendFileSync(process.env.EFFECTS, error.name + '\\n') }
    require('child_process').spawnSync('true');
    require('net').connect({ port: 1, host: '127.0.0.1' }).on('error', () => {});
    new (require('worker_threads').Worker)('', { eval: true });`;
  node(['-e', code], effects);
  expect(
    readFileSync(effects, 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual(
    expect.arrayContaining([
      'EvalError',
      'node:child_process.spawnSync',
      'node:net.connect',
      'node:worker_threads.Worker',
    ]),
  );
});
