import { expect } from 'vitest';
import { cases } from './cases.js';
import { safCounts } from './saf.js';
import { conformance, lacksClient } from './written.js';

const few = cases.filter(
  ({ name }) => name === 'open, many, addresses, plain' || name === 'not a finding, one, bare, XCCDF01',
);

conformance(
  'SAF threshold',
  lacksClient('saf'),
  ({ status }, { ckl, xccdf }) => {
    const none = { open: 0, not_a_finding: 0, not_applicable: 0, not_reviewed: 0 };
    const right = { ...none, [status]: 1 };
    const wrong = { ...none, [status === 'open' ? 'not_a_finding' : 'open']: 1 };
    expect(safCounts('ckl2hdf', ckl, right, wrong)).toEqual([true, false]);
    expect(safCounts('xccdf_results2hdf', xccdf, right, wrong)).toEqual([true, false]);
  },
  few,
);
