# Runs the collector over each fleet of a plan, and saves the piped export beside it. What a remote session returns carries serialized objects, inside too.
param([Parameter(Mandatory)][string]$Stub, [Parameter(Mandatory)][string]$Collector, [Parameter(Mandatory)][string]$Plan, [Parameter(Mandatory)][string]$Folder)
$ErrorActionPreference = 'Stop'
Import-Module $Stub
$temporary = Join-Path $Folder 'objects.xml'
$binary = [byte[]][Text.Encoding]::ASCII.GetBytes('CANARY-SERIALIZED')
$global:objects = @()
$global:problem = $null

function Get-SendConnector {
    [CmdletBinding()] param()
    if ($global:problem -eq 'error') { Write-Error 'The directory server does not answer.' }
    if ($global:problem -eq 'warning') { Write-Warning 'The results are sorted.' }
    $global:objects
}

foreach ($case in Get-Content -Raw $Plan | ConvertFrom-Json -AsHashtable) {
    Clear-StubFleet
    foreach ($connector in $case.fleet) { Add-StubConnector $connector }
    $global:objects = @(exchange-stub\Get-SendConnector)
    $secret = [pscredential]::new('EXAMPLE\CANARY-USER', (ConvertTo-SecureString 'CANARY-PASSWORD' -AsPlainText -Force))
    foreach ($one in $global:objects) { $one.AuthenticationCredential = $secret }
    if ($case.objects -ne 'typed' -and $global:objects.Count -gt 0) {
        $global:objects | Export-Clixml $temporary
        $global:objects = @(Import-Clixml $temporary)
        foreach ($one in $global:objects) {
            $one | Add-Member SerializationData $binary
            foreach ($inner in @($one.Identity) + @($one.AddressSpaces)) { if ($null -ne $inner) { $inner | Add-Member SerializationData $binary -Force } }
        }
    }
    $global:problem = $case.problem
    $path = Join-Path $Folder $case.name
    & $Collector -OutputPath $path -Zip:$case.zip -WarningAction SilentlyContinue | Out-Null
    $global:objects | Export-Clixml "$path.piped.xml"
}
Remove-Item $temporary -ErrorAction SilentlyContinue
