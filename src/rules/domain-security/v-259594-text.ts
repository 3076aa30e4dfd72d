/**
 * V-259594 in DISA's words, which are the same in every release so far (Microsoft Exchange 2019 Edge Server STIG; a work of
 * the US Government). Line breaks and the trailing blank of one line are DISA's: checklists must carry these texts exactly.
 */
export const v259594Text = {
  title: 'Exchange internal send connectors must use domain security (mutual authentication Transport Layer Security).',
  discussion: [
    'The Simple Mail Transfer Protocol (SMTP) connector is used by Exchange to send and receive messages from server to server. Several controls work together to provide security between internal servers. This setting controls the authentication method used for communications between servers. With this feature enabled, only servers capable of supporting domain authentication will be able to send and receive mail within the domain.',
    '',
    'The use of secure communication prevents eavesdroppers from reading or modifying communications between mail clients and servers. While sensitive message bodies should be encrypted by the sender at the client, requiring a secure connection from server to server adds protection by encrypting the sender and recipient information that cannot be encrypted by the sender. ',
    '',
    'Individually, channel security and encryption can be compromised by attackers. Used together, email becomes a more difficult target, and security is heightened. Failure to enable this feature gives eavesdroppers an opportunity to read or modify messages between servers.',
  ].join('\n'),
  checkContent: [
    'Open the Exchange Management Shell and enter the following command:',
    '',
    'Get-SendConnector | Select-Object -Property Name, Identity, DomainSecureEnabled',
    '',
    'For each send connector, if the value of "DomainSecureEnabled" is not set to "True", this is a finding.',
    '',
    'If the "TlsAuthLevel" parameter is set to "DomainValidation" then the "TlsDomain" parameter is required if "DNSRoutingEnabled" parameter is set to "$false".',
    '',
    'The "DNSRoutingEnabled" parameter must be "$true" If the value of "DomainSecureEnabled" is "$true".',
  ].join('\n'),
  fixText: [
    'Open the Exchange Management Shell and enter the following command:',
    '',
    "Set-SendConnector <'IdentityName'> -DomainSecureEnabled $true",
    '',
    'Note: The <IdentityName> value must be in quotes.',
    '',
    'Repeat the procedure for each send connector.',
  ].join('\n'),
} as const;
