/**
 * What every script does with its `$changes`: finds each connector, compares, asks, sets, looks again, and writes down what became of it.
 * It is Windows PowerShell 5.1 as well as 7, printable ASCII, and has neither backticks nor `${`.
 */
export const scriptBody = String.raw`
Set-StrictMode -Version 2.0

# Exchange shows a value as text; remote sessions may hand over the number of a TlsAuthLevel.
$levels = @{ '1' = 'EncryptionOnly'; '2' = 'CertificateValidation'; '4' = 'DomainValidation' }

function ConvertTo-Plain {
    param([string]$Text)
    [regex]::Replace($Text, '[^\x20-\x7E]', { param($found) '\u{' + ('{0:X}' -f [int][char]$found.Value) + '}' })
}

function Get-Shown {
    param($Connector, [string]$Property)
    $member = $Connector.PSObject.Properties[$Property]
    if ($null -eq $member) { return '(no such property)' }
    $text = [string]$member.Value
    if ($Property -eq 'TlsAuthLevel' -and $levels.ContainsKey($text)) { return $levels[$text] }
    if ($Property -eq 'MaxMessageSize' -and $text -match '\(([0-9,]+) bytes\)') { return $Matches[1].Replace(',', '') }
    return $text
}

function Test-Same {
    param([string]$One, [string]$Other)
    [string]::Equals($One, $Other, [StringComparison]::OrdinalIgnoreCase)
}

function Get-Quoted {
    param([string]$Text)
    if ($Text -eq '') { return '(not set)' }
    ConvertTo-Plain $Text
}

function Find-Connector {
    param([System.Collections.IDictionary]$Change)
    $found = @(Get-SendConnector -ErrorAction Stop | Where-Object {
            if ($Change.Guid) { Test-Same ([string]$_.Guid) $Change.Guid }
            else { [string]::Equals([string]$_.Name, $Change.Name, [StringComparison]::Ordinal) }
        })
    if ($found.Count -eq 0) { throw 'this server has no such connector: make sure that it is the right server, and export again' }
    if ($found.Count -gt 1) { throw 'several connectors have this name: export again with their Guids' }
    $found[0]
}

function Get-Mismatch {
    param($Connector, [System.Collections.IDictionary]$Expected, [System.Collections.IDictionary]$Allowed)
    foreach ($property in $Expected.Keys) {
        $shown = Get-Shown $Connector $property
        if (Test-Same $shown $Expected[$property]) { continue }
        if ($null -ne $Allowed -and (Test-Same $shown $Allowed[$property])) { continue }
        '{0}: expected {1}, found {2}' -f $property, (Get-Quoted $Expected[$property]), (Get-Quoted $shown)
    }
}

foreach ($command in 'Get-SendConnector', 'Set-SendConnector') {
    if (-not (Get-Command -Name $command -ErrorAction SilentlyContinue)) {
        throw ($command + ' is not there: run this script in the Exchange Management Shell on ' + $server + ', as a user who may change send connectors')
    }
}
if (-not $isOrganization -and -not (Test-Same ([Environment]::MachineName) $server.Split('.')[0])) {
    Write-Warning ('This is ' + [Environment]::MachineName + ', not ' + $server + ', the server that was judged. Connectors that are not those of the export are left as they are.')
}
if (-not $LogPath -and $PSCommandPath) { $LogPath = [IO.Path]::ChangeExtension($PSCommandPath, '.log') }

function Write-Log {
    param([string]$Text)
    if (-not $LogPath -or $WhatIfPreference) { return }
    $line = [DateTime]::UtcNow.ToString('s', [cultureinfo]::InvariantCulture) + 'Z ' + [Environment]::UserName + ' ' + $Text
    Add-Content -LiteralPath $LogPath -Value (ConvertTo-Plain $line) -Encoding ASCII -ErrorAction Stop
}

$kind = 'change'
if ($Rollback) { $kind = 'roll back' }
Write-Log ('START ' + $kind + ' on ' + [Environment]::MachineName + ': ' + $changes.Count + ' connectors')

$failures = 0
foreach ($change in $changes) {
    $from = $change.Judged; $to = $change.Fixed; $set = $change.Set; $expected = 'were judged'
    if ($Rollback) { $from = $change.Fixed; $to = $change.Judged; $set = $change.SetBack; $expected = 'this script sets' }
    $about = '"' + $change.Label + '"'
    if ($change.Guid) { $about = $about + ' (' + $change.Guid + ')' }
    $steps = @($to.Keys | ForEach-Object { '{0}: {1} to {2}' -f $_, (Get-Quoted $from[$_]), (Get-Quoted $to[$_]) }) -join '; '
    $result = 'NotConfirmed'
    $detail = $steps
    try {
        $connector = Find-Connector $change
        if (@(Get-Mismatch $connector $to).Count -eq 0) {
            $result = 'AlreadyDone'
        }
        else {
            $mismatches = @(Get-Mismatch $connector $from $to) + @(Get-Mismatch $connector $change.Unchanged)
            if ($mismatches.Count -gt 0) { throw ('its values are no longer those that ' + $expected + ' (' + ($mismatches -join '; ') + '): nothing was changed; export again and run remediate on the new export') }
            if ($PSCmdlet.ShouldProcess($about, $steps)) {
                Write-Log ('SETTING ' + $about + ' ' + $steps)
                $null = & $set ([string]$connector.Guid)
                $left = @(Get-Mismatch (Find-Connector $change) $to)
                if ($left.Count -gt 0) { throw ('Set-SendConnector reported no error, but the values are not there yet (' + ($left -join '; ') + '): look again with Get-SendConnector') }
                $result = 'Changed'
                if ($Rollback) { $result = 'RolledBack' }
            }
            elseif ($WhatIfPreference) { $result = 'Previewed' }
        }
    }
    catch {
        $failures++
        $result = 'Failed'
        $detail = ConvertTo-Plain $_.Exception.Message
        Write-Error -Message ($about + ': ' + $detail) -ErrorAction Continue
    }
    Write-Log ($result.ToUpperInvariant() + ' ' + $about + ' ' + $detail)
    [pscustomobject]@{ Connector = $change.Label; Guid = $change.Guid; Result = $result; Detail = $detail }
}
Write-Log ('END ' + $failures + ' failed')
if ($failures -gt 0) { exit 1 }
`.trimStart();
