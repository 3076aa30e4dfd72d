import { benchmarkFromXccdf } from '../../benchmark/from-xccdf.js';
import { idWithoutPrefix, notes, type Source } from '../../benchmark/xccdf-source.js';
import { type Diagnostic, type Reading, refused } from '../../diagnostics/diagnostic.js';
import { type Benchmark, emptyBenchmark, type Rule, withRelease } from '../../model/benchmark.js';
import type { Checklist, Status } from '../../model/checklist.js';
import type { InputLimits } from '../../text/input-limits.js';
import { namesOf } from '../../text/names.js';
import { toUtcTime } from '../../text/utc-time.js';
import { parseXml } from '../../xml/parse.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import { finishChecklist, type ReadReview } from '../reading/finish.js';
import { createReport, type Report, type Spot } from '../reading/report.js';
import { type XmlSource, xmlSource } from '../reading/source.js';
import { asLf } from '../reading/words.js';
import { ownTestSystem } from './names.js';
import { readResult } from './read-result.js';
import { readTarget } from './read-target.js';
import { chooseResult, type FoundResult, resultsInXccdf } from './results.js';
import { scores } from './score.js';

/**
 * Reads XCCDF results, 1.1 or 1.2, with or without prefix, of a Benchmark with its TestResult or of a TestResult alone. A Rule
 * without result is not_reviewed; a result without Rule keeps what it says of the rule itself. Diagnostics: the `reading-…` codes,
 * and those about the texts of Rules (`benchmark-…`, `description-…`). Refused: what `parseXml` refuses, `reading-other-format`,
 * `reading-no-stig`, `reading-several-results`.
 *
 * @param text without a byte order mark
 * @param file the name to show in diagnostics
 */
export const fromXccdf = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<Checklist> => {
  const read = parseXml(text, file, limits);
  return read.ok ? readXccdf(xmlSource(read.value, text, file)) : read;
};

/** The same of a document that was parsed. */
export const readXccdf = (xml: XmlSource): Reading<Checklist> => {
  const { root, text, file } = xml;
  if (root.name !== 'TestResult' && root.name !== 'Benchmark')
    return refused('reading-other-format', { file }, { format: `<${root.name}>`, expected: 'XCCDF results' });
  const chosen = chooseResult(resultsInXccdf(root), file, undefined);
  return chosen.ok ? readFoundResult(xml, chosen.value, text) : chosen;
};

/**
 * Makes a checklist of one TestResult of a document.
 *
 * @param seed what the UUIDs follow from: the document's text, and which of its results this is where it holds several
 * @param name what diagnostics about the result call it; those about the Benchmark, which several may share, name the file
 */
export const readFoundResult = (
  xml: XmlSource,
  found: FoundResult,
  seed: string,
  name: string = xml.file,
): Reading<Checklist> => {
  const { testResult } = found;
  if (firstOf(testResult, 'rule-result') === undefined)
    return refused('reading-no-result', { file: name, ...xml.at(testResult.start) });
  const { benchmark: holder, rivals, identified } = found.surroundings();
  const report = createReport(name);
  const spotOf =
    (element: XmlElement, property?: string): Spot =>
    () => ({ ...xml.at(element.start), property });
  if (rivals > 0) report.say('reading-benchmark-ambiguous', spotOf(testResult), { count: String(rivals) });
  const stig = benchmarkOf(xml, testResult, holder);
  const { rules: ofBenchmark, ...benchmark } = stig.benchmark;
  const assessedAt = timeOf(testResult, report, spotOf(testResult, 'end-time'));
  const asset = readTarget(testResult, identified, report, spotOf);
  const reviews = readReviews(testResult, ofBenchmark, assessedAt, report, spotOf);
  const ruleCount = Math.max(benchmark.ruleCount, new Set(reviews.map(({ rule }) => rule.ruleId)).size);
  const read = {
    id: '',
    title: '',
    asset,
    stigs: [{ uuid: uuidIn(testResult), benchmark: { ...benchmark, ruleCount }, reviews }],
    assessedAt,
    assessor: assessorIn(testResult),
  };
  const value = finishChecklist(read, () => seed, report);
  leaveOthers(testResult, value.stigs[0]?.benchmark ?? benchmark, value, report, spotOf);
  return { ok: true, value, diagnostics: [...stig.diagnostics, ...report.diagnostics()] };
};

type SpotOf = (element: XmlElement, property?: string) => Spot;

/**
 * The assessor, whom this program writes as the identity in the place of its own name. In other programs' results the identity is the account
 * that the scan ran as.
 */
const assessorIn = (testResult: XmlElement): string | undefined => {
  const isOwn = attributeOf(testResult, 'test-system')?.startsWith(ownTestSystem) === true;
  const identity = firstOf(testResult, 'identity');
  const name = isOwn && identity !== undefined ? textOf(identity).trim() : '';
  return name === '' || ownTestSystem.includes(`:${name}:`) ? undefined : name;
};

/** This program's ids of TestResults end in the STIG's UUID. */
const uuidIn = (testResult: XmlElement): string => (attributeOf(testResult, 'id') ?? '').slice(-36);

const benchmarkOf = (
  { file, at }: XmlSource,
  testResult: XmlElement,
  holder: XmlElement | undefined,
): { readonly benchmark: Benchmark; readonly diagnostics: readonly Diagnostic[] } => {
  const named = firstOf(testResult, 'benchmark');
  const href = (named === undefined ? '' : (attributeOf(named, 'href') ?? '')).trim();
  const id = named === undefined ? '' : (attributeOf(named, 'id') ?? '').trim();
  const [path = '', fragment = ''] = href.split('#');
  const filename = path.split(/[/\\]/).at(-1) ?? '';
  if (holder === undefined) {
    const title = firstOf(testResult, 'title');
    const version = (attributeOf(testResult, 'version') ?? '').trim();
    const own: Benchmark = {
      ...emptyBenchmark,
      // Some programs put the STIG's id in the place of its file, or after it; only the end of a path counts.
      id: idWithoutPrefix(id || fragment || filename),
      title: title === undefined ? '' : asLf(textOf(title)).trim(),
      version,
      filename: id === '' && href.startsWith('xccdf_') ? '' : filename,
      rules: [],
    };
    return { benchmark: own, diagnostics: [] };
  }
  const source: Source = { file, at, namespace: holder.namespace, diagnostics: [], repeated: new Map() };
  const own = { ...benchmarkFromXccdf(source, holder), filename };
  return { benchmark: own, diagnostics: [...source.diagnostics, ...notes(source)] };
};

const timeOf = (testResult: XmlElement, report: Report, spot: Spot): string => {
  const [start = '', end = ''] = ['start-time', 'end-time'].map((name) => (attributeOf(testResult, name) ?? '').trim());
  const found = toUtcTime(end || start);
  if (found === undefined) report.leave('end-time', spot, end || start);
  else if (!found.zoned) report.say('reading-time-assumed', spot, { time: end || start, taken: found.time });
  if (end !== '' && start !== end) report.leaveId('start-time', spot, start);
  return found?.time ?? '';
};

const readReviews = (
  testResult: XmlElement,
  ofBenchmark: readonly Rule[],
  assessedAt: string,
  report: Report,
  spotOf: SpotOf,
): readonly ReadReview[] => {
  const rules = new Map(ofBenchmark.map((rule) => [rule.ruleId, rule]));
  const mapped = new Map<string, { status: Status; count: number }>();
  const count = (word: string, status: Status): void => {
    mapped.set(word, { status, count: (mapped.get(word)?.count ?? 0) + 1 });
  };
  const hasPlainDetails = /:(?:stig-manager|evaluate-stig)(?::|$)/i.test(attributeOf(testResult, 'test-system') ?? '');
  const context = { rules, report, hasPlainDetails, spotOf, assessedAt, mapped: count };
  const results = elementsOf(testResult, 'rule-result').map((result) => readResult(result, context));
  const spot = spotOf(testResult, 'rule-result');
  for (const [word, { status, count: times }] of mapped)
    report.say('reading-status-mapped', spot, { status: `"${word}" (${times} times)`, readAs: status });
  const seen = new Set(results.map(({ rule }) => rule.ruleId));
  const without = ofBenchmark.filter(({ ruleId }) => !seen.has(ruleId));
  if (without.length > 0)
    report.say('reading-rule-without-result', spot, {
      count: String(without.length),
      examples: namesOf(without.map(({ groupId, ruleId }) => groupId || ruleId)),
    });
  const unread = without.map((rule) => ({
    spot,
    uuid: '',
    rule,
    status: 'not_reviewed' as const,
    findingDetails: '',
    comments: '',
  }));
  return withGroups([...results, ...unread], rules, report, spot);
};

/** DISA gives group and rule one number since 2020; older ids, with smaller numbers, do not tell the group. */
const withGroups = (
  reviews: readonly ReadReview[],
  rules: ReadonlyMap<string, Rule>,
  report: Report,
  spot: Spot,
): readonly ReadReview[] => {
  const lacking = reviews.filter(({ rule }) => !rules.has(rule.ruleId));
  const derived = new Map(
    lacking.flatMap((review) => {
      const number = /^SV-([2-9]\d{5})r\d+_rule$/.exec(review.rule.ruleId)?.[1];
      const told = { ...review, groupIsTold: true } as const;
      return [[review, number === undefined ? told : { ...told, rule: { ...review.rule, groupId: `V-${number}` } }]];
    }),
  );
  const groupless = [...derived.values()].filter(({ rule }) => rule.groupId === '').length;
  if (lacking.length > 0)
    report.say('reading-rule-without-text', spot, {
      count: String(lacking.length),
      groupless: String(groupless),
      examples: namesOf(lacking.map(({ rule }) => rule.ruleId)),
    });
  if (derived.size > groupless)
    report.say('reading-group-derived', spot, {
      count: String(derived.size - groupless),
      examples: 'V- and the number of the rule',
    });
  return reviews.map((review) => derived.get(review) ?? review);
};

const read = new Set(['benchmark', 'title', 'target', 'target-address', 'target-facts', 'rule-result', 'score']);

/** What a TestResult says besides. A score that follows from the results is computed again on writing. */
const leaveOthers = (
  testResult: XmlElement,
  benchmark: Omit<Benchmark, 'rules'>,
  checklist: Checklist,
  report: Report,
  spotOf: SpotOf,
): void => {
  for (const child of elementsOf(testResult)) {
    const text = asLf(textOf(child)).trim();
    if (child.name === 'target-id-ref') report.leaveId(child.name, spotOf(child), attributeOf(child, 'name') ?? '');
    else if (child.name === 'identity' && text !== checklist.assessor) report.leaveId(child.name, spotOf(child), text);
    else if (!read.has(child.name))
      report.leave(child.name, spotOf(child), [...child.attributes.map(({ value }) => value), text].join(' '));
    else if (child.name === 'title' && text !== benchmark.title) report.leaveId('title', spotOf(child), text);
    else if (child.name === 'score') {
      const computed = scores(checklist.stigs.flatMap(({ reviews }) => reviews));
      const isAbsolute = attributeOf(child, 'system')?.endsWith(':absolute') === true;
      if (Number(text) !== Number(isAbsolute ? computed.absolute : computed.default))
        report.leave('score', spotOf(child), text);
    }
  }
  const version = (attributeOf(testResult, 'version') ?? '').trim();
  if (withRelease({ version, releaseInfo: '' }).version !== benchmark.version)
    report.leaveId('version', spotOf(testResult), version);
  report.leaveId('test-system', spotOf(testResult), attributeOf(testResult, 'test-system') ?? '');
};
