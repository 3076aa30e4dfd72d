import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import type { Asset, Checklist, Role } from '../model/checklist.js';
import type { Place } from '../model/place.js';
import { visible } from '../text/visible.js';

/** What the user says about a checklist's asset, as typed. */
export interface GivenAsset {
  readonly host?: string | undefined;
  readonly fqdn?: string | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly mac?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly marking?: string | undefined;
}

const roles: readonly Role[] = ['None', 'Workstation', 'Member Server', 'Domain Controller'];

/** Refuses what no importer would take: `fqdn-invalid`, `ip-invalid`, `mac-invalid`, `role-invalid`. */
export const checkAsset = (input: GivenAsset): readonly Diagnostic[] => [
  ...(input.fqdn === undefined || isFqdn(input.fqdn) ? [] : [diagnostic('fqdn-invalid', {}, { written: input.fqdn })]),
  ...(input.ip ?? []).filter((ip) => !isIpAddress(ip)).map((ip) => diagnostic('ip-invalid', {}, { written: ip })),
  ...(input.mac ?? [])
    .filter((mac) => normaliseMac(mac) === undefined)
    .map((mac) => diagnostic('mac-invalid', {}, { written: mac })),
  ...(input.role === undefined || roleOf(input.role)
    ? []
    : [diagnostic('role-invalid', {}, { written: input.role, roles: roles.join(', ') })]),
];

/**
 * A checklist that was read, with what the user says of its asset in place of what the file says. Refused: what `checkAsset` refuses,
 * `host-invalid`, and `convert-host-missing` where neither names a host. Warning: `host-trimmed`.
 */
export const withGivenAsset = (checklist: Checklist, given: GivenAsset, place: Place): Reading<Checklist> => {
  const { asset } = checklist;
  const named = given.host?.trim();
  const refusals: readonly Diagnostic[] = [
    ...checkAsset(given),
    ...(named === undefined || isHostText(named)
      ? []
      : [diagnostic('host-invalid', {}, { written: visible(given.host ?? '') })]),
    ...(named === undefined && asset.hostName.trim() === '' ? [diagnostic('convert-host-missing', place)] : []),
  ];
  if (refusals.length > 0) return { ok: false, diagnostics: refusals };
  const value = { ...checklist, asset: { ...asset, ...givenFields(given) } };
  return { ok: true, value, diagnostics: hostTrimmed(given.host ?? '', {}) };
};

/** The fields that the user gives, in the form of a checklist. */
const givenFields = ({ host, fqdn, ip, mac, role, marking }: GivenAsset): Partial<Asset> => ({
  ...(host === undefined ? {} : { hostName: host.trim() }),
  ...(fqdn === undefined ? {} : { fqdn }),
  ...(ip === undefined ? {} : { ipAddresses: ip }),
  ...(mac === undefined ? {} : { macAddresses: mac.map((one) => normaliseMac(one) ?? one) }),
  ...(role === undefined ? {} : { role: roleOf(role) ?? 'None' }),
  ...(marking === undefined ? {} : { marking }),
});

/** A name that people give to a host: importers, file names and people tell it from another by what is seen of it. */
export const isHostText = (name: string): boolean =>
  name.length <= 255 && name !== '' && visible(name) === name && !/[\s/\\]/.test(name);

/** The warning that blanks around a name were taken off: STIG Manager makes two assets of `EDGE01` and ` EDGE01`. */
export const hostTrimmed = (name: string, place: Place): readonly Diagnostic[] =>
  name === name.trim() ? [] : [diagnostic('host-trimmed', place, { written: name, host: name.trim() })];

export const roleOf = (role: string | undefined): Role | undefined =>
  roles.find((known) => known.toLowerCase() === role?.trim().toLowerCase());

/** A name that a server can have: labels of letters, digits, hyphens and underscores, and no address. */
export const isHostName = (name: string): boolean =>
  name.length <= 255 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(name) && !isIpAddress(name);

/** A name of at least two labels of letters, digits and hyphens, the last not a number: importers refuse any other. */
export const isFqdn = (name: string): boolean =>
  name.length <= 253 &&
  !/(^|\.)\d+$/.test(name) &&
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(name);

export const isIpAddress = (ip: string): boolean =>
  /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/.test(ip) ||
  (/^[0-9a-f:.]+$/i.test(ip) && ip.includes(':') && URL.canParse(`http://[${ip}]/`));

/** Twelve hexadecimal digits in any of the usual groupings, as six pairs with colons; undefined for anything else. */
export const normaliseMac = (mac: string): string | undefined =>
  /^([0-9a-f]{2}([:-]?)([0-9a-f]{2}\2){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i.test(mac)
    ? mac.replace(/[:.-]/g, '').match(/../g)?.join(':')
    : undefined;
