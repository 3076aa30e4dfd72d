import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { cklTechnologyAreas } from '../../model/ckl-technology-areas.js';
import { textOf, type XmlElement } from '../../xml/tree.js';
import { lastOf, own } from './ckl-elements.js';
import type { Report } from './report.js';

/** What is refused in the ASSET of a CKL. An element that is absent is no fault here; a blank is one. */
export const refusedAsset = (asset: XmlElement, report: Report): readonly Diagnostic[] => [
  ...Object.entries(words).flatMap(([name, allowed]) => {
    const at = lastOf(asset, name);
    if (at === undefined || allowed.includes(textOf(at))) return [];
    const expected = allowed.map((word) => (word === '' ? 'nothing' : word)).join(', ');
    return [report('mitre-asset-word', at, name, { word: textOf(at), words: expected })];
  }),
  ...addresses.flatMap(({ name, code, accepts }) => {
    const at = lastOf(asset, name);
    return at === undefined || textOf(at) === '' || accepts(textOf(at))
      ? []
      : [report(code, at, name, { address: textOf(at) })];
  }),
  // Each of them is checked, not only the last.
  ...own(asset, 'WEB_OR_DATABASE')
    .filter((at) => textOf(at).trim() !== '' && !['true', 'false', '1', '0'].includes(textOf(at)))
    .map((at) => report('mitre-asset-word', at, at.name, { word: textOf(at), words: 'true, false' })),
];

const words: Readonly<Record<string, readonly string[]>> = {
  ROLE: ['None', 'Workstation', 'Member Server', 'Domain Controller'],
  ASSET_TYPE: ['Computing', 'Non-Computing'],
  TECH_AREA: ['', ...cklTechnologyAreas],
};

const addresses = [
  { name: 'HOST_FQDN', code: 'mitre-fqdn', accepts: (text: string) => isDottedName(text) || isIp(text) },
  { name: 'HOST_IP', code: 'mitre-ip', accepts: (text: string) => text.split(/[\s,]+/).every(isIp) },
  { name: 'HOST_MAC', code: 'mitre-mac', accepts: (text: string) => text.split(/[\s,]+/).every(isMac) },
] as const;

/** Two labels or more, the last of letters or punycode; letters of other scripts are letters, full-width ones are not. */
export const isDottedName = (text: string): boolean => {
  const labels = text.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    /^([a-z\u00a1-\u00a8\u00aa-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]{2,}|xn[a-z0-9-]{2,})$/i.test(last) &&
    !/\s/.test(last) &&
    labels.every(
      (label) =>
        label.length <= 63 &&
        /^[a-z0-9\u00a1-\uffff-]+$/i.test(label) &&
        !/[\uff01-\uff5e]/.test(label) &&
        !label.startsWith('-') &&
        !label.endsWith('-'),
    )
  );
};

const isIpv4 = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => String(Number(part)) === part && +part < 256);

/** IPv6 of eight groups, or fewer with one `::`; the last two may be an IPv4 address; a zone may follow. No brackets. */
export const isIp = (text: string): boolean => {
  if (isIpv4(text)) return true;
  const [address = '', zone, ...rest] = text.split('%');
  if (rest.length > 0 || (zone !== undefined && !/^[0-9a-z.]+$/i.test(zone))) return false;
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const tail = last !== undefined && isIpv4(last) && !address.endsWith('::') ? 1 : 0;
  const valid = groups.slice(0, groups.length - tail).every((group) => /^[0-9a-f]{1,4}$/i.test(group));
  const count = groups.length + tail;
  return valid && (halves.length === 2 ? count < 8 : count === 8);
};

/** Six or eight pairs with `:` or `-` throughout, or three or four groups of four with dots. */
export const isMac = (text: string): boolean =>
  /^[0-9a-f]{2}([:-])([0-9a-f]{2}\1){4}([0-9a-f]{2}\1[0-9a-f]{2}\1)?[0-9a-f]{2}$/i.test(text) ||
  /^([0-9a-f]{4}\.){2,3}[0-9a-f]{4}$/i.test(text);
