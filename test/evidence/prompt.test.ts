import { describe, expect, it } from 'vitest';
import { commandBehindPrompt, commandKind } from '../../src/evidence/list/prompt.js';

describe('a prompt', () => {
  it.each([
    ['[PS] C:\\Windows\\system32>Get-SendConnector | fl', 'Get-SendConnector | fl'],
    ['PS C:\\> x', 'x'],
    ['ps c:\\Users\\x> ', ''],
    ['PS>x', 'x'],
    ['C:\\>x', 'x'],
    ['[PS] \\\\server\\share>x', 'x'],
    ['PS Microsoft.PowerShell.Core\\FileSystem::\\\\server\\share> x', 'x'],
    ['[ex01.example.mil]: PS C:\\Users\\admin\\Documents> x', 'x'],
    ['[DBG]: PS C:\\>> x', 'x'],
    ['PS /root> x', 'x'],
    ['PS Cert:\\LocalMachine> x', 'x'],
    ['Name : A', undefined],
    ['> x', undefined],
    ['PSComputerName : a>b', undefined],
    ['["a", "b>"]', undefined],
    ['', undefined],
  ])('%j: %j', (line, command) => expect(commandBehindPrompt(line)).toBe(command));

  it('may be of any length', () => {
    for (const line of [`${'[]'.repeat(100_000)}C`, `[PS] C:\\${'a'.repeat(200_000)}`, `PS C:\\${'>'.repeat(200_000)}`])
      expect(commandBehindPrompt(line) === undefined || line.startsWith('PS')).toBe(true);
  });
});

describe('a command', () => {
  it.each([
    '',
    ' | fl',
    '|FL *',
    ' | Format-List Name, "Domain*",\'TlsDomain\'',
    ' | fl -Property *',
    ' | fl * -Force',
    ' | fl Name -GroupBy Enabled',
    ' | Select-Object Name, Identity, DomainSecureEnabled | fl',
    ' | fl | Out-String -Width 4096',
    ' | select   -Property Name',
    ' | Select -Property Name, Enabled | fl   -Property Name',
    ' | Sort-Object Name -Descending | fl',
    ' | fl | out-string',
    ' | fl | more',
    ' | fl | clip',
    ' | fl | Tee-Object C:\\x.txt',
    ' | fl * | Out-File C:\\x.txt -Encoding utf8',
    ' -DomainController DC01.example.mil | fl',
    ' -Verbose -ErrorAction Stop | fl',
    ' | fl; cls',
  ])('lists all connectors: %j', (rest) => expect(commandKind(`Get-SendConnector${rest}`)).toBe('lists'));

  it.each([
    ...['', 'cls', 'Clear-Host', 'cd C:\\', 'Start-Transcript', 'Start-Transcript -Path "$env:TEMP\\x.txt" -Append'],
    ...['Stop-Transcript', 'Stop-Transcript | Out-Null', '$FormatEnumerationLimit=-1', '$FormatEnumerationLimit = 16'],
  ])('prints nothing of connectors: %j', (command) => expect(commandKind(command)).toBe('harmless'));

  it.each([
    ' "Mail to partner" | fl',
    ' -Identity A | fl',
    ' -Identity:A | fl',
    ' -ErrorAction',
    ' -ErrorAction {x}',
    ' | ? Enabled | fl',
    ' | where {$_.DomainSecureEnabled} | fl',
    ' | select -First 1 | fl',
    ' | select Name -Unique | fl',
    ' | sort Name -Unique | fl',
    ' | select Name,@{n="Enabled";e={$true}} | fl',
    " | fl Name,@{n='DomainSecureEnabled';e={$true}}",
    ' | fl; Get-Date',
    ' | fl > x.txt',
    ' | sls True',
    ' | ft',
    ' | flx',
    ' | x fl',
    ' | fl x-Property *',
    ' | fl *;x',
    ' | my select Name',
    ' | select x-Property Name',
    ' | fl | my Out-File',
    ' | fl | Out-File (x)',
    ' | fl | Out-File x.txt; x',
    ' |',
    ' | toString',
    '; Get-ReceiveConnector | fl',
    's | fl',
  ])('may leave something out: %j', (rest) => expect(commandKind(`Get-SendConnector${rest}`)).toBe('other'));

  it('may be any other', () => {
    for (const command of ['exit', 'Start-Transcriptx', '$x = Get-SendConnector', 'cd (x)', 'Stop-Transcript; x'])
      expect(commandKind(command)).toBe('other');
    const blanks = ' '.repeat(200_000);
    expect(commandKind(`Get-SendConnector${blanks}|${blanks}fl${blanks}%`)).toBe('other');
  });
});
