import { Command, Option } from '@commander-js/extra-typings';
import { targetNames } from '../model/format-names.js';
import { usualWidth } from '../text/table.js';
import { visible } from '../text/visible.js';
import { version } from '../version.js';
import { addBatchCommand } from './batch-command.js';
import { addChecklistCommands } from './checklist-commands.js';
import { addCompareCommands } from './compare-commands.js';
import {
  convertExamples,
  evaluateExamples,
  examples,
  inspectExamples,
  siteTemplateExamples,
  updateExamples,
  validateExamples,
} from './examples.js';
import { addHelpCommand } from './help-command.js';
import { groupItems } from './help-groups.js';
import type { Io } from './io.js';
import { collect, parseImporters, parseTo } from './options.js';
import { addRemediateCommand } from './remediate-command.js';
import { stderrStyle, styledLine } from './render/line.js';
import { assetOptions, shared } from './shared-options.js';
import { addVerifyCommand } from './verify-command.js';

/**
 * The command line as commander knows it. Each command's work is in ./commands, loaded when it is asked for.
 *
 * @param done receives the exit code of the command that ran
 */
export const createProgram = (io: Io, done: (exitCode: number) => void) => {
  const program = new Command('exchange-stig')
    .description('Judges DISA STIG rules from exported Get-SendConnector data, offline.')
    .version(version, '-V, --version', 'show the version')
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (text, write) =>
        write(styledLine('error', visible(text.trim().replace(/\s*\n\s*/g, ' ')), stderrStyle(io))),
      getOutHelpWidth: () => io.columns ?? usualWidth,
      getErrHelpWidth: () => io.stderrColumns ?? usualWidth,
      getOutHasColors: () => io.color,
      getErrHasColors: () => io.stderrColor === true,
    })
    .configureHelp({ groupItems, subcommandTerm: (command) => command.name() })
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .addHelpText('after', examples);

  program
    .command('evaluate')
    .summary('judge one host and write its checklists and results')
    .description('Reads the exports of one host, judges the rules and writes CKL, CKLB and XCCDF results.')
    .argument(
      '<export...>',
      'files with Get-SendConnector output (CLIXML, CSV, JSON or Format-List text), or the folder or zip archive of Export-StigEvidence.ps1; - for standard input',
    )
    .option('--host <name>', 'the host that was assessed (default: PSComputerName of the export)')
    .option('--fqdn <name>', 'its fully qualified domain name')
    .option('--ip <address>', 'its IP address; may be repeated', collect)
    .option('--mac <address>', 'its MAC address; may be repeated', collect)
    .option(...shared.role)
    .option(...shared.marking)
    .addOption(shared.format)
    .option(...shared.outDir)
    .option(...shared.release)
    .addOption(shared.benchmark)
    .option(...shared.rules)
    .option(...shared.site)
    .option(
      '--transport-config <file>',
      'the output of Get-TransportConfig, for the message size rules; among the exports it is recognised too',
    )
    .option(...shared.inputFormat)
    .addOption(
      new Option(
        '--into <checklist>',
        'fill in the status and finding details of an existing CKL or CKLB instead, and change nothing else',
      ).conflicts(['format', 'cklbStrict']),
    )
    .option(...shared.replaceDetails)
    .option(...shared.allowOtherHost)
    .addOption(
      new Option('--in-place', 'with --into: replace the checklist and keep the old one as <checklist>.bak').conflicts(
        'outDir',
      ),
    )
    .option('--dry-run', 'with --into: print what would change and write nothing')
    .addOption(
      new Option(
        '--bundle <file>',
        'also write a zip with the exports, options and artifacts, which verify can make again',
      ).conflicts(['into']),
    )
    .option(...shared.assessor)
    .option(...shared.collected)
    .option(...shared.maxAge)
    .option(...shared.whenEmpty)
    .option(...shared.cklbStrict)
    .option('--timestamp <time>', 'the time of the assessment, ISO 8601 (default: SOURCE_DATE_EPOCH, else now)')
    .option('--force', 'overwrite existing files')
    .option(...shared.failOnWarning)
    .option(...shared.limit)
    .option(...shared.summaryJson)
    .option(...shared.verbose)
    .option('--quiet', 'print errors only')
    .addHelpText('after', evaluateExamples)
    .action(async (exports, options) =>
      done(await (await import('./commands/evaluate.js')).evaluate(exports, options, io)),
    );

  addBatchCommand(program, io, done);

  program
    .command('inspect')
    .summary('show the connectors as they were read')
    .description('Shows the connectors of exports as they were read, with every diagnostic. Judges and writes nothing.')
    .argument('<export...>', 'files with Get-SendConnector output; - for standard input')
    .option(...shared.inputFormat)
    .option(...shared.limit)
    .option('--json', 'print the result as JSON (schemas/inspect.schema.json)')
    .addHelpText('after', inspectExamples)
    .action(async (exports, options) =>
      done(await (await import('./commands/inspect.js')).inspect(exports, options, io)),
    );

  program
    .command('convert')
    .summary('write a checklist or result in another format')
    .description(
      'Reads a CKL, CKLB, XCCDF result or ARF from any tool and writes it as any of these, or for other tools: spreadsheets (csv, poam), Heimdall (hdf), OSCAL and JUnit. Among CKL, CKLB and XCCDF the number of rules with each status, the finding details and the comments are preserved; anything a format cannot carry is listed.',
    )
    .argument('<file>', 'a checklist, result or ARF; - for standard input')
    .requiredOption('--to <format>', `one of ${targetNames.join(', ')}`, parseTo)
    .option('-o, --out <file>', 'the file to write; - for standard output', '-')
    .option(
      '--benchmark <file>',
      "DISA's XCCDF, zip or SCAP data stream of the STIG, to take rule texts from that the file lacks",
    )
    .option('--stig <id>', 'the benchmark id of the STIG to write, if the file has several (XCCDF results hold one)')
    .option('--result <id>', 'the id of the TestResult to convert, if the file has several')
    .option('--all-results', 'convert every TestResult of the file, each to a file of its own in --out-dir')
    .option('--out-dir <dir>', 'the output folder for --all-results')
    .option(...assetOptions.host)
    .option(...assetOptions.fqdn)
    .option(...assetOptions.ip)
    .option(...assetOptions.mac)
    .option(...assetOptions.role)
    .option(...assetOptions.marking)
    .option(...shared.assessor)
    .option(...shared.cklbStrict)
    .option(...shared.wholeTexts)
    .option('--timestamp <time>', 'the time of the assessment, ISO 8601 (default: the time in the file)')
    .option('--force', 'overwrite an existing file')
    .option(...shared.limit)
    .option(...shared.verbose)
    .option('--json', 'print what was done as JSON (schemas/convert.schema.json); needs --out')
    .option('--quiet', 'print errors only')
    .addHelpText('after', convertExamples)
    .action(async (file, options) => done(await (await import('./commands/convert.js')).convert(file, options, io)));

  program
    .command('validate')
    .summary('find errors in checklists and results, and what each importer would do with them')
    .description(
      'Checks CKL, CKLB, XCCDF results and the XCCDF in ARF from any tool: syntax, structure, references, and what STIG Manager, MITRE tools, OpenSCAP and STIG Viewer would refuse, drop or misread.',
    )
    .argument('<file...>', 'checklists and results; - for standard input')
    .option(
      '--importer <name>',
      'check for this importer only: stig-manager, mitre, openscap or stig-viewer; may be repeated',
      parseImporters,
    )
    .option('--fail-on-warning', 'exit with 1 on warnings too')
    .option(...shared.limit)
    .option('--json', 'print the result as JSON (schemas/validate.schema.json)')
    .option('--quiet', 'print errors only')
    .addHelpText('after', validateExamples)
    .action(async (files, options) =>
      done(await (await import('./commands/validate.js')).validate(files, options, io)),
    );

  program
    .command('update')
    .summary('carry a checklist to another release of its STIG')
    .description(
      'Carries the statuses, details, comments and overrides of a checklist to another release of its STIG and writes it in its own format. Results whose check text changed are marked for review; results that have no place in the new release are in the report.',
    )
    .argument('<checklist>', 'a CKL, CKLB, XCCDF result or ARF; - for standard input')
    .requiredOption(
      '--benchmark <file>',
      "the new release: DISA's manual XCCDF, the zip that holds it, or a SCAP data stream",
    )
    .requiredOption('-o, --out <file>', 'the file to write; - for standard output')
    .option('--report <file>', 'write the report to this file, as JSON if its name ends in .json (default: print it)')
    .option(...assetOptions.host)
    .option(...assetOptions.fqdn)
    .option(...assetOptions.ip)
    .option(...assetOptions.mac)
    .option(...assetOptions.role)
    .option(...assetOptions.marking)
    .option('--reset-changed', 'set results whose check text changed to not_reviewed (open results stay open)')
    .option(...shared.wholeTexts)
    .option(...shared.cklbStrict)
    .option('--force', 'overwrite existing files')
    .option(...shared.limit)
    .option(...shared.verbose)
    .option('--json', 'print the report as JSON (schemas/update.schema.json)')
    .addHelpText('after', updateExamples)
    .action(async (checklist, options) =>
      done(await (await import('./commands/update.js')).update(checklist, options, io)),
    );

  addVerifyCommand(program, io, done);
  addChecklistCommands(program, io, done);

  addCompareCommands(program, io, done);

  program
    .command('site-template')
    .summary('write a site file to fill in')
    .description(
      'Writes a site file for --site to fill in: the questions that the rules of a STIG ask, and the connectors of the exports with the values that a decision is bound to. It says nothing until it is filled in.',
    )
    .argument('<export...>', 'files with Get-SendConnector output; - for standard input')
    .option('--host <name>', 'the host that it is to speak of')
    .option('--stig <id>', 'whose questions to ask, by the benchmark id', 'MS_Exchange_2019_Edge_Server_STIG')
    .option('-o, --out <file>', 'the file to write; - for standard output', '-')
    .option(...shared.inputFormat)
    .option('--force', 'overwrite an existing file')
    .option(...shared.limit)
    .addHelpText('after', siteTemplateExamples)
    .action(async (exports, options) =>
      done(await (await import('./commands/site-template.js')).writeSiteTemplate(exports, options, io)),
    );

  addRemediateCommand(program, io, done);
  addHelpCommand(program, io);

  const isCommand = program.commands.some((one) => one.name() === io.args[0]);
  const next = `next: ${showHelp(isCommand ? io.args[0] : undefined)}`;
  program.showHelpAfterError(styledLine('next', next, stderrStyle(io)).trimEnd());
  // Commands do not inherit these when they are made before the program is configured.
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
};

/** What to do about arguments that cannot be used. */
export const showHelp = (command: string | undefined): string =>
  `exchange-stig ${command === undefined ? '' : `${command} `}--help shows the options and examples`;
