import { type Reading, refused } from '../../diagnostics/diagnostic.js';
import type { ParsedCklb } from '../../documents/document.js';
import { positionOf } from '../../documents/json-document.js';
import { parseJson } from '../../json/parse.js';
import { emptyBenchmark } from '../../model/benchmark.js';
import type { Asset, Checklist } from '../../model/checklist.js';
import type { InputLimits } from '../../text/input-limits.js';
import { lineIndex } from '../../text/lines.js';
import { finishChecklist, type ReadStig } from '../reading/finish.js';
import { createReport, type Report } from '../reading/report.js';
import { assetTypeOf, booleanOf, fqdnIn, hostIn, ipAddressesIn, macAddressesIn, roleOf } from '../reading/words.js';
import { isObject, itemsOf, type Members, membersOf, type SpotOf } from './json.js';
import { readRule } from './read-rule.js';

/**
 * Reads a CKLB from any tool, with one or several STIGs. Null and what is missing is empty. Diagnostics: the
 * `reading-…` codes; `reading-not-carried` for content that a checklist here has no place for. Refused: what is no JSON
 * (`json-…`), `reading-other-format`, `reading-no-stig`, `reading-not-an-object` (a STIG or rule that is none).
 *
 * @param text without a byte order mark
 * @param file the name to show in diagnostics
 */
export const fromCklb = (text: string, file: string, limits: Partial<InputLimits> = {}): Reading<Checklist> => {
  const read = parseJson(text, file, limits);
  if (!read.ok) return read;
  return readCklb({ value: JSON.parse(text), at: positionOf(read.value, lineIndex(text)), file });
};

/** The same of a document that was parsed. */
export const readCklb = (document: Pick<ParsedCklb, 'value' | 'at' | 'file'>): Reading<Checklist> => {
  const { value, at, file } = document;
  const report = createReport(file);
  const spotOf: SpotOf = (path) => () => ({ ...at?.(path), property: path.join('.') });
  if (!isObject(value))
    return refused('reading-other-format', { file }, { format: 'other JSON', expected: 'an object (CKLB)' });
  const root = membersOf(value, [], report, spotOf);
  const stigValues = itemsOf(root.value('stigs'));
  if (stigValues.length === 0) return refused('reading-no-stig', { file }, { element: 'STIG in "stigs"' });
  const odd = stigValues
    .flatMap((stig, i) => [
      [stig, ['stigs', i]] as const,
      ...(isObject(stig) ? itemsOf(stig['rules']) : []).map((rule, r) => [rule, ['stigs', i, 'rules', r]] as const),
    ])
    .filter(([item]) => !isObject(item));
  if (odd.length > 0) {
    for (const [item, path] of odd)
      report.say('reading-not-an-object', spotOf(path), { expected: 'an object', found: JSON.stringify(item) });
    return { ok: false, diagnostics: report.diagnostics() };
  }
  const filled = stigValues.flatMap((stig, i) => (isObject(stig) && itemsOf(stig['rules']).length > 0 ? [i] : []));
  if (filled.length === 0) return refused('reading-no-stig', { file }, { element: 'rule in "stigs"' });
  for (const [i, stig] of stigValues.entries())
    if (!filled.includes(i))
      report.leave('STIG without rules', spotOf(['stigs', i]), JSON.stringify(isObject(stig) ? stig['stig_id'] : stig));
  const asset = readAsset(membersOf(root.value('target_data'), ['target_data'], report, spotOf), report);
  if (asset.hostName === '')
    report.say('reading-host-empty', spotOf(['target_data', 'host_name']), { element: 'host_name' });
  const found = {
    id: root.word('id'),
    title: root.word('title'),
    asset,
    stigs: filled.map((i) => readStig(membersOf(stigValues[i], ['stigs', i], report, spotOf), report, spotOf)),
    assessedAt: '',
  };
  // What STIG Viewer keeps of its own, and every writer writes alike.
  for (const [key, usual] of Object.entries({ active: 'false', mode: '2', has_path: 'true', cklb_version: '1.0' }))
    if (root.word(key) !== usual) report.leaveId(key, root.spot(key), root.word(key));
  root.leaveRest();
  // The seed of the UUIDs that the file lacks: its content, so that white space and the order of keys change nothing.
  return {
    ok: true,
    value: finishChecklist(found, () => JSON.stringify(value), report),
    diagnostics: report.diagnostics(),
  };
};

const readAsset = (target: Members, report: Report): Asset => {
  const asset: Asset = {
    hostName: hostIn(target.text('host_name'), report, target.spot('host_name')),
    fqdn: fqdnIn(target.text('fqdn'), report, target.spot('fqdn')),
    ipAddresses: ipAddressesIn(target.text('ip_address'), report, target.spot('ip_address')),
    macAddresses: macAddressesIn(target.text('mac_address'), report, target.spot('mac_address')),
    role: roleOf(target.text('role'), report, target.spot('role')),
    assetType: assetTypeOf(target.text('target_type'), report, target.spot('target_type')),
    marking: '',
    techArea: target.word('technology_area'),
    comment: target.text('comments'),
    webOrDatabase: booleanOf(target.text('is_web_database'), 'is_web_database', report, target.spot('is_web_database')),
    webDbSite: target.word('web_db_site'),
    webDbInstance: target.word('web_db_instance'),
  };
  target.leaveRest();
  return asset;
};

const readStig = (stig: Members, report: Report, spotOf: SpotOf): ReadStig => {
  const uuid = stig.word('uuid');
  const title = stig.word('stig_name');
  const reviews = itemsOf(stig.value('rules')).map((rule, i) =>
    readRule(membersOf(rule, [...stig.path, 'rules', i], report, spotOf), uuid, report),
  );
  const display = stig.word('display_name');
  const size = Number(stig.word('size'));
  if (!title.startsWith(display)) report.leaveId('display_name', stig.spot('display_name'), display);
  const read = {
    uuid,
    benchmark: {
      ...emptyBenchmark,
      id: stig.word('stig_id'),
      title: title || display,
      version: stig.word('version'),
      releaseInfo: stig.word('release_info'),
      targetKey: stig.word('reference_identifier'),
      ruleCount: Number.isInteger(size) && size > reviews.length ? size : reviews.length,
    },
    reviews,
  };
  stig.leaveRest();
  return read;
};
