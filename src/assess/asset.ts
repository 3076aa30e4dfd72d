import {
  checkAsset,
  type GivenAsset,
  hostTrimmed,
  isFqdn,
  isHostName,
  isHostText,
  isIpAddress,
  normaliseMac,
  roleOf,
} from '../checklist/given-asset.js';
import { isSameHost } from '../checklist/same-host.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { seen } from '../evidence/seen.js';
import type { Asset } from '../model/checklist.js';
import type { SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';

/** What the user says about the host that was assessed. */
export interface AssetInput extends GivenAsset {
  /** The host if neither the user nor the exports name one: that of the checklist to be filled in. */
  readonly hostOfChecklist?: string | undefined;
  /** A verdict is wanted before anybody names the host: the asset has an empty name, and nothing may be written. */
  readonly mayBeNameless?: boolean | undefined;
}

/**
 * Makes the asset of a checklist from what the user says, and from PSComputerName where no host is named: its first label
 * is the host, the whole the FQDN where it is dotted. Refused: `host-missing`, `host-invalid`, `fqdn-invalid`,
 * `ip-invalid`, `mac-invalid`, `role-invalid`. Warning: `host-trimmed`. Notices: `host-from-export`, `asset-incomplete`.
 */
export const toAsset = (input: AssetInput, connectors: readonly SendConnector[]): Reading<Asset> => {
  const refusals = [...checkAsset(input)];
  const server = input.host === undefined ? onlyServer(connectors) : undefined;
  const asked = serverName(server);
  const named = input.host ?? asked?.split('.')[0] ?? input.hostOfChecklist;
  const hostName = named?.trim();
  const unusable = named === undefined ? nameOrNothing(server) : isHostText(named.trim()) ? undefined : named;
  const isNameless = input.mayBeNameless && input.host === undefined && (unusable !== undefined || !named);
  if (isNameless && refusals.length === 0) return { ok: true, value: assetNamed('', input), diagnostics: refusals };
  if (unusable) refusals.push(diagnostic('host-invalid', {}, { written: seen(unusable) }));
  else if (!named) refusals.push(diagnostic('host-missing', {}));
  if (refusals.length > 0 || hostName === undefined) return { ok: false, diagnostics: refusals };
  const asset = assetNamed(hostName, {
    ...input,
    fqdn: input.fqdn ?? (asked !== undefined && isFqdn(asked) ? asked : ''),
  });
  const whole = asked === undefined ? named : server;
  return { ok: true, value: asset, diagnostics: [...hostTrimmed(whole ?? hostName, {}), ...notices(asset, asked)] };
};

const assetNamed = (hostName: string, input: AssetInput): Asset => ({
  hostName,
  fqdn: input.fqdn ?? '',
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
});

const notices = (asset: Asset, asked: string | undefined): Diagnostic[] => {
  const lacking = [
    ...(asset.fqdn === '' ? ['fqdn'] : []),
    ...(asset.ipAddresses.length === 0 ? ['ip'] : []),
    ...(asset.macAddresses.length === 0 ? ['mac'] : []),
  ];
  return [
    ...(asked === undefined ? [] : [diagnostic('host-from-export', {}, { server: asked, host: asset.hostName })]),
    ...(lacking.length === 0 ? [] : [diagnostic('asset-incomplete', {}, { fields: lacking })]),
  ];
};

/** The host according to the connectors, as `toAsset` uses it: the first label of PSComputerName. */
export const hostToldBy = (connectors: readonly SendConnector[]): string | undefined =>
  serverName(onlyServer(connectors))?.split('.')[0];

const serverName = (server: string | undefined): string | undefined => {
  const name = server?.trim();
  return name !== undefined && isHostName(name) ? name : undefined;
};

/** PSComputerName where all the records that have one name the same server, else undefined; the longest form of its name. */
const onlyServer = (connectors: readonly SendConnector[]): string | undefined => {
  const names = new Map<string, string>();
  for (const connector of connectors) {
    const name = knownValue(connector.psComputerName);
    const key = name?.trim().toLowerCase();
    if (name !== undefined && key !== undefined && !names.has(key)) names.set(key, name);
  }
  const [longest, ...others] = [...names.values()].sort((a, b) => b.trim().length - a.trim().length);
  return longest !== undefined && others.every((other) => isSameHost(other, longest)) ? longest : undefined;
};

/** A session that was opened by address names no host; neither does a blank. Anything else is quoted when it is refused. */
const nameOrNothing = (server: string | undefined): string | undefined =>
  server === undefined || server.trim() === '' || isIpAddress(server.trim()) ? undefined : server;

/** The host that the user names, in a form that may be shown if nothing else is known. */
export const askedHost = ({ host = '' }: AssetInput): string => host.trim();
