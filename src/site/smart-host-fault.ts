import { comparable } from '../rules/smart-host/addresses.js';

/**
 * What to expect in the place of a smart host that no site can mean: none of the addresses that stand for this very host, for any or
 * for many, no `--` (which Edge Subscription writes), no pattern. Undefined where it can be one.
 */
export const smartHostFault = (host: string): string | undefined => {
  const bare = host.trim().replace(/^\[(.*)\]$/, '$1');
  const quad = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(bare);
  if (quad !== null) {
    const isPlain = quad.slice(1).every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
    if (!isPlain) return 'an IPv4 address with four numbers up to 255, without leading zeros';
    return isSpecial4(quad.slice(1).map(Number)) ? unusable : undefined;
  }
  if (bare.includes(':')) {
    const address = /^\[(.*)\]$/.exec(comparable(bare))?.[1];
    if (address === undefined) return 'an IPv6 address, or a name without a port';
    return isSpecial6(address) ? unusable : undefined;
  }
  if (/^localhost\.?$|\.localhost\.?$/i.test(bare) || bare === '--') return unusable;
  return /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/i.test(bare)
    ? undefined
    : 'an address or a host name, without wildcards';
};

const unusable = 'a smart host, not a loopback, unspecified, link-local or multicast address or --';

const isSpecial4 = ([first = 0, second = 0]: readonly number[]): boolean =>
  first === 0 || first === 127 || (first === 169 && second === 254) || first >= 224;

/** An address as URLs write it: lower case, shortened. */
const isSpecial6 = (address: string): boolean => {
  const mapped = /^::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped !== null) {
    const high = Number.parseInt(mapped[1] ?? '', 16);
    return isSpecial4([high >> 8, high & 255]);
  }
  return /^::[0-9a-f]{0,4}$|^fe[89ab]|^ff/.test(address);
};
