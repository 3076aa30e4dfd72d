import { releaseOf } from '../../model/benchmark.js';
import type { ReviewedRule, Status } from '../../model/checklist.js';
import { sha256 } from '../../text/sha256.js';
import { jsonText } from '../../text/visible.js';
import type { Extracted, ExtractInput } from '../extracted.js';
import { connectorCases, type JudgedReview, judgedReview } from '../judged-review.js';
import { nistOf } from './nist.js';

/** Heimdall's impact for each severity; 0 means not applicable. */
const impacts = { high: 0.7, medium: 0.5, low: 0.3, unknown: 0.5 } as const;

/** Statuses of results. Of several Heimdall counts `failed` before `passed`, and `passed` before `skipped`. */
const resultStatus = {
  open: 'failed',
  not_a_finding: 'passed',
  not_reviewed: 'skipped',
  not_applicable: 'skipped',
} as const;

/**
 * A checklist in the Heimdall data format: what InSpec's JSON reporter writes (schema `exec-json` of mitre/heimdall2), as data. A profile for each
 * STIG, a control for each rule, and for a rule that was judged here a result for each connector. A rule has the status in Heimdall that it has in
 * the checklist: a result counts as passed only where the rule is.
 */
export const toHdfTree = ({ checklist, judged, tool }: ExtractInput) => {
  const profiles = checklist.stigs.map((stig) => {
    const ids = controlIds(stig.reviews);
    const controls = stig.reviews.map((reviewed, i) =>
      control(ids[i] ?? '', judgedReview(reviewed, judged?.reviews), { judged, checklist }),
    );
    return {
      name: stig.benchmark.id,
      title: stig.benchmark.title,
      version: releaseOf(stig.benchmark),
      summary: stig.benchmark.description,
      maintainer: stig.benchmark.publisher,
      sha256: sha256(JSON.stringify(controls)),
      status: 'loaded',
      supports: [],
      attributes: [],
      groups: [],
      controls,
    };
  });
  const count = (...statuses: readonly Status[]) => ({
    total: checklist.stigs.flatMap(({ reviews }) => reviews).filter(({ status }) => statuses.includes(status)).length,
  });
  return {
    platform: { name: tool.name, release: tool.version, target_id: checklist.asset.hostName },
    version: tool.version,
    statistics: {
      controls: {
        passed: count('not_a_finding'),
        skipped: count('not_reviewed', 'not_applicable'),
        failed: count('open'),
      },
    },
    profiles,
  };
};

/** The tree as the text of a file. */
export const toHdf = (input: ExtractInput): Extracted => ({ text: jsonText(toHdfTree(input)), diagnostics: [] });

/** Ids that tell the controls of a profile apart: the group's id, or the rule's where a group has several rules or none is named. */
const controlIds = (reviews: readonly ReviewedRule[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { rule } of reviews) counts.set(rule.groupId, (counts.get(rule.groupId) ?? 0) + 1);
  return reviews.map(({ rule }) =>
    rule.groupId !== '' && counts.get(rule.groupId) === 1 ? rule.groupId : rule.ruleId,
  );
};

const control = (
  id: string,
  judgedOne: JudgedReview,
  { judged, checklist }: Pick<ExtractInput, 'judged' | 'checklist'>,
) => {
  const { reviewed } = judgedOne;
  const { rule, status, findingDetails, comments, severityOverride } = reviewed;
  const severity = severityOverride?.severity ?? rule.severity;
  const descriptions = [
    ['check', rule.checkContent],
    ['fix', rule.fixText],
    ['finding details', findingDetails],
    ['comments', comments],
    ['severity override', severityOverride?.justification ?? ''],
  ] as const;
  return {
    id,
    title: rule.title,
    desc: rule.discussion,
    descriptions: descriptions.flatMap(([label, data]) => (data === '' ? [] : [{ label, data }])),
    impact: status === 'not_applicable' ? 0 : impacts[severity],
    refs: [],
    tags: {
      gid: rule.groupId,
      gtitle: rule.groupTitle,
      rid: rule.ruleId,
      stig_id: rule.stigId,
      severity,
      ...(severityOverride === undefined ? {} : { rule_severity: rule.severity }),
      status,
      cci: rule.ccis,
      nist: nistOf(rule.ccis),
      legacy: rule.legacyIds,
      fix_id: rule.fixId,
      host: checklist.asset.hostName,
      fqdn: checklist.asset.fqdn,
      ip: checklist.asset.ipAddresses,
      ...(checklist.assessor === undefined ? {} : { assessor: checklist.assessor }),
    },
    code: null,
    source_location: {},
    results: results(judgedOne, { judged, checklist }),
  };
};

const results = (judgedOne: JudgedReview, { judged, checklist }: Pick<ExtractInput, 'judged' | 'checklist'>) => {
  const { reviewed } = judgedOne;
  const start = reviewed.assessedAt ?? checklist.assessedAt;
  const whole = resultStatus[reviewed.status];
  const cases = connectorCases(judgedOne, judged).map(({ name, status, text }) => ({
    status: statusIn(reviewed, status),
    code_desc: `Send connector ${name}`,
    message: text,
    start_time: start,
  }));
  // Where the connectors alone do not make the rule's status, such as a pass that was withheld, the rule has a result of its own.
  const isTold = cases.some(({ status }) => status === whole);
  const own = { status: whole, code_desc: reviewed.findingDetails || 'No finding details.', start_time: start };
  return isTold ? cases : [own, ...cases];
};

/** A connector that passes by itself is not `passed` where its rule is not: Heimdall would show the rule as passed. */
const statusIn = ({ status: ofRule }: ReviewedRule, status: Status) =>
  resultStatus[status] === 'passed' && ofRule !== 'not_a_finding' && ofRule !== 'open'
    ? 'skipped'
    : resultStatus[status];
