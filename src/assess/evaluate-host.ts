import { createChecklist } from '../checklist/create.js';
import { checkAsset } from '../checklist/given-asset.js';
import { type Diagnostic, diagnostic, messageInFile } from '../diagnostics/diagnostic.js';
import { matteringFor } from '../diagnostics/reported.js';
import { combine } from '../evidence/combine.js';
import { doubtsAcross } from '../evidence/identity.js';
import { readExport } from '../evidence/read-export.js';
import { type Benchmark, type Rule, releaseOf } from '../model/benchmark.js';
import type { Status, Tool } from '../model/checklist.js';
import type { CollectionEvidence } from '../model/collection.js';
import type { Evidence, ExportFormat, SendConnector } from '../model/connector.js';
import type { Review } from '../model/review.js';
import type { Judged, JudgedHost, Judging } from '../outcome/judged-host.js';
import { findingDetails } from '../rules/finding-details.js';
import { judge } from '../rules/judge.js';
import { defaultRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import type { Site } from '../site/site.js';
import { whatCounts } from '../site/what-counts.js';
import type { InputLimits } from '../text/input-limits.js';
import { type AgeInput, ageDiagnostics, checkCollected } from './age.js';
import { type AssetInput, askedHost, toAsset } from './asset.js';
import { collectedDoubts, emptyWord, isCleanlyEmpty, serverOf } from './collected-words.js';
import { type ExportFile, evidenceOf, type ReadExportFile, type UnreadFile } from './export-file.js';
import { rulesToJudge } from './judged-rules.js';
import { shownAdvice } from './shown-advice.js';
import { siteEvidence, withAccepted, wordsOf } from './site-words.js';
import {
  asksForSize,
  contradictedSize,
  type ReadTransportConfig,
  readAsTransportConfig,
  transportConfigs,
} from './transport-configs.js';
import { anotherHosts, namesHost, serversOf, whoseExport } from './whose-export.js';

export interface EvaluateInput extends AgeInput {
  readonly exports: readonly (ExportFile | ReadExportFile | UnreadFile)[];
  readonly asset: AssetInput;
  readonly benchmark: Benchmark;
  readonly inputFormat?: ExportFormat | 'auto' | undefined;
  readonly whenEmpty?: Status | undefined;
  /** The rules to judge, of those that the benchmark has; without it the default. */
  readonly rules?: readonly RuleModule[] | undefined;
  /** An export of Get-TransportConfig, for the rules that ask for it; one among `exports` is told by its content. */
  readonly transportConfig?: ExportFile | undefined;
  /** The collections that exports came with. */
  readonly collections?: readonly CollectionEvidence[] | undefined;
  /** What was reported while they were taken apart. */
  readonly reportedOfCollections?: readonly Diagnostic[] | undefined;
  /** Diagnostics of the checklist that is filled in. */
  readonly reported?: readonly Diagnostic[] | undefined;
  /** What the site says beside the exports. */
  readonly site?: Site | undefined;
  /** Who assesses, as the user says. */
  readonly assessor?: string | undefined;
  readonly tool: Tool;
  /** The names of the run's hosts: an Edge's export is not another's. */
  readonly fleet?: readonly string[] | undefined;
  readonly limits?: Partial<InputLimits> | undefined;
}

/**
 * The main job for one host: reads its exports, judges every rule that the benchmark and this program share, and makes the
 * checklist. A host is refused where none of its exports can be read, and for a benchmark without a rule to judge
 * (`rulesToJudge`). An export that is refused beside others that are read is left out, which withholds a pass
 * (`export-left-out`). An export of Get-TransportConfig among them is read as what it is; where it is in doubt, no rule passes, for
 * nobody said that it is not a damaged export of connectors. Its files are made by `renderHost`.
 */
export const evaluateHost = async (input: EvaluateInput): Promise<JudgedHost> => {
  const judging = rulesToJudge(input.benchmark, input.rules ?? defaultRules);
  const evidence: Evidence[] = [];
  const connectors: SendConnector[] = [];
  const diagnostics: Diagnostic[] = [
    ...checkCollected(input),
    ...judging.diagnostics,
    ...(input.reportedOfCollections ?? []),
  ];
  const isJudgeable = diagnostics.every((d) => d.severity !== 'error');
  const leftOut: Diagnostic[] = [];
  const configs: ReadTransportConfig[] = [];
  /** The default statement. */
  const notConnectors: Diagnostic[] = [];
  const { benchmark, assessedAt, collectedAt, collections = [], fleet = [] } = input;
  const collectedOn = collections.map(({ host, path }) => ({ name: host, property: 'host', place: { file: path } }));
  const claim = { host: input.asset.host ?? input.asset.hostOfChecklist, benchmark, collectedOn, fleet };
  let configFiles: JudgedHost['transportConfigs'] = [];
  const end = (host: string, judged?: Judged): JudgedHost => {
    const stig = { id: benchmark.id, release: releaseOf(benchmark) };
    return {
      host,
      stig,
      evidence,
      transportConfigs: configFiles,
      collections: input.collections,
      assessedAt,
      collectedAt,
      judged,
      files: [],
      diagnostics,
    };
  };
  for (const file of input.exports) {
    const read = 'read' in file ? file.read : await readExport(file.bytes, file.path, input.inputFormat, input.limits);
    const config =
      !read.ok && 'bytes' in file ? await readAsTransportConfig(file, input.inputFormat, input.limits) : undefined;
    if (config?.ok) {
      const said = [...config.diagnostics, ...collectedDoubts(file, config.value.read.configs.length)];
      configs.push({ ...config.value, diagnostics: said });
      notConnectors.push(...read.diagnostics);
      diagnostics.push(...said);
      continue;
    }
    const foreign = read.ok ? anotherHosts([...read.value.connectors, ...serverOf(file)], claim) : undefined;
    const said = [
      // Its collection tells an empty export from one that failed.
      ...read.diagnostics.filter(({ code }) => code !== 'export-empty' || !isCleanlyEmpty(file)),
      ...(read.ok ? collectedDoubts(file, read.value.connectors.length) : []),
      ...(foreign === undefined ? [] : [foreign]),
    ];
    diagnostics.push(...said);
    if (read.ok && foreign === undefined && 'sha256' in file) {
      evidence.push(evidenceOf(file, read.value, said));
      for (const connector of read.value.connectors) connectors.push(connector);
    } else leftOut.push(diagnostic('export-left-out', { file: file.path }, { reason: reasonOf(said) }));
  }
  const given = input.transportConfig && (await readAsTransportConfig(input.transportConfig, 'auto', input.limits));
  if (given?.ok) configs.push(given.value);
  if (evidence.length === 0 || !isJudgeable || given?.ok === false) {
    if (evidence.length === 0) diagnostics.push(...notConnectors);
    if (given?.ok === false) diagnostics.push(...given.diagnostics);
    diagnostics.push(...checkAsset(input.asset));
    return end(askedHost(input.asset));
  }
  diagnostics.push(...leftOut, ...(input.reported ?? []));
  // Of several servers the checklist that is filled in does not tell which one is meant.
  const asked = serversOf([...connectors, { asked: collectedOn }]);
  const isOneServer = asked.filter(namesHost).length < 2;
  const whose = whoseExport(connectors, isOneServer ? claim : { ...claim, host: input.asset.host });
  diagnostics.push(...whose);
  if (whose.some(({ effect }) => effect === 'refuses')) {
    diagnostics.push(...checkAsset(input.asset));
    return end(askedHost(input.asset));
  }
  if (evidence.length > 1) diagnostics.push(...acrossExports(connectors, diagnostics));
  const reading = diagnostics.filter((d) => d.place.file !== undefined);
  const asset = toAsset(input.asset, connectors);
  diagnostics.push(...asset.diagnostics);
  if (!asset.ok) return end(askedHost(input.asset));
  const host = asset.value.hostName;

  const transport = transportConfigs(configs, { host, benchmark, collectedAt });
  configFiles = transport.evidence;
  const ofTransport = [...(given?.diagnostics ?? []), ...transport.diagnostics];
  diagnostics.push(...ofTransport);
  const combined = combine(connectors);
  diagnostics.push(...combined.diagnostics, ...ageDiagnostics(input, connectors));
  const answers =
    input.site &&
    whatCounts(input.site, {
      host: { hostName: host, fqdn: asset.value.fqdn },
      assessedAt: input.assessedAt,
      connectors: combined.connectors,
      transport: transport.word,
      rules: judging.rules.map(({ rule, module }) => ({ vulnId: rule.groupId, module })),
    });
  const records = combined.connectors.flatMap((connector) => connector.records);
  const isOneOfMany = fleet.length > 1;
  const site = input.site && siteEvidence(input.site);
  const siteReports = [...(answers?.diagnostics ?? [])];
  const reviews: Review[] = [];
  const told: {
    readonly review: Review;
    readonly benchmarkRule: Rule;
    readonly siteReports: readonly Diagnostic[];
    readonly asksForSize: boolean;
  }[] = [];
  for (const { rule: benchmarkRule, module } of judging.rules) {
    const emptyExports = evidence.some((file) => file.connectors === 0);
    const reported = diagnostics.filter(
      (d) =>
        (d.code !== 'check-text-differs' || d.place.property === benchmarkRule.groupId) &&
        (!ofTransport.includes(d) || asksForSize(module)),
    );
    const judged = judge(module, combined.connectors, {
      whenEmpty: input.whenEmpty,
      emptyExports,
      emptyWord: emptyWord(input.exports),
      reported,
      transport: transport.word,
      ...(answers === undefined ? {} : { site: answers.wordFor(module), enclave: answers.enclave }),
    });
    const accepted = answers && withAccepted(answers, module, judged);
    const words = answers && asksForSize(module) ? records.map(answers.wordFor(module)) : [];
    const contradicted = contradictedSize(input.site, words, transport.word);
    siteReports.push(...(accepted?.diagnostics ?? []), ...contradicted);
    const review = { ...judged, ...accepted?.review, vulnId: benchmarkRule.groupId };
    reviews.push(review);
    diagnostics.push(...missingProperties(review));
    told.push({
      review,
      benchmarkRule,
      siteReports: [
        ...(answers?.diagnostics ?? []).filter((d) => matteringFor(d).includes(review.vulnId)),
        ...(accepted?.diagnostics ?? []),
        ...contradicted,
      ],
      asksForSize: asksForSize(module),
    });
  }
  const modules = judging.rules.map(({ module }) => module);
  const by: Judging = { modules, wordFor: wordsOf(answers, transport.word) };
  const adviceFor = shownAdvice(reviews, benchmark, by);
  const texts = new Map(
    told.map(({ review, benchmarkRule, ...of }) => [
      benchmarkRule.ruleId,
      {
        status: review.status,
        findingDetails: findingDetails({
          ...input,
          review,
          benchmarkRule,
          host,
          servers: asked.map(({ name }) => name),
          evidence,
          reports: [...reading, ...(of.asksForSize ? ofTransport : [])],
          transportConfigs: configFiles,
          site,
          siteReports: of.siteReports,
          adviceFor: (connector) => (connector.status === 'open' ? adviceFor(connector, review.vulnId) : undefined),
        }),
      },
    ]),
  );
  const checklist = createChecklist({
    benchmark,
    asset: asset.value,
    reviews: texts,
    assessedAt,
    collectedAt,
    assessor: input.assessor,
    seed: [...evidence, ...configFiles, ...(site === undefined ? [] : [site])].map((e) => e.sha256).join(' '),
  });
  const unmatched = answers?.unmatched ?? [];
  diagnostics.push(...siteReports, ...(isOneOfMany ? [] : unmatched));
  const ended = end(host, { checklist, reviews, judging: by });
  return site === undefined ? ended : { ...ended, site, unmatched: isOneOfMany ? unmatched : [] };
};

/** Contradictions between connectors of several exports, which no export shows alone. */
const acrossExports = (connectors: readonly SendConnector[], reported: readonly Diagnostic[]): readonly Diagnostic[] =>
  doubtsAcross(connectors).filter((d) => !reported.some(({ code }) => code === d.code));

/** What refused an export. */
const reasonOf = (diagnostics: readonly Diagnostic[]): string => {
  const refusal = diagnostics.find(({ effect }) => effect === 'refuses') ?? diagnostics[0];
  return refusal === undefined ? '' : messageInFile(refusal);
};

/** One warning for each property whose lack keeps connectors from being judged, with how many. */
const missingProperties = (review: Review): Diagnostic[] => {
  const counts = new Map<string, number>();
  for (const connector of review.connectors.filter(({ status }) => status === 'not_reviewed'))
    for (const property of connector.missing) counts.set(property, (counts.get(property) ?? 0) + 1);
  return [...counts].map(([property, count]) =>
    diagnostic('property-missing', { property }, { connectors: count, of: review.connectors.length }),
  );
};
