import { type Benchmark, releaseOf } from '../model/benchmark.js';
import type { OutputName } from '../model/format-names.js';
import { foldName } from '../text/fold-name.js';
import { uuidV5 } from '../text/uuid.js';

/** The parts of a checklist's file name. */
export interface FileNameParts {
  /** Whole, as it stands in the file. */
  readonly hostName: string;
  readonly benchmarkId: string;
  /** `V2R2` */
  readonly release: string;
}

/** The parts of the file name for a host's checklist of a STIG. */
export const fileNameParts = (
  hostName: string,
  benchmark: Pick<Benchmark, 'id' | 'version' | 'releaseInfo'> | undefined,
): FileNameParts => ({
  hostName,
  benchmarkId: benchmark?.id ?? '',
  release: benchmark === undefined ? '' : releaseOf(benchmark),
});

const suffixes: Readonly<Record<OutputName, string>> = {
  ckl: '.ckl',
  cklb: '.cklb',
  xccdf: '_xccdf-results.xml',
  csv: '.csv',
  poam: '_poam.csv',
  hdf: '_hdf.json',
  oscal: '_oscal-ar.json',
  junit: '_junit.xml',
  html: '.html',
};

const longest = 64;

/** Names that Windows keeps for devices, whatever comes after their first dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** `EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl`: the name of the file that a checklist or its report is written to. */
export const fileName = (parts: FileNameParts, format: OutputName): string =>
  checklistBaseName(parts, format) + suffixes[format];

/**
 * The same names for files of one folder, told apart: where two are the same, or differ in case alone, each file gets its number behind
 * the rest. As numbers differ and stand last, no two names can meet.
 */
export const distinctFileNames = (names: readonly string[], format: OutputName): readonly string[] => {
  if (new Set(names.map(foldName)).size === names.length) return names;
  const suffix = suffixes[format];
  return names.map((name, i) => `${name.slice(0, -suffix.length)}_${i + 1}${suffix}`);
};

/**
 * The file's name without its ending. It holds A-Z a-z 0-9 . _ - only and names no device and no folder. Host names that
 * differ give different names, unless they differ in case only: those are one host to DNS, and on a file system without
 * case the second file meets the first and is refused instead of overwriting it.
 */
export const checklistBaseName = (parts: FileNameParts, format: OutputName): string =>
  [parts.hostName, parts.benchmarkId, parts.release].map((part) => safePart(part, format)).join('_');

/** A host's name in its file names; also the name of its folder. */
export const hostFileName = (hostName: string): string => safePart(hostName, 'ckl');

const safePart = (whole: string, format: OutputName): string => {
  const safe = withoutDotsAtEnd(whole)
    .replace(/[^A-Za-z0-9._-]/g, '_')
    // A hidden file, an option, or characters that Windows removes.
    .replace(/^[.-]+/, (cut) => '_'.repeat(cut.length))
    .replace(reserved, '$1_');
  const named = format === 'ckl' ? withoutXccdf(safe) : safe;
  // A name that looks as if it had a hash gets one too: it could be what another name becomes.
  if (named === whole && named.length <= longest && !/-[0-9a-f]{8}$/i.test(named)) return named;
  const hash = uuidV5(whole).slice(0, 8);
  return `${named.slice(0, longest - hash.length - 1)}-${hash}`;
};

/** A regular expression would take time quadratic in the number of dots. */
const withoutDotsAtEnd = (name: string): string => {
  let end = name.length;
  while (name[end - 1] === '.') end -= 1;
  return name.slice(0, end) + '_'.repeat(name.length - end);
};

/** Some importers take a CKL for an XCCDF result where its name holds `xccdf` in any case. */
const withoutXccdf = (name: string): string => name.replace(/(xcc)(df)/gi, '$1_$2');
