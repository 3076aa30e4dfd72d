import { version } from '../../version.js';
import { el } from '../dom.js';
import { copyButton } from '../parts/downloads.js';

/** The version, what the page does not do, and how its file is checked: `#hash-windows`, `#hash-unix`. */
export const aboutView = (): HTMLElement => {
  const windows = el('pre', { id: 'hash-windows' }, 'Get-FileHash exchange-stig.html -Algorithm SHA256');
  const unix = el('pre', { id: 'hash-unix' }, 'sha256sum -c exchange-stig.html.sha256');
  return el(
    'div',
    el(
      'p',
      `exchange-stig ${version}. This is the same program as the command of that version: the same input, options and time give the same bytes.`,
    ),
    el('h3', 'What it does not do'),
    el(
      'p',
      'It sends, requests and keeps nothing: a content security policy blocks all connections, and closing the page discards everything. Credentials in an export are dropped where they are read.',
    ),
    el('h3', 'Check that the file is the published one'),
    el('p', 'Compare its SHA-256 with the one in exchange-stig.html.sha256, from a place that you trust.'),
    el('h4', 'Windows PowerShell'),
    windows,
    copyButton('Copy', windows),
    el('h4', 'Linux, macOS with coreutils'),
    unix,
    copyButton('Copy', unix),
  );
};
