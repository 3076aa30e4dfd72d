import { type Diagnostic, diagnostic, messageInFile, type Reading, refused } from '../diagnostics/diagnostic.js';
import { exportCommands } from '../diagnostics/export-command.js';
import { type Reports, report } from '../diagnostics/reports.js';
import type { ExportFormat } from '../model/connector.js';
import type { ExportRecord, ExportValue } from '../model/export-record.js';
import { known, type Property, unknown } from '../model/property.js';
import type { TransportConfig } from '../model/transport-config.js';
import type { InputLimits } from '../text/input-limits.js';
import { foldLookAlikes } from '../text/look-alikes.js';
import { askedServers, serverColumns } from './asked-servers.js';
import { insideLooker } from './inside.js';
import { latestChange } from './latest-change.js';
import { type ExportRecords, readObjects } from './read-export.js';
import { recognise, transportConfig, unknownObject } from './recognise.js';
import { ofItself } from './signs.js';
import { toSize } from './sizes.js';
import { toList } from './values.js';

/** What one export of Get-TransportConfig holds: one object, or more where it was put together of several. */
export interface TransportExport extends Omit<ExportRecords, 'records'> {
  readonly configs: readonly TransportConfig[];
}

/**
 * Reads an export of Get-TransportConfig, by the readers of send connectors and as strictly. Refused: what has no such object
 * (`not-a-transport-config`), and what those readers refuse. Whatever withholds a pass of connectors is a doubt here
 * (`transport-config-doubtful`); so is anything else in the file, and a second such object. Warning: `transport-config-size-unknown`.
 *
 * @param bytes the file's bytes
 * @param file the path to show in diagnostics
 */
export const readTransportConfig = async (
  bytes: Uint8Array,
  file: string,
  inputFormat: ExportFormat | 'auto' = 'auto',
  limits: Partial<InputLimits> = {},
): Promise<Reading<TransportExport>> => {
  const found = await readObjects(bytes, file, { inputFormat, limits, cmdlet: 'get-transportconfig' });
  if (!found.ok) return { ok: false, diagnostics: found.diagnostics.map(asTransportRefusal) };
  const { records, ...how } = found.value;
  const kinds = records.map((record) => recognise(record));
  const isOne = (i: number) => kinds[i]?.is === 'other' && kinds[i].what === transportConfig;
  const own = records.filter((_, i) => isOne(i));
  const other = kinds.findIndex((_, i) => !isOne(i));
  const [first, second] = own;
  if (first === undefined)
    return refused('not-a-transport-config', records[0]?.place ?? { file }, { what: whatOf(kinds[0]) });
  const reports: Reports = new Map();
  const lookInside = insideLooker();
  for (const doubt of own.flatMap((record) => signsOf(record, lookInside))) report(reports, doubt);
  const asides = [
    ...(other === -1
      ? []
      : [
          diagnostic('transport-config-doubtful', records[other]?.place ?? { file }, {
            reason: `it also holds ${whatOf(kinds[other])}`,
          }),
        ]),
    ...(second === undefined
      ? []
      : [diagnostic('transport-config-doubtful', second.place, { reason: 'it holds several such objects' })]),
  ];
  const configs = own.map(toConfig);
  return {
    ok: true,
    value: { ...how, configs },
    diagnostics: [
      ...[...found.diagnostics, ...reports.values()].map(asTransportDoubt),
      ...asides,
      ...configs.flatMap(sizeUnknown),
    ],
  };
};

const whatOf = (kind: ReturnType<typeof recognise> | undefined): string => {
  if (kind === undefined) return 'an empty export';
  if (kind.is !== 'other') return 'a send connector (Get-SendConnector)';
  return kind.what === unknownObject ? 'another object' : kind.what;
};

/** A header without rows is told by the reader of send connectors. */
const asTransportRefusal = (found: Diagnostic): Diagnostic =>
  found.code === 'not-a-send-connector'
    ? diagnostic('not-a-transport-config', found.place, {
        what: found.args.what === transportConfig ? 'a header without any object' : found.args.what,
      })
    : found;

/** The command of Get-SendConnector, which is not what helps here. */
const withoutRemedy = (message: string): string =>
  (message.split(exportCommands.clixml)[0] ?? '').replace(/[;,:]? (?:run|export again): $/, '');

/** What a reader says of an export of send connectors names their command as the remedy. */
const asTransportDoubt = (found: Diagnostic): Diagnostic =>
  found.effect === 'withholds-pass'
    ? diagnostic('transport-config-doubtful', found.place, { reason: withoutRemedy(messageInFile(found)) })
    : found;

const names = ['MaxSendSize', 'TLSSendDomainSecureList'] as const;
const twins = new Map(names.map((name) => [foldLookAlikes(name), name]));
const keys: ReadonlySet<string> = new Set(names.map((name) => name.toLowerCase()));

/** What withholds a pass although the object can be read: as in ./signs.ts, for the properties that are read here. */
const signsOf = ({ properties }: ExportRecord, lookInside: ReturnType<typeof insideLooker>): readonly Diagnostic[] =>
  [...properties].flatMap(([key, { name, value, place }]) => {
    const twin = keys.has(key) ? undefined : twins.get(foldLookAlikes(name));
    const inside = lookInside(value);
    const line = inside.line || (value.kind === 'text' && ownLine.test(value.text));
    return [
      ...(name.trim() === '' ? [diagnostic('name-missing', place)] : []),
      ...(twin === undefined ? [] : [diagnostic('name-twin', place, { twin })]),
      ...(inside.record ? [diagnostic('record-inside', place)] : []),
      ...(line ? [diagnostic('value-holds-line', place)] : []),
      ...[ofItself.get(key)?.(value, () => place) ?? []].flat(),
    ];
  });

const ownLine = /[\r\n].*(?:MaxSendSize|TLSSendDomainSecureList)["\s]*[:=,]/is;

const toConfig = (record: ExportRecord): TransportConfig => ({
  place: record.place,
  maxSendSize: notNull(read(record, 'maxsendsize', toSize)),
  tlsSendDomainSecureList: read(record, 'tlssenddomainsecurelist', toDomains),
  changed: latestChange(record),
  asked: askedServers(record, serverColumns(record.properties)),
});

const read = <T>(
  { properties }: ExportRecord,
  key: string,
  toValue: (value: ExportValue) => Property<T>,
): Property<T> => {
  const found = properties.get(key);
  return found === undefined ? unknown('absent') : toValue(found.value);
};

/** Exchange always has a size, if only Unlimited. */
const notNull = <T>(property: Property<T>): Property<T> =>
  property.state === 'known' && property.value === null ? unknown('unreadable', '') : property;

/** A list of domains; what is not set is an empty one. */
const toDomains = (value: ExportValue): Property<readonly string[]> => {
  const list = toList(/[;|,\s]+/)(value);
  if (list.state === 'unknown') return list;
  const domains = list.value ?? [];
  return domains.every((domain) => /^(?:\*\.)?[\w-]+(?:\.[\w-]+)*$/.test(domain))
    ? known(domains)
    : unknown('unreadable');
};

const sizeUnknown = ({ place, maxSendSize: size }: TransportConfig): readonly Diagnostic[] =>
  size.state === 'known' || size.reason === 'absent'
    ? []
    : [diagnostic('transport-config-size-unknown', { ...place, property: 'MaxSendSize' }, { found: size.seen ?? '' })];
