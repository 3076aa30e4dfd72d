import type { Asset } from '../../model/checklist.js';
import { quote } from '../../text/limit.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Report, Spot } from '../reading/report.js';
import { asLf, booleanOf, fqdnIn, hostIn, ipAddressesIn, macAddressesIn, roleOf } from '../reading/words.js';

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
 * take it; another name in a `target` is said (`reading-host-differs`). Addresses are those of `target-address` and of the facts.
 */
export const readTarget = (
  testResult: XmlElement,
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
    const [first = '', ...others] = [...new Set(texts)].filter((text) => text !== '');
    for (const other of others) report.leave(`another ${key}`, spot, other);
    return first;
  };
  const asWritten = (key: string): string => {
    const name = only(key);
    return facts.get(key)?.find((text) => text.trim() === name) ?? '';
  };
  const list = (key: string): string => (facts.get(key) ?? []).join('\n');
  const targets = elementsOf(testResult, 'target').map(textOf);
  const [written = '', ...others] = [asWritten('name'), ...targets, asWritten('host')].filter(
    (name) => name.trim() !== '',
  );
  const hostName = hostIn(written, report, spot);
  const other = others.map((name) => name.trim()).find((name) => name.toLowerCase() !== hostName.toLowerCase());
  if (other !== undefined) report.say('reading-host-differs', spot, { taken: quote(hostName), other: quote(other) });
  if (hostName === '') report.say('reading-host-empty', spot, { element: 'target' });
  const addresses = elementsOf(testResult, 'target-address').map(textOf);
  return {
    hostName,
    fqdn: only('fqdn'),
    ipAddresses: ipAddressesIn([...addresses, list('ip')].join('\n'), report, spot),
    macAddresses: macAddressesIn(list('mac'), report, spot),
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
