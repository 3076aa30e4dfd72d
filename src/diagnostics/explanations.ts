import type { DiagnosticCode } from './catalog.js';
import * as rooms from './messages/rooms.js';

/** Codes of one subject, and what its messages have in common. */
export interface Subject {
  readonly title: string;
  readonly about: string;
  readonly messages: Readonly<Record<string, unknown>>;
}

/** The subjects in the order in which a run meets them. For the command's help and docs/diagnostics.md alone: nothing else loads this. */
export const subjects: readonly Subject[] = [
  { title: 'Bytes and text', about: 'The export as bytes, before anything in it is understood.', messages: rooms.text },
  {
    title: 'What the rule needs',
    about: 'Properties that the rule asks for, and records of one connector.',
    messages: rooms.evidence,
  },
  {
    title: 'Connectors',
    about:
      'What is a send connector in the export, and what of it can be read. A genuine export has none of the doubts here: each shows that something was mixed, edited or left out.',
    messages: rooms.connectors,
  },
  {
    title: 'Whose export, and when',
    about: 'Whether the exports are of the host that is judged, whole, and recent enough.',
    messages: rooms.strength,
  },
  {
    title: 'Get-TransportConfig',
    about: 'The organization-wide settings, which only the message size rules and a note of V-259594 need.',
    messages: rooms.transportConfig,
  },
  {
    title: 'Collections',
    about: 'What Export-StigEvidence.ps1 saved: collection.json says which commands ran and what every file held.',
    messages: rooms.collection,
  },
  {
    title: 'Format-List text',
    about:
      'Text as PowerShell prints it. It can be cut or edited without a trace, so that each irregularity withholds a pass; Export-Clixml avoids all of them.',
    messages: rooms.list,
  },
  {
    title: 'CSV',
    about: 'Exports that Export-Csv or ConvertTo-Csv wrote, perhaps saved again by a spreadsheet.',
    messages: rooms.csv,
  },
  { title: 'JSON', about: 'Exports that ConvertTo-Json or a REST interface wrote.', messages: rooms.json },
  {
    title: 'XML that is not well-formed',
    about: 'Exports, checklists and results. XML that programs could read in two ways is never guessed at.',
    messages: rooms.xml,
  },
  {
    title: 'CLIXML',
    about:
      'Exports that Export-Clixml wrote. What PowerShell never writes shows that the file was edited, joined or damaged.',
    messages: rooms.clixml,
  },
  {
    title: 'Reading and converting',
    about: 'Checklists and results of any tool as they are read, and written in another format.',
    messages: rooms.formats,
  },
  {
    title: 'Validation',
    about: 'What is wrong with a checklist or result itself, whatever imports it.',
    messages: rooms.validation,
  },
  {
    title: 'STIG Manager',
    about: 'What STIG Manager does with the file on import, often without saying so.',
    messages: rooms.stigManager,
  },
  {
    title: 'MITRE tools',
    about: 'What SAF CLI and Heimdall do with the file on import, often without saying so.',
    messages: rooms.mitre,
  },
  { title: 'OpenSCAP and STIG Viewer', about: 'What these two refuse.', messages: rooms.openscapStigViewer },
  {
    title: 'Merging, updating, comparing and filling in',
    about:
      'What becomes of answers that people or scans gave. No answer is lost silently: what is not carried is in the report.',
    messages: rooms.checklist,
  },
  {
    title: 'Benchmarks',
    about: "DISA's XCCDF or its zip, given with --benchmark, and which of its rules can be judged.",
    messages: rooms.benchmark,
  },
  {
    title: 'Bundles',
    about: 'What verify finds. A bundle is consistent only if everything in it follows from its exports.',
    messages: rooms.bundle,
  },
  {
    title: 'Fleets',
    about: 'Which hosts batch finds, and which files are theirs. A file that could be of two hosts refuses both.',
    messages: rooms.fleet,
  },
  { title: 'Comparing exports, and trends', about: 'What diff and trend were given.', messages: rooms.comparison },
  {
    title: 'The site file',
    about:
      'Entries of --site that do not count. "The verdict would be another with it" gives exit code 2, so that an entry that lapsed is not overlooked.',
    messages: rooms.site,
  },
  {
    title: 'Options and files',
    about: 'The command line, the asset, and files that are read and written.',
    messages: rooms.commandLine,
  },
];

/** What a message does not say: why it matters, when it is harmless, what else to try. Most messages say everything themselves. */
export const meanings: Partial<Readonly<Record<DiagnosticCode, string>>> = {
  'encoding-without-mark': 'PowerShell marks UTF-16 files. Without the mark another program wrote or cut the file.',
  'encoding-mixed': 'Usually two exports were appended to one file by different programs.',
  'text-damaged':
    'A program that did not know the encoding has replaced characters. What stood there cannot be recovered.',
  'property-missing':
    'A clause of the rule needs this property. Usually Select-Object or Format-Table left it out; the whole object of Export-Clixml has it.',
  'records-differ':
    'Exports of two times, or of two servers, are judged together. Give only the latest to judge the present state.',
  'export-empty':
    'An Edge server may have no send connector, but a command without permission gives the same file. An assessor who has checked can set the status with --when-empty.',
  'not-a-send-connector': 'Often Get-ReceiveConnector, Get-TransportService or a whole report was exported.',
  'record-lacks': 'All records of one command have the same properties.',
  'configurations-differ':
    'The distinguished names belong to different directories. Each Edge server has one of its own.',
  'property-unreadable':
    'The value may be genuine in a form that is not known here. It is not guessed at: the clause is unknown.',
  'property-flattened': 'Export-Csv writes lists as the name of their type. Export-Clixml keeps them.',
  'collection-unknown':
    'Only rules on smart hosts and address spaces need this value; V-259594 does not. Export-Csv writes lists as the name of their type, Export-Clixml keeps them.',
  'export-left-out':
    'The other exports were judged. They can prove a finding, but no pass, because connectors may be missing.',
  'servers-differ': 'Only a host name given with --host says which of the servers is meant.',
  'server-not-host':
    'PSComputerName names the server that answered. Its connectors may not be those of the host that is judged.',
  'server-not-host-mailbox':
    'Mailbox servers of one organization share their send connectors, so that this is usually harmless.',
  'server-says-nothing': 'localhost, an address or a load balancer. It is ignored; --host names the host.',
  'edge-in-domain': 'An Edge server is usually not a domain member: the export may be that of a Mailbox server.',
  'title-differs': 'Clauses are chosen by the check text, so that the verdict stands if the rule is the same.',
  'changed-after-collected':
    'A value of WhenChanged is later than the time that was given for the export: one of both is wrong.',
  'export-age-unknown': '--max-age was asked for, and neither --collected nor a collection gives a time.',
  'collection-read': 'Nothing to do: the message says what was taken from the collection.',
  'list-command': 'Only Get-SendConnector | Format-List prints every connector whole.',
  'csv-rows-empty-at-end': 'Harmless.',
  'csv-cell-count': 'Without the right number of cells nobody can tell which value belongs to which property.',
  'xml-doctype': 'A DOCTYPE can load other files and change what the text says, so it is never obeyed.',
  'clixml-stream': 'The command printed an error or a warning while it exported. It is in the file.',
  'wrapper-of-several': 'A script put the output of several commands into one object.',
  'characters-replaced': 'XML has no way to write some control characters. Nothing else of the text changed.',
  'text-cut': 'Importers keep 32,767 characters of finding details and of comments.',
  'reading-not-carried': 'The program has no place for it. The original file is the only copy.',
  'reading-id-not-carried': 'Harmless.',
  'reading-status-mapped':
    'XCCDF has more results than a checklist has statuses. A result that is no verdict is never a pass.',
  'reading-rule-twice': 'The worse review wins, so that a pass never hides a finding.',
  'convert-not-carried': 'The target format has no place for it. Only the original has it.',
  'convert-counts-differ':
    'Before it is written, the output is read back and counted. A difference would be silent loss.',
  'convert-text-differs': 'Before it is written, the output is read back and compared.',
  'severity-unknown': 'MITRE tools derive Not Applicable from an impact of 0.',
  'importers-do-not-read': 'No importer among those that are checked reads the format.',
  'cklb-beyond-schema': 'Harmless.',
  'ckl-uuid-differs': 'Harmless.',
  'stig-manager-passes-over': 'Harmless.',
  'stig-manager-cuts': 'The rest of the text is not stored.',
  'mitre-title-escapes': 'Only the display is affected.',
  'merge-in-place': 'Nothing to do.',
  'merge-conflict': 'Nothing is decided by chance: without --prefer, conflicting answers refuse the merge.',
  'merge-other-release': 'The same rule number may have another check text in another release.',
  'update-check-changed': 'The old answer was given to another question. The mark in the finding details says so.',
  'update-new-fault': 'The new file would be imported worse than the old one.',
  'fill-in-host-differs': 'Results of one host must not get into the checklist of another.',
  'benchmark-without-rule':
    'The rules were told by their STIG and check text; other rules cannot be judged from this export.',
  'rules-without-benchmark':
    "DISA's texts are not part of this program, apart from V-259594. The STIG is free to download.",
  'more-rules-answered': 'Nothing to do, unless these rules are to be judged too; docs/rules.md lists them.',
  'check-text-differs':
    'The clauses were written for a certain check text. For another one a pass would be a guess; an open finding is still shown.',
  'bundle-holds-secret': 'Bundles are passed on. Export-Clixml of a connector with AuthenticationCredential holds it.',
  'bundle-other-program': 'Only the build that made the bundle writes the same bytes. This is not a sign of tampering.',
  'signature-wrong': 'Either the bundle or the signature was changed, or the key is not that of the signer.',
  'fleet-files-passed-over': 'Harmless.',
  'host-column-value': 'One record that could be of any host makes all verdicts of the file uncertain.',
  'host-lost': 'The other hosts are done. EXCHANGE_STIG_DEBUG=1 shows where it happened.',
  'site-not-stated':
    'Its head says who states it, when, and for which hosts; without that nobody answers for the rest.',
  'site-expired': 'Without the acceptance the verdict is that of the export.',
  'asset-incomplete': 'Without them an importer may make a second asset for the same host.',
  'host-from-export': 'Check that this is the name under which the asset is known.',
  'file-exists': 'Nothing is overwritten unasked; with --force only outputs of the same name are.',
  'output-is-input': 'Not even --force overwrites evidence.',
  'folder-busy': 'Two runs must not write into one folder at the same time.',
  'old-files-stay': 'They look as if they were of this run, but nothing was judged now.',
  'batch-state-damaged': 'Harmless, apart from the time that it takes.',
};
