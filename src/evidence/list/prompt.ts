/** `[PS] C:\>`, `PS C:\>`, `[host]: PS C:\>`, `PS>`; the folder may be any drive's or a share. What follows is the command. */
const prompt =
  /^(?:\[[^[\]]{1,255}\]:? ?){0,2}(?:PS ?)?(?:[A-Za-z]{1,20}:\\[^>:*?"<|]*|(?:[\w.]{1,60}\\FileSystem::)?\\\\[^>:*?"<|]*|\/[^>:*?"<|]*)?>{1,3}/i;

/** The command behind a prompt, '' where it waits for one; undefined where the line is none. */
export const commandBehindPrompt = (line: string): string | undefined => {
  if (!/^(?:\[|PS\b|[A-Za-z]{1,20}:\\)/i.test(line)) return undefined;
  const found = prompt.exec(line)?.[0];
  return found === undefined ? undefined : line.slice(found.length).trim();
};

/** The cmdlet whose output is read, in lower case. */
export type Cmdlet = 'get-sendconnector' | 'get-transportconfig';

/** What a command is taken as: it lists all that the cmdlet gives, or changes nothing of what is printed, or may do anything. */
export type Command = 'lists' | 'harmless' | 'other';

export const commandKind = (command: string, cmdlet: Cmdlet = 'get-sendconnector'): Command => {
  const kinds = command.split(';').map((statement) => statementKind(statement.trim(), cmdlet));
  if (kinds.includes('other')) return 'other';
  return kinds.includes('lists') ? 'lists' : 'harmless';
};

const harmless =
  /^(?:(?:Start|Stop)-Transcript(?: [^|&{}()]*)?(?:\| ?Out-Null)?|\$FormatEnumerationLimit ?= ?-?\d+|cls|clear|Clear-Host|(?:cd|sl|chdir|Set-Location)(?: [^|&{}()]*)?)$/i;

const statementKind = (statement: string, cmdlet: Cmdlet): Command => {
  if (statement === '' || harmless.test(statement)) return 'harmless';
  const [source = '', ...stages] = statement.split('|').map((stage) => stage.trim());
  return isSource(source, cmdlet) && stages.every(isStage) ? 'lists' : 'other';
};

/** Common parameters, which leave no connector out, and the one that names the directory server to ask. */
const switches = new Set(['-verbose', '-vb', '-debug', '-db']);
const withValue = new Set([
  ...['-erroraction', '-ea', '-errorvariable', '-ev', '-warningaction', '-wa', '-warningvariable', '-wv'],
  ...['-informationaction', '-infa', '-informationvariable', '-iv', '-progressaction', '-proga'],
  ...['-outvariable', '-ov', '-outbuffer', '-ob', '-pipelinevariable', '-pv', '-domaincontroller'],
]);

const isSource = (source: string, wanted: Cmdlet): boolean => {
  const [cmdlet = '', ...words] = source.split(/\s+/);
  if (cmdlet.toLowerCase() !== wanted) return false;
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] ?? '').toLowerCase();
    if (switches.has(word)) continue;
    if (!withValue.has(word) || !/^[\w.+"']+$/.test(words[++i] ?? '')) return false;
  }
  return true;
};

/** What the output may be piped to, with the parameters that leave nothing out; beside them plain names alone. */
const stages: Readonly<Record<string, readonly string[]>> = {
  fl: ['-property', '-force', '-groupby'],
  'format-list': ['-property', '-force', '-groupby'],
  select: ['-property'],
  'select-object': ['-property'],
  sort: ['-property', '-descending'],
  'sort-object': ['-property', '-descending'],
};

const isStage = (stage: string): boolean => {
  const [cmdlet = '', ...words] = stage.split(/\s+/);
  const name = cmdlet.toLowerCase();
  if (/^(?:out-[a-z]+|tee|tee-object|more|clip)$/.test(name)) return !/[&{}()]/.test(stage);
  const parameters = Object.hasOwn(stages, name) ? stages[name] : undefined;
  return (
    parameters !== undefined &&
    words.every((word) => parameters.includes(word.toLowerCase()) || /^[\w*?,'"]+$/.test(word))
  );
};
