/** The public API: re-exports and nothing else. Everything here is pure and runs in a browser too. */
export { type AssetInput, toAsset } from './assess/asset.js';
export { type EvaluateInput, type ExportFile, evaluateHost, type HostAssessment } from './assess/evaluate-host.js';
export { type BuiltInRelease, builtInBenchmark, builtInReleases } from './benchmark/built-in.js';
export { fileName } from './checklist/file-name.js';
export { messageOf } from './diagnostics/catalog.js';
export { type Export, readExport } from './evidence/read-export.js';
export { toCkl } from './formats/ckl/write.js';
export { toCklb } from './formats/cklb/write.js';
export { toXccdf } from './formats/xccdf/write.js';
export type { Benchmark, Rule } from './model/benchmark.js';
export type { Asset, Checklist, ReviewedRule, Status, Tool } from './model/checklist.js';
export type { Evidence, SendConnector } from './model/connector.js';
export type { Diagnostic, Place, Reading } from './model/diagnostic.js';
export type { Property } from './model/property.js';
export type { ClauseResult, ConnectorReview, Review } from './model/review.js';
export { judge } from './rules/judge.js';
export { rules } from './rules/registry.js';
