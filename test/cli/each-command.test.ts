import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';

/*
 * Each command once, as its user starts it. Beside what it is asked for, nothing may be said on standard error: neither by node
 * (a flag it does not know, a deprecation) nor by a library. .ci/run runs this on every Node that is supported.
 */
const out = temporaryFolder();
const edge = resolve('samples/edge/send-connectors.clixml.xml');
const benchmark = resolve('samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml');
const checklist = resolve('samples/checklist/EDGE01-last-quarter.ckl');

const edgeResult = resolve('samples/checklist/artifacts/EDGE01-last-quarter_results.xml');

/** As `evaluate --json` prints it, without a host. */
const summary = join(out, 'summary.json');
writeFileSync(summary, '{"tool":{"name":"exchange-stig"},"assessedAt":"2026-01-31T00:00:00Z","counts":{},"hosts":[]}');

const runs: Readonly<Record<string, readonly [status: number, ...args: string[]]>> = {
  evaluate: [1, edge, '--host', 'EDGE01', '--out-dir', join(out, 'evaluate'), '--bundle', join(out, 'edge.zip')],
  verify: [0, join(out, 'edge.zip')],
  batch: [3, resolve('samples/fleet/manifest.csv'), '--out-dir', join(out, 'batch'), '--jobs', '2'],
  inspect: [0, edge],
  convert: [0, checklist, '--to', 'cklb', '--out', join(out, 'converted.cklb')],
  validate: [0, checklist],
  update: [0, checklist, '--benchmark', benchmark, '--out', join(out, 'updated.ckl')],
  diff: [0, checklist, checklist],
  merge: [0, checklist, edgeResult, '--out', join(out, 'merged.ckl')],
  split: [0, checklist, '--out-dir', join(out, 'split')],
  create: [0, '--benchmark', benchmark, '--host', 'EDGE01', '--out', join(out, 'created.ckl')],
  'site-template': [0, edge, '--host', 'EDGE01'],
  remediate: [0, edge, '--host', 'EDGE01', '--out', join(out, 'remediate.ps1'), '--poam', join(out, 'remediate.csv')],
  trend: [0, summary],
  help: [0],
};

/** A diagnostic with its code, what was converted to what, or what to do next. */
const ours = /^(?:(?:note|warning|error): .* \[[a-z0-9-]+\]|.* -> .* rules: .*|next: .*)$/;

it('every command that --help lists is here', () => {
  const { status, stdout, stderr } = command(['--help']);
  expect([status, stderr]).toEqual([0, '']);
  const [, listed = ''] = /^Commands:\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  const names = [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(runs).sort());
});

describe.each(Object.entries(runs))('%s', (name, [status, ...args]) => {
  it('does its job and says nothing else', () => {
    const ran = command([name, ...args]);
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stderr.split('\n').filter((line) => line !== '' && !ours.test(line))).toEqual([]);
  });

  it('has a help', () => {
    expect(command([name, '--help'])).toMatchObject({ status: 0, stderr: '' });
  });
});

it('what was to be written is there', () => {
  expect(readdirSync(out).sort()).toEqual([
    'batch',
    'converted.cklb',
    'created.ckl',
    'edge.zip',
    'evaluate',
    'merged.ckl',
    'remediate.csv',
    'remediate.ps1',
    'split',
    'summary.json',
    'updated.ckl',
  ]);
  expect(readdirSync(join(out, 'evaluate'))).toHaveLength(3);
});
