import { type Benchmark, emptyRule, type Rule } from '../../model/benchmark.js';
import { v259594Text } from './v-259594-text.js';

interface ReleaseFacts {
  readonly version: string;
  readonly releaseInfo: string;
  readonly statusDate: string;
  readonly ruleId: string;
  readonly checkHref: string;
}

/** The texts are the same in every release. */
const releases: Readonly<Record<string, ReleaseFacts>> = {
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

const description =
  'This Security Technical Implementation Guide is published as a tool to improve the security of Department of Defense (DOD) information systems. The requirements are derived from the National Institute of Standards and Technology (NIST) 800-53 and related documents. Comments or proposed revisions to this document should be sent via email to the following address: disa.stig_spt@mail.mil.';

const stigOf = (release: string, facts: ReleaseFacts): Benchmark => {
  const { version, releaseInfo, statusDate } = facts;
  return {
    id: 'MS_Exchange_2019_Edge_Server_STIG',
    title: 'Microsoft Exchange 2019 Edge Server Security Technical Implementation Guide',
    description,
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
    rules: [ruleOf(facts)],
  };
};

const ruleOf = ({ ruleId, checkHref }: ReleaseFacts): Rule => ({
  ...emptyRule,
  groupId: 'V-259594',
  groupTitle: 'SRG-APP-000219',
  ruleId,
  stigId: 'EX19-ED-000098',
  title: v259594Text.title,
  severity: 'medium',
  weight: '10.0',
  discussion: v259594Text.discussion,
  documentable: 'false',
  checkSystem: 'C-63333r942094_chk',
  checkContentRefName: 'M',
  checkContentRefHref: checkHref,
  checkContent: v259594Text.checkContent,
  fixId: 'F-63241r942095_fix',
  fixText: v259594Text.fixText,
  ccis: ['CCI-001184'],
  reference: {
    title: 'DPMS Target Microsoft Exchange 2019 Edge Server',
    publisher: 'DISA',
    type: 'DPMS Target',
    subject: 'Microsoft Exchange 2019 Edge Server',
    identifier: '5579',
  },
});

/**
 * The Microsoft Exchange 2019 Edge Server STIG in each of its releases, oldest first, with V-259594 as its only rule (`ruleCount`
 * says how many the STIG has).
 */
export const v259594Stig: readonly Benchmark[] = Object.entries(releases).map(([release, facts]) =>
  stigOf(release, facts),
);
