import { type At, assetFields, error, info, optionOr, warning, where } from '../entry.js';

/** Messages on the command: hosts, files, batch. */
export const commandLine = {
  // command line
  'document-shown-escaped': info`characters that a terminal would act on are shown as \\u{…}; --out FILE writes the document unchanged`,
  'host-missing': error`the export does not name one server (PSComputerName); ${where('name the host with --host', 'enter the host name')}`,
  'host-invalid': error`"${'written'}" is not a host name: expected 1 to 255 characters, without blanks, slashes and control characters`,
  'host-trimmed': warning`"${'written'}" has blanks around it, which were removed: the host is "${'host'}"`,
  'host-from-export': info`the host name ${'host'} was taken from PSComputerName (${'server'}), the server that was asked; ${where('--host', 'the field Host name')} overrides it`,
  'asset-incomplete': info(
    (a: { fields: readonly string[] } & At) =>
      `not given: ${assetFields(a, a.fields)}; importers use them to match the asset`,
  ),
  'fqdn-invalid': error`${optionOr('--fqdn')}"${'written'}" is not a dotted name such as edge01.example.mil`,
  'ip-invalid': error`${optionOr('--ip')}"${'written'}" is not an IPv4 or IPv6 address`,
  'mac-invalid': error`${optionOr('--mac')}"${'written'}" is not a MAC address such as 00:1A:2B:3C:4D:5E`,
  'role-invalid': error`${optionOr('--role')}"${'written'}" is not one of: ${'roles'}`,
  'file-missing': error`no such file`,
  'file-is-folder': error`this is a folder; name the export files`,
  'file-unreadable': error`the file cannot be read (${'reason'})`,
  'file-not-regular': error`this is ${'kind'}, not a file; pass its content on standard input and - as the file name`,
  'file-changed': error`the file changed while this run was using it; wait until the other program is done, then try again`,
  'file-exists': error`the file exists already; --force overwrites it`,
  'file-unwritable': error`the file cannot be written (${'reason'})`,
  'out-dir-holds-files': error`--out-dir (${'folder'}) lies inside the input folder and holds files that could be exports (this is the first), which would be left out; name another folder`,
  'output-is-input': error`this file is an input of the same run, so it is never overwritten; name another file`,
  'output-is-stream': error`${'stream'} goes to this file; name another one`,
  'output-twice': error`the same run writes this file for ${'other'}; name another file`,
  'output-not-a-file': error`this is ${'kind'}, which is never replaced; name another file, or remove it`,
  'folder-busy': error`${'runs'} had this folder for ${'seconds'} seconds; wait until that work is done, then try again`,
  'folder-of-other-user': error`a run of another user (user id ${'user'}) has had this folder for 10 seconds; if it is no longer running, that user's next run here restores the old files`,
  'folder-lock-foreign': error`${'name'} in this folder is not from a run of this version and may hold the only copy of some files; move it elsewhere and keep it`,
  // command line: batch, running
  'host-name-taken': error`the hosts "${'host'}" and "${'other'}" would write files of the same name; rename one, or run it separately into a folder of its own`,
  'old-files-stay': warning`files of an earlier run are still there and may be out of date: ${'files'}; fix what refused the host, or remove them`,
  'host-lost': error`a bug in this program ended the work on this host (${'reason'}); please report it; no other host is affected`,
  'batch-state-damaged': warning(
    (a: { lines: number }) =>
      `${a.lines} lines that an earlier run noted here cannot be read; the hosts concerned are done again`,
  ),
  'batch-state-unwritable': warning`progress cannot be noted here (${'reason'}); --resume will do these hosts again`,
  'archive-too-large': error`the archive would hold more than ${'limit'}, the limit of its format; use --shard, or archive the folder with another program`,
} as const;
