import { button, type Child, el, table } from '../dom.js';
import type { OutputView } from '../tasks/views.js';

const names: Readonly<Record<string, string>> = {
  ckl: 'for STIG Viewer 2, STIG Manager, eMASS',
  cklb: 'for STIG Viewer 3',
  xccdf: 'XCCDF results, for OpenSCAP, Heimdall',
  html: 'report to read, print and sign',
  csv: 'spreadsheet',
  poam: 'open rules for a POA&M',
  zip: 'bundle: the exports and all files',
  txt: 'report, as text',
};

/** Links to the files, a line each. */
export const downloadList = (outputs: readonly OutputView[], id: string): Child =>
  outputs.length > 0 &&
  el(
    'ul',
    { class: 'downloads', id },
    ...outputs.map(({ format, fileName, blob }) =>
      el(
        'li',
        el('a', { download: fileName, href: URL.createObjectURL(blob), 'data-format': format }, fileName),
        el(
          'span',
          { class: 'detail' },
          `${fileName === 'index.html' ? 'overview of all hosts' : (names[format] ?? format.toUpperCase())}, ${sizeText(blob.size)}`,
        ),
      ),
    ),
  );

/** The SHA-256 of each file, to compare later. */
export const hashTable = (outputs: readonly OutputView[], id: string): Child =>
  outputs.length > 0 &&
  table(
    'SHA-256 of the downloads',
    ['File', 'SHA-256'],
    outputs.map(({ fileName, sha256 }) => [fileName, el('code', sha256)]),
    { id },
  );

/** Hands a file over as a click on a link would. */
export const download = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  el('a', { download: name, href: url }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

export const sizeText = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** A button that copies a text; where the browser does not let it, the text is selected, for Ctrl+C. */
export const copyButton = (label: string, source: HTMLElement): HTMLElement => {
  const said = el('span', { class: 'detail', role: 'status' });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? '');
      said.textContent = 'Copied.';
    } catch {
      getSelection()?.selectAllChildren(source);
      said.textContent = 'Selected: press Ctrl+C to copy.';
    }
  };
  return el(
    'p',
    button(label, () => void copy(), { class: 'small' }),
    ' ',
    said,
  );
};
