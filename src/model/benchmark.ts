/** A STIG as DISA publishes it (XCCDF `Benchmark`), reduced to what checklists carry. Texts use LF. */
export interface Benchmark {
  /** Without the prefix of XCCDF 1.2: `MS_Exchange_2019_Edge_Server_STIG`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** XCCDF status, such as `accepted`, and its date (YYYY-MM-DD). */
  readonly status: string;
  readonly statusDate: string;
  /** The version's number as text: `2`. */
  readonly version: string;
  /** `Release: 2 Benchmark Date: 30 Jan 2025` */
  readonly releaseInfo: string;
  readonly noticeId: string;
  readonly notice: string;
  /** dc:source: `STIG.DOD.MIL` */
  readonly source: string;
  /** dc:publisher: `DISA` */
  readonly publisher: string;
  readonly referenceHref: string;
  /** dc:identifier of the rules' reference: `5579` */
  readonly targetKey: string;
  /** The name of DISA's file: `U_…_Manual-xccdf.xml`. */
  readonly filename: string;
  /** The number of rules in the whole STIG; `rules` may hold fewer. */
  readonly ruleCount: number;
  readonly rules: readonly Rule[];
}

export type RuleSeverity = 'high' | 'medium' | 'low' | 'unknown';

/** A rule with its group, which in a STIG are one to one. Texts are plain: DISA's escaped tags are taken apart. */
export interface Rule {
  /** `V-259594` */
  readonly groupId: string;
  /** The SRG: `SRG-APP-000219` */
  readonly groupTitle: string;
  /** `SV-259594r1043178_rule`, without the prefix of XCCDF 1.2. */
  readonly ruleId: string;
  /** The STIG ID: `EX19-ED-000098` */
  readonly stigId: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  /** `10.0` */
  readonly weight: string;
  readonly discussion: string;
  readonly falsePositives: string;
  readonly falseNegatives: string;
  readonly documentable: string;
  readonly mitigations: string;
  readonly severityOverrideGuidance: string;
  readonly potentialImpacts: string;
  readonly thirdPartyTools: string;
  readonly mitigationControl: string;
  readonly responsibility: string;
  readonly iaControls: string;
  readonly checkSystem: string;
  readonly checkContentRefName: string;
  readonly checkContentRefHref: string;
  readonly checkContent: string;
  readonly fixId: string;
  readonly fixText: string;
  readonly ccis: readonly string[];
  readonly legacyIds: readonly string[];
  /** Another publisher's rule: the plain text of its references and idents, which may be ids of DISA's rules. No format carries them. */
  readonly otherIds?: readonly string[] | undefined;
  readonly reference: RuleReference;
}

/** The Dublin Core elements of a rule's reference. */
export interface RuleReference {
  readonly title: string;
  readonly publisher: string;
  readonly type: string;
  readonly subject: string;
  readonly identifier: string;
}

/** `V2R2` of a benchmark's version and release-info; the release is 0 where the text names none. */
export const releaseOf = (benchmark: Pick<Benchmark, 'version' | 'releaseInfo'>): string =>
  `V${benchmark.version}R${/Release:\s*(\d+)/i.exec(benchmark.releaseInfo)?.[1] ?? '0'}`;

/**
 * Version and release as DISA's manual STIGs say them, of programs that write both as one: `V2R5` (STIG Manager, Evaluate-STIG),
 * `002.005`, and `Release: 2.5` (DISA's content for scanners).
 */
export const withRelease = ({
  version,
  releaseInfo,
}: Pick<Benchmark, 'version' | 'releaseInfo'>): Pick<Benchmark, 'version' | 'releaseInfo'> => {
  const found =
    /^V(\d+)R(\d+)$/i.exec(version) ?? /^0*(\d+)\.0*(\d+)$/.exec(/^\d{3}\.\d{3}$/.test(version) ? version : '');
  const [, number = version, release] = found ?? [];
  const both = /^(\s*Release:\s*)0*(\d+)\.0*(\d+)(?![\d.])/i.exec(releaseInfo);
  const [whole = '', label = '', ofVersion, ofRelease = ''] = both ?? [];
  return {
    version: number,
    releaseInfo:
      both !== null && ofVersion === number
        ? `${label}${ofRelease}${releaseInfo.slice(whole.length)}`
        : releaseInfo || (release === undefined ? '' : `Release: ${release}`),
  };
};

/** An empty rule: nothing is known. */
export const emptyRule: Rule = {
  groupId: '',
  groupTitle: '',
  ruleId: '',
  stigId: '',
  title: '',
  severity: 'unknown',
  weight: '',
  discussion: '',
  falsePositives: '',
  falseNegatives: '',
  documentable: '',
  mitigations: '',
  severityOverrideGuidance: '',
  potentialImpacts: '',
  thirdPartyTools: '',
  mitigationControl: '',
  responsibility: '',
  iaControls: '',
  checkSystem: '',
  checkContentRefName: '',
  checkContentRefHref: '',
  checkContent: '',
  fixId: '',
  fixText: '',
  ccis: [],
  legacyIds: [],
  reference: { title: '', publisher: '', type: '', subject: '', identifier: '' },
};

/** An empty benchmark: nothing is known. */
export const emptyBenchmark: Omit<Benchmark, 'rules'> = {
  id: '',
  title: '',
  description: '',
  status: '',
  statusDate: '',
  version: '',
  releaseInfo: '',
  noticeId: '',
  notice: '',
  source: '',
  publisher: '',
  referenceHref: '',
  targetKey: '',
  filename: '',
  ruleCount: 0,
};
