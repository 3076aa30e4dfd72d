import { isSameHost } from '../checklist/same-host.js';
import { isMasked } from '../evidence/masked.js';
import type { ConnectorEvidence } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import { foldName } from '../text/fold-name.js';
import type { Decision, Site } from './site.js';

/** A host's known names; empty if unknown. */
export interface HostNames {
  readonly hostName: string;
  readonly fqdn: string;
}

/** Whether the file is about a host. A dotted name is compared with the host's dotted name, if known. */
export const speaksOf = ({ hosts }: Pick<Site, 'hosts'>, { hostName, fqdn }: HostNames): boolean => {
  const names = [hostName, fqdn].filter((name) => name !== '');
  const dotted = names.filter((name) => name.includes('.'));
  return hosts.some((host) =>
    (host.includes('.') && dotted.length > 0 ? dotted : names).some((name) => isSameHost(name, host)),
  );
};

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** The Guid by which a decision names its connector, in lower case; undefined if it uses a name. */
export const guidOf = ({ connector }: Pick<Decision, 'connector'>): string | undefined =>
  guid.exec(connector)?.[1]?.toLowerCase();

/** The connectors that a decision names, by Guid or by name. */
export const connectorsNamed = (
  decision: Decision,
  connectors: readonly ConnectorEvidence[],
): readonly ConnectorEvidence[] => {
  const asked = guidOf(decision);
  const name = foldName(decision.connector);
  return connectors.filter(({ records }) =>
    records.some((record) => {
      if (asked !== undefined) return knownValue(record.guid)?.replace(/^\{|\}$/g, '') === asked;
      const own = knownValue(record.name);
      return own !== undefined && !isMasked(own) && foldName(own.trim()) === name;
    }),
  );
};
