import { error, type Words, warning } from '../entry.js';

/** Messages on validation: OpenSCAP and STIG Viewer. */
export const openscapStigViewer = {
  // validation: OpenSCAP, STIG Viewer
  'openscap-root': error(
    (w: Words) =>
      `OpenSCAP refuses the file: expected a Benchmark as the root, found ${w.actual}; put the TestResult into one`,
  ),
  'openscap-namespace': error(
    (w: Words) => `OpenSCAP refuses the file: the namespace is "${w.actual}", expected ${w.expected}; write XCCDF 1.2`,
  ),
  'openscap-silent': error(
    (w: Words) =>
      `OpenSCAP 1.3 calls this valid file invalid, as it has nothing to remark (${w.actual}); name the platform as ${w.expected}`,
  ),
  'stig-viewer-prefix': error(
    (w: Words) =>
      `STIG Viewer imports XCCDF results only with the prefix ${w.expected} (not measured); found ${w.actual}: write it at every element`,
  ),
  'stig-viewer-status': error(
    (w: Words) =>
      `STIG Viewer does not open a CKL with the status "${w.actual}" (not measured); write one of ${w.expected}`,
  ),
  'stig-viewer-role': error(
    (w: Words) =>
      `STIG Viewer does not open a CKL with the role "${w.actual}" (not measured); write one of ${w.expected}`,
  ),
  'stig-viewer-version': warning(
    (w: Words) =>
      `STIG Viewer 3 writes the STIG's version as a string; found ${w.actual}, expected ${w.expected}: put it in quotes`,
  ),
} as const;
