import type { Damage } from './damage.js';
import { type Cell, type Dialect, type Format, nameIn, randomDialect, type Table } from './dialect.js';
import { type Facts, keyColumns, noBooleans, properties, randomColumns, randomFacts, type Value } from './facts.js';
import { mix, type Random, randomOf } from './random.js';
import { toBytes, toText } from './render/render.js';
import type { Shown } from './truth.js';

/** One export: which connectors it shows, which of their properties, and how it is written. */
export interface FilePlan {
  readonly connectors: readonly Facts[];
  readonly columns: readonly string[];
  readonly dialect: Dialect;
  /** A record that lacks a property, or has it a second time with another value. */
  readonly twist?: { readonly record: number; readonly column: string; readonly again?: Value } | undefined;
}

/** What is asked of a case; see check.ts. */
export const kinds = ['clean', 'agree', 'grow', 'order', 'lacking', 'twice', 'damaged'] as const;
export type Kind = (typeof kinds)[number];

/** A case is data: whatever is decided later follows from its seed, so that it can be run again and made smaller. */
export interface Case {
  readonly kind: Kind;
  readonly seed: number;
  readonly files: readonly FilePlan[];
  readonly damages: readonly Damage[];
}

export const tableOf = (file: FilePlan): Table => {
  const names = (column: string): string => nameIn(file.dialect.nameCase, column);
  const rows = file.connectors.map((facts, i) => {
    const cells: Cell[] = file.columns.map((column) => ({
      name: names(column),
      value: properties[column]?.(facts) ?? { kind: 'null' },
    }));
    const { twist } = file;
    if (twist === undefined || twist.record !== i) return cells;
    if (twist.again === undefined) return cells.filter((_, at) => file.columns[at] !== twist.column);
    const at = file.columns.indexOf(twist.column);
    return cells.flatMap((cell, j) =>
      j === at ? [cell, { name: cell.name, value: twist.again ?? cell.value }] : [cell],
    );
  });
  return { columns: file.columns.map(names), rows };
};

const texts = new WeakMap<FilePlan, string>();

/** A file's text; made once, for it is asked for several times. */
export const textOfFile = (file: FilePlan): string => {
  const text = texts.get(file) ?? toText(tableOf(file), file.dialect);
  texts.set(file, text);
  return text;
};
export const bytesOfFile = (file: FilePlan): Uint8Array => toBytes(textOfFile(file), file.dialect.encoding);

export const shownBy = (files: readonly FilePlan[]): readonly Shown[] =>
  files.flatMap(({ connectors, columns, twist }) =>
    connectors.map((facts, i) => ({
      facts,
      columns:
        twist !== undefined && twist.record === i && twist.again === undefined
          ? columns.filter((c) => c !== twist.column)
          : columns,
    })),
  );

const randomConnectors = (random: Random): Facts[] => {
  const good = random.pick([1, 1, 0.8, 0.5]);
  return Array.from({ length: 1 + random.int(4) }, () => randomFacts(random, good));
};

/** One file, or the connectors of a host shared out to several, some of them shown twice. */
const randomFiles = (random: Random): readonly FilePlan[] => {
  const connectors = randomConnectors(random);
  const columns = randomColumns(random);
  const single = { connectors, columns, dialect: randomDialect(random) };
  if (random.chance(0.7)) return [single];
  // Records can be told to be one connector by a key that both have: all of a host's files have a name then.
  const withName = (list: readonly string[]): readonly string[] => (list.includes('Name') ? list : ['Name', ...list]);
  return Array.from({ length: 2 }, (_, i) => {
    const own = connectors.filter((_facts, at) => at % 2 === i || random.chance(0.3));
    return {
      connectors: own.length > 0 ? own : connectors.slice(0, 1),
      columns: withName(i === 0 ? columns : randomColumns(random)),
      dialect: randomDialect(random),
    };
  });
};

const seeds = (random: Random): number => random.int(0x7fff_ffff);

/** The case with a number in a run: the same for the same seed, whatever else is run. */
export const caseOf = (seed: number, index: number, only?: Kind): Case => {
  const random = randomOf(mix(seed, index));
  const kind =
    only ?? (random.chance(0.6) ? 'damaged' : random.pick(['clean', 'agree', 'grow', 'order', 'lacking', 'twice']));
  const own = seeds(random);
  const files = kind === 'lacking' || kind === 'twice' ? twisted(random, kind) : randomFiles(random);
  const damages: Damage[] = [];
  if (kind === 'damaged') {
    const count = random.chance(0.05) ? 10 + random.int(20) : 1 + random.int(3);
    for (let i = 0; i < count; i++) damages.push({ file: random.int(files.length), seed: seeds(random) });
  }
  return { kind, seed: own, files, damages };
};

const twisted = (random: Random, kind: 'lacking' | 'twice'): readonly FilePlan[] => {
  const formats: readonly [Format, ...Format[]] =
    kind === 'lacking' ? ['json', 'clixml', 'list'] : ['csv', 'json', 'clixml', 'list'];
  const dialect = randomDialect(random, random.pick(formats));
  const connectors = randomConnectors(random);
  const columns = randomColumns(random);
  // Records without a key to tell them apart stay as they are: what they lack is never a key.
  const candidates = columns.filter((name) => !(keyColumns as readonly string[]).includes(name));
  const column = random.pick([
    'DomainSecureEnabled',
    'DNSRoutingEnabled',
    'DomainSecureEnabled',
    'TlsDomain',
    candidates[0] ?? 'Name',
  ]);
  if (!columns.includes(column)) return [{ connectors, columns, dialect }];
  const again = random.pick<Value>([
    { kind: 'boolean', value: true },
    { kind: 'boolean', value: false },
    { kind: 'null' },
    { kind: 'garbage', text: random.pick(noBooleans) },
  ]);
  const record = random.int(connectors.length);
  if (kind === 'lacking') return [{ connectors, columns, dialect, twist: { record, column } }];
  // The header of a CSV stands for all its records: there the column is doubled.
  return [
    {
      connectors: dialect.format === 'csv' ? connectors.slice(record, record + 1) : connectors,
      columns,
      dialect,
      twist: { record: dialect.format === 'csv' ? 0 : record, column, again },
    },
  ];
};
