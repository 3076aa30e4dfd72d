import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { kindOf } from '../../src/page/classify.js';
import { defaultGrouping, planHosts } from '../../src/page/plan-hosts.js';
import { collected, type Files } from '../support/collection.js';
import { runCommand } from '../support/run.js';

const root = mkdtempSync(join(tmpdir(), 'exchange-stig-collection-'));
afterAll(() => rmSync(root, { recursive: true }));

const compliant = readFileSync('samples/compliant/send-connectors.clixml.xml');
const count = new TextDecoder('utf-16le').decode(compliant).split('N="DomainSecureEnabled"').length - 1;
const of = (host: string): Files =>
  collected(compliant, count, (data) => Object.assign(data.host, { name: host, fqdn: null }));
const write = (folder: string, files: Files): string => {
  const path = join(root, folder);
  mkdirSync(path, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(path, name), bytes);
  return path;
};
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')),
);
const run = async (...args: readonly string[]) => {
  const { code, stdout } = await runCommand([...args, '--json']);
  const summary = JSON.parse(stdout);
  expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
  return { code, hosts: summary.hosts.map(({ host }: { host: string }) => host), summary };
};

it('evaluate takes the folder and the archive of the collector, without --host', async () => {
  const folder = write('one', of('EDGE07'));
  const zip = join(root, 'one.zip');
  writeFileSync(zip, zipSync(of('EDGE07')));
  for (const [i, path] of [folder, zip].entries()) {
    const out = join(root, `out-${i}`);
    const { code, hosts, summary } = await run('evaluate', path, '--out-dir', out);
    expect([code, hosts, readdirSync(out).length]).toEqual([0, ['EDGE07'], 3]);
    expect(summary.hosts[0].collections[0]).toMatchObject({
      host: 'EDGE07',
      user: 'EXAMPLE\\admin',
      commands: [{ count }],
    });
  }
});

it('a folder without a collection is refused as before', async () => {
  const { code, summary } = await run('evaluate', write('plain', { 'a.xml': compliant }), '--host', 'EDGE01');
  expect([code, summary.diagnostics[0].code]).toEqual([3, 'file-is-folder']);
});

it('batch takes a folder or an archive for each host, by whatever name, and plain folders beside them', async () => {
  write('fleet/whatever', of('EDGE01'));
  write('fleet/EDGE03', { 'send-connectors.xml': compliant });
  writeFileSync(join(root, 'fleet/second.zip'), zipSync(of('EDGE02')));
  writeFileSync(join(root, 'fleet/notes.zip'), zipSync({ 'a.txt': compliant }));
  const { code, hosts, summary } = await run('batch', join(root, 'fleet'), '--out-dir', join(root, 'out-fleet'));
  expect([code, [...hosts].sort()]).toEqual([0, ['EDGE01', 'EDGE02', 'EDGE03']]);
  expect(summary.diagnostics.some(({ code: one }: { code: string }) => one === 'fleet-file-in-root')).toBe(true);
});

it('one host in two collections is judged by both', async () => {
  write('twice/a', of('EDGE01'));
  write('twice/b', of('EDGE01'));
  const { hosts, summary } = await run('batch', join(root, 'twice'), '--out-dir', join(root, 'out-twice'));
  expect([hosts, summary.hosts[0].collections.length]).toEqual([['EDGE01'], 2]);
});

it('the page tells the archive from a benchmark, and lets collections name their hosts', () => {
  expect(kindOf(zipSync(of('EDGE01')))).toBe('export');
  const file = (path: string) => ({ path, blob: new Blob([]) });
  expect(defaultGrouping([file('a.zip'), file('b.zip')])).toBe('files');
  const folders = ['x/collection.json', 'x/send-connectors.clixml.xml', 'EDGE03/a.xml'].map(file);
  expect(defaultGrouping(folders)).toBe('folders');
  expect(planHosts(folders, 'folders').hosts.map(({ host, exports }) => [host, exports.length])).toEqual([
    ['EDGE03', 1],
    [undefined, 2],
  ]);
});
