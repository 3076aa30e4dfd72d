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
  Object.fromEntries([...properties].map(([, { name, value }]) => [`${name}`, plainValue(value)] as const));

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

/** A value as a reader of JSON would hand it on. */
export const exportValue = (value: unknown, line = 1): ExportValue => {
  if (value === null || value === '') return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'object')
    return Array.isArray(value)
      ? { kind: 'list', items: value.map((item) => exportValue(item, line)) }
      : { kind: 'object', typeNames: [], properties: exportProperties(value, line) };
  return typeof value === 'number' ? { kind: 'number', text: String(value) } : { kind: 'text', text: String(value) };
};

const exportProperties = (value: object, line: number): ExportRecord['properties'] =>
  new Map(
    Object.entries(value).map(([name, member]) => [
      name.toLowerCase(),
      { name, place: { file: 'f', line }, value: exportValue(member, line) },
    ]),
  );

/** Objects as records, each in a line of its own. */
export const exportRecords = (...objects: readonly object[]): readonly ExportRecord[] =>
  objects.map((object, i) => ({
    place: { file: 'f', line: i + 1 },
    typeNames: [],
    properties: exportProperties(object, i + 1),
  }));
