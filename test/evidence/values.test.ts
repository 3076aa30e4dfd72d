import { describe, expect, it } from 'vitest';
import { seen } from '../../src/evidence/seen.js';
import { toBoolean, toList, toText, toTlsAuthLevel } from '../../src/evidence/values.js';
import type { ExportProperty, ExportValue } from '../../src/model/export-record.js';

const text = (t: string): ExportValue => ({ kind: 'text', text: t });
const nothing: ExportValue = { kind: 'null' };
const object = (parts: {
  text?: string;
  inner?: ExportValue;
  properties?: Record<string, ExportValue>;
}): ExportValue => ({
  kind: 'object',
  typeNames: [],
  text: parts.text,
  inner: parts.inner,
  properties: new Map(
    Object.entries(parts.properties ?? {}).map(([name, value]): [string, ExportProperty] => [
      name.toLowerCase(),
      { name, place: {}, value },
    ]),
  ),
});
const isUnknown = (reason: string) => expect.objectContaining({ state: 'unknown', reason });
const isKnown = (value: unknown) => ({ state: 'known', value });

describe('toBoolean', () => {
  it.each(['True', 'true', 'TRUE', '$true', ' $True ', 'tRUE'])('%j is true', (word) =>
    expect(toBoolean(text(word))).toEqual(isKnown(true)),
  );
  it.each(['False', '$false', ' FALSE '])('%j is false', (word) =>
    expect(toBoolean(text(word))).toEqual(isKnown(false)),
  );
  it.each([
    'WAHR',
    'VRAI',
    '1',
    '0',
    'yes',
    'no',
    'Tru',
    'True;True',
    '$ true',
    'ＴＲＵＥ',
    'true.',
    '\u00a0True',
    'True\r\n',
  ])('%j is unreadable', (word) => expect(toBoolean(text(word))).toEqual(isUnknown('unreadable')));
  it('takes null as null, and neither numbers nor objects nor lists as truth', () => {
    expect(toBoolean(nothing)).toEqual(isKnown(null));
    expect(toBoolean(text('  '))).toEqual(isKnown(null));
    expect(toBoolean({ kind: 'number', text: '1' })).toEqual(isUnknown('unreadable'));
    expect(toBoolean(object({}))).toEqual(isUnknown('unreadable'));
    expect(toBoolean({ kind: 'list', items: [{ kind: 'boolean', value: true }] })).toEqual(isUnknown('unreadable'));
    expect(toBoolean({ kind: 'withheld' })).toEqual(isUnknown('unreadable'));
    expect(toBoolean(text('System.Boolean[]'))).toEqual(isUnknown('flattened'));
  });
  it('takes what an object wraps, where nothing beside it could say something else', () => {
    const yes: ExportValue = { kind: 'boolean', value: true };
    expect(toBoolean(object({ inner: yes }))).toEqual(isKnown(true));
    expect(toBoolean(object({ inner: yes, text: 'True' }))).toEqual(isKnown(true));
    expect(toBoolean(object({ inner: yes, text: 'False' }))).toEqual(isUnknown('unreadable'));
    expect(toBoolean(object({ inner: yes, text: '' }))).toEqual(isUnknown('unreadable'));
    expect(toBoolean(object({ inner: yes, properties: { value: nothing } }))).toEqual(isUnknown('unreadable'));
    expect(toBoolean(object({ text: 'True' }))).toEqual(isUnknown('unreadable'));
    expect(toBoolean(object({ inner: text('True') }))).toEqual(isUnknown('unreadable'));
  });
});

describe('what is shown of a value that cannot be read', () => {
  const shownOf = (value: ExportValue) => {
    const read = toBoolean(value);
    return read.state === 'unknown' ? read.seen : 'known';
  };

  it('is its beginning, or what it is', () => {
    expect(shownOf(text('x'.repeat(61)))).toBe(`${'x'.repeat(60)}…`);
    expect(shownOf({ kind: 'number', text: '12' })).toBe('12');
    expect(shownOf({ kind: 'list', items: [nothing, nothing] })).toBe('a list of 2');
    expect(shownOf(object({}))).toBe('an object');
    expect(shownOf(object({ text: 'Yes' }))).toBe('Yes');
    expect(shownOf({ kind: 'withheld' })).toBeUndefined();
    expect(shownOf({ kind: 'unreadable', reason: 'cut', seen: 'x...' })).toBe('x...');
    expect(toText({ kind: 'boolean', value: true })).toEqual({ state: 'unknown', reason: 'unreadable', seen: 'true' });
  });

  it('is the whole text up to the limit', () => {
    expect(seen('x'.repeat(60))).toBe('x'.repeat(60));
    expect(seen('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
    expect(seen('abcd', 3)).toBe('abc…');
    expect(seen('A @{Password=hunter2}')).toBe('A @{…}');
  });

  it.each(['@{Password=hunter2}', ' @{Password=hunter2}', '{@{Password=hunter2}, @{Password=hunter2}}'])(
    'is nothing of the object in %j',
    (secret) => {
      for (const read of [toBoolean, toTlsAuthLevel, toText, toList(/;/)])
        for (const value of [text(secret), object({ text: secret }), object({ inner: text(secret) })])
          expect(JSON.stringify(read(value))).not.toContain('hunter2');
    },
  );
});

describe('toTlsAuthLevel', () => {
  it.each([
    [text('domainvalidation'), 'DomainValidation'],
    [{ kind: 'number', text: '4' }, 'DomainValidation'],
    [{ kind: 'number', text: '2' }, 'CertificateValidation'],
    [text('1'), 'EncryptionOnly'],
    [text(' EncryptionOnly\t'), 'EncryptionOnly'],
    [text('CERTIFICATEVALIDATION'), 'CertificateValidation'],
    [text(' '), null],
    [object({ text: 'DomainValidation', inner: { kind: 'number', text: '4' } }), 'DomainValidation'],
    [object({ inner: text('DomainValidation') }), 'DomainValidation'],
    [nothing, null],
  ] as const)('%j', (value, level) => expect(toTlsAuthLevel(value as ExportValue)).toEqual(isKnown(level)));

  it.each([
    text('0'),
    text('3'),
    text('5'),
    text('04'),
    text('constructor'),
    text('DomainValidatio'),
    text('not DomainValidation'),
    text('DomainValidation, really'),
    text('4.'),
    text('4\n'),
    text('Stryker was here!'),
    object({ text: 'DomainValidation', inner: text('3') }),
    { kind: 'list', items: [text('DomainValidation')] },
    { kind: 'boolean', value: true },
    object({ text: 'DomainValidation', inner: { kind: 'number', text: '1' } }),
    object({}),
  ] as const)('%j is unreadable', (value) =>
    expect(toTlsAuthLevel(value as ExportValue)).toEqual(isUnknown('unreadable')),
  );
});

describe('toText', () => {
  it('takes strings, numbers, and the name in an object', () => {
    expect(toText(text('Mail'))).toEqual(isKnown('Mail'));
    expect(toText(object({ text: 'Mail to O365', properties: { Name: text('other') } }))).toEqual(
      isKnown('Mail to O365'),
    );
    expect(toText(object({ properties: { DistinguishedName: text('CN=Mail'), Name: text('Mail') } }))).toEqual(
      isKnown('Mail'),
    );
    expect(toText(object({ properties: { Domain: text('*.example.mil') } }))).toEqual(isKnown('*.example.mil'));
    expect(toText(object({ properties: { Domain: text('d'), Address: text('a') } }))).toEqual(isKnown('a'));
    expect(toText(object({ properties: { DistinguishedName: text('CN=A'), Domain: text('d') } }))).toEqual(
      isKnown('d'),
    );
    expect(toText(object({ properties: { DistinguishedName: text('CN=A') } }))).toEqual(isKnown('CN=A'));
    expect(toText(object({ text: '', properties: { Name: text('Mail') } }))).toEqual(isKnown('Mail'));
    expect(toText(object({ inner: text('in'), properties: { Name: text('Mail') } }))).toEqual(isKnown('in'));
    expect(toText({ kind: 'number', text: '4' })).toEqual(isKnown('4'));
    for (const blank of ['', ' \r\n']) expect(toText(text(blank))).toEqual(isKnown(null));
    expect(toText(text('@{Rdn=CN=Mail; Name=Mail; Depth=11}'))).toEqual(isKnown('Mail'));
  });
  it('knows a type name for what it is', () => {
    expect(toText(text('Microsoft.Exchange.Data.Directory.ADObjectId'))).toEqual(isUnknown('flattened'));
    expect(toText(text('System.Object[]'))).toEqual(isUnknown('flattened'));
    expect(toText(text('@{Rdn=; Depth=11}'))).toEqual(isUnknown('flattened'));
    expect(toText(text('Deserialized.Selected.System.Tuple`12[X]'))).toEqual(isUnknown('flattened'));
    expect(toText(text('System.Object[\n]'))).toEqual(isUnknown('flattened'));
    for (const other of ['my System.Object', 'System.Object[] it is', 'System.', 'Exchange.Data', 'MySystem.Object'])
      expect(toText(text(other))).toEqual(isKnown(other));
  });
  it('finds the name in an object that was made a text', () => {
    expect(toText(text('@{Domain= mail.example.mil ; X=1}'))).toEqual(isKnown('mail.example.mil'));
    expect(toText(text('@{X=1;Address=a}'))).toEqual(isKnown('a'));
    expect(toText(text('@{X=1;   name=a}'))).toEqual(isKnown('a'));
    expect(toText(text('@{Rdn=CN=Mail; Name=System.Object[]}'))).toEqual(isUnknown('flattened'));
    expect(toText(text('@{X=1; FullName=a}'))).toEqual(isUnknown('flattened'));
    expect(toText(text(' @{'))).toEqual(isUnknown('flattened'));
    expect(toText(text('a @{Two words=1}'))).toEqual(isUnknown('flattened'));
    for (const other of ['a@{b', 'a @{', 'a @{}']) expect(toText(text(other))).toEqual(isKnown(other));
    expect(toText(object({}))).toEqual(isUnknown('unreadable'));
    expect(toText({ kind: 'withheld' })).toEqual(isUnknown('unreadable'));
  });
});

describe('toList', () => {
  const list = toList(/[;|]/);
  it('takes lists, wrappers and joined text', () => {
    expect(list({ kind: 'list', items: [text('a'), text('b')] })).toEqual(isKnown(['a', 'b']));
    expect(list(object({ inner: { kind: 'list', items: [] } }))).toEqual(isKnown([]));
    expect(list(text('a;b|c'))).toEqual(isKnown(['a', 'b', 'c']));
    expect(list(nothing)).toEqual(isKnown(null));
    expect(list(text('  '))).toEqual(isKnown(null));
    expect(list(text(';a; |b'))).toEqual(isKnown(['a', 'b']));
    expect(list({ kind: 'list', items: [text('a'), nothing, text(' ')] })).toEqual(isKnown(['a']));
    expect(list(object({ text: 'a;b' }))).toEqual(isKnown(['a', 'b']));
  });
  it.each([
    'System.Collections.ArrayList',
    'System.Object[]',
    'Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.SmartHost]',
  ])('%s is unknown, not empty', (name) => expect(list(text(name))).toEqual(isUnknown('flattened')));
  it('is unknown when a member is', () => {
    expect(list({ kind: 'list', items: [text('a'), object({})] })).toEqual(isUnknown('unreadable'));
    expect(list({ kind: 'unreadable', reason: 'cut', seen: '{a, b...}' })).toEqual(isUnknown('cut'));
  });
});
