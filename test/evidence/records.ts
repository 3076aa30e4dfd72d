import type { Diagnostic, Reading } from '../../src/diagnostics/diagnostic.js';
import type { ExportRecord, ExportValue } from '../../src/model/export-record.js';

/** A reading of records as a golden shows it: null, text and lists as JSON has them, all else with its kind. */
export const plainReading = (reading: Reading<readonly ExportRecord[]>) => ({
  diagnostics: reading.diagnostics.map(plainDiagnostic),
  ...(reading.ok ? { records: reading.value.map(plainRecord) } : { refused: true }),
});

const plainDiagnostic = ({ code, severity, place, args, more }: Diagnostic) => ({
  code,
  severity,
  line: place.line,
  property: place.property,
  ...args,
  more,
});

const plainRecord = (record: ExportRecord) => ({
  line: record.place.line,
  typeNames: record.typeNames,
  properties: plainProperties(record.properties),
});

const plainProperties = (properties: ExportRecord['properties']) =>
  Object.fromEntries([...properties.values()].map(({ name, value }) => [`${name}`, plainValue(value)] as const));

const plainValue = (value: ExportValue): unknown => {
  if (value.kind === 'null') return null;
  if (value.kind === 'text') return value.text;
  if (value.kind === 'list') return value.items.map(plainValue);
  if (value.kind === 'object')
    return {
      ...value,
      inner: value.inner && plainValue(value.inner),
      properties: plainProperties(value.properties),
    };
  return value;
};
