import type { Command } from '@commander-js/extra-typings';
import { namesOf } from '../rules/choose-rules.js';
import type { Io } from './io.js';
import { parseRules } from './options.js';
import { shared } from './shared-options.js';

/** The commands that hold two states, or many, against one another. */
export const addCompareCommands = (program: Command, io: Io, done: (exitCode: number) => void): void => {
  program
    .command('diff')
    .summary('show what differs between two checklists, two exports or two fleets')
    .description(
      'Compares two checklists or results of any of the three formats: statuses, details, comments, overrides, rules and the asset; rules of different releases are matched as update does. Or two exports of Get-SendConnector in any format, or two folders with a sub-folder for each host: connectors, properties, clauses of the rules, and what cannot be compared.',
    )
    .argument('<old>', 'a checklist, result, ARF or export, - for standard input; or a folder of a fleet')
    .argument('<new>', 'what to compare it with, of the same kind')
    .option(
      '--rules <list>',
      `of exports: the rules to compare by clauses (default: ${namesOf(undefined)})`,
      parseRules,
    )
    .option(...shared.limit)
    .option(...shared.verbose)
    .option(
      '--json',
      'print the differences as JSON, with whole texts (schemas/diff.schema.json; of exports schemas/export-diff.schema.json)',
    )
    .option('--csv', 'of exports: print the differences as CSV')
    .option('--quiet', 'print errors only; the exit code gives the result')
    .addHelpText('after', diffExamples)
    .action(async (old, now, options) => done(await (await import('./commands/diff.js')).diff(old, now, options, io)));

  program
    .command('trend')
    .summary('show how the verdicts of hosts changed from run to run')
    .description(
      'Puts the --json summaries of several runs of evaluate or batch side by side, by the time of the assessment: the verdict of each host (and rule), what was fixed, what is new, and the counts of each run.',
    )
    .argument('<summary...>', 'what evaluate --json or batch --json printed; - for standard input')
    .option('--report <file>', 'write the report to this file (HTML)')
    .option('--force', 'overwrite an existing file')
    .option(...shared.limit)
    .option('--json', 'print the trend as JSON (schemas/trend.schema.json)')
    .option('--csv', 'print the trend as CSV')
    .addHelpText('after', trendExamples)
    .action(async (summaries, options) =>
      done(await (await import('./commands/trend.js')).trend(summaries, options, io)),
    );
};

const diffExamples = `
Examples:
  exchange-stig diff last-quarter.ckl edge01.ckl
  exchange-stig diff fleet-2026-01 fleet-2026-02 --csv > changes.csv

Exit codes: 0 the same, 1 different, 2 nothing is known to differ, but
something of the exports could not be compared, 3 something could not be read,
4 a bug.`;

const trendExamples = `
Examples:
  exchange-stig trend 2026-01.json 2026-02.json
  exchange-stig trend 2026-*.json --report trend.html

Exit codes: 0 done, 3 something could not be read or written, 4 a bug.`;
