import { expect } from 'vitest';
import { textLimit } from '../../src/text/limit.js';
import { conformance } from './written.js';

conformance('evaluate', undefined, (meant, { details, said }) => {
  expect(said.status).toBe(meant.status);
  const counted = (status: string) => said.connectors.filter((connector) => connector === status).length;
  expect({
    open: counted('open'),
    not_reviewed: counted('not_reviewed'),
    not_a_finding: counted('not_a_finding'),
  }).toEqual(meant.counts);
  expect(said.connectors).toHaveLength(meant.connectors.length);
  expect(details.length).toBeLessThanOrEqual(textLimit);
  if (typeof meant.padTo === 'number') expect(details).toHaveLength(meant.padTo);
  expect(details.split('\n').some((line) => line.startsWith(meant.verdict))).toBe(true);
});
