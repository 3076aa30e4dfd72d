import {
  benchmarkIdOf,
  cut,
  limits,
  type Predicted,
  type PredictedChecklist,
  type PredictedReview,
  type Report,
} from './prediction.js';
import { releaseIn } from './release.js';

const results: ReadonlyMap<unknown, 'pass' | 'fail' | 'notapplicable' | 'notchecked'> = new Map([
  ['not_a_finding', 'pass'],
  ['open', 'fail'],
  ['not_applicable', 'notapplicable'],
  ['not_reviewed', 'notchecked'],
]);

type Path = readonly (string | number)[];

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Reports all that STIG Manager refuses, drops or changes in a CKLB, and returns what arrives. */
export const predictCklb = (value: unknown, byteOrderMark: boolean, report: Report): Predicted['prediction'] => {
  if (byteOrderMark) report('stig-manager-refuses-byte-order-mark', undefined, '');
  const target = memberOf(value, 'target_data');
  const field = (name: string): string | null | undefined => {
    const text = memberOf(target, name);
    return text ? arrivingValue(report, text, ['target_data', name], `target_data ${name}`, limits.asset) : null;
  };
  const name = memberOf(target, 'host_name');
  const hostLength = typeof name === 'string' || Array.isArray(name) ? name.length : undefined;
  const wrong = !name || (hostLength ?? 0) > limits.host;
  if (wrong)
    report('stig-manager-refuses-host', ['target_data', 'host_name'], 'target_data host_name', {
      allowed: `1 to ${limits.host}`,
      length: String(hostLength ?? 0),
    });
  const host = wrong
    ? undefined
    : arrivingValue(report, name, ['target_data', 'host_name'], 'target_data host_name', limits.host);
  const stigs = memberOf(value, 'stigs');
  const checklists = Array.isArray(stigs) ? stigs.flatMap((stig: unknown, i) => predictStig(stig, i, report)) : [];
  if (!Array.isArray(stigs))
    report('stig-manager-refuses-structure', ['stigs'], 'stigs', { element: 'an array "stigs"' });
  else if (checklists.length === 0)
    report('stig-manager-refuses-structure', ['stigs'], 'stigs', { element: 'a STIG with "stig_id"' });
  return { host, fqdn: field('fqdn'), ip: field('ip_address'), mac: field('mac_address'), checklists };
};

const arrivingValue = (
  report: Report,
  value: unknown,
  path: Path,
  property: string,
  limit: number,
  code?: 'stig-manager-cuts-id',
): string | undefined => {
  if (typeof value === 'string') return cut(report, value, path, property, limit, code);
  return report('stig-manager-not-text', path, property);
};

const predictStig = (stig: unknown, index: number, report: Report): readonly PredictedChecklist[] => {
  const where = `stigs[${index}]`;
  const path = ['stigs', index];
  if (stig === null || stig === undefined) {
    report('stig-manager-refuses-structure', path, where, { element: 'a STIG, not null,' });
    return [];
  }
  const id = memberOf(stig, 'stig_id');
  const rules = memberOf(stig, 'rules');
  const uncut = typeof id === 'string' ? benchmarkIdOf(id) : '';
  const benchmarkId = cut(
    report,
    uncut,
    [...path, 'stig_id'],
    `${where} stig_id`,
    limits.benchmarkId,
    'stig-manager-cuts-id',
  );
  if (benchmarkId === '') {
    const actual = String(Array.isArray(rules) ? rules.length : 0);
    report('stig-manager-drops-stig', [...path, 'stig_id'], `${where} stig_id`, { expected: 'stig_id', rules: actual });
    return [];
  }
  // A string is walked through letter by letter, and no letter is a rule.
  if (!Array.isArray(rules) && typeof rules !== 'string')
    report('stig-manager-refuses-structure', [...path, 'rules'], `${where} rules`, { element: 'an array "rules"' });
  return [
    {
      benchmarkId,
      revision: predictRevision(stig, path, where, report),
      reviews: predictRules(Array.isArray(rules) ? rules : [], path, where, report),
    },
  ];
};

/** Without a version it is V0. */
const predictRevision = (stig: unknown, path: Path, where: string, report: Report): string | null => {
  const info = memberOf(stig, 'release_info');
  const release = typeof info === 'string' ? releaseIn(info) : undefined;
  const revision = release === undefined ? null : `V${shown(memberOf(stig, 'version') ?? '0')}R${release}`;
  if (revision === null || !/^V[1-9]\d*R\d+(\.\d+)?$/.test(revision))
    report('stig-manager-revision', [...path, 'version'], `${where} version`, {
      example: 'V2R2',
      revision: revision ?? '',
    });
  return revision;
};

/** As JavaScript puts a JSON value into a text. */
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item: unknown) => (item === null ? '' : shown(item))).join(',');
  return typeof value === 'object' && value !== null ? '[object Object]' : String(value);
};

const predictRules = (
  rules: readonly unknown[],
  path: Path,
  where: string,
  report: Report,
): readonly PredictedReview[] => {
  let passedOver = 0;
  const reviews = rules.flatMap((rule, i) => {
    const review = predictRule(rule, [...path, 'rules', i], `${where} rules[${i}]`, report);
    if (review === 'passed-over') passedOver += 1;
    return typeof review === 'object' ? [review] : [];
  });
  if (passedOver > 0) report('stig-manager-passes-over', undefined, 'not_reviewed', { count: String(passedOver) });
  return reviews;
};

const predictRule = (
  rule: unknown,
  path: Path,
  where: string,
  report: Report,
): PredictedReview | 'passed-over' | undefined => {
  if (rule === null || rule === undefined)
    return report('stig-manager-refuses-structure', path, where, { element: 'a rule, not null,' });
  const names = [memberOf(rule, 'group_id'), memberOf(rule, 'rule_id_src')];
  const name = names.find((text): text is string => typeof text === 'string' && text !== '') ?? where;
  const status = memberOf(rule, 'status');
  const result = results.get(statusWord(status));
  if (result === undefined)
    return report('stig-manager-drops-status', [...path, 'status'], `${name} status`, {
      statuses: [...results.keys()].join(', '),
      status: shown(status ?? ''),
    });
  const id = memberOf(rule, 'rule_id_src');
  if (!id)
    return report('stig-manager-drops-rule-id', [...path, 'rule_id_src'], `${name} rule_id_src`, {
      element: 'rule_id_src',
    });
  const details = memberOf(rule, 'finding_details');
  const comments = memberOf(rule, 'comments');
  if (result === 'notchecked' && !details && !comments) return 'passed-over';
  const field = (text: unknown, property: string): string | null | undefined =>
    text ? arrivingValue(report, text, [...path, property], `${name} ${property}`, limits.text) : null;
  return {
    ruleId: arrivingValue(
      report,
      id,
      [...path, 'rule_id_src'],
      `${name} rule_id_src`,
      limits.ruleId,
      'stig-manager-cuts-id',
    ),
    result: result === 'notchecked' ? 'informational' : result,
    detail: field(details, 'finding_details'),
    comment: field(comments, 'comments'),
  };
};

/** An array of one word passes for the word. */
const statusWord = (status: unknown): unknown => {
  let word = status;
  while (Array.isArray(word) && word.length === 1) word = word[0];
  return word;
};
