import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BareNode, parseJson, parseJsonSequence } from '../../src/json/parse.js';
import type { JsonNode } from '../../src/json/tree.js';

const plain = (node: JsonNode | BareNode | string): unknown => {
  if (typeof node === 'string') return node;
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.keys.map((key, i) => [key, plain(node.values[i] ?? '')]));
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.value;
    case 'number':
      return Number(node.text);
    default:
      return JSON.parse(node.kind);
  }
};

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = parseJson(text, 'f');
        expect(read.ok && plain(read.value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts and refuses what JSON.parse does, whatever is done to a text', () => {
    const sample = JSON.stringify({ a: [1, -2.5e-3, true, false, null, 'x\\"\n\u00e9'], b: {}, c: [] }, null, 1);
    const piece = fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '-',
      'e',
      '.',
      'u12',
      't',
      'null',
      ' ',
      '\u0001',
      '\u00a0',
    );
    const damage = fc.tuple(fc.nat(sample.length), fc.nat(3), fc.option(piece, { nil: '' }));
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 3 }), (damages) => {
        const text = damages.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), sample);
        expect(parseJson(text, 'f').ok).toBe(accepts(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('calls every beginning of a document truncated', () => {
    const text = '{"value": [{"Name": "a\\u00e9\\n", "Enabled": true, "x": null, "n": -1.5}], "Count": 1}';
    for (let end = 1; end < text.length; end++) {
      const read = parseJson(text.slice(0, end), 'f');
      expect(read.diagnostics[0]?.code, text.slice(0, end)).toBe('json-truncated');
    }
  });

  it('keeps repeated keys, numbers as written, and where everything stands', () => {
    const text = '{ "a": 1.50,\n  "a": [ "x" ] }';
    const read = parseJson(text, 'f');
    if (!read.ok || read.value.kind !== 'object') throw new Error('refused');
    const [first, second] = read.value.members;
    expect(first).toMatchObject({ key: 'a', keyStart: 2, value: { kind: 'number', text: '1.50' } });
    expect(text.slice(second?.value.start, second?.value.end)).toBe('[ "x" ]');
    expect(read.value.end).toBe(text.length);
  });

  it('names line and column, and quotes nothing', () => {
    expect(parseJson('{"Secret": "hunter2"\n  x}', 'f').diagnostics).toEqual([
      {
        code: 'json-syntax',
        severity: 'error',
        effect: 'refuses',
        place: { file: 'f', line: 2, column: 3 },
        args: { token: 'a comma or }' },
      },
    ]);
    expect(parseJson('{} x', 'f').diagnostics[0]?.code).toBe('json-trailing-text');
  });

  it('refuses deep nesting without overflowing', () => {
    for (const open of ['[', '{"a":'])
      expect(parseJson(open.repeat(200_000), 'f').diagnostics[0]?.code).toBe('json-too-deep');
  });

  it('reads objects alike whether or not one before them was written so', () => {
    const blank = fc.constantFrom('', ' ', '\r\n  ');
    const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"a\\"b"', '""', '"ab"');
    const member = fc.tuple(
      key,
      blank,
      blank,
      fc.constantFrom('1', '"x"', 'null', '{}', '{"a": [{"b":1 }]}', '{"a":2}'),
    );
    const object = fc.tuple(blank, fc.array(member, { maxLength: 4 })).map(([before, members]) => {
      const inner = members.map(([name, colon, behind, value]) => `${before}${name}${colon}:${behind}${value}`);
      return `{${inner.join(`${before},`)}${before}}`;
    });
    fc.assert(
      fc.property(fc.uniqueArray(object, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2)), (texts, order) => {
        const objects = order.flatMap((i) => texts[i] ?? []);
        const text = `[${objects.join()}]`;
        const read = parseJson(text, 'f');
        const alone = (one: string) => parseJson(one, 'f');
        if (!read.ok || read.value.kind !== 'array') throw new Error('refused');
        for (const [i, node] of read.value.items.entries()) {
          const own = alone(text.slice(node.start, node.end));
          if (!own.ok || own.value.kind !== 'object' || node.kind !== 'object') throw new Error('refused');
          expect(text.slice(node.start, node.end)).toBe(objects[i]);
          expect(plain(node)).toEqual(JSON.parse(objects[i] ?? ''));
          expect(node.keys).toEqual(own.value.keys);
          expect(node.keyStarts.map((start) => start - node.start)).toEqual(own.value.keyStarts);
          expect(node.values.map(plain)).toEqual(own.value.values.map(plain));
        }
      }),
    );
  });

  it('has the same list of keys for objects that follow one another and are written alike', () => {
    const read = parseJson('[{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"a": 5}, {"a": 6, "b": 7, "c": 8}]', 'f');
    if (!read.ok || read.value.kind !== 'array') throw new Error('refused');
    const keys = read.value.items.map((node) => (node.kind === 'object' ? node.keys : []));
    expect(keys[1]).toBe(keys[0]);
    expect(keys).toEqual([['a', 'b'], ['a', 'b'], ['a'], ['a', 'b', 'c']]);
  });
});

describe('parseJsonSequence', () => {
  const taken = (text: string) => {
    const items: unknown[] = [];
    const values: unknown[] = [];
    const read = parseJsonSequence(
      text,
      'f',
      {},
      { item: (node) => items.push(plain(node)), value: (node) => values.push(plain(node)) },
    );
    return { ok: read.ok, items, values };
  };

  it('hands over one value after the other, and the items of outermost arrays before the arrays', () => {
    expect(taken('{"a": [1]}\n{"b": 2}{} 3 ')).toEqual({
      ok: true,
      items: [],
      values: [{ a: [1] }, { b: 2 }, {}, 3],
    });
    expect(taken('[1, [2]]\n{"a": 3}')).toEqual({ ok: true, items: [1, [2]], values: [[], { a: 3 }] });
  });

  it('needs one value at least, and all of them', () => {
    for (const text of ['', ' ', '{}{', '{},{}', '{} x']) expect(taken(text).ok, text).toBe(false);
  });
});
