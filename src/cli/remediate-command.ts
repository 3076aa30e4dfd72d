import { type Command, Option } from '@commander-js/extra-typings';
import { namesOf } from '../rules/choose-rules.js';
import type { Io } from './io.js';
import { collect, parseCollected, parseRules } from './options.js';
import { shared } from './shared-options.js';

/** Adds `remediate` to the program. */
export const addRemediateCommand = (program: Command, io: Io, done: (exitCode: number) => void): void => {
  program
    .command('remediate')
    .summary('write the PowerShell script that changes what fails')
    .description(
      "Judges one host and writes a PowerShell script for its open connectors: Set-SendConnector lines with a check of the server's values before each, and -Rollback. Where Exchange refuses the change, or people have to decide, it says why instead. The script is never run by this program.",
    )
    .argument('<export...>', 'files with Get-SendConnector output; - for standard input')
    .requiredOption('-o, --out <file>', 'the script to write (.ps1); - for standard output')
    .option(
      '--poam <file>',
      'write a spreadsheet (CSV) of what the script does not fix, and of the rules that it opens',
    )
    .option('--host <name>', 'the host that was assessed (default: PSComputerName of the export)')
    .option('--fqdn <name>', 'its fully qualified domain name, for the spreadsheet')
    .option('--ip <address>', 'its IP address, for the spreadsheet; may be repeated', collect)
    .option(...shared.release)
    .addOption(
      new Option(
        '--benchmark <file>',
        "the STIG of the rules: DISA's manual XCCDF, or the zip that holds it; not with --release",
      ).conflicts('release'),
    )
    .option(
      '--rules <list>',
      `the rules that connectors are to meet: all, or V- ids or STIG IDs; needs --benchmark for all but the default (default: ${namesOf(undefined)})`,
      parseRules,
    )
    .option(...shared.site)
    .option('--transport-config <file>', 'the output of Get-TransportConfig, for the message size rules')
    .option(...shared.inputFormat)
    .option('--collected <time>', 'when the exports were made, ISO 8601', parseCollected)
    .option(...shared.maxAge)
    .option('--timestamp <time>', 'the time of the assessment, ISO 8601 (default: SOURCE_DATE_EPOCH, else now)')
    .option('--force', 'overwrite existing files')
    .option(...shared.limit)
    .option('--json', 'print what is changed and what is not as JSON (schemas/remediate.schema.json)')
    .option('--quiet', 'print errors only')
    .addHelpText('after', remediateExamples)
    .action(async (exports, options) =>
      done(await (await import('./commands/remediate.js')).remediate(exports, options, io)),
    );
};

const remediateExamples = `
Examples:
  exchange-stig remediate send-connectors.xml --host EDGE01 \\
    --out EDGE01-remediate.ps1 --poam EDGE01-poam.csv
  exchange-stig remediate send-connectors.xml --host EDGE01 \\
    --benchmark V2R2.zip --rules all --site site.json --out EDGE01-all.ps1

Then on the server, first with -WhatIf:
  .\\EDGE01-remediate.ps1 -WhatIf

Exit codes: 0 written, 3 failed and wrote nothing, 4 a bug.`;
