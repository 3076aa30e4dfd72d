import { error, info, type Words, warning } from '../entry.js';

/** Messages on which hosts there are. */
export const fleet = {
  // fleet: which hosts there are
  'fleet-no-hosts': error(
    (w: Words) =>
      `no host was found: there are ${w.actual}, expected ${w.expected}; name another folder or file, or --template`,
  ),
  'fleet-file-in-root': warning(
    (w: Words) =>
      `${w.actual} files, this the first, are in no host's folder, as expected, and are passed over; move them, or say by --template how files are named`,
  ),
  'fleet-folder-hidden': warning(
    (w: Words) =>
      `${w.actual} files, this the first, are in folders that begin with a dot, not a host's name as expected, and are passed over; rename the folder if it is a host's`,
  ),
  'fleet-files-passed-over': info(
    (w: Words) => `${w.actual} files that file managers or this program leave, this the first, are passed over`,
  ),
  'template-unmatched': warning(
    (w: Words) =>
      `${w.actual} files, this the first, do not match the template as expected, and are passed over; check it`,
  ),
  'template-ambiguous': error(
    (w: Words) =>
      `the template leaves open whether this is of the host "${w.expected}" or "${w.actual}"; expected is one: write more of the name into it, or rename the file`,
  ),
  'host-without-exports': error(
    () => "the host has no export file, expected at least one; add it, or remove the host's folder",
  ),
  'hosts-differ-in-case': warning(
    (w: Words) =>
      `"${w.actual}" differs from "${w.expected}" only in case or the form of its accents, and is taken for the same host, ${w.expected}; write one name`,
  ),
  'hosts-joined': info(
    (w: { readonly host: string; readonly exports: string }) =>
      `several rows are of host "${w.host}", as their exports tell, and are judged together: ${w.exports}`,
  ),
  'host-twice': error(
    (w: Words) =>
      `the host is named again and says ${w.actual} here, expected ${w.expected} as before; only the exports of its rows may differ`,
  ),
  // fleet: manifest
  'batch-file-unrecognised': error(
    (w: Words) =>
      `this is ${w.actual}; expected a manifest (CSV with a column exports, or JSON records with exports) or an export of many hosts`,
  ),
  'manifest-damaged': error((w: Words) => `this is not ${w.expected} (${w.actual}): mend the manifest`),
  'manifest-column': error(
    (w: Words) => `the header has ${w.actual}, expected ${w.expected}; correct the column's name`,
  ),
  'manifest-cell-count': error(
    (w: Words) =>
      `the row has ${w.actual} cells, expected ${w.expected} as in the header; put cells that hold the delimiter into quotes`,
  ),
  'manifest-key-twice': error(
    (w: Words) =>
      `the key "${w.actual}" is in one object twice, expected once (first in line ${w.expected}); remove one`,
  ),
  'manifest-property-unknown': error(
    (w: Words) => `there is no property "${w.actual}", expected ${w.expected}; correct the name`,
  ),
  'manifest-property-missing': error((w: Words) => `"${w.expected}" is expected here, and is missing; add it`),
  'manifest-value-invalid': error((w: Words) => `this is ${w.actual}, expected ${w.expected}; correct it`),
  // fleet: an export of many hosts
  'host-column-missing': error(
    (w: Words) =>
      `not every record has the column "${w.expected}" that was expected to name its host (${w.actual}); name another with --host-column, or judge the file as one host's`,
  ),
  'host-column-value': error(
    (w: Words) =>
      `whose record this is cannot be told: expected is a host's name, not ${w.actual}; the file is refused, as the record could be any host's: correct the export`,
  ),
  'host-column-empty': error(
    () => 'the export holds no connector, so that it names no host, expected at least one; export again',
  ),
  'host-column-ambiguous': error(
    (w: Words) =>
      `"${w.actual}" may be the same host as "${w.expected}", and half of a host's connectors must not be judged; expected is one name for each host: correct the column`,
  ),
  'host-column-others-reported': warning(
    (w: Words) =>
      `${w.actual} more warnings or errors were reported of other hosts' records in this file; read them there`,
  ),
} as const;
