import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { catalog } from '../../src/diagnostics/catalog.js';
import { subjects } from '../../src/diagnostics/explanations.js';
import { widthOf } from '../../src/text/width.js';
import { runCommand } from '../support/run.js';

const io = { args: [], env: {}, now: () => new Date(0), isTerminal: false, color: false };
const program = createProgram(
  { ...io, stdin: async () => new Uint8Array(), stdout: () => {}, stderr: () => {} },
  () => {},
);
const names = program.commands.map((command) => command.name());

describe.each(names)('the help of %s', (name) => {
  it('has its options in groups, two examples, and fits 80 columns', async () => {
    const { code, stdout, stderr } = await runCommand([name, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    const groups = [...stdout.matchAll(/^(\w+) options:$/gm)].map(([, group]) => group);
    expect(['Host', 'Input', 'Output', 'Checklist', 'Advanced'].filter((group) => groups.includes(group))).toEqual(
      groups,
    );
    expect(stdout.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    expect((stdout.split('\nExamples:\n')[1] ?? '').match(/^ {2}exchange-stig /gm)).toHaveLength(2);
    expect((await runCommand(['help', name])).stdout).toBe(stdout);
  });
});

describe('help', () => {
  it('lists the commands in 80 columns', async () => {
    const { stdout } = await runCommand(['help']);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(stdout.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  it('explains every code, and one', async () => {
    const codes = subjects.flatMap(({ messages }) => Object.keys(messages));
    expect([...codes].sort()).toEqual(Object.keys(catalog).sort());
    const { code, stdout } = await runCommand(['help', 'codes']);
    expect(code).toBe(0);
    const explained = [...stdout.matchAll(/^([a-z0-9-]+) \((?:error|warning|note)\)$/gm)].map(([, name]) => name);
    expect(explained).toEqual(codes);
    expect(stdout).not.toMatch(/undefined|\[object/);
    const { stdout: one } = await runCommand(['help', 'check-text-differs']);
    expect(one).toMatch(/^check-text-differs \(warning\)\n {2}Effect: withholds a pass: .*\n(?: {2}.*\n)+ {2}Means: /);
    expect((await runCommand(['help', '[check-text-differs]'])).stdout).toBe(one);
  });

  it('refuses what it does not know', async () => {
    expect(await runCommand(['help', 'nothing-such'])).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^error: help: "nothing-such" .*\nnext: /),
    });
  });
});
