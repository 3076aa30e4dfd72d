import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cklbSchema, validateJson } from '../../src/schemas/schema.js';
import { siteSchema } from '../../src/schemas/site-schema.js';

// scripts/compile-schemas.js shortens what ajv makes: it must say what ajv says.
const byAjv = (name: string) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));
  return (value: unknown) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, keyword, message }) => `${instancePath} ${keyword} ${message}`);
  };
};

const said = (schema: typeof siteSchema, value: unknown) =>
  validateJson(schema, value).map(({ path, keyword, message }) => `${pointer(path)} ${keyword} ${message}`);

const pointer = (path: readonly (string | number)[]): string => path.map((key) => `/${key}`).join('');

const digits = fc.array(fc.constantFrom(...'0123456789-'), { maxLength: 12 }).map((units) => units.join(''));
const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
  .map(([year, month, day]) =>
    [`${year}`.padStart(4, '0'), ...[month, day].map((n) => `${n}`.padStart(2, '0'))].join('-'),
  );

test('a date is one where ajv-formats says so', () => {
  const ajv = byAjv('site');
  expect(validateJson(siteSchema, { statedOn: '2024-02-29' }).some(({ keyword }) => keyword === 'format')).toBe(false);
  fc.assert(
    fc.property(fc.oneof(digits, days, fc.string()), (statedOn) => {
      expect(said(siteSchema, { statedOn })).toEqual(ajv({ statedOn }));
    }),
    { numRuns: 2000 },
  );
});

test('the faults of random values are those that ajv finds', () => {
  const keys = [
    'statedBy',
    'statedOn',
    'hosts',
    'plan',
    'connectors',
    'title',
    'stigs',
    'target_data',
    'rules',
    'id',
    'x',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 0, '', 'a', '2026-01-31', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 5 }),
    ),
  }));
  const both = [
    { schema: siteSchema, ajv: byAjv('site') },
    { schema: cklbSchema, ajv: byAjv('cklb') },
  ];
  for (const { schema, ajv } of both)
    fc.assert(
      fc.property(value, (one) => {
        expect(said(schema, one)).toEqual(ajv(one));
      }),
      { numRuns: 1000 },
    );
});
