// CLIXML with invented values, shaped and sized like what Export-Clixml makes of a whole send connector: about 63 KB, most of
// it serialised binary.
import { connector, group, guidOf, organization } from './inputs.js';

/** Serialised binary, as it looks: base64, the same for the same place. */
const binary = (length, seed) => {
  const bytes = Buffer.alloc(Math.ceil((length * 3) / 4));
  let state = seed + 1;
  for (let i = 0; i < bytes.length; i++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  return bytes.toString('base64').slice(0, length);
};

const tag = (element, name, text) =>
  text === undefined ? `<${element} N="${name}" />` : `<${element} N="${name}">${text}</${element}>`;

/** Writes one connector's `Obj`: ids are counted as PowerShell does, through the whole file. */
const clixmlObject = (i, ids) => {
  const own = connector(i);
  const lines = [];
  const types = new Map();
  const typeNames = (names) => {
    const known = types.get(names[0]);
    if (known !== undefined) return [`<TNRef RefId="${known}" />`];
    const id = ids.type++;
    types.set(names[0], id);
    return [`<TN RefId="${id}">`, ...names.map((name) => `  <T>${name}</T>`), '</TN>'];
  };
  const object = (name, names, text, inside, blob) => [
    `<Obj ${name === undefined ? '' : `N="${name}" `}RefId="${ids.object++}">`,
    ...indent([
      ...typeNames(names),
      ...(text === undefined ? [] : [`<ToString>${text}</ToString>`]),
      ...inside,
      ...(blob === undefined ? [] : ['<MS>', `  ${tag('BA', 'SerializationData', binary(blob, blob + i))}`, '</MS>']),
    ]),
    '</Obj>',
  ];
  const props = (members) => ['<Props>', ...indent(members), '</Props>'];
  const enumeration = (name, type, word, value) =>
    object(name, [type, 'System.Enum', 'System.ValueType', 'System.Object'], word, [
      tag('I32', 'x', value).replace(' N="x"', ''),
    ]);
  const list = (name, type, items) =>
    object(
      name,
      [
        `Microsoft.Exchange.Data.MultiValuedProperty\`1[[${type}, Microsoft.Exchange.Data, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]`,
        'Microsoft.Exchange.Data.MultiValuedPropertyBase',
        'System.Object',
      ],
      undefined,
      items.length === 0 ? ['<LST />'] : ['<LST>', ...indent(items.flat()), '</LST>'],
    );
  const directoryId = (name, label, path, blob, guid = guidOf(0)) =>
    object(
      name,
      ['Microsoft.Exchange.Data.Directory.ADObjectId', 'Microsoft.Exchange.Data.ObjectId', 'System.Object'],
      label,
      props([
        tag('Nil', 'OrgHierarchyToIgnore'),
        tag('B', 'IsDeleted', false),
        tag('S', 'Rdn', `CN=${label}`),
        tag('S', 'Parent', 'Servers'),
        tag('I32', 'Depth', 11),
        tag('S', 'DistinguishedName', path),
        tag('B', 'IsRelativeDn', false),
        tag('S', 'DomainId', 'example.mil'),
        tag('G', 'PartitionGuid', guidOf(0)),
        tag('S', 'PartitionFQDN', 'example.mil'),
        tag('G', 'ObjectGuid', guid),
        tag('S', 'Name', label),
      ]),
      blob,
    );
  const addressSpace = (text) => {
    const [type, domain, cost] = text.split(/[:;]/);
    return object(
      undefined,
      ['Microsoft.Exchange.Data.AddressSpace', 'System.Object'],
      text,
      props([
        tag('S', 'Address', domain),
        tag('S', 'Type', type),
        tag('I32', 'Cost', cost),
        tag('B', 'IncludeSubDomains', domain.startsWith('*')),
        tag('S', 'Domain', domain),
        tag('B', 'IsSmtpType', true),
        tag('B', 'IsX400Type', false),
        tag('Nil', 'X400Address'),
      ]),
      1008,
    );
  };
  const id = ids.object++;
  const configuration = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';
  lines.push(
    ...typeNames([
      ...[
        'SmtpSendConnectorConfig',
        'MailGateway',
        'SendConnector',
        'ADLegacyVersionableObject',
        'ADConfigurationObject',
      ].map((name) => `${configuration}.${name}`),
      ...['Microsoft.Exchange.Data.Directory.ADObject', 'Microsoft.Exchange.Data.Directory.ADRawEntry'],
      ...['Microsoft.Exchange.Data.ConfigurableObject', 'System.Object'],
    ]),
    `<ToString>${own.Name}</ToString>`,
    ...props([
      tag('B', 'DNSRoutingEnabled', true),
      tag('Nil', 'TlsDomain'),
      tag('Nil', 'TlsAuthLevel'),
      ...enumeration('ErrorPolicies', 'Microsoft.Exchange.Data.ErrorPolicies', 'Default', 0),
      ...list('SmartHosts', 'Microsoft.Exchange.Data.SmartHost', []),
      ...object(
        'ConnectionInactivityTimeOut',
        ['Microsoft.Exchange.Data.EnhancedTimeSpan', 'System.ValueType', 'System.Object'],
        '00:10:00',
        props([
          ...['Days', 'Hours', 'Milliseconds', 'Seconds', 'Sign'].map((name) => tag('I32', name, 0)),
          tag('I32', 'Minutes', 10),
          tag('I64', 'Ticks', 6000000000),
          ...['TotalDays', 'TotalHours', 'TotalMilliseconds', 'TotalMinutes', 'TotalSeconds'].map((name) =>
            tag('Db', name, 0.16666666666666666),
          ),
        ]),
        680,
      ),
      ...[
        'ForceHELO',
        'FrontendProxyEnabled',
        'IgnoreSTARTTLS',
        'CloudServicesMailEnabled',
        'RequireOorg',
        'UseExternalDNSServersEnabled',
      ].map((name) => tag('B', name, false)),
      tag('Nil', 'Fqdn'),
      ...object(
        'TlsCertificateName',
        ['Microsoft.Exchange.Data.SmtpX509Identifier', 'System.Object'],
        '&lt;I&gt;CN=localhost&lt;S&gt;CN=localhost',
        props(
          ['CertificateSubject', 'CertificateIssuer', 'SubjectCommonName'].map((name) =>
            tag('S', name, 'CN=localhost'),
          ),
        ),
        1084,
      ),
      tag('B', 'RequireTLS', true),
      tag('B', 'Enabled', true),
      ...enumeration('ProtocolLoggingLevel', 'Microsoft.Exchange.Data.ProtocolLoggingLevel', 'None', 0),
      ...enumeration('SmartHostAuthMechanism', `${configuration}.SmtpSendConnectorConfig+AuthMechanisms`, 'None', 0),
      tag('Nil', 'AuthenticationCredential'),
      tag('B', 'DomainSecureEnabled', true),
      ...object(
        'SourceIPAddress',
        ['System.Net.IPAddress', 'System.Object'],
        '0.0.0.0',
        props([
          tag('I64', 'Address', 0),
          tag('S', 'AddressFamily', 'InterNetwork'),
          ...['IsIPv6Multicast', 'IsIPv6LinkLocal', 'IsIPv6SiteLocal', 'IsIPv6Teredo', 'IsIPv4MappedToIPv6'].map(
            (name) => tag('B', name, false),
          ),
        ]),
        1556,
      ),
      tag('I32', 'SmtpMaxMessagesPerConnection', 20),
      ...enumeration('ConnectorType', 'Microsoft.Exchange.Data.SendConnectorType', 'Default', 0),
      tag('S', 'SmartHostsString', ''),
      ...enumeration('Region', 'Microsoft.Exchange.Data.SendConnectorRegion', 'NotSpecified', 0),
      ...list('AddressSpaces', 'Microsoft.Exchange.Data.AddressSpace', own.AddressSpaces.split('|').map(addressSpace)),
      ...list('ConnectedDomains', 'Microsoft.Exchange.Data.ConnectedDomain', []),
      tag('B', 'IsScopedConnector', false),
      tag('B', 'IsSmtpConnector', true),
      tag('S', 'Comment', ''),
      ...directoryId(
        'SourceRoutingGroup',
        'Exchange Routing Group (DWBGZMFD01QNBJR)',
        `${group},${organization}`,
        1008,
      ),
      ...list('SourceTransportServers', 'Microsoft.Exchange.Data.Directory.ADObjectId', [
        directoryId(undefined, 'EDGE01', `CN=EDGE01,CN=Servers,${organization}`, 824),
      ]),
      ...directoryId('HomeMTA', 'Microsoft MTA', `CN=Microsoft MTA,CN=EDGE01,CN=Servers,${organization}`, 824),
      ...directoryId('HomeMtaServerId', 'EDGE01', `CN=EDGE01,CN=Servers,${organization}`, 824),
      ...object(
        'MaxMessageSize',
        [
          'Microsoft.Exchange.Data.Unlimited`1[[Microsoft.Exchange.Data.ByteQuantifiedSize, Microsoft.Exchange.Data]]',
          'System.ValueType',
          'System.Object',
        ],
        '35 MB (36,700,160 bytes)',
        props([tag('B', 'IsUnlimited', false), tag('S', 'Value', '35 MB (36,700,160 bytes)')]),
        464,
      ),
      tag('S', 'AdminDisplayName', ''),
      tag('S', 'Name', own.Name),
      tag('S', 'DistinguishedName', own.DistinguishedName),
      ...directoryId('Identity', own.Name, own.DistinguishedName, 2104, own.Guid),
      `<Ref N="Id" RefId="${ids.object - 1}" />`,
      tag('G', 'Guid', own.Guid),
      ...directoryId(
        'ObjectCategory',
        'ms-Exch-Routing-SMTP-Connector',
        'CN=ms-Exch-Routing-SMTP-Connector,CN=Schema,CN=Configuration,DC=example,DC=mil',
        1928,
      ),
      ...list(
        'ObjectClass',
        'System.String',
        ['top', 'msExchConnector', 'mailGateway', 'msExchRoutingSMTPConnector'].map((name) => `<S>${name}</S>`),
      ),
      ...['WhenChanged', 'WhenCreated', 'WhenChangedUTC', 'WhenCreatedUTC'].map((name) =>
        tag('DT', name, '2026-03-23T17:00:30Z'),
      ),
      tag('S', 'OriginatingServer', 'EDGE01.example.mil'),
      tag('B', 'IsValid', true),
      ...enumeration('ObjectState', 'Microsoft.Exchange.Data.ObjectState', 'Unchanged', 1),
    ]),
    '<MS>',
    `  ${tag('BA', 'SerializationData', binary(33_200, i))}`,
    '</MS>',
  );
  return [`<Obj RefId="${id}">`, ...indent(lines), '</Obj>'];
};

const indent = (lines) => lines.map((line) => `  ${line}`);

/** Export-Clixml's, as UTF-8 without a byte order mark. */
export const clixmlExport = (count) => {
  const ids = { object: 0, type: 0 };
  const parts = ['<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n'];
  for (let i = 0; i < count; i++) parts.push(indent(clixmlObject(i, ids)).join('\r\n'), '\r\n');
  parts.push('</Objs>\r\n');
  return parts.join('');
};
