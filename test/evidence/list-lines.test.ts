import { describe, expect, it } from 'vitest';
import { fromFormatList } from '../../src/evidence/list/read.js';
import { valueOfPieces } from '../../src/evidence/list/value.js';

/** The records of a text as `label line value`, and what was told of it with its line. */
const outcome = (text: string) => {
  const read = fromFormatList(text, 'f');
  const codes = read.diagnostics.map(({ code, place, more }) => [code, place.line, more].filter(Boolean).join(' '));
  if (!read.ok) return codes;
  const records = read.value.map(({ properties }) =>
    [...properties].map(([, { name, place, value }]) =>
      [name, place.line, 'text' in value ? value.text : value.kind].join(' '),
    ),
  );
  return { records, codes };
};

describe('the lines of a list', () => {
  it('are padded to the longest label, in cells, and end with an empty line', () => {
    expect(outcome('Name : A\nAb   :\n\n')).toEqual({ records: [['Name 1 A', 'Ab 2 null']], codes: [] });
    expect(outcome('Name   : A\n\u30b5\u30fc\u30d0 : x\n\n')).toMatchObject({ codes: [] });
    expect(outcome('Name  : A\nAb    : x\n\n')).toMatchObject({ codes: ['list-lines-removed 1'] });
    expect(outcome('Name : A\n')).toMatchObject({ codes: ['list-object-open 1'] });
    expect(outcome('Name : A')).toMatchObject({ codes: ['list-object-open 1'] });
    expect(outcome('Name : A\n \n')).toMatchObject({ codes: ['list-object-open 1', 'list-line-unknown 2'] });
    expect(outcome('Name : A\nPS C:\\>\n')).toMatchObject({ codes: ['list-object-open 1'] });
  });

  it('may have colons and blanks in labels, and a tab for the blank behind the colon', () => {
    expect(outcome('Server Name : A\nSite: HQ    : x\nSite : B    : y : z\nComment     :\tt\n\n')).toEqual({
      records: [['Server Name 1 A', 'Site: HQ 2 x', 'Site : B 3 y : z', 'Comment 4 t']],
      codes: [],
    });
  });

  it('go on in lines that are indented to the value, of blanks too', () => {
    expect(outcome('Name    : A\nComment : x\n          y\n          \n            z\nAb      : b\n\n')).toEqual({
      records: [['Name 1 A', 'Comment 2 x\ny\n\n  z', 'Ab 6 b']],
      codes: [],
    });
    expect(outcome('Enabled : True\n          x\n\n')).toEqual({
      records: [['Enabled 1 True']],
      codes: ['list-value-goes-on 2'],
    });
    expect(outcome('Enabled :\n          True\n\n')).toMatchObject({ records: [['Enabled 1 unreadable']] });
  });

  it('may have lost their padding, or the blank before the colon', () => {
    expect(outcome('Name : A\nDomainSecureEnabled : False\n\n')).toEqual({
      records: [['Name 1 A', 'DomainSecureEnabled 2 False']],
      codes: ['list-layout 1'],
    });
    expect(outcome('Name: A\nDomainSecureEnabled: False\nServer: x\nTwo words: y\n\n')).toEqual({
      records: [['Name 1 A', 'DomainSecureEnabled 2 False', 'Server 3 x']],
      codes: ['list-line-unknown 4', 'list-layout 1'],
    });
    expect(outcome('Name                : A\nDomainSecureEnabled: False\n\n')).toMatchObject({
      records: [['Name 1 A', 'DomainSecureEnabled 2 False']],
      codes: ['list-layout 1'],
    });
  });

  it('may have blank lines between them, until a label comes again', () => {
    expect(outcome('Name : A\n\nEnabled : True\n\nName : B\n\nEnabled : False\n\n')).toEqual({
      records: [
        ['Name 1 A', 'Enabled 3 True'],
        ['Name 5 B', 'Enabled 7 False'],
      ],
      codes: ['list-layout 1 1'],
    });
    expect(outcome('Name : A\n\nName : B\n\n')).toEqual({ records: [['Name 1 A'], ['Name 3 B']], codes: [] });
    expect(outcome('[PS] C:\\>\n\nComment : A\n\nName    : B\n\nPort    : 25\n\n')).toMatchObject({
      records: [['Comment 3 A', 'Name 5 B', 'Port 7 25']],
    });
    expect(outcome('Name : A\n\n\nEnabled : True\n\n')).toMatchObject({ codes: [] });
  });

  it('of another object stand below an empty line where a later label comes again, even if the first object lacks the first one', () => {
    const console = (text: string) => outcome(`[PS] C:\\>\n\n${text}`);
    expect(console('Name    : A\nComment : x\n\nEnabled : False\nName    : B\nComment : y\n\n')).toEqual({
      records: [
        ['Name 3 A', 'Comment 4 x'],
        ['Enabled 6 False', 'Name 7 B', 'Comment 8 y'],
      ],
      codes: ['list-labels-differ 6'],
    });
    expect(console('Name    : A\nComment : x\n\nEnabled : False\nPort    : 25\n\n')).toEqual({
      records: [['Name 3 A', 'Comment 4 x', 'Enabled 6 False', 'Port 7 25']],
      codes: [],
    });
    // The object goes on, and the next one's empty line was lost.
    expect(
      console('Name    : A\nComment : x\n\nEnabled : False\nName    : B\nComment : y\nEnabled : True\n\n'),
    ).toEqual({
      records: [
        ['Name 3 A', 'Comment 4 x', 'Enabled 6 False'],
        ['Name 7 B', 'Comment 8 y', 'Enabled 9 True'],
      ],
      codes: ['list-object-open 7'],
    });
  });

  it('may have lost the empty line between objects: where the first label comes again another begins', () => {
    expect(outcome('Name : A\nId   : 1\nName : B\nId   : 2\n\n')).toEqual({
      records: [
        ['Name 1 A', 'Id 2 1'],
        ['Name 3 B', 'Id 4 2'],
      ],
      codes: ['list-object-open 3'],
    });
    expect(outcome('Name : A\nId   : 1\nId   : 2\n\n')).toEqual({
      records: [['Name 1 A', 'Id 2 unreadable']],
      codes: ['list-label-twice 3'],
    });
    // Right below itself it is one property with two values.
    expect(outcome('Enabled : True\nEnabled : False\nId      : 2\n\n')).toEqual({
      records: [['Enabled 1 unreadable', 'Id 3 2']],
      codes: ['list-label-twice 2'],
    });
  });

  it('may be quoted, indented or in bullets, or have no-break spaces', () => {
    for (const text of [
      '> Name    : A\n> Enabled : False\n>\n',
      '>> Name    : A\n>> Enabled : False\n>>\n',
      '- Name    : A\n- Enabled : False\n\n',
      '    Name    : A\n    Enabled : False\n\n',
      'Name\u00a0\u00a0\u00a0\u00a0: A\nEnabled : False\n\n',
      'Name    :\u00a0A\nEnabled : False\u00a0\n\n',
    ])
      expect(outcome(text), text).toMatchObject({
        records: [['Name 1 A', 'Enabled 2 False']],
        codes: [expect.stringMatching(/^list-layout 1/)],
      });
    expect(outcome('Name : a\u00a0b\n\n')).toEqual({ records: [['Name 1 a\u00a0b']], codes: [] });
  });

  it('have the same labels in all objects that one command prints', () => {
    const [a, b] = ['Name    : A\nEnabled : True\n', 'Enabled : True\n'];
    expect(outcome(`${a}\n${a}\n`)).toMatchObject({ codes: [] });
    expect(outcome(`${a}\n${b}\n`)).toMatchObject({ codes: ['list-labels-differ 4'] });
    expect(outcome(`${a}\n\n${b}\n`)).toMatchObject({ codes: [] });
    expect(outcome(`${a}\nRunspaceId : x\nName       : A\nEnabled    : True\n\n`)).toMatchObject({ codes: [] });
  });

  it('that are none withhold the pass; an indented one, or one below a blank value, may belong to it', () => {
    expect(outcome('Enabled :\n  True\n\n')).toEqual({
      records: [['Enabled 1 unreadable']],
      codes: ['list-line-unknown 2'],
    });
    expect(outcome('Enabled :\nTrue\n\n')).toMatchObject({ records: [['Enabled 1 unreadable']] });
    expect(outcome('Name : A\nB\nId   : C\nD\n\nSome words\n')).toEqual({
      records: [['Name 1 A', 'Id 3 C']],
      codes: ['list-line-unknown 2 2'],
    });
  });

  it('that are all unknown are refused', () => {
    for (const text of ['hello', 'Note: this', 'A: b', ':', ': A', ' : A', 'Get-SendConnector | fl'])
      expect(outcome(text), text).toEqual(['list-nothing']);
    expect(outcome('\n \n'), 'blanks').toEqual(['list-nothing']);
    expect(outcome('')).toEqual({ records: [], codes: [] });
  });

  it('that were lost from all that Format-List prints are missed', () => {
    const names =
      'AddressSpaces Comment ConnectedDomains ConnectionInactivityTimeOut DNSRoutingEnabled DomainSecureEnabled Enabled ForceHELO Fqdn HomeMTA HomeMtaServerId Identity IgnoreSTARTTLS IsScopedConnector IsSmtpConnector MaxMessageSize Name Port ProtocolLoggingLevel RequireTLS SmartHostAuthMechanism SmartHosts SmartHostsString SourceIPAddress SourceRoutingGroup SourceTransportServers UseExternalDNSServersEnabled'.split(
        ' ',
      );
    const printed = (some: readonly string[]) => `${some.map((name) => `${name.padEnd(28)} : x\n`).join('')}\n`;
    expect(outcome(printed(names))).toMatchObject({ codes: [] });
    for (const name of names)
      expect(outcome(printed(names.filter((other) => other !== name))), name).toMatchObject({
        codes: ['list-lines-removed 1'],
      });
  });
});

describe('a value of lines', () => {
  const value = (...lines: string[]) =>
    valueOfPieces(
      'tlsdomain',
      lines.map((text) => ({ text, end: text.length })),
      80,
    );
  const items = (...texts: string[]) => ({ kind: 'list', items: texts.map((text) => ({ kind: 'text', text })) });
  const joined = (key: string, width: number, ...lines: string[]) =>
    valueOfPieces(
      key,
      lines.map((text) => ({ text, end: text.length })),
      width,
    );

  it('is without the spaces around it, and with any other white space', () => {
    expect(value(' \ta b \t ')).toEqual({ kind: 'text', text: 'a b' });
    expect(value(' \t')).toEqual({ kind: 'null' });
    expect(value('\u00a0a\u00a0')).toEqual({ kind: 'text', text: '\u00a0a\u00a0' });
  });

  it('is a list in braces', () => {
    expect(value('{a, b}')).toEqual(items('a', 'b'));
    expect(value('{ a,  b }')).toEqual(items('a', 'b'));
    expect(value('{ }')).toEqual(items());
    expect(value('{a, b')).toMatchObject({ reason: 'cut' });
  });

  it('was cut where it ends in dots, unless it may be any text', () => {
    for (const text of ['a...', 'a\u2026', '{a, b...}', '{a, b\u2026}', '{a, b.. .}', '{a, b...', '{a, b... }'])
      expect(value(text)).toMatchObject({ kind: 'unreadable', reason: 'cut', seen: text });
    for (const text of ['a...b', 'a..', '... and more']) expect(value(text)).toEqual({ kind: 'text', text });
    for (const key of ['name', 'identity', 'id', 'distinguishedname', 'comment', 'admindisplayname'])
      for (const text of ['{a', 'a...']) expect(joined(key, 80, text)).toEqual({ kind: 'text', text });
  });

  it('goes on without a break where the line was full or the next word did not fit', () => {
    expect(joined('comment', 8, 'abcdefgh', 'ij')).toMatchObject({ text: 'abcdefghij' });
    expect(joined('comment', 8, 'abcd ', 'efgh')).toMatchObject({ text: 'abcd efgh' });
    expect(joined('comment', 8, 'abcd', 'efgh')).toMatchObject({ text: 'abcd efgh' });
    expect(joined('comment', 9, 'abcd', 'efgh')).toMatchObject({ text: 'abcd\nefgh' });
    expect(joined('comment', 9, 'abcd ', 'efgh')).toMatchObject({ text: 'abcd \nefgh' });
    expect(joined('comment', 8, 'abcdefg', '\u6771\u4eac')).toMatchObject({ text: 'abcdefg\u6771\u4eac' });
    expect(joined('comment', 8, 'abcdefgh', 'Name : F')).toMatchObject({ text: 'abcdefgh\nName : F' });
  });

  it('shows its lines where it cannot be read', () => {
    expect(value('a ', '...')).toMatchObject({ reason: 'cut', seen: 'a ...' });
    expect(joined('enabled', 80, ' ', ' T ')).toMatchObject({ kind: 'unreadable', seen: 'T' });
  });
});
