import { describe, expect, it } from 'vitest';
import { toDuration } from '../../src/evidence/durations.js';
import { toAddressSpaces, toDomain, toSmartHosts } from '../../src/evidence/hosts-and-spaces.js';
import { toSize } from '../../src/evidence/sizes.js';
import type { Interpretation } from '../../src/evidence/values.js';
import type { ExportProperty, ExportValue } from '../../src/model/export-record.js';

const text = (content: string): ExportValue => ({ kind: 'text', text: content });
const number = (content: number | string): ExportValue => ({ kind: 'number', text: String(content) });
const truth = (value: boolean): ExportValue => ({ kind: 'boolean', value });
const object = (properties: Readonly<Record<string, ExportValue>>, shown?: string): ExportValue => ({
  kind: 'object',
  typeNames: [],
  text: shown,
  properties: new Map(
    Object.entries(properties).map(([name, value]): [string, ExportProperty] => [
      name.toLowerCase(),
      { name, place: {}, value },
    ]),
  ),
});

/** The value, null, or `unknown`. */
const outcome = <T>(read: Interpretation<T>, value: ExportValue): T | null | 'unknown' => {
  const found = read(value);
  return found.state === 'known' ? found.value : 'unknown';
};

describe('durations', () => {
  const ticks = { Ticks: number(6_000_000_000) };
  it.each<[ExportValue, string | null]>([
    [text('00:10:00'), '00:10:00'],
    [text(' 0:10:00 '), '00:10:00'],
    [text('1.00:10:00'), '1.00:10:00'],
    [text('00:10:00.0000001'), '00:10:00.0000001'],
    [text('PT10M'), '00:10:00'],
    [text('PT600S'), '00:10:00'],
    [text('P0DT0H10M0S'), '00:10:00'],
    [text('PT0.5S'), '00:00:00.5000000'],
    [text(''), null],
    [{ kind: 'null' }, null],
    [object(ticks), '00:10:00'],
    [
      object({ ...ticks, Days: number(0), Minutes: number(10), TotalDays: number('0.0069444444444444441') }),
      '00:10:00',
    ],
    [object({ ...ticks, Sign: number(1) }, '00:10:00'), '00:10:00'],
  ])('%j is %s', (value, expected) => expect(outcome(toDuration, value)).toBe(expected));

  it.each([
    ...[
      '10',
      '10:00',
      '0.00694444444444444',
      '12:10:00 AM',
      '-00:10:00',
      '24:00:00',
      '00:60:00',
      'P',
      'PT',
      'P1M',
      'ten',
    ].map(text),
    number(600),
    object({}),
    object({}, '00:10:00'),
    object({ Minutes: number(10) }),
    object({ ...ticks, Days: number(1) }),
    object({ ...ticks, TotalMinutes: number(11) }),
    object({ ...ticks, Minutes: text('10') }),
    object(ticks, '00:11:00'),
    object({ Ticks: number(-6_000_000_000) }),
  ])('%j is unknown', (value) => expect(outcome(toDuration, value)).toBe('unknown'));
});

describe('sizes', () => {
  const value = '35 MB (36,700,160 bytes)';
  const size = '36,700,160 bytes';
  it.each<[ExportValue, string | null]>([
    [text(value), size],
    [text('unlimited'), 'Unlimited'],
    [text('0 B (0 bytes)'), '0 bytes'],
    [text('1.001 GB (1,074,815,565 bytes)'), '1,074,815,565 bytes'],
    [text(''), null],
    ...['.', "'", '’', ' ', '\u00a0', '\u202f', ''].map((by): [ExportValue, string] => [
      text(value.replaceAll(',', by)),
      size,
    ]),
    [object({ IsUnlimited: truth(false), Value: text(value) }), size],
    [object({ IsUnlimited: truth(false), Value: object({}, value) }, value), size],
    [object({ IsUnlimited: truth(true), Value: { kind: 'null' } }), 'Unlimited'],
    [object({ IsUnlimited: truth(true) }, 'Unlimited'), 'Unlimited'],
    [object({}, value), size],
  ])('%j is %s', (given, expected) => expect(outcome(toSize, given)).toBe(expected));

  it.each([
    ...[
      '35 MB',
      '36700160',
      '3,67,00,160',
      '35 MB (36.700,160 bytes)',
      '35 MB (36',
      '36 MB (36,700,160 bytes)',
      '35 MB (3,67,00,160 bytes)',
    ].map(text),
    number(36_700_160),
    object({ IsUnlimited: truth(false), Value: object({}) }),
    object({ IsUnlimited: truth(true), Value: text(value) }),
    object({ IsUnlimited: truth(false) }, 'Unlimited'),
    object({ IsUnlimited: truth(false), Value: text('10 MB (10,485,760 bytes)') }, value),
    object({ IsUnlimited: text('perhaps'), Value: text(value) }),
    object({}),
  ])('%j is unknown', (given) => expect(outcome(toSize, given)).toBe('unknown'));
});

describe('smart hosts, address spaces and domains', () => {
  const list = (...items: ExportValue[]): ExportValue => ({ kind: 'list', items });
  it.each<[ExportValue, readonly string[] | 'unknown']>([
    [text('[192.0.2.7] relay.example.mil'), ['[192.0.2.7]', 'relay.example.mil']],
    [
      list(object({ IsIPAddress: truth(false), Address: text('0.0.0.0'), Domain: text('relay.example.mil') })),
      ['relay.example.mil'],
    ],
    [list(object({ IsIPAddress: truth(true), Address: text('192.0.2.7'), Domain: { kind: 'null' } })), ['192.0.2.7']],
    [
      list(
        object({
          IsIPAddress: truth(true),
          Address: object({ AddressFamily: number(2), Address: number(50_462_986) }),
        }),
      ),
      ['10.1.2.3'],
    ],
    [list(object({ IsIPAddress: truth(true), Address: object({ AddressFamily: number(23) }) })), 'unknown'],
    [list(object({ IsIPAddress: truth(false), Address: text('0.0.0.0') })), 'unknown'],
  ])('smart hosts %j', (value, expected) => expect(outcome(toSmartHosts, value)).toEqual(expected));

  it.each<[ExportValue, readonly string[] | 'unknown']>([
    [text('SMTP:*;1 SMTP:example.mil;5'), ['SMTP:*;1', 'SMTP:example.mil;5']],
    [text('*'), ['*']],
    [list(object({ Type: text('SMTP'), Address: text('*'), Cost: number(1), Domain: text('*') })), ['SMTP:*;1']],
    [list(object({ Type: text('X400'), Address: text('--') })), ['X400:--']],
    [list(text('X400:c=US;a= ;p=Example;1')), 'unknown'],
  ])('address spaces %j', (value, expected) => expect(outcome(toAddressSpaces, value)).toEqual(expected));

  it.each<[ExportValue, string | null]>([
    [text('example.mil'), 'example.mil'],
    [
      object({ Address: text('*.example.mil'), Domain: text('example.mil'), IncludeSubDomains: truth(true) }),
      '*.example.mil',
    ],
    [object({ Domain: text('example.mil'), IncludeSubDomains: truth(true) }), '*.example.mil'],
    [object({ Domain: text('example.mil'), IncludeSubDomains: truth(false) }), 'example.mil'],
    [object({ Domain: text('example.mil'), IncludeSubDomains: text('perhaps') }), 'unknown'],
  ])('domains %j', (value, expected) => expect(outcome(toDomain, value)).toBe(expected));
});
