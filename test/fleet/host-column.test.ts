import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateHost } from '../../src/assess/evaluate-host.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { splitByHost } from '../../src/fleet/host-column.js';
import { codes } from './plans.js';

const sha256 = '0'.repeat(64);
const split = (text: string, column = 'PSComputerName') =>
  splitByHost({ path: 'all', bytes: new TextEncoder().encode(text), sha256 }, { column });

const judge = async (part: Awaited<ReturnType<typeof split>>['parts'][number] | undefined) => {
  if (part === undefined) throw new Error('no such part');
  const { host, fqdn, ip } = part.job;
  return evaluateHost({
    exports: [part.file],
    asset: { host, fqdn, ip },
    benchmark: builtInBenchmark('V2R2'),
    assessedAt: '2026-01-31T12:00:00Z',
    tool: { name: 'exchange-stig', version: '0.0.0' },
  });
};

const columns = 'Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain';
const row = (name: string, secure = 'True') => `${name},${secure},True,,`;
/** One row for each host, the connector's name being its number. */
const csv = (hosts: readonly string[], column = 'PSComputerName', secure: readonly string[] = []): string =>
  [`${columns},${column}`, ...hosts.map((host, i) => `${row(`c${i}`, secure[i])},${host}`), ''].join('\r\n');

const names = ({ parts }: Awaited<ReturnType<typeof split>>) =>
  parts.map(({ job, file }) => [
    job.host,
    ...(file.read.ok ? file.read.value.connectors.map(({ name }) => (name.state === 'known' ? name.value : '?')) : []),
  ]);

describe('splitByHost', () => {
  it('gives each host its own connectors, and judges them alone', async () => {
    const all = await split(
      csv(['EDGE01', 'EDGE02', 'EDGE01', 'EDGE03'], 'PSComputerName', ['True', 'False', 'True', '1']),
    );
    expect(names(all)).toEqual([
      ['EDGE01', 'c0', 'c2'],
      ['EDGE02', 'c1'],
      ['EDGE03', 'c3'],
    ]);
    const judged = await Promise.all(all.parts.map(judge));
    expect(judged.map(({ judged: one }) => one?.reviews[0]?.status)).toEqual(['not_a_finding', 'open', 'not_reviewed']);
    expect(judged[0]?.evidence).toEqual([
      {
        path: 'all',
        format: 'csv',
        encoding: 'utf-8',
        sha256,
        connectors: 2,
        strength: 'whole',
        reasons: [],
        part: { column: 'PSComputerName', value: 'EDGE01', of: 4 },
      },
    ]);
    const details = judged[0]?.judged?.checklist.stigs[0]?.reviews[0]?.findingDetails;
    expect(details).toContain('2 connector records (of 4 in the file: those with PSComputerName');
    // What was reported of EDGE03's value stands there, and that there is more stands in the others' details.
    expect(codes(judged[2]?.diagnostics ?? [])).toContain('property-unreadable');
    expect(codes(judged[0]?.diagnostics ?? [])).not.toContain('property-unreadable');
    expect(codes(judged[0]?.diagnostics ?? [])).toContain('host-column-others-reported');
    expect(details).toContain('[host-column-others-reported]');
  });

  it('reports what is said of the whole file in every part', async () => {
    const text = csv(['A', 'B'], 'Server');
    const blank = text.slice(0, text.indexOf('\r\n')).replace(/[^,]/g, '');
    const all = await split(`${text}${blank}\r\n`, 'Server');
    for (const { file } of all.parts) expect(codes(file.read.diagnostics)).toEqual(['csv-rows-empty-at-end']);
    expect(all.parts).toHaveLength(2);
  });

  it.each(['Server', 'Host', 'HostName', 'ComputerName', 'MachineName', 'EdgeServer', 'Edge Server', 'Asked'])(
    'takes the calculated column %s without a warning',
    async (column) => {
      const all = await split(csv(['A', 'B'], column), column.toUpperCase());
      expect(names(all)).toEqual([
        ['A', 'c0'],
        ['B', 'c1'],
      ]);
      for (const { file } of all.parts) expect(file.read.diagnostics).toEqual([]);
    },
  );

  it('takes names with blanks around them for the same host, with a warning', async () => {
    const all = await split(csv(['" A"', 'A', 'B']));
    expect(names(all)).toEqual([
      ['A', 'c0', 'c1'],
      ['B', 'c2'],
    ]);
    expect(all.parts.map(({ file }) => codes(file.read.diagnostics))).toEqual([['host-trimmed'], []]);
  });

  it('reads JSON, CLIXML and lists too', async () => {
    const record = {
      Name: 'c',
      DomainSecureEnabled: true,
      DNSRoutingEnabled: true,
      TlsAuthLevel: null,
      TlsDomain: null,
    };
    const json = ['A', 'B'].map((host) => ({ ...record, Server: host }));
    expect(names(await split(JSON.stringify(json), 'Server'))).toEqual([
      ['A', 'c'],
      ['B', 'c'],
    ]);
    const objects = ['A', 'B'].map(
      (host, i) =>
        `<Obj RefId="${i}"><MS><S N="Name">c</S><B N="DomainSecureEnabled">true</B><S N="Server">${host}</S></MS></Obj>`,
    );
    const clixml = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">${objects.join('')}</Objs>`;
    expect(names(await split(clixml, 'Server'))).toHaveLength(2);
    const list = ['A', 'B'].map(
      (host) => `Name                : c\nDomainSecureEnabled : True\nServer              : ${host}\n\n`,
    );
    expect(names(await split(`\n${list.join('')}\n`, 'Server'))).toHaveLength(2);
  });

  it('names hosts as PSComputerName does, whole where first labels are the same', async () => {
    const { parts } = await split(
      csv(['edge01.example.mil', 'edge02.a.example.mil', 'edge02.b.example.mil', 'EDGE03']),
    );
    expect(parts.map(({ job }) => [job.host, job.fqdn])).toEqual([
      ['edge01', 'edge01.example.mil'],
      ['edge02.a.example.mil', 'edge02.a.example.mil'],
      ['edge02.b.example.mil', 'edge02.b.example.mil'],
      ['EDGE03', undefined],
    ]);
  });

  it('takes names that differ in case for one host, and says so in its details', async () => {
    const all = await split(csv(['EDGE01', 'edge01', 'edge01', 'B'], 'PSComputerName', ['True', 'False']));
    expect(names(all)[0]).toEqual(['EDGE01', 'c0', 'c1', 'c2']);
    const [judged] = await Promise.all(all.parts.map(judge));
    expect(judged?.judged?.reviews[0]?.status).toBe('open');
    expect(codes(judged?.diagnostics ?? []).filter((code) => code === 'hosts-differ-in-case')).toHaveLength(1);
    expect(codes(all.parts[1]?.file.read.diagnostics ?? [])).not.toContain('hosts-differ-in-case');
  });

  it('refuses hosts where a short name may be the same as a dotted one', async () => {
    const all = await split(csv(['EDGE01', 'edge01.example.mil', 'EDGE02']));
    expect(names(all)).toEqual([['EDGE02', 'c2']]);
    expect(all.refused.map(({ host, diagnostics }) => [host, ...codes(diagnostics)])).toEqual([
      ['EDGE01', 'host-column-ambiguous'],
      ['edge01.example.mil', 'host-column-ambiguous'],
    ]);
  });

  it.each([
    ['a row without a host', csv(['A', '']), ['host-column-value']],
    ['a blank', csv(['A', '" "']), ['host-column-value']],
    ['an address', csv(['A', '192.0.2.1']), ['host-column-value']],
    ['an IPv6 address', csv(['2001:db8::1', 'A']), ['host-column-value']],
    ['what is no name', csv(['A', 'the edge']), ['host-column-value']],
    ['a type’s name', csv(['System.Object[]']), ['host-column-value']],
    ['each row of them', csv(['', 'A', '']), ['host-column-value', 'host-column-value']],
    ['no such column', csv(['A'], 'Server'), ['host-column-missing']],
    ['a JSON number', '[{"Name":"c","DomainSecureEnabled":true,"PSComputerName":7}]', ['host-column-value']],
    ['a JSON object', '[{"Name":"c","DomainSecureEnabled":true,"PSComputerName":{"Name":"A"}}]', ['host-column-value']],
    [
      'a JSON record that lacks it',
      '[{"Name":"c","DomainSecureEnabled":true,"PSComputerName":"A"},{"Name":"d","DomainSecureEnabled":true}]',
      ['host-column-missing'],
    ],
    ['an empty file', '', ['host-column-empty']],
    ['no row', `${columns},PSComputerName\r\n`, ['host-column-empty']],
    ['another cmdlet’s objects', 'Name,Bindings,PSComputerName\r\nx,y,A\r\n', ['not-a-send-connector']],
  ])('refuses the whole file for %s', async (_, text, expected) => {
    const { parts, refused } = await split(text);
    expect(parts).toEqual([]);
    expect(refused.map(({ host, diagnostics }) => [host, codes(diagnostics)])).toEqual([['', expected]]);
    expect(refused[0]?.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('doubts each part of a file that is cut off', async () => {
    const { parts } = await split(csv(['A', 'B']).slice(0, -12));
    expect(parts.map(({ job }) => job.host)).toEqual(['A']);
    for (const { file } of parts) expect(codes(file.read.diagnostics)).toContain('csv-cell-count');
  });

  it('keeps no secret, also where one is named as the column', async () => {
    for (const column of ['AuthenticationCredential', 'SerializationData']) {
      const all = await split(csv(['CANARY', 'CANARY'], column), column);
      expect(all.parts).toEqual([]);
      expect(JSON.stringify(all)).not.toContain('CANARY');
    }
  });

  it('loses no connector and mixes none', async () => {
    const host = fc.constantFrom('A', 'a', 'B', 'c.example.mil', 'C.example.mil', 'd');
    await fc.assert(
      fc.asyncProperty(fc.array(host, { minLength: 1, maxLength: 12 }), async (hosts) => {
        const all = await split(csv(hosts));
        expect(all.refused).toEqual([]);
        const expected = new Map<string, string[]>();
        for (const [i, name] of hosts.entries()) {
          const key = (name.split('.')[0] ?? name).toLowerCase();
          expected.set(key, [...(expected.get(key) ?? []), `c${i}`]);
        }
        expect(new Map(names(all).map(([name, ...own]) => [name?.toLowerCase(), own]))).toEqual(expected);
      }),
    );
  });
});
