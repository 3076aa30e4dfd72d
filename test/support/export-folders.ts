import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { assessFiles } from '../../src/assess/assess-files.js';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import type { Status } from '../../src/model/checklist.js';
import type { OutputName } from '../../src/model/format-names.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { tool } from '../../src/version.js';
import { lacksShared, sharedFile } from './shared.js';

/** What an index.json says of an export; the README of ../shared has the words of `expect`. */
export interface ExpectedExport {
  readonly expect: string;
  readonly strength?: 'whole' | 'doubtful';
  /** The records in the file. */
  readonly connectors?: number;
  readonly args?: readonly string[];
}

export interface ExportFolder {
  readonly path: string;
  readonly isAbsent: boolean;
  readonly files: readonly (readonly [name: string, expected: ExpectedExport])[];
}

/** The exports that lie beside the repository, by folder: found in public, written by PowerShell, and made to deceive. */
export const exportFolders = (): readonly ExportFolder[] =>
  ['public', 'powershell', 'crafted'].map((name) => {
    const path = `data/exports/${name}`;
    const index = sharedFile(`${path}/index.json`);
    return {
      path,
      isAbsent: lacksShared(`${path}/index.json`),
      files: existsSync(index) ? Object.entries(JSON.parse(readFileSync(index, 'utf8'))) : [],
    };
  });

export const bytesOfExport = (folder: ExportFolder, file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(sharedFile(`${folder.path}/${file}`)));

export const assessedAt = '2026-03-01T12:00:00Z';

export const whenEmptyOf = ({ args = [] }: ExpectedExport): Status =>
  (args[args.indexOf('--when-empty') + 1] as Status | undefined) ?? 'not_reviewed';

/** What `evaluate --host EDGE01` makes of one export. */
export const assessExport = (
  path: string,
  bytes: Uint8Array,
  { whenEmpty, formats }: { readonly whenEmpty?: Status; readonly formats: readonly OutputName[] },
): Promise<JudgedHost> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return assessFiles({
    exports: [{ ok: true, value: { path, bytes, sha256 }, diagnostics: [] }],
    benchmark: { ok: true, value: builtInBenchmark('V2R2'), diagnostics: [] },
    fillIn: { replaceDetails: false, allowOtherHost: false },
    asset: { host: 'EDGE01' },
    whenEmpty,
    formats,
    cklbStrict: false,
    assessedAt,
    tool,
  });
};

export const outcomeOf = ({ judged }: JudgedHost): string =>
  judged === undefined ? 'refused' : (judged.reviews[0]?.status ?? 'not judged');

/** The file's: whether it is this host's export is another matter. */
export const strengthOf = ({ evidence }: JudgedHost): 'whole' | 'doubtful' => evidence[0]?.strength ?? 'doubtful';
