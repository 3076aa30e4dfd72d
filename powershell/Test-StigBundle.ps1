<#
.SYNOPSIS
Checks the hashes of a bundle that "exchange-stig evaluate --bundle" wrote, without Node.js.

.DESCRIPTION
Compares each file in the archive with its SHA-256 in SHA256SUMS, and reports what was added, removed, changed or is there twice.
Exit code 0: all hashes are right. 1: something is wrong. 3: the file cannot be read.

This shows damage, not forgery: whoever changes a file can change its hash as well. "exchange-stig verify" also derives the artifacts anew
from the exports; only a signature shows by whom a bundle was made.

.PARAMETER Path
The bundle, a ZIP file.

.EXAMPLE
.\Test-StigBundle.ps1 -Path edge01-bundle.zip

.NOTES
Works in Windows PowerShell 5.1 and in PowerShell 7. It reads one file and changes nothing.
#>
[CmdletBinding()]
param([Parameter(Mandatory = $true, Position = 0)][string]$Path)

Add-Type -AssemblyName System.IO.Compression
$full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$sha = [Security.Cryptography.SHA256]::Create()
$wrong = New-Object Collections.Generic.List[string]
# Names that differ in case alone are two.
$found = New-Object Collections.Hashtable ([StringComparer]::Ordinal)
$sums = $null

function Get-Hash($Bytes) { [BitConverter]::ToString($sha.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant() }

try {
    $file = [IO.File]::OpenRead($full)
    try {
        $archive = New-Object IO.Compression.ZipArchive $file, ([IO.Compression.ZipArchiveMode]::Read)
        foreach ($entry in $archive.Entries) {
            $memory = New-Object IO.MemoryStream
            $stream = $entry.Open()
            try { $stream.CopyTo($memory) } finally { $stream.Dispose() }
            $bytes = $memory.ToArray()
            if ($found.ContainsKey($entry.FullName)) { $wrong.Add("$($entry.FullName) is in the archive twice") }
            $found[$entry.FullName] = Get-Hash $bytes
            if ($entry.FullName -ceq 'SHA256SUMS') { $sums = [Text.Encoding]::UTF8.GetString($bytes) }
        }
    }
    finally { $file.Dispose() }
}
catch {
    [Console]::Error.WriteLine("$Path cannot be read as a ZIP file: $($_.Exception.Message)")
    exit 3
}
if ($null -eq $sums) {
    [Console]::Error.WriteLine("$Path has no SHA256SUMS, so it is not a bundle. Name the file that evaluate --bundle wrote.")
    exit 3
}

$listed = New-Object Collections.Hashtable ([StringComparer]::Ordinal)
foreach ($line in $sums -split "`n") {
    if ($line -cmatch '^([0-9a-f]{64})  (.+)$') { $listed[$Matches[2]] = $Matches[1] }
    elseif ($line -ne '') { $wrong.Add('SHA256SUMS has a line that is no hash') }
}
foreach ($name in $listed.Keys | Sort-Object) {
    if (-not $found.ContainsKey($name)) { $wrong.Add("$name was removed") }
    elseif ($found[$name] -cne $listed[$name]) { $wrong.Add("$name was changed") }
}
foreach ($name in $found.Keys | Sort-Object) {
    if ($name -cne 'SHA256SUMS' -and -not $listed.ContainsKey($name)) { $wrong.Add("$name was added") }
}
foreach ($line in $wrong) { Write-Output "WRONG: $line" }
if ($wrong.Count -gt 0) { exit 1 }
Write-Output "$($listed.Count) files have the SHA-256 that SHA256SUMS says. The bundle is not signed unless you checked a signature."
