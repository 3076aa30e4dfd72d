<#
.SYNOPSIS
Saves what an assessment of Exchange send connectors needs: the output of Get-SendConnector and Get-TransportConfig, and a record of how it was collected.

.DESCRIPTION
Run it in the Exchange Management Shell of the server that is assessed. It only reads: it changes nothing in Exchange and needs no module and no network. It writes a new folder with three files:

  send-connectors.clixml.xml    the output of Get-SendConnector
  transport-config.clixml.xml   the output of Get-TransportConfig
  collection.json               the commands with their counts, errors, warnings and times; the host with its addresses; who
                                ran them; the size and SHA-256 of both files

Credentials (AuthenticationCredential) and serialized objects (SerializationData) are left out before anything is written.

Give the folder, or a ZIP of it, to exchange-stig: evaluate FOLDER

.PARAMETER OutputPath
The folder to write. It must not exist, or be empty. By default a folder named after the host, in the current folder.

.PARAMETER Zip
Also packs the folder into a ZIP file of the same name beside it.

.EXAMPLE
.\Export-StigEvidence.ps1

Writes the folder EDGE01-stig-evidence if the host is EDGE01.

.EXAMPLE
.\Export-StigEvidence.ps1 -OutputPath D:\audit\EDGE01 -Zip

.EXAMPLE
.\Export-StigEvidence.ps1 -WhatIf

Shows which commands would run and which files would be written, and does nothing.

.NOTES
Rights: on a Mailbox server the role group "View-Only Organization Management" is enough; on an Edge server you must be a
member of the local Administrators group.

Execution policy: under AllSigned, have this file signed with your organization's code signing certificate
(Set-AuthenticodeSignature). Under RemoteSigned, compare its SHA-256 with the one you were given, then use Unblock-File. Leave the policy as it is.

Works in Windows PowerShell 5.1 and in PowerShell 7.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Position = 0)]
    [string]$OutputPath,
    [switch]$Zip
)

$collectorVersion = '1'
$secrets = 'AuthenticationCredential', 'SerializationData'
$rights = 'On a Mailbox server it needs the role group "View-Only Organization Management"; on an Edge server, membership in the local Administrators group.'

function Get-UtcTime { (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture) }

# A server that is not asked for something has no answer: null.
function Get-OrNull([scriptblock]$Question) { try { & $Question } catch { $null } }

function Get-HostFact {
    $network = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
    $name = [Environment]::MachineName.Split('.')[0]
    $up = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() | Where-Object {
            "$($_.OperationalStatus)" -eq 'Up' -and "$($_.NetworkInterfaceType)" -notin 'Loopback', 'Tunnel' })
    $addresses = @($up | ForEach-Object { $_.GetIPProperties().UnicastAddresses } | ForEach-Object { $_.Address } |
            Where-Object { -not $_.IsIPv6LinkLocal -and -not [Net.IPAddress]::IsLoopback($_) -and "$_" -notlike '169.254.*' } |
            ForEach-Object { "$_".Split('%')[0] } | Select-Object -Unique)
    $macs = @($up | ForEach-Object { "$($_.GetPhysicalAddress())" } | Where-Object { $_ -match '^[0-9A-F]{12}$' -and $_ -ne '000000000000' } |
            ForEach-Object { $_ -replace '(..)(?!$)', '$1:' } | Select-Object -Unique)
    $roles = 'Workstation', 'Workstation', 'Member Server', 'Member Server', 'Domain Controller', 'Domain Controller'
    $role = Get-OrNull { $roles[(Get-CimInstance Win32_ComputerSystem -ErrorAction Stop).DomainRole] }
    $version = Get-OrNull {
        $setup = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup' -ErrorAction Stop
        (Get-Item (Join-Path $setup.MsiInstallPath 'bin\ExSetup.exe') -ErrorAction Stop).VersionInfo.ProductVersion
    }
    [ordered]@{
        name = $name
        fqdn = $(if ($network.DomainName) { "$name.$($network.DomainName)" } else { $null })
        ipAddresses = [string[]]$addresses
        macAddresses = [string[]]$macs
        domainRole = $role
        exchangeVersion = $version
    }
}

# Drops the secrets of what an object holds, too: a remote session adds SerializationData to objects inside of objects.
function Remove-Secret($Value, [int]$Depth = 4) {
    if ($null -eq $Value -or $Depth -eq 0 -or $Value -is [string] -or $Value -is [ValueType]) { return }
    foreach ($secret in $secrets) { if ($Value.PSObject.Properties[$secret]) { try { $Value.PSObject.Properties.Remove($secret) } catch { Write-Debug "$secret is no property that can be removed" } } }
    if ($Value -is [Collections.IEnumerable]) { foreach ($item in $Value) { Remove-Secret $item ($Depth - 1) } }
    foreach ($property in @($Value.PSObject.Properties | Where-Object { $_.MemberType -in 'NoteProperty', 'Property' })) {
        Remove-Secret (Get-OrNull { , $property.Value }) ($Depth - 1)
    }
}

# Runs one command, saves its output and answers with its record.
function Save-Command([string]$Command, [string]$File, [string]$Folder) {
    $started = Get-UtcTime
    $failed = @(); $warned = @(); $objects = @()
    try { $objects = @(& $Command -ErrorAction SilentlyContinue -ErrorVariable failed -WarningAction SilentlyContinue -WarningVariable warned) }
    catch { $failed = @($failed) + $_ }
    $ended = Get-UtcTime
    $path = Join-Path $Folder $File
    $objects | ForEach-Object { Remove-Secret $_; $_ } | Select-Object -Property * -ExcludeProperty $secrets | Export-Clixml -LiteralPath $path -Encoding UTF8
    if (Select-String -LiteralPath $path -Pattern $secrets -SimpleMatch -Quiet) {
        Remove-Item -LiteralPath $path
        throw "$File was deleted: it still held one of $($secrets -join ', '). Report this as an error of this script."
    }
    [ordered]@{
        command = $Command
        text = "$Command | Select-Object -Property * -ExcludeProperty $($secrets -join ',')"
        file = $File
        startedAt = $started
        endedAt = $ended
        count = $objects.Count
        errors = [string[]]@($failed | ForEach-Object { "$_" } | Select-Object -Unique)
        warnings = [string[]]@($warned | ForEach-Object { "$_" } | Select-Object -Unique)
    }
}

function Get-FileRecord([string]$Folder, [string]$File) {
    $bytes = [IO.File]::ReadAllBytes((Join-Path $Folder $File))
    $sha = [Security.Cryptography.SHA256]::Create()
    try { $hash = $sha.ComputeHash($bytes) } finally { $sha.Dispose() }
    [ordered]@{ name = $File; size = $bytes.Length; sha256 = [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant() }
}

if (-not (Get-Command Get-SendConnector -ErrorAction SilentlyContinue)) {
    throw "Get-SendConnector is not available here. Run this script in the Exchange Management Shell. $rights"
}
$hostFact = Get-HostFact
if (-not $OutputPath) { $OutputPath = Join-Path (Get-Location).ProviderPath "$($hostFact.name)-stig-evidence" }
$OutputPath = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
$zipPath = "$OutputPath.zip"
if ((Test-Path -LiteralPath $OutputPath) -and @(Get-ChildItem -LiteralPath $OutputPath -Force).Count -gt 0) { throw "$OutputPath already holds files. Name another folder with -OutputPath." }
if ($Zip -and (Test-Path -LiteralPath $zipPath)) { throw "$zipPath already exists. Name another folder with -OutputPath." }

$plan = @(@{ command = 'Get-SendConnector'; file = 'send-connectors.clixml.xml' }, @{ command = 'Get-TransportConfig'; file = 'transport-config.clixml.xml' })
$wanted = @($plan | Where-Object { $PSCmdlet.ShouldProcess((Join-Path $OutputPath $_.file), "Save the output of $($_.command)") })
if (-not $PSCmdlet.ShouldProcess((Join-Path $OutputPath 'collection.json'), 'Record the commands, the host and the SHA-256 of each file')) { return }
$isMade = -not (Test-Path -LiteralPath $OutputPath)
$null = New-Item -ItemType Directory -Force -Path $OutputPath
try {
    $startedAt = Get-UtcTime
    $commands = @(foreach ($one in $wanted) {
            if (Get-Command $one.command -ErrorAction SilentlyContinue) { Save-Command $one.command $one.file $OutputPath }
            else { Write-Warning "$($one.command) is not available here, so its output is not collected. $rights" }
        })
    $files = @($commands | ForEach-Object { Get-FileRecord $OutputPath $_.file })
    $collection = [ordered]@{
        collection = 1
        collector = [ordered]@{ name = 'Export-StigEvidence.ps1'; version = $collectorVersion; powershell = "$($PSVersionTable.PSVersion)" }
        startedAt = $startedAt
        endedAt = Get-UtcTime
        host = $hostFact
        user = $(if ([Environment]::UserDomainName) { "$([Environment]::UserDomainName)\$([Environment]::UserName)" } else { [Environment]::UserName })
        culture = [Globalization.CultureInfo]::CurrentCulture.Name
        commands = $commands
        files = $files
    }
    $path = Join-Path $OutputPath 'collection.json'
    [IO.File]::WriteAllText($path, "$(ConvertTo-Json -InputObject $collection -Depth 6)`r`n", (New-Object Text.UTF8Encoding $false))
    if ($Zip) {
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [IO.Compression.ZipFile]::CreateFromDirectory($OutputPath, $zipPath)
    }
}
catch {
    # Half a collection is no evidence.
    foreach ($one in @($plan.file) + 'collection.json') { Remove-Item -LiteralPath (Join-Path $OutputPath $one) -ErrorAction SilentlyContinue }
    if ($isMade) { Remove-Item -LiteralPath $OutputPath -ErrorAction SilentlyContinue }
    throw
}
foreach ($one in $commands) {
    foreach ($text in $one.errors) { Write-Warning "$($one.command) reported an error, so its output may not be whole: $text $rights" }
}
Write-Output "$OutputPath`: $(@($commands | ForEach-Object { "$($_.count) from $($_.command)" }) -join ', ')"
