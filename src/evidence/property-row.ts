import type { ExportProperty, ExportValue, Properties, Shape } from '../model/export-record.js';
import type { Place } from '../model/place.js';

/**
 * The shape of records with these names; undefined where one of them is empty or given twice.
 *
 * @param keys the names in lower case
 */
export const shapeOf = (names: readonly string[], keys: readonly string[]): Shape | undefined => {
  const indexes = new Map(keys.map((key, i) => [key, i]));
  return indexes.size < keys.length || indexes.has('') ? undefined : { names, keys, indexes };
};

const nothing: ExportValue = { kind: 'null' };

/** A value from what a row has of it: a text stands for itself, and an empty one for null. */
export const cellValue = (cell: string | ExportValue): ExportValue => {
  if (typeof cell !== 'string') return cell;
  return cell === '' ? nothing : { kind: 'text', text: cell };
};

/** A record's properties as a row of values below the names of its shape: a property is made when it is asked for. */
export class PropertyRow implements Properties {
  /**
   * @param cells the values in the shape's order (`cellValue`)
   * @param place where all of it stands, or what tells where the property with an index does, counted from `first`
   */
  constructor(
    readonly shape: Shape,
    private readonly cells: readonly (string | ExportValue)[],
    private readonly place: Place | ((n: number) => Place),
    private readonly first = 0,
  ) {}

  get size(): number {
    return this.cells.length;
  }

  has(key: string): boolean {
    return this.shape.indexes.has(key);
  }

  get(key: string): ExportProperty | undefined {
    const i = this.shape.indexes.get(key);
    return i === undefined ? undefined : this.at(i);
  }

  keys(): IterableIterator<string> {
    return this.shape.keys.values();
  }

  *[Symbol.iterator](): IterableIterator<[string, ExportProperty]> {
    for (const [i, key] of this.shape.keys.entries()) yield [key, this.at(i)];
  }

  forEach(take: (property: ExportProperty, key: string) => void): void {
    for (const [i, key] of this.shape.keys.entries()) take(this.at(i), key);
  }

  private at(i: number): ExportProperty {
    return new RowProperty(this, i);
  }

  nameAt(i: number): string {
    return this.shape.names[i] ?? '';
  }

  placeAt(i: number): Place {
    const { first, place } = this;
    return typeof place === 'function' ? place(first + i) : place;
  }

  valueAt(i: number): ExportValue {
    return cellValue(this.cells[i] ?? '');
  }
}

/** A property of a row, made when it is asked for, and its place when that is. */
class RowProperty implements ExportProperty {
  constructor(
    private readonly row: PropertyRow,
    private readonly i: number,
  ) {}

  get name(): string {
    return this.row.nameAt(this.i);
  }

  get place(): Place {
    return this.row.placeAt(this.i);
  }

  get value(): ExportValue {
    return this.row.valueAt(this.i);
  }
}

/** Asks something of records' names, once for all of one shape. */
export const onceForShape = <T>(ask: (properties: Properties) => T): ((properties: Properties) => T) => {
  const answers = new WeakMap<Shape, { readonly answer: T }>();
  return (properties) => {
    const { shape } = properties;
    const known = shape && answers.get(shape);
    if (known !== undefined) return known.answer;
    const answer = ask(properties);
    if (shape !== undefined) answers.set(shape, { answer });
    return answer;
  };
};
