import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comment, helpText, literal, plainText } from '../../src/remediation/powershell.js';
import { mix, randomOf } from '../fuzz/random.js';
import { temporaryFolder } from '../support/command.js';
import { powershell, runPowerShell } from '../support/powershell.js';

const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);
const path = 'path' in found ? found.path : '';

/** What is more than a letter to PowerShell, or to a reader's eyes. */
const pieces = [
  ...'\'"`$(){}[]@#<>&|;,%*?!\\/-=+~^:. \t\n\r\0\u001b\u0085\u00a0',
  ...'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2013\u2014\u2015\u2028\u2029\u202a\u202e\u200b\u200d\u200f\u2066\ufeff',
  ...[
    '\ud83d\ude42',
    '\ud800',
    '\udc00',
    'ö',
    '東',
    'a',
    'Z',
    '0',
    '#>',
    '<#',
    "''",
    "'@",
    "@'",
    '$(exit 9)',
    '`n',
    '\u00ad',
  ],
  ...[
    'SIG # Begin signature block',
    'requires -Version 99',
    'using module x',
    ' \n# SIG # Begin signature block\n',
    'x'.repeat(120),
  ],
];
const texts = Array.from({ length: 600 }, (_, i) => {
  const random = randomOf(mix(17, i));
  return Array.from({ length: random.int(12) }, () => random.pick(pieces as [string, ...string[]])).join('');
});

const unitsOf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16)).join(' ');

describe.skipIf('skip' in found)('text in a script', () => {
  const folder = temporaryFolder();
  const run = (lines: readonly string[]): readonly string[] => {
    const file = join(folder, 'script.ps1');
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    const { status, stdout, stderr } = runPowerShell(path, ['-File', file]);
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split('\n').slice(0, -1);
  };

  it('is the same text to PowerShell, whatever is in it', () => {
    const shown = '{ param([string]$t) @($t.ToCharArray() | ForEach-Object { "{0:x}" -f [int]$_ }) -join " " }';
    const told = run([`$show = ${shown}`, ...texts.map((text) => `& $show ${literal(text)}`)]);
    expect(told).toEqual(texts.map(unitsOf));
  });

  it('ends no comment and begins no signature', () => {
    const script = [
      ...texts.flatMap((text) => comment(`Connector "${text}"`)),
      '<#',
      ...helpText(texts.map((text) => `Host ${text}`)),
      '#>',
    ];
    writeFileSync(join(folder, 'comments.ps1'), script.join('\n'));
    const told = run([
      '$tokens = $null; $errors = $null',
      `$null = [System.Management.Automation.Language.Parser]::ParseFile(${literal(join(folder, 'comments.ps1'))}, [ref]$tokens, [ref]$errors)`,
      '$errors.Count; @($tokens | ForEach-Object { "$($_.Kind)" } | Sort-Object -Unique) -join " "',
    ]);
    expect(told).toEqual(['0', 'Comment EndOfInput NewLine']);
    expect(script.join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
    expect(script.filter((line) => /SIG #|^#(requires|using)/i.test(line))).toEqual([]);
  });

  it('is told from other texts wherever it is only shown', () => {
    for (const text of texts) expect(plainText(text)).toMatch(/^[\x20-\x7e]*$/);
    expect(plainText('Größe \u202ex\n')).toBe('Gr\\u{F6}\\u{DF}e \\u{202E}x\\u{A}');
  });
});
