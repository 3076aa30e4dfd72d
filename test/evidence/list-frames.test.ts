import { describe, expect, it } from 'vitest';
import { fromFormatList } from '../../src/evidence/list/read.js';

const object = 'Name                : A\nDomainSecureEnabled : True\n\n';

/** The codes with their lines, and the names of the records' connectors. */
const outcome = (text: string) => {
  const read = fromFormatList(text, 'f');
  const codes = read.diagnostics.map(({ code, place }) => `${code} ${place.line}`);
  const names = read.ok ? read.value.map(({ properties }) => properties.get('name')?.value) : [];
  return { codes, names: names.map((value) => (value?.kind === 'text' ? value.text : value?.kind)) };
};

const isWhole = (text: string) => expect(outcome(text), text).toEqual({ codes: [], names: ['A'] });

describe('around a list', () => {
  it.each([
    '=====\nSend connectors\n=====\n\n',
    '##########\nSend connectors\n',
    '==== A ====\n\n',
    '==== -- 1 ====\n\n',
    '==== -- 1 = * ====\n\n',
    '===Send Connector Details===:\n\n\n',
    '-----\n***:\n',
    'VERBOSE: Connecting to EX01.example.mil.\nVERBOSE: Connected to EX01.example.mil.\n',
    '         Welcome to the Exchange Management Shell!\n\nFull list of cmdlets: Get-Command\n\nTip of the day #45:\n\nDid you know: that?\n\n Get-Mailbox "user" | fl\n\nVERBOSE: Connecting to EX01.\n',
    'Creating a new session for implicit remoting of "Get-SendConnector" command...\n',
    'Windows PowerShell\nCopyright (C) Microsoft Corporation. All rights reserved.\n\n',
    'PowerShell 7.4.1\n',
    '**********************\nCommand start time: 20260102030405\n**********************\nPS>Get-SendConnector | fl\n\n',
    '[PS] C:\\>cls\n[PS] C:\\>$FormatEnumerationLimit = -1\n[PS] C:\\>Get-SendConnector | fl\n\n',
    'PS C:\\> Get-SendConnector |\n>> Format-List Name, DomainSecureEnabled\n>>\n\n',
    '[PS] C:\\>Get-SendConnector | Format-List Name,DomainSecureEnabled,DNSRouting\nEnabled,Tls\nDomain\n\n',
  ])('%j is known', (above) => isWhole(above + object));

  it('a heading below a rule is no command whose prompt was damaged', () => {
    const text = `=====\nPS] C:\\>Get-SendConnector | where Enabled\n\n${object}`;
    expect(outcome(text)).toEqual({ codes: ['list-line-unknown 2'], names: ['A'] });
  });

  it('a transcript has its beginning and its end', () => {
    const start =
      '**********************\nWindows PowerShell transcript start\nStart time: 20260102030405\nUsername: EXAMPLE\\admin\nMachine: EDGE01 (Microsoft Windows NT 10.0.17763.0)\n**********************\nTranscript started, output file is C:\\t.txt\n';
    const end =
      '**********************\nWindows PowerShell transcript end\nEnd time: 20260102030406\n**********************\n';
    isWhole(`${start}PS C:\\> Get-SendConnector | fl\n\n${object}PS C:\\> Stop-Transcript\n${end}`);
    expect(outcome(start + object).codes).toEqual(['list-transcript-cut undefined']);
    expect(outcome(object + end).codes).toEqual(['list-transcript-cut 5']);
  });

  it('colours are taken off', () => {
    isWhole('\u001b[32;1mName                : \u001b[0mA\n\u001b[32;1mDomainSecureEnabled : \u001b[0mTrue\n\n');
  });

  it('a group heading is a property of the objects below', () => {
    const read = fromFormatList(`\n   Enabled: True\n\n${object}${object}`, 'f');
    if (!read.ok) throw new Error('refused');
    expect(read.diagnostics).toEqual([]);
    for (const { properties } of read.value)
      expect(properties.get('enabled')).toMatchObject({ place: { line: 2 }, value: { kind: 'text', text: 'True' } });
    expect(outcome(`\n   Name: B\n\n${object}`).codes).toEqual(['list-group-differs 4']);
    expect(outcome(`\n   Name: A\n\n${object}`).codes).toEqual([]);
    expect(outcome(`\n   Name: A\n\n=====\n${object}`).codes).toEqual(['list-line-unknown 2']);
    expect(outcome(`${object}\n   Name: A\n\n`).codes).toEqual(['list-line-unknown 5']);
  });

  it.each([
    ['Send Connector Details:', 'list-line-unknown 1'],
    ['Get-SendConnector | fl', 'list-line-unknown 1'],
    ['=====\nDomainSecureEnabled False', 'list-line-unknown 2'],
    ['WARNING: The object has been corrupted.', 'list-complaint 1'],
    [
      'Get-SendConnector : The operation failed.\nAt line:1 char:1\n    + CategoryInfo          : x',
      'list-complaint 1',
    ],
    ['Get-SendConnector: The term is not recognized', 'list-complaint 1'],
    ['[PS] C:\\>Get-SendConnector -Identity A | fl', 'list-command 1'],
    ['[PS] C:\\>Get-Date', 'list-command 1'],
  ])('%j withholds the pass', (above, code) =>
    expect(outcome(`${above}\n\n${object}`)).toEqual({ codes: [code], names: ['A'] }),
  );

  it('a command is shown if it is Get-SendConnector, else its name alone', () => {
    const commandOf = (command: string) =>
      fromFormatList(`PS C:\\> ${command}\n\n${object}`, 'f').diagnostics.map(({ args }) => args);
    expect(commandOf('Get-SendConnector A | fl')).toEqual([{ command: 'Get-SendConnector A | fl' }]);
    expect(commandOf('Set-Secret hunter2')).toEqual([{ command: 'Set-Secret' }]);
    expect(commandOf('$x = 1')).toEqual([{ command: 'another command' }]);
  });

  it('a command that found nothing is no refusal', () => {
    const command = 'PS C:\\> Get-SendConnector | fl\nPS C:\\>\n';
    expect(fromFormatList(command, 'f')).toEqual({ ok: true, value: [], diagnostics: [] });
    expect(outcome('PS C:\\>\n').codes).toEqual(['list-nothing undefined']);
    expect(outcome(`${command}words\n`).codes).toEqual(['list-nothing undefined']);
  });

  it('a console keeps no blanks of an empty line within a value', () => {
    const named = (comment: string) =>
      `Name                : A\nComment             : x\n${comment}DomainSecureEnabled : True\n\n`;
    const hanging = `\n${' '.repeat(22)}third\n`;
    const command = 'PS C:\\> Get-SendConnector | fl\n\n';
    isWhole(command + named(hanging));
    isWhole(command + named('\n'));
    isWhole(command + named(`\n\n${hanging}`));
    expect(outcome(named(hanging)).codes).not.toEqual([]);
    expect(outcome(named('\n')).codes).not.toEqual([]);
    expect(outcome(command + named('\n\n')).codes).not.toEqual([]);
    expect(outcome(command + named('\n').replace('Comment ', 'Fqdn    ')).codes).not.toEqual([]);
    const two = 'Name    : A\nComment : x\n\nName    : B\nComment : y\n\n';
    expect(outcome(command + two)).toEqual({ codes: [], names: ['A', 'B'] });
  });

  it('objects without any property of a connector are left out: their labels may be secrets', () => {
    expect(outcome(`hush : x\n\n\n${object}`)).toEqual({ codes: ['list-other-object 1'], names: ['A'] });
    expect(outcome('hush                     : x\nAuthenticationCredential : y\n\n').codes).toEqual([
      'list-nothing undefined',
    ]);
  });

  it('objects of other cmdlets are records too', () => {
    expect(outcome(`${object}\nName        : T\nMaxSendSize : 1\n\n`)).toEqual({ codes: [], names: ['A', 'T'] });
  });
});
