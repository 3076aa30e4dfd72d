import { unzipSync, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify.js';
import { mix, type Random, randomOf } from '../fuzz/random.js';
import { bundleBytes, runOf, testProgram } from '../support/bundle.js';
import { sha256Of, utf8 } from '../support/collection.js';

/** BUNDLES=10000 makes as many random changes; SEED=n others. */
const count = Number(process.env['BUNDLES'] ?? 600);
const seed = Number(process.env['SEED'] ?? 1);

const csv = utf8(
  'Name,Identity,Guid,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain\r\nMail,Mail,5a60c86e-4fbe-4b45-bb99-dfe1df627163,True,True,,\r\n',
);
const run = runOf(
  [
    ['export', 'a/send-connectors.csv', csv],
    ['export', 'b/send-connectors.csv', csv],
  ],
  { formats: ['cklb', 'csv'], maxAge: 30, collectedAt: '2026-01-30T00:00:00Z', assessor: 'A. Assessor' },
);

type Change = (bytes: Uint8Array, random: Random) => Uint8Array;

const spliced = (bytes: Uint8Array, at: number, drop: number, put: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + drop)]);
const someBytes = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => random.int(256));

const oneOf = <T>(random: Random, list: readonly T[]): T => random.pick(list as readonly [T, ...T[]]);

/** Where the records of the format begin, by their signatures. */
const recordsOf = (bytes: Uint8Array, kind: number): readonly number[] =>
  Array.from(bytes.keys()).filter(
    (at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === kind && bytes[at + 3] === kind + 1,
  );

/** Entries taken out, changed and packed again, as somebody with a zip program would, with the hashes made anew or not. */
const repacked =
  (change: (entries: Record<string, Uint8Array>, random: Random) => Record<string, Uint8Array>): Change =>
  (bytes, random) => {
    const changed = change(unzipSync(bytes), random);
    const isCovered = random.chance(0.5);
    if (isCovered && changed['SHA256SUMS'] !== undefined) {
      const { SHA256SUMS: _, ...others } = changed;
      changed['SHA256SUMS'] = utf8(
        Object.entries(others)
          .map(([name, content]) => `${sha256Of(content)}  ${name}\n`)
          .join(''),
      );
    }
    const level = random.pick([0, 1, 6, 9] as const);
    const files: Zippable = Object.fromEntries(
      Object.entries(changed).map(([name, content]) => [name, [content, { level }]]),
    );
    return zipSync(files, { mtime: '2026-01-31T12:00:00' });
  };

const renamed = (name: string, random: Random): string =>
  random.pick([
    `${name}.old`,
    `../${name}`,
    name.toUpperCase(),
    name.replace('/', '\\'),
    `${name}\u202e`,
    `/${name}`,
    name.slice(1),
  ]);

const changes: readonly Change[] = [
  // Bytes.
  (bytes, random) => spliced(bytes, random.int(bytes.length), 1, someBytes(random, 1)),
  (bytes, random) => spliced(bytes, random.int(bytes.length), 0, someBytes(random, 1 + random.int(8))),
  (bytes, random) => spliced(bytes, random.int(bytes.length), 1 + random.int(40), new Uint8Array()),
  (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  (bytes, random) => spliced(bytes, bytes.length, 0, someBytes(random, 1 + random.int(100))),
  (bytes, random) => spliced(bytes, 0, 0, someBytes(random, 1 + random.int(100))),
  // Headers: of an entry, of the directory, of the end.
  (bytes, random) => spliced(bytes, oneOf(random, recordsOf(bytes, 3)) + 4 + random.int(26), 1, someBytes(random, 1)),
  (bytes, random) => spliced(bytes, oneOf(random, recordsOf(bytes, 1)) + 4 + random.int(42), 1, someBytes(random, 1)),
  (bytes, random) => spliced(bytes, oneOf(random, recordsOf(bytes, 5)) + 4 + random.int(18), 1, someBytes(random, 1)),
  // Entries.
  repacked((entries, random) => {
    const name = oneOf(random, Object.keys(entries));
    const content = entries[name] ?? new Uint8Array();
    return { ...entries, [name]: spliced(content, random.int(content.length), 1, someBytes(random, 1)) };
  }),
  repacked((entries, random) => {
    const gone = oneOf(random, Object.keys(entries));
    return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== gone));
  }),
  repacked((entries, random) => ({
    ...entries,
    [`artifacts/${random.int(1e6)}.ckl`]: someBytes(random, random.int(50)),
  })),
  repacked((entries, random) => {
    const old = oneOf(random, Object.keys(entries));
    return Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [name === old ? renamed(name, random) : name, content]),
    );
  }),
  repacked((entries, random) => {
    const [one, other] = [oneOf(random, Object.keys(entries)), oneOf(random, Object.keys(entries))];
    return { ...entries, [one]: entries[other] ?? new Uint8Array(), [other]: entries[one] ?? new Uint8Array() };
  }),
  repacked((entries, random) => Object.fromEntries(Object.entries(entries).sort(() => random.pick([-1, 1])))),
  // Words of the manifest, as somebody would change them.
  repacked((entries, random) => {
    const words: readonly (readonly [string, string])[] = [
      ['"maxAge": 30', '"maxAge": 31'],
      ['EDGE01', 'EDGE02'],
      ['A. Assessor', 'B. Assessor'],
      ['"not_reviewed"', '"not_a_finding"'],
      ['2026-01-31', '2026-02-01'],
      ['"bundle": 1', '"bundle": 1, "more": 1'],
      ['a/send', 'c/send'],
    ];
    const [from, to] = oneOf(random, words);
    const manifest = new TextDecoder().decode(entries['manifest.json']);
    return { ...entries, 'manifest.json': utf8(manifest.replaceAll(from, to)) };
  }),
  // An entry that the directory has twice.
  (bytes, random) => {
    const directory = recordsOf(bytes, 1);
    const end = recordsOf(bytes, 5)[0] ?? 0;
    const at = oneOf(random, directory);
    const record = bytes.subarray(at, directory.find((next) => next > at) ?? end);
    const twice = spliced(bytes, end, 0, record);
    const view = new DataView(twice.buffer);
    const newEnd = end + record.length;
    for (const offset of [8, 10]) view.setUint16(newEnd + offset, directory.length + 1, true);
    view.setUint32(newEnd + 12, view.getUint32(newEnd + 12, true) + record.length, true);
    return twice;
  },
];

test(`${count} random changes to a bundle are all found, seed ${seed}`, { timeout: 3_600_000 }, async () => {
  const bytes = await bundleBytes(run);
  const accepted: string[] = [];
  let tried = 0;
  for (let i = 0; tried < count; i++) {
    const random = randomOf(mix(seed, i));
    const kind = i % changes.length;
    const changed = changes[kind]?.(bytes, random) ?? bytes;
    if (Buffer.compare(changed, bytes) === 0) continue;
    tried++;
    const read = await verifyBundle(changed, 'b.zip', testProgram);
    if (read.ok && read.value.faults.length === 0) accepted.push(`case ${i}, kind ${kind}`);
  }
  expect(accepted).toEqual([]);
  const untouched = await verifyBundle(bytes, 'b.zip', testProgram);
  expect(untouched.ok && untouched.value.faults).toEqual([]);
});
