import { describe, expect, it } from 'vitest';
import { filterIn, isCommandLine, isEmptyPrompt } from '../../src/evidence/list/prompt.js';

describe('the command above a list', () => {
  it.each([
    '',
    ' | fl',
    '|FL *',
    ' | Format-List Name, "Domain*",\'TlsDomain\'',
    ' | fl -Property *',
    ' | Select-Object Name, Identity, DomainSecureEnabled | fl',
    ' | fl | Out-String -Width 4096',
    ' | select   -Property Name',
    ' | Select -Property Name, Enabled | fl   -Property Name',
    ' | fl | out-string',
    ' | fl * | Out-File C:\\x.txt -Encoding utf8',
  ])('leaves nothing out: %j', (rest) => {
    const line = `[PS] C:\\>Get-SendConnector${rest}`;
    expect(isCommandLine(line)).toBe(true);
    expect(filterIn(line)).toBeUndefined();
  });

  it.each([
    [' "Mail to partner" | fl', '"Mail to partner"'],
    [' -Identity A | fl', '-Identity A'],
    [' | ? Enabled | fl', '? Enabled'],
    [' | where {$_.DomainSecureEnabled} | fl', 'where {$_.DomainSecureEnabled}'],
    [' | select -First 1 | fl', 'select -First 1'],
    [' | select Name -Unique | fl', 'select Name -Unique'],
    [' | select Name,@{n="Enabled";e={$true}} | fl', 'select Name,@{n="Enabled";e={$true}}'],
    [" | fl Name,@{n='DomainSecureEnabled';e={$true}}", "fl Name,@{n='DomainSecureEnabled';e={$true}}"],
    [' | fl; cls', 'fl; cls'],
    [' | fl > x.txt', 'fl > x.txt'],
    [' | sls True', 'sls True'],
    [' | flx', 'flx'],
    [' | x fl', 'x fl'],
    [' | fl x-Property *', 'fl x-Property *'],
    [' | fl *;x', 'fl *;x'],
    [' | my select Name', 'my select Name'],
    [' | select x-Property Name', 'select x-Property Name'],
    [' | fl | my Out-File', 'my Out-File'],
    [' | fl | Out-File x.txt; x', 'Out-File x.txt; x'],
    [' | fl | Out-Filex', 'Out-Filex'],
    [' |', 'nothing behind |'],
    ['; Get-ReceiveConnector | fl', '; Get-ReceiveConnector'],
    ['s | fl', undefined],
  ])('may leave something out: %j', (rest, expected) => {
    const line = `[PS] C:\\>Get-SendConnector${rest}`;
    expect(isCommandLine(line)).toBe(expected !== undefined);
    if (expected !== undefined) expect(filterIn(line)).toBe(expected);
  });

  it('may be written in any case', () => {
    expect(isCommandLine('[ps] c:\\>GET-SENDCONNECTOR|FL')).toBe(true);
    expect(isEmptyPrompt('ps c:\\Users\\x> ')).toBe(true);
    expect(isEmptyPrompt('PS C:\\>exit')).toBe(false);
  });

  it('takes lines of any length', () => {
    const blanks = ' '.repeat(200_000);
    for (const line of [`C:\\>${blanks}Get-SendConnector${blanks}|${blanks}fl${blanks}%`, `${'[]'.repeat(100_000)}C`])
      expect(isCommandLine(line) && filterIn(line) === undefined).toBe(false);
  });
});
