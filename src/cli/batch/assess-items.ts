import { join } from 'node:path';
import { newTemplates, type Templates } from '../../assess/templates.js';
import type { Reading } from '../../diagnostics/diagnostic.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { hostFileName } from '../../formats/file-name.js';
import type { Benchmark } from '../../model/benchmark.js';
import type { OutputFile } from '../../node/place-files.js';
import { readInput, sha256 } from '../../node/read-input.js';
import { refusedHost } from '../../outcome/judged-host.js';
import { writtenHost } from '../../outcome/written-host.js';
import { version } from '../../version.js';
import { assessHost, benchmarkOf, type HostFiles, type HostOptions, readHost } from '../assess-host.js';
import type { EarlierFiles, FleetAnswer, FleetItem, FleetSettings } from './fleet.js';

/** What one thread keeps from host to host. */
export interface FleetWork {
  readonly settings: FleetSettings;
  readonly benchmarks: Map<string, ReadBenchmark>;
  readonly templates: Templates;
}

/** What a thread begins with. */
export const newWork = (settings: FleetSettings): FleetWork => ({
  settings,
  benchmarks: new Map(),
  templates: newTemplates(),
});

interface ReadBenchmark {
  readonly read: Reading<Benchmark> | undefined;
  readonly hash: string;
}

/** A manifest may name a benchmark for each host: the last few are kept. */
const keptBenchmarks = 4;

/** Assesses hosts one after another, without writing anything. A bug that one of them brings out is that host's alone. */
export const assessItems = async (work: FleetWork, items: readonly FleetItem[]): Promise<readonly FleetAnswer[]> => {
  const answers: FleetAnswer[] = [];
  for (const item of items) answers.push(await assessItem(work, item).catch((error: unknown) => lost(item, error)));
  return answers;
};

/** What the bytes of the hosts' files stand in. */
export const buffersOf = (answers: readonly FleetAnswer[]): readonly ArrayBuffer[] =>
  answers
    .flatMap((answer) => (answer.kind === 'judged' ? answer.files : []))
    .flatMap(({ text }) => (typeof text !== 'string' && text.buffer instanceof ArrayBuffer ? [text.buffer] : []));

/** A host that could not be done because of a bug. An error's message may quote the export: only its kind is told. */
export const lost = ({ index, job }: FleetItem, error: unknown): FleetAnswer => {
  const reason = error instanceof Error ? error.name : 'no error';
  return {
    index,
    kind: 'lost',
    host: writtenHost(refusedHost(job.host ?? '', [diagnostic('host-lost', {}, { reason })])),
  };
};

const assessItem = async (work: FleetWork, { index, job, file, earlier }: FleetItem): Promise<FleetAnswer> => {
  const { settings } = work;
  const options: HostOptions = {
    ...settings.options,
    host: job.host,
    fqdn: job.fqdn,
    ip: job.ip,
    mac: job.mac,
    role: job.role ?? settings.options.role,
    marking: job.marking ?? settings.options.marking,
    into: job.into,
    collected: job.collected ?? settings.options.collected,
    benchmark: job.benchmark ?? settings.options.benchmark,
    site: job.site ?? settings.options.site,
  };
  const { read, hash } = await readBenchmarkOnce(work, options);
  const given: HostFiles =
    file === undefined
      ? await readHost(job.exports, options, noStdin)
      : { ...(await readHost([], options, noStdin)), exports: [{ ok: true, value: file, diagnostics: [] }] };
  const key = keyOf(settings, options, hash, given);
  if (earlier !== undefined && isRead(given) && (await isUpToDate(settings, earlier, key)))
    return { index, kind: 'kept' };
  const files: OutputFile[] = [];
  const host = await assessHost(given, options, read, {
    outDir: (name) => (settings.layout === 'flat' ? settings.outDir : join(settings.outDir, hostFileName(name))),
    write: async (outputs) => {
      for (const file of outputs) files.push({ ...file, force: await mayReplace(settings, file, earlier) });
      return [];
    },
    assessedAt: settings.assessedAt,
    fleet: settings.hosts,
    templates: work.templates,
  });
  return host.refused ? { index, kind: 'refused', host } : { index, kind: 'judged', key, host, files };
};

const isRead = ({ exports, into, site }: HostFiles): boolean =>
  into?.ok !== false && site?.ok !== false && exports.every(({ ok }) => ok);

const noStdin = async (): Promise<Uint8Array> => new Uint8Array();

const readBenchmarkOnce = async ({ benchmarks }: FleetWork, options: HostOptions): Promise<ReadBenchmark> => {
  const name = options.benchmark ?? (options.into === undefined ? '' : ' of the checklist');
  const known = benchmarks.get(name);
  if (known !== undefined) return known;
  const read = await benchmarkOf(options);
  const fresh = { read, hash: sha256(JSON.stringify(read)) };
  for (const oldest of [...benchmarks.keys()].slice(0, -keptBenchmarks + 1)) benchmarks.delete(oldest);
  benchmarks.set(name, fresh);
  return fresh;
};

/** Of everything that a host's files follow from, but for the time; also of where they are. */
const keyOf = (settings: FleetSettings, options: HostOptions, benchmark: string, host: HostFiles): string => {
  const { force, ...asked } = options;
  const { outDir, layout } = settings;
  const evidence = host.exports.flatMap((file) =>
    file.ok ? [[file.value.path, file.value.sha256, 'part' in file.value ? file.value.part : undefined]] : [],
  );
  const into = host.into?.ok ? host.into.value.sha256 : undefined;
  const site = host.site?.ok ? host.site.value.sha256 : undefined;
  return sha256(JSON.stringify([version, asked, outDir, layout, benchmark, evidence, into, site]));
};

const isUpToDate = async (settings: FleetSettings, earlier: EarlierFiles, key: string): Promise<boolean> => {
  if (earlier.key !== key || (settings.isTimeGiven && earlier.assessedAt !== settings.assessedAt)) return false;
  for (const { path, sha256: hash } of earlier.outputs) if ((await hashOf(path)) !== hash) return false;
  return true;
};

/** Going on with a run, a file may be replaced that holds what that run wrote, or what is to be written. */
const mayReplace = async (
  { options, resume }: FleetSettings,
  { path, text }: OutputFile,
  earlier: EarlierFiles | undefined,
): Promise<boolean> => {
  if (options.force || !resume) return options.force === true;
  const hash = await hashOf(path);
  if (hash === undefined) return false;
  return hash === sha256(text) || earlier?.outputs.some((old) => old.path === path && old.sha256 === hash) === true;
};

const hashOf = async (path: string): Promise<string | undefined> => {
  const read = await readInput(path, noStdin);
  return read.ok ? read.value.sha256 : undefined;
};
