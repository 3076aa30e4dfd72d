import validateCklbValue from './compiled/cklb.js';

/** Where a value departs from its schema, and how. */
export interface JsonFault {
  /** The keys and indexes that lead to the value. */
  readonly path: readonly (string | number)[];
  /** The schema's keyword: `required`, `type`, `enum`, `additionalProperties` … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What scripts/compile-schemas.js has ajv make of a JSON Schema (2020-12, formats included). */
export interface CompiledSchema {
  (value: unknown): boolean;
  errors?:
    | null
    | readonly {
        readonly instancePath: string;
        readonly keyword: string;
        readonly params: Readonly<Record<string, unknown>>;
        readonly message?: string;
      }[];
}

/** The compiled schemas/cklb.schema.json. */
export const cklbSchema: CompiledSchema = validateCklbValue;

/** Every fault of a JSON value by a schema; none where it is valid. */
export const validateJson = (schema: CompiledSchema, value: unknown): readonly JsonFault[] => {
  if (schema(value)) return [];
  return (schema.errors ?? []).map(({ instancePath, keyword, params, message }) => ({
    path: keysOf(instancePath, value),
    keyword,
    params,
    message: message ?? keyword,
  }));
};

/** A JSON pointer (RFC 6901) as keys; a number where it is the index of an array. */
const keysOf = (pointer: string, value: unknown): readonly (string | number)[] => {
  let inner = value;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(inner) ? Number(key) : key;
      inner = (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step];
      return step;
    });
};
