import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mayHoldSecret } from '../../src/bundle/secrets.js';
import { verifyBundle } from '../../src/bundle/verify.js';
import { bundleBytes, bundleOf, runOf, sampleRun, testProgram } from '../support/bundle.js';
import { collected, sha256Of, utf8 } from '../support/collection.js';

const verify = async (bytes: Uint8Array, program = testProgram) => {
  const read = await verifyBundle(bytes, 'b.zip', program);
  return read.ok
    ? read.value.faults.map(({ code, args }) => [code, 'name' in args ? args.name : ''].join(' ').trim())
    : read.diagnostics.map(({ code }) => code);
};
const repacked = async (change: (entries: Record<string, Uint8Array>) => void): Promise<readonly string[]> => {
  const entries = unzipSync(await bundleBytes(sampleRun()));
  change(entries);
  return verify(zipSync(entries));
};
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('a bundle', () => {
  it('has the same bytes whenever it is made, and is consistent', async () => {
    const bytes = await bundleBytes(sampleRun());
    expect(await bundleBytes(sampleRun())).toEqual(bytes);
    expect(await verify(bytes)).toEqual([]);
  });

  it('holds the exports, the artifacts, a manifest by its schema, and all hashes as sha256sum writes them', async () => {
    const entries = unzipSync(await bundleBytes(sampleRun()));
    expect(entries['exports/1-send-connectors.csv']).toEqual(
      new Uint8Array(readFileSync('samples/edge/send-connectors.csv')),
    );
    const manifest = JSON.parse(text(entries['manifest.json']));
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/bundle.schema.json', 'utf8')),
    );
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(manifest.rules).toMatchObject([{ groupId: 'V-259594' }]);
    const sums = text(entries['SHA256SUMS']).trim().split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(Object.keys(entries).filter((name) => name !== 'SHA256SUMS'));
    for (const line of sums) expect(sha256Of(entries[line.slice(66)] ?? utf8(''))).toBe(line.slice(0, 64));
  });

  it('can hold several exports, DISA-like benchmarks, site files and collections', async () => {
    const benchmark = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R1_Manual-xccdf.xml';
    const compliant = readFileSync('samples/compliant/send-connectors.csv');
    const site = readFileSync('samples/site/EDGE01-site.json');
    const { 'collection.json': json = utf8(''), 'send-connectors.clixml.xml': xml = utf8('') } = collected(
      compliant,
      2,
    );
    const runs = [
      runOf([
        ['export', 'a/x.csv', compliant],
        ['export', 'b/x.csv', compliant],
        ['benchmark', benchmark, readFileSync(benchmark)],
        ['site', 'EDGE01-site.json', site],
      ]),
      runOf([
        ['export', 'e/collection.json', json],
        ['export', 'e/send-connectors.clixml.xml', xml],
      ]),
      runOf([['export', '-', compliant]], { assessor: 'A. Assessor', maxAge: 3, collectedAt: '2026-01-30T00:00:00Z' }),
    ];
    for (const run of runs) expect(await verify(await bundleBytes(run))).toEqual([]);
  });
});

describe('what verify finds', () => {
  it('names an entry that was added, removed or changed', async () => {
    expect(await repacked((all) => Object.assign(all, { 'exports/2-more.csv': utf8('x') }))).toContain(
      'bundle-entry-added exports/2-more.csv',
    );
    expect(await repacked((all) => Reflect.deleteProperty(all, 'exports/1-send-connectors.csv'))).toContain(
      'bundle-entry-removed exports/1-send-connectors.csv',
    );
    expect(await repacked((all) => Reflect.deleteProperty(all, 'SHA256SUMS'))).toContain(
      'bundle-entry-removed SHA256SUMS',
    );
    const changed = await repacked((all) => {
      const name = 'exports/1-send-connectors.csv';
      all[name] = utf8(text(all[name]).replaceAll('"False"', '"True"'));
    });
    expect(changed).toContain('bundle-entry-changed exports/1-send-connectors.csv');
  });

  it('finds an artifact that was changed with all hashes made anew', async () => {
    const found = await repacked((all) => {
      const name = Object.keys(all).find((one) => one.endsWith('.ckl')) ?? '';
      const old = sha256Of(all[name] ?? utf8(''));
      all[name] = utf8(text(all[name]).replace('<STATUS>Open', '<STATUS>NotAFinding'));
      const fresh = sha256Of(all[name]);
      all['manifest.json'] = utf8(text(all['manifest.json']).replace(old, fresh));
      const manifest = sha256Of(all['manifest.json']);
      all['SHA256SUMS'] = utf8(
        text(all['SHA256SUMS'])
          .replace(old, fresh)
          .replace(/^.{64}(?= {2}manifest)/, manifest),
      );
    });
    expect(found).toEqual(['bundle-artifact-differs artifacts/EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl']);
  });

  it('finds an archive that was only packed again', async () => {
    expect(await repacked(() => undefined)).toEqual(['bundle-archive-differs']);
  });

  it('names a bundle of another build', async () => {
    const bytes = await bundleBytes(sampleRun());
    expect(await verify(bytes, { ...testProgram, digest: '1'.repeat(64) })).toContain('bundle-other-program');
  });

  it('refuses an archive that is none', async () => {
    expect(await verify(zipSync({ 'a.txt': utf8('a') }))).toEqual(['bundle-unrecognised']);
    expect(await verify(utf8('text'))).toEqual(['zip-damaged']);
  });
});

describe('secrets', () => {
  const has = (content: string | Uint8Array): boolean =>
    mayHoldSecret(typeof content === 'string' ? utf8(content) : content, 'f');
  const list = (value: string): string =>
    `Name                     : Mail\r\nAuthenticationCredential : ${value}\r\nPort                     : 25\r\n`;

  it.each([
    ['CLIXML', '<Objs><Obj><MS><Obj N="AuthenticationCredential"><S>CANARY</S></Obj></MS></Obj></Objs>'],
    ['CLIXML, nested', '<Objs><Obj><MS><BA N="SerializationData">QUFB</BA></MS></Obj></Objs>'],
    ['CLIXML, by references', '<Objs><Obj><MS><S N="Authentication&#67;redential">CANARY</S></MS></Obj></Objs>'],
    ['CLIXML, by its own escapes', '<Objs><Obj><MS><S N="_x0041_uthenticationCredential">CANARY</S></MS></Obj></Objs>'],
    ['CLIXML, a secure text', '<Objs><SS N="Password">CANARY</SS></Objs>'],
    ['JSON', '[{"AuthenticationCredential":{"UserName":"CANARY"}}]'],
    ['JSON, by escapes', '[{"\\u0041uthenticationCredential":"CANARY"}]'],
    ['JSON, in another case', '[{"authenticationcredential":"CANARY"}]'],
    ['a list', list('System.Net.NetworkCredential')],
    ['a list that goes on', list('\r\n                           CANARY')],
    ['CSV', 'Name,AuthenticationCredential\r\na,CANARY\r\n'],
    ['CSV, shifted', 'Name,AuthenticationCredential\r\na,b,CANARY\r\n'],
    ['CSV, serialized', '"Name","SerializationData"\r\n"a","System.Byte[]"\r\n'],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffName,AuthenticationCredential\r\na,CANARY\r\n', 'utf16le'))],
    ['a type', '{"x":"System.Management.Automation.PSCredential"}'],
    ['no text', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0])],
  ])('are found in %s', (_what, content) => {
    expect(has(content)).toBe(true);
  });

  it.each([
    ['CLIXML', '<Objs><Obj><MS><Nil N="AuthenticationCredential" /></MS></Obj></Objs>'],
    ['JSON', '[{"AuthenticationCredential":null,"SerializationData": null}]'],
    ['a list', list('')],
    ['CSV', 'Name,AuthenticationCredential\r\na,\r\nb,\r\n'],
    ['nothing', 'Name\r\na\r\n'],
  ])('are not taken for there where the property is empty: %s', (_what, content) => {
    expect(has(content)).toBe(false);
  });

  it('keep an export out of a bundle, in an archive too', async () => {
    const secret = utf8('Name,DomainSecureEnabled,AuthenticationCredential\r\nMail,True,CANARY\r\n');
    const bundle = await bundleOf(runOf([['export', 'a.csv', secret]]));
    expect([bundle.ok, bundle.diagnostics.map(({ code }) => code)]).toEqual([false, ['bundle-holds-secret']]);
    const zip = zipSync(collected(secret, 1));
    expect((await bundleOf(runOf([['export', 'e.zip', zip]]))).ok).toBe(false);
  });
});
