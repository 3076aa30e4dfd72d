import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Tool } from '../../model/checklist.js';
import { type Evidence, propertyOf, readPropertyNames, type SendConnector } from '../../model/connector.js';
import type { Property } from '../../model/property.js';
import { showProperty } from '../../model/show-property.js';
import { visible } from '../../text/visible.js';
import { diagnosticSummary } from './summary.js';
import { renderTable } from './table.js';

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
    const at = [connector.place.file, connector.place.line].filter((one) => one !== undefined).join(':');
    const properties = readPropertyNames.map((name) => [name, showProperty(propertyOf(connector, name))]);
    part += `\n${renderTable([['at', at], ...properties], { width, wraps: true })}`;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield part;
}

const partLength = 100_000;

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
