import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { benchmark, group } from './benchmarks.js';

const xml = benchmark(group(1));
const manual = 'U_Test_V2R3_Manual_STIG/U_Test_STIG_V2R3_Manual-xccdf.xml';

const read = (bytes: Uint8Array, file = 'U_Test_V2R3_STIG.zip', limits = {}) => {
  const reading = readBenchmark(bytes, file, limits);
  return {
    value: reading.ok ? reading.value : undefined,
    diagnostics: reading.diagnostics,
    codes: reading.diagnostics.map(({ code }) => code),
  };
};
const refused = (bytes: Uint8Array, limits = {}): readonly string[] => {
  const { value, codes } = read(bytes, undefined, limits);
  expect(value).toBeUndefined();
  return codes;
};
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, x]) => [name, typeof x === 'string' ? strToU8(x) : x])));

/** The zip with little-endian numbers changed at a distance behind each signature. */
const changed = (
  bytes: Uint8Array,
  signature: number,
  distance: number,
  value: number,
  size: 2 | 4 = 4,
): Uint8Array => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let met = 0;
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature) continue;
    met += 1;
    if (size === 2) view.setUint16(at + distance, value, true);
    else view.setUint32(at + distance, value, true);
  }
  expect(met).toBeGreaterThan(0);
  return copy;
};
const directory = 0x02014b50;
const end = 0x06054b50;

describe('readBenchmark of an XCCDF file', () => {
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 * text.length + 2);
    const view = new DataView(bytes.buffer);
    [0xfeff, ...Array.from(text, (c) => c.charCodeAt(0))].forEach((unit, i) => {
      view.setUint16(2 * i, unit, little);
    });
    return bytes;
  };
  const text = xml.replace('Look at 1.', 'Look\n\ufeffat – ü.');
  it.each([
    ['UTF-8', strToU8(text)],
    ['UTF-8 with a mark', strToU8(`\ufeff${text}`)],
    ['UTF-16LE', utf16(text, true)],
    ['UTF-16BE', utf16(text, false)],
  ])('%s', (_, bytes) => {
    const { value, codes } = read(bytes, 'some\\folder/U_Test_Manual-xccdf.xml');
    expect(codes).toEqual([]);
    expect(value).toMatchObject({ filename: 'U_Test_Manual-xccdf.xml', ruleCount: 1 });
    expect(value?.rules[0]?.checkContent).toBe('Look\n\ufeffat – ü.');
  });

  it('believes that it is Windows-1252 only where it says so', () => {
    const bytes = (declared: string): Uint8Array =>
      Uint8Array.from(xml.replace('utf-8', declared).replace('Look at', 'caf\u00e9'), (c) => c.charCodeAt(0));
    expect(read(bytes('windows-1252')).value?.rules[0]?.checkContent).toBe('café 1.');
    expect(refused(bytes('utf-8'))).toEqual(['benchmark-undecodable']);
  });

  it('refuses what is no text', () => {
    expect(refused(strToU8('%PDF-1.7 x'))).toEqual(['benchmark-binary']);
    expect(refused(new Uint8Array())).toEqual(['not-a-benchmark']);
    expect(refused(Uint8Array.of(0xef, 0xbb, 0xbf, 0xff))).toEqual(['benchmark-undecodable']);
  });
});

describe('readBenchmark of a zip', () => {
  it("finds the XCCDF among DISA's other files", () => {
    const { value, diagnostics } = read(
      zip({
        'U_Test_V2R3_Manual_STIG/': new Uint8Array(),
        [manual]: xml,
        'U_Test_V2R3_Manual_STIG/STIG_unclass.xsl': '<x/>',
        'U_Test_V2R3_Manual_STIG/DoD-DISA-logos-as-JPEG.jpg': Uint8Array.of(1, 2),
        'U_Test_V2R3_STIG_SCAP_Benchmark-xccdf.xml': '<other/>',
        [`__MACOSX/${manual}`]: 'x',
        'U_Test_V2R3_Overview.pdf': '%PDF',
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ filename: 'U_Test_STIG_V2R3_Manual-xccdf.xml', ruleCount: 1 });
  });

  it('looks into one zip within, not two', () => {
    const inner = zip({ [manual]: xml });
    expect(read(zip({ 'a/U_Test.zip': inner, 'readme.txt': 'x' })).value?.id).toBe('Test_STIG');
    expect(refused(zip({ 'b.zip': zip({ 'a.zip': inner }) }))).toEqual(['zip-without-benchmark']);
  });

  it('takes an archive with a comment, stored files, and an XCCDF of another name', () => {
    const stored = zipSync({ 'stig.xml': strToU8(xml) }, { level: 0, comment: '' });
    const commented = changed(new Uint8Array([...stored, ...strToU8('hello')]), end, 20, 5, 2);
    expect(read(commented).value?.filename).toBe('stig.xml');
  });

  it('places what it says about the XCCDF inside the archive', () => {
    const { diagnostics } = read(zip({ 'a.zip': zip({ [manual]: '<CHECKLIST/>' }) }));
    expect(diagnostics).toMatchObject([
      { code: 'not-a-benchmark', place: { file: `U_Test_V2R3_STIG.zip/a.zip/${manual}` } },
    ]);
  });

  it('refuses several by listing them', () => {
    const { value, diagnostics } = read(
      zip({ 'A_Manual-xccdf.xml': xml, 'b.zip': zip({ 'B_Manual-xccdf.xml': xml }) }),
    );
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'zip-several-benchmarks', args: { benchmarks: 'A_Manual-xccdf.xml, B_Manual-xccdf.xml' } },
    ]);
  });

  it('refuses an archive without one', () => {
    expect(refused(zip({ 'readme.txt': 'x' }))).toEqual(['zip-without-benchmark']);
    expect(refused(zip({}))).toEqual(['zip-without-benchmark']);
  });

  it.each([
    '../U_Manual-xccdf.xml',
    '/etc/U_Manual-xccdf.xml',
    'a\\..\\..\\U_Manual-xccdf.xml',
    'C:\\U_Manual-xccdf.xml',
  ])('passes over a name that leads out: %s', (name) => {
    expect(refused(zip({ [name]: xml }))).toEqual(['zip-entry-name', 'zip-without-benchmark']);
    expect(read(zip({ [name]: xml, [manual]: xml }))).toMatchObject({
      codes: ['zip-entry-name'],
      value: { filename: 'U_Test_STIG_V2R3_Manual-xccdf.xml' },
    });
  });

  it('refuses a bomb, whatever it says of its size', () => {
    const limits = { maxBytes: 1_000_000 };
    const bomb = zip({ [manual]: new Uint8Array(1_000_001) });
    expect(bomb.length).toBeLessThan(2000);
    expect(refused(bomb, limits)).toEqual(['zip-too-large']);
    expect(refused(changed(bomb, directory, 24, 10), limits)).toEqual(['zip-too-large']);
    expect(refused(zip({ 'a.zip': 'no archive' }))).toEqual(['zip-damaged']);
    const padded = (n: number) => zipSync({ [`${n}.txt`]: new Uint8Array(600_000) }, { level: 0 });
    expect(refused(zip({ 'a.zip': padded(1), 'b.zip': padded(2) }), limits)).toEqual(['zip-too-large']);
  });

  it('refuses too many files', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, '']));
    expect(refused(zip({ ...many, [manual]: xml }))).toEqual(['zip-too-many-entries']);
  });

  it.each([
    ['a wrong length', (z: Uint8Array) => changed(z, directory, 24, 10), 'zip-damaged'],
    ['a wrong check sum', (z: Uint8Array) => changed(z, directory, 16, 10), 'zip-damaged'],
    ['a packed length beyond the end', (z: Uint8Array) => changed(z, directory, 20, 1e9), 'zip-damaged'],
    ['a packed length that is too short', (z: Uint8Array) => changed(z, directory, 20, 100), 'zip-damaged'],
    ['an offset beyond the end', (z: Uint8Array) => changed(z, directory, 42, 1e9), 'zip-damaged'],
    ['a directory beyond the end', (z: Uint8Array) => changed(z, end, 16, 1e9), 'zip-damaged'],
    ['more files than there are', (z: Uint8Array) => changed(z, end, 10, 9, 2), 'zip-damaged'],
    ['its end cut off', (z: Uint8Array) => z.slice(0, -10), 'zip-damaged'],
    ['encryption', (z: Uint8Array) => changed(z, directory, 8, 1, 2), 'zip-unsupported'],
    ['another method', (z: Uint8Array) => changed(z, directory, 10, 9, 2), 'zip-unsupported'],
    ['Zip64', (z: Uint8Array) => changed(z, end, 16, 0xffffffff), 'zip-unsupported'],
  ])('refuses %s', (_, damage, code) => {
    expect(refused(damage(zip({ [manual]: xml })))).toEqual([code]);
  });

  it('refuses a zip cut or changed anywhere, or reads the very same', () => {
    const whole = zip({ [manual]: xml });
    const good = JSON.stringify(read(whole).value?.rules);
    for (let at = 0; at < whole.length; at += 1) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      for (const bytes of [flipped, whole.slice(0, at)]) {
        const { value, codes } = read(bytes);
        if (value === undefined) expect(codes).not.toEqual([]);
        else expect(JSON.stringify(value.rules)).toBe(good);
      }
    }
  });
});
