import { readdirSync, readFileSync } from 'node:fs';

/** Every page that people read: those of the root, and all below docs and samples. */
export const pages: readonly string[] = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'samples', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

export const textOf = (page: string): string => readFileSync(page, 'utf8');

export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, from top to bottom. */
export const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', inner = '']) => ({
    language,
    text: inner,
  }));

/** The same page with the output that is shown right after a shell block, as `outputOf` gives it for that block. */
export const withOutputs = async (
  text: string,
  outputOf: (block: string) => Promise<string | undefined>,
): Promise<string> => {
  let page = '';
  let end = 0;
  for (const found of text.matchAll(/^```sh\n([\s\S]*?)^```\n(?:(\n```text\n)[\s\S]*?^```\n)?/gm)) {
    const [whole, block = '', shown] = found;
    const output = await outputOf(block);
    page += text.slice(end, found.index);
    page +=
      shown === undefined || output === undefined ? whole : `\`\`\`sh\n${block}\`\`\`${`\n${shown}`}${output}\`\`\`\n`;
    end = found.index + whole.length;
  }
  return page + text.slice(end);
};

/** A command line of a shell block: its words, and the file that its output goes to. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly into?: string;
}

/** The command lines of a shell block: continued lines are one, `&&` divides, comments and pipes' ends go. */
export const commandLines = (block: string): readonly CommandLine[] =>
  block
    .replace(/\\\n\s*/g, '')
    .split(/\n|&&/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [command = '', into] = line.replace(/\s\|\s.*$/, '').split(/\s>\s/);
      const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
      return into === undefined ? { words } : { words, into: into.trim() };
    });

/** The arguments that a command line gives to this program, or undefined where it starts another. */
export const ownArguments = ({ words }: CommandLine): readonly string[] | undefined => {
  const [first = '', second = ''] = words;
  if (first === 'exchange-stig') return words.slice(1);
  return first === 'node' && /(?:bin\/exchange-stig\.cjs|dist\/cli\.cjs)$/.test(second) ? words.slice(2) : undefined;
};
