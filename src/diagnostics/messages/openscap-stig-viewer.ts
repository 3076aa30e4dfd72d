import { error, warning } from '../entry.js';

/** Messages on validation: OpenSCAP and STIG Viewer. */
export const openscapStigViewer = {
  // validation: OpenSCAP, STIG Viewer
  'openscap-root': error`OpenSCAP refuses the file: the root must be a Benchmark, but is ${'root'}; put the TestResult into one`,
  'openscap-namespace': error`OpenSCAP refuses the file: the namespace must be ${'expected'}, but is "${'namespace'}"; write XCCDF 1.2`,
  'openscap-silent': error`OpenSCAP 1.3 reports this valid file as invalid, because its schematron has no warning to print (the platform is a cpe:2.3: name); write the platform as cpe:/a:vendor:product:version`,
  'stig-viewer-prefix': error`STIG Viewer imports XCCDF results only with the prefix cdf: (not measured), but found was ${'prefix'}; write cdf: at every element`,
  'stig-viewer-status': error`STIG Viewer does not open a CKL with the status "${'word'}" (not measured); write one of ${'words'}`,
  'stig-viewer-role': error`STIG Viewer does not open a CKL with the role "${'word'}" (not measured); write one of ${'words'}`,
  'stig-viewer-version': warning`STIG Viewer 3 writes the STIG's version as a string, but this is ${'version'}; put it in quotes`,
} as const;
