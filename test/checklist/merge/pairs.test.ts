import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answeredTwice } from '../../support/answered.js';
import { checklistOf } from '../../support/arbitrary-checklist.js';
import { expectMerges } from '../../support/merging.js';

test('pairs of checklists of one host are merged in both orders as each --prefer says, and nothing unsaid is lost', () => {
  let conflicts = 0;
  fc.assert(
    fc.property(answeredTwice(checklistOf(2)), ([one, other]) => {
      conflicts += expectMerges(one, other);
    }),
    { numRuns: 30, seed: 20261127 },
  );
  expect(conflicts).toBeGreaterThan(150);
});
