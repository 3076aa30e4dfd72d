import { firstOf, isThere, memberOf, type Parsed, type ParsedText, startOf, textOf } from './parsed.js';
import { arriving, cut, limits, type Predicted, type Report } from './prediction.js';

/** What STIG Manager learns about the asset: the target and its addresses, overridden by its own facts. */
export const predictTarget = (testResult: Parsed, report: Report): Omit<Predicted['prediction'], 'checklists'> => {
  const facts = factsOf(testResult, report);
  const field = (name: string): string | null | undefined => {
    const seen = facts.get(name);
    return isThere(seen) ? arriving(report, seen, `fact ${name}`, limits.asset) : null;
  };
  const target = firstOf(memberOf(testResult, 'target'));
  const name = facts.has('name') ? facts.get('name') : target;
  const hostLength = textOf(name)?.length ?? 0;
  const wrong = !isThere(name) || hostLength > limits.host;
  if (wrong)
    report('stig-manager-refuses-host', startOf(name) ?? startOf(testResult), 'target', {
      allowed: `1 to ${limits.host}`,
      length: String(hostLength),
    });
  const host = wrong ? undefined : arriving(report, name, 'target', limits.host);
  const ip = facts.has('ip') ? field('ip') : addressesOf(testResult, report);
  return { host, fqdn: field('fqdn'), ip, mac: field('mac') };
};

const ownFact = /^tag:stig-manager@users.noreply.github.com,2020:asset:(.*)/;
const assetFields = new Set(['name', 'description', 'fqdn', 'ip', 'mac', 'noncomputing']);

/** The facts that STIG Manager takes for the asset, the last of each; undefined where the fact is empty. */
const factsOf = (testResult: Parsed, report: Report): ReadonlyMap<string, ParsedText | undefined> => {
  const own = new Map<string, ParsedText | undefined>();
  const facts = memberOf(memberOf(testResult, 'target-facts'), 'fact');
  for (const fact of facts?.kind === 'list' ? facts.items : []) {
    const name = textOf(memberOf(fact, 'name'));
    const property = ownFact.exec(name ?? '')?.[1] ?? '';
    if (name === undefined || !isDecodable(property)) {
      const actual = name === undefined ? 'is missing' : `"${property}" cannot be decoded`;
      const expected = name === undefined ? 'the attribute name' : 'percent signs as %25';
      report('stig-manager-refuses-fact', startOf(fact), 'fact name', { expected, fault: actual });
    }
    const text = memberOf(fact, '#text');
    if (assetFields.has(property)) own.set(property, text?.kind === 'text' ? text : undefined);
  }
  return own;
};

/** Names of metadata are URI-encoded. */
const isDecodable = (property: string): boolean => {
  if (!property.startsWith('metadata:')) return true;
  try {
    decodeURI(property.slice('metadata:'.length));
    return true;
  } catch {
    return false;
  }
};

const addressesOf = (testResult: Parsed, report: Report): string | null => {
  const addresses = memberOf(testResult, 'target-address');
  if (addresses?.kind !== 'list') return null;
  const texts = addresses.items.map((address) => {
    if (address.kind === 'text') return address.text;
    report('stig-manager-not-text', startOf(address), 'target-address');
    return '[object Object]';
  });
  return cut(report, texts.join(' '), startOf(addresses), 'target-address', limits.asset) || null;
};
