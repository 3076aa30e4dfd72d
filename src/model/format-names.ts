/** The formats that checklists are read and written in. */
export const formatNames = ['ckl', 'cklb', 'xccdf'] as const;

export type FormatName = (typeof formatNames)[number];

/** The formats that a checklist is written in and never read from: each holds a part of it, for one use. */
export const extractNames = ['csv', 'poam', 'hdf', 'oscal', 'junit'] as const;

/** Those that need a time of the assessment: they cannot leave it unknown. */
export const timedNames: readonly TargetName[] = ['xccdf', 'hdf', 'oscal', 'junit'];

export type ExtractName = (typeof extractNames)[number];

/** What a checklist can be converted to. */
export const targetNames = [...formatNames, ...extractNames] as const;

export type TargetName = (typeof targetNames)[number];

/** What an assessment can be written as: all of these, and a report for people. */
export const outputNames = [...targetNames, 'html'] as const;

export type OutputName = (typeof outputNames)[number];

/** Whether checklists are also read from this format. */
export const isFormatName = (name: OutputName): name is FormatName =>
  (formatNames as readonly OutputName[]).includes(name);

/** The formats' usual names. */
export const outputTitles: Readonly<Record<OutputName, string>> = {
  ckl: 'CKL',
  cklb: 'CKLB',
  xccdf: 'XCCDF results',
  csv: 'Spreadsheet (CSV)',
  poam: 'Open rules for a POA&M (CSV)',
  hdf: 'Heimdall data (HDF)',
  oscal: 'OSCAL assessment results',
  junit: 'JUnit results',
  html: 'Report to read and print (HTML)',
};
