import type { ConnectorDiff, ExportDiff } from './diff-exports.js';

/** One thing that differs or cannot be told, in texts: for the table, the CSV and the page. */
export interface DiffRow {
  readonly host: string;
  readonly connector: string;
  readonly guid: string;
  readonly answer: 'different' | 'cannot tell';
  readonly what: string;
  readonly old: string;
  readonly new: string;
  readonly why: string;
}

/** What two exports differ in, and what of them cannot be told, in the order of the connectors. */
export const rowsOfDiff = (diff: ExportDiff, host = ''): readonly DiffRow[] => {
  const empty = { host, connector: '', guid: '', old: '', new: '', why: '' };
  const doubts = (['old', 'new'] as const).flatMap((side): readonly DiffRow[] =>
    diff.isSameBytes || diff[side].doubts.length === 0
      ? []
      : [
          {
            ...empty,
            answer: 'cannot tell',
            what: `${side} export in doubt`,
            why: diff[side].doubts.map(({ message }) => message).join('; '),
          },
        ],
  );
  return [...diff.connectors.flatMap((connector) => rowsOfConnector(host, connector)), ...doubts];
};

const rowsOfConnector = (host: string, connector: ConnectorDiff): readonly DiffRow[] => {
  const { name, identity, guid, change, only, properties, clauses, notComparable } = connector;
  const own = { host, connector: name || identity || guid || '(no name)', guid, old: '', new: '', why: '' };
  if (only !== undefined)
    return [{ ...own, answer: 'cannot tell', what: `only in the ${only.side} export`, why: only.why }];
  if (change === 'added' || change === 'removed') return [{ ...own, answer: 'different', what: `connector ${change}` }];
  return [
    ...properties.map((one): DiffRow => ({ ...own, ...one, answer: 'different', what: one.property })),
    ...clauses.map(
      ({ vulnId, clause, old, new: now }): DiffRow => ({
        ...own,
        answer: 'different',
        what: `${vulnId} ${clause}`,
        ...{ old, new: now },
      }),
    ),
    ...notComparable.map((one): DiffRow => ({ ...own, ...one, answer: 'cannot tell' })),
  ];
};
