/**
 * The controls of NIST SP 800-53 that DISA's CCI list gives for the CCIs of the rules that are judged here. Heimdall files rules by them. A rule with
 * other CCIs has none: the list as a whole is DISA's to publish.
 */
const nistByCci: Readonly<Record<string, string>> = {
  'CCI-001095': 'SC-5 (2)',
  'CCI-001178': 'SC-20 a',
  'CCI-001184': 'SC-23',
  'CCI-002385': 'SC-5 a',
  'CCI-002418': 'SC-8',
};

export const nistOf = (ccis: readonly string[]): readonly string[] => [
  ...new Set(ccis.flatMap((cci) => nistByCci[cci] ?? [])),
];
