import { decode } from '../bytes/decode.js';
import { listZip, unpack, type ZipBudget, type ZipEntry } from '../bytes/read-zip.js';
import { isZip } from '../bytes/signature.js';
import { type Diagnostic, diagnostic, type Reading, refused } from '../diagnostics/diagnostic.js';
import type { Benchmark } from '../model/benchmark.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { fromXccdfBenchmark } from './from-xccdf.js';

/**
 * Reads a STIG from the file that DISA publishes: an XCCDF benchmark, or a zip archive that holds one, directly or in an
 * archive within. An archive with several is refused by listing them; nothing is ever written to disk.
 *
 * @param file the path to show in diagnostics; for what is in an archive its name there comes behind it
 * @returns Refusals: `benchmark-binary`, `benchmark-undecodable`, `zip-without-benchmark`, `zip-several-benchmarks`, those of
 *   `listZip` and `unpack`, and those of `fromXccdfBenchmark`. Warning: `zip-entry-name` (passed over)
 */
export const readBenchmark = (
  bytes: Uint8Array,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<Benchmark> => {
  if (!isZip(bytes)) return readXccdf(bytes, file, limits);
  const warnings: Diagnostic[] = [];
  const found = findInZip(bytes, file, limitsOf(limits).maxBytes, warnings);
  if (!found.ok) return { ok: false, diagnostics: [...warnings, ...found.diagnostics] };
  const read = readXccdf(found.value.bytes, found.value.file, limits);
  return { ...read, diagnostics: [...warnings, ...read.diagnostics] };
};

const readXccdf = (bytes: Uint8Array, file: string, limits: Partial<InputLimits>): Reading<Benchmark> => {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return { ok: false, diagnostics: decoded.diagnostics.map(asBenchmark) };
  const { text, encoding } = decoded.value;
  // An export is taken for Windows-1252 where it is no UTF-8; a benchmark is damaged then, unless it says so itself.
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/.exec(text)?.[1] ?? 'UTF-8';
  if (encoding === 'windows-1252' && !/^(?:windows-1252|iso-8859-1)$/i.test(declared))
    return { ok: false, diagnostics: [diagnostic('benchmark-undecodable', { file }, { encoding: declared })] };
  // The decoder takes byte order marks out at every line, as exports may be joined; here a text may hold one.
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  const whole = encoding === 'windows-1252' ? text : new TextDecoder(label).decode(bytes);
  return fromXccdfBenchmark(whole, file, limits);
};

/** The decoder speaks of exports. */
const asBenchmark = (d: Diagnostic): Diagnostic => {
  if (d.code === 'binary-input') return diagnostic('benchmark-binary', d.place, d.args);
  return d.code === 'undecodable-input' ? diagnostic('benchmark-undecodable', d.place, d.args) : d;
};

/** An entry with the archive that it is in. */
interface Candidate {
  readonly archive: Uint8Array;
  readonly archiveFile: string;
  readonly entry: ZipEntry;
}

const findInZip = (
  bytes: Uint8Array,
  file: string,
  maxBytes: number,
  warnings: Diagnostic[],
): Reading<{ readonly bytes: Uint8Array; readonly file: string }> => {
  const budget: ZipBudget = { limit: maxBytes, left: maxBytes };
  const entries = entriesOf(bytes, file, warnings);
  if (!entries.ok) return entries;
  const all: Candidate[] = entries.value.map((entry) => ({ archive: bytes, archiveFile: file, entry }));
  for (const entry of entries.value.filter(({ name }) => /\.zip$/i.test(name))) {
    const inner = unpack(bytes, entry, budget, file);
    if (!inner.ok) return inner;
    const archiveFile = `${file}/${entry.name}`;
    const within = entriesOf(inner.value, archiveFile, warnings);
    if (!within.ok) return within;
    all.push(...within.value.map((one) => ({ archive: inner.value, archiveFile, entry: one })));
  }
  const candidates = mostLikely(all);
  const [only] = candidates;
  if (only === undefined) return refused('zip-without-benchmark', { file }, { entries: namesOf(all) });
  if (candidates.length > 1) return refused('zip-several-benchmarks', { file }, { benchmarks: namesOf(candidates) });
  const content = unpack(only.archive, only.entry, budget, only.archiveFile);
  return content.ok
    ? { ...content, value: { bytes: content.value, file: `${only.archiveFile}/${only.entry.name}` } }
    : content;
};

/** The files of an archive, without those whose names lead out of it. */
const entriesOf = (bytes: Uint8Array, file: string, warnings: Diagnostic[]): Reading<readonly ZipEntry[]> => {
  const listed = listZip(bytes, file);
  if (!listed.ok) return listed;
  const unsafe = listed.value.filter(({ name }) => isUnsafe(name));
  for (const { name } of unsafe) warnings.push(diagnostic('zip-entry-name', { file }, { name: name }));
  return { ...listed, value: listed.value.filter((entry) => !unsafe.includes(entry)) };
};

const isUnsafe = (name: string): boolean => /^\/|^[a-z]:|(^|\/)\.\.(\/|$)|[\u0000-\u001f\u007f]/i.test(name);

/** By DISA's file names: manual benchmarks first, then those for scanners, then any other XML. */
const mostLikely = (all: readonly Candidate[]): readonly Candidate[] => {
  // macOS adds a file of its own for each.
  const xml = all.filter(({ entry }) => /\.xml$/i.test(entry.name) && !/(^|\/)(__MACOSX\/|\._)/.test(entry.name));
  const xccdf = xml.filter(({ entry }) => /xccdf/i.test(baseName(entry)));
  const manual = xccdf.filter(({ entry }) => /manual/i.test(baseName(entry)));
  return [manual, xccdf, xml].find((some) => some.length > 0) ?? [];
};

const baseName = ({ name }: ZipEntry): string => name.split('/').at(-1) ?? '';

const listedNames = 20;

const namesOf = (all: readonly Candidate[]): string => {
  const names = all.slice(0, listedNames).map(({ entry }) => entry.name);
  const more = all.length - names.length;
  return all.length === 0 ? 'nothing' : names.join(', ') + (more > 0 ? ` and ${more} more` : '');
};
