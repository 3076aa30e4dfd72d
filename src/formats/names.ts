/** The formats that checklists are written in. */
export const formatNames = ['ckl', 'cklb', 'xccdf'] as const;

export type FormatName = (typeof formatNames)[number];
