/** The Exchange Management Shell's prompt (`[PS] C:\>`) or PowerShell's own, with a path. */
const prompt = String.raw`^(?:\[[^\]]*\]:? ?)*(?:PS ?)?[A-Za-z]:\\[^>:*?"<|]*>+`;
const command = new RegExp(String.raw`${prompt}\s*Get-SendConnector\b`, 'i');
const empty = new RegExp(String.raw`${prompt}\s*$`, 'i');

/** True for a console line with a prompt and the command whose output follows. */
export const isCommandLine = (line: string): boolean => command.test(line);

/** True for a prompt that waits for a command. */
export const isEmptyPrompt = (line: string): boolean => empty.test(line);

/** Commands behind Get-SendConnector that neither leave connectors out nor change what is printed of them. */
const harmless: readonly RegExp[] = [
  // Names only: a calculated property (`@{…}`) prints what it likes under any name.
  /^(?:fl|Format-List)(?:\s(?:\s*-Property\s)?[\w*?,\s'"]*)?$/i,
  /^(?:select|Select-Object)\s(?:\s*-Property\s)?[\w*?,\s'"]*$/i,
  /^Out-(?:String|File|Default|Host)(?:\s[^;&{}$()]*)?$/i,
];

/**
 * Of a console line for which `isCommandLine` holds, the first part of the command that may leave connectors out or change
 * what is printed: an argument of Get-SendConnector, or a command that it is piped to. Undefined where there is none.
 */
export const filterIn = (line: string): string | undefined => {
  const end = command.exec(line)?.[0].length ?? 0;
  const [behind = '', ...commands] = line.slice(end).split('|');
  if (behind.trim() !== '') return behind.trim();
  const other = commands.map((text) => text.trim()).find((text) => !harmless.some((pattern) => pattern.test(text)));
  return other === '' ? 'nothing behind |' : other;
};
