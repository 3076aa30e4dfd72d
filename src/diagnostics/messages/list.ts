import { doubt, refuses } from '../entry.js';
import { exportCommands } from '../export-command.js';

const run = `run: ${exportCommands.clixml}`;

/** Messages on what a file is, and on text that a console, a transcript or Format-List wrote. */
export const list = {
  // what a file is
  'html-input': refuses(() => `this is an HTML page, not an export; ${run}`),
  'convertto-xml-input': refuses(() => `this is ConvertTo-Xml output, which loses types; ${run}`),
  'checklist-as-export': refuses(
    (a: { root: string }) => `this is a checklist or XCCDF document (root "${a.root}"), not an export; ${run}`,
  ),
  'other-xml': refuses(
    (a: { root: string }) => `this is XML with the root "${a.root}", not CLIXML (root Objs); ${run}`,
  ),
  'other-text': refuses((a: { what: string }) => `this is ${a.what}, not the output of Get-SendConnector; ${run}`),
  'format-unrecognised': refuses(() => `no send connector can be read from this text; ${run}`),
  // Format-List text
  'list-nothing': refuses(() => `no send connector can be read from this text; ${run}`),
  'table-without-settings': refuses(
    () => `this is a table (Format-Table) without any of the settings that are judged; ${run}`,
  ),
  'list-table': doubt(() => `this is a table (Format-Table): columns that did not fit are missing; ${run}`),
  'list-line-unknown': doubt(() => `this line is not part of Format-List output, so something may be missing; ${run}`),
  'list-other-object': doubt(() => `this object has no property of a connector, so it is left out; ${run}`),
  'list-complaint': doubt(
    () => `PowerShell printed a warning or an error here, so connectors may be missing; resolve it, then ${run}`,
  ),
  'list-command': doubt(
    (a: { command: string }) =>
      `the command "${a.command}" may leave connectors out or change what is shown of them; ${run}`,
  ),
  'list-transcript-cut': doubt(() => `the transcript lacks its beginning or its end; ${run}`),
  'list-layout': doubt(
    () =>
      `the layout was changed after PowerShell printed this (labels not aligned, blank lines, quote marks), so lines may be missing; ${run}`,
  ),
  'list-lines-removed': doubt(
    () => `a property that Format-List prints is missing: lines were removed from this object; ${run}`,
  ),
  'list-labels-differ': doubt(
    () => `this object does not have the same properties as the one before it: lines are missing; ${run}`,
  ),
  'list-object-open': doubt(
    () => `no empty line ends this object, as PowerShell prints it: the text may be cut off; ${run}`,
  ),
  'list-label-twice': doubt(
    (a: { first: number }) =>
      `the object has this property in line ${a.first} too: lines are missing or from another object; ${run}`,
  ),
  'list-group-differs': doubt(() => `the heading of the group says otherwise; ${run}`),
  'list-value-goes-on': doubt(() => `this value has one word only, but another line follows it; ${run}`),
} as const;
