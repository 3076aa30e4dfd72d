import { Deflate } from 'fflate';

/** Inputs made to do harm, and those that they are hidden in. */
export const powerShell = 'http://schemas.microsoft.com/powershell/2004/04';
const type = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';

/** A compliant connector as CLIXML, with more properties in front. */
export const clixmlObject = (name: string, more = '', id = '0'): string =>
  `<Obj RefId="${id}"><TN RefId="${id}"><T>${type}</T><T>System.Object</T></TN><Props>${more}<S N="Name">${name}</S>` +
  '<B N="DomainSecureEnabled">true</B><B N="DNSRoutingEnabled">true</B><S N="TlsAuthLevel">DomainValidation</S>' +
  '<S N="TlsDomain">mail.example.mil</S></Props></Obj>';

export const clixml = (...objects: readonly string[]): string =>
  `<Objs Version="1.1.0.1" xmlns="${powerShell}">\r\n  ${objects.join('\r\n  ')}\r\n</Objs>`;

export const csv = (name: string): string =>
  `"Name","DomainSecureEnabled","DNSRoutingEnabled","TlsAuthLevel","TlsDomain"\r\n"${name.replaceAll('"', '""')}","True","True","DomainValidation","mail.example.mil"\r\n`;

export const json = (name: string): string =>
  JSON.stringify({
    Name: name,
    DomainSecureEnabled: true,
    DNSRoutingEnabled: true,
    TlsAuthLevel: 'DomainValidation',
    TlsDomain: 'mail.example.mil',
  });

export const list = (name: string): string =>
  [
    `Name                : ${name}`,
    'DomainSecureEnabled : True',
    'DNSRoutingEnabled   : True',
    'TlsAuthLevel        : DomainValidation',
    'TlsDomain           : mail.example.mil',
    '',
    '',
  ].join('\r\n');

const datum = (name: string, value: string): string =>
  `<SI_DATA><SID_NAME>${name}</SID_NAME><SID_DATA>${value}</SID_DATA></SI_DATA>`;

const attribute = (name: string, value: string): string =>
  `<STIG_DATA><VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${value}</ATTRIBUTE_DATA></STIG_DATA>`;

export const vuln = (number: number, { more = '', details = 'x' } = {}): string =>
  `<VULN>${attribute('Vuln_Num', `V-${number}`)}${attribute('Severity', 'medium')}${attribute('Rule_ID', `SV-${number}r1_rule`)}${more}` +
  `<STATUS>Open</STATUS><FINDING_DETAILS>${details}</FINDING_DETAILS><COMMENTS></COMMENTS><SEVERITY_OVERRIDE></SEVERITY_OVERRIDE>` +
  '<SEVERITY_JUSTIFICATION></SEVERITY_JUSTIFICATION></VULN>';

/** A small CKL of the Exchange STIG, with what stands before its root. */
export const ckl = (
  vulns: string,
  { before = '', host = 'EDGE01', release = 'Release: 2 Benchmark Date: 30 Jan 2025', more = '' } = {},
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<CHECKLIST><ASSET><ROLE>None</ROLE><ASSET_TYPE>Computing</ASSET_TYPE>` +
  `<HOST_NAME>${host}</HOST_NAME><HOST_IP></HOST_IP><HOST_MAC></HOST_MAC><HOST_FQDN></HOST_FQDN><TECH_AREA></TECH_AREA>` +
  '<TARGET_KEY>5579</TARGET_KEY><WEB_OR_DATABASE>false</WEB_OR_DATABASE><WEB_DB_SITE></WEB_DB_SITE><WEB_DB_INSTANCE>' +
  `</WEB_DB_INSTANCE></ASSET><STIGS><iSTIG><STIG_INFO>${datum('version', '2')}${datum('stigid', 'MS_Exchange_2019_Edge_Server_STIG')}` +
  `${datum('releaseinfo', release)}${datum('title', 'Test')}${more}</STIG_INFO>${vulns}</iSTIG></STIGS></CHECKLIST>`;

export const cklb = (rules: string, more = ''): string =>
  `{"title":"t","id":"x","cklb_version":"1.0",${more}"target_data":{"host_name":"EDGE01"},"stigs":[{"stig_id":"Test_STIG","rules":[${rules}]}]}`;

/** XCCDF: a benchmark, or with a TestResult in `results` a result. */
export const xccdf = (groups: string, results = '', before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_mil.disa.stig_benchmark_Test_STIG">` +
  `<status date="2025-01-30">accepted</status><title>Test</title>${groups}${results}</Benchmark>`;

export const group = (number: number): string =>
  `<Group id="xccdf_mil.disa.stig_group_V-${number}"><title>SRG</title><Rule id="xccdf_mil.disa.stig_rule_SV-${number}r1_rule" severity="medium"><title>t</title></Rule></Group>`;

export const testResult = (ruleResults: string): string =>
  '<TestResult id="xccdf_a_testresult_b" start-time="2025-01-30T00:00:00Z" end-time="2025-01-30T00:00:00Z" test-system="cpe:/a:b:c:1">' +
  `<benchmark href="x"/><title>t</title><target>EDGE01</target>${ruleResults}<score>1</score></TestResult>`;

export const ruleResult = (number: number): string =>
  `<rule-result idref="xccdf_mil.disa.stig_rule_SV-${number}r1_rule"><result>pass</result></rule-result>`;

interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the archive says instead of the truth. */
  readonly says?: { readonly size?: number; readonly crc?: number };
}

/** A zip archive that says of its files what it is told to. */
export const zipOf = (...entries: readonly Entry[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, says } of entries) {
    const packed = deflate(content);
    const nameBytes = new TextEncoder().encode(name);
    const facts = [20, 0, 8, 0, 0];
    const sizes = [says?.crc ?? crc32(content), packed.length, says?.size ?? content.length];
    const local = fields([[0x04034b50, 4], ...facts.map(two), ...sizes.map(four), two(nameBytes.length), two(0)]);
    directory.push(
      fields([
        ...[[0x02014b50, 4] as const, two(20), ...facts.map(two), ...sizes.map(four), two(nameBytes.length)],
        ...[0, 0, 0, 0].map(two),
        ...[0, offset].map(four),
      ]),
      nameBytes,
    );
    parts.push(local, nameBytes, packed);
    offset += local.length + nameBytes.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = fields([
    ...[[0x06054b50, 4] as const, two(0), two(0), two(entries.length), two(entries.length)],
    ...[four(size), four(offset), two(0)],
  ]);
  return joined([...parts, ...directory, end]);
};

const two = (value: number) => [value, 2] as const;
const four = (value: number) => [value, 4] as const;

const fields = (values: readonly (readonly [value: number, bytes: number])[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255)),
  );

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const deflate = (content: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = [];
  new Deflate({ level: 9 }, (chunk) => void chunks.push(chunk)).push(content, true);
  return joined(chunks);
};

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
};
