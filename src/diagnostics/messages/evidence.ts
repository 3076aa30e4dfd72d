import { error, exportAgain, info, refuses, type Words, warning } from '../entry.js';

/** Messages on exports: what kind they are, CSV, Format-List, JSON, properties. */
export const evidence = {
  // evidence: what kind of export it is
  'export-empty': warning(() => 'the export holds no connector; that cannot be told from an export that failed'),
  'not-a-send-connector': refuses(
    (w: Words) => `this is ${w.actual}, not the output of Get-SendConnector; export Get-SendConnector`,
  ),
  // evidence: properties, connectors
  'records-not-alike': refuses(
    (w: Words) =>
      `"${w.expected}" was expected here, as in the first record, not "${w.actual}": something was cut out, or exports were joined; give each as a file of its own, or ${exportAgain}`,
  ),
  'property-name-spliced': refuses(
    (w: Words) => `the name "${w.actual}" is put together of two: what stood between them was cut out; ${exportAgain}`,
  ),
  'guid-malformed': refuses((w: Words) => `"${w.actual}" is no GUID: a part of the record was cut out; ${exportAgain}`),
  'identity-contradicts': refuses(
    (w: Words) =>
      `the record names two connectors: "${w.expected}" and here "${w.actual}"; whose its values are cannot be known; ${exportAgain}`,
  ),
  'property-unreadable': error(
    (w: Words) => `"${w.actual}" cannot be read: expected ${w.expected}; it is taken as unknown`,
  ),
  'property-flattened': error(
    (w: Words) =>
      `exported as its type's name (${w.actual}): the value is unknown; expected ${w.expected}; use Export-Clixml`,
  ),
  'property-cut': error((w: Words) => `the value is cut off ("${w.actual}"): it is unknown; expected ${w.expected}`),
  'collection-unknown': info(
    (w: Words) => `the members cannot be read ("${w.actual}"); the verdict does not need them`,
  ),
  'property-missing': warning(
    (w: Words) =>
      `not known for ${w.actual} connectors, which are not reviewed for it; export with Get-SendConnector | Export-Clixml`,
  ),
  'identity-with-backslash': warning(
    () => 'the identity has a backslash, as receive connectors have; make sure that this is Get-SendConnector output',
  ),
  'records-differ': warning(
    (w: Words) =>
      `two records of this connector differ: ${w.expected} here, ${w.actual}; both were judged, the worse counts`,
  ),
} as const;
