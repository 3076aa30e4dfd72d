import { error, warning } from '../entry.js';

/** Messages on validation: OpenSCAP and STIG Viewer. */
export const openscapStigViewer = {
  // validation: OpenSCAP, STIG Viewer
  'openscap-root': error(
    (a: { root: string }) =>
      `OpenSCAP refuses the file: the root must be a Benchmark, but is ${a.root}; put the TestResult into one`,
  ),
  'openscap-namespace': error(
    (a: { namespace: string; expected: string }) =>
      `OpenSCAP refuses the file: the namespace must be ${a.expected}, but is "${a.namespace}"; write XCCDF 1.2`,
  ),
  'openscap-silent': error(
    () =>
      'OpenSCAP 1.3 reports this valid file as invalid, because its schematron has no warning to print (the platform is a cpe:2.3: name); write the platform as cpe:/a:vendor:product:version',
  ),
  'stig-viewer-prefix': error(
    (a: { prefix: string }) =>
      `STIG Viewer imports XCCDF results only with the prefix cdf: (not measured), but found was ${a.prefix}; write cdf: at every element`,
  ),
  'stig-viewer-status': error(
    (a: { word: string; words: string }) =>
      `STIG Viewer does not open a CKL with the status "${a.word}" (not measured); write one of ${a.words}`,
  ),
  'stig-viewer-role': error(
    (a: { word: string; words: string }) =>
      `STIG Viewer does not open a CKL with the role "${a.word}" (not measured); write one of ${a.words}`,
  ),
  'stig-viewer-version': warning(
    (a: { version: string }) =>
      `STIG Viewer 3 writes the STIG's version as a string, but this is ${a.version}; put it in quotes`,
  ),
} as const;
