import { listZip, unpack, type ZipBudget } from '../bytes/read-zip.js';
import { isZip } from '../bytes/signature.js';
import type { GivenAsset } from '../checklist/given-asset.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { seen } from '../evidence/seen.js';
import type { CollectedCommand, Collection, CollectionEvidence } from '../model/collection.js';
import type { Place } from '../model/place.js';
import { type InputLimits, limitsOf } from '../text/input-limits.js';
import { sha256 } from '../text/sha256.js';
import { isCollection } from './is-of-collection.js';
import { readCollection } from './read-collection.js';

/** A file as bytes, with the path to show and its SHA-256. */
interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What a collection says of one of its files. */
export interface Collected {
  readonly command: string;
  /** How many objects the command returned. */
  readonly count: number;
  /** It ran without error. */
  readonly isClean: boolean;
  /** The server it ran on. */
  readonly server: string;
  /** Where the collection says so. */
  readonly place: Place;
  /** What is in doubt before the file is read. */
  readonly doubts: readonly Diagnostic[];
}

export type CollectedFile = File & { readonly collected?: Collected | undefined };

/** The exports of a host, taken out of collections where they came with one. */
export interface CollectedFiles {
  readonly exports: readonly Reading<CollectedFile>[];
  readonly collections: readonly CollectionEvidence[];
  /** What the collections say of the host. */
  readonly asset: GivenAsset;
  /** When the first of them was made. */
  readonly collectedAt: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the collections among a host's files: `collection.json` beside its exports, or a zip archive with both. An archive without one
 * stays what it is. The collection itself is no export; other files beside it are, without its word. Doubts, each at `collection.json`:
 * `collection-unusable`, `collection-file-missing`, `collection-file-differs`, `collection-command-failed`, `collection-command-changed`.
 * Warning: `collection-command-warned`. Notice: `collection-read`. Refused: what `listZip` and `unpack` refuse.
 */
export const collectedFiles = (files: readonly Reading<File>[], limits: Partial<InputLimits> = {}): CollectedFiles => {
  const unpacked = files.flatMap((file) => (file.ok && isZip(file.value.bytes) ? fromZip(file.value, limits) : [file]));
  const found = unpacked.flatMap((file) => (file.ok && isCollection(file.value.path) ? [file.value] : []));
  const diagnostics: Diagnostic[] = [];
  const collections: { readonly evidence: CollectionEvidence; readonly collection: Collection }[] = [];
  const words = new Map<string, Collected>();
  for (const file of found) {
    const read = readCollection(file.bytes, file.path);
    if ('fault' in read) {
      diagnostics.push(diagnostic('collection-unusable', { file: file.path }, { fault: read.fault }));
      continue;
    }
    const { collection } = read;
    const evidence = evidenceOf(file, collection);
    collections.push({ evidence, collection });
    diagnostics.push(
      diagnostic(
        'collection-read',
        { file: file.path },
        { host: evidence.host, time: evidence.collectedAt, user: seen(evidence.user) },
      ),
    );
    for (const command of collection.commands) {
      const path = `${folderOf(file.path)}${command.file}`;
      const there = unpacked.find((one) => one.ok && one.value.path === path);
      const at: Place = { file: file.path };
      diagnostics.push(...warningsOf(command, at));
      if (there?.ok) words.set(path, both(words.get(path), wordOn(there.value, command, collection, at)));
      else if (!unpacked.some((one) => !one.ok && one.diagnostics[0]?.place.file === path))
        diagnostics.push(diagnostic('collection-file-missing', at, { name: command.file }));
    }
  }
  const times = collections.map(({ evidence }) => evidence.collectedAt).sort();
  return {
    exports: unpacked
      .filter((file) => !file.ok || !isCollection(file.value.path))
      .map((file) => (file.ok ? { ...file, value: { ...file.value, collected: words.get(file.value.path) } } : file)),
    collections: collections.map(({ evidence }) => evidence),
    asset: collections[0] === undefined ? {} : assetOf(collections[0].collection),
    collectedAt: times[0],
    diagnostics,
  };
};

/** The host that a collection is of, in whichever form; undefined for anything else. */
export const hostOfCollection = (file: Omit<File, 'sha256'>, limits: Partial<InputLimits> = {}): string | undefined => {
  const whole = { ...file, sha256: '' };
  const files = isZip(file.bytes) ? fromZip(whole, limits) : [{ ok: true as const, value: whole, diagnostics: [] }];
  for (const one of files) {
    if (!one.ok || !isCollection(one.value.path)) continue;
    const read = readCollection(one.value.bytes, one.value.path);
    if ('collection' in read) return read.collection.host.name;
  }
  return undefined;
};

/** The files of an archive that holds a collection; of any other the archive. */
const fromZip = (file: File, limits: Partial<InputLimits>): readonly Reading<File>[] => {
  const listed = listZip(file.bytes, file.path);
  if (!listed.ok || !listed.value.some(({ name }) => isCollection(name)))
    return [{ ok: true, value: file, diagnostics: [] }];
  const { maxBytes } = limitsOf(limits);
  const budget: ZipBudget = { limit: maxBytes, left: maxBytes };
  return listed.value.map((entry) => {
    const content = unpack(file.bytes, entry, budget, file.path);
    const path = `${file.path}/${entry.name}`;
    return content.ok ? { ...content, value: { path, bytes: content.value, sha256: sha256(content.value) } } : content;
  });
};

/** Where two collections speak of one file, what either doubts is in doubt. */
const both = (one: Collected | undefined, other: Collected): Collected =>
  one === undefined
    ? other
    : {
        ...other,
        isClean: one.isClean && other.isClean,
        doubts: [...one.doubts, ...other.doubts, ...disagreement(one, other)],
      };

const disagreement = (one: Collected, { count, command, place }: Collected): readonly Diagnostic[] =>
  one.count === count && one.command === command
    ? []
    : [diagnostic('collection-unusable', place, { fault: 'another collection beside it says something else' })];

const wordOn = (file: File, command: CollectedCommand, collection: Collection, place: Place): Collected => {
  const listed = collection.files.find(({ name }) => name === command.file);
  const isTheSame = listed?.size === file.bytes.length && listed.sha256 === file.sha256;
  const error = command.errors[0];
  return {
    command: command.command,
    count: command.count,
    isClean: error === undefined && isTheSame && isKnown(command),
    server: collection.host.name,
    place,
    doubts: [
      ...(isTheSame ? [] : [diagnostic('collection-file-differs', place, { name: command.file })]),
      ...(error === undefined
        ? []
        : [
            diagnostic('collection-command-failed', place, { command: seen(command.command), error: seen(error, 200) }),
          ]),
      ...(isKnown(command)
        ? []
        : [diagnostic('collection-command-changed', place, { command: seen(command.text, 200) })]),
    ],
  };
};

const warningsOf = ({ command, warnings }: CollectedCommand, place: Place): readonly Diagnostic[] =>
  warnings.map((warning) =>
    diagnostic('collection-command-warned', place, { command: seen(command), warning: seen(warning, 200) }),
  );

/** The pipelines of the collector; any other may have left something out. */
const isKnown = ({ command, text }: CollectedCommand): boolean =>
  ['Get-SendConnector', 'Get-TransportConfig'].includes(command) &&
  text === `${command} | Select-Object -Property * -ExcludeProperty AuthenticationCredential,SerializationData`;

const evidenceOf = ({ path, sha256: hash }: File, collection: Collection): CollectionEvidence => {
  const { collector, host, user, commands } = collection;
  return {
    path,
    sha256: hash,
    host: host.name,
    user,
    collector: `${collector.name} ${collector.version}`,
    ...(host.exchangeVersion === undefined ? {} : { exchangeVersion: host.exchangeVersion }),
    collectedAt:
      commands
        .map(({ endedAt }) => endedAt)
        .sort()
        .at(-1) ?? collection.endedAt,
    commands: commands.map(({ command, count, errors, warnings }) => ({ command, count, errors, warnings })),
  };
};

const assetOf = ({ host }: Collection): GivenAsset => ({
  host: host.name,
  ...(host.fqdn === undefined ? {} : { fqdn: host.fqdn }),
  ...(host.ipAddresses.length === 0 ? {} : { ip: host.ipAddresses }),
  ...(host.macAddresses.length === 0 ? {} : { mac: host.macAddresses }),
  ...(host.domainRole === undefined ? {} : { role: host.domainRole }),
});

const folderOf = (path: string): string => path.slice(0, path.length - (path.split(/[\\/]/).at(-1) ?? '').length);
