# Says what in scripts Windows PowerShell 5.1 does not know, by their syntax trees: an object for each fault, as JSON on standard output.
#   pwsh -File windows-powershell.ps1 SCRIPT...
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]]$Path)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# Parameters that came after 5.1, by command; its aliases too.
$newParameters = @{
    'ConvertFrom-Json'   = 'AsHashtable', 'Depth', 'NoEnumerate', 'DateKind'
    'ConvertTo-Csv'      = 'IncludeTypeInformation', 'NoHeader', 'QuoteFields', 'UseQuotes'
    'ConvertTo-Json'     = 'AsArray', 'EnumsAsStrings', 'EscapeHandling'
    'Export-Csv'         = 'IncludeTypeInformation', 'NoHeader', 'QuoteFields', 'UseQuotes'
    'Add-Content'        = , 'AsByteStream'
    'Get-Content'        = , 'AsByteStream'
    'Set-Content'        = , 'AsByteStream'
    'ForEach-Object'     = 'AsJob', 'Parallel', 'ThrottleLimit', 'TimeoutSeconds', 'UseNewRunspace'
    'Get-Date'           = 'AsUTC', 'UnixTimeSeconds'
    'Get-ChildItem'      = , 'FollowSymlink'
    'Join-Path'          = , 'AdditionalChildPath'
    'Select-String'      = 'Culture', 'NoEmphasis', 'Raw'
    'Sort-Object'        = 'Bottom', 'Stable', 'Top'
    'Split-Path'         = 'Extension', 'LeafBase'
    'Select-Object'      = , 'CaseInsensitive'
    'Start-Process'      = , 'Environment'
    'Import-PowerShellDataFile' = , 'SkipLimitCheck'
    'Invoke-RestMethod'  = 'Authentication', 'FollowRelLink', 'Form', 'NoProxy', 'Resume', 'RetryIntervalSec', 'SkipCertificateCheck', 'SkipHttpErrorCheck', 'StatusCodeVariable', 'Token'
    'Invoke-WebRequest'  = 'Authentication', 'Form', 'NoProxy', 'Resume', 'RetryIntervalSec', 'SkipCertificateCheck', 'SkipHttpErrorCheck', 'Token'
    'Test-Connection'    = 'IPv4', 'IPv6', 'MtuSize', 'Ping', 'ResolveDestination', 'TargetName', 'TcpPort', 'Traceroute'
    'Get-Command'        = 'FuzzyMinimumDistance', 'UseAbbreviationExpansion', 'UseFuzzyMatching'
}
$newCommands = 'ConvertFrom-CliXml', 'ConvertTo-CliXml', 'ConvertFrom-Markdown', 'Disable-ExperimentalFeature', 'Enable-ExperimentalFeature',
    'Get-Error', 'Get-ExperimentalFeature', 'Get-MarkdownOption', 'Get-SecureRandom', 'Get-Uptime', 'Join-String', 'Remove-Alias',
    'Remove-Service', 'Set-MarkdownOption', 'Show-Markdown', 'Start-ThreadJob', 'Switch-Process', 'Test-Json'
$newVariables = 'IsCoreCLR', 'IsLinux', 'IsMacOS', 'IsWindows', 'PSStyle', 'EnabledExperimentalFeatures', 'PSNativeCommandUseErrorActionPreference'
$newEncodings = 'ansi', 'utf8BOM', 'utf8NoBOM', 'bigendianutf32'
# Members that the .NET Framework of Windows PowerShell does not have.
$newMembers = 'ToHexString', 'ToHexStringLower', 'FromHexString', 'HashData', 'GetRelativePath', 'TrimEndingDirectorySeparator', 'ProcessPath', 'UnixEpoch',
    'EnumerateRunes', 'AsSpan', 'IsAsciiLetter', 'IsAsciiDigit', 'ReplaceLineEndings'
$newTypes = 'semver', 'System.Management.Automation.SemanticVersion', 'System.Text.Json.JsonSerializer', 'System.Text.Json.JsonDocument', 'System.HashCode', 'System.Half',
    'System.DateOnly', 'System.TimeOnly'
$newTokens = 'AndAnd', 'OrOr', 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'Clean'

foreach ($one in $Path) {
    $tokens = $null; $errors = $null
    $full = (Resolve-Path -LiteralPath $one).ProviderPath
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($full, [ref]$tokens, [ref]$errors)
    $faults = [System.Collections.Generic.List[object]]::new()
    $say = { param($Extent, $What) $faults.Add([pscustomobject]@{ Script = $one; Line = $Extent.StartLineNumber; What = "$What" }) }
    foreach ($e in $errors) { & $say $e.Extent "syntax error: $($e.Message)" }

    # Without a mark at its beginning 5.1 reads a file in the code page of the machine.
    $bytes = [IO.File]::ReadAllBytes($full)
    $hasMark = $bytes.Length -gt 2 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
    if (-not $hasMark -and @($bytes | Where-Object { $_ -gt 0x7E -or ($_ -lt 0x20 -and $_ -notin 9, 10, 13) }).Count -gt 0) { & $say $tree.Extent 'characters other than ASCII in a file without a byte order mark' }

    # Strings have tokens inside.
    $all = [System.Collections.Generic.Queue[object]]::new([object[]]$tokens)
    $previousLine = 0
    while ($all.Count -gt 0) {
        $token = $all.Dequeue()
        $kind = "$($token.Kind)"
        if ($kind -in $newTokens) { & $say $token.Extent "$kind $($token.Text)" }
        if ($kind -eq 'Pipe' -and $token.Extent.StartLineNumber -ne $previousLine -and $previousLine -ne 0) { & $say $token.Extent 'a line that begins with |' }
        if ($kind -eq 'Number' -and $token.Text -match '^[+-]?(0b|.*(uy|us|ul|un|[0-9](y|s|u|n))$)' -and $token.Text -notmatch '^[+-]?0x') { & $say $token.Extent "number $($token.Text)" }
        if ($kind -like '*StringExpandable') {
            # In single quotes and in comments it means nothing.
            if ($token.Text -match '`(u\{|e)') { & $say $token.Extent 'an escape of PowerShell 6 (`u{...} or `e)' }
            foreach ($nested in @($token.NestedTokens)) { if ($null -ne $nested) { $all.Enqueue($nested) } }
        }
        if ($kind -notin 'NewLine', 'Comment', 'LineContinuation') { $previousLine = $token.Extent.EndLineNumber }
    }

    foreach ($node in $tree.FindAll({ $true }, $true)) {
        switch ($node.GetType().Name) {
            'TernaryExpressionAst' { & $say $node.Extent 'a ternary' }
            'PipelineChainAst' { & $say $node.Extent '&& or ||' }
            'PipelineAst' { if ($node.Background) { & $say $node.Extent 'a job by &' } }
            'VariableExpressionAst' { if ($node.VariablePath.UserPath -in $newVariables) { & $say $node.Extent "`$$($node.VariablePath.UserPath)" } }
            'TypeExpressionAst' { if ($node.TypeName.FullName -in $newTypes) { & $say $node.Extent "[$($node.TypeName.FullName)]" } }
            'TypeConstraintAst' { if ($node.TypeName.FullName -in $newTypes) { & $say $node.Extent "[$($node.TypeName.FullName)]" } }
            { $_ -in 'MemberExpressionAst', 'InvokeMemberExpressionAst' } {
                if ($node.Member -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $node.Member.Value -in $newMembers) { & $say $node.Extent ".$($node.Member.Value)" }
                if ($node.NullConditional) { & $say $node.Extent 'null-conditional access' }
            }
            'IndexExpressionAst' { if ($node.NullConditional) { & $say $node.Extent 'null-conditional access' } }
            'CommandAst' {
                $name = $node.GetCommandName()
                if (-not $name) { break }
                $alias = Get-Alias -Name $name -ErrorAction SilentlyContinue
                if ($alias) { $name = $alias.Definition }
                if ($name -in $newCommands) { & $say $node.Extent $name }
                $elements = @($node.CommandElements)
                for ($i = 1; $i -lt $elements.Count; $i++) {
                    $parameter = $elements[$i]
                    if ($parameter -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
                    $known = $newParameters[$name]
                    # Parameters may be shortened; -Leaf is whole.
                    $short = $parameter.ParameterName
                    if ($known -and $short -ne 'Leaf' -and $short.Length -ge 3 -and @($known | Where-Object { $_ -like "$short*" }).Count -gt 0) { & $say $parameter.Extent "$name -$($parameter.ParameterName)" }
                    if ($parameter.ParameterName -like 'Enc*') {
                        $value = if ($parameter.Argument) { $parameter.Argument } elseif ($i + 1 -lt $elements.Count) { $elements[$i + 1] }
                        if ("$value".Trim('''"') -in $newEncodings) { & $say $parameter.Extent "-Encoding $value" }
                    }
                }
                if ($name -eq 'Join-Path' -and @($elements | Select-Object -Skip 1 | Where-Object { $_ -isnot [System.Management.Automation.Language.CommandParameterAst] }).Count -gt 2) { & $say $node.Extent 'Join-Path with three parts' }
            }
        }
    }
    $faults | ForEach-Object { $_ | ConvertTo-Json -Compress }
}
