import { type At, assetFields, error, info, optionOr, warning, where } from '../entry.js';

type Written = { readonly written: string };
type Reason = { readonly reason: string };

/** Messages on the command: hosts, files, batch. */
export const commandLine = {
  // command line
  'document-shown-escaped': info(
    () => 'characters that a terminal would act on are shown as \\u{…}; --out FILE writes the document unchanged',
  ),
  'host-missing': error(
    (a: At) =>
      `the export does not name one server (PSComputerName); ${where(a, 'name the host with --host', 'enter the host name')}`,
  ),
  'host-invalid': error(
    (a: Written) =>
      `"${a.written}" is not a host name: expected 1 to 255 characters, without blanks, slashes and control characters`,
  ),
  'host-trimmed': warning(
    (a: Written & { host: string }) =>
      `"${a.written}" has blanks around it, which were removed: the host is "${a.host}"`,
  ),
  'host-from-export': info(
    (a: { host: string; server: string } & At) =>
      `the host name ${a.host} was taken from PSComputerName (${a.server}), the server that was asked; ${where(a, '--host', 'the field Host name')} overrides it`,
  ),
  'asset-incomplete': info(
    (a: { fields: readonly string[] } & At) =>
      `not given: ${assetFields(a, a.fields)}; importers use them to match the asset`,
  ),
  'fqdn-invalid': error(
    (a: Written & At) => `${optionOr(a, '--fqdn')}"${a.written}" is not a dotted name such as edge01.example.mil`,
  ),
  'ip-invalid': error((a: Written & At) => `${optionOr(a, '--ip')}"${a.written}" is not an IPv4 or IPv6 address`),
  'mac-invalid': error(
    (a: Written & At) => `${optionOr(a, '--mac')}"${a.written}" is not a MAC address such as 00:1A:2B:3C:4D:5E`,
  ),
  'role-invalid': error(
    (a: Written & { roles: string } & At) => `${optionOr(a, '--role')}"${a.written}" is not one of: ${a.roles}`,
  ),
  'file-missing': error(() => 'no such file'),
  'file-is-folder': error(() => 'this is a folder; name the export files'),
  'file-unreadable': error((a: Reason) => `the file cannot be read (${a.reason})`),
  'file-not-regular': error(
    (a: { kind: string }) => `this is ${a.kind}, not a file; pass its content on standard input and - as the file name`,
  ),
  'file-changed': error(
    () => 'the file changed while this run was using it; wait until the other program is done, then try again',
  ),
  'file-exists': error(() => 'the file exists already; --force overwrites it'),
  'file-unwritable': error((a: Reason) => `the file cannot be written (${a.reason})`),
  'out-dir-holds-files': error(
    (a: { folder: string }) =>
      `--out-dir (${a.folder}) lies inside the input folder and holds files that could be exports (this is the first), which would be left out; name another folder`,
  ),
  'output-is-input': error(
    () => 'this file is an input of the same run, so it is never overwritten; name another file',
  ),
  'output-is-stream': error((a: { stream: string }) => `${a.stream} goes to this file; name another one`),
  'output-twice': error((a: { other: string }) => `the same run writes this file for ${a.other}; name another file`),
  'output-not-a-file': error(
    (a: { kind: string }) => `this is ${a.kind}, which is never replaced; name another file, or remove it`,
  ),
  'folder-busy': error(
    (a: { runs: string; seconds: string }) =>
      `${a.runs} had this folder for ${a.seconds} seconds; wait until that work is done, then try again`,
  ),
  'folder-of-other-user': error(
    (a: { user: string }) =>
      `a run of another user (user id ${a.user}) has had this folder for 10 seconds; if it is no longer running, that user's next run here restores the old files`,
  ),
  'folder-lock-foreign': error(
    (a: { name: string }) =>
      `${a.name} in this folder is not from a run of this version and may hold the only copy of some files; move it elsewhere and keep it`,
  ),
  // command line: batch, running
  'host-name-taken': error(
    (a: { host: string; other: string }) =>
      `the hosts "${a.host}" and "${a.other}" would write files of the same name; rename one, or run it separately into a folder of its own`,
  ),
  'old-files-stay': warning(
    (a: { files: string }) =>
      `files of an earlier run are still there and may be out of date: ${a.files}; fix what refused the host, or remove them`,
  ),
  'host-lost': error(
    (a: Reason) =>
      `a bug in this program ended the work on this host (${a.reason}); please report it; no other host is affected`,
  ),
  'batch-state-damaged': warning(
    (a: { lines: number }) =>
      `${a.lines} lines that an earlier run noted here cannot be read; the hosts concerned are done again`,
  ),
  'batch-state-unwritable': warning(
    (a: Reason) => `progress cannot be noted here (${a.reason}); --resume will do these hosts again`,
  ),
  'archive-too-large': error(
    (a: { limit: string }) =>
      `the archive would hold more than ${a.limit}, the limit of its format; use --shard, or archive the folder with another program`,
  ),
} as const;
