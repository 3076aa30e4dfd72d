import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/main.js';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command within this process, which takes a tenth of the time of a process of its own. */
export const runCommand = async (
  args: readonly string[],
  {
    stdin = '',
    isTerminal = false,
    columns,
    color = false,
  }: {
    readonly stdin?: string;
    readonly isTerminal?: boolean;
    readonly columns?: number;
    readonly color?: boolean;
  } = {},
): Promise<Ran> => {
  const said = { stdout: '', stderr: '' };
  const io: Io = {
    args,
    env: { SOURCE_DATE_EPOCH: '1769860800' },
    now: () => new Date(0),
    stdin: async (limit) => {
      const bytes = new TextEncoder().encode(stdin);
      return bytes.length > limit ? undefined : bytes;
    },
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    isTerminal,
    ...{ columns, stderrColumns: columns, color, stderrColor: color },
  };
  return { code: await run(io), ...said };
};

/** The codes of the diagnostics in a JSON document, each once, in their order. */
export const codesIn = (stdout: string): readonly string[] => {
  const codes = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('code' in value && 'severity' in value && typeof value.code === 'string') codes.add(value.code);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(JSON.parse(stdout));
  return [...codes];
};
