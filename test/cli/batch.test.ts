import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { badExports, hashOf, hostName, leftovers, makeFleet, putExport, treeOf, verdictOf } from '../support/fleet.js';
import { runCommand } from '../support/run.js';

const root = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  count += 1;
  return join(root, String(count));
};
const validateSummary = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));
const time = ['--timestamp', '2026-01-31T12:00:00Z'];

interface Summary {
  readonly counts: Record<string, number>;
  readonly hosts: readonly {
    readonly host: string;
    readonly refused: boolean;
    readonly results: readonly { readonly status: string }[];
    readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly host?: string; readonly severity: string }[];
}

/** batch --json within this process, without threads, with its document held against the schema. */
const batch = async (...args: string[]) => {
  const { code, stdout } = await runCommand(['batch', '--json', ...args]);
  const summary = JSON.parse(stdout) as Summary;
  expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
  return { code, summary, codes: summary.diagnostics.map((d) => d.code) };
};

describe('batch', () => {
  it('of 200 hosts with ten bad ones does 190, says why of each of the ten, and exits with 3', () => {
    const folder = makeFleet(newFolder(), 190);
    for (const [code, content] of Object.entries(badExports)) putExport(folder, `BAD-${code}`, content);
    const [out, csv] = [newFolder(), join(root, 'summary.csv')];
    const args = ['batch', folder, '--out-dir', out, '--json', '--jobs', '2', '--summary-csv', csv, ...time];
    const ran = command(args);
    expect(ran.status, ran.stderr).toBe(3);
    const summary = JSON.parse(ran.stdout) as Summary;
    expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
    expect(summary.counts).toMatchObject({ hosts: 200, refused: 10, not_a_finding: 64, open: 63, not_reviewed: 63 });
    const statuses = new Map(summary.hosts.map(({ host, results }) => [host, results[0]?.status ?? 'refused']));
    for (let i = 0; i < 190; i += 1) expect(statuses.get(hostName(i)), hostName(i)).toBe(verdictOf(i));
    for (const code of Object.keys(badExports)) {
      expect(statuses.get(`BAD-${code}`)).toBe('refused');
      const said = summary.diagnostics.filter((d) => d.host === `BAD-${code}` && d.severity === 'error');
      expect(said.map((d) => d.code)).toContain(code);
    }
    const names = Object.keys(treeOf(out));
    expect(names).toHaveLength(570);
    expect(names.filter((name) => name.startsWith('BAD'))).toEqual([]);
    expect(leftovers(out)).toEqual([]);
    for (const { path, sha256 } of summary.hosts.flatMap(({ outputs }) => outputs))
      expect(hashOf(readFileSync(path))).toBe(sha256);
    const lines = readFileSync(csv, 'utf8').split('\r\n');
    expect(lines).toHaveLength(202);
    expect(lines[0]).toBe('"host","verdict","connectors","open","reason","files","old files"');
    expect(lines.filter((line) => line.includes('"refused"'))).toHaveLength(10);
  });

  it('writes the same bytes as evaluate does, and as one thread or many do', () => {
    const folder = makeFleet(newFolder(), 20);
    const [one, many, each] = [newFolder(), newFolder(), newFolder()];
    expect(command(['batch', folder, '--out-dir', many, '--jobs', '4', '--quiet', ...time]).status).toBe(1);
    expect(command(['batch', folder, '--out-dir', one, '--jobs', '1', '--quiet', ...time]).status).toBe(1);
    expect(treeOf(many)).toEqual(treeOf(one));
    for (const i of [0, 1, 2]) {
      const file = join(folder, hostName(i), 'send-connectors.csv');
      command(['evaluate', file, '--host', hostName(i), '--out-dir', each, ...time]);
    }
    const evaluated = treeOf(each);
    expect(Object.keys(evaluated)).toHaveLength(9);
    expect(treeOf(one)).toMatchObject(evaluated);
  });

  it('divided into shards writes what the whole does, each host once', async () => {
    const folder = makeFleet(newFolder(), 13);
    putExport(folder, 'BAD', 'nothing');
    const [whole, parts] = [newFolder(), newFolder()];
    const all = await batch(folder, '--out-dir', whole, ...time);
    const shards = [];
    for (const shard of ['1/4', '2/4', '3/4', '4/4'])
      shards.push(await batch(folder, '--out-dir', parts, '--shard', shard, ...time));
    expect(treeOf(parts)).toEqual(treeOf(whole));
    const hostsOf = ({ summary }: { summary: Summary }) => summary.hosts.map(({ host }) => host);
    expect(shards.flatMap(hostsOf).sort()).toEqual([...hostsOf(all)].sort());
    expect(shards.filter(({ code }) => code === 3)).toHaveLength(1);
  });

  it('--layout host makes a folder for each host', async () => {
    const out = newFolder();
    await batch(makeFleet(newFolder(), 3), '--out-dir', out, '--layout', 'host', ...time);
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual(['EDGE0000', 'EDGE0001', 'EDGE0002']);
    expect(readdirSync(join(out, 'EDGE0000'))).toHaveLength(3);
  });

  it('--zip archives exactly the files, the same bytes each time', async () => {
    const folder = makeFleet(newFolder(), 5);
    const [out, again] = [newFolder(), newFolder()];
    const [zip, other] = [join(root, 'a.zip'), join(root, 'b.zip')];
    await batch(folder, '--out-dir', out, '--zip', zip, '--layout', 'host', ...time);
    const archived = Object.entries(unzipSync(readFileSync(zip)));
    expect(Object.fromEntries(archived.map(([name, data]) => [name, hashOf(data)]))).toEqual(treeOf(out));
    expect(archived.map(([name]) => name)).toEqual(Object.keys(treeOf(out)));
    await batch(folder, '--out-dir', again, '--zip', other, '--layout', 'host', ...time);
    expect(readFileSync(other).equals(readFileSync(zip))).toBe(true);
    const { code, codes, summary } = await batch(folder, '--out-dir', newFolder(), '--zip', zip);
    expect([code, codes, summary.hosts]).toEqual([3, ['file-exists'], []]);
  });

  it('takes host names that differ in case only for one host, with a warning', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const manifest = join(folder, 'fleet.csv');
    writeFileSync(manifest, 'host,exports\r\nEDGE01,a.csv\r\nedge01,b.csv\r\n');
    for (const name of ['a.csv', 'b.csv'])
      writeFileSync(join(folder, name), readFileSync('samples/compliant/send-connectors.csv'));
    const { code, summary, codes } = await batch(manifest, '--out-dir', newFolder());
    expect([code, summary.hosts.map(({ host }) => host)]).toEqual([0, ['EDGE01']]);
    expect(codes).toContain('hosts-differ-in-case');
  });

  it('never lets the files of one host overwrite those of another', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const manifest = join(folder, 'fleet.json');
    const connector = { Name: 'Mail', Identity: 'Mail', PSComputerName: 'EDGE01', DomainSecureEnabled: false };
    writeFileSync(join(folder, 'a.json'), JSON.stringify(connector));
    // An export that names EDGE01 is refused for any other Edge of the run.
    writeFileSync(join(folder, 'b.json'), JSON.stringify({ ...connector, PSComputerName: undefined }));
    const checklist = readFileSync('samples/checklist/EDGE01-last-quarter.ckl', 'utf8');
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'same.ckl'), checklist.replace(/EDGE01/g, name.toUpperCase()));
    }
    const rows = [
      { exports: 'a.json' },
      { host: 'EDGE01', exports: 'a.json' },
      { host: 'ONE', exports: 'b.json', into: 'one/same.ckl' },
      { host: 'TWO', exports: 'b.json', into: 'two/same.ckl' },
    ];
    writeFileSync(manifest, JSON.stringify(rows));
    const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R1_Manual-xccdf.xml';
    const args = [manifest, '--benchmark', benchmark, '--force', '--out-dir'];
    const { code, summary } = await batch(...args, newFolder());
    expect(code).toBe(3);
    // The row that only its export names is judged together with that of the same host.
    expect(summary.hosts.map(({ host, refused }) => [host, refused])).toEqual([
      ['EDGE01', false],
      ['ONE', false],
      ['TWO', true],
    ]);
    const apart = await batch(...args, newFolder(), '--layout', 'host');
    expect(apart.summary.hosts.map(({ refused }) => refused)).toEqual([false, false, false]);
  });

  it('splits one export by the column that names the hosts', async () => {
    const file = join(root, 'all.csv');
    const lines = [
      'Name,Identity,PSComputerName,DomainSecureEnabled',
      'A,A,edge01.example.mil,False',
      'B,B,EDGE02,True',
    ];
    writeFileSync(file, `${lines.join('\r\n')}\r\n`);
    const { code, summary } = await batch(file, '--out-dir', newFolder());
    expect(code).toBe(1);
    expect(summary.hosts.map(({ host, results }) => [host, results[0]?.status])).toEqual([
      ['edge01', 'open'],
      ['EDGE02', 'not_reviewed'],
    ]);
    expect((await batch(file, '--out-dir', newFolder(), '--host-column', 'Server')).codes).toEqual([
      'host-column-missing',
    ]);
    const { stderr } = await runCommand(['batch', file, '--out-dir', newFolder(), '--host-column', 'Server', ...time]);
    expect(stderr).toMatch(/^error: [^:]*all\.csv: /m);
  });

  it('defuses what a spreadsheet would take for a formula', async () => {
    const folder = newFolder();
    putExport(folder, '=1+1', 'Name,Identity,DomainSecureEnabled\r\n@x,@x,False\r\n');
    const csv = join(root, 'formula.csv');
    await batch(folder, '--out-dir', newFolder(), '--summary-csv', csv);
    const [, line = ''] = readFileSync(csv, 'utf8').split('\r\n');
    expect(line).toMatch(/^"'=1\+1","open","1","1","'@x: /);
  });

  it('says what it cannot use, and writes nothing', async () => {
    const empty = newFolder();
    mkdirSync(empty);
    const out = newFolder();
    expect((await batch(empty, '--out-dir', out)).code).toBe(3);
    expect((await batch(join(root, 'nowhere'), '--out-dir', out)).codes).toEqual(['file-missing']);
    for (const args of [
      ['--jobs', '0'],
      ['--shard', '5/4'],
      ['--template', 'x'],
      ['--layout', 'deep'],
      ['--host-column', 'x'],
    ])
      expect((await runCommand(['batch', empty, '--out-dir', out, ...args])).code, args.join(' ')).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['flat', './EDGE0000_'],
    ['host', './EDGE0000/EDGE0000_'],
  ])('with html and --layout %s writes an overview that links the pages of the hosts', async (layout, link) => {
    const folder = makeFleet(newFolder(), 3);
    putExport(folder, 'BAD', 'no export');
    const out = newFolder();
    const ran = await batch(folder, '--out-dir', out, '--format', 'html', '--layout', layout, ...time);
    expect(ran.code).toBe(3);
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    const links = Array.from(html.matchAll(/href="(\.\/[^"]+)"/g), ([, href = '']) => href);
    expect(links).toHaveLength(3);
    expect(links.some((href) => href.startsWith(link))).toBe(true);
    for (const href of links) expect(existsSync(join(out, href))).toBe(true);
    expect(html).toContain('>BAD<');
    // It is not replaced unless somebody says so.
    const again = await batch(folder, '--out-dir', out, '--format', 'html', '--layout', layout, ...time);
    expect(again.codes).toEqual(['file-exists']);
    expect(
      (await batch(folder, '--out-dir', out, '--format', 'html', '--layout', layout, '--force', ...time)).code,
    ).toBe(3);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(html);
  });

  it('of what is not there writes no overview', async () => {
    const out = newFolder();
    expect((await batch(join(out, 'nothing'), '--out-dir', out, '--format', 'html', ...time)).code).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it('prints a line for each host, and the totals', async () => {
    const folder = makeFleet(newFolder(), 3);
    putExport(folder, 'BAD', '<html></html>');
    const { stdout, stderr } = await runCommand(['batch', folder, '--out-dir', newFolder()]);
    expect(stdout).toMatch(/EDGE0000 +NOT A FINDING +0 of 1 +every clause that applies is met\n/);
    expect(stdout).toMatch(/EDGE0001 +OPEN +1 of 2 +EDGE0001 second mail: DomainSecureEnabled.*…\n/);
    expect(stdout).toMatch(/BAD +REFUSED +this is an HTML page, not an export.*…\n/);
    expect(stdout).toContain('4 hosts: 1 REFUSED, 1 OPEN, 1 NOT REVIEWED, 1 NOT A FINDING\n');
    expect(stderr).toMatch(/^error: BAD: .*\[html-input\]$/m);
  });
});
