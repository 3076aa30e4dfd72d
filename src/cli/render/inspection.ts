import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import type { Evidence, SendConnector } from '../../model/connector.js';
import type { Property } from '../../model/property.js';
import { showProperty } from '../../model/show-property.js';
import { diagnosticSummary } from './summary.js';
import { renderTable } from './table.js';

/** The properties of a connector that are shown, with Exchange's names for them. */
const shown = [
  ['Name', 'name'],
  ['Identity', 'identity'],
  ['Guid', 'guid'],
  ['DistinguishedName', 'distinguishedName'],
  ['Enabled', 'enabled'],
  ['DomainSecureEnabled', 'domainSecureEnabled'],
  ['DNSRoutingEnabled', 'dnsRoutingEnabled'],
  ['TlsAuthLevel', 'tlsAuthLevel'],
  ['TlsDomain', 'tlsDomain'],
  ['RequireTLS', 'requireTls'],
  ['IgnoreSTARTTLS', 'ignoreStartTls'],
  ['SmartHosts', 'smartHosts'],
  ['AddressSpaces', 'addressSpaces'],
  ['PSComputerName', 'psComputerName'],
] as const;

/** A block for each file and each connector, for a person. */
export const renderInspection = (evidence: readonly Evidence[], connectors: readonly SendConnector[]): string => {
  const files = evidence.map((e) => [e.path, e.format, e.encoding, `${e.connectors} connectors`, e.sha256]);
  const blocks = connectors.map((connector) => {
    const at = [connector.place.file, connector.place.line].filter((part) => part !== undefined).join(':');
    return `\n${renderTable([['at', at], ...shown.map(([name, key]) => [name, showProperty(connector[key])])])}`;
  });
  return renderTable(files) + blocks.join('');
};

/** The JSON document of `inspect --json`, as schemas/inspect.schema.json describes it. */
export const toInspection = (
  evidence: readonly Evidence[],
  connectors: readonly SendConnector[],
  diagnostics: readonly Diagnostic[],
  { name, version }: Tool,
) => ({
  tool: { name, version },
  evidence,
  connectors: connectors.map((connector) => ({
    place: connector.place,
    properties: Object.fromEntries(shown.map(([property, key]) => [property, propertyOf(connector[key])])),
  })),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});

const propertyOf = (property: Property<unknown>) =>
  property.state === 'known'
    ? { state: property.state, value: property.value }
    : {
        state: property.state,
        reason: property.reason,
        ...(property.seen === undefined ? {} : { seen: property.seen }),
      };
