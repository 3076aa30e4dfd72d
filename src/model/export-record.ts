import type { Place } from './place.js';
import type { UnknownReason } from './property.js';

/**
 * One exported object as a format's reader found it, before it is interpreted. All readers (CSV, JSON, CLIXML,
 * Format-List) produce this one shape; ../evidence/send-connector.ts makes a SendConnector of it.
 */
export interface ExportRecord {
  readonly place: Place;
  /** .NET type names, most derived first, as the export has them (prefixes such as `Deserialized.` included). */
  readonly typeNames: readonly string[];
  /** By property name in lower case: PowerShell's names have no case. */
  readonly properties: Properties;
}

/** A map of properties, or a row of a table that has the same names for many records. */
export interface Properties extends Iterable<[string, ExportProperty]> {
  readonly size: number;
  readonly has: (key: string) => boolean;
  readonly get: (key: string) => ExportProperty | undefined;
  readonly keys: () => IterableIterator<string>;
  readonly forEach: (take: (property: ExportProperty, key: string) => void) => void;
  /** The same object for records with the very same names in the same order; none of a map. */
  readonly shape?: Shape | undefined;
}

/** The names of a table's columns, as written and in lower case, and where each stands. */
export interface Shape {
  readonly names: readonly string[];
  readonly keys: readonly string[];
  readonly indexes: ReadonlyMap<string, number>;
}

export interface ExportProperty {
  /** The name as written. */
  readonly name: string;
  readonly place: Place;
  readonly value: ExportValue;
}

/**
 * A value as the format can tell it. Text that a format cannot tell from other types (every CSV cell) is `text`; null is
 * whatever facts call null: `<Nil/>`, JSON null, an empty cell or string, a blank list value. `withheld` stands for a
 * secret or opaque value (AuthenticationCredential, SerializationData, SecureString): its content was never kept.
 */
export type ExportValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A number as written. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ExportValue[] }
  | {
      readonly kind: 'object';
      readonly typeNames: readonly string[];
      /** The object's ToString, where the export has it. */
      readonly text?: string | undefined;
      /** The primitive or collection that the object wraps (an enum's integer, a JSON wrapper's `value`). */
      readonly inner?: ExportValue | undefined;
      readonly properties: Properties;
    }
  | { readonly kind: 'unreadable'; readonly reason: UnknownReason; readonly seen?: string | undefined }
  | { readonly kind: 'withheld' };
