/** A way in which an administrator saves the connectors `$o` to the file `$f`; the other variables are those of write-exports.ps1. */
export interface Pipeline {
  readonly script: string;
  /** What of the rule the export shows. */
  readonly shows: 'all' | 'stig-command' | 'some' | 'nothing';
  readonly strength: 'whole' | 'doubtful';
  readonly extension: string;
  /** How often each connector is in the file: once, if not said. */
  readonly times?: number;
  /** Of no connector at all it writes what is empty. */
  readonly canBeEmpty?: boolean;
  /** Names with delimiters, quotes or line ends would make another file of it. */
  readonly onlyPlainNames?: boolean;
}

type Given = Partial<Pipeline>;

const pipelines =
  (extension: string, common: Given) =>
  (...entries: readonly (string | readonly [script: string, given: Given])[]): readonly Pipeline[] =>
    entries.map((entry) => {
      const [script, given] = typeof entry === 'string' ? [entry, {}] : entry;
      return { script, shows: 'all', strength: 'whole', extension, ...common, ...given };
    });

const empty: Given = { canBeEmpty: true };
const stig: Given = { shows: 'stig-command' };
const doubtful: Given = { strength: 'doubtful' };

const clixml = pipelines('xml', {})(
  ['$o | Export-Clixml $f', empty],
  ['$o | Export-Clixml $f -Encoding unicode', empty],
  '$o | Export-Clixml $f -Encoding bigendianunicode',
  '$o | Export-Clixml $f -Encoding utf8BOM',
  '$o | Export-Clixml $f -Depth 1',
  '$o | Export-Clixml $f -Depth 4 -Encoding unicode',
  ['Export-Clixml -InputObject $o -Path $f -Depth 3', empty],
  ['[Management.Automation.PSSerializer]::Serialize($o, 3) | Out-File $f', empty],
  '$o | ConvertTo-CliXml -Depth 2 | Set-Content $f',
  ['$t = "$f.t"; $o | Export-Clixml $t; Import-Clixml $t | Export-Clixml $f; Remove-Item $t', empty],
  '$o | Select-Object * | Export-Clixml $f',
  '$o | Select-Object * -ExcludeProperty AuthenticationCredential, OrganizationId, Id | Export-Clixml $f',
  "$o | Select-Object ($most + @{n = 'Server'; e = { 'EDGE01' } }) | Export-Clixml $f",
  '$o | Sort-Object Name -Descending | Select-Object $five | Export-Clixml $f -Encoding unicode',
  ['$o | Select-Object $stig | Export-Clixml $f', stig],
  ['@{ EDGE01 = $o } | Export-Clixml $f -Depth 4', doubtful],
);

const json = pipelines('json', {})(
  ['$o | ConvertTo-Json | Set-Content $f', empty],
  ['$o | ConvertTo-Json -Depth 1 | Out-File $f', empty],
  ['$o | ConvertTo-Json -Depth 4 | Out-File $f -Encoding unicode', empty],
  ['$o | ConvertTo-Json -Depth 3 | Set-Content $f -Encoding bigendianunicode', empty],
  '$o | ConvertTo-Json -Depth 4 -Compress | Set-Content $f -NoNewline',
  ['$o | ConvertTo-Json -EnumsAsStrings -Depth 3 | Set-Content $f', empty],
  ['$o | ConvertTo-Json -EscapeHandling EscapeNonAscii | Set-Content $f -Encoding ascii', empty],
  '$o | ConvertTo-Json -EscapeHandling EscapeHtml | Set-Content $f',
  ['$o | ConvertTo-Json -AsArray -Depth 4 | Set-Content $f -Encoding utf8BOM', empty],
  ['ConvertTo-Json -InputObject $o -Depth 4 | Set-Content $f', empty],
  ['$o | ForEach-Object { $_ | ConvertTo-Json -Compress -Depth 3 } | Set-Content $f', empty],
  '$o | ForEach-Object { $_ | ConvertTo-Json -Depth 2 } | Out-File $f',
  '$o | Select-Object $most | ConvertTo-Json | Set-Content $f',
  '$o | Select-Object $five | ConvertTo-Json > $f',
  ['$o | Select-Object $stig | ConvertTo-Json | Set-Content $f', stig],
  ["@{ Server = 'EDGE01'; SendConnectors = $o } | ConvertTo-Json -Depth 4 | Set-Content $f", doubtful],
  ['[pscustomobject]@{ Report = [ordered]@{ Connectors = $o } } | ConvertTo-Json -Depth 5 | Set-Content $f', doubtful],
);

const csv = pipelines('csv', {})(
  '$o | Export-Csv $f',
  '$o | Export-Csv $f -IncludeTypeInformation -Encoding ascii',
  '$o | Export-Csv $f -Encoding utf8BOM -IncludeTypeInformation',
  '$o | Export-Csv $f -Encoding unicode',
  '$o | ConvertTo-Csv | Out-File $f -Encoding unicode',
  "$o | Export-Csv $f -Delimiter ';'",
  '$o | Export-Csv $f -Delimiter "`t" -UseQuotes AsNeeded',
  '$o | Export-Csv $f -UseQuotes AsNeeded',
  '[cultureinfo]::CurrentCulture = $german; $o | Export-Csv $f -UseCulture; [cultureinfo]::CurrentCulture = $invariant',
  '$o | Select-Object $most | Export-Csv $f -Encoding utf8BOM',
  '$o | Select-Object $most | Export-Csv $f -IncludeTypeInformation',
  'foreach ($i in $o) { $i | Select-Object $most | Export-Csv $f -Append }',
  ['$o | Select-Object $five | Export-Csv $f; $o | Select-Object $five | ConvertTo-Csv | Add-Content $f', { times: 2 }],
  ['$o | Select-Object $five | Export-Csv $f -UseQuotes Never', { onlyPlainNames: true }],
  ['$o | Select-Object $stig | Export-Csv $f', stig],
);

const list = pipelines('txt', {})(
  ['$o | Format-List | Out-File $f', empty],
  ['$o | Format-List * | Out-File $f', empty],
  '$o | Format-List * | Out-File $f -Width 80 -Encoding utf8BOM',
  '$o | Format-List * | Out-File $f -Width 4096 -Encoding unicode',
  '$o | Format-List * | Out-File $f -Encoding oem',
  '$o | Format-List * | Out-String -Width 60 | Set-Content $f',
  ['$o | Format-List -Property * -Force | Out-String -Stream -Width 160 | Set-Content $f', empty],
  '$o | Format-List $five | Out-File $f',
  '$o | Format-List $five | Out-File $f -Encoding ansi',
  ['$o | Format-List $five -GroupBy Enabled | Out-File $f', empty],
  ['$o | Format-List $five > $f; $o | Format-List $five >> $f', { times: 2 }],
  ['$o | Select-Object $most | Out-String | Set-Content $f', empty],
  ['$o | Select-Object $most | Format-List | Out-File $f', empty],
  '$o | ForEach-Object { "==== $($_.Name) ===="; $_ | Format-List $five | Out-String } | Set-Content $f',
  "$PSStyle.OutputRendering = 'Ansi'; $o | Format-List * | Out-File $f; $PSStyle.OutputRendering = 'Host'",
  ['$o | Select-Object $stig | Format-List | Out-File $f', stig],
  [`$o | ForEach-Object { foreach ($n in $five) { "\${n}: $($_.$n)" }; '' } | Set-Content $f`, doubtful],
);

const table = pipelines('txt', doubtful)(
  ['$o | Select-Object $stig | Format-Table -AutoSize | Out-File $f', stig],
  ['$o | Select-Object $stig | Out-File $f', stig],
  '$o | Format-Table Name, DomainSecureEnabled, DNSRoutingEnabled -Wrap | Out-String -Width 70 | Set-Content $f',
  ['$o | Format-Table | Out-File $f', { shows: 'some' }],
);

const nothing = pipelines('txt', { shows: 'nothing' })(
  '$o | Format-Custom -Depth 1 | Out-File $f',
  '$o | Format-Wide Name | Out-File $f',
  '$o | Format-List | Export-Csv $f',
  '$o | ForEach-Object { "$($_.Name)" } | Export-Csv $f',
  '$o | Select-Object $five | ConvertTo-Csv -NoHeader | Set-Content $f',
  '$o | ConvertTo-Json -Depth 0 | Set-Content $f',
  '$o | Select-Object $most | ConvertTo-Html -Title Connectors | Set-Content $f',
  '($o | ConvertTo-Xml -Depth 2).Save($f)',
);

export const scripted: readonly Pipeline[] = [...clixml, ...json, ...csv, ...list, ...table, ...nothing];

/** Commands at the prompt of an interactive session, of which a transcript is written. */
export const typed: readonly Pipeline[] = pipelines('txt', {})(
  'Get-SendConnector | fl *',
  'Get-SendConnector | Format-List',
  'Get-SendConnector | Format-List Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain',
  'Get-SendConnector | Sort-Object Name | Select-Object Name,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsDomain | fl',
  ['Get-SendConnector | Select-Object -Property Name, Identity, DomainSecureEnabled', { ...stig, ...doubtful }],
  ['Get-SendConnector | ? {$_.Enabled -ne $null} | fl *', doubtful],
  ['Get-Date; Get-SendConnector | fl *; Get-TransportConfig | fl *', doubtful],
);
