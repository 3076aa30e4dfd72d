import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { codesIn, runCommand } from '../support/run.js';

/* No host is left out of a batch in silence, judged by half of its evidence, or taken for current that is not. */
const root = temporaryFolder();
let count = 0;
const newFolder = (files: Readonly<Record<string, string>> = {}): string => {
  const folder = join(root, String(count++));
  for (const [name, text] of Object.entries({ '.keep': '', ...files })) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    if (name !== '.keep') writeFileSync(join(folder, name), text);
  }
  return folder;
};
const isSummary = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')),
);
interface Summary {
  readonly hosts: readonly {
    readonly host: string;
    readonly refused: boolean;
    readonly results: readonly { readonly status: string; readonly connectors: readonly unknown[] }[];
    readonly oldOutputs?: readonly { readonly path: string }[];
  }[];
}
const batch = async (...args: readonly string[]) => {
  const { code, stdout } = await runCommand(['batch', ...args, '--json']);
  const summary: Summary = JSON.parse(stdout);
  expect(isSummary(summary), JSON.stringify(isSummary.errors)).toBe(true);
  const hosts = summary.hosts.map(({ host, refused, results: [result] }) =>
    refused ? [host, 'refused'] : [host, result?.status, result?.connectors.length],
  );
  return { code, hosts, summary, codes: codesIn(stdout) };
};
const header = 'Name,Identity,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,PSComputerName';
const csv = (name: string, secure: string, server = ''): string =>
  `${header}\r\n${name},${name},${secure},True,,,${server}\r\n`;

describe('--out-dir in the folder that is read', () => {
  const fleet = () => newFolder({ 'EDGE01/a.csv': csv('A', 'True'), 'EDGE02/b.csv': csv('B', 'True') });

  it.each(['EDGE01', 'EDGE01/../EDGE01', 'EDGE01/deep'])('is refused where %s holds exports', async (name) => {
    const folder = fleet();
    mkdirSync(join(folder, 'EDGE01/deep'));
    copyFileSync(join(folder, 'EDGE01/a.csv'), join(folder, 'EDGE01/deep/c.csv'));
    const { code, hosts, codes } = await batch(folder, '--out-dir', join(folder, name));
    expect({ code, hosts, codes }).toEqual({ code: 3, hosts: [], codes: ['out-dir-holds-files'] });
    expect(readdirSync(join(folder, 'EDGE01')).sort()).toEqual(['a.csv', 'deep']);
  });

  it('is refused also where a link leads to it', async () => {
    const folder = fleet();
    const link = `${folder}-link`;
    symlinkSync(join(folder, 'EDGE01'), link);
    expect((await batch(folder, '--out-dir', link)).codes).toEqual(['out-dir-holds-files']);
  });

  it('is fine where it holds what earlier runs wrote, and where a host has exports beside it', async () => {
    const folder = fleet();
    const out = join(folder, 'artifacts');
    const args = [folder, '--format', 'ckl,html', '--out-dir', out, '--force', '--summary-csv', join(out, 'first.csv')];
    for (const csvName of ['first.csv', 'second.csv']) {
      const { hosts } = await batch(...args.slice(0, -1), join(out, csvName));
      expect(hosts.map(([host]) => host)).toEqual(['EDGE01', 'EDGE02']);
    }
    const other = fleet();
    const inside = await batch(other, '--template', '{host}/*.csv', '--out-dir', join(other, 'EDGE01/out'));
    expect(inside.hosts).toHaveLength(2);
  });
});

describe('rows that only their exports name', () => {
  const manifest = (rows: readonly object[], files: Readonly<Record<string, string>>): string => {
    const folder = newFolder(files);
    writeFileSync(join(folder, 'fleet.json'), JSON.stringify(rows));
    return join(folder, 'fleet.json');
  };
  const two = { 'a.csv': csv('A', 'True', 'edge01.example.mil'), 'b.csv': csv('B', 'False', 'EDGE01.example.mil') };

  it.each([
    ['both', [{ exports: 'a.csv' }, { exports: 'b.csv' }], 'edge01'],
    ['the first', [{ exports: 'a.csv' }, { host: 'EDGE01', exports: 'b.csv' }], 'EDGE01'],
    ['the second', [{ host: 'EDGE01', exports: 'b.csv' }, { exports: 'a.csv' }], 'EDGE01'],
  ])('are one host, judged by all of its exports: %s', async (_, rows, host) => {
    const { code, hosts, codes } = await batch(manifest(rows, two), '--out-dir', newFolder());
    expect({ code, hosts }).toEqual({ code: 1, hosts: [[host, 'open', 2]] });
    expect(codes).toContain('hosts-joined');
  });

  it.each([
    ['say other things of it', [{ exports: 'a.csv', ip: '192.0.2.1' }, { exports: 'b.csv' }]],
    ['are wrong themselves', [{ host: 'EDGE01', exports: 'a.csv', ip: 'x' }, { exports: 'b.csv' }]],
    ['come from servers of one name in two domains', [{ exports: 'a.csv' }, { exports: 'c.csv' }]],
  ])('are refused together where they %s', async (_, rows) => {
    const out = join(newFolder(), 'out');
    const files = { ...two, 'c.csv': csv('C', 'True', 'edge01.example.com') };
    const { code, hosts } = await batch(manifest(rows, files), '--out-dir', out);
    expect(code).toBe(3);
    expect(hosts.map(([, what]) => what)).toEqual(['refused']);
    expect(existsSync(out)).toBe(false);
  });

  it('stay apart where they are of several hosts', async () => {
    const files = { ...two, 'b.csv': csv('B', 'False', 'EDGE02') };
    const { hosts } = await batch(
      manifest([{ exports: 'a.csv' }, { exports: 'b.csv' }], files),
      '--out-dir',
      newFolder(),
    );
    expect(hosts.map(([host]) => host)).toEqual(['edge01', 'EDGE02']);
  });
});

describe('files of an earlier run', () => {
  it.each(['--resume', '--force'])('of a host that is refused now are named: %s', async (option) => {
    const folder = newFolder({ 'EDGE01/a.csv': csv('A', 'True'), 'EDGE02/b.csv': csv('B', 'True') });
    const out = join(newFolder(), 'out');
    const args = [folder, '--out-dir', out, '--format', 'ckl', option];
    expect((await batch(...args)).summary.hosts.flatMap(({ oldOutputs = [] }) => oldOutputs)).toEqual([]);
    writeFileSync(join(folder, 'EDGE02/b.csv'), 'nothing');
    const old = join(out, 'EDGE02_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl');
    const { code, summary, codes } = await batch(...args);
    expect(code).toBe(3);
    expect(summary.hosts.map(({ oldOutputs = [] }) => oldOutputs.map(({ path }) => path))).toEqual([[], [old]]);
    expect(codes).toContain('old-files-stay');
    const table = join(out, 'summary.csv');
    const { stdout } = await runCommand(['batch', ...args, '--summary-csv', table]);
    expect(stdout).toContain(`old    ${old} (EDGE02 was refused)`);
    expect(readFileSync(table, 'utf8')).toMatch(/^"host",.*,"files","old files"\r\n/);
    expect(readFileSync(table, 'utf8')).toContain(`"${old}"`);
  });
});
