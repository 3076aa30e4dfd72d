import { exportCommands } from '../../diagnostics/export-command.js';
import { el } from '../dom.js';
import { copyButton } from '../parts/downloads.js';

const commands: readonly (readonly [id: string, title: string, command: string])[] = [
  ['command-clixml', 'CLIXML (recommended: complete, with types)', exportCommands.clixml],
  ['command-csv', 'CSV', exportCommands.csv],
  [
    'command-json',
    'JSON',
    'Get-SendConnector | ConvertTo-Json -Depth 4 | Out-File send-connectors.json -Encoding UTF8',
  ],
  ['command-list', 'Text', 'Get-SendConnector | Format-List * | Out-File send-connectors.txt -Width 4096'],
  ['command-count', 'Number of connectors, to compare with the finding details', '(Get-SendConnector).Count'],
];

/** Commands are `#command-clixml`, `#command-csv`, `#command-json`, `#command-list`, `#command-count`. */
export const serverView = (): HTMLElement =>
  el(
    'div',
    el(
      'p',
      'Run one of the first four in the Exchange Management Shell on the server, then drop the file on the Evaluate tab.',
    ),
    ...commands.flatMap(([id, title, command]) => {
      const code = el('pre', { id, tabindex: 0, role: 'region', 'aria-label': `Command: ${title}` }, command);
      return [el('h3', title), code, copyButton('Copy', code)];
    }),
    el(
      'p',
      'The command in the STIG’s check leaves out two of the three things that the check asks for: with it, a connector can be found open, but never compliant. The same holds for any printed table (Format-Table): columns that do not fit are missing from it.',
    ),
  );
