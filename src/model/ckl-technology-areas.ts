/** The technology areas that DISA's checklist schema 2.5 allows. */
export const cklTechnologyAreas: readonly string[] = [
  'Application Review',
  'Boundary Security',
  'CDS Admin Review',
  'CDS Technical Review',
  'Database Review',
  'Domain Name System (DNS)',
  'Exchange Server',
  'Host Based System Security (HBSS)',
  'Internal Network',
  'Mobility',
  'Releasable Networks (REL)',
  // The spelling of older STIG Viewers.
  'Releaseable Networks (REL)',
  'Traditional Security',
  'UNIX OS',
  'VVOIP Review',
  'Web Review',
  'Windows OS',
  'Other Review',
];
