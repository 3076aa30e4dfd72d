import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import {
  type Evidence,
  propertyOf,
  type ReadPropertyName,
  readPropertyNames,
  rowOf,
  type SendConnector,
} from '../../model/connector.js';
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
  width = usualWidth,
): Generator<string> {
  const render = connectorRenderer(width);
  let part = evidence
    .map(
      ({ path, format, encoding, connectors: count, sha256 }) =>
        `${visible(path)}\n  ${format}, ${encoding}, ${count} connector${count === 1 ? '' : 's'}\n  SHA-256 ${sha256}\n`,
    )
    .join('');
  for (const connector of connectors) {
    part += '\n';
    part += render(connector);
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield part;
}

const partLength = 100_000;

const labelWidth = Math.max(...readPropertyNames.map((name) => name.length));

/** What lays out a connector's table. */
const connectorRenderer = (width: number): ((connector: SendConnector) => string) => {
  const room = width - labelWidth - between;
  // Where there is room for values as wide as the labels, which is everywhere but in the narrowest terminals, no row depends on another.
  if (room < labelWidth)
    return (connector) =>
      renderTable(
        [
          ['at', placeOf(connector)],
          ...readPropertyNames.map((name) => [name, showProperty(propertyOf(connector, name))]),
        ],
        { width, wraps: true },
      );
  const rows = readPropertyNames.map(newRow);
  return (connector) => {
    let table = layOut('at', placeOf(connector), room);
    for (const row of rows) {
      const property = connector[row.key];
      if (property !== row.last) row.text = layOut(row.name, showProperty(property), room);
      row.last = property;
      table += row.text;
    }
    return table;
  };
};

const placeOf = ({ place: { file, line } }: SendConnector): string =>
  [file, line].filter((one) => one !== undefined).join(':');

/** A row, and the last property in it as it was laid out: most connectors have the same. */
const newRow = (name: ReadPropertyName) => ({
  name,
  key: rowOf(name).key,
  last: undefined as Property<unknown> | undefined,
  text: '',
});

const layOut = (name: string, value: string, room: number): string => {
  let rows = '';
  let label = name.padEnd(labelWidth + between);
  for (const line of wrapToWidth(visible(value), room)) {
    rows += line === '' ? label.trimEnd() : label + cutToWidth(line, room);
    rows += '\n';
    label = blank;
  }
  return rows;
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
