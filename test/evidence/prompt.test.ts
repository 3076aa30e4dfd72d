import { describe, expect, it } from 'vitest';
import { filterIn, isCommandLine } from '../../src/evidence/prompt.js';

describe('the command above a list', () => {
  it.each([
    '',
    ' | fl',
    '|FL *',
    ' | Format-List Name, "Domain*",\'TlsDomain\'',
    ' | fl -Property *',
    ' | Select-Object Name, Identity, DomainSecureEnabled | fl',
    ' | fl | Out-String -Width 4096',
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
    [' |', 'nothing behind |'],
    ['; Get-ReceiveConnector | fl', '; Get-ReceiveConnector'],
    ['s | fl', undefined],
  ])('may leave something out: %j', (rest, expected) => {
    const line = `[PS] C:\\>Get-SendConnector${rest}`;
    expect(isCommandLine(line)).toBe(expected !== undefined);
    if (expected !== undefined) expect(filterIn(line)).toBe(expected);
  });

  it('takes lines of any length', () => {
    const blanks = ' '.repeat(200_000);
    for (const line of [`C:\\>${blanks}Get-SendConnector${blanks}|${blanks}fl${blanks}%`, `${'[]'.repeat(100_000)}C`])
      expect(isCommandLine(line) && filterIn(line) === undefined).toBe(false);
  });
});
