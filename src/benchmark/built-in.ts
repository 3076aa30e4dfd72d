import type { Benchmark, Rule } from '../model/benchmark.js';
import { benchmarkDescription, v259594Text } from '../rules/domain-security/text.js';

/** The releases of the STIG whose V-259594 is built in, oldest first; the last is the one to use where none is asked for. */
export const builtInReleases = ['V1R1', 'V2R1', 'V2R2'] as const;

export type BuiltInRelease = (typeof builtInReleases)[number];

interface ReleaseFacts {
  readonly version: string;
  readonly releaseInfo: string;
  readonly statusDate: string;
  readonly ruleId: string;
  readonly checkHref: string;
}

const releases: Readonly<Record<BuiltInRelease, ReleaseFacts>> = {
  V1R1: {
    version: '1',
    releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
    statusDate: '2024-01-10',
    ruleId: 'SV-259594r942096_rule',
    checkHref: 'U_MS_Exchange_2019_Edge_Server_STIG.xml',
  },
  V2R1: {
    version: '2',
    releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
    statusDate: '2024-06-10',
    ruleId: 'SV-259594r961110_rule',
    checkHref: 'Microsoft_Exchange_2019_Edge_Server_STIG.xml',
  },
  V2R2: {
    version: '2',
    releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
    statusDate: '2024-12-06',
    ruleId: 'SV-259594r1043178_rule',
    checkHref: 'Microsoft_Exchange_2019_Edge_Server_STIG.xml',
  },
};

/**
 * The Microsoft Exchange 2019 Edge Server STIG in one of its releases, with V-259594 as its only rule (`ruleCount` says how
 * many the STIG has).
 */
export const builtInBenchmark = (release: BuiltInRelease): Benchmark => {
  const { version, releaseInfo, statusDate } = releases[release];
  return {
    id: 'MS_Exchange_2019_Edge_Server_STIG',
    title: 'Microsoft Exchange 2019 Edge Server Security Technical Implementation Guide',
    description: benchmarkDescription,
    status: 'accepted',
    statusDate,
    version,
    releaseInfo,
    noticeId: 'terms-of-use',
    notice: '',
    source: 'STIG.DOD.MIL',
    publisher: 'DISA',
    referenceHref: 'https://cyber.mil',
    targetKey: '5579',
    filename: `U_MS_Exchange_2019_Edge_Server_STIG_${release}_Manual-xccdf.xml`,
    ruleCount: 68,
    rules: [ruleOf(releases[release])],
  };
};

const ruleOf = ({ ruleId, checkHref }: ReleaseFacts): Rule => ({
  groupId: 'V-259594',
  groupTitle: 'SRG-APP-000219',
  ruleId,
  stigId: 'EX19-ED-000098',
  title: v259594Text.title,
  severity: 'medium',
  weight: '10.0',
  discussion: v259594Text.discussion,
  falsePositives: '',
  falseNegatives: '',
  documentable: 'false',
  mitigations: '',
  severityOverrideGuidance: '',
  potentialImpacts: '',
  thirdPartyTools: '',
  mitigationControl: '',
  responsibility: '',
  iaControls: '',
  checkSystem: 'C-63333r942094_chk',
  checkContentRefName: 'M',
  checkContentRefHref: checkHref,
  checkContent: v259594Text.checkContent,
  fixId: 'F-63241r942095_fix',
  fixText: v259594Text.fixText,
  ccis: ['CCI-001184'],
  legacyIds: [],
  reference: {
    title: 'DPMS Target Microsoft Exchange 2019 Edge Server',
    publisher: 'DISA',
    type: 'DPMS Target',
    subject: 'Microsoft Exchange 2019 Edge Server',
    identifier: '5579',
  },
});
