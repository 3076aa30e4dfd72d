/*
 * What stands around the output of a command without being any of it: headings of scripts, the frame of a transcript, and what the
 * shell says of itself. All by their whole lines, without colours.
 */

/** `=====`, also with a colon behind it. */
const rule = /^([-=#*])\1{2,}:?$/;
/** `==== Send connectors ====:` */
const titled = /^([-=#*])\1{2,} ?(.{1,200}?) ?\1{3,}:?$/;

export const isRule = (line: string): boolean => rule.test(line);

export const isTitled = (line: string): boolean => titled.test(line);

/** The first line of a transcript's head or end. */
export const transcriptMark = (line: string): 'start' | 'end' | undefined =>
  /^(?:Windows )?PowerShell transcript (start|end)$/.exec(line)?.[1] as 'start' | 'end' | undefined;

const facts = [
  ...['Start time', 'End time', 'Command start time', 'Username', 'RunAs User', 'Configuration Name', 'Machine'],
  ...['Host Application', 'Process ID', 'PSVersion', 'PSEdition', 'PSCompatibleVersions', 'BuildVersion', 'CLRVersion'],
  ...['WSManStackVersion', 'PSRemotingProtocolVersion', 'SerializationVersion', 'GitCommitId', 'OS', 'Platform'],
];

const notices: readonly RegExp[] = [
  new RegExp(`^(?:${facts.join('|')}):(?: |$)`),
  /^Transcript (?:started|stopped), output file is /,
  /^VERBOSE: Connect(?:ing|ed) to [\w.-]+$/,
  /^Creating a new session for implicit remoting of "[\w-]+" command\.\.\.$/,
  /^ +Welcome to the Exchange Management Shell!$/,
  /^Full list of cmdlets: +Get-Command$/,
  /^Only Exchange cmdlets: +Get-ExCommand$/,
  /^Cmdlets that match a specific string: +Help \*<string>\*$/,
  /^Get general help: +Help$/,
  /^Get help for a cmdlet: +Help <cmdlet name> or <cmdlet name> -\?$/,
  /^(?:Exchange team blog|Show Exchange team blog): +Get-ExBlog$/,
  /^Show full output for a command: +<command> \| Format-List$/,
  /^Show quick reference guide: +QuickRef$/,
  /^Windows PowerShell$/,
  /^PowerShell \d+\.\d+\.\d+$/,
  /^Copyright \([Cc]\) (?:\d{4} )?Microsoft Corporation\. All rights reserved\.$/,
];

/** True for a line that the shell or a transcript prints beside the output. */
export const isNotice = (line: string): boolean => notices.some((notice) => notice.test(line));

/** The tip of the day, of any words, goes on to the next prompt or `VERBOSE:` line. */
export const beginsTip = (line: string): boolean => /^Tip of the day #\d+:$/.test(line);

/** What the shell prints of a warning or an error: then the cmdlet may have left something out. */
export const isComplaint = (line: string): boolean =>
  /^(?:WARNING|ERROR): /.test(line) ||
  /^[A-Z][a-z]+-[A-Z]\w+ ?: /.test(line) ||
  /^ *\+ (?:CategoryInfo|FullyQualifiedErrorId) *: /.test(line) ||
  /^At line:\d/.test(line);
