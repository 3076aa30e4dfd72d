import { button, type Child, el } from '../dom.js';
import type { OutputView } from '../tasks/views.js';

const names: Readonly<Record<string, string>> = {
  ckl: 'CKL, for STIG Viewer 2, STIG Manager, eMASS',
  cklb: 'CKLB, for STIG Viewer 3',
  xccdf: 'XCCDF results, for OpenSCAP, Heimdall',
  html: 'Report, to read and print',
  txt: 'Report, as text',
};

/** Links to the files, each with its SHA-256. */
export const downloadList = (outputs: readonly OutputView[], id: string): Child =>
  outputs.length > 0 &&
  el('ul', { class: 'downloads', id }, ...outputs.map((output) => el('li', {}, ...downloadLink(output))));

const downloadLink = ({ format, fileName, blob, sha256 }: OutputView): readonly Child[] => [
  el(
    'a',
    { class: 'button', download: fileName, href: URL.createObjectURL(blob), 'data-format': format },
    `Download ${fileName}`,
  ),
  el('span', { class: 'detail' }, `${names[format] ?? format.toUpperCase()}; ${sizeText(blob.size)}`),
  el('span', { class: 'detail' }, 'SHA-256 ', el('code', {}, sha256)),
];

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
    {},
    button(label, () => void copy(), { class: 'small' }),
    ' ',
    said,
  );
};
