import { describe, expect, it } from 'vitest';
import { connectorLabel, doubtsAcross, identityDoubts } from '../../src/evidence/identity.js';
import type { SendConnector } from '../../src/model/connector.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../../src/model/export-record.js';
import { known } from '../../src/model/property.js';
import { connector } from '../support/connectors.js';

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

describe('identityDoubts', () => {
  const doubts = (given: Given) => identityDoubts(record(given));
  const codes = (given: Given) => doubts(given).map(({ code }) => code);

  it.each([id, ` {${id}} `, id.toUpperCase(), id.replaceAll('-', ''), 'XXXXXXXX-XXXX', '***', '<guid>', '[removed]'])(
    'takes %j for a GUID, or for a masked one',
    (Guid) => expect(codes({ Name: 'A', Guid })).toEqual([]),
  );

  it.each([
    ...[
      `{${id}`,
      `{${id}x`,
      `x${id}}`,
      `${id}}`,
      `x${id}`,
      `${id}x`,
      id.slice(1),
      id.replaceAll('-', '').replace('0', 'x'),
    ],
    ...['0', '{}', id.replace('-', ''), id.replaceAll(/[\da-f]/g, '0'), '<a> <b>'],
  ])('and not %j', (Guid) =>
    expect(doubts({ Name: 'B', Guid })).toMatchObject([
      {
        code: 'guid-malformed',
        effect: 'withholds-pass',
        place: { file: 'f', line: 3, connector: 'B', property: 'Guid' },
        args: { guid: Guid },
      },
    ]),
  );

  it('says what contradicts what, and shows nothing of an object', () => {
    expect(doubts({ Name: 'B', DistinguishedName: 'CN=C,CN=D' })).toMatchObject([
      {
        code: 'identity-contradicts',
        effect: 'withholds-pass',
        place: { file: 'f', line: 3, connector: 'B', property: 'DistinguishedName' },
        args: { elsewhere: 'B', here: 'CN=C,CN=D' },
      },
    ]);
    const other = id.replace('0', '1');
    expect(doubts({ Name: 'A', Guid: id, Id: { ObjectGuid: other, Name: 'A' } })).toMatchObject([
      { place: { property: 'Id' }, args: { elsewhere: id, here: other } },
    ]);
    const found = doubts({ Name: 'x', Identity: '@{P=hunter2; Name=y}', Guid: '@{Password=hunter2}' });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('needs a name, a path or an identity', () => {
    for (const given of [{}, { Guid: id }, { Name: null, Identity: null }])
      expect(codes(given), JSON.stringify(given)).toEqual(['connector-nameless']);
    for (const given of [{ Name: 'A' }, { Identity: 'A' }, { Id: 'A' }, { DistinguishedName: 'CN=A' }, { Name: '***' }])
      expect(codes(given), JSON.stringify(given)).toEqual([]);
  });

  const path = 'CN=A,CN=Connections,CN=Configuration,DC=example,DC=mil';
  it.each<[string, Given]>([
    ['the same', { Name: 'A', Identity: 'A', Id: 'a' }],
    ['a distinguished name', { Name: 'A', Identity: path }],
    ['a canonical path', { Name: 'A', Identity: 'example.mil/Configuration/Connections/A', DistinguishedName: path }],
    ['a canonical path of a name with a slash', { Name: 'A/B', Identity: 'example.mil/Connections/A\\/B' }],
    ['an id object', { Name: 'A', Identity: { Name: 'A', DistinguishedName: path, ObjectGuid: id }, Guid: id }],
    [
      'an id object with zeros',
      { Name: 'A', Identity: { Name: 'A', ObjectGuid: id.replaceAll(/[\da-f]/g, '0') }, Guid: id },
    ],
    ['blanks that wrapping lost', { Name: 'To the site', Identity: 'To thesite' }],
    ['a masked identity', { Name: 'A', Identity: '<removed>', DistinguishedName: 'xxx' }],
  ])('takes %s for one connector', (_, given) => expect(codes(given)).toEqual([]));

  it.each<[string, Given]>([
    ['another identity', { Name: 'A', Identity: 'B' }],
    ['another Id', { Identity: 'A', Id: 'B' }],
    ["a receive connector's identity", { Name: 'A', Identity: 'EDGE01\\A' }],
    ['a canonical path of another', { Name: 'A', Identity: 'example.mil/Connections/BA' }],
    ['another path', { Identity: { Name: 'A', DistinguishedName: 'CN=A,CN=Other' }, DistinguishedName: path }],
    ['an id object of another name', { Name: 'A', Identity: { Name: 'B' } }],
  ])('and %s for another', (_, given) => expect(codes(given)).toEqual(['identity-contradicts']));

  it.each([
    [' A  B', 'CN=ab'],
    ['A', 'cn = A'],
    ['A', '\n CN=A;OU=B'],
    ['A', 'CN=A+OU=B'],
    ['CN=inside', 'CN=CN\\=inside,CN=Connections'],
    ['A\\B', 'CN=A\\\\B,CN=C'],
    ['A\nB', 'CN=A\\0AB'],
    ['Z\u00fcrich', 'CN=Zu\u0308rich'],
    [`{${id}}`, `CN=${id}`],
  ])('takes the name %j for that in %j', (Name, DistinguishedName) =>
    expect(codes({ Name, DistinguishedName })).toEqual([]),
  );

  it.each([
    ['A', 'CN=AB'],
    ['A', 'CN='],
    ['A', 'CN=\\41B'],
    ['A', 'OU=X,CN=B'],
    ['x{A}', 'CN=A'],
    ['xA', 'CN=x{A}'],
    ['Ax', 'CN={A}x'],
    ['A', 'CN=A\\+OU=B'],
  ])('and %j not for that in %j', (Name, DistinguishedName) =>
    expect(codes({ Name, DistinguishedName })).toEqual(['identity-contradicts']),
  );
});

describe('doubtsAcross', () => {
  const of = (name: string, guid: string, path: string | null = null) =>
    connector({ name: known(name), guid: known(guid), distinguishedName: known(path) });
  const codes = (...connectors: SendConnector[]) => doubtsAcross(connectors).map(({ code }) => code);
  const other = id.replace('0', '1');

  it('finds one Guid with two names', () => {
    expect(codes(of('A', id), of('B', other), of('a', id))).toEqual([]);
    expect(codes(of('A', id), of('B', id))).toEqual(['guid-of-two-names']);
    expect(codes(of('A', id), of('xxx', id))).toEqual([]);
    expect(codes(of('A', 'xxx'), of('B', 'xxx'))).toEqual([]);
  });

  it('finds two configuration containers', () => {
    const edge = (name: string, guid: string) => `CN=${name},CN=Connections,CN=Configuration,CN={${guid}}`;
    expect(codes(of('A', id, edge('A', id)), of('B', other, edge('B', id)))).toEqual([]);
    expect(codes(of('A', id, edge('A', id)), of('B', other, edge('B', other)))).toEqual(['configurations-differ']);
    expect(codes(of('A', id, edge('A', id)), of('B', other, edge('B', id).toLowerCase()))).toEqual([]);
    expect(codes(of('A', id, edge('A', id)), of('B', other, 'CN=B,CN=Configuration,xxx'))).toEqual([]);
  });
});
