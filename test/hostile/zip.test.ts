import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { listZip, mostEntries, unpack } from '../../src/bytes/read-zip.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { clixml, clixmlObject, group, xccdf, zipOf } from './inputs.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const content = bytes(xccdf(group(259594).replace('<title>t', '<version>EX19-ED-000098</version><title>t')));
const read = (archive: Uint8Array, limits = {}) => {
  const { ok, diagnostics } = readBenchmark(archive, 'b.zip', limits);
  return { ok, codes: diagnostics.map(({ code }) => code) };
};
const good = 'U_Test_Manual-xccdf.xml';

it('is read where nothing is wrong with it', () => {
  expect(read(zipOf({ name: good, content }))).toMatchObject({ ok: true });
});

describe('zip bombs', () => {
  const zeros = new Uint8Array(60_000_000).fill(0x20);
  const bomb = zipOf({ name: good, content: zeros });

  it('a thousand times what it weighs is more than the limit', () => {
    expect(bomb.length).toBeLessThan(zeros.length / 500);
    expect(read(bomb)).toEqual({ ok: false, codes: ['zip-too-large'] });
  });

  it('one that says it were small is found out by counting', () => {
    expect(read(zipOf({ name: good, content: zeros, says: { size: 100 } }))).toEqual({
      ok: false,
      codes: ['zip-too-large'],
    });
  });

  it('one in another counts together with it', () => {
    const half = new Uint8Array(30_000_000).fill(0x20);
    const inner = zipOf({ name: good, content: half });
    const padded = new Uint8Array(30_000_000 + inner.length);
    padded.set(inner, 30_000_000);
    expect(read(zipOf({ name: 'x.zip', content: inner }, { name: 'y.zip', content: half }))).toMatchObject({
      ok: false,
    });
    expect(read(zipOf({ name: 'a.zip', content: inner }), { maxBytes: 40_000_000 }).codes).not.toContain(
      'zip-too-large',
    );
    expect(read(zipOf({ name: 'a.zip', content: inner }), { maxBytes: 20_000_000 }).codes).toEqual(['zip-too-large']);
  });

  it('an archive in an archive in an archive is not opened', () => {
    const third = zipOf({ name: 'c.zip', content: zipOf({ name: good, content }) });
    expect(read(zipOf({ name: 'a.zip', content: third }))).toEqual({ ok: false, codes: ['zip-without-benchmark'] });
  });

  it('what is not asked for is not unpacked', () => {
    expect(read(zipOf({ name: 'readme.txt', content: zeros }, { name: good, content }))).toMatchObject({ ok: true });
  });

  it('too many files are refused before they are looked at', () => {
    const many = Array.from({ length: mostEntries + 1 }, (_, i) => ({ name: `${i}.xml`, content: new Uint8Array(1) }));
    expect(read(zipOf(...many))).toEqual({ ok: false, codes: ['zip-too-many-entries'] });
  });

  it('the limit can be raised', () => {
    expect(read(zipOf({ name: good, content }), { maxBytes: content.length - 1 }).codes).toEqual(['zip-too-large']);
    expect(read(zipOf({ name: good, content }), { maxBytes: content.length }).ok).toBe(true);
  });
});

it.each([
  ...[
    '../evil_Manual-xccdf.xml',
    '..\\evil_Manual-xccdf.xml',
    'a/../../evil_Manual-xccdf.xml',
    '/etc/evil_Manual-xccdf.xml',
  ],
  ...[
    'C:\\evil_Manual-xccdf.xml',
    'c:evil_Manual-xccdf.xml',
    '\\\\host\\evil_Manual-xccdf.xml',
    'evil\u0000_Manual-xccdf.xml',
  ],
  ...['evil\u001b[2J_Manual-xccdf.xml', 'a/..'],
])('passes over a file named %j, and writes nothing', (name) => {
  const both = read(zipOf({ name, content: bytes('evil') }, { name: good, content }));
  expect(both.ok).toBe(true);
  expect(both.codes).toContain('zip-entry-name');
  expect(read(zipOf({ name, content })).codes).toEqual(['zip-entry-name', 'zip-without-benchmark']);
});

it('writes nothing beside the outputs, whatever the archive holds', async () => {
  const folder = temporaryFolder();
  const archive = join(folder, 'b.zip');
  const exported = join(folder, 'send.xml');
  writeFileSync(
    archive,
    zipOf({ name: '../../../../tmp/evil_Manual-xccdf.xml', content }, { name: `a/${good}`, content }),
  );
  writeFileSync(exported, clixml(clixmlObject('x')));
  const out = join(folder, 'out');
  const ran = await runCommand(['evaluate', exported, '--host', 'EDGE01', '--benchmark', archive, '--out-dir', out]);
  // Its rule has no check text, which withholds the pass.
  expect(ran.code).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['b.zip', 'out', 'send.xml']);
  expect(readdirSync(out).every((name) => name.startsWith('EDGE01_'))).toBe(true);
  expect(existsSync('/tmp/evil_Manual-xccdf.xml')).toBe(false);
});

it('reads any bytes of an archive that was damaged without an exception', () => {
  const archive = zipOf({ name: good, content }, { name: 'x.zip', content: zipOf({ name: 'y.xml', content }) });
  for (let at = 0; at < archive.length; at++)
    for (const value of [0x00, 0xff, 0x7f]) {
      const damaged = archive.slice();
      damaged[at] = value;
      read(damaged);
      if (at % 16 === 0) read(archive.slice(0, at));
    }
});

it('unpacks no more than its budget, whatever the header says', () => {
  const archive = zipOf({ name: good, content: new Uint8Array(1_000_000), says: { size: 1 } });
  const listed = listZip(archive, 'b.zip');
  const [entry] = listed.ok ? listed.value : [];
  if (entry === undefined) throw new Error('the archive has no entry');
  const unpacked = unpack(archive, entry, { limit: 1000, left: 1000 }, 'b.zip');
  expect(unpacked.diagnostics.map(({ code }) => code)).toEqual(['zip-too-large']);
});
