import type { Command } from '@commander-js/extra-typings';
import type { Io } from './io.js';
import { parseFormat, parsePreference } from './options.js';
import { assetOptions, shared } from './shared-options.js';

const toOption = '--to <format>';
const timestampOption = '--timestamp <time>';

/** Adds `merge`, `split` and `create` to the program. */
export const addChecklistCommands = (program: Command, io: Io, done: (exitCode: number) => void): void => {
  program
    .command('merge')
    .summary('put several checklists and results of one host into one')
    .description(
      'Merges checklists and results of one host, such as a scan into a checklist that people work on, or several STIGs into one file. A rule that one file answers has that answer. Where files answer a rule differently, --prefer says which answer is kept; the report has the others.',
    )
    .argument('<file...>', 'CKL, CKLB, XCCDF results or ARF; the first is the one that the others are merged into')
    .requiredOption('-o, --out <file>', 'the file to write; - for standard output')
    .option(toOption, 'ckl, cklb or xccdf (default: the format of the first file)', parseFormat)
    .option(
      '--prefer <answer>',
      'the answer to keep where files differ: refuse (none), worst, first (of the first file) or newest',
      parsePreference,
      'refuse' as const,
    )
    .option('--report <file>', 'write the report to this file, as JSON if its name ends in .json (default: print it)')
    .option(...assetOptions.host)
    .option(...assetOptions.fqdn)
    .option(...assetOptions.ip)
    .option(...assetOptions.mac)
    .option(...assetOptions.role)
    .option(...assetOptions.marking)
    .option(...shared.cklbStrict)
    .option(timestampOption, 'the time of the assessment, ISO 8601 (default: the time in the first file)')
    .option('--force', 'overwrite existing files')
    .option(...shared.limit)
    .option(...shared.verbose)
    .option('--json', 'print the report as JSON (schemas/merge.schema.json)')
    .option('--quiet', 'print errors only')
    .addHelpText('after', mergeExamples)
    .action(async (files, options) => done(await (await import('./commands/merge.js')).merge(files, options, io)));

  program
    .command('split')
    .summary('write a file for each STIG of a checklist')
    .description('Writes each STIG of a checklist to a file of its own, with the same asset.')
    .argument('<file>', 'a CKL, CKLB, XCCDF result or ARF; - for standard input')
    .option('--out-dir <dir>', 'the output folder', '.')
    .option(toOption, 'ckl, cklb or xccdf (default: the format of the file)', parseFormat)
    .option('--result <id>', 'the id of the TestResult to take, if the file has several')
    .option(...assetOptions.host)
    .option(...shared.cklbStrict)
    .option(timestampOption, 'the time of the assessment, ISO 8601 (default: the time in the file)')
    .option('--force', 'overwrite existing files')
    .option(...shared.limit)
    .option(...shared.verbose)
    .option('--quiet', 'print errors only')
    .addHelpText('after', splitExamples)
    .action(async (file, options) => done(await (await import('./commands/split.js')).split(file, options, io)));

  program
    .command('create')
    .summary('write an empty checklist of a STIG')
    .description('Writes a checklist with every rule of a STIG, not reviewed, for a host.')
    .requiredOption(
      '--benchmark <file>',
      "DISA's manual XCCDF of the STIG, the zip that holds it, or a SCAP data stream (from public.cyber.mil)",
    )
    .requiredOption('--host <name>', 'the host to write')
    .option(...assetOptions.fqdn)
    .option(...assetOptions.ip)
    .option(...assetOptions.mac)
    .option(...shared.role)
    .option(...shared.marking)
    .option(toOption, 'ckl, cklb or xccdf', parseFormat, 'ckl' as const)
    .option('-o, --out <file>', 'the file to write; - for standard output', '-')
    .option(...shared.cklbStrict)
    .option(timestampOption, 'the time to write, ISO 8601 (default: SOURCE_DATE_EPOCH, else now)')
    .option('--force', 'overwrite an existing file')
    .option(...shared.limit)
    .option(...shared.verbose)
    .option('--quiet', 'print errors only')
    .addHelpText('after', createExamples)
    .action(async (options) => done(await (await import('./commands/create.js')).create(options, io)));
};

const mergeExamples = `
Examples:
  exchange-stig merge edge01.ckl scan.xml --out merged.ckl --prefer worst
  exchange-stig merge exchange.ckl windows.cklb --to cklb --out edge01.cklb

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;

const splitExamples = `
Examples:
  exchange-stig split edge01.cklb --out-dir stigs
  exchange-stig split edge01.ckl --to cklb --out-dir stigs

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;

const createExamples = `
Examples:
  exchange-stig create --benchmark V2R2.zip --host EDGE01 --out edge01.ckl
  exchange-stig create --benchmark V2R2.zip --host EDGE01 --to cklb > new.cklb

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;
