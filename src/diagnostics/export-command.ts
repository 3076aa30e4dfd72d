import { readPropertyNames } from '../model/connector.js';
import { connectorProperties, type ReadProperty } from '../model/connector-properties.js';

/** How the members of a collection are joined for CSV: by what no member has inside (an address space has a semicolon). */
const joinedBy: Partial<Record<ReadProperty['type'], string>> = { 'smart-hosts': ';', 'address-spaces': '|' };

const csvColumns = readPropertyNames.flatMap((name) => {
  const { csv, type }: ReadProperty = connectorProperties[name];
  const joint = joinedBy[type];
  if (csv === undefined) return [];
  return [joint === undefined ? name : `@{n='${name}';e={$_.${name} -join '${joint}'}}`];
});

/**
 * The PowerShell lines that export what the rules need, for messages and finding details. Export-Clixml is the one to
 * recommend: it keeps every property, with its type. The CSV line joins the collections, which Export-Csv would flatten
 * to their type's name.
 */
export const exportCommands = {
  clixml: 'Get-SendConnector | Export-Clixml send-connectors.xml',
  transportConfig: 'Get-TransportConfig | Export-Clixml transport-config.xml',
  csv: `Get-SendConnector | Select-Object ${csvColumns.join(',')} | Export-Csv send-connectors.csv -NoTypeInformation -Encoding UTF8`,
} as const;
