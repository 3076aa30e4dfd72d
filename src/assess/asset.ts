import type { Diagnostic, Reading } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Asset, Role } from '../model/checklist.js';
import type { SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import { visible } from '../text/visible.js';

/** What the user says of the host; each as it was typed. */
export interface AssetInput {
  readonly host?: string | undefined;
  /** The host where neither the user nor the exports name one: that of the checklist to be filled in. */
  readonly hostOtherwise?: string | undefined;
  readonly fqdn?: string | undefined;
  readonly ip?: readonly string[] | undefined;
  readonly mac?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly marking?: string | undefined;
}

const roles: readonly Role[] = ['None', 'Workstation', 'Member Server', 'Domain Controller'];

/**
 * Makes the asset of a checklist from what the user says, and from PSComputerName where no host is named: its first label
 * is the host, the whole the FQDN where it is dotted. Refused: `host-missing`, `host-invalid`, `fqdn-invalid`,
 * `ip-invalid`, `mac-invalid`, `role-invalid`. Notices: `host-from-export`, `asset-incomplete`.
 */
export const toAsset = (input: AssetInput, connectors: readonly SendConnector[]): Reading<Asset> => {
  const refusals = [...checkAsset(input)];
  const asked = input.host === undefined ? askedServer(connectors) : undefined;
  const hostName = input.host ?? asked?.split('.')[0] ?? input.hostOtherwise;
  if (hostName === undefined || hostName === '') refusals.push(diagnostic('host-missing', {}));
  else if (hostName.length > 255 || visible(hostName) !== hostName || hostName.trim() === '')
    refusals.push(diagnostic('host-invalid', {}, { actual: hostName }));
  if (refusals.length > 0 || hostName === undefined) return { ok: false, diagnostics: refusals };
  const asset: Asset = {
    hostName,
    fqdn: input.fqdn ?? (asked !== undefined && isFqdn(asked) ? asked : ''),
    ipAddresses: input.ip ?? [],
    macAddresses: (input.mac ?? []).map((mac) => normaliseMac(mac) ?? mac),
    role: roleOf(input.role) ?? 'None',
    assetType: 'Computing',
    marking: input.marking ?? 'CUI',
    techArea: 'Exchange Server',
    comment: '',
    webOrDatabase: false,
    webDbSite: '',
    webDbInstance: '',
  };
  return { ok: true, value: asset, diagnostics: notices(asset, asked) };
};

/** Checks everything that can be checked before an export is read. */
export const checkAsset = (input: AssetInput): readonly Diagnostic[] => [
  ...(input.fqdn === undefined || isFqdn(input.fqdn) ? [] : [diagnostic('fqdn-invalid', {}, { actual: input.fqdn })]),
  ...(input.ip ?? []).filter((ip) => !isIpAddress(ip)).map((ip) => diagnostic('ip-invalid', {}, { actual: ip })),
  ...(input.mac ?? [])
    .filter((mac) => normaliseMac(mac) === undefined)
    .map((mac) => diagnostic('mac-invalid', {}, { actual: mac })),
  ...(input.role === undefined || roleOf(input.role)
    ? []
    : [diagnostic('role-invalid', {}, { actual: input.role, expected: roles.join(', ') })]),
];

const notices = (asset: Asset, asked: string | undefined): Diagnostic[] => {
  const lacking = [
    ...(asset.fqdn === '' ? ['--fqdn'] : []),
    ...(asset.ipAddresses.length === 0 ? ['--ip'] : []),
    ...(asset.macAddresses.length === 0 ? ['--mac'] : []),
  ];
  return [
    ...(asked === undefined ? [] : [diagnostic('host-from-export', {}, { actual: asked, expected: asset.hostName })]),
    ...(lacking.length === 0 ? [] : [diagnostic('asset-incomplete', {}, { expected: lacking.join(', ') })]),
  ];
};

/** PSComputerName where all the records that have one name the same server, else undefined. An address is no name. */
const askedServer = (connectors: readonly SendConnector[]): string | undefined => {
  const names = new Map<string, string>();
  for (const connector of connectors) {
    const name = knownValue(connector.psComputerName);
    if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  const [only] = names.values();
  return names.size === 1 && only !== undefined && isHostName(only) ? only : undefined;
};

const roleOf = (role: string | undefined): Role | undefined =>
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
const normaliseMac = (mac: string): string | undefined =>
  /^([0-9a-f]{2}([:-]?)([0-9a-f]{2}\2){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i.test(mac)
    ? mac.replace(/[:.-]/g, '').match(/../g)?.join(':')
    : undefined;
