import type { Asset } from '../../model/checklist.js';
import { ipValue } from '../../text/addresses.js';
import { quote } from '../../text/limit.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf, booleanOf, fqdnIn, hostIn, ipAddressesIn, macAddressesIn, roleOf } from '../reading/words.js';
import type { Identification } from './results.js';

/** A fact that tells the asset, by the last part of its name: SCC's and ours, STIG Manager's, Evaluate-STIG's, OpenSCAP's. */
const factName = /(?:^|:)(?:asset:(?:identifier:)?|ethernet:(?=mac$))([a-z0-9_]+)$/i;

const factKeys: Readonly<Record<string, string>> = {
  name: 'name',
  host_name: 'host',
  hostname: 'host',
  fqdn: 'fqdn',
  ip: 'ip',
  ipv4: 'ip',
  ipv6: 'ip',
  ipaddress: 'ip',
  mac: 'mac',
  macaddress: 'mac',
  role: 'role',
  description: 'comment',
  noncomputing: 'noncomputing',
  webordatabase: 'webOrDatabase',
  site: 'webDbSite',
  instance: 'webDbInstance',
};

/**
 * The asset of a TestResult. The host is STIG Manager's fact `name`, else `target`, else the fact `host_name`: as importers
 * take it, but that an address is no name where there is one; another name in a `target` is said (`reading-host-differs`). Addresses are
 * those of `target-address` and of the facts. What an ARF says of the asset counts where the TestResult does not say it.
 */
export const readTarget = (
  testResult: XmlElement,
  identified: readonly Identification[],
  report: Report,
  spotOf: (element: XmlElement, property?: string) => Spot,
): Asset => {
  const facts = new Map<string, string[]>();
  for (const fact of elementsOf(testResult, 'target-facts').flatMap((all) => elementsOf(all, 'fact'))) {
    const name = attributeOf(fact, 'name') ?? '';
    const key = factKeys[factName.exec(name)?.[1]?.toLowerCase() ?? ''];
    const text = asLf(textOf(fact));
    if (key === undefined) report.leave('fact', spotOf(fact), `${name}: ${text}`);
    else facts.set(key, [...(facts.get(key) ?? []), text]);
  }
  const spot = spotOf(testResult, 'target');
  const only = (key: string): string => {
    const texts = [...new Set(facts.get(key) ?? [])].map((text) =>
      key === 'fqdn' ? fqdnIn(text, report, spot) : text.trim(),
    );
    const [first = '', ...others] = [...new Set(texts)]
      .filter((text) => text !== '')
      .toSorted((a, b) => Number(isAddress(a)) - Number(isAddress(b)));
    for (const other of others) report.leave(`another ${key}`, spot, other);
    return first;
  };
  const asWritten = (key: string): string => {
    const name = only(key);
    return facts.get(key)?.find((text) => text.trim() === name) ?? '';
  };
  const list = (key: string): string => (facts.get(key) ?? []).join('\n');
  const targets = elementsOf(testResult, 'target').map(textOf);
  const names = [asWritten('name'), ...targets, asWritten('host')].filter((name) => name.trim() !== '');
  const ofArf = identified.map((one) => one.hostName || one.fqdn).filter((name) => name !== '');
  const [written = names[0] ?? '', ...others] = [...names, ...ofArf].filter((name) => !isAddress(name.trim()));
  const hostName = hostIn(written, report, spot);
  const other = others
    .map((name) => name.trim())
    .find(
      (name) => name.toLowerCase() !== hostName.toLowerCase() && !(ofArf.includes(name) && isShortOf(name, hostName)),
    );
  if (other !== undefined) report.say('reading-host-differs', spot, { taken: quote(hostName), other: quote(other) });
  if (hostName === '') report.say('reading-host-empty', spot, { element: 'target' });
  const addresses = [...elementsOf(testResult, 'target-address').map(textOf), list('ip')].join('\n');
  const ofAsset = (key: 'ipAddresses' | 'macAddresses'): string => identified.flatMap((one) => one[key]).join('\n');
  return {
    hostName,
    fqdn: only('fqdn') || fqdnIn(identified.find(({ fqdn }) => fqdn !== '')?.fqdn ?? '', report, spot),
    ipAddresses: ipAddressesIn(addresses.trim() || ofAsset('ipAddresses'), report, spot),
    macAddresses: macAddressesIn(list('mac').trim() || ofAsset('macAddresses'), report, spot),
    role: roleOf(only('role'), report, spot),
    assetType: only('noncomputing').toLowerCase() === 'true' ? 'Non-Computing' : 'Computing',
    marking: '',
    techArea: '',
    comment: only('comment'),
    webOrDatabase: booleanOf(only('webOrDatabase') || 'false', 'webordatabase', report, spot),
    webDbSite: only('webDbSite'),
    webDbInstance: only('webDbInstance'),
  };
};

const isAddress = (name: string): boolean => ipValue(name) !== undefined;

/** Whether one of two names is the first label of the other. */
const isShortOf = (a: string, b: string): boolean => {
  const [short = '', long = ''] = [a.toLowerCase(), b.toLowerCase()].toSorted((one, two) => one.length - two.length);
  return long.startsWith(`${short}.`);
};
