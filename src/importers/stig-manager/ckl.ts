import { firstOf, isThere, memberOf, type Parsed, startOf, textOf } from './parsed.js';
import {
  arriving,
  benchmarkIdOf,
  limits,
  type Predicted,
  type PredictedChecklist,
  type PredictedReview,
  type Report,
} from './prediction.js';
import { releaseIn } from './release.js';

const results: ReadonlyMap<string | undefined, 'pass' | 'fail' | 'notapplicable' | 'notchecked'> = new Map([
  ['NotAFinding', 'pass'],
  ['Open', 'fail'],
  ['Not_Applicable', 'notapplicable'],
  ['Not_Reviewed', 'notchecked'],
]);

/** In a CKL whatever has something inside but text is a list. */
export const isCklList = (name: string, isLeaf: boolean): boolean => name === '__comment' || !isLeaf;

/** Reports all that STIG Manager refuses, drops or changes in a CKL, and returns what arrives. */
export const predictCkl = (seen: Parsed, report: Report): Predicted['prediction'] => {
  const checklist = firstOf(memberOf(seen, 'CHECKLIST'));
  const asset = firstOf(memberOf(checklist, 'ASSET'));
  const stigs = firstOf(memberOf(checklist, 'STIGS'));
  const list = memberOf(stigs, 'iSTIG');
  const missing = (place: Parsed | undefined, expected: string): void =>
    report('stig-manager-refuses-structure', startOf(place), expected, { element: expected });
  if (checklist === undefined) missing(undefined, 'CHECKLIST');
  else if (asset === undefined) missing(checklist, 'ASSET');
  else if (stigs === undefined) missing(checklist, 'STIGS');
  else if (list?.kind !== 'list') missing(stigs, 'iSTIG');
  const target = predictAsset(asset, report);
  const checklists = list?.kind === 'list' ? list.items.flatMap((stig) => predictStig(stig, report)) : [];
  if (list?.kind === 'list' && checklists.length === 0) missing(list, 'SI_DATA stigid');
  reportSecondStigs(memberOf(checklist, 'STIGS'), report);
  return { ...target, checklists };
};

/** Only the first STIGS is read. */
const reportSecondStigs = (stigs: Parsed | undefined, report: Report): void => {
  for (const second of stigs?.kind === 'list' ? stigs.items.slice(1) : []) {
    const list = memberOf(second, 'iSTIG');
    for (const stig of list?.kind === 'list' ? list.items : []) {
      const vulns = memberOf(stig, 'VULN');
      const actual = String(vulns?.kind === 'list' ? vulns.items.length : 0);
      report('stig-manager-drops-stig', startOf(stig), 'STIGS', {
        expected: 'one STIGS element with all',
        rules: actual,
      });
    }
  }
};

const predictAsset = (asset: Parsed | undefined, report: Report): Omit<Predicted['prediction'], 'checklists'> => {
  const field = (name: string): string | null | undefined => {
    const seen = memberOf(asset, name);
    return isThere(seen) ? arriving(report, seen, name, limits.asset) : null;
  };
  const name = memberOf(asset, 'HOST_NAME');
  const hostLength = textOf(name)?.length ?? 0;
  const wrong = !isThere(name) || hostLength > limits.host;
  if (asset !== undefined && wrong)
    report('stig-manager-refuses-host', startOf(name) ?? startOf(asset), 'HOST_NAME', {
      allowed: `1 to ${limits.host}`,
      length: String(hostLength),
    });
  const host = isThere(name) && !wrong ? arriving(report, name, 'HOST_NAME', limits.host) : undefined;
  return { host, fqdn: field('HOST_FQDN'), ip: field('HOST_IP'), mac: field('HOST_MAC') };
};

const predictStig = (stig: Parsed, report: Report): readonly PredictedChecklist[] => {
  const info = memberOf(firstOf(memberOf(stig, 'STIG_INFO')), 'SI_DATA');
  const datum = (name: string): Parsed | undefined =>
    info?.kind === 'list' ? info.items.find((item) => textOf(memberOf(item, 'SID_NAME')) === name) : undefined;
  const missing = (expected: string, place?: Parsed): void =>
    report('stig-manager-refuses-structure', startOf(place ?? info ?? stig), expected, { element: expected });
  const id = memberOf(datum('stigid'), 'SID_DATA');
  if (info?.kind !== 'list') missing('STIG_INFO with SI_DATA');
  else {
    if (id?.kind !== 'text') missing('SI_DATA stigid', id);
    for (const name of ['version', 'releaseinfo']) {
      const data = memberOf(datum(name), 'SID_DATA');
      if (datum(name) === undefined || (data !== undefined && data.kind !== 'text')) missing(`SI_DATA ${name}`, data);
    }
  }
  const vulns = memberOf(stig, 'VULN');
  if (vulns !== undefined && vulns.kind !== 'list') missing('VULN with something in it', vulns);
  const rules = vulns?.kind === 'list' ? vulns.items : [];
  if (id?.kind !== 'text') return [];
  const benchmarkId = benchmarkIdOf(
    arriving(report, id, 'SI_DATA stigid', limits.benchmarkId, 'stig-manager-cuts-id') ?? '',
  );
  if (benchmarkId === '') {
    const words = { expected: 'SI_DATA stigid', rules: String(rules.length) };
    report('stig-manager-drops-stig', id.start, 'SI_DATA stigid', words);
    return [];
  }
  const version = textOf(memberOf(datum('version'), 'SID_DATA')) ?? '';
  const release = textOf(memberOf(datum('releaseinfo'), 'SID_DATA')) ?? '';
  return [
    {
      benchmarkId,
      revision: predictRevision(version, release, startOf(info), report),
      reviews: predictRules(rules, report),
    },
  ];
};

/** The release needs white space after it, and the text has been trimmed: it must not be the text's end. */
const predictRevision = (
  version: string,
  releaseInfo: string,
  start: number | undefined,
  report: Report,
): string | null => {
  const number = /\d+/.exec(version)?.[0];
  const release = releaseIn(releaseInfo);
  const revision = number === undefined || release === undefined ? null : `V${number}R${release}`;
  if (revision === null || !/^V\d+R\d+(\.\d+)?$/.test(revision))
    report('stig-manager-revision', start, 'SI_DATA releaseinfo', { example: 'V2R2', revision: revision ?? '' });
  return revision;
};

const predictRules = (vulns: readonly Parsed[], report: Report): readonly PredictedReview[] => {
  let passedOver = 0;
  const reviews = vulns.flatMap((vuln, i) => {
    const review = predictRule(vuln, i, report);
    if (review === 'passed-over') passedOver += 1;
    return typeof review === 'object' ? [review] : [];
  });
  if (passedOver > 0) report('stig-manager-passes-over', undefined, 'Not_Reviewed', { count: String(passedOver) });
  return reviews;
};

const predictRule = (vuln: Parsed, index: number, report: Report): PredictedReview | 'passed-over' | undefined => {
  const data = memberOf(vuln, 'STIG_DATA');
  const attribute = (name: string): Parsed | undefined => {
    const items = data?.kind === 'list' ? data.items : [];
    const item = items.find((datum) => textOf(memberOf(datum, 'VULN_ATTRIBUTE')) === name);
    return memberOf(item, 'ATTRIBUTE_DATA');
  };
  const id = attribute('Rule_ID');
  const rule = textOf(attribute('Vuln_Num')) || textOf(id) || `VULN ${index + 1}`;
  const status = memberOf(vuln, 'STATUS');
  const result = results.get(textOf(status));
  if (result === undefined)
    return report('stig-manager-drops-status', startOf(status) ?? startOf(vuln), `${rule} STATUS`, {
      statuses: [...results.keys()].join(', '),
      status: status?.kind === 'text' ? status.text : '',
    });
  if (data?.kind !== 'list')
    return report('stig-manager-refuses-structure', startOf(data) ?? startOf(vuln), `${rule} STIG_DATA`, {
      element: 'STIG_DATA',
    });
  if (!isThere(id))
    return report('stig-manager-drops-rule-id', startOf(id) ?? startOf(vuln), `${rule} Rule_ID`, {
      element: 'Rule_ID',
    });
  const details = memberOf(vuln, 'FINDING_DETAILS');
  const comments = memberOf(vuln, 'COMMENTS');
  if (result === 'notchecked' && !isThere(details) && !isThere(comments)) return 'passed-over';
  const field = (seen: Parsed | undefined, name: string): string | null | undefined => {
    if (seen === undefined)
      report('stig-manager-refuses-structure', startOf(vuln), `${rule} ${name}`, { element: name });
    return isThere(seen) ? arriving(report, seen, `${rule} ${name}`, limits.text) : null;
  };
  return {
    ruleId: arriving(report, id, `${rule} Rule_ID`, limits.ruleId, 'stig-manager-cuts-id'),
    result: result === 'notchecked' ? 'informational' : result,
    detail: field(details, 'FINDING_DETAILS'),
    comment: field(comments, 'COMMENTS'),
  };
};
