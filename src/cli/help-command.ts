import type { Command } from '@commander-js/extra-typings';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** Adds `help`, which explains the codes of messages too. */
export const addHelpCommand = (program: Command, io: Io): void => {
  program
    .helpCommand(false)
    .command('help')
    .summary('explain a command, or the code of a message')
    .description(
      'Explains a command, every code that a message can end with (codes), or one of them: what it means, what it costs, and what to do.',
    )
    .argument('[topic]', 'a command, codes, or a code such as collection-unknown')
    .addHelpText('after', helpExamples)
    .action(async (topic) => {
      const command = topic === undefined ? program : program.commands.find((one) => one.name() === topic);
      if (command !== undefined) command.outputHelp();
      else io.stdout(await explain(topic ?? '', io));
    });
};

const explain = async (topic: string, io: Io): Promise<string> => {
  const { explainAll, explainCode } = await import('./render/codes.js');
  const text = topic === 'codes' ? explainAll(io) : explainCode(topic.replace(/^\[|\]$/g, ''), io);
  if (text === undefined)
    throw new UsageError(
      `help: "${topic}" is not a command and not a code; "exchange-stig help codes" lists the codes`,
    );
  return text;
};

const helpExamples = `
Examples:
  exchange-stig help evaluate
  exchange-stig help collection-unknown`;
