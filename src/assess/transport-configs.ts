import { isSameHost } from '../checklist/same-host.js';
import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { doubtsOf } from '../diagnostics/reported.js';
import { readTransportConfig, type TransportExport } from '../evidence/transport-config.js';
import { knownValue } from '../model/property.js';
import { showProperty } from '../model/show-property.js';
import type { SiteWord } from '../model/site-word.js';
import type { TransportConfig, TransportEvidence, TransportWord } from '../model/transport-config.js';
import type { RuleModule } from '../rules/rule.js';
import { shownFile } from '../rules/shown.js';
import type { Site } from '../site/site.js';
import { changedAfter } from './age.js';
import { type Claim, isOfMailbox, namesHost, serversOf } from './whose-export.js';

/** An export as bytes, with the path to show and its SHA-256. */
type File = Pick<TransportEvidence, 'path' | 'sha256'> & { readonly bytes: Uint8Array };

/** An export of Get-TransportConfig that was read, with what was reported of it. */
export interface ReadTransportConfig {
  readonly file: File;
  readonly read: TransportExport;
  readonly diagnostics: readonly Diagnostic[];
}

/** All of a host's exports of Get-TransportConfig combined. */
export interface TransportConfigs {
  readonly evidence: readonly TransportEvidence[];
  /** Undefined if there is none. */
  readonly word: TransportWord | undefined;
  /** Diagnostics about all of them: contradictions, servers and times. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one, as `readTransportConfig` does, and keeps what it was read from. */
export const readAsTransportConfig = async (
  file: File,
  ...how: [format?: Parameters<typeof readTransportConfig>[2], limits?: Parameters<typeof readTransportConfig>[3]]
): Promise<Reading<ReadTransportConfig>> => {
  const read = await readTransportConfig(file.bytes, file.path, ...how);
  return read.ok ? { ...read, value: { file, read: read.value, diagnostics: read.diagnostics } } : read;
};

/**
 * Brings together what a host's exports of Get-TransportConfig say. Doubts: `transport-configs-differ`, `transport-config-server`
 * (an Edge's that was made on another; Mailbox servers have one for the organisation), `transport-config-changed`.
 */
export const transportConfigs = (
  files: readonly ReadTransportConfig[],
  {
    host,
    benchmark,
    collectedAt,
  }: Pick<Claim, 'benchmark'> & { readonly host: string; readonly collectedAt: string | undefined },
): TransportConfigs => {
  const evidence = files.map(evidenceOf);
  const configs = files.flatMap(({ read }) => read.configs);
  if (configs.length === 0) return { evidence, word: undefined, diagnostics: [] };
  const others = isOfMailbox(benchmark)
    ? []
    : serversOf(configs).filter((server) => namesHost(server) && !isSameHost(server.name, host));
  const later = changedAfter(collectedAt, configs);
  const diagnostics = [
    ...differences(configs, 'maxSendSize', 'MaxSendSize'),
    ...differences(configs, 'tlsSendDomainSecureList', 'TLSSendDomainSecureList'),
    ...others.map(({ name: server, property, place }) =>
      diagnostic('transport-config-server', { ...place, property }, { server, host }),
    ),
    ...(later === undefined
      ? []
      : [
          diagnostic('transport-config-changed', later.place, { changed: later.changed, collected: collectedAt ?? '' }),
        ]),
  ];
  const lists = configs.map(({ tlsSendDomainSecureList: list }) => list);
  const secureDomains = diagnostics.some(({ place }) => place.property === 'TLSSendDomainSecureList')
    ? undefined
    : lists.map(knownValue).find((list) => list !== undefined);
  const word: TransportWord = {
    maxSendSizes: [...new Set(configs.flatMap(({ maxSendSize }) => knownValue(maxSendSize) ?? []))],
    secureDomains,
    isDoubtful: diagnostics.length > 0 || evidence.some(({ strength }) => strength === 'doubtful'),
    by: namesOf(files),
  };
  return { evidence, word, diagnostics };
};

const namedFiles = 5;

/** The first files by name, and the number of further ones. */
const namesOf = (files: readonly ReadTransportConfig[]): string => {
  const names = [...new Set(files.map(({ file }) => shownFile(file.path)))];
  const more = names.length - namedFiles;
  return `${names.slice(0, namedFiles).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const evidenceOf = ({ file, read, diagnostics }: ReadTransportConfig): TransportEvidence => {
  const reasons = doubtsOf(diagnostics);
  return {
    path: file.path,
    format: read.format,
    encoding: read.encoding,
    sha256: file.sha256,
    strength: reasons.length === 0 ? 'whole' : 'doubtful',
    reasons,
  };
};

/** The first whose value differs from the first known one. */
const differences = (
  configs: readonly TransportConfig[],
  key: 'maxSendSize' | 'tlsSendDomainSecureList',
  property: string,
): readonly Diagnostic[] => {
  const known = configs.filter((config) => config[key].state === 'known');
  const said = (config: TransportConfig): string => comparable(showProperty(config[key]));
  const [first] = known;
  const other = first && known.find((config) => said(config) !== said(first));
  if (first === undefined || other === undefined) return [];
  const [here, elsewhere] = [other, first].map((config) => showProperty(config[key]));
  return [
    diagnostic(
      'transport-configs-differ',
      { ...other.place, property },
      { here: here ?? '', elsewhere: elsewhere ?? '' },
    ),
  ];
};

/** Without case, and lists in any order. */
const comparable = (shown: string): string => shown.toLowerCase().split(', ').sort().join();

/** Whether a rule depends on Get-TransportConfig. */
export const asksForSize = ({ clauses }: RuleModule): boolean =>
  clauses.some(({ takes }) => takes?.includes('configuredSize'));

/** A global size that the site states for this host and that differs from the export's. */
export const contradictedSize = (
  site: Site | undefined,
  words: readonly SiteWord[],
  transport: TransportWord | undefined,
): readonly Diagnostic[] => {
  const stated = words.flatMap(({ maxSendSize }) => maxSendSize.configured ?? [])[0];
  const exported = transport?.maxSendSizes.find((size) => size !== stated);
  if (site === undefined || stated === undefined || exported === undefined) return [];
  const place = { file: site.file, property: 'maxSendSize.configured' };
  return [diagnostic('transport-config-contradicts-site', place, { stated, exported })];
};
