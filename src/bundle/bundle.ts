import { isZip } from '../bytes/signature.js';
import { zipArchive } from '../bytes/zip-archive.js';
import { collectedFiles } from '../collection/collected-files.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Judged, JudgedHost } from '../outcome/judged-host.js';
import { sha256 } from '../text/sha256.js';
import { type BundleEntry, entryOf, manifestName, sumsName, toManifest } from './manifest.js';
import type { Program, Run, RunFile } from './run.js';
import { mayHoldSecret } from './secrets.js';

/**
 * Packs a run and what came of it: the manifest, the files it read, its artifacts, and the SHA-256 of each as sha256sum writes them. The
 * same run gives the same bytes. Refused: `bundle-holds-secret`, where a file may hold a credential or a serialized object.
 */
export const toBundle = (
  run: Run,
  { files }: Pick<JudgedHost, 'files'>,
  judged: Judged,
  program: Program,
): Reading<Uint8Array> => {
  const secrets = run.files.flatMap((file) => secretsIn(file, run));
  if (secrets.length > 0) return { ok: false, diagnostics: secrets };
  const entries = entriesOf(run, files, judged, program);
  return { ok: true, value: packed(entries, run.options.assessedAt), diagnostics: [] };
};

/** All entries in their order, the list of hashes last. */
const entriesOf = (run: Run, files: JudgedHost['files'], judged: Judged, program: Program): readonly BundleEntry[] => {
  const artifacts = files.map(({ fileName, bytes }) => ({ name: `artifacts/${fileName}`, bytes }));
  const inputs = run.files.map(({ role, path, bytes }, i) => ({ name: entryOf(role, path, i), bytes }));
  const manifest = { name: manifestName, bytes: utf8(toManifest(run, judged, artifacts, program)) };
  const all = [manifest, ...inputs, ...artifacts];
  const sums = all.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
  return [...all, { name: sumsName, bytes: utf8(sums) }];
};

const packed = (entries: readonly BundleEntry[], time: string): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const archive = zipArchive(time, (piece) => pieces.push(piece));
  for (const { name, bytes } of entries) archive.add(name, bytes);
  archive.end();
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** Exports of send connectors alone hold credentials: DISA's file and the site's are none. An archive is looked into. */
const secretsIn = ({ role, path, bytes, sha256: hash }: RunFile, { options }: Run): readonly Diagnostic[] => {
  if (role !== 'export' && role !== 'transport-config') return [];
  const whole = [{ ok: true as const, value: { path, bytes, sha256: hash }, diagnostics: [] }];
  const inside = isZip(bytes) ? collectedFiles(whole, options.limits).exports : whole;
  const files = inside.map((file) => (file.ok ? file.value : { path, bytes: new Uint8Array() }));
  return files
    .filter((file) => mayHoldSecret(file.bytes, file.path))
    .map((file) => diagnostic('bundle-holds-secret', { file: file.path }));
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
