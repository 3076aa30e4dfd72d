import { isHostName } from '../checklist/given-asset.js';
import { isSameHost } from '../checklist/same-host.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { seen } from '../evidence/seen.js';
import type { Benchmark } from '../model/benchmark.js';
import type { AskedServer, SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';

export interface Claim {
  /** The host that the exports are given for; undefined if only the exports name it. */
  readonly host: string | undefined;
  readonly benchmark: Pick<Benchmark, 'id'>;
  /** The servers that collections were made on. */
  readonly collectedOn?: readonly AskedServer[] | undefined;
  /** The hosts of the run. */
  readonly fleet: readonly string[];
}

/** The servers that exports were made on, each once, by the first name that was read for it. */
export const serversOf = (connectors: readonly Pick<SendConnector, 'asked'>[]): readonly AskedServer[] => {
  const byName = new Map<string, AskedServer>();
  for (const { asked = [] } of connectors)
    for (const { name, ...place } of asked) {
      // Blanks around a name make no other server of it.
      const server = { ...place, name: name.trim() };
      const key = server.name.toLowerCase();
      if (!byName.has(key)) byName.set(key, server);
    }
  const servers: AskedServer[] = [];
  for (const server of byName.values())
    if (!servers.some(({ name }) => isSameHost(name, server.name))) servers.push(server);
  return servers;
};

/** An address, `localhost` and `.` are how a server was reached, not what it is called. */
export const namesHost = ({ name }: AskedServer): boolean => isHostName(name) && name.toLowerCase() !== 'localhost';

/**
 * Holds the servers that were asked against the host that the exports are given for. A connector of Mailbox servers belongs to the
 * organisation, whichever of them was asked; each Edge has its own. Refusal: `servers-differ`, where nobody says whose the exports
 * are. Doubts, for an Edge: `server-not-host`, `several-servers`. Warnings: `server-not-host-mailbox`, `edge-in-domain`. Notice: `server-says-nothing`.
 */
export const whoseExport = (
  connectors: readonly SendConnector[],
  { host, benchmark, collectedOn }: Claim,
): readonly Diagnostic[] => {
  const all = serversOf([...connectors, { asked: collectedOn }]);
  const servers = all.filter(namesHost);
  const names = servers.map(({ name }) => name).join(', ');
  const isMailbox = isOfMailbox(benchmark);
  const [, second] = servers;
  const silent = all
    .filter((server) => !namesHost(server))
    .map(({ name, property, place }) =>
      diagnostic('server-says-nothing', { ...place, property }, { server: seen(name) }),
    );
  const inDomain = isMailbox ? [] : edgeInDomain(connectors);
  if (host === undefined) {
    if (second === undefined) return [...silent, ...inDomain];
    return [
      ...silent,
      diagnostic('servers-differ', { ...second.place, property: second.property }, { servers: names }),
    ];
  }
  const others = servers.filter(({ name }) => !isSameHost(name, host));
  const differ = others.map(({ name, property, place }) => {
    const at = { ...place, property };
    return diagnostic(isMailbox ? 'server-not-host-mailbox' : 'server-not-host', at, { server: name, host });
  });
  const several =
    isMailbox || second === undefined
      ? []
      : [diagnostic('several-servers', { ...second.place, property: second.property }, { servers: names })];
  return [...silent, ...inDomain, ...differ, ...several];
};

/** Why an export is not this host's, where an Edge that was asked is another host of the run: `server-is-another-host`. */
export const anotherHosts = (
  connectors: readonly Pick<SendConnector, 'asked'>[],
  { host, benchmark, fleet }: Claim,
): Diagnostic | undefined => {
  if (host === undefined || isOfMailbox(benchmark) || fleet.length === 0) return undefined;
  const other = serversOf(connectors).find(
    ({ name }) => !isSameHost(name, host) && fleet.some((one) => !isSameHost(one, host) && isSameHost(one, name)),
  );
  return (
    other &&
    diagnostic('server-is-another-host', { ...other.place, property: other.property }, { server: other.name, host })
  );
};

/** Anything else is held to what an Edge is held to. */
export const isOfMailbox = ({ id }: Claim['benchmark']): boolean => /mailbox/i.test(id);

const edgeInDomain = (connectors: readonly SendConnector[]): readonly Diagnostic[] => {
  const found = connectors.find(({ distinguishedName }) => /,\s*DC\s*=/i.test(knownValue(distinguishedName) ?? ''));
  return found === undefined ? [] : [diagnostic('edge-in-domain', { ...found.place, property: 'DistinguishedName' })];
};
