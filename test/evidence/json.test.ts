import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/diagnostics/diagnostic.js';
import { fromJson } from '../../src/evidence/json/read.js';
import { testFolders } from './fixture-folders.js';

describe('JSON', () => testFolders('json', 'input.json', fromJson));

describe('JSON, any content', () => {
  it.each(['[]', '[1]', '{}'])('takes two lists or objects under one name for two values: %s', (value) => {
    const reading = fromJson(`[{"Name": ${value}, "name": ${value}}]`, 'f');
    const found = reading.ok ? reading.value[0]?.properties.get('name')?.value : undefined;
    expect(found).toMatchObject({ kind: 'unreadable', seen: 'two values' });
  });

  it('never throws, and refuses what JSON.parse refuses', () => {
    const bits = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b":',
        '"\\u0041"',
        '"\\ud83d"',
        '\\',
        '"\\u12"',
        '1',
        '-',
        '0',
        '.',
      ],
      ...['e', '+', 'true', 'fals', 'null', ' ', '\n', '\r', '\t', '\u0000', '\u00a0', '\ufeff', 'é', '/', '\u2028'],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 10 }), (parts) => {
        for (const text of [`{"a":${parts.join('')}}`, `[{"b":[${parts.join('')}]}]`]) {
          // One value after the other is genuine, but no JSON text.
          const several = /[}\]][ \n\r\t]*[^ \n\r\t,}\]]/.test(text);
          if (!several && fromJson(text, 'f').ok) expect(() => JSON.parse(text), text).not.toThrow();
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses what is cut off, wherever that is', () => {
    const text = '[{"Name": "A\\u0042", "Enabled": true, "Port": 25, "Nothing": null, "Hosts": ["a"]}]';
    expect(fromJson(text, 'f').ok).toBe(true);
    for (let length = 1; length < text.length; length++) {
      const { diagnostics } = fromJson(text.slice(0, length), 'f');
      expect(
        diagnostics.map((d) => d.code),
        text.slice(0, length),
      ).toEqual(['json-truncated']);
    }
  });

  it('names the file, line, column, connector and property of what it refuses', () => {
    const text = '[\r\n{"Enabled": true, "Name": "A",\r\n  "enabled": true}]';
    expect(fromJson(text, 'some.json').diagnostics).toMatchObject([
      {
        code: 'json-key-twice',
        place: { file: 'some.json', line: 3, connector: 'A', property: 'enabled' },
        args: { line: 2 },
      },
    ]);
    expect(fromJson('{\n "a" 1}', 'f').diagnostics[0]?.place).toEqual({ file: 'f', line: 2, column: 6 });
  });

  it('never quotes a value in a message', () => {
    for (const text of [
      '{"P": "hush',
      '{"P": "hush\n"}',
      '{"P": "hush\\q"}',
      '{"P": hush}',
      '{"P": 1} hush',
      '["hush"]',
      '"hush"',
    ])
      for (const found of fromJson(text, 'f').diagnostics)
        expect(messageOf(found) + JSON.stringify(found)).not.toContain('hush');
  });

  it('shows not even the keys within a secret', () => {
    const found = fromJson('{"AuthenticationCredential": {"a": [{"hush": 1, "HUSH": 2}]}}', 'f').diagnostics;
    expect(found).toMatchObject([{ code: 'json-key-twice', place: { property: '(not shown)' } }]);
    expect(JSON.stringify(found)).not.toMatch(/hush/i);
    const read = fromJson('{"AuthenticationCredential": null}', 'f');
    expect(read.ok && read.value[0]?.properties.get('authenticationcredential')?.value).toEqual({ kind: 'null' });
  });

  it('doubts a secret in which a connector stands', () => {
    const text =
      '{"Name": "A", "AuthenticationCredential": {"Password": "hush",\n"of": [{"dnsROUTINGenabled": false}]}}';
    expect(fromJson(text, 'f')).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'record-in-secret', effect: 'withholds-pass', place: { line: 2 } }],
    });
    expect(JSON.stringify(fromJson(text, 'f'))).not.toContain('hush');
  });

  const outcome = (text: string) => {
    const read = fromJson(text, 'f');
    return [
      ...read.diagnostics.map(({ code, more = 0 }) => `${code}+${more}`),
      read.ok ? read.value.length : 'refused',
    ];
  };

  it.each<[string, readonly (string | number)[]]>([
    ['[]', [0]],
    ['null', [0]],
    ['[{"Name": "A"}]', [1]],
    ['{"Name": "A"}\n{"Name": "B"}', [2]],
    ['{"value": [{"Name": "A"}], "Count": 1}', [1]],
    ['{"value": [{"Name": "A"}], "Count": 1}\n{"value": [{"Name": "B"}], "Count": 1}', ['json-joined+0', 2]],
    ['{"value": [{"Name": "A"}], "Count": 2}', ['json-count+0', 1]],
    ['{"Name": "A", "Hosts": {"value": ["a"], "Count": 2}}', ['json-count+0', 1]],
    ['{"value": [{"Name": "A"}], "count": 1}', [1]],
    ['{"value": [{"Name": "A"}], "@odata.nextLink": "https://example.mil"}', ['json-next-link+0', 1]],
    ['[{"Name": "A"}]\n[{"Name": "B"}]', ['json-joined+0', 2]],
    ['{"Name": "A"}[{"Name": "B"}]{"Name": "C"}', ['json-joined+1', 3]],
    ['[]\n[]', ['json-joined+0', 0]],
    ['null {"Name": "A"}', ['json-not-objects+0', 1]],
    ['{"Name": "A"} null', ['json-not-objects+0', 1]],
    ['[{"Name": "A"}, "B", 3]', ['json-not-objects+0', 1]],
    ['[[{"Name": "A"}, {"Name": "B"}]]', ['json-not-objects+0', 2]],
    ['[null]', ['json-no-objects+0', 'refused']],
    ['null null', ['json-no-objects+0', 'refused']],
    ['[[]]', ['json-no-objects+0', 'refused']],
    ['[{"a": 1, "A": 2}, {"a": 1, "A": 1}, {"b": {"c": 1, "C": 1}}]', ['json-key-twice+2', 3]],
  ])('%s: %j', (text, expected) => expect(outcome(text)).toEqual(expected));

  it.each([
    '{"value": [{}], "Count": 1, "Name": "A"}',
    '{"value": [{}], "Name": 1}',
    '{"value": [{}], "Count": "1"}',
    '{"value": {}, "Count": 1}',
    '{"Name": "A", "Count": 1}',
    '{"value": 4, "Name": 1}',
    '{"Value": "A", "Name": 1}',
  ])('takes %s for an object', (text) => {
    const keys = Object.keys(JSON.parse(text)).map((key) => key.toLowerCase());
    const read = fromJson(`[${text}]`, 'f');
    expect(read.ok && [...(read.value[0]?.properties.keys() ?? [])]).toEqual(keys);
    const alone = fromJson(text, 'f');
    expect(alone.ok && alone.value.map(({ properties }) => [...properties.keys()])).toEqual([keys]);
    const inside = fromJson(`{"P": ${text}}`, 'f');
    const value = inside.ok ? inside.value[0]?.properties.get('p')?.value : undefined;
    expect(value?.kind === 'object' && [...value.properties.keys()]).toEqual(keys);
  });

  it.each(['{"value": "4", "Value": "A"}', '{"value": 4, "Value": 4}', '{"value": 4, "Value": "A", "x": 1}'])(
    'takes %s for a contradiction',
    (text) => expect(fromJson(`{"P": ${text}}`, 'f').diagnostics).toMatchObject([{ code: 'json-key-twice' }]),
  );

  it('gives each property its line', () => {
    const read = fromJson('{\n"A": 1,\r\n"B":\r{"C":\n2}}', 'f');
    const record = read.ok ? read.value[0] : undefined;
    expect(record?.properties.get('a')?.place).toEqual({ file: 'f', line: 2 });
    const b = record?.properties.get('b');
    expect(b?.place.line).toBe(3);
    expect(b?.value.kind === 'object' && b.value.properties.get('c')?.place.line).toBe(4);
  });

  it('does not overflow, and takes time in proportion to the text', { timeout: 20_000 }, () => {
    expect(fromJson('['.repeat(1_000_000), 'f').diagnostics[0]?.code).toBe('json-too-deep');
    expect(fromJson('{"a":'.repeat(1_000_000), 'f').diagnostics[0]?.code).toBe('json-too-deep');
    expect(fromJson(`{"a": "${'\\"'.repeat(1_000_000)}`, 'f').diagnostics[0]?.code).toBe('json-truncated');
    expect(fromJson(`{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(',')}}`, 'f').ok).toBe(true);
    expect(fromJson(`[${'"x",'.repeat(200_000)}1]`, 'f').ok).toBe(false);
  });
});
