import type { RuleIdentity } from './rule-identity.js';

/** Made by scripts/rule-identities.js: not to be edited by hand. */
export const identities: readonly RuleIdentity[] = [
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000095',
    vulnId: 'V-259593',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259593r942093_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259593r961101_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259593r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '2b119429d8a33231eb2008216b9de8a7',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000098',
    vulnId: 'V-259594',
    severity: 'medium',
    ccis: ['CCI-001184'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259594r942096_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259594r961110_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259594r1043178_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '6bfc0afde8f0b42aad30067d184fa408',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000110',
    vulnId: 'V-259597',
    severity: 'medium',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259597r942105_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259597r961155_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259597r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '7baeefc563b61947411fc2453f0c8e34',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000115',
    vulnId: 'V-259602',
    severity: 'medium',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259602r942120_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259602r961155_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259602r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '762cc99b00a73dfa8cc4e44384e189b7',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000232',
    vulnId: 'V-259639',
    severity: 'medium',
    ccis: ['CCI-002385'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259639r942231_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259639r961620_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259639r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: 'dd0b85e16d6d0375112e15f1040fd389',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Edge_Server_STIG',
    stigId: 'EX19-ED-000236',
    vulnId: 'V-259642',
    severity: 'high',
    ccis: ['CCI-002418'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259642r942240_rule',
      },
      {
        release: 'V2R1',
        ruleId: 'SV-259642r961632_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-259642r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: 'ce4da65ac4f08c43b83b1a5bf9479f4b',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Mailbox_Server_STIG',
    stigId: 'EX19-MB-000106',
    vulnId: 'V-259670',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259670r942324_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-259670r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: 'c7158b811b28445531785460c130b61a',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Mailbox_Server_STIG',
    stigId: 'EX19-MB-000128',
    vulnId: 'V-259681',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259681r942357_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-259681r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '3ef50e828e2e3f4a977c8781ea471ada',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Mailbox_Server_STIG',
    stigId: 'EX19-MB-000132',
    vulnId: 'V-259685',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259685r942369_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-259685r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '841271a45618e8195610ea485c7e98a3',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2019_Mailbox_Server_STIG',
    stigId: 'EX19-MB-000233',
    vulnId: 'V-259708',
    severity: 'medium',
    ccis: ['CCI-002385'],
    releases: [
      {
        release: 'V1R1',
        ruleId: 'SV-259708r942438_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-259708r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        check: '813bcfe3b6c87ba2e0035ce04527e1a7',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000160',
    vulnId: 'V-221217',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221217r879633_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221217r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: 'e39cf709d7440df9197b57ec47481e8b',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000170',
    vulnId: 'V-221218',
    severity: 'medium',
    ccis: ['CCI-001184'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221218r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221218r811174_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221218r811174_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221218r879636_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221218r1043178_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: '2a453c55d09b73fcb0551a2cf58dbe1a',
      },
      {
        since: 'V2R3',
        check: '49bde61ee0121b604a1520ca7413fd4a',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000190',
    vulnId: 'V-221220',
    severity: 'medium',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221220r879651_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221220r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: 'd4e4d032316d192ca092f4c425c731c4',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000240',
    vulnId: 'V-221223',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221223r879651_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221223r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: '1a671a924fcc0863f69b03016c081745',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000260',
    vulnId: 'V-221225',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221225r879651_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221225r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: 'd2591f10cfb1b15a13af24005a2a12df',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000670',
    vulnId: 'V-221260',
    severity: 'medium',
    ccis: ['CCI-002385'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221260r879806_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221260r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: 'ef29652e15a6960cff0950ea86ff3327',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Edge_Transport_Server_STIG',
    stigId: 'EX16-ED-000690',
    vulnId: 'V-221262',
    severity: 'high',
    ccis: ['CCI-002418'],
    releases: [
      {
        release: 'V2R2',
        ruleId: 'SV-221262r612603_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-221262r811179_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-221262r811179_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-221262r879810_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-221262r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        check: '4bfb836910c751f204c06b01d664250c',
      },
      {
        since: 'V2R3',
        check: '65f2b15605c6e4008a6b91c1a4c29123',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Mailbox_Server_STIG',
    stigId: 'EX16-MB-000210',
    vulnId: 'V-228374',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V2R3',
        ruleId: 'SV-228374r612748_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-228374r612748_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-228374r879633_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-228374r879633_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        check: '7865e7e20691d2c2e0928079f485d99b',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Mailbox_Server_STIG',
    stigId: 'EX16-MB-000410',
    vulnId: 'V-228385',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R3',
        ruleId: 'SV-228385r612748_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-228385r612748_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-228385r879651_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-228385r879651_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        check: 'bb97c342dc2f4cbef9e78cde1108b27d',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Mailbox_Server_STIG',
    stigId: 'EX16-MB-000460',
    vulnId: 'V-228390',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R3',
        ruleId: 'SV-228390r612748_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-228390r612748_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-228390r879651_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-228390r879651_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        check: '478b11206684b2476ace86219b2ee99e',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2016_Mailbox_Server_STIG',
    stigId: 'EX16-MB-000660',
    vulnId: 'V-228409',
    severity: 'medium',
    ccis: ['CCI-002385'],
    releases: [
      {
        release: 'V2R3',
        ruleId: 'SV-228409r612748_rule',
      },
      {
        release: 'V2R4',
        ruleId: 'SV-228409r612748_rule',
      },
      {
        release: 'V2R5',
        ruleId: 'SV-228409r879806_rule',
      },
      {
        release: 'V2R6',
        ruleId: 'SV-228409r879806_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        check: '1870837330d48dbf98efd96869f5d8c7',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000080',
    vulnId: 'V-234716',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84435r2_rule',
        vulnId: 'V-69813',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234716r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: '9cfb71f6974530de89a08063578a9fab',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000095',
    vulnId: 'V-234718',
    severity: 'medium',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84441r1_rule',
        vulnId: 'V-69819',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234718r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: 'c29609e4b9ccf7f56467fadf3b2d9813',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000120',
    vulnId: 'V-234722',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84451r1_rule',
        vulnId: 'V-69829',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234722r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: 'b16d9f19692cbfd559f805e1d04aff93',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000130',
    vulnId: 'V-234724',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84455r1_rule',
        vulnId: 'V-69833',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234724r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: '46f46388025c6fa8e992d0f6ecf1a063',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000335',
    vulnId: 'V-234759',
    severity: 'medium',
    ccis: ['CCI-002385'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84551r1_rule',
        vulnId: 'V-69929',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234759r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: 'cd8a9ff005f1b4fe4e5b7b24c5ed8f24',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Edge_STIG',
    stigId: 'EX13-EG-000345',
    vulnId: 'V-234761',
    severity: 'high',
    ccis: ['CCI-002418'],
    releases: [
      {
        release: 'V1R5',
        ruleId: 'SV-84555r1_rule',
        vulnId: 'V-69933',
      },
      {
        release: 'V1R6',
        ruleId: 'SV-234761r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        check: '7a063cb8ea891eb8e051850a7d8c6679',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Mailbox_STIG',
    stigId: 'EX13-MB-000105',
    vulnId: 'V-207287',
    severity: 'medium',
    ccis: ['CCI-001178'],
    releases: [
      {
        release: 'V2R1',
        ruleId: 'SV-207287r615936_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-207287r615936_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-207287r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        check: '8d6142bd022df67854d29c007064f163',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Mailbox_STIG',
    stigId: 'EX13-MB-000120',
    vulnId: 'V-207290',
    severity: 'medium',
    ccis: ['CCI-001184'],
    releases: [
      {
        release: 'V2R1',
        ruleId: 'SV-207290r615936_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-207290r615936_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-207290r961110_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        check: 'be1fd1d3edc2d6cddaa4b6a7aeb634c2',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Mailbox_STIG',
    stigId: 'EX13-MB-000195',
    vulnId: 'V-207305',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R1',
        ruleId: 'SV-207305r615936_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-207305r615936_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-207305r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        check: '69fb1b965067099a77e2a65f84b984e6',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Mailbox_STIG',
    stigId: 'EX13-MB-000205',
    vulnId: 'V-207307',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R1',
        ruleId: 'SV-207307r615936_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-207307r615936_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-207307r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        check: 'b16d9f19692cbfd559f805e1d04aff93',
      },
    ],
  },
  {
    stig: 'MS_Exchange_2013_Mailbox_STIG',
    stigId: 'EX13-MB-000230',
    vulnId: 'V-207312',
    severity: 'low',
    ccis: ['CCI-001095'],
    releases: [
      {
        release: 'V2R1',
        ruleId: 'SV-207312r615936_rule',
      },
      {
        release: 'V2R2',
        ruleId: 'SV-207312r615936_rule',
      },
      {
        release: 'V2R3',
        ruleId: 'SV-207312r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        check: 'c29609e4b9ccf7f56467fadf3b2d9813',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-751',
    vulnId: 'V-33583',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44004r1_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44004r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: '91a2ce04841dd7e828e11216020427b1',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-757',
    vulnId: 'V-33587',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44007r3_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44007r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: '0b546dea724e5875d8bb28b4de91f975',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-763',
    vulnId: 'V-33590',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44010r1_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44010r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: '681990334ad0725d6d225819bddbba58',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-766',
    vulnId: 'V-33592',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44012r3_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44012r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: '90b530e058d979c638e8b2c1d6586553',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-771',
    vulnId: 'V-33594',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44014r2_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44014r2_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: 'a57bb5c99afc1f8e78f42deb826d7bcc',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-769',
    vulnId: 'V-33646',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-44066r1_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-44066r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: '8f815ef3a4a260444c35b225b46737a5',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Edge_Transport_Server_STIG',
    stigId: 'Exch-2-768',
    vulnId: 'V-60981',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R14',
        ruleId: 'SV-75445r1_rule',
      },
      {
        release: 'V1R15',
        ruleId: 'SV-75445r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        check: 'c83d7a68f94d217cc2a9267e612bb9a7',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-751',
    vulnId: 'V-33583',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44004r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: '91a2ce04841dd7e828e11216020427b1',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-757',
    vulnId: 'V-33587',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44007r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: '0b546dea724e5875d8bb28b4de91f975',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-763',
    vulnId: 'V-33590',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44010r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: '681990334ad0725d6d225819bddbba58',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-766',
    vulnId: 'V-33592',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44012r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: '90b530e058d979c638e8b2c1d6586553',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-771',
    vulnId: 'V-33594',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44014r2_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: 'a57bb5c99afc1f8e78f42deb826d7bcc',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-769',
    vulnId: 'V-33646',
    severity: 'low',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-44066r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: '8f815ef3a4a260444c35b225b46737a5',
      },
    ],
  },
  {
    stig: 'Exchange_2010_Hub_Transport_Server_STIG',
    stigId: 'Exch-2-768',
    vulnId: 'V-60981',
    severity: 'medium',
    ccis: [],
    releases: [
      {
        release: 'V1R12',
        ruleId: 'SV-75445r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        check: 'c83d7a68f94d217cc2a9267e612bb9a7',
      },
    ],
  },
];
