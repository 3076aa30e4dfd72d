import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFromManifest } from '../../src/fleet/manifest.js';
import { manifestLists, manifestNames } from '../../src/fleet/manifest-source.js';
import { outline } from './plans.js';

const plan = (text: string) => planFromManifest(text, 'm');
const json = (value: unknown) => plan(JSON.stringify(value, null, 1));
/** The codes of a manifest that is refused whole, with their places. */
const refusal = (text: string) => {
  const { jobs, refused, diagnostics } = plan(text);
  expect([jobs, refused]).toEqual([[], []]);
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  return diagnostics.map(({ code, place: { line, column } }) =>
    [code, line, column].filter((part) => part !== undefined),
  );
};
/** The faults of the only host, with their places. */
const faults = ({ jobs, refused }: ReturnType<typeof plan>) => {
  expect(jobs).toEqual([]);
  return refused.flatMap(({ diagnostics }) => diagnostics.map(({ code, place }) => [code, place.line, place.property]));
};

const whole = {
  host: 'EDGE01',
  exports: ['EDGE01/a.csv', 'EDGE01/b.xml'],
  fqdn: 'edge01.example.mil',
  ip: ['192.0.2.10', '2001:db8::10'],
  mac: ['00:00:5E:00:53:01'],
  role: 'Member Server',
  marking: 'CUI',
  benchmark: 'stig.zip',
  into: 'old/EDGE01.ckl',
};
const header = 'host,exports,fqdn,ip,mac,role,marking,benchmark,into';
const row =
  'EDGE01,EDGE01/a.csv;EDGE01\\b.xml,edge01.example.mil,192.0.2.10; 2001:db8::10,00:00:5E:00:53:01,Member Server,CUI,stig.zip,old\\EDGE01.ckl';

describe('planFromManifest: what is read', () => {
  it('makes the same job of CSV and of JSON', () => {
    const csv = plan(`${header}\r\n${row}\r\n`);
    expect(csv).toEqual({ jobs: [{ ...whole, place: { file: 'm', line: 2 } }], refused: [], diagnostics: [] });
    for (const value of [[whole], { hosts: [whole] }, { $schema: 'manifest.schema.json', hosts: [whole] }])
      expect(json(value).jobs).toMatchObject([whole]);
  });

  it.each([
    ['a delimiter of its own', `${header}\n${row}`.replaceAll(';', '+').replaceAll(',', '\t').replaceAll('+', ';')],
    ['semicolons', `host;exports\nEDGE01;"EDGE01/a.csv;EDGE01/b.xml"`],
    ['sep= and a byte order mark', '\ufeffsep=;\nhost;exports\nEDGE01;"EDGE01/a.csv;EDGE01/b.xml"'],
    [
      '#TYPE, quotes, names in any case',
      '#TYPE System.Object\n"HOST"," Exports "\n"EDGE01","EDGE01/a.csv;EDGE01/b.xml"',
    ],
    ['rows and columns in any order, blank rows', 'exports,host\n\n,\nEDGE01/a.csv; EDGE01/b.xml;,EDGE01\n,\n'],
  ])('CSV with %s', (_, text) => {
    expect(outline(plan(text))).toEqual({ jobs: [['EDGE01', ...whole.exports]], refused: [], said: [] });
  });

  it('takes single texts for lists in JSON, and leaves out what an empty cell leaves out', () => {
    expect(json([{ exports: 'a;b.csv', ip: '192.0.2.1' }]).jobs).toMatchObject([
      { host: undefined, exports: ['a;b.csv'], ip: ['192.0.2.1'] },
    ]);
    const [job] = plan('host,exports,fqdn,ip,role\n,a.csv,,,\n').jobs;
    expect(job).toMatchObject({ exports: ['a.csv'] });
    for (const name of ['host', 'fqdn', 'ip', 'role'] as const) expect(job?.[name]).toBeUndefined();
  });

  it('takes cells that look like formulas, and names that JavaScript knows, for text', () => {
    expect(
      plan('host,exports\n=1+1,@x.csv\n__proto__,+a.csv\n').jobs.map(({ host, exports }) => [host, exports]),
    ).toEqual([
      ['=1+1', ['@x.csv']],
      ['__proto__', ['+a.csv']],
    ]);
  });

  it('joins rows that differ in their exports alone, and refuses others', () => {
    expect(outline(plan('host,exports\nA,1.csv\nB,2.csv\nA,3.csv'))).toMatchObject({
      jobs: [
        ['A', '1.csv', '3.csv'],
        ['B', '2.csv'],
      ],
    });
    expect(outline(plan('host,exports,ip\nA,1.csv,192.0.2.1\nB,2.csv,\na,3.csv,192.0.2.2'))).toEqual({
      jobs: [['B', '2.csv']],
      refused: [['A', 'host-twice']],
      said: ['hosts-differ-in-case'],
    });
  });

  it('gives every host once, whatever the names', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9=+@'";,_-]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, selector: (text) => text.toLowerCase() }), (names) => {
        const quoted = names.map((host) => `"${host.replaceAll('"', '""')}","a.csv"`);
        expect(plan(['host,exports', ...quoted].join('\r\n')).jobs.map(({ host }) => host)).toEqual(names);
        expect(json(names.map((host) => ({ host, exports: 'a.csv' }))).jobs.map(({ host }) => host)).toEqual(names);
      }),
    );
  });
});

describe('planFromManifest: a host’s name', () => {
  it.each([
    ['CSV', plan('host,exports\n" EDGE01 ",a.csv\nEDGE01,b.csv\n')],
    [
      'JSON',
      json([
        { host: ' EDGE01', exports: 'a.csv' },
        { host: 'EDGE01', exports: 'b.csv' },
      ]),
    ],
  ])('loses the blanks around it, with a warning: %s', (_, found) => {
    expect(outline(found)).toEqual({ jobs: [['EDGE01', 'a.csv', 'b.csv']], refused: [], said: ['host-trimmed'] });
    expect(found.diagnostics[0]?.place).toMatchObject({ file: 'm', line: expect.any(Number) });
  });

  it('holds no blank and no slash', () => {
    const refused = ['EDGE 01', 'EDGE/01', 'EDGE\\01'].map((host) => [host, 'host-invalid']);
    expect(outline(plan('host,exports\nEDGE 01,a.csv\nEDGE/01,a.csv\nEDGE\\01,a.csv\n')).refused).toEqual(refused);
  });
});

describe('planFromManifest: what is refused', () => {
  it.each([
    ['host,export\nA,a.csv', [['manifest-column', 1]]],
    [
      '\nhost,hots,expotrs\nA,B,C',
      [
        ['manifest-column', 2],
        ['manifest-column', 2],
      ],
    ],
    ['host,ip\nA,192.0.2.1', [['manifest-column', 1]]],
    ['host,exports,\nA,a.csv,', [['manifest-column', 1]]],
    ['host,exports,Host\nA,a.csv,B', [['manifest-column', 1]]],
    ['host,exports\nA,a.csv\nB,b.csv,c', [['manifest-cell-count', 3]]],
    ['host,exports\nA,"a.csv\nB,b.csv', [['manifest-damaged', 2]]],
    ['host,exports\nA,a"b".csv', [['manifest-damaged', 2]]],
    ['host,exports\n', [['fleet-no-hosts']]],
    ['', [['fleet-no-hosts']]],
    ['[]', [['fleet-no-hosts']]],
    ['{"hosts": []}', [['fleet-no-hosts']]],
    ['{"hosts": [{"exports": "a"}', [['manifest-damaged', 1, 28]]],
    ['[{"exports": "a"}] x', [['manifest-damaged', 1, 20]]],
    ['[{"exports": "a",\n "exports": "b"}]', [['manifest-key-twice', 2, 2]]],
    [
      '{"exports": "a"}',
      [
        ['manifest-property-missing', 1, 1],
        ['manifest-property-unknown', 1, 2],
      ],
    ],
    ['{"hosts": {"exports": "a"}}', [['manifest-value-invalid', 1, 2]]],
    ['[[[[', [['manifest-damaged', 1, 5]]],
  ])('whole: %j', (text, expected) => expect(refusal(text)).toEqual(expected));

  it('whole: more than the limits allow', () => {
    const codes = (text: string) =>
      planFromManifest(text, 'm', { maxItems: 5, maxDepth: 3 }).diagnostics.map((d) => d.code);
    expect(codes('exports\na\nb\nc\nd\ne')).toEqual(['too-many-items']);
    expect(codes('["a","b","c","d","e"]')).toEqual(['too-many-items']);
    expect(codes('[[[[[')).toEqual(['json-too-deep']);
  });

  it.each([
    [{ host: 'A' }, ['manifest-property-missing', '[0]']],
    [{ exports: [] }, ['manifest-value-invalid', '[0].exports']],
    [{ exports: ['a', ' '] }, ['manifest-value-invalid', '[0].exports[1]']],
    [{ exports: '-' }, ['manifest-value-invalid', '[0].exports']],
    [{ exports: ['a', '-'] }, ['manifest-value-invalid', '[0].exports[1]']],
    [{ exports: 'a\u0000b' }, ['manifest-value-invalid', '[0].exports']],
    [{ exports: 'a', into: '-' }, ['manifest-value-invalid', '[0].into']],
    [{ exports: 'a', host: 1 }, ['manifest-value-invalid', '[0].host']],
    [{ exports: 'a', host: null }, ['manifest-value-invalid', '[0].host']],
    [{ exports: 'a', host: '' }, ['manifest-value-invalid', '[0].host']],
    [{ exports: 'a', host: 'x'.repeat(256) }, ['manifest-value-invalid', '[0].host']],
    [{ exports: 'a', host: 'EDGE 01' }, ['host-invalid', undefined]],
    [{ exports: 'a', host: '../EDGE01' }, ['host-invalid', undefined]],
    [{ exports: 'a', host: 'DOM\\EDGE01' }, ['host-invalid', undefined]],
    [{ exports: 'a', fdqn: 'x' }, ['manifest-property-unknown', '[0].fdqn']],
    [{ exports: 'a', fqdn: 'x' }, ['fqdn-invalid', '[0].fqdn']],
    [{ exports: 'a', ip: ['192.0.2.1', '300.0.0.1'] }, ['ip-invalid', '[0].ip']],
    [{ exports: 'a', mac: 'zz' }, ['mac-invalid', '[0].mac']],
    [{ exports: 'a', role: 'Server' }, ['role-invalid', '[0].role']],
    ['A', ['manifest-value-invalid', '[0]']],
  ])('one host: %j', (record, [code, property]) => {
    const good = { host: 'GOOD', exports: 'g.csv' };
    const { jobs, refused } = json([record, good]);
    expect(jobs.map(({ host }) => host)).toEqual(['GOOD']);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.diagnostics.map((d) => [d.code, d.place.property])).toEqual([[code, property]]);
    expect(refused[0]?.diagnostics[0]?.place).toMatchObject({ file: 'm', line: expect.any(Number) });
  });

  it('names line and column of CSV, and suggests the nearest name', () => {
    expect(faults(plan('host,exports,ip\nA,a.csv,192.0.2.300\nB,,\n'))).toEqual([
      ['ip-invalid', 2, 'ip'],
      ['manifest-property-missing', 3, undefined],
    ]);
    expect(plan('host,export\n').diagnostics[0]).toMatchObject({
      args: { found: 'the column "export"', expected: '"exports"' },
    });
  });
  it('refuses a host of which one row is damaged: half of its exports are no evidence', () => {
    const value = [
      { host: 'A', exports: 'a' },
      { host: 'a', exports: [] },
      { host: 'B', exports: 'b' },
    ];
    expect(outline(json(value))).toMatchObject({ jobs: [['B', 'b']], refused: [['A', 'manifest-value-invalid']] });
  });

  it('counts every row, whatever is in it', () => {
    const value = fc.oneof(fc.constant('a.csv'), fc.constant('A'), fc.jsonValue({ maxDepth: 2 }));
    const record = fc.oneof(
      fc.dictionary(fc.constantFrom(...manifestNames, 'other'), value),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
        const { jobs, refused } = json(records);
        const named = records.map((one) => (one as { host?: unknown } | null)?.host);
        const hosts = named.map((host, i) =>
          typeof host === 'string' && host.trim() !== '' ? host.trim().toLowerCase() : i,
        );
        expect(jobs.length + refused.length).toBe(new Set(hosts).size);
      }),
    );
  });
});

describe('schemas/manifest.schema.json', () => {
  it('has the properties that are read, each with a title and a description', () => {
    const schema = JSON.parse(readFileSync('schemas/manifest.schema.json', 'utf8'));
    const { properties } = schema.$defs.host;
    expect(Object.keys(properties).sort()).toEqual([...manifestNames].sort());
    for (const [name, property] of Object.entries<{ title: string; description: string; $ref: string }>(properties)) {
      expect(property.title.length * property.description.length, name).toBeGreaterThan(0);
      expect(/s$/.test(property.$ref), name).toBe(manifestLists.has(name));
    }
  });
});
