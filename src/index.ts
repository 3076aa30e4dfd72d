/** The public API: re-exports and nothing else. Everything here is pure and runs in a browser too. */
export { type AssetInput, toAsset } from './assess/asset.js';
export {
  type EvaluateInput,
  type ExportFile,
  evaluateHost,
  type HostAssessment,
  type ReadExportFile,
} from './assess/evaluate-host.js';
export { type HostFile, renderHost } from './assess/render-host.js';
export { builtInBenchmark, builtInReleases } from './benchmark/built-in.js';
export { readBenchmark } from './benchmark/from-file.js';
export { fromXccdfBenchmark } from './benchmark/from-xccdf.js';
export { type Converted, type ConvertInput, convertChecklist } from './checklist/convert.js';
export { type ChecklistDiff, diffChecklists } from './checklist/diff.js';
export { type FilledIn, type FillInOptions, type Filling, fillIn } from './checklist/fill-in.js';
export { type OpenChecklist, openForFilling } from './checklist/open-for-filling.js';
export { type UpdateReport, updateChecklist } from './checklist/update.js';
export type { Diagnostic, Reading } from './diagnostics/diagnostic.js';
export { messageOf } from './diagnostics/diagnostic.js';
export { type Export, readExport } from './evidence/read-export.js';
export { type BatchFile, kindOfBatchFile } from './fleet/batch-file.js';
export { type FileTemplate, hostOf, parseFileTemplate } from './fleet/file-template.js';
export { planFromPaths } from './fleet/from-paths.js';
export { type SplitExport, splitByHost } from './fleet/host-column.js';
export type { HostJob } from './fleet/host-job.js';
export { planFromManifest } from './fleet/manifest.js';
export type { FleetPlan, RefusedJob } from './fleet/plan.js';
export { parseShard, type Shard, shardOf } from './fleet/shard.js';
export { fromCkl } from './formats/ckl/read.js';
export { toCkl } from './formats/ckl/write.js';
export { fromCklb } from './formats/cklb/read.js';
export { toCklb } from './formats/cklb/write.js';
export { fileName } from './formats/file-name.js';
export { type ReadFile, readChecklist } from './formats/read-checklist.js';
export { fromXccdf } from './formats/xccdf/read.js';
export { toXccdf } from './formats/xccdf/write.js';
export type { Benchmark, Rule } from './model/benchmark.js';
export type { Asset, Checklist, ReviewedRule, Status, Tool } from './model/checklist.js';
export type { Evidence, SendConnector } from './model/connector.js';
export type { Place } from './model/place.js';
export type { Property } from './model/property.js';
export type { ClauseResult, ConnectorReview, Review } from './model/review.js';
export { type AssessedFleetHost, type FleetHost, toFleetHost } from './report/fleet-host.js';
export { type FleetReportInput, fleetReport, type ListedHost } from './report/fleet-report.js';
export { type HostReportInput, hostReport } from './report/host-report.js';
export { judge } from './rules/judge.js';
export { rules } from './rules/registry.js';
