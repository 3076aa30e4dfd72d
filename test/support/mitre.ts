import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { mitre } from '../../src/importers/mitre.js';
import { document } from './documents.js';

export const golden = (path: string): string =>
  readFileSync(new URL(`../formats/goldens/${path}`, import.meta.url), 'utf8');
export const ckl = golden('one-rule-open/checklist.ckl');
export const xccdf = golden('one-rule-open/xccdf-results.xml');

export const predict = (format: 'ckl' | 'xccdf', text: string, file = 'EDGE01.xml'): readonly Diagnostic[] =>
  mitre.predict({ ...document(format, text), file });

export const serious = (diagnostics: readonly Diagnostic[]): string[] => [
  ...new Set(diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code)),
];

export const changed = (text: string, from: string | RegExp, to: string): string => {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
};

export const tag = (name: string, value: string): string =>
  changed(ckl, new RegExp(`<${name}>[^<]*`), `<${name}>${value}`);

export const attribute = (name: string, value: string): string =>
  changed(
    ckl,
    new RegExp(`<VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE>\\s*<ATTRIBUTE_DATA>[^<]*`),
    `<VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${value}`,
  );

export const customName = (value: string): string =>
  changed(ckl, 'customname</SID_NAME>', `customname</SID_NAME><SID_DATA>${value}</SID_DATA>`);

const refusals: readonly string[] = [
  'mitre-file-name',
  'mitre-taken-for-other',
  'mitre-not-recognised',
  'mitre-byte-order-mark',
  'mitre-root',
  'mitre-element-missing',
  'mitre-element-in-text',
  'mitre-fqdn',
  'mitre-ip',
  'mitre-mac',
  'mitre-asset-word',
  'mitre-severity',
  'mitre-customname',
  'mitre-ident',
];

/** True where it is predicted that the whole file is refused. */
export const isRefused = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => refusals.includes(code));
