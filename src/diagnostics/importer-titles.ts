import type { ImporterName } from '../model/place.js';

/** What people call the importers. */
export const importerTitles: Readonly<Record<ImporterName, string>> = {
  'stig-manager': 'STIG Manager',
  mitre: 'MITRE tools (SAF CLI, Heimdall)',
  openscap: 'OpenSCAP',
  'stig-viewer': 'STIG Viewer',
};
