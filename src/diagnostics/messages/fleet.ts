import { type At, error, info, warning, where } from '../entry.js';

/** How many files this is said of; the place names the first. */
type Files = { readonly files: number };

const filesWere = ({ files }: Files, where: string): string =>
  files === 1
    ? `this file is ${where} and was skipped`
    : `${files} files are ${where} and were skipped; this is the first`;

/** Messages on which hosts there are. */
export const fleet = {
  // fleet: which hosts there are
  'fleet-no-hosts': error`no host was found: expected ${'expected'}, found ${'found'}; ${where('name another folder or file, or use --template', 'drop other files, or say how their names tell the host')}`,
  'fleet-file-in-root': warning(
    (a: Files & At) =>
      `${filesWere(a, "outside every host's folder")}; move them, or describe their names with ${where('--template', 'a template')(a)}`,
  ),
  'fleet-folder-hidden': warning(
    (a: Files) =>
      `${filesWere(a, 'in folders with a name that begins with a dot')}; rename the folder if it is a host's`,
  ),
  'fleet-files-passed-over': info((a: Files) => filesWere(a, 'left by file managers or by this program')),
  'template-unmatched': warning(
    (a: Files) => `${filesWere(a, 'not matched by the template')}; correct the template if they are exports`,
  ),
  'template-ambiguous': error`the template is ambiguous: the host could be "${'longest'}" or "${'other'}"; make the template more specific, or rename the file`,
  'host-without-exports': error`the host has no export file; add one, or remove the host's folder`,
  'hosts-differ-in-case': warning`"${'written'}" differs from "${'host'}" only in case or in the form of its accents, and was taken for the same host; use one spelling`,
  'hosts-joined': info`according to their exports several rows are of host "${'host'}"; they are judged together: ${'exports'}`,
  'host-twice': error`two rows name this host and contradict each other: ${'here'} here, ${'before'} before; only their exports may differ: correct one`,
  // fleet: manifest
  'batch-file-unrecognised': error`this is ${'what'}; expected a manifest (CSV with a column exports, or JSON records with exports) or an export of many hosts: name another file`,
  'manifest-damaged': error(
    (a: { format: 'CSV' | 'JSON'; fault: string }) => `this is not valid ${a.format}: ${a.fault}; correct the manifest`,
  ),
  'manifest-column': error`the header has ${'found'}, but expected was ${'expected'}; correct the header`,
  'manifest-cell-count': error(
    (a: { cells: number; columns: number }) =>
      `the row has ${a.cells} cells, the header ${a.columns}; quote the cells that contain the delimiter`,
  ),
  'manifest-key-twice': error(
    (a: { key: string; firstLine: number }) =>
      `the object has the key "${a.key}" twice (first in line ${a.firstLine}); remove one`,
  ),
  'manifest-property-unknown': error`the manifest has no property "${'name'}"; expected ${'expected'}: correct the name`,
  'manifest-property-missing': error`"${'name'}" is missing here; add it`,
  'manifest-value-invalid': error`the value is ${'found'}; expected ${'expected'}: correct it`,
  // fleet: an export of many hosts
  'host-column-missing': error(
    (a: { column: string; lacking: number; records: number } & At) =>
      `${a.lacking} of ${a.records} records lack the column "${a.column}", which names the host; name another column${where(' with --host-column', '')(a)}, or judge the file as one host's`,
  ),
  'host-column-value': error`cannot tell which host this record belongs to: ${'found'} is not a host name; the whole file is refused, because the record could be any host's: correct the export`,
  'host-column-empty': error`the export holds no connector and so names no host; export again`,
  'host-column-ambiguous': error`"${'host'}" and "${'other'}" may be one host, and half of its connectors must not be judged; use one name for each host`,
  'host-column-others-reported': warning(
    (a: { count: number }) =>
      `${a.count} more warnings or errors concern other hosts' records in this file; read them there`,
  ),
} as const;
