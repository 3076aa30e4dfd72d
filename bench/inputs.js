// Inputs of any size, with invented values. Exports have the columns that the README has people export.
export const group =
  'CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,CN=Exchange Administrative Group (FYDIBOHF23SPDLT)';
export const organization =
  'CN=Administrative Groups,CN=Mail,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=example,DC=mil';
const pathOf = (name) => `CN=${name},CN=Connections,${group},${organization}`;
export const guidOf = (i) => `5d1f0f6a-8e1e-4a52-b3f5-${i.toString(16).padStart(12, '0')}`;

/** The i-th connector of a fleet: compliant. */
export const connector = (i) => ({
  Name: `To partner ${i}`,
  Identity: `To partner ${i}`,
  Guid: guidOf(i),
  DistinguishedName: pathOf(`To partner ${i}`),
  Enabled: 'True',
  DomainSecureEnabled: 'True',
  DNSRoutingEnabled: 'True',
  TlsAuthLevel: '',
  TlsDomain: '',
  RequireTLS: 'True',
  IgnoreSTARTTLS: 'False',
  SmartHosts: '',
  AddressSpaces: `SMTP:partner${i}.example.mil;1|SMTP:*.partner${i}.example.mil;2`,
});

/** Export-Csv's: every field quoted, CRLF. */
export const csvExport = (count) => {
  const lines = [Object.keys(connector(0))];
  for (let i = 0; i < count; i++) lines.push(Object.values(connector(i)));
  return lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`).join('');
};

/** ConvertTo-Json's: indented as Windows PowerShell does, with Booleans, an identity that is an object, and arrays. */
export const jsonExport = (count) => {
  const objects = [];
  for (let i = 0; i < count; i++) {
    const { Identity, SmartHosts, AddressSpaces, ...rest } = connector(i);
    const members = Object.entries(rest).map(([name, text]) => [
      name,
      /^(True|False)$/.test(text) ? text === 'True' : text || null,
    ]);
    members.push(
      ['Identity', { Depth: 11, DistinguishedName: pathOf(Identity), Name: Identity, ObjectGuid: guidOf(i) }],
      ['SmartHosts', SmartHosts === '' ? [] : [SmartHosts]],
      ['AddressSpaces', AddressSpaces.split('|')],
    );
    objects.push(JSON.stringify(Object.fromEntries(members), undefined, 4).replaceAll('": ', '":  '));
  }
  return `[\r\n${objects.join(',\r\n').replaceAll('\n', '\r\n')}\r\n]\r\n`;
};

const ruleId = (i) => `SV-${900000 + i}r${100000 + i}_rule`;
const prose = (words) =>
  'The administrator must verify that the setting is as the plan of the site requires it. '.repeat(
    Math.ceil(words / 16),
  );

/** A CKL as STIG Viewer 2 writes it, of so many rules of about 3.5 KB. */
export const largeChecklist = (rules) => {
  const data = (name, value) =>
    `<STIG_DATA><VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${value}</ATTRIBUTE_DATA></STIG_DATA>\n`;
  const info = (name, value) => `<SI_DATA><SID_NAME>${name}</SID_NAME><SID_DATA>${value}</SID_DATA></SI_DATA>\n`;
  const rule = (i) =>
    `<VULN>\n${[
      ['Vuln_Num', `V-${900000 + i}`],
      ['Severity', 'medium'],
      ['Group_Title', 'SRG-APP-000219'],
      ['Rule_ID', ruleId(i)],
      ['Rule_Ver', `LARGE-${i}`],
      ['Rule_Title', 'A setting must be as it is required.'],
      ['Vuln_Discuss', prose(120)],
      ...['IA_Controls', 'False_Positives', 'False_Negatives'].map((name) => [name, '']),
      ['Check_Content', prose(120)],
      ['Fix_Text', prose(60)],
      ...['Documentable', 'Mitigations', 'Potential_Impact', 'Third_Party_Tools', 'Mitigation_Control'].map((name) => [
        name,
        name === 'Documentable' ? 'false' : '',
      ]),
      ...['Responsibility', 'Security_Override_Guidance'].map((name) => [name, '']),
      ['Check_Content_Ref', 'M'],
      ['Weight', '10.0'],
      ['Class', 'Unclass'],
      ['STIGRef', 'Large STIG :: Version 1, Release: 1 Benchmark Date: 01 Jan 2026'],
      ['TargetKey', '5579'],
      ['STIG_UUID', guidOf(1)],
      ['CCI_REF', 'CCI-001184'],
    ]
      .map(([name, value]) => data(name, value))
      .join(
        '',
      )}<STATUS>NotAFinding</STATUS>\n<FINDING_DETAILS>${prose(30)}</FINDING_DETAILS>\n<COMMENTS></COMMENTS>\n<SEVERITY_OVERRIDE></SEVERITY_OVERRIDE>\n<SEVERITY_JUSTIFICATION></SEVERITY_JUSTIFICATION>\n</VULN>\n`;
  const asset = [
    ...[
      ['ROLE', 'None'],
      ['ASSET_TYPE', 'Computing'],
      ['MARKING', 'CUI'],
      ['HOST_NAME', 'EDGE01'],
      ['HOST_IP', '192.0.2.1'],
    ],
    ...[
      ['HOST_MAC', ''],
      ['HOST_FQDN', 'edge01.example.mil'],
      ['TARGET_COMMENT', ''],
      ['TECH_AREA', ''],
    ],
    ...[
      ['TARGET_KEY', '5579'],
      ['WEB_OR_DATABASE', 'false'],
      ['WEB_DB_SITE', ''],
      ['WEB_DB_INSTANCE', ''],
    ],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<CHECKLIST>
<ASSET>
${asset.map(([name, value]) => `<${name}>${value}</${name}>`).join('\n')}
</ASSET>
<STIGS>
<iSTIG>
<STIG_INFO>
${info('version', '1')}${info('classification', 'UNCLASSIFIED')}${info('stigid', 'Large_STIG')}${info('title', 'Large STIG')}${info('releaseinfo', 'Release: 1 Benchmark Date: 01 Jan 2026')}${info('uuid', guidOf(2))}</STIG_INFO>
${Array.from({ length: rules }, (_, i) => rule(i)).join('')}</iSTIG>
</STIGS>
</CHECKLIST>
`;
};

/** A manual benchmark as DISA writes it, with V-259594 first, for where DISA's own is not at hand. */
export const largeBenchmark = (rules) => {
  const group_ = (i) => {
    const [vuln, id, version] =
      i === 0 ? ['V-259594', 'SV-259594r1043178_rule', 'EX19-ED-000098'] : [`V-${900000 + i}`, ruleId(i), `LARGE-${i}`];
    return `<Group id="${vuln}"><title>SRG-APP-000219</title><description>&lt;GroupDescription&gt;&lt;/GroupDescription&gt;</description><Rule id="${id}" weight="10.0" severity="medium"><version>${version}</version><title>A setting must be as it is required.</title><description>&lt;VulnDiscussion&gt;${prose(120)}&lt;/VulnDiscussion&gt;&lt;Documentable&gt;false&lt;/Documentable&gt;</description><ident system="http://cyber.mil/cci">CCI-001184</ident><fixtext fixref="F-${i}_fix">${prose(100)}</fixtext><fix id="F-${i}_fix" /><check system="C-${i}_chk"><check-content-ref href="Large.xml" name="M" /><check-content>${prose(150)}</check-content></check></Rule></Group>\n`;
  };
  return `<?xml version="1.0" encoding="utf-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.1" xmlns:dc="http://purl.org/dc/elements/1.1/" id="MS_Exchange_2019_Edge_Server_STIG" xml:lang="en"><status date="2026-01-01">accepted</status><title>Microsoft Exchange 2019 Edge Server Security Technical Implementation Guide</title><description>Generated.</description><notice id="terms-of-use" xml:lang="en"></notice><reference href="https://cyber.mil"><dc:publisher>DISA</dc:publisher><dc:source>STIG.DOD.MIL</dc:source></reference><plain-text id="release-info">Release: 2 Benchmark Date: 30 Jan 2025</plain-text><version>2</version>
${Array.from({ length: rules }, (_, i) => group_(i)).join('')}</Benchmark>
`;
};
