import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { pageBundle } from '../../scripts/page-bundle.js';
import * as core from '../../src/index.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { checklists, testTool } from '../support/checklists.js';

/** The core with what the page leaves out of the libraries, with nothing of node in reach. */
let page: typeof core;

beforeAll(async () => {
  const { outputFiles } = await build({
    ...pageBundle,
    entryPoints: ['src/index.ts'],
    globalName: 'core',
    write: false,
    define: { __VERSION__: '"0.0.0"' },
  });
  const run = runInThisContext(
    `(function (process, Buffer, global, require, module) {${outputFiles[0]?.text}; return core})`,
  );
  page = run();
}, 60_000);

const written = (from: typeof core, checklist: core.Checklist): readonly string[] => [
  from.toCkl(checklist, testTool).text,
  from.toCklb(checklist, { strict: false }).text,
  from.toXccdf(checklist, testTool).text,
];

test.each(Object.entries(checklists))(
  'writes %s byte for byte as the command does, and reads it again',
  (_, checklist) => {
    const texts = written(core, checklist);
    expect(written(page, checklist)).toEqual(texts);
    for (const text of texts) {
      const bytes = new TextEncoder().encode(text);
      expect(page.readChecklist(bytes, 'f')).toEqual(core.readChecklist(bytes, 'f'));
    }
  },
);

test('writes any checklist as the command does', () => {
  fc.assert(
    fc.property(checklistOf(1), (checklist) => {
      expect(written(page, checklist)).toEqual(written(core, checklist));
    }),
    { numRuns: 40 },
  );
});

test.each(['clixml.xml', 'csv', 'json', 'list.txt'])('judges the sample in %s as the command does', async (ending) => {
  const path = `samples/edge/send-connectors.${ending}`;
  const judge = (from: typeof core) =>
    from.evaluateHost({
      exports: [{ path, bytes: new Uint8Array(readFileSync(path)), sha256: 'a'.repeat(64) }],
      asset: { host: 'EDGE01' },
      benchmark: from.builtInBenchmark('V2R2'),
      assessedAt: '2026-01-31T12:00:00Z',
      tool: testTool,
    });
  // The rules' own functions are not one in two bundles, and do not leave the program.
  const told = ({ judged, ...host }: Awaited<ReturnType<typeof judge>>) => ({
    ...host,
    judged: judged && { ...judged, judging: undefined },
  });
  const judged = await judge(page);
  expect(judged.judged?.reviews[0]?.status).toBe('open');
  expect(told(judged)).toEqual(told(await judge(core)));
});

test.each([
  ['quotes', 'Name;Enabled\r\n"a ""b"" é😀\r\nc";"True"\n'],
  ['a quote that is not closed', 'Name,Enabled\n"a,True\n'],
  ['a quote in the middle', 'Name,Enabled\na"b,True\n'],
  ['a row that is too long', `Name,Enabled\n${'"x€",'.repeat(3000)}\n`],
])('reads CSV with %s as the command does', async (_, text) => {
  const read = (from: typeof core) =>
    from.evaluateHost({
      exports: [{ path: 'f.csv', bytes: new TextEncoder().encode(text), sha256: 'a'.repeat(64) }],
      asset: { host: 'EDGE01' },
      benchmark: from.builtInBenchmark('V2R2'),
      assessedAt: '2026-01-31T12:00:00Z',
      tool: testTool,
    });
  expect(await read(page)).toEqual(await read(core));
});

test('refuses what the command refuses, with the same words', () => {
  for (const text of [
    '<CHECKLIST><a></CHECKLIST>',
    '<!DOCTYPE x [<!ENTITY a "b">]><CHECKLIST/>',
    '<CHECKLIST>&#8;</CHECKLIST>',
    '{"stigs":',
  ])
    expect(page.readChecklist(new TextEncoder().encode(text), 'f'), text).toEqual(
      core.readChecklist(new TextEncoder().encode(text), 'f'),
    );
});
