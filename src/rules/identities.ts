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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259593r942093_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259593r961101_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259593r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'c07a964df5e8570faa85c1de8b27633ad26836a98c90efcf5a1aa3b3d34fcd0a',
        check: '2b119429d8a33231eb2008216b9de8a71f510176c7f86ec3612209f3759c20aa',
        fix: '7d07ae0aef8e91a48fdc5d3aaa2015dc917215da8db8f5afb1c474090b73085d',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259594r942096_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259594r961110_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259594r1043178_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'bfee0fc272024c14b22b79efb3b03a2492e758601aa0002e824033c960519da6',
        check: '6bfc0afde8f0b42aad30067d184fa408c205d435cc674ab3c8930a38237bb95a',
        fix: '1a012d27af963cccbe7d035598468ead5ec03596dd99fb325fee59d349ab0950',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259597r942105_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259597r961155_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259597r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'cd997bdc65a3006b2a8ba06bcdc63f051cb6db9771f001befa9e55dddef26718',
        check: '7baeefc563b61947411fc2453f0c8e346c1a881b366031dd89281d6f27413755',
        fix: '398c7bfd53e585e5189a22e1d67ef6023bb89ff25db2219cdaf29ac799d2566d',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259602r942120_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259602r961155_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259602r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'e413e27c3f2e0686049b79f66e555e908bc87c4efb264b692bf8d68b9247ef16',
        check: '762cc99b00a73dfa8cc4e44384e189b75e3315af9c525fdf59891027b1cef40e',
        fix: '5b883b889d90898780b41d7d25a517f732a46357489391bb72f125fbfbdad0cc',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259639r942231_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259639r961620_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259639r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: '464066b91f6080ef3203b6f24c1cfadf111a498e123a05d66971ad36ea544790',
        check: 'dd0b85e16d6d0375112e15f1040fd389dc888fd382ec9a0bbfe917309822a80e',
        fix: '411890c5e10bd2b592c5677b8801efd2edbd094f1c3f63491bf5931575e8ec90',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259642r942240_rule',
      },
      {
        release: 'V2R1',
        releaseInfo: 'Release: 1 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-259642r961632_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-259642r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: '408e7fd2d7133268e3ba24f0af991bce4d14806c4349e1d5cfc4963e5a7fe31a',
        check: 'ce4da65ac4f08c43b83b1a5bf9479f4b06b30c8b74ae779181afe6097d6c1b82',
        fix: '4c2705434aa03def26d1e1f71ab7b52a1c1bef3c4226ffa483d19f78c4463840',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259670r942324_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 02 Jul 2025',
        ruleId: 'SV-259670r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'f4ab796a6aaa8fdc7e387e2f0ed154d2266f7fa97d44c5542956d429b099cfde',
        check: 'c7158b811b28445531785460c130b61a80a5926ae25afe823ede9bf69d17a289',
        fix: 'c503b34e129f847acf03f0916f86735a2ceeb25424d8559834f0d7484e89e407',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259681r942357_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 02 Jul 2025',
        ruleId: 'SV-259681r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: '81fb726bdf99c4eb17321a6235726f8aa7f93d17134061882b331c0d74b0394f',
        check: '3ef50e828e2e3f4a977c8781ea471ada1f163b4e894d7fe8e31f90e30c5ec5e3',
        fix: 'e1084748663aa6a880b49b830d40f88b6c9e4c3e0af78e75801a414d581561c7',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259685r942369_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 02 Jul 2025',
        ruleId: 'SV-259685r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: 'bf3e645fd3740bf821be1f26cee2c7bb5b13eeae62e10358c85694b42e2b688f',
        check: '841271a45618e8195610ea485c7e98a39dddf4a606585a327cdb08b45bea0a93',
        fix: 'b8dc2ef1a39c71db37b51d8e28c1b7e8a0d74bde3f8f0166b92925f0e3498fd4',
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
        releaseInfo: 'Release: 1 Benchmark Date: 17 Jan 2024',
        ruleId: 'SV-259708r942438_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 02 Jul 2025',
        ruleId: 'SV-259708r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R1',
        title: '3f3bb055f0d5edb4fcbea80a0d6edba820865e1ef849f7aec877ba34decfbd47',
        check: '813bcfe3b6c87ba2e0035ce04527e1a7c96c27098e8871802853c327d7b21565',
        fix: '04e532da417b743eb3b6be5f7964ca0c7fccc4bfeb3a1b96e05936c6f36f1d49',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221217r612603_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221217r879633_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221217r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: 'efd728f05ab572103c9507f6f71258dfd2fb7c816db0f3ab882e7bf77a0cbe91',
        check: 'e39cf709d7440df9197b57ec47481e8b40c1f1d6b3b246435cedb3b8ffc19eb7',
        fix: '96fdc16bbbccfab8d37c84d2eae62f256f5a454285b1fdd6cedd2100f10ab52e',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221218r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221218r811174_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221218r811174_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221218r879636_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221218r1043178_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: 'c2192764ba275585193fbc1783918e95861bc4bcee22a585ba963661ca63df5a',
        check: '2a453c55d09b73fcb0551a2cf58dbe1af04a6a926dc8484b09973333bab15385',
        fix: '23d0b0d38e0867a3e7ee277e5bf6075ea2b656487f290593d4b57b743acecd02',
      },
      {
        since: 'V2R3',
        title: 'c2192764ba275585193fbc1783918e95861bc4bcee22a585ba963661ca63df5a',
        check: '49bde61ee0121b604a1520ca7413fd4adea4edf430aff8a63cb66bf593042ffe',
        fix: '42101159cc1fc7552dede08d027b4ae82d3b8453ec26959bf520e66810b76556',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221220r612603_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221220r879651_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221220r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: 'cd997bdc65a3006b2a8ba06bcdc63f051cb6db9771f001befa9e55dddef26718',
        check: 'd4e4d032316d192ca092f4c425c731c463aafd058ace06455ed20bcd6e9f388b',
        fix: '2578cdb7a400eed541c53c12aed820677768afa09d495868a2f0454a8fc2b8a9',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221223r612603_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221223r879651_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221223r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: 'e413e27c3f2e0686049b79f66e555e908bc87c4efb264b692bf8d68b9247ef16',
        check: '1a671a924fcc0863f69b03016c0817458262ef1bdc063ed3e139f1ca84d0ca6a',
        fix: '0ccd0343956fda773306eef92d86e38a8c4ba8a19836d7c31b13702c74b7382f',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221225r612603_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221225r879651_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221225r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: '0a4582f4a0c11ef50fe7ec6d14839cf9212b1841fa74d86c14b2351a5cfce545',
        check: 'd2591f10cfb1b15a13af24005a2a12df375d5c23b9315448184a4e44c0d3e0fa',
        fix: '0cfd55c70422a29295612f2452effdb7c4fbe295a61753ae0acdd5184d3826af',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221260r612603_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221260r879806_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221260r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: '464066b91f6080ef3203b6f24c1cfadf111a498e123a05d66971ad36ea544790',
        check: 'ef29652e15a6960cff0950ea86ff332772324862c4c7110b6c855733d42970f6',
        fix: '411890c5e10bd2b592c5677b8801efd2edbd094f1c3f63491bf5931575e8ec90',
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
        releaseInfo: 'Release: 2 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-221262r612603_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-221262r811179_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 27 Jul 2022',
        ruleId: 'SV-221262r811179_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-221262r879810_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 30 Jan 2025',
        ruleId: 'SV-221262r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V2R2',
        title: '408e7fd2d7133268e3ba24f0af991bce4d14806c4349e1d5cfc4963e5a7fe31a',
        check: '4bfb836910c751f204c06b01d664250c203ec83a8948d9373529fea64a546dbf',
        fix: 'b93d9bc2639f66b2b39081d59636d997d758f32b48382f651010efb4fe3330b3',
      },
      {
        since: 'V2R3',
        title: '408e7fd2d7133268e3ba24f0af991bce4d14806c4349e1d5cfc4963e5a7fe31a',
        check: '65f2b15605c6e4008a6b91c1a4c29123255cfd32fdd406fd8aa80bb94d203951',
        fix: '9974f2df08d81e8ea2ca094fbcf968a329da41bcd1e1163db4cb4cc2fddebf9d',
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
        releaseInfo: 'Release: 3 Benchmark Date: 23 Apr 2021',
        ruleId: 'SV-228374r612748_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 23 Jul 2021',
        ruleId: 'SV-228374r612748_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 25 Oct 2023',
        ruleId: 'SV-228374r879633_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-228374r879633_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        title: 'efd728f05ab572103c9507f6f71258dfd2fb7c816db0f3ab882e7bf77a0cbe91',
        check: '7865e7e20691d2c2e0928079f485d99be38175de1eacb657fc6e609e0048fff4',
        fix: '6404214fdbc7be4efdd98a7448f99e42aa243b0ca03d1da6a4dcc92ce2533fc6',
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
        releaseInfo: 'Release: 3 Benchmark Date: 23 Apr 2021',
        ruleId: 'SV-228385r612748_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 23 Jul 2021',
        ruleId: 'SV-228385r612748_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 25 Oct 2023',
        ruleId: 'SV-228385r879651_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-228385r879651_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        title: '72b360bfcb2b79ab5288701b866c30d72690ab10c0883c171c39a8101738e4ff',
        check: 'bb97c342dc2f4cbef9e78cde1108b27d8498fc42cef71339ffd1e275b7bb821a',
        fix: '5943bcfcb74a5719f657d4c64428683ab1c56fbdb12729713189590ac43f6f89',
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
        releaseInfo: 'Release: 3 Benchmark Date: 23 Apr 2021',
        ruleId: 'SV-228390r612748_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 23 Jul 2021',
        ruleId: 'SV-228390r612748_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 25 Oct 2023',
        ruleId: 'SV-228390r879651_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-228390r879651_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        title: 'bf3e645fd3740bf821be1f26cee2c7bb5b13eeae62e10358c85694b42e2b688f',
        check: '478b11206684b2476ace86219b2ee99ee7d0a5f4319dca9bb4f543dff3159ffb',
        fix: '6b04a3263e7f68ca01130b93f782e4c7041ac289ba0ae7a5be89b3aad4e99eaa',
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
        releaseInfo: 'Release: 3 Benchmark Date: 23 Apr 2021',
        ruleId: 'SV-228409r612748_rule',
      },
      {
        release: 'V2R4',
        releaseInfo: 'Release: 4 Benchmark Date: 23 Jul 2021',
        ruleId: 'SV-228409r612748_rule',
      },
      {
        release: 'V2R5',
        releaseInfo: 'Release: 5 Benchmark Date: 25 Oct 2023',
        ruleId: 'SV-228409r879806_rule',
      },
      {
        release: 'V2R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jan 2024',
        ruleId: 'SV-228409r879806_rule',
      },
    ],
    texts: [
      {
        since: 'V2R3',
        title: 'cdfd2db2fe4c0ba5771c7fdc1c1e86eb5c172d5c1d7f5527b66344a3cef1c797',
        check: '1870837330d48dbf98efd96869f5d8c76b23dd27dda57404bff609825b085ee3',
        fix: 'd99ebb685e7975a2f8ea00286d5269027a4898c92acfa9f9157d8340adeceefd',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84435r2_rule',
        vulnId: 'V-69813',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234716r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: 'efd728f05ab572103c9507f6f71258dfd2fb7c816db0f3ab882e7bf77a0cbe91',
        check: '9cfb71f6974530de89a08063578a9fab12ef411e5179b4a74a11b6963f678146',
        fix: 'c7e2884933a75dcdb279a649d6a4f303ddb3b2ac06906a79f1998b89a5abe77f',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84441r1_rule',
        vulnId: 'V-69819',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234718r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: 'cd997bdc65a3006b2a8ba06bcdc63f051cb6db9771f001befa9e55dddef26718',
        check: 'c29609e4b9ccf7f56467fadf3b2d98138749405a4a21deb5e4aecd32b4bef89a',
        fix: '260f6caf00d81427c4c486482f5e499c2ab253ec2495ba4d615509c54e841bec',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84451r1_rule',
        vulnId: 'V-69829',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234722r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: 'e413e27c3f2e0686049b79f66e555e908bc87c4efb264b692bf8d68b9247ef16',
        check: 'b16d9f19692cbfd559f805e1d04aff938657ea18c868c88ff54eacbdfb05738e',
        fix: '31280925afc9d44cb7204a0ec25d1544096ee75927f6c65fd4d07deb1f6f7c79',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84455r1_rule',
        vulnId: 'V-69833',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234724r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: '0a4582f4a0c11ef50fe7ec6d14839cf9212b1841fa74d86c14b2351a5cfce545',
        check: '46f46388025c6fa8e992d0f6ecf1a06379921227a5051edc57f2612e5b861aea',
        fix: '650cbf329c9b85f2e2eece061d0ad2459bfab6485b19b57e2f8bd3f7c8202e3c',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84551r1_rule',
        vulnId: 'V-69929',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234759r961620_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: '464066b91f6080ef3203b6f24c1cfadf111a498e123a05d66971ad36ea544790',
        check: 'cd8a9ff005f1b4fe4e5b7b24c5ed8f24f154d5cb3b0793f9049317dedcddd2f4',
        fix: '411890c5e10bd2b592c5677b8801efd2edbd094f1c3f63491bf5931575e8ec90',
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
        releaseInfo: 'Release: 5 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-84555r1_rule',
        vulnId: 'V-69933',
      },
      {
        release: 'V1R6',
        releaseInfo: 'Release: 6 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-234761r961632_rule',
      },
    ],
    texts: [
      {
        since: 'V1R5',
        title: '408e7fd2d7133268e3ba24f0af991bce4d14806c4349e1d5cfc4963e5a7fe31a',
        check: '7a063cb8ea891eb8e051850a7d8c6679bd17b8f1a9a85cfef1b37324cf135672',
        fix: 'bba4fc4d5d88db2d32d2cc261f06394405fd408a97968c960efd1d272bf0ec9b',
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
        releaseInfo: 'Release: 1 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-207287r615936_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-207287r615936_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-207287r961101_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        title: 'efd728f05ab572103c9507f6f71258dfd2fb7c816db0f3ab882e7bf77a0cbe91',
        check: '8d6142bd022df67854d29c007064f1638b5a8d0de91cca3383934327c959ad1a',
        fix: 'c503b34e129f847acf03f0916f86735a2ceeb25424d8559834f0d7484e89e407',
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
        releaseInfo: 'Release: 1 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-207290r615936_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-207290r615936_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-207290r961110_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        title: '408e7fd2d7133268e3ba24f0af991bce4d14806c4349e1d5cfc4963e5a7fe31a',
        check: 'be1fd1d3edc2d6cddaa4b6a7aeb634c2fc4471a3053da032df3299f6fffa59ae',
        fix: '3d6d9efaafb9cfa8d5c7b862905153940f90d93a86dcbc550fc4fce9956057a2',
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
        releaseInfo: 'Release: 1 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-207305r615936_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-207305r615936_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-207305r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        title: '0a4582f4a0c11ef50fe7ec6d14839cf9212b1841fa74d86c14b2351a5cfce545',
        check: '69fb1b965067099a77e2a65f84b984e68f975e7d704dc62d0e9ff36a153f35d8',
        fix: 'fc56bc1b273024ce79cc83854432581d38d42ac0129220dda2e129ca2295c414',
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
        releaseInfo: 'Release: 1 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-207307r615936_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-207307r615936_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-207307r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        title: '72b360bfcb2b79ab5288701b866c30d72690ab10c0883c171c39a8101738e4ff',
        check: 'b16d9f19692cbfd559f805e1d04aff938657ea18c868c88ff54eacbdfb05738e',
        fix: '2554754bed54962b684c0e5ed262d6c0310590740d69fbaef5c8059042de9c79',
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
        releaseInfo: 'Release: 1 Benchmark Date: 22 Jan 2021',
        ruleId: 'SV-207312r615936_rule',
      },
      {
        release: 'V2R2',
        releaseInfo: 'Release: 2 Benchmark Date: 15 Dec 2021',
        ruleId: 'SV-207312r615936_rule',
      },
      {
        release: 'V2R3',
        releaseInfo: 'Release: 3 Benchmark Date: 24 Jul 2024',
        ruleId: 'SV-207312r961155_rule',
      },
    ],
    texts: [
      {
        since: 'V2R1',
        title: 'bf3e645fd3740bf821be1f26cee2c7bb5b13eeae62e10358c85694b42e2b688f',
        check: 'c29609e4b9ccf7f56467fadf3b2d98138749405a4a21deb5e4aecd32b4bef89a',
        fix: 'fe36b2d6ce150d283288c2be4b88a75a1b61f6bf382cc088e2a9895e38721de6',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44004r1_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44004r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: 'c51ad20fbe09a904e243661f20d5ca970e6af90188d66b7575e36c80449f63ff',
        check: '91a2ce04841dd7e828e11216020427b14e823b30e676a5902fd49a2722f241ec',
        fix: '7f0e710a4165946209a2a2338c7d3be47afa84e4133daa82e59965007216b95e',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44007r3_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44007r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: 'ded632f5bfceb8f21a0883e885899b57a64401386a0d917bc5cda090f3110401',
        check: '0b546dea724e5875d8bb28b4de91f9754bf5cc9f90516348fc6f5ddec5d25feb',
        fix: 'e60d9c057794495803093dfbf97da2f6b84fe4899d0ebe8b2b35296a5c431559',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44010r1_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44010r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: '198571dc4611e439c012c80552a015e46ab5f3748bfbe6fba85254080b3a0fcc',
        check: '681990334ad0725d6d225819bddbba58e9d511dfb23b479b39718f460f09ca41',
        fix: '43b13251d9712147de9c00a954f8e89bebba329b678bdb341494d5954e4cbd47',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44012r3_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44012r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: '6c3cbcd60eb252bcb069ec1bdc29c5ea4d69c02c17ec8f7525de0d480bd30abf',
        check: '90b530e058d979c638e8b2c1d6586553967441029d31b737b4dd3aa6092a3e6c',
        fix: '5a9533dd5c69411ed75596da199c2d3bc47300c61793fb1c49ab758db94a2ff0',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44014r2_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44014r2_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: 'a230136cdbe0fd5767a5d1f7cc3ad77cd694d486d6db3ff9fcd4a07c94c4f70b',
        check: 'a57bb5c99afc1f8e78f42deb826d7bcc04f22012b0472b3d71f3db852aeea9e2',
        fix: '9394220be8450812ef034ad32d52c23a90830524d4963125b570638cbf6a6183',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-44066r1_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-44066r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: '4aced5bccfdd673dccc1414b660c782509a0b085f8625d12edfacd9abe45bad4',
        check: '8f815ef3a4a260444c35b225b46737a5ede033e0bdfa480f799f518ee6440e20',
        fix: '279fef7f754072eab2b02b2993d678a8f9a772576bdcdb8ef1a3046b150ba2bf',
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
        releaseInfo: 'Release: 14 Benchmark Date: 25 Jan 2019',
        ruleId: 'SV-75445r1_rule',
      },
      {
        release: 'V1R15',
        releaseInfo: 'Release: 15 Benchmark Date: 26 Apr 2019',
        ruleId: 'SV-75445r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R14',
        title: '52a17f5b9131e5340c36c9642bcb48c43f805b17e828bfa2c8e4e7d64d1df20a',
        check: 'c83d7a68f94d217cc2a9267e612bb9a73306b4bde26762c74b73f6482b392aa5',
        fix: 'c42be2979779b66a49e02faaddfabbd15d0f5ad4e94d248ba5b5f783f434ec34',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44004r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: 'c51ad20fbe09a904e243661f20d5ca970e6af90188d66b7575e36c80449f63ff',
        check: '91a2ce04841dd7e828e11216020427b14e823b30e676a5902fd49a2722f241ec',
        fix: '7f0e710a4165946209a2a2338c7d3be47afa84e4133daa82e59965007216b95e',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44007r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: 'ded632f5bfceb8f21a0883e885899b57a64401386a0d917bc5cda090f3110401',
        check: '0b546dea724e5875d8bb28b4de91f9754bf5cc9f90516348fc6f5ddec5d25feb',
        fix: 'e60d9c057794495803093dfbf97da2f6b84fe4899d0ebe8b2b35296a5c431559',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44010r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: '198571dc4611e439c012c80552a015e46ab5f3748bfbe6fba85254080b3a0fcc',
        check: '681990334ad0725d6d225819bddbba58e9d511dfb23b479b39718f460f09ca41',
        fix: '43b13251d9712147de9c00a954f8e89bebba329b678bdb341494d5954e4cbd47',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44012r3_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: '6c3cbcd60eb252bcb069ec1bdc29c5ea4d69c02c17ec8f7525de0d480bd30abf',
        check: '90b530e058d979c638e8b2c1d6586553967441029d31b737b4dd3aa6092a3e6c',
        fix: '5a9533dd5c69411ed75596da199c2d3bc47300c61793fb1c49ab758db94a2ff0',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44014r2_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: 'a230136cdbe0fd5767a5d1f7cc3ad77cd694d486d6db3ff9fcd4a07c94c4f70b',
        check: 'a57bb5c99afc1f8e78f42deb826d7bcc04f22012b0472b3d71f3db852aeea9e2',
        fix: '9394220be8450812ef034ad32d52c23a90830524d4963125b570638cbf6a6183',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-44066r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: '4aced5bccfdd673dccc1414b660c782509a0b085f8625d12edfacd9abe45bad4',
        check: '8f815ef3a4a260444c35b225b46737a5ede033e0bdfa480f799f518ee6440e20',
        fix: '279fef7f754072eab2b02b2993d678a8f9a772576bdcdb8ef1a3046b150ba2bf',
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
        releaseInfo: 'Release: 12 Benchmark Date: 27 Jan 2017',
        ruleId: 'SV-75445r1_rule',
      },
    ],
    texts: [
      {
        since: 'V1R12',
        title: '52a17f5b9131e5340c36c9642bcb48c43f805b17e828bfa2c8e4e7d64d1df20a',
        check: 'c83d7a68f94d217cc2a9267e612bb9a73306b4bde26762c74b73f6482b392aa5',
        fix: 'c42be2979779b66a49e02faaddfabbd15d0f5ad4e94d248ba5b5f783f434ec34',
      },
    ],
  },
];
