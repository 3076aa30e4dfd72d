import { type Diagnostic, diagnostic, type Reading } from '../diagnostics/diagnostic.js';
import { type Reports, report } from '../diagnostics/reports.js';
import type { ExportFormat } from '../model/connector.js';
import type { ExportProperty, ExportRecord, ExportValue } from '../model/export-record.js';
import { addProperty } from './add-property.js';
import { onceForShape } from './property-row.js';
import { type Kind, recognise } from './recognise.js';
import { isSecret } from './secrets.js';
import { reportSigns } from './signs.js';
import { unwrap } from './unwrap.js';

/**
 * Takes the send connectors' records out of all that an export holds. What stands in another object is taken out of it (`wrapper`),
 * other cmdlets' objects are left out (`other-objects`); what is left is looked at for signs that it is not genuine (./signs.ts).
 * Refused where there is no send connector but something else (`not-a-send-connector`, `wrapper-of-several`).
 */
export const toConnectorRecords = (
  found: readonly ExportRecord[],
  format: ExportFormat,
): Reading<readonly ExportRecord[]> => {
  const reports: Reports = new Map();
  const records: ExportRecord[] = [];
  const contradictions = new Map<ExportRecord, string>();
  const others: Diagnostic<'not-a-send-connector'>[] = [];
  const hasScriptBlocks = onceForShape((properties) => [...properties.keys()].some((key) => key.includes('$_.')));
  const plain = (record: ExportRecord) => (hasScriptBlocks(record.properties) ? withPlainNames(record) : record);
  const take = (record: ExportRecord, kind: Kind): void => {
    records.push(record);
    if (kind.is === 'send-connector' && kind.contradiction !== undefined)
      contradictions.set(record, kind.contradiction);
  };
  for (const one of found) {
    const record = plain(one);
    const kind = recognise(record);
    if (kind.is === 'send-connector') {
      take(record, kind);
      continue;
    }
    const unwrapped = unwrap(record);
    if (unwrapped === undefined) others.push(diagnostic('not-a-send-connector', record.place, { what: kind.what }));
    else if (unwrapped.diagnostic.effect === 'refuses') return { ok: false, diagnostics: [unwrapped.diagnostic] };
    else {
      report(reports, unwrapped.diagnostic);
      for (const inner of unwrapped.records.map(plain)) take(inner, recognise(inner));
    }
  }
  const [other] = others;
  if (other !== undefined) {
    if (records.length === 0) return { ok: false, diagnostics: [other] };
    report(reports, diagnostic('other-objects', other.place, { count: others.length, what: other.args.what }));
  }
  reportSigns(records, contradictions, format, reports);
  return { ok: true, value: records, diagnostics: [...reports.values()] };
};

/** What Select-Object calls a column that was given as the script block `{ $_.Name }` is the property's own. */
const scriptBlock = /^\s*\$_\.(\w+)\s*$/;

const withheld: ExportValue = { kind: 'withheld' };

const withPlainNames = (record: ExportRecord): ExportRecord => {
  const properties = new Map<string, ExportProperty>();
  for (const [, { name: written, place, value }] of record.properties) {
    const name = scriptBlock.exec(written)?.[1] ?? written;
    addProperty(properties, name.toLowerCase(), { name, place, value: isSecret(name) ? withheld : value });
  }
  return { ...record, properties };
};
