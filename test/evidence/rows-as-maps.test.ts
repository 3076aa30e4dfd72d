import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toConnectorRecords } from '../../src/evidence/connector-records.js';
import { fromJson } from '../../src/evidence/json/read.js';
import { toSendConnectors } from '../../src/evidence/send-connector.js';
import type { ExportProperty, ExportRecord, ExportValue, Properties } from '../../src/model/export-record.js';

const asMap = (properties: Properties): ReadonlyMap<string, ExportProperty> =>
  new Map(
    [...properties].map(([key, { name, place, value }]) => [key, { name, place, value: withMaps(value) }] as const),
  );

const withMaps = (value: ExportValue): ExportValue => {
  if (value.kind === 'list') return { ...value, items: value.items.map(withMaps) };
  if (value.kind !== 'object') return value;
  return { ...value, inner: value.inner && withMaps(value.inner), properties: asMap(value.properties) };
};

const read = (records: readonly ExportRecord[]) => {
  const reading = toConnectorRecords(records, 'json');
  return { diagnostics: reading.diagnostics, ...(reading.ok ? toSendConnectors(reading.value) : {}) };
};

const text = fc.constantFrom(
  ...[
    '',
    'A',
    'B',
    'True',
    'A\nTlsDomain: x',
    'a\rb',
    '@{DomainSecureEnabled=True}',
    '@{Name=A}',
    'SRV\\A',
    'DomainValidation',
  ],
  ...[
    'CN=A,CN=Connections,CN=Configuration,DC=x',
    '5d1f0f6a-8e1e-4a52-b3f5-000000000001',
    '00000000-0000-0000-0000-000000000000',
  ],
);
const name = fc.constantFrom('Name', 'Domain', 'TlsDomain', 'tlsdomaіn', 'value', 'Value', 'ObjectGuid', 'Note');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, fc.boolean(), fc.constant(null), fc.nat(4)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(text, { minLength: 19, maxLength: 22 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
}));
const property = fc.constantFrom(
  ...['Name', 'Identity', 'Guid', 'DistinguishedName', 'DomainSecureEnabled', 'TlsAuthLevel', 'SmartHosts', 'Comment'],
  ...['IsValid', 'Bindings', 'PSComputerName', 'WhenChangedUTC', 'AuthenticationCredential'],
);
const names = fc.uniqueArray(property, { minLength: 1, maxLength: 6 });
const exported = names.chain((keys) =>
  fc
    .array(fc.tuple(...keys.map(() => value)), { minLength: 2, maxLength: 5 })
    .map((rows) =>
      rows.map((values) => Object.fromEntries([['AddressSpaces', '*'], ...keys.map((key, i) => [key, values[i]])])),
    ),
);

describe('records of one shape', () => {
  test('tell what maps of the same properties tell', () => {
    fc.assert(
      fc.property(exported, fc.nat(2), (objects, indent) => {
        const reading = fromJson(JSON.stringify(objects, null, indent), 'f');
        if (!reading.ok) throw new Error('refused');
        const records = reading.value;
        expect(records.slice(1).every(({ properties }) => properties.shape !== undefined)).toBe(true);
        expect(read(records)).toEqual(read(records.map((one) => ({ ...one, properties: asMap(one.properties) }))));
      }),
      { numRuns: 500 },
    );
  });
});
