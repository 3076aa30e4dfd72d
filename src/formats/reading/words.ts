import type { RuleSeverity } from '../../model/benchmark.js';
import type { Asset, Role, SeverityOverride } from '../../model/checklist.js';
import { ipValue, macValue, withoutPrefixLength } from '../../text/addresses.js';
import type { Report, Spot } from './report.js';

/** Line ends as the model has them. */
export const asLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** The parts of a list as files write it: one per line, or between blanks, commas or semicolons. */
const partsOf = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** Texts without repetitions: of equivalent ones, the first. */
const eachOnce = (texts: readonly string[], meaningOf: (text: string) => string): readonly string[] => {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size < seen.add(meaningOf(text)).size);
};

/** Addresses without the length of a prefix, which importers refuse and which is none of the host's; each address once. */
export const ipAddressesIn = (text: string, report: Report, spot: Spot): readonly string[] => {
  const found = partsOf(text);
  const addresses = found.map(withoutPrefixLength);
  sayRewritten('a prefix length', found, addresses, report, spot);
  return eachOnce(addresses, (address) => ipValue(address) ?? address.toLowerCase());
};

/** Addresses with the separators that importers want; each once. */
export const macAddressesIn = (text: string, report: Report, spot: Spot): readonly string[] => {
  const found = partsOf(text);
  const addresses = found.map((address) => (/[:.-]/.test(address) ? address : (macValue(address) ?? address)));
  sayRewritten('no separators', found, addresses, report, spot);
  return eachOnce(addresses, (address) => macValue(address) ?? address.toLowerCase());
};

/** A fully qualified name without the dot of the root behind it. */
export const fqdnIn = (text: string, report: Report, spot: Spot): string => {
  const written = text.trim();
  const name = written.replace(/(?<=[^.])\.$/, '');
  sayRewritten('a dot at its end', [written], [name], report, spot);
  return name;
};

const sayRewritten = (
  what: string,
  found: readonly string[],
  readAs: readonly string[],
  report: Report,
  spot: Spot,
): void => {
  const [first = -1, ...others] = found.flatMap((text, i) => (text === readAs[i] ? [] : [i]));
  if (first >= 0)
    report.say('reading-address-rewritten', spot, {
      written: found[first] ?? '',
      readAs: readAs[first] ?? '',
      what: others.length === 0 ? what : `${what} (and ${others.length} more)`,
    });
};

const severities: readonly RuleSeverity[] = ['high', 'medium', 'low', 'unknown'];
const categories: Readonly<Record<string, RuleSeverity>> = { 'cat i': 'high', 'cat ii': 'medium', 'cat iii': 'low' };

/** A host's name without the blanks around it: importers that keep them make two assets of one host. */
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

/** An override without a severity is one to the severity of the rule. */
export const overrideOf = (
  severity: string,
  justification: string,
  ofRule: RuleSeverity,
  report: Report,
  spot: Spot,
): SeverityOverride | undefined => {
  if (severity.trim() !== '') return { severity: severityOf(severity, report, spot), justification };
  if (justification.trim() === '') return undefined;
  report.say('reading-override-without-severity', spot, { readAs: ofRule });
  return { severity: ofRule, justification };
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
