import type { FillInOptions } from '../checklist/fill-in.js';
import { isOfCollection } from '../collection/is-of-collection.js';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { type Benchmark, releaseOf } from '../model/benchmark.js';
import type { Status, Tool } from '../model/checklist.js';
import type { CollectionEvidence } from '../model/collection.js';
import type { ExportFormat } from '../model/connector.js';
import type { OutputName } from '../model/format-names.js';
import { type JudgedHost, refusedHost } from '../outcome/judged-host.js';
import { judgeableRules } from '../rules/module-for.js';
import { defaultRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import type { SiteFile } from '../site/read-site.js';
import type { Site } from '../site/site.js';
import type { InputLimits } from '../text/input-limits.js';
import type { AgeInput } from './age.js';
import { type AssetInput, askedHost } from './asset.js';
import { evaluateHost } from './evaluate-host.js';
import type { ExportFile, ReadExportFile, UnreadFile } from './export-file.js';
import type { OpenInto } from './fill-into.js';
import { checkInto } from './judged-rules.js';
import { renderHost } from './render-host.js';
import type { Templates } from './templates.js';

export interface AssessFilesInput extends AgeInput {
  /** Each as it was read, or why it could not be. */
  readonly exports: readonly Reading<ExportFile | ReadExportFile>[];
  /** The STIG to write; without it the one of the checklist to fill in. */
  readonly benchmark: Reading<Benchmark> | undefined;
  /** A checklist to fill in instead of making new ones. */
  readonly into?: Reading<Pick<ExportFile, 'path' | 'bytes'>> | undefined;
  /** An export of Get-TransportConfig that was named as such. */
  readonly transportConfig?: Reading<ExportFile> | undefined;
  /** A site file: what the site says beside the exports. */
  readonly site?: Reading<SiteFile> | undefined;
  readonly fillIn: FillInOptions;
  readonly asset: AssetInput;
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly whenEmpty?: Status | undefined;
  /** As for `evaluateHost`. */
  readonly rules?: readonly RuleModule[] | undefined;
  /** Who assesses, as the user says. */
  readonly assessor?: string | undefined;
  readonly formats: readonly OutputName[];
  readonly cklbStrict: boolean;
  readonly tool: Tool;
  /** As for `evaluateHost`. */
  readonly fleet?: readonly string[] | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
  /** Of the files of the run's other hosts: the same for all of them. */
  readonly templates?: Templates | undefined;
}

/**
 * One host from bytes to bytes: the one way for the command and the page. A host is refused, and there is nothing to write of it,
 * where none of its exports could be read, or its benchmark or checklist could not. Diagnostics: those of reading the files, of
 * `evaluateHost`, and of `renderHost` or, with a checklist to fill in, of `openForFilling` and `fillInto`.
 */
export const assessFiles = async (input: AssessFilesInput): Promise<JudgedHost> => {
  const stig = input.benchmark ?? (await stigOf(input));
  if (!stig.ok) return refusedHost(askedHost(input.asset), stig.diagnostics);
  const benchmark = stig.value;
  const site = input.site === undefined ? undefined : await readSiteFile(input.site, input.limits);
  const { transportConfig } = input;
  const unread = [site, transportConfig].find((read) => read?.ok === false);
  if (unread !== undefined)
    return {
      ...refusedHost(askedHost(input.asset), [...stig.diagnostics, ...unread.diagnostics]),
      stig: { id: benchmark.id, release: releaseOf(benchmark) },
    };
  const collected = await takeCollections(input);
  const exports = collected.exports.map((file) => (file.ok ? file.value : unreadFile(file)));
  const into = input.into === undefined ? undefined : await openInto(input.into, input.limits);
  const host = await evaluateHost({
    ...input,
    ...collected,
    exports,
    reported: into?.ok ? checkInto(into.value.checklist, judgeableRules(benchmark, input.rules ?? defaultRules)) : [],
    asset: into?.ok ? { ...collected.asset, hostOfChecklist: into.value.host } : collected.asset,
    benchmark,
    site: site?.ok ? site.value : undefined,
    transportConfig: transportConfig?.ok ? transportConfig.value : undefined,
  });
  const told = (diagnostics: readonly Diagnostic[]): JudgedHost => ({
    ...host,
    diagnostics: [...stig.diagnostics, ...diagnostics],
  });
  if (into === undefined) return renderHost(told(host.diagnostics), input.formats, input, input.templates);
  if (!into.ok) {
    const ofFiles = host.diagnostics.filter(({ place }) => place.file !== undefined);
    return { ...told([...into.diagnostics, ...ofFiles]), judged: undefined };
  }
  // The asset of a checklist that exists is not this run's matter.
  const ofHost = host.diagnostics.filter(({ code }) => code !== 'asset-incomplete');
  return (await filling()).fillInto(into.value, told(ofHost), input);
};

const stigOf = async ({ into, rules = defaultRules, limits }: AssessFilesInput): Promise<Reading<Benchmark>> => {
  if (into === undefined) throw new Error('neither a STIG nor a checklist');
  return into.ok ? (await filling()).benchmarkOfChecklist(into.value, rules, limits) : into;
};

const unreadFile = (read: UnreadFile['read']): UnreadFile => ({ path: read.diagnostics[0]?.place.file ?? '', read });

/** The same: most runs have no site file. */
const readSiteFile = async (
  file: Reading<SiteFile>,
  limits: Partial<InputLimits> | undefined,
): Promise<Reading<Site>> => (file.ok ? (await import('../site/read-site.js')).readSite(file.value, limits) : file);

/** What the exports are, with what collections say of them and of the host; what the user says counts for more. */
const takeCollections = async (
  input: AssessFilesInput,
): Promise<Pick<AssessFilesInput, 'exports' | 'asset' | 'collectedAt'> & CollectedEvidence> => {
  const { exports, asset, collectedAt, limits } = input;
  const files = exports.filter((file): file is Reading<ExportFile> => !file.ok || 'bytes' in file.value);
  const isThere = files.some((file) => file.ok && isOfCollection(file.value.path, file.value.bytes));
  if (!isThere || files.length < exports.length) return { exports, asset, collectedAt };
  const found = (await import('../collection/collected-files.js')).collectedFiles(files, limits);
  const given = Object.fromEntries(Object.entries(asset).filter(([, value]) => value !== undefined));
  return {
    exports: found.exports,
    asset: { ...found.asset, ...given },
    collectedAt: collectedAt ?? found.collectedAt,
    collections: found.collections,
    reportedOfCollections: found.diagnostics,
  };
};

interface CollectedEvidence {
  readonly collections?: readonly CollectionEvidence[];
  readonly reportedOfCollections?: readonly Diagnostic[];
}

/** Read when it is needed: most runs make new files. */
const filling = () => import('./fill-into.js');

const openInto = async (
  file: Reading<Pick<ExportFile, 'path' | 'bytes'>>,
  limits: Partial<InputLimits> | undefined,
): Promise<Reading<OpenInto>> =>
  file.ok ? (await filling()).openInto(file.value.bytes, file.value.path, limits) : file;
