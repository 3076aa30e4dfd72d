import { expect, it } from 'vitest';
import { isSameHost } from '../../src/checklist/same-host.js';

it.each([
  ['EDGE01', 'edge01', true],
  [' edge01. ', 'EDGE01', true],
  ['edge01', 'EDGE01.example.mil', true],
  ['edge01.example.mil', 'EDGE01', true],
  ['edge01.example.mil', 'EDGE01.EXAMPLE.MIL', true],
  ['edge01.example.mil', 'edge01.other.mil', false],
  ['edge01', 'edge02', false],
  ['edge01', 'edge', false],
  ['192', '192.0.2.1', false],
  ['192.0.2.1', '192.0.2.1', true],
])('%s and %s: %s', (a, b, same) => {
  expect(isSameHost(a, b)).toBe(same);
  expect(isSameHost(b, a)).toBe(same);
});
