import { doubt, refuses } from '../entry.js';
import { exportCommands } from '../export-command.js';

const run = (): string => `run: ${exportCommands.clixml}`;

/** Messages on what a file is, and on text that a console, a transcript or Format-List wrote. */
export const list = {
  // what a file is
  'html-input': refuses`this is an HTML page, not an export; ${run}`,
  'convertto-xml-input': refuses`this is ConvertTo-Xml output, which loses types; ${run}`,
  'checklist-as-export': refuses`this is a checklist or XCCDF document (root "${'root'}"), not an export; ${run}`,
  'other-xml': refuses`this is XML with the root "${'root'}", not CLIXML (root Objs); ${run}`,
  'other-text': refuses`this is ${'what'}, not the output of Get-SendConnector; ${run}`,
  'format-unrecognised': refuses`no send connector can be read from this text; ${run}`,
  // Format-List text
  'list-nothing': refuses`no send connector can be read from this text; ${run}`,
  'table-without-settings': refuses`this is a table (Format-Table) with none of the settings that are judged; ${run}`,
  'list-table': doubt`this is a table (Format-Table): columns that did not fit are missing; ${run}`,
  'list-line-unknown': doubt`this line is not part of Format-List output, so something may be missing; ${run}`,
  'list-other-object': doubt`this object has no property of a connector, so it was left out; ${run}`,
  'list-complaint': doubt`PowerShell printed a warning or an error here, so connectors may be missing; resolve it, then ${run}`,
  'list-command': doubt`the command "${'command'}" may leave out connectors or change how they are shown; ${run}`,
  'list-transcript-cut': doubt`the transcript has no beginning or no end; ${run}`,
  'list-layout': doubt`the layout was changed after PowerShell printed this (labels not aligned, blank lines, quote marks), so lines may be missing; ${run}`,
  'list-lines-removed': doubt`a property that Format-List prints is missing: lines were removed from this object; ${run}`,
  'list-labels-differ': doubt`this object does not have the same properties as the one before it: lines are missing; ${run}`,
  'list-object-open': doubt`the empty line that PowerShell prints after an object is missing here, so the text may be cut off; ${run}`,
  'list-label-twice': doubt(
    (a: { first: number }) =>
      `the object also has this property in line ${a.first}: lines are missing, or belong to another object; ${run()}`,
  ),
  'list-group-differs': doubt`this value contradicts the heading of its group; ${run}`,
  'list-value-goes-on': doubt`this value is a single word, but another line follows it; ${run}`,
} as const;
