import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/diagnostics/diagnostic.js';
import { connectorLabel, contradictsItself } from '../../src/evidence/identity.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../src/model/export-record.js';

type Given = Record<string, string | Record<string, string> | null>;

const properties = (given: Given): ReadonlyMap<string, ExportProperty> =>
  new Map(
    Object.entries(given).map(([name, value]): [string, ExportProperty] => [
      name.toLowerCase(),
      { name, place: {}, value: asValue(value) },
    ]),
  );
const asValue = (value: Given[string]): ExportValue => {
  if (value === null || value === undefined) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  return { kind: 'object', typeNames: [], properties: properties(value) };
};
const record = (given: Given): ExportRecord => ({
  place: { file: 'f', line: 3 },
  typeNames: [],
  properties: properties(given),
});
const id = '0123abcd-4567-4890-abcd-ef0123456789';

describe('connectorLabel', () => {
  it('is the Name, else the Identity, else the Id', () => {
    expect(connectorLabel(record({ Id: 'i', Identity: 'd', Name: 'n' }))).toBe('n');
    expect(connectorLabel(record({ Id: 'i', Identity: 'd', Name: null }))).toBe('d');
    expect(connectorLabel(record({ Id: 'i' }))).toBe('i');
    expect(connectorLabel(record({ Guid: id }))).toBeUndefined();
  });
});

describe('contradictsItself', () => {
  const found = (given: Given) => contradictsItself([record({ Name: 'A' }), record(given)]);

  it.each([id, ` {${id}} `, id.toUpperCase(), id.replaceAll('-', '')])('takes %j for a GUID', (guid) =>
    expect(found({ Guid: guid })).toBeUndefined(),
  );

  it.each([
    `{${id}`,
    `{${id}x`,
    `x${id}}`,
    `${id}}`,
    `x${id}`,
    `${id}x`,
    id.slice(1),
    id.replaceAll('-', '').replace('0', 'x'),
    '0',
    '{}',
    id.replace('-', ''),
  ])('and not %j', (guid) =>
    expect(found({ Name: 'B', Guid: guid })).toMatchObject({
      code: 'guid-malformed',
      place: { file: 'f', line: 3, connector: 'B', property: 'Guid' },
      args: { actual: guid },
    }),
  );

  it('says what should be where, and shows nothing of an object', () => {
    expect(found({ Name: 'B', DistinguishedName: 'CN=C,CN=D' })).toMatchObject({
      code: 'identity-contradicts',
      place: { file: 'f', line: 3, connector: 'B', property: 'DistinguishedName' },
      args: { expected: 'B', actual: 'C' },
    });
    expect(found({ Guid: id, Id: { ObjectGuid: id.replace('0', '1') } })).toMatchObject({
      place: { property: 'Id' },
      args: { expected: id },
    });
    const guid = contradictsItself([record({ Guid: '@{Password=hunter2}' })]);
    expect(
      JSON.stringify([
        guid,
        wordsOf(found({ Name: 'x Password=hunter2', DistinguishedName: 'CN=@{P=hunter2}' })).actual,
      ]),
    ).not.toContain('hunter2');
  });

  it.each([
    [' A  B', 'CN=ab'],
    ['A', 'cn = A'],
    ['A', '\n CN=A;OU=B'],
    ['A', 'CN=A+OU=B'],
    ['A\\B', 'CN=A\\\\B,CN=C'],
    ['A\nB', 'CN=A\\0AB'],
    ['Z\u00fcrich', 'CN=Zu\u0308rich'],
    ['A', 'OU=X,CN=B'],
    ['A', 'x CN=B'],
    [`{${id}}`, `CN=${id}`],
  ])('takes the name %j for that in %j', (Name, DistinguishedName) =>
    expect(found({ Name, DistinguishedName })).toBeUndefined(),
  );

  it.each([
    ['A', 'CN=AB'],
    ['A', 'CN='],
    ['A', 'CN=\\41B'],
    ['x{A}', 'CN=A'],
    ['xA', 'CN=x{A}'],
    ['Ax', 'CN={A}x'],
    ['A', 'CN=A\\+OU=B'],
  ])('and %j not for that in %j', (Name, DistinguishedName) =>
    expect(found({ Name, DistinguishedName })?.code).toBe('identity-contradicts'),
  );
});
