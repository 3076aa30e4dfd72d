import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { powershell } from '../support/powershell.js';
import { unknownTo51 } from './windows-powershell.js';

const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);
const path = 'path' in found ? found.path : '';

/** What 5.1 does not know, one in each script. */
const refused = [
  '$a = $b ? 1 : 2',
  '$a = $b ?? 1',
  '$a ??= 1',
  `$a = \${a}?.Length`,
  `$a = \${a}?[0]`,
  'Get-Date && Get-Date',
  'Get-Date || Get-Date',
  'Get-Date &',
  '1..3 | ForEach-Object -Parallel { $_ }',
  '1..3 | % -Parallel { $_ }',
  '$a | ConvertTo-Json -AsArray',
  '$a | ConvertFrom-Json -AsHashtable',
  '$a | Export-Csv x.csv -UseQuotes Never',
  '$a | Set-Content x -Encoding utf8BOM',
  "$a | Out-File x -Encoding 'utf8NoBOM'",
  '$a | Out-File x -Encoding:ansi',
  'Get-Content x -AsByteStream',
  'Split-Path x -LeafBase',
  'Join-Path a b c',
  'Get-Date -AsUTC',
  'Get-Error',
  'if ($IsWindows) { 1 }',
  '"$(if ($IsLinux) { 1 })"',
  '"$($a ? 1 : 2)"',
  '[Convert]::ToHexString($a)',
  '[semver]"1.2.3"',
  '"`u{1F600}"',
  '"`e[0m"',
  '$a = 0b101',
  '$a = 5uy',
  'Get-Date\n    | Out-String',
  'function f { process { 1 } clean { 2 } }',
  '$a = "ö"',
  'if (',
];

/** What it knows, though it looks like something new. */
const accepted = [
  'param([switch]$A)\nif ($a -and -not $b) { "$($c.Name): `n" } else { & $d }',
  "'$a ? 1 : 2 && ?? `u{41}' # $a ?? $b && `u{41}",
  'Get-Date |\n    Out-String',
  '1..3 | ForEach-Object { $_ } | Where-Object { $_ -gt 1 } | ? { $_ }',
  '$a | Export-Csv x.csv -NoTypeInformation -Encoding UTF8',
  '[pscustomobject]@{ A = 1 } | ConvertTo-Json -Depth 3 -Compress | Out-File x -Encoding ascii',
  'Join-Path a b; Join-Path -Path (Join-Path a b) -ChildPath c; Split-Path -Leaf x; Split-Path -Parent x',
  '$a = 0x10uy; $b = 1MB; $c = 10l; $d = 1.5d; $e = 0xFF',
  '[ordered]@{ a = 1 }; [char]0x201C; Get-Item x -ErrorAction Stop; Add-Content -LiteralPath x -Value y -Encoding ASCII',
  '\ufeff$a = "ö"',
];

describe.skipIf('skip' in found)('what Windows PowerShell 5.1 does not know', () => {
  const folder = temporaryFolder();
  const written = (texts: readonly string[], kind: string): readonly string[] =>
    texts.map((text, i) => {
      const file = join(folder, `${kind}-${i}.ps1`);
      writeFileSync(file, text);
      return file;
    });

  it('is found, whatever it is', () => {
    const scripts = written(refused, 'refused');
    const faulty = new Set(unknownTo51(path, scripts).map(({ Script }) => Script));
    expect(refused.filter((_, i) => !faulty.has(scripts[i] ?? ''))).toEqual([]);
  });

  it('is not seen where there is none', () => {
    expect(unknownTo51(path, written(accepted, 'accepted'))).toEqual([]);
  });
});
