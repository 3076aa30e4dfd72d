import type { Command } from '@commander-js/extra-typings';
import { parseJobs, parseShardOption } from './batch/shard-option.js';
import type { Io } from './io.js';
import { parseLayout, parseTemplate } from './options.js';
import { shared } from './shared-options.js';

/** Adds `batch` to the program. */
export const addBatchCommand = (program: Command, io: Io, done: (exitCode: number) => void): void => {
  program
    .command('batch')
    .summary('judge many hosts and write their checklists and results')
    .description(
      'Judges the rules for every host in a folder (one sub-folder per host, or by --template), a manifest (CSV or JSON) or one export of many hosts, and writes what evaluate writes for each. A refused host does not stop the others.',
    )
    .argument('<folder|manifest|export>', 'the folder with the exports, or a file that lists or holds them')
    .option(
      '--template <pattern>',
      'how file names in the folder name their host, such as {host}-send-connectors.*',
      parseTemplate,
    )
    .option('--host-column <name>', 'the column of an export that names the hosts (default: PSComputerName)')
    .option(...shared.role)
    .option(...shared.marking)
    .addOption(shared.format)
    .option(...shared.outDir)
    .option('--layout <layout>', 'flat (all files in --out-dir) or host (one folder per host)', parseLayout, 'flat')
    .option('--zip <file>', 'also write all files to this archive')
    .option('--summary-csv <file>', 'also write the summary as CSV')
    .option(...shared.release)
    .addOption(shared.benchmark)
    .option(...shared.rules)
    .option(...shared.site)
    .option(...shared.inputFormat)
    .option(
      '--replace-details',
      'drop finding details that this program did not write from the checklists that the manifest gives as into',
    )
    .option('--allow-other-host', 'fill in these checklists even if they are for other hosts')
    .option(...shared.assessor)
    .option(...shared.collected)
    .option(...shared.maxAge)
    .option(...shared.whenEmpty)
    .option(...shared.cklbStrict)
    .option(
      '--timestamp <time>',
      'the time of the assessment, ISO 8601 (default: SOURCE_DATE_EPOCH, else that of the interrupted run, else now)',
    )
    .option('--jobs <number>', 'the number of threads (default: depends on processors and hosts)', parseJobs)
    .option('--shard <i/n>', 'judge only the i-th of n parts of the hosts', parseShardOption)
    .option('--resume', 'skip hosts with up-to-date files, and continue an interrupted run')
    .option('--force', 'overwrite existing files')
    .option(...shared.failOnWarning)
    .option(...shared.limit)
    .option(...shared.summaryJson)
    .option('--problems', 'list only hosts that are refused, open or not reviewed')
    .option('--verbose', 'list every host and every warning, instead of a few of each kind with a count')
    .option('--quiet', 'print errors only')
    .addHelpText('after', batchExamples)
    .action(async (path, options) => done(await (await import('./commands/batch.js')).batch(path, options, io)));
};

const batchExamples = `
Examples:
  exchange-stig batch exports --out-dir artifacts --format ckl,cklb,xccdf,html
  exchange-stig batch exports --out-dir artifacts --resume --problems

Exit codes, over all hosts: 0 not a finding (or not applicable), 1 a host is
open, 2 a host is not reviewed (or --fail-on-warning and a warning), 3 a host
was refused or something else failed, 4 a bug.`;
