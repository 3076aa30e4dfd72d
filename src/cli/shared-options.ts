import { Option } from '@commander-js/extra-typings';
import { builtInReleases, latestRelease } from '../benchmark/built-in.js';
import { targetNames } from '../model/format-names.js';
import { namesOf } from '../rules/choose-rules.js';
import type { InputLimits } from '../text/input-limits.js';
import {
  collect,
  parseAssessor,
  parseCollected,
  parseFormats,
  parseInputFormat,
  parseLimit,
  parseMaxAge,
  parseRelease,
  parseRules,
  parseStatus,
} from './options.js';

/** What stands in the asset of a checklist that is read, whatever the file says. */
export const assetOptions = {
  host: ['--host <name>', 'the host name to write, instead of that of the file'],
  fqdn: ['--fqdn <name>', 'the fully qualified domain name to write'],
  ip: ['--ip <address>', 'the IP address to write; may be repeated', collect],
  mac: ['--mac <address>', 'the MAC address to write; may be repeated', collect],
  role: ['--role <role>', 'the role to write: None, Workstation, Member Server or Domain Controller'],
  marking: ['--marking <text>', 'the marking to write'],
} as const;

/** Options that several commands have, as commander's `option` and `addOption` take them. */
export const shared = {
  role: ['--role <role>', 'None, Workstation, Member Server or Domain Controller (default: None)'],
  marking: ['--marking <text>', 'the marking of the checklist (default: CUI)'],
  format: new Option(
    '--format <names>',
    `the formats to write, of ${targetNames.join(', ')} and html (a report to read and print); not with --into`,
  )
    .argParser(parseFormats)
    .default(parseFormats('ckl,cklb,xccdf'), 'ckl,cklb,xccdf'),
  outDir: ['--out-dir <dir>', 'the output folder', '.'],
  release: [
    '--release <release>',
    `the release of the STIG: ${builtInReleases.join(', ')}`,
    parseRelease,
    latestRelease,
  ],
  benchmark: new Option(
    '--benchmark <file>',
    "write all rules of this benchmark: DISA's manual XCCDF, or the zip that holds it; not with --release",
  ).conflicts('release'),
  rules: [
    '--rules <list>',
    `the rules to judge: all, or V- ids or STIG IDs; needs --benchmark or --into for all but the default (default: ${namesOf(undefined)})`,
    parseRules,
  ],
  site: ['--site <file>', 'what the site says beside the exports (site-template writes one; schemas/site.schema.json)'],
  inputFormat: [
    '--input-format <format>',
    'the format of the exports: auto, csv, json, clixml or list',
    parseInputFormat,
    parseInputFormat('auto'),
  ],
  replaceDetails: [
    '--replace-details',
    'with --into: drop finding details that this program did not write, instead of keeping them below',
  ],
  allowOtherHost: ['--allow-other-host', 'with --into: fill in the checklist even if it is for another host'],
  whenEmpty: [
    '--when-empty <status>',
    'the status to give if the export holds no connector',
    parseStatus,
    parseStatus('not_reviewed'),
  ],
  collected: [
    '--collected <time>',
    'when the exports were made, ISO 8601; a manifest may give it for each host',
    parseCollected,
  ],
  assessor: [
    '--assessor <name>',
    'who assesses; named in the finding details, XCCDF results, spreadsheets and report',
    parseAssessor,
  ],
  maxAge: ['--max-age <days>', 'warn about exports that are older or of unknown age', parseMaxAge],
  cklbStrict: ['--cklb-strict', "follow DISA's CKLB schema strictly, without what STIG Viewer 3 adds"],
  failOnWarning: ['--fail-on-warning', 'exit with 2 if there was a warning and nothing worse'],
  limit: ['--limit <name=number>', 'input limits: bytes (50M), items (1M) or depth (100); may be repeated', parseLimit],
  wholeTexts: ['--whole-texts', 'keep texts of over 32,767 characters whole, which importers cut'],
  verbose: ['--verbose', 'print every message, instead of one of each kind with a count'],
  summaryJson: ['--json', 'print the result as JSON (schemas/summary.schema.json)'],
} as const;

/** What the command line says of the options that most commands have. */
export interface CommonOptions {
  readonly limit?: Partial<InputLimits> | undefined;
  readonly cklbStrict?: true | undefined;
  readonly timestamp?: string | undefined;
  readonly force?: true | undefined;
  readonly verbose?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}
