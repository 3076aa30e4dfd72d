import type { RuleSeverity } from '../../model/benchmark.js';
import type { Asset, Role } from '../../model/checklist.js';
import type { Report, Spot } from './report.js';

/** Line ends as the model has them. */
export const asLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Addresses as files list them: one per line, or between blanks, commas or semicolons; each once. */
export const addressesIn = (text: string): readonly string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((part) => part !== '')),
];

const severities: readonly RuleSeverity[] = ['high', 'medium', 'low', 'unknown'];
const categories: Readonly<Record<string, RuleSeverity>> = { 'cat i': 'high', 'cat ii': 'medium', 'cat iii': 'low' };

/** A host's name without the blanks around it, which no writer means: importers that keep them make two assets of one host. */
export const hostIn = (text: string, report: Report, spot: Spot): string => {
  const name = text.trim();
  if (name !== text && name !== '') report.say('reading-host-trimmed', spot, { written: text, name });
  return name;
};

/** A rule's severity; `unknown`, with `reading-severity-unknown`, where the word is none. */
export const severityOf = (text: string, report: Report, spot: Spot): RuleSeverity => {
  const word = text.trim().toLowerCase();
  const known = severities.find((severity) => severity === word) ?? categories[word];
  if (known !== undefined) return known;
  if (word !== '')
    report.say('reading-severity-unknown', spot, { severity: text.trim(), severities: severities.join(', ') });
  return 'unknown';
};

const roles: readonly Role[] = ['None', 'Workstation', 'Member Server', 'Domain Controller'];

/** `None`, with what was there left behind, where the role is none of the four. */
export const roleOf = (text: string, report: Report, spot: Spot): Role => {
  const role = roles.find((known) => known.toLowerCase() === text.trim().toLowerCase());
  if (role === undefined) report.leave('role', spot, text);
  return role ?? 'None';
};

export const assetTypeOf = (text: string, report: Report, spot: Spot): Asset['assetType'] => {
  const word = text.trim().toLowerCase();
  if (word === 'non-computing') return 'Non-Computing';
  if (word !== 'computing') report.leave('asset type', spot, text);
  return 'Computing';
};

/** `true` and `false` in any case; anything else is false and left behind. */
export const booleanOf = (text: string, property: string, report: Report, spot: Spot): boolean => {
  const word = text.trim().toLowerCase();
  if (word !== 'true' && word !== 'false') report.leave(property, spot, text);
  return word === 'true';
};

/** What files call an unclassified text; anything else is to be carried as it is. */
const unclassified = new Set(['', 'none', 'unclass', 'unclassified']);

/** The classification where it is another than unclassified. */
export const classificationOf = (text: string): { readonly classification?: string } =>
  unclassified.has(text.trim().toLowerCase()) ? {} : { classification: text.trim() };
