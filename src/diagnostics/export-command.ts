/**
 * The PowerShell lines that export what the rules need, for messages and finding details. Export-Clixml is the one to
 * recommend: it keeps every property, with its type. The CSV line joins the collections, which Export-Csv would flatten
 * to their type's name.
 */
export const exportCommands = {
  clixml: 'Get-SendConnector | Export-Clixml send-connectors.xml',
  csv: "Get-SendConnector | Select-Object Name,Identity,Guid,DistinguishedName,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,@{n='SmartHosts';e={$_.SmartHosts -join ';'}},@{n='AddressSpaces';e={$_.AddressSpaces -join '|'}} | Export-Csv send-connectors.csv -NoTypeInformation -Encoding UTF8",
} as const;
