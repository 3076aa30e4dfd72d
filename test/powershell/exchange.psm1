# Get-SendConnector and Set-SendConnector over a fleet in memory. Set-SendConnector refuses what Microsoft's documentation says that
# Exchange refuses, by rules of its own: nothing here is taken from the program that is tested.
Add-Type -TypeDefinition @'
namespace Microsoft.Exchange.Data.Directory.SystemConfiguration {
    public enum TlsAuthLevel { EncryptionOnly = 1, CertificateValidation = 2, DomainValidation = 4 }
}
'@
$script:fleet = @()
$script:calls = 0
$script:isRemote = $false

# Whether Get-SendConnector hands over objects as a remote session does.
function Set-Remote { param([bool]$IsRemote) $script:isRemote = $IsRemote }

function ConvertTo-Level {
    param($Level)
    if ($null -eq $Level -or "$Level" -eq '') { return $null }
    [Microsoft.Exchange.Data.Directory.SystemConfiguration.TlsAuthLevel]"$Level"
}

function Set-Fleet {
    param([object[]]$Connectors)
    $script:fleet = @($Connectors | ForEach-Object {
            $level = $null; $level = [object](ConvertTo-Level $_.TlsAuthLevel)
            @{
                Name = $_.Name; Guid = [guid]$_.Guid; Enabled = $_.Enabled; DomainSecureEnabled = $_.DomainSecureEnabled
                IgnoreSTARTTLS = $_.IgnoreSTARTTLS; RequireTLS = $_.RequireTLS
                TlsAuthLevel = $level; TlsDomain = $_.TlsDomain
                SmartHosts = [string[]]@($_.SmartHosts); AddressSpaces = [string[]]@($_.AddressSpaces)
                ConnectionInactivityTimeOut = [timespan]$_.ConnectionInactivityTimeOut; MaxMessageSize = $_.MaxMessageSize; Comment = $_.Comment
            }
        })
}

# A value as somebody else changes it behind everyone's back.
function Set-Directly { param([string]$Guid, [string]$Property, $Value) ($script:fleet | Where-Object { "$($_.Guid)" -eq $Guid })[$Property] = $Value }

function Get-CallCount { $script:calls }

# The whole fleet as text, to be compared.
function Get-Snapshot { ConvertTo-Json -Compress -Depth 4 @($script:fleet | ForEach-Object { $c = $_; $o = [ordered]@{}; foreach ($k in $c.Keys | Sort-Object) { $o[$k] = "$($c[$k])" }; $o }) }

function ConvertTo-Size {
    param($Size)
    if ("$Size" -eq 'Unlimited') { return 'Unlimited' }
    $mb = ([decimal]$Size / 1MB).ToString('G4', [cultureinfo]::InvariantCulture)
    '{0} MB ({1} bytes)' -f $mb, ([decimal]$Size).ToString('N0', [cultureinfo]::InvariantCulture)
}

function Get-SendConnector {
    [CmdletBinding()] param([Parameter(Position = 0)][string]$Identity)
    foreach ($c in $script:fleet) {
        if ($Identity -and "$($c.Guid)" -ne $Identity -and $c.Name -ne $Identity) { continue }
        $object = [pscustomobject][ordered]@{
            AddressSpaces = $c.AddressSpaces; Comment = $c.Comment; ConnectionInactivityTimeOut = $c.ConnectionInactivityTimeOut
            DNSRoutingEnabled = $c.SmartHosts.Count -eq 0; DomainSecureEnabled = $c.DomainSecureEnabled; Enabled = $c.Enabled
            IgnoreSTARTTLS = $c.IgnoreSTARTTLS; MaxMessageSize = ConvertTo-Size $c.MaxMessageSize; RequireTLS = $c.RequireTLS
            SmartHosts = $c.SmartHosts; TlsAuthLevel = $c.TlsAuthLevel; TlsDomain = $c.TlsDomain; Name = $c.Name; Identity = $c.Name; Guid = $c.Guid
        }
        $object.PSTypeNames.Insert(0, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig')
        if ($script:isRemote) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($object, 2)) }
        else { $object }
    }
}

function Set-SendConnector {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(Mandatory, Position = 0)][string]$Identity, [bool]$DomainSecureEnabled, [bool]$IgnoreSTARTTLS, [bool]$RequireTLS,
        [AllowNull()][object]$TlsAuthLevel, [AllowNull()][object]$TlsDomain, [timespan]$ConnectionInactivityTimeOut, [object]$MaxMessageSize)
    $script:calls++
    $found = @($script:fleet | Where-Object { "$($_.Guid)" -eq $Identity -or $_.Name -eq $Identity })
    if ($found.Count -ne 1) { throw "The operation couldn't be performed because object '$Identity' couldn't be found." }
    $c = $found[0]
    if ($c.Name -like 'EdgeSync - *') { throw "'$Identity' is managed by EdgeSync." }
    $new = $c.Clone()
    foreach ($p in 'DomainSecureEnabled', 'IgnoreSTARTTLS', 'RequireTLS', 'ConnectionInactivityTimeOut') { if ($PSBoundParameters.ContainsKey($p)) { $new[$p] = $PSBoundParameters[$p] } }
    if ($PSBoundParameters.ContainsKey('TlsAuthLevel')) { $new.TlsAuthLevel = [object](ConvertTo-Level $TlsAuthLevel) }
    if ($PSBoundParameters.ContainsKey('TlsDomain')) { $new.TlsDomain = $null; if ($TlsDomain) { $new.TlsDomain = "$TlsDomain" } }
    if ($PSBoundParameters.ContainsKey('MaxMessageSize')) { $new.MaxMessageSize = "$MaxMessageSize" }
    $routed = $new.SmartHosts.Count -gt 0
    $validates = "$($new.TlsAuthLevel)" -eq 'DomainValidation'
    if ($new.DomainSecureEnabled) {
        if ($routed) { throw 'DomainSecureEnabled needs DNSRoutingEnabled.' }
        if ($new.IgnoreSTARTTLS) { throw 'DomainSecureEnabled excludes IgnoreSTARTTLS.' }
        if ($new.TlsAuthLevel) { throw 'DomainSecureEnabled excludes TlsAuthLevel.' }
    }
    if ($new.TlsAuthLevel -and -not $new.RequireTLS) { throw 'TlsAuthLevel needs RequireTLS.' }
    if ($new.IgnoreSTARTTLS -and ($new.RequireTLS -or $new.TlsAuthLevel)) { throw 'IgnoreSTARTTLS excludes RequireTLS and TlsAuthLevel.' }
    if ($new.TlsDomain -and -not $validates) { throw 'TlsDomain needs TlsAuthLevel DomainValidation.' }
    if ($new.TlsDomain -eq '*') { throw 'TlsDomain cannot be *.' }
    if ($validates -and $routed -and -not $new.TlsDomain) { throw 'DomainValidation with smart hosts needs TlsDomain.' }
    if ($new.MaxMessageSize -ne 'Unlimited' -and ([decimal]$new.MaxMessageSize % 1KB -ne 0 -or [decimal]$new.MaxMessageSize -gt [int]::MaxValue)) { throw 'MaxMessageSize cannot be saved.' }
    if ($new.ConnectionInactivityTimeOut -lt [timespan]'00:00:01' -or $new.ConnectionInactivityTimeOut -gt [timespan]'1.00:00:00') { throw 'ConnectionInactivityTimeOut is out of range.' }
    if ($PSCmdlet.ShouldProcess($c.Name, 'Set-SendConnector')) { foreach ($p in @($new.Keys)) { $c[$p] = $new[$p] } }
}
Export-ModuleMember -Function Set-Fleet, Set-Remote, Set-Directly, Get-Snapshot, Get-CallCount, Get-SendConnector, Set-SendConnector
