import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import { type Evidence, propertyOf, readPropertyNames, rowOf, type SendConnector } from '../../model/connector.js';
import type { Property } from '../../model/property.js';
import { showProperty } from '../../model/show-property.js';
import { between, renderTable, usualWidth } from '../../text/table.js';
import { visible } from '../../text/visible.js';
import { cutToWidth, wrapToWidth } from '../../text/width.js';
import { diagnosticSummary } from './summary.js';

/** A block for each file and each connector, for a person; in parts, so that no text holds all of them. */
export function* renderInspection(
  evidence: readonly Evidence[],
  connectors: readonly SendConnector[],
  width?: number,
): Generator<string> {
  let part = evidence
    .map(
      ({ path, format, encoding, connectors: count, sha256 }) =>
        `${visible(path)}\n  ${format}, ${encoding}, ${count} connector${count === 1 ? '' : 's'}\n  SHA-256 ${sha256}\n`,
    )
    .join('');
  for (const connector of connectors) {
    part += `\n${renderConnector(connector, width)}`;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield part;
}

const partLength = 100_000;

const labels = ['at', ...readPropertyNames];
const labelWidth = Math.max(...labels.map((label) => label.length));
const paddedLabels = labels.map((label) => label.padEnd(labelWidth + between));
const keys = readPropertyNames.map((name) => rowOf(name).key);

/**
 * The table of a connector. Where there is room for values as wide as the labels, which is everywhere but in the narrowest terminals,
 * no row depends on another.
 */
const renderConnector = (connector: SendConnector, width = usualWidth): string => {
  const at = [connector.place.file, connector.place.line].filter((one) => one !== undefined).join(':');
  const values = [at, ...keys.map((key) => showProperty(connector[key]))];
  const room = width - labelWidth - between;
  if (room < labelWidth)
    return renderTable(
      labels.map((label, i) => [label, values[i] ?? '']),
      { width, wraps: true },
    );
  let table = '';
  for (const [i, value] of values.entries()) {
    const text = visible(value);
    let label = paddedLabels[i] ?? '';
    for (const line of wrapToWidth(text, room)) {
      table += `${`${label}${cutToWidth(line, room)}`.trimEnd()}\n`;
      label = blank;
    }
  }
  return table;
};

const blank = ' '.repeat(labelWidth + between);

/** The JSON document of `inspect --json`, as schemas/inspect.schema.json describes it. */
export const toInspection = (
  evidence: readonly Evidence[],
  connectors: readonly SendConnector[],
  diagnostics: readonly Diagnostic[],
  { name, version }: Tool,
) => ({
  tool: { name, version },
  evidence,
  connectors: connectors.map((connector) => ({
    place: connector.place,
    properties: Object.fromEntries(readPropertyNames.map((name) => [name, toState(propertyOf(connector, name))])),
  })),
  diagnostics: diagnostics.map((d) => diagnosticSummary(d)),
});

const toState = (property: Property<unknown>) =>
  property.state === 'known'
    ? { state: property.state, value: property.value }
    : {
        state: property.state,
        reason: property.reason,
        ...(property.seen === undefined ? {} : { seen: property.seen }),
      };
