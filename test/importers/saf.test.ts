import { cases } from './cases.js';
import { expectSafCounts } from './saf.js';
import { conformance, lacksClient } from './written.js';

const few = cases.filter(
  ({ name }) => name === 'open, many, addresses, plain' || name === 'not a finding, one, bare, XCCDF01',
);

conformance(
  'SAF threshold',
  lacksClient('saf'),
  ({ status }, { ckl, xccdf }) => {
    const counts = { open: 0, not_a_finding: 0, not_applicable: 0, not_reviewed: 0, [status]: 1 };
    expectSafCounts('ckl2hdf', ckl, counts);
    expectSafCounts('xccdf_results2hdf', xccdf, counts);
  },
  few,
);
