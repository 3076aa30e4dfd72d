import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type AssessFilesInput, assessFiles } from '../../src/assess/assess-files.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { testTool } from '../support/checklists.js';
import {
  type CollectionData,
  collected,
  collectionOf,
  type Files,
  noObjects,
  sha256Of,
  utf8,
} from '../support/collection.js';

const compliant = readFileSync('samples/compliant/send-connectors.clixml.xml');
const edge = readFileSync('samples/edge/send-connectors.clixml.xml');
const asText = (bytes: Uint8Array): string => new TextDecoder('utf-16le').decode(bytes);
const countIn = (bytes: Uint8Array): number => asText(bytes).split('N="DomainSecureEnabled"').length - 1;
const [good, bad] = [countIn(compliant), countIn(edge)];

const assess = async (files: Files, given: Partial<AssessFilesInput> = {}) => {
  const host = await assessFiles({
    exports: Object.entries(files).map(([path, bytes]) => ({
      ok: true,
      value: { path, bytes, sha256: sha256Of(bytes) },
      diagnostics: [],
    })),
    benchmark: { ok: true, value: builtInBenchmark('V2R2'), diagnostics: [] },
    asset: {},
    fillIn: { replaceDetails: false, allowOtherHost: false },
    formats: ['ckl'],
    cklbStrict: false,
    tool: testTool,
    assessedAt: '2026-01-31T12:00:00Z',
    ...given,
  });
  const codes = host.diagnostics
    .map(({ code }) => code)
    .filter((code) => !/^(asset-incomplete|collection-read)$/.test(code));
  return { ...host, status: host.judged?.reviews[0]?.status ?? 'refused', codes };
};
const detailsOf = (host: Awaited<ReturnType<typeof assess>>): string =>
  host.judged?.checklist.stigs[0]?.reviews[0]?.findingDetails ?? '';

describe('a collection', () => {
  it('is judged like its export, and tells the host, its addresses and the time', async () => {
    for (const [bytes, count, status] of [
      [compliant, good, 'not_a_finding'],
      [edge, bad, 'open'],
    ] as const) {
      const host = await assess(collected(bytes, count));
      expect([host.status, host.host, host.collectedAt, host.codes]).toEqual([
        status,
        'EDGE01',
        '2026-01-30T09:00:01Z',
        [],
      ]);
      expect(host.judged?.checklist.asset).toMatchObject({
        hostName: 'EDGE01',
        fqdn: 'edge01.example.mil',
        ipAddresses: ['192.0.2.10', '2001:db8::10'],
        macAddresses: ['00:00:5E:00:53:01'],
        role: 'Member Server',
      });
      expect(detailsOf(host)).toContain(
        'on EDGE01 at 2026-01-30T09:00:01Z by EXAMPLE\\admin with Export-StigEvidence.ps1 1',
      );
      expect(detailsOf(host)).toContain('Exported: 2026-01-30T09:00:01Z, as the collection says');
    }
  });

  it('can be a folder, an archive, or a folder in an archive', async () => {
    const files = collected(compliant, good);
    const inFolder = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [`EDGE01-stig-evidence/${name}`, bytes]),
    );
    for (const given of [inFolder, { 'e.zip': zipSync(files) }, { 'e.zip': zipSync(inFolder) }])
      expect((await assess(given)).status).toBe('not_a_finding');
  });

  it('yields to what the user says', async () => {
    const { judged, collectedAt } = await assess(collected(compliant, good), {
      asset: { host: 'edge01', fqdn: undefined, ip: ['192.0.2.99'] },
      collectedAt: '2026-01-31T00:00:00Z',
    });
    expect(judged?.checklist.asset).toMatchObject({
      hostName: 'edge01',
      fqdn: 'edge01.example.mil',
      ipAddresses: ['192.0.2.99'],
    });
    expect(collectedAt).toBe('2026-01-31T00:00:00Z');
  });

  it('is what its schema describes', () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    const validate = ajv.compile(JSON.parse(readFileSync('schemas/collection.schema.json', 'utf8')));
    expect(validate(collectionOf(compliant, good))).toBe(true);
    expect(validate({ ...collectionOf(compliant, good), more: 1 })).toBe(false);
  });
});

/** An export in UTF-16 that ends before its last record, and is well-formed. */
const withoutLast = (bytes: Uint8Array): Uint8Array => {
  const text = asText(bytes);
  return utf8(`${text.slice(0, text.lastIndexOf('\n  <Obj RefId'))}\n</Objs>`);
};

describe('no pass is given, and an open connector stays open,', () => {
  const changes: readonly (readonly [what: string, code: string, change: (data: CollectionData) => unknown])[] = [
    ['a count that is too high', 'collection-count-differs', ({ commands: [one] }) => one && one.count++],
    ['a size that differs', 'collection-file-differs', ({ files: [one] }) => one && one.size++],
    [
      'a hash that differs',
      'collection-file-differs',
      ({ files: [one] }) => one && Object.assign(one, { sha256: 'a'.repeat(64) }),
    ],
    ['an error', 'collection-command-failed', ({ commands: [one] }) => one?.errors.push('no access')],
    [
      'a filter',
      'collection-command-changed',
      ({ commands: [one] }) => one && Object.assign(one, { text: 'Get-SendConnector Partner' }),
    ],
    [
      'another cmdlet',
      'collection-command-changed',
      ({ commands: [one] }) => one && Object.assign(one, { command: 'Get-Something' }),
    ],
    ['another host', 'server-not-host', (data) => (data.host.name = 'EDGE02')],
    ['an unknown key', 'collection-unusable', (data) => Object.assign(data, { more: true })],
    ['a missing key', 'collection-unusable', (data) => Reflect.deleteProperty(data, 'user')],
    ['another version', 'collection-unusable', (data) => (data.collection = 2)],
    ['a count that is none', 'collection-unusable', ({ commands: [one] }) => one && Object.assign(one, { count: -1 })],
    ['a time that is none', 'collection-unusable', (data) => (data.endedAt = 'yesterday')],
    ['an address that is none', 'collection-unusable', (data) => (data.host.ipAddresses = ['everywhere'])],
    [
      'a path out of the folder',
      'collection-unusable',
      ({ files: [one] }) => one && Object.assign(one, { name: '../x' }),
    ],
    ['files that are not listed', 'collection-unusable', (data) => (data.files = [])],
  ];

  it.each(changes)('with %s', async (_what, code, change) => {
    for (const [bytes, count, status] of [
      [compliant, good, 'not_reviewed'],
      [edge, bad, 'open'],
    ] as const) {
      const host = await assess(collected(bytes, count, change), { asset: { host: 'EDGE01' } });
      expect([host.status, ...host.codes]).toEqual([status, code]);
      expect(detailsOf(host)).toContain(code);
    }
  });

  it('with a file that is missing', async () => {
    const { 'collection.json': json = utf8('') } = collected(compliant, good);
    const host = await assess({ 'collection.json': json, 'other.xml': compliant });
    expect([host.status, ...host.codes]).toEqual(['not_reviewed', 'collection-file-missing']);
  });

  it('with a collection.json that was cut off, or has a key twice', async () => {
    const { 'collection.json': json = utf8('') } = collected(compliant, good);
    const twice = new TextDecoder().decode(json).replace('"collection": 1', '"collection": 1, "collection": 1');
    for (const broken of [json.subarray(0, 300), utf8(twice), utf8('')])
      expect(
        (
          await assess(
            { 'collection.json': broken, 'send-connectors.clixml.xml': compliant },
            { asset: { host: 'EDGE01' } },
          )
        ).status,
      ).toBe('not_reviewed');
  });

  it('where two collections in one folder say different things', async () => {
    const files = collected(compliant, good);
    const other = collected(compliant, good + 1)['collection.json'] ?? utf8('');
    for (const name of ['COLLECTION.json', 'collection.JSON']) {
      const host = await assess({ [name]: other, ...files }, { asset: { host: 'EDGE01' } });
      expect(host.status).toBe('not_reviewed');
      expect(host.codes).toContain('collection-unusable');
    }
  });

  it('where an export was cut exactly between two records, which the export alone cannot show', async () => {
    const cutBetweenRecords = withoutLast(edge);
    expect(new TextDecoder().decode(cutBetweenRecords).split('N="DomainSecureEnabled"').length).toBe(bad);
    const files = collected(edge, bad, (data) => (data.files = [...collectionOf(cutBetweenRecords, bad).files]));
    const host = await assess({ ...files, 'send-connectors.clixml.xml': cutBetweenRecords });
    expect(host.codes).toContain('collection-count-differs');
    expect(host.status).not.toBe('not_a_finding');
  });
});

describe('no connector', () => {
  it('is told from an export that failed, and stays not reviewed', async () => {
    const files = collected(noObjects, 0);
    const host = await assess(files);
    expect(host.status).toBe('not_reviewed');
    expect(detailsOf(host)).toContain('Get-SendConnector ran on EDGE01 without error and returned no send connector');
    expect((await assess(files, { whenEmpty: 'not_applicable' })).status).toBe('not_applicable');
  });

  it('is not told where the command failed, or the export is of another host', async () => {
    const failed = await assess(
      collected(noObjects, 0, ({ commands: [one] }) => one?.errors.push('denied')),
      {
        whenEmpty: 'not_a_finding',
      },
    );
    expect([failed.status, detailsOf(failed).includes('without error')]).toEqual(['not_reviewed', false]);
    const others = await assess(collected(noObjects, 0), { whenEmpty: 'not_a_finding', asset: { host: 'EDGE02' } });
    expect([others.status, others.codes.includes('server-not-host')]).toEqual(['not_reviewed', true]);
  });
});
