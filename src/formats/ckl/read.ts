import { type Reading, refused } from '../../diagnostics/diagnostic.js';
import { type Benchmark, emptyBenchmark } from '../../model/benchmark.js';
import type { Asset, Checklist } from '../../model/checklist.js';
import type { InputLimits } from '../../text/input-limits.js';
import { parseXml } from '../../xml/parse.js';
import { elementsOf, firstOf, textOf, type XmlElement } from '../../xml/tree.js';
import { finishChecklist, type ReadStig } from '../reading/finish.js';
import { createReport, type Report, type Spot } from '../reading/report.js';
import { type XmlSource, xmlSource } from '../reading/source.js';
import {
  asLf,
  assetTypeOf,
  booleanOf,
  classificationOf,
  fqdnIn,
  hostIn,
  ipAddressesIn,
  macAddressesIn,
  roleOf,
} from '../reading/words.js';
import { byName, pairsIn, type SpotOf, sidNames } from './names.js';
import { readVuln } from './read-vuln.js';

/**
 * Reads a CKL from any tool, with one or several STIGs. The order of elements is not asked for, and what is
 * missing is empty. Diagnostics: the `reading-…` codes; `reading-not-carried` for content that a checklist here has no
 * place for (custom names, unknown attributes). Refused: what `parseXml` refuses, `reading-other-format`, `reading-no-stig`.
 *
 * @param text without a byte order mark
 * @param file the name to show in diagnostics
 */
export const fromCkl = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<Checklist> => {
  const read = parseXml(text, file, limits);
  return read.ok ? readCkl(xmlSource(read.value, text, file)) : read;
};

/** The same of a document that was parsed. */
export const readCkl = ({ root, text, file, at }: XmlSource): Reading<Checklist> => {
  const report = createReport(file);
  const spotOf =
    (element: XmlElement, property?: string): Spot =>
    () => ({ ...at(element.start), property });
  if (root.name !== 'CHECKLIST')
    return refused('reading-other-format', { file }, { format: `<${root.name}>`, expected: '<CHECKLIST> (CKL)' });
  const stigElements = elementsOf(root, 'STIGS').flatMap((stigs) => elementsOf(stigs, 'iSTIG'));
  if (stigElements.length === 0) return refused('reading-no-stig', { file }, { element: 'iSTIG in STIGS' });
  const filled = stigElements.filter((stig) => firstOf(stig, 'VULN') !== undefined);
  if (filled.length === 0) return refused('reading-no-stig', { file }, { element: 'VULN in iSTIG' });
  for (const stig of stigElements)
    if (!filled.includes(stig))
      report.leave('iSTIG without VULN', spotOf(stig), infoOf(stig, report, spotOf)('stigid') || 'iSTIG');
  const asset = firstOf(root, 'ASSET');
  for (const child of elementsOf(root))
    if (child !== asset && child.name !== 'STIGS') report.leave(child.name, spotOf(child), textOf(child));
  const fields = fieldsOf(asset === undefined ? [] : elementsOf(asset), report, spotOf);
  const targetKey = fields('TARGET_KEY');
  const read = filled.map((element, i) => readStig(element, i === 0 ? targetKey : '', report, spotOf));
  const stigs = read.map((stig, i) => (i === 0 ? stig : withTargetKey(stig)));
  const found = {
    id: '',
    title: '',
    asset: readAsset(fields, report, spotOf(asset ?? root, 'ASSET')),
    stigs,
    assessedAt: '',
  };
  if (found.asset.hostName === '')
    report.say('reading-host-empty', spotOf(asset ?? root, 'HOST_NAME'), { element: 'HOST_NAME' });
  const value = finishChecklist(found, () => text, report);
  return { ok: true, value, diagnostics: report.diagnostics() };
};

/** The asset has the target key of the first STIG; those of the others are in their rules. */
const withTargetKey = (stig: ReadStig): ReadStig => {
  const [key = '', ...others] = new Set(stig.reviews.map(({ rule }) => rule.reference.identifier));
  return others.length > 0 ? stig : { ...stig, benchmark: { ...stig.benchmark, targetKey: key } };
};

const assetNames = new Set([
  'ROLE',
  'ASSET_TYPE',
  'MARKING',
  'HOST_NAME',
  'HOST_IP',
  'HOST_MAC',
  'HOST_FQDN',
  'TARGET_COMMENT',
  'TECH_AREA',
  'TARGET_KEY',
  'WEB_OR_DATABASE',
  'WEB_DB_SITE',
  'WEB_DB_INSTANCE',
] as const);

type AssetName = typeof assetNames extends Set<infer Name> ? Name : never;

/** Names that CKL's schema keeps for older files. */
const assetIds = new Set(['HOST_GUID', 'STIG_GUID']);

/** The texts of ASSET's children by name. */
const fieldsOf = (children: readonly XmlElement[], report: Report, spotOf: SpotOf) =>
  byName(
    children.map((child) => [child.name, asLf(textOf(child)), child]),
    assetNames,
    report,
    spotOf,
    assetIds,
  );

const readAsset = (field: (name: AssetName) => string, report: Report, spot: Spot): Asset => ({
  hostName: hostIn(field('HOST_NAME'), report, () => ({ ...spot(), property: 'HOST_NAME' })),
  fqdn: fqdnIn(field('HOST_FQDN'), report, () => ({ ...spot(), property: 'HOST_FQDN' })),
  ipAddresses: ipAddressesIn(field('HOST_IP'), report, () => ({ ...spot(), property: 'HOST_IP' })),
  macAddresses: macAddressesIn(field('HOST_MAC'), report, () => ({ ...spot(), property: 'HOST_MAC' })),
  role: roleOf(field('ROLE'), report, spot),
  assetType: assetTypeOf(field('ASSET_TYPE'), report, spot),
  marking: field('MARKING').trim(),
  techArea: field('TECH_AREA').trim(),
  comment: field('TARGET_COMMENT'),
  webOrDatabase: booleanOf(field('WEB_OR_DATABASE'), 'WEB_OR_DATABASE', report, spot),
  webDbSite: field('WEB_DB_SITE').trim(),
  webDbInstance: field('WEB_DB_INSTANCE').trim(),
});

/** A custom name is of the program that wrote it. */
const infoNames = new Set(sidNames.filter((name) => name !== 'customname'));

const readStig = (element: XmlElement, assetTargetKey: string, report: Report, spotOf: SpotOf): ReadStig => {
  const info = infoOf(element, report, spotOf);
  const reference = stigRefIn(element, info('version').trim());
  const reviews = elementsOf(element, 'VULN').map((vuln) => readVuln(vuln, info('uuid').trim(), report, spotOf));
  for (const child of elementsOf(element))
    if (child.name !== 'STIG_INFO' && child.name !== 'VULN') report.leave(child.name, spotOf(child), textOf(child));
  return {
    uuid: info('uuid').trim(),
    ...classificationOf(info('classification')),
    benchmark: {
      ...emptyBenchmark,
      id: info('stigid').trim(),
      title: info('title').trim() || reference.title,
      description: info('description'),
      version: info('version').trim() || reference.version,
      releaseInfo: info('releaseinfo').trim() || reference.releaseInfo,
      noticeId: info('notice').trim(),
      source: info('source').trim(),
      targetKey: assetTargetKey.trim() || (reviews[0]?.rule.reference.identifier ?? ''),
      filename: info('filename').trim(),
      ruleCount: reviews.length,
    },
    reviews,
  };
};

/**
 * What the rules say of their STIG: `Title :: Version 2, Release: 2 Benchmark Date: 30 Jan 2025`, as STIG Viewer writes it, or without the
 * version in older files. A release of another version than STIG_INFO's is none.
 */
const stigRefIn = (stig: XmlElement, version: string): Pick<Benchmark, 'title' | 'version' | 'releaseInfo'> => {
  const data = elementsOf(stig, 'VULN').flatMap((vuln) => elementsOf(vuln, 'STIG_DATA'));
  const named = data.find((one) => textOf(firstOf(one, 'VULN_ATTRIBUTE') ?? one).trim() === 'STIGRef');
  const value = named && firstOf(named, 'ATTRIBUTE_DATA');
  const text = value === undefined ? '' : asLf(textOf(value)).trim();
  const [, title = '', number = '', release = ''] = /^(.+?) :: (?:Version (\w+), )?(Release: .+)$/.exec(text) ?? [];
  return { title, version: number, releaseInfo: version === '' || number === version ? release : '' };
};

/** The values of STIG_INFO by name. */
const infoOf = (stig: XmlElement, report: Report, spotOf: SpotOf) =>
  byName(pairsIn(elementsOf(stig, 'STIG_INFO'), 'SI_DATA', 'SID_NAME', 'SID_DATA'), infoNames, report, spotOf);
