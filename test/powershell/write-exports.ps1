# Writes the exports of a plan: for each of its cases a fleet, typed, deserialised or as a remote session hands it over, through a pipeline.
param([Parameter(Mandatory)][string]$Stub, [Parameter(Mandatory)][string]$Plan, [Parameter(Mandatory)][string]$Folder)
$ErrorActionPreference = 'Stop'
Import-Module $Stub
$five = 'Name', 'DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain'
$stig = 'Name', 'Identity', 'DomainSecureEnabled'
$most = 'Name', 'Identity', 'Guid', 'DistinguishedName', 'Enabled', 'DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain',
    'RequireTLS', 'IgnoreSTARTTLS', @{n = 'SmartHosts'; e = { $_.SmartHosts -join ';' } }, @{n = 'AddressSpaces'; e = { $_.AddressSpaces -join ';' } }
$invariant = [cultureinfo]::CurrentCulture
$german = [cultureinfo]::GetCultureInfo('de-DE')
$temporary = Join-Path $Folder 'objects.xml'

foreach ($case in Get-Content -Raw $Plan | ConvertFrom-Json -AsHashtable) {
    Clear-StubFleet
    foreach ($connector in $case.fleet) { Add-StubConnector $connector }
    $o = @(Get-SendConnector)
    if ($case.objects -ne 'typed' -and $o.Count -gt 0) {
        $o | Export-Clixml $temporary
        $o = @(Import-Clixml $temporary)
    }
    if ($case.objects -eq 'remote') {
        foreach ($one in $o) {
            $one | Add-Member PSComputerName 'edge01.example.mil'
            $one | Add-Member RunspaceId ([guid]'5b2f8b0e-6f3c-4a53-9d0c-4f1f5a1b7c11')
            $one | Add-Member PSShowComputerName $true
        }
    }
    $f = Join-Path $Folder $case.file
    . ([scriptblock]::Create($case.script))
}
