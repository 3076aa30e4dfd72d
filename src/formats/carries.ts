import type { Benchmark, Rule, RuleReference } from '../model/benchmark.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule, SeverityOverride } from '../model/checklist.js';
import { type TargetName, targetNames } from '../model/format-names.js';

/** What becomes of a field: it is kept as it is, changed in the way that is said, or lost. */
export type Fate = 'kept' | 'lost' | { readonly changed: string };

/** A field of the model, its usual name, and what becomes of it in each format. */
export interface CarriedField {
  readonly title: string;
  readonly fates: Readonly<Record<TargetName, Fate>>;
}

type Fields<T> = { readonly [K in keyof Required<T>]: CarriedField };

const row = (title: string, kept: string, changed: Partial<Record<TargetName, string>> = {}): CarriedField => {
  const isKept = new Set(kept.split(' '));
  const fateIn = (name: TargetName): Fate => {
    // A POA&M's list has the columns of the spreadsheet.
    if (name === 'poam') return fateIn('csv') === 'lost' ? 'lost' : { changed: 'of open rules alone' };
    const how = changed[name];
    return how === undefined ? (isKept.has(name) ? 'kept' : 'lost') : { changed: how };
  };
  return { title, fates: Object.fromEntries(targetNames.map((name) => [name, fateIn(name)])) as CarriedField['fates'] };
};

/**
 * What each format carries of each field of the model; what stands in no list of a row is lost. A checklist that is read from a format has what the
 * format carries, so that of a pair of formats the worse fate counts; an ARF has what XCCDF has. test/exhaustive/loss-table.test.ts measures it.
 */
export const carries: {
  readonly checklist: Fields<Omit<Checklist, 'asset' | 'stigs'>>;
  readonly asset: Fields<Asset>;
  readonly stig: Fields<Omit<ChecklistStig, 'benchmark' | 'reviews'>>;
  readonly benchmark: Fields<Omit<Benchmark, 'rules'>>;
  readonly review: Fields<Omit<ReviewedRule, 'rule' | 'severityOverride'>>;
  readonly override: Fields<SeverityOverride>;
  readonly rule: Fields<Omit<Rule, 'reference'>>;
  readonly reference: Fields<RuleReference>;
} = {
  checklist: {
    id: row("the checklist's UUID", 'cklb', { oscal: 'the seed of its UUIDs' }),
    title: row('title', 'cklb'),
    assessedAt: row('time of the assessment', 'xccdf oscal', {
      csv: 'of rules without one of their own',
      hdf: 'of rules without one of their own',
      junit: 'of rules without one of their own, without its zone',
    }),
    collectedAt: row('time of the export', 'oscal', { xccdf: 'start-time, which is not read' }),
    assessor: row('assessor', 'xccdf csv hdf oscal junit'),
  },
  asset: {
    hostName: row('host name', 'ckl cklb xccdf csv hdf', {
      oscal: 'on one line',
      junit: 'on one line',
    }),
    fqdn: row('FQDN', 'ckl cklb xccdf csv hdf oscal'),
    ipAddresses: row('IP addresses', 'ckl cklb xccdf hdf oscal', { csv: 'joined' }),
    macAddresses: row('MAC addresses', 'ckl cklb xccdf oscal'),
    role: row('role', 'ckl cklb', { oscal: 'left out where it is None' }),
    assetType: row('asset type', 'ckl cklb'),
    marking: row('marking', 'ckl', { oscal: 'on one line' }),
    techArea: row('technology area', 'ckl cklb oscal'),
    comment: row('comment of the asset', 'ckl cklb', { oscal: 'on one line' }),
    webOrDatabase: row('web or database', 'ckl cklb'),
    webDbSite: row('web or database site', 'ckl cklb'),
    webDbInstance: row('web or database instance', 'ckl cklb'),
  },
  stig: {
    uuid: row("the STIG's UUID", 'ckl cklb xccdf'),
    classification: row('classification of the STIG', 'ckl'),
  },
  benchmark: {
    id: row('STIG id', 'ckl cklb xccdf csv hdf oscal junit'),
    title: row('title of the STIG', 'ckl cklb xccdf hdf', { oscal: 'on one line' }),
    description: row('description of the STIG', 'ckl xccdf hdf'),
    status: row('status of the benchmark', 'xccdf'),
    statusDate: row('date of that status', 'xccdf'),
    version: row('version', 'ckl cklb xccdf', { csv: 'as V2R5', hdf: 'as V2R5', oscal: 'as V2R5' }),
    releaseInfo: row('release', 'ckl cklb xccdf', {
      csv: 'as V2R5',
      hdf: 'as V2R5',
      oscal: 'as V2R5',
    }),
    noticeId: row('id of the notice', 'ckl xccdf'),
    notice: row('notice', '', { xccdf: 'left out where it has no id' }),
    source: row('source', 'ckl xccdf'),
    publisher: row('publisher', 'xccdf hdf'),
    referenceHref: row('link of the benchmark', 'xccdf'),
    targetKey: row('target key', 'cklb', { ckl: 'of the first STIG, and of others in their rules' }),
    filename: row("name of DISA's file", 'ckl xccdf'),
    ruleCount: row('size of the STIG', 'cklb'),
  },
  review: {
    uuid: row('UUIDs of rules', 'cklb'),
    status: row('status', 'ckl cklb xccdf csv hdf oscal junit'),
    findingDetails: row('finding details', 'ckl cklb xccdf csv hdf oscal junit'),
    comments: row('comments', 'ckl cklb xccdf csv hdf oscal junit'),
    assessedAt: row('time of a rule', 'csv hdf', {
      oscal: 'where the time of the export is not known',
      xccdf: "where it differs from the assessment's",
      junit: 'without its zone',
    }),
    classification: row('classification of the rule', 'ckl cklb'),
  },
  override: {
    severity: row('severity override', 'ckl cklb csv hdf oscal junit', {
      xccdf: 'in the place of the severity',
    }),
    justification: row('reason of the override', 'ckl cklb hdf', { oscal: 'on one line' }),
  },
  rule: {
    groupId: row('group id', 'ckl cklb xccdf csv hdf oscal junit'),
    groupTitle: row('group title', 'ckl cklb xccdf hdf'),
    ruleId: row('rule id', 'ckl cklb xccdf csv hdf oscal junit'),
    stigId: row('STIG id of the rule', 'ckl cklb xccdf csv hdf junit', {
      oscal: 'on one line',
    }),
    title: row('title of the rule', 'ckl cklb xccdf hdf', { oscal: 'behind the id', junit: 'on one line' }),
    severity: row('severity', 'ckl cklb xccdf hdf oscal', {
      csv: 'that of the override, if any',
      junit: 'that of the override, if any',
    }),
    weight: row('weight', 'ckl cklb xccdf'),
    discussion: row('discussion', 'ckl cklb xccdf hdf'),
    falsePositives: row('false positives', 'ckl cklb'),
    falseNegatives: row('false negatives', 'ckl cklb'),
    documentable: row('documentable', 'ckl cklb'),
    mitigations: row('mitigations', 'ckl cklb'),
    severityOverrideGuidance: row('severity override guidance', 'ckl cklb'),
    potentialImpacts: row('potential impacts', 'ckl cklb'),
    thirdPartyTools: row('third-party tools', 'ckl cklb'),
    mitigationControl: row('mitigation control', 'ckl cklb'),
    responsibility: row('responsibility', 'ckl cklb'),
    iaControls: row('IA controls', 'ckl cklb'),
    checkSystem: row('system of the check', 'xccdf'),
    checkContentRefName: row("name of the check's reference", 'ckl cklb xccdf'),
    checkContentRefHref: row("link of the check's reference", 'cklb xccdf'),
    checkContent: row('check text', 'ckl cklb xccdf hdf'),
    fixId: row('fix id', 'xccdf hdf'),
    fixText: row('fix text', 'ckl cklb xccdf hdf'),
    ccis: row('CCIs', 'ckl cklb xccdf csv hdf', {
      oscal: 'on one line',
      junit: 'joined',
    }),
    legacyIds: row('legacy ids', 'ckl cklb xccdf hdf'),
    otherIds: row('ids of other publishers', ''),
  },
  reference: {
    title: row('title of the reference', '', { xccdf: 'in the reference' }),
    publisher: row('publisher of the reference', '', { xccdf: 'in the reference' }),
    type: row('type of the reference', '', { xccdf: 'in the reference' }),
    subject: row('subject of the reference', '', { xccdf: 'in the reference' }),
    identifier: row('identifier of the reference', 'ckl cklb', { xccdf: 'in the reference' }),
  },
};

export type FieldGroup = keyof typeof carries;

/** Every field, in the order of the table. */
export const carriedFields: readonly {
  readonly group: FieldGroup;
  readonly key: string;
  readonly field: CarriedField;
}[] = (Object.entries(carries) as readonly (readonly [FieldGroup, Readonly<Record<string, CarriedField>>])[]).flatMap(
  ([group, fields]) => Object.entries(fields).map(([key, field]) => ({ group, key, field })),
);

/** The objects of a checklist that have the fields of a group, in the order of its STIGs and rules. */
export const objectsIn = (checklist: Checklist, group: FieldGroup): readonly object[] => {
  const reviews = checklist.stigs.flatMap((stig) => stig.reviews);
  switch (group) {
    case 'checklist':
      return [checklist];
    case 'asset':
      return [checklist.asset];
    case 'stig':
      return checklist.stigs;
    case 'benchmark':
      return checklist.stigs.map(({ benchmark }) => benchmark);
    case 'review':
      return reviews;
    case 'override':
      return reviews.flatMap(({ severityOverride }) => severityOverride ?? []);
    case 'rule':
      return reviews.map(({ rule }) => rule);
    case 'reference':
      return reviews.map(({ rule }) => rule.reference);
  }
};
