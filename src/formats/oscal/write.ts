import { releaseOf } from '../../model/benchmark.js';
import type { Asset, ChecklistStig, ReviewedRule, Status } from '../../model/checklist.js';
import { shownFile } from '../../rules/shown.js';
import { statusWords } from '../../rules/status-words.js';
import { ipValue } from '../../text/addresses.js';
import { foldSpace } from '../../text/fold-space.js';
import { uuidV5 } from '../../text/uuid.js';
import { jsonText, visible } from '../../text/visible.js';
import type { Extracted, ExtractInput } from '../extracted.js';
import { connectorCases, judgedReview } from '../judged-review.js';

/** The namespace of properties that OSCAL does not define. */
const namespace = 'urn:exchange-stig:oscal';

/**
 * What a status is to OSCAL, which knows satisfied and not satisfied alone: what is not reviewed is not satisfied, for another reason than a failure,
 * and what does not apply is no failure (NIST, assessment results 1.1.2, `finding-target`).
 */
const targetStatus: Readonly<Record<Status, { readonly state: string; readonly reason: string }>> = {
  open: { state: 'not-satisfied', reason: 'fail' },
  not_reviewed: { state: 'not-satisfied', reason: 'other' },
  not_applicable: { state: 'satisfied', reason: 'other' },
  not_a_finding: { state: 'satisfied', reason: 'pass' },
};

/**
 * A checklist as OSCAL assessment results 1.1.2 (NIST), as data: a result for each STIG, a finding for each rule, whose objective it is, an
 * observation for each connector, or for each rule that was not judged here and has details, and the exports with their hashes as resources. There is no assessment plan: what the model
 * demands in its place is a resource that says so. UUIDs are version 5 of the checklist's id.
 */
export const toOscalTree = (input: ExtractInput) => {
  const { checklist, judged } = input;
  const { asset, assessedAt, assessor } = checklist;
  const uuid = (...parts: readonly (string | number)[]): string =>
    uuidV5(JSON.stringify(['oscal', ...parts]), checklist.id);
  const files = [...(judged?.evidence ?? []), ...(judged?.transportConfigs ?? [])];
  const party = uuid('assessor');
  const context: Context = {
    input,
    uuid,
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': uuid('tool') }] }],
    resourceOf: (path) =>
      uuid(
        'evidence',
        files.findIndex((file) => file.path === path),
      ),
  };
  return {
    'assessment-results': {
      uuid: uuid('assessment-results'),
      metadata: {
        title: `STIG assessment of ${line(asset.hostName) || 'a host without a name'}`,
        'last-modified': assessedAt,
        version: assessedAt,
        'oscal-version': '1.1.2',
        ...(assessor === undefined
          ? {}
          : {
              roles: [{ id: 'assessor', title: 'Assessor' }],
              parties: [{ uuid: party, type: 'person', name: line(assessor) || 'Assessor' }],
              'responsible-parties': [{ 'role-id': 'assessor', 'party-uuids': [party] }],
            }),
      },
      'import-ap': { href: `#${uuid('no-plan')}`, remarks: 'There is no assessment plan in OSCAL.' },
      results: checklist.stigs.map((stig, i) => result(stig, i, context)),
      'back-matter': {
        resources: [
          {
            uuid: uuid('no-plan'),
            title: 'No assessment plan',
            description:
              'The assessment was not planned in OSCAL. The rules are those of the STIG that the results name.',
          },
          ...files.map(({ path, sha256 }, i) => ({
            uuid: uuid('evidence', i),
            title: fileName(path),
            description: 'An export that was judged.',
            rlinks: [{ href: encodeURIComponent(fileName(path)), hashes: [{ algorithm: 'SHA-256', value: sha256 }] }],
          })),
        ],
      },
    },
  };
};

/** The tree as the text of a file. */
export const toOscal = (input: ExtractInput): Extracted => ({ text: jsonText(toOscalTree(input)), diagnostics: [] });

interface Context {
  readonly input: ExtractInput;
  readonly uuid: (...parts: readonly (string | number)[]) => string;
  readonly origins: readonly unknown[];
  readonly resourceOf: (path: string) => string;
}

const result = (stig: ChecklistStig, i: number, context: Context) => {
  const { input, uuid } = context;
  const { checklist, tool } = input;
  const { benchmark, reviews } = stig;
  const rules = reviews.map((reviewed, r) => ruleParts(reviewed, [i, r], context));
  const observations = rules.flatMap((rule) => rule.observations);
  const objectives = [...new Set(reviews.map(({ rule }) => token(rule.ruleId || rule.groupId)))];
  const name = `${benchmark.title || benchmark.id || 'STIG'}, ${releaseOf(benchmark)}`;
  return {
    uuid: uuid('result', i),
    title: line(name),
    description: `The rules of ${line(name)} on ${line(checklist.asset.hostName) || 'the host'}.`,
    start: checklist.collectedAt ?? checklist.assessedAt,
    end: checklist.assessedAt,
    props: [...property('stig-id', benchmark.id), ...property('stig-release', releaseOf(benchmark))],
    'local-definitions': {
      // In each result, as references do not lead out of it.
      'inventory-items': [inventoryItem(checklist.asset, uuid('host'))],
      'assessment-assets': {
        components: [
          {
            uuid: uuid('tool'),
            type: 'software',
            title: tool.name,
            description: 'The program that wrote these results.',
            props: [...property('version', tool.version, undefined)],
            status: { state: 'operational' },
          },
        ],
        'assessment-platforms': [
          { uuid: uuid('platform', i), title: tool.name, 'uses-components': [{ 'component-uuid': uuid('tool') }] },
        ],
      },
    },
    'reviewed-controls': {
      description: 'The rules of the STIG, by their rule ids.',
      // The model has no selection that is empty.
      'control-selections': [
        objectives.length === 0
          ? { 'include-all': {} }
          : { 'include-controls': objectives.map((id) => ({ 'control-id': id })) },
      ],
      ...(objectives.length === 0
        ? {}
        : {
            'control-objective-selections': [
              { 'include-objectives': objectives.map((id) => ({ 'objective-id': id })) },
            ],
          }),
    },
    ...(observations.length === 0 ? {} : { observations }),
    ...(rules.length === 0 ? {} : { findings: rules.map(({ finding }) => finding) }),
  };
};

const ruleParts = (reviewed: ReviewedRule, at: readonly number[], context: Context) => {
  const { input, uuid, origins, resourceOf } = context;
  const { checklist, judged } = input;
  const { rule, status, findingDetails, comments, severityOverride } = reviewed;
  const collected = checklist.collectedAt ?? reviewed.assessedAt ?? checklist.assessedAt;
  const subject = (title: string) => [{ 'subject-uuid': uuid('host'), type: 'inventory-item', title }];
  const connectors = connectorCases(judgedReview(reviewed, judged?.reviews), judged).map(
    ({ name, status: own, text, files }, c) => ({
      uuid: uuid('observation', ...at, c),
      title: `Send connector ${name}`,
      description: text,
      props: property('status', own),
      methods: ['EXAMINE'],
      types: ['finding'],
      origins,
      subjects: subject(name),
      ...(files.length === 0
        ? {}
        : {
            'relevant-evidence': files.map((path) => ({
              href: `#${resourceOf(path)}`,
              description: `${fileName(path)}, the export that the connector was read from.`,
            })),
          }),
      collected,
    }),
  );
  const whole = {
    uuid: uuid('observation', ...at),
    description: findingDetails,
    methods: ['UNKNOWN'],
    types: ['finding'],
    origins,
    subjects: subject(line(checklist.asset.hostName) || 'Host'),
    collected,
  };
  const observations = connectors.length > 0 ? connectors : findingDetails.trim() === '' ? [] : [whole];
  const name = [rule.groupId || rule.ruleId, rule.title].filter((text) => text !== '').join(': ');
  const finding = {
    uuid: uuid('finding', ...at),
    title: line(name) || 'Rule',
    description: findingDetails.trim() === '' ? 'No finding details.' : findingDetails,
    props: [
      ...property('status', status),
      ...property('group-id', rule.groupId),
      ...property('rule-id', rule.ruleId),
      ...property('stig-id', rule.stigId),
      ...property('severity', severityOverride?.severity ?? rule.severity),
      ...(severityOverride === undefined ? [] : property('severity-of-rule', rule.severity)),
      ...property('severity-override-justification', severityOverride?.justification ?? ''),
      ...rule.ccis.flatMap((cci) => property('cci', cci)),
    ],
    origins,
    target: {
      type: 'objective-id',
      'target-id': token(rule.ruleId || rule.groupId),
      status: { ...targetStatus[status], remarks: statusWords[status] },
      ...(status === 'not_applicable' ? { 'implementation-status': { state: 'not-applicable' } } : {}),
    },
    ...(observations.length === 0
      ? {}
      : { 'related-observations': observations.map((one) => ({ 'observation-uuid': one.uuid })) }),
    ...(comments.trim() === '' ? {} : { remarks: comments }),
  };
  return { finding, observations };
};

const inventoryItem = (asset: Asset, uuid: string) => ({
  uuid,
  description: `The host ${line(asset.hostName) || 'without a name'}.`,
  props: [
    { name: 'asset-id', value: line(asset.hostName) || 'unknown' },
    ...property('fqdn', asset.fqdn, undefined),
    ...asset.ipAddresses.flatMap((ip) =>
      property(ipValue(ip)?.includes(':') || ip.includes(':') ? 'ipv6-address' : 'ipv4-address', ip, undefined),
    ),
    ...asset.macAddresses.flatMap((mac) => property('mac-address', mac)),
    ...property('marking', asset.marking),
    ...property('role', asset.role === 'None' ? '' : asset.role),
    ...property('technology-area', asset.techArea),
    ...property('comment', asset.comment),
  ],
});

/** A property, whose value is one line without white space around it; none without a value. */
const property = (name: string, text: string, ns: string | undefined = namespace) => {
  const value = line(text);
  return value === '' ? [] : [{ name, ...(ns === undefined ? {} : { ns }), value }];
};

const line = (text: string): string => visible(foldSpace(text));

/** The file without the folders, which are the assessor's own. */
const fileName = (path: string): string => (path === '-' ? 'standard input' : line(shownFile(path)) || 'export');

/** OSCAL's tokens begin with a letter or `_` and hold letters, digits, `.`, `-` and `_`. */
const token = (id: string): string => {
  const safe = id.replace(/[^\p{L}\p{N}._-]/gu, '_');
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
};
