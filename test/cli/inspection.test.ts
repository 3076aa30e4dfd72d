import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderInspection } from '../../src/cli/render/inspection.js';
import { propertyOf, readPropertyNames } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { showProperty } from '../../src/model/show-property.js';
import { renderTable } from '../../src/text/table.js';
import { connector } from '../support/connectors.js';

const text = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'CN=To partner,CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),DC=example',
    '漢字 '.repeat(20),
    '',
  ),
);

test('a connector is shown as one table of all its rows, at any width', () => {
  fc.assert(
    fc.property(text, text, fc.option(fc.integer({ min: 1, max: 140 }), { nil: undefined }), (name, space, width) => {
      const one = connector({ name: known(name), addressSpaces: known([space, name]), place: { file: name, line: 2 } });
      const rows = readPropertyNames.map((property) => [property, showProperty(propertyOf(one, property))]);
      const table = renderTable([['at', `${name}:2`], ...rows], { width, wraps: true });
      expect([...renderInspection([], [one], width)].join('')).toBe(`\n${table}`);
    }),
    { numRuns: 500 },
  );
});

test('many connectors are printed in parts', () => {
  const parts = [
    ...renderInspection(
      [],
      Array.from({ length: 1000 }, () => connector()),
    ),
  ];
  expect(parts.length).toBeGreaterThan(2);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(110_000);
});
