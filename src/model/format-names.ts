/** The formats that checklists are written in. */
export const formatNames = ['ckl', 'cklb', 'xccdf'] as const;

export type FormatName = (typeof formatNames)[number];

/** What an assessment can be written as: the formats, and a report for people, which no program reads back. */
export const outputNames = [...formatNames, 'html'] as const;

export type OutputName = (typeof outputNames)[number];
