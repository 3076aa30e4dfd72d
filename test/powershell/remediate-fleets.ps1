# Plays the server of a fleet for scripts of `remediate`. -Phase Export writes each fleet's export; -Phase Run runs each fleet's script in every way
# and writes down what the server had before and after.
param([Parameter(Mandatory)][string]$Folder, [Parameter(Mandatory)][ValidateSet('Export', 'Run')][string]$Phase)
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot exchange.psm1)
$most = 'Name', 'Identity', 'Enabled', 'DomainSecureEnabled', 'DNSRoutingEnabled', 'TlsAuthLevel', 'TlsDomain', 'RequireTLS', 'IgnoreSTARTTLS', 'SmartHosts', 'AddressSpaces',
    'MaxMessageSize', 'ConnectionInactivityTimeOut'
$global:pwned = $null

function Export-Fleet {
    param($Case, [string]$File)
    if ($Case.hasGuids) { Get-SendConnector | Export-Clixml $File } else { Get-SendConnector | Select-Object $most | Export-Clixml $File }
}

# The objects that the script writes, then its errors, then what it set in the meantime.
function Invoke-Script {
    param([string]$Script, [hashtable]$With)
    $calls = Get-CallCount
    $said = @(& $Script @With -ErrorAction Continue 2>&1 3>$null 6>$null)
    $results = @($said | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
    $errors = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" })
    @{ results = $results; errors = $errors; calls = (Get-CallCount) - $calls; snapshot = @(Get-Snapshot | ConvertFrom-Json) }
}

foreach ($case in Get-Content -Raw (Join-Path $Folder plan.json) | ConvertFrom-Json) {
    $base = Join-Path $Folder $case.id
    Set-Remote $false
    Set-Fleet $case.fleet
    if ($Phase -eq 'Export') { Export-Fleet $case "$base.before.xml"; continue }
    Set-Remote $case.isRemote
    $script = "$base.ps1"
    $told = [ordered]@{ before = @(Get-Snapshot | ConvertFrom-Json) }
    $told.whatIf = Invoke-Script $script @{ WhatIf = $true }
    $told.whatIf.log = Test-Path -LiteralPath "$base.log"
    if ($case.tamper) {
        $calls = Get-CallCount
        try { $null = Invoke-Script $script @{ Confirm = $false; LogPath = Join-Path $Folder none/x.log }; $told.noLog = 'it ran' } catch { $told.noLog = (Get-CallCount) - $calls }
    }
    $told.first = Invoke-Script $script @{ Confirm = $false }
    $told.first.log = Test-Path -LiteralPath "$base.log"
    Set-Remote $false
    Export-Fleet $case "$base.after.xml"
    Set-Remote $case.isRemote
    $told.second = Invoke-Script $script @{ Confirm = $false }
    $told.previewed = Invoke-Script $script @{ Rollback = $true; WhatIf = $true }
    $told.rollback = Invoke-Script $script @{ Rollback = $true; Confirm = $false; LogPath = "$base.other.log" }
    $told.rolledBack = Invoke-Script $script @{ Rollback = $true; Confirm = $false }
    if ($case.tamper) {
        Set-Directly $case.tamper.guid $case.tamper.property $case.tamper.value
        $told.tampered = Invoke-Script $script @{ Confirm = $false }
        $told.tamperedBack = Invoke-Script $script @{ Confirm = $false; Rollback = $true }
    }
    $told.pwned = "$global:pwned"
    $told | ConvertTo-Json -Depth 6 | Set-Content "$base.told.json"
}
