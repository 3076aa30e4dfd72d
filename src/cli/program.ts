import { Command } from '@commander-js/extra-typings';
import { version } from '../version.js';
import type { Io } from './io.js';
import { collect, parseFormats, parseImporters, parseInputFormat, parseRelease, parseStatus } from './options.js';

/**
 * The command line as commander knows it. Each command's work is in ./commands, loaded when it is asked for.
 *
 * @param done receives the exit code of the command that ran
 */
export const createProgram = (io: Io, done: (exitCode: number) => void) => {
  const program = new Command('exchange-stig')
    .description('Judges DISA STIG rule V-259594 from exported Get-SendConnector data, offline.')
    .version(version)
    .showHelpAfterError('(--help shows the options and examples)')
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .exitOverride()
    .addHelpText('after', examples);

  program
    .command('evaluate')
    .summary('judge one host and write its checklists and results')
    .description('Reads the exports of one host, judges V-259594 and writes CKL, CKLB and XCCDF results.')
    .argument(
      '<export...>',
      'files with Get-SendConnector output: CLIXML, CSV, JSON or Format-List text; - for standard input',
    )
    .option('--host <name>', 'the host that was assessed (default: PSComputerName of the export)')
    .option('--fqdn <name>', 'its fully qualified domain name')
    .option('--ip <address>', 'its IP address; may be repeated', collect)
    .option('--mac <address>', 'its MAC address; may be repeated', collect)
    .option('--role <role>', 'None, Workstation, Member Server or Domain Controller (default: None)')
    .option('--marking <text>', 'the marking of the checklist (default: CUI)')
    .option('--format <names>', 'what to write: ckl,cklb,xccdf', parseFormats, parseFormats('ckl,cklb,xccdf'))
    .option('--out-dir <dir>', 'the folder to write into', '.')
    .option('--release <release>', 'the release of the STIG: V1R1, V2R1 or V2R2', parseRelease, parseRelease('V2R2'))
    .option('--input-format <format>', 'auto, csv, json, clixml or list', parseInputFormat, parseInputFormat('auto'))
    .option(
      '--when-empty <status>',
      'the status where the export holds no connector',
      parseStatus,
      parseStatus('not_reviewed'),
    )
    .option('--cklb-strict', "write the CKLB as DISA's schema wants it, without what STIG Viewer 3 adds")
    .option('--timestamp <time>', 'the time of the assessment, ISO 8601 (default: SOURCE_DATE_EPOCH, else now)')
    .option('--force', 'overwrite existing files')
    .option('--fail-on-warning', 'exit with 2 where there was a warning and nothing worse')
    .option('--json', 'print the result as JSON (schemas/summary.schema.json)')
    .option('--quiet', 'print errors only')
    .addHelpText('after', evaluateExamples)
    .action(async (exports, options) =>
      done(await (await import('./commands/evaluate.js')).evaluate(exports, options, io)),
    );

  program
    .command('inspect')
    .summary('show the connectors as they were read')
    .description('Shows the connectors of exports as they were read, with every diagnostic. Judges and writes nothing.')
    .argument('<export...>', 'files with Get-SendConnector output; - for standard input')
    .option('--input-format <format>', 'auto, csv, json, clixml or list', parseInputFormat, parseInputFormat('auto'))
    .option('--json', 'print the result as JSON (schemas/inspect.schema.json)')
    .action(async (exports, options) =>
      done(await (await import('./commands/inspect.js')).inspect(exports, options, io)),
    );

  program
    .command('validate')
    .summary('say what is wrong with checklists and results, and what each importer would do')
    .description(
      'Checks CKL, CKLB and XCCDF results, by whomever they were written: well-formed, structure, references, and what STIG Manager, MITRE tools, OpenSCAP and STIG Viewer would refuse, drop or misread.',
    )
    .argument('<file...>', 'checklists and results; - for standard input')
    .option(
      '--importer <name>',
      'only what this importer does: stig-manager, mitre, openscap or stig-viewer',
      parseImporters,
    )
    .option('--fail-on-warning', 'exit with 1 for a warning too')
    .option('--json', 'print the result as JSON (schemas/validate.schema.json)')
    .option('--quiet', 'print errors only')
    .addHelpText('after', validateExamples)
    .action(async (files, options) =>
      done(await (await import('./commands/validate.js')).validate(files, options, io)),
    );

  // Commands do not inherit these when they are made before the program is configured.
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
};

const examples = `
On the Exchange server:
  Get-SendConnector | Export-Clixml send-connectors.xml

Then here:
  exchange-stig evaluate send-connectors.xml --host EDGE01 --ip 192.0.2.10 --out-dir artifacts
  exchange-stig inspect send-connectors.xml

Exit codes: 0 no finding, 1 open, 2 not reviewed, 3 something could not be done, 4 a bug.`;

const validateExamples = `
Examples:
  exchange-stig validate artifacts/*
  exchange-stig validate edge01.ckl --importer stig-manager
  exchange-stig validate results.xml --json | jq '.files[].diagnostics[].message'

Exit codes: 0 clean (notices are clean), 1 something would be refused or dropped (or --fail-on-warning and a warning),
3 a file could not be read, 4 a bug.`;

const evaluateExamples = `
Examples:
  exchange-stig evaluate send-connectors.xml --host EDGE01 --fqdn edge01.example.mil --ip 192.0.2.10
  exchange-stig evaluate edge.csv edge-hybrid.csv --host EDGE01 --format ckl --out-dir artifacts
  exchange-stig evaluate send-connectors.xml --host EDGE01 --json | jq .counts
  cat send-connectors.json | exchange-stig evaluate - --host EDGE01

Exit codes: 0 not a finding (or not applicable), 1 open, 2 not reviewed (or --fail-on-warning and a warning),
3 something could not be done (then nothing was written), 4 a bug.`;
