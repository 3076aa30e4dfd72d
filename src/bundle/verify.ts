import { listZip, unpack, type ZipBudget } from '../bytes/read-zip.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { sha256 } from '../text/sha256.js';
import { toBundle } from './bundle.js';
import { manifestName, type ReadManifest, readManifest, sumsName } from './manifest.js';
import { assessRun, type Program, type Run } from './run.js';

/** What a bundle was found to be. It is consistent where `faults` is empty. */
export interface Verification {
  readonly host: string;
  readonly assessedAt: string;
  /** The verdicts that its exports give, derived anew. */
  readonly verdicts: readonly { readonly vulnId: string; readonly status: string }[];
  readonly entries: number;
  readonly faults: readonly Diagnostic[];
}

/**
 * Makes a bundle anew from the files in it and compares it with the bundle byte for byte. What differs is named: an entry that was
 * added (`bundle-entry-added`), removed (`bundle-entry-removed`), is there twice (`bundle-entry-twice`), or whose bytes changed
 * (`bundle-entry-changed`); artifacts that do not follow from the exports (`bundle-artifact-differs`); a manifest that this program does not
 * write (`bundle-manifest-differs`), another build of it (`bundle-other-program`), and an archive that differs in something else
 * (`bundle-archive-differs`). Refused: what `listZip` refuses, `zip-too-large`, and `bundle-unrecognised`, an archive without a manifest.
 */
export const verifyBundle = async (
  bytes: Uint8Array,
  file: string,
  program: Program,
  limits: Partial<InputLimits> = {},
): Promise<Reading<Verification>> => {
  const listed = listZip(bytes, file);
  if (!listed.ok) return listed;
  const { maxBytes } = limitsOf(limits);
  const budget: ZipBudget = { limit: maxBytes, left: maxBytes };
  const contents = new Map<string, Uint8Array>();
  const faults: Diagnostic[] = [];
  for (const entry of listed.value) {
    if (contents.has(entry.name)) faults.push(diagnostic('bundle-entry-twice', { file }, { name: entry.name }));
    const content = unpack(bytes, entry, budget, file);
    if (content.ok) contents.set(entry.name, content.value);
    else if (content.diagnostics.some(({ code }) => code === 'zip-too-large')) return content;
    else faults.push(...content.diagnostics);
  }
  const manifest = contents.get(manifestName);
  if (manifest === undefined)
    return { ok: false, diagnostics: [...faults, diagnostic('bundle-unrecognised', { file })] };
  const read = readManifest(manifest);
  const found: Omit<Verification, 'faults'> = { host: '', assessedAt: '', verdicts: [], entries: listed.value.length };
  const answer = (more: Partial<Verification> = {}): Reading<Verification> => ({
    ok: true,
    value: { ...found, ...more, faults },
    diagnostics: [],
  });
  if (read === undefined) {
    faults.push(diagnostic('bundle-manifest-differs', { file }));
    return answer();
  }
  faults.push(...entryFaults(contents, read, file));
  if (read.program.version !== program.version || read.program.digest !== program.digest)
    faults.push(diagnostic('bundle-other-program', { file }, { made: read.program.version, here: program.version }));
  const run = runOf(contents, read);
  const host = await assessRun(run, program);
  if (host.judged === undefined) {
    faults.push(diagnostic('bundle-not-judged', { file }));
    return answer({ assessedAt: run.options.assessedAt });
  }
  const artifacts = new Map(host.files.map(({ fileName, bytes: made }) => [`artifacts/${fileName}`, made]));
  for (const { entry } of read.artifacts) {
    const made = artifacts.get(entry);
    const there = contents.get(entry);
    if (there !== undefined && (made === undefined || !isSame(made, there)))
      faults.push(diagnostic('bundle-artifact-differs', { file }, { name: entry }));
  }
  const rebuilt = toBundle(run, host, host.judged, program);
  if (!rebuilt.ok) faults.push(...rebuilt.diagnostics);
  else if (!isSame(rebuilt.value, bytes) && faults.length === 0)
    faults.push(diagnostic('bundle-archive-differs', { file }, { at: firstDifference(rebuilt.value, bytes) }));
  return answer({
    host: host.host,
    assessedAt: run.options.assessedAt,
    verdicts: host.judged.reviews.map(({ vulnId, status }) => ({ vulnId, status })),
  });
};

/** Entries that the manifest does not have, lacks, or has with another hash. */
const entryFaults = (
  contents: ReadonlyMap<string, Uint8Array>,
  { inputs, artifacts }: ReadManifest,
  file: string,
): readonly Diagnostic[] => {
  const listed = new Map([...inputs, ...artifacts].map(({ entry, sha256: hash }) => [entry, hash]));
  const added = [...contents.keys()].filter((name) => !listed.has(name) && name !== manifestName && name !== sumsName);
  const changed = [...listed].flatMap(([name, hash]): readonly Diagnostic[] => {
    const content = contents.get(name);
    if (content === undefined) return [diagnostic('bundle-entry-removed', { file }, { name })];
    return sha256(content) === hash ? [] : [diagnostic('bundle-entry-changed', { file }, { name })];
  });
  return [
    ...added.map((name) => diagnostic('bundle-entry-added', { file }, { name })),
    ...changed,
    ...sumFaults(contents, file),
  ];
};

/** The list of hashes against what is there. */
const sumFaults = (contents: ReadonlyMap<string, Uint8Array>, file: string): readonly Diagnostic[] => {
  const sums = contents.get(sumsName);
  if (sums === undefined) return [diagnostic('bundle-entry-removed', { file }, { name: sumsName })];
  const lines = new TextDecoder()
    .decode(sums)
    .split('\n')
    .filter((line) => line !== '');
  const isRight = lines.every((line) => {
    const content = contents.get(line.slice(66));
    return content === undefined || sha256(content) === line.slice(0, 64);
  });
  return isRight ? [] : [diagnostic('bundle-entry-changed', { file }, { name: sumsName })];
};

const runOf = (contents: ReadonlyMap<string, Uint8Array>, { inputs, options }: ReadManifest): Run => ({
  files: inputs.map(({ role, path, entry }) => {
    const bytes = contents.get(entry) ?? new Uint8Array();
    return { role, path, bytes, sha256: sha256(bytes) };
  }),
  options,
});

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && firstDifference(one, other) === one.length;

const firstDifference = (one: Uint8Array, other: Uint8Array): number => {
  const at = one.findIndex((byte, i) => byte !== other[i]);
  return at === -1 ? one.length : at;
};
