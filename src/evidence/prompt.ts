/** The Exchange Management Shell's prompt (`[PS] C:\>`) or PowerShell's own, with a path. */
const prompt = String.raw`^(?:\[[^\]]*\]:? ?)*(?:PS ?)?[A-Za-z]:\\[^>:*?"<|]*>+`;
const command = new RegExp(String.raw`${prompt}\s*Get-SendConnector\b`, 'i');
const empty = new RegExp(String.raw`${prompt}\s*$`, 'i');

/** True for a console line with a prompt and the command whose output follows. */
export const isCommandLine = (line: string): boolean => command.test(line);

/** True for a prompt that waits for a command. */
export const isEmptyPrompt = (line: string): boolean => empty.test(line);
