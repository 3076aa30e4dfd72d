import { isThere, memberOf, type Parsed, startOf, textOf } from './parsed.js';
import { benchmarkIdOf, cut, limits, type Predicted, type PredictedReview, type Report } from './prediction.js';
import { predictTarget } from './xccdf-target.js';
import { predictTexts } from './xccdf-texts.js';

const lists = new Set(['override', 'overrides', 'target', 'target-address', 'fact', 'rule-result']);

/** In XCCDF results these names are lists, whatever they hold. */
export const isXccdfList = (name: string): boolean => lists.has(name);

const prefix = 'xccdf_mil.disa.stig_benchmark_';

const ownProducts: ReadonlySet<string> = new Set(['stig-manager', 'evaluate-stig']);

/** Results of rules that nobody has judged. */
const unjudged: ReadonlySet<string | undefined> = new Set([
  'notchecked',
  'error',
  'unknown',
  'informational',
  'notselected',
]);

/** Reports all that STIG Manager refuses, drops or changes in XCCDF results, and returns what arrives. */
export const predictXccdf = (seen: Parsed, report: Report): Predicted['prediction'] => {
  const benchmark = memberOf(seen, 'Benchmark');
  const isBenchmark = isThere(benchmark);
  const testResult = isBenchmark ? memberOf(benchmark, 'TestResult') : memberOf(seen, 'TestResult');
  if (testResult?.kind === 'list') {
    const words = { allowed: '1', count: String(testResult.items.length) };
    report('stig-manager-refuses-several', startOf(testResult.items[1]), 'TestResult', words);
    return { checklists: [] };
  }
  if (testResult?.kind !== 'node') {
    const place = startOf(testResult ?? benchmark);
    report('stig-manager-refuses-structure', place, 'TestResult', { element: 'TestResult' });
    return { checklists: [] };
  }
  const results = memberOf(testResult, 'rule-result');
  for (const [name, found] of [
    ['target', memberOf(testResult, 'target')],
    ['rule-result', results],
  ] as const)
    if (found === undefined) report('stig-manager-refuses-structure', testResult.start, name, { element: name });
  const id = isBenchmark ? benchmarkOf(benchmark, report) : resultBenchmarkOf(testResult, report);
  const benchmarkId = cut(report, id, startOf(benchmark), 'Benchmark id', limits.benchmarkId, 'stig-manager-cuts-id');
  const endTime = memberOf(testResult, 'end-time');
  const rules = results?.kind === 'list' ? results.items : [];
  const engine = engineOf(testResult, rules, report);
  return {
    ...predictTarget(testResult, report),
    checklists: [{ benchmarkId, revision: null, reviews: predictRules(rules, { engine, endTime }, report) }],
  };
};

const benchmarkOf = (benchmark: Parsed, report: Report): string => {
  const id = memberOf(benchmark, 'id');
  if (id?.kind !== 'text') {
    report('stig-manager-refuses-structure', startOf(benchmark), 'Benchmark id', { element: 'the attribute id' });
    return '';
  }
  if (!id.text.startsWith(prefix) || id.text === prefix)
    report('stig-manager-benchmark-unknown', id.start, 'Benchmark id', { prefix: prefix, benchmark: id.text });
  return benchmarkIdOf(id.text);
};

/** On a bare TestResult the attributes of its benchmark say it. */
const resultBenchmarkOf = (testResult: Parsed, report: Report): string => {
  const benchmark = memberOf(testResult, 'benchmark');
  const [id, href] = [memberOf(benchmark, 'id'), memberOf(benchmark, 'href')];
  const found = [id, href].map(textOf).find((text) => text?.startsWith(prefix));
  if (found !== undefined && (id === undefined || id.kind === 'text')) return benchmarkIdOf(found);
  const words = { prefix, benchmark: textOf(id) ?? textOf(href) ?? '' };
  report('stig-manager-refuses-benchmark', startOf(benchmark ?? testResult), 'benchmark', words);
  return '';
};

/**
 * The product that the test-system names. Of two of them STIG Manager expects its own element `resultEngine` in every check-content;
 * where there is none, the reviews do not tell what made them.
 */
const engineOf = (testResult: Parsed, rules: readonly Parsed[], report: Report): string | undefined => {
  const system = memberOf(testResult, 'test-system');
  if (system?.kind !== 'text')
    return report('stig-manager-refuses-structure', startOf(testResult), 'TestResult test-system', {
      element: 'the attribute test-system',
    });
  const cpe = /^cpe:(?:\/|2\.3:)[aho]:(.*)/i.exec(system.text)?.[1];
  const product = (cpe === undefined ? system.text.split(':')[0] : cpe.split(':')[1]) ?? '';
  const hasEngine = (rule: Parsed): boolean =>
    memberOf(memberOf(memberOf(rule, 'check'), 'check-content'), 'resultEngine') !== undefined;
  if (ownProducts.has(product) && !rules.some(hasEngine))
    report('stig-manager-product', system.start, 'TestResult test-system', {
      expected: "the product's own resultEngine",
      product: product,
    });
  return product;
};

interface Common {
  readonly engine: string | undefined;
  readonly endTime: Parsed | undefined;
}

const predictRules = (rules: readonly Parsed[], common: Common, report: Report): readonly PredictedReview[] => {
  let passedOver = 0;
  const reviews = rules.flatMap((rule, i) => {
    const review = predictRule(rule, i, common, report);
    if (review === 'unjudged') passedOver += 1;
    return typeof review === 'object' ? [review] : [];
  });
  if (passedOver > 0)
    report('stig-manager-unjudged', undefined, 'result', {
      results: 'pass, fail or notapplicable',
      count: String(passedOver),
    });
  return reviews;
};

const predictRule = (
  rule: Parsed,
  index: number,
  common: Common,
  report: Report,
): PredictedReview | 'unjudged' | undefined => {
  const idref = memberOf(rule, 'idref');
  const ruleId = textOf(idref)?.replace('xccdf_mil.disa.stig_rule_', '');
  const name = ruleId || `rule-result ${index + 1}`;
  const found = memberOf(rule, 'result');
  const result = textOf(found);
  const drops = (): undefined =>
    report('stig-manager-drops-status', startOf(found) ?? startOf(rule), `${name} result`, {
      statuses: 'pass, fail, notapplicable',
      status: result ?? '',
    });
  if (!isThere(found)) return drops();
  if (ruleId === undefined)
    return report('stig-manager-refuses-structure', startOf(rule), `${name} idref`, { element: 'the attribute idref' });
  if (ruleId === '') return report('stig-manager-drops-rule-id', startOf(rule), `${name} idref`, { element: 'idref' });
  if (unjudged.has(result)) return 'unjudged';
  if (result !== 'pass' && result !== 'fail' && result !== 'notapplicable') return drops();
  checkTime(rule, name, common, report);
  return {
    ruleId: cut(report, ruleId, startOf(rule), `${name} idref`, limits.ruleId, 'stig-manager-cuts-id'),
    result,
    ...predictTexts(rule, name, common.engine, report),
  };
};

/** Both of the modes for its own products read no time. */
const checkTime = (rule: Parsed, name: string, { engine, endTime }: Common, report: Report): void => {
  if (engine !== undefined && ownProducts.has(engine)) return;
  const time = memberOf(rule, 'time') ?? endTime;
  if (!isThere(time) || isTime(textOf(time) ?? '')) return;
  report('stig-manager-refuses-time', startOf(time), `${name} time`, {
    example: '2025-01-31T12:00:00Z',
    time: textOf(time) ?? '',
  });
};

// biome-ignore lint/style/noRestrictedGlobals: no clock is read; STIG Manager tells times from other texts by this function
const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));
