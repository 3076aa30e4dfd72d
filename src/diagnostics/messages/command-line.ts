import { type At, error, info, optionOr, type Words, warning } from '../entry.js';

/** Messages on the command: hosts, files, batch. */
export const commandLine = {
  // command line
  'document-shown-escaped': info(
    () => 'what a terminal would act on is shown as \\u{…}; --out FILE writes the document as it is',
  ),
  'host-missing': error(() => 'the export does not name one server (PSComputerName); name the host with --host'),
  'host-invalid': error(
    (w: { readonly written: string }) =>
      `"${w.written}" is not a host name: expected 1 to 255 characters, without blanks, slashes and control characters`,
  ),
  'host-trimmed': warning(
    (w: { readonly written: string; readonly host: string }) =>
      `"${w.written}" has blanks around it, which were removed: the host is "${w.host}"`,
  ),
  'host-from-export': info(
    (w: Words) =>
      `host ${w.expected} is taken from PSComputerName (${w.actual}), the server that was asked; --host names another`,
  ),
  'asset-incomplete': info((w: Words) => `not known: ${w.expected}; importers match assets better with them`),
  'fqdn-invalid': error(
    (w: Words & At) => `${optionOr(w, '--fqdn')}"${w.actual}" is not a dotted name such as edge01.example.mil`,
  ),
  'ip-invalid': error((w: Words & At) => `${optionOr(w, '--ip')}"${w.actual}" is not an IPv4 or IPv6 address`),
  'mac-invalid': error(
    (w: Words & At) => `${optionOr(w, '--mac')}"${w.actual}" is not a MAC address such as 00:1A:2B:3C:4D:5E`,
  ),
  'role-invalid': error((w: Words & At) => `${optionOr(w, '--role')}"${w.actual}" is not one of: ${w.expected}`),
  'file-missing': error(() => 'there is no such file'),
  'file-is-folder': error(() => 'this is a folder; name the export files'),
  'file-unreadable': error((w: Words) => `the file cannot be read (${w.actual})`),
  'file-not-regular': error(
    (w: Words) => `this is ${w.actual}, not a file; give its content on standard input, with - for the file's name`,
  ),
  'file-changed': error(
    () => 'the file changed in the meantime: wait until the program that writes it is done, then try again',
  ),
  'file-exists': error(() => 'the file exists already; --force overwrites it'),
  'file-unwritable': error((w: Words) => `the file cannot be written (${w.actual})`),
  'out-dir-holds-files': error(
    (w: { readonly folder: string }) =>
      `--out-dir (${w.folder}) lies in the folder that is read and holds files that could be exports, this the first; they would be left out: name another folder`,
  ),
  'output-is-input': error(
    () => 'this file is read in the same run, which therefore never overwrites it; name another file',
  ),
  'output-is-stream': error((w: { readonly stream: string }) => `${w.stream} goes into this file; name another one`),
  'output-twice': error(
    (w: { readonly other: string }) => `the same run writes here for ${w.other}; name another file`,
  ),
  'output-not-a-file': error(
    (w: Words) => `${w.actual} stands there, which is never replaced; name another file or remove it`,
  ),
  'folder-busy': error(
    (w: { readonly runs: string; readonly seconds: string }) =>
      `${w.runs} had this folder for ${w.seconds} seconds; wait until that work is done, then try again`,
  ),
  'folder-of-other-user': error(
    (w: { readonly user: string }) =>
      `a run of another user (user id ${w.user}) has had this folder for 10 seconds; if it is not running any more, the next run of that user here puts the old files back`,
  ),
  'folder-lock-foreign': error(
    (w: { readonly name: string }) =>
      `${w.name} in this folder is not from a run of this version, and may hold files that are nowhere else: move it away, and keep it`,
  ),
  // command line: batch, running
  'host-name-taken': error(
    (w: Words) =>
      `the files of host "${w.actual}" would have the names of those of "${w.expected}", of which one would overwrite the other; name it otherwise, or do it in a run and a folder of its own`,
  ),
  'old-files-stay': warning(
    (w: { readonly files: string }) =>
      `files of an earlier run are still there and do not tell what is so now: ${w.files}; mend what refused the host, or remove them`,
  ),
  'host-lost': error(
    (w: Words) =>
      `a bug in this program ended the work on this host (${w.actual}); please report it; no other host is affected`,
  ),
  'batch-state-damaged': warning(
    (w: Words) => `${w.actual} of what an earlier run noted here cannot be read; the hosts concerned are done again`,
  ),
  'batch-state-unwritable': warning(
    (w: Words) => `what is done cannot be noted here (${w.actual}): --resume will do these hosts again`,
  ),
  'archive-too-large': error(
    (w: Words) =>
      `the archive would hold ${w.actual}, and the format can have ${w.expected}; use --shard, or archive the folder with another program`,
  ),
} as const;
