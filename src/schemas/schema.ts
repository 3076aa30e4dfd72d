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
      }[];
}

/** The compiled schemas/cklb.schema.json. */
export const cklbSchema: CompiledSchema = validateCklbValue;

/** Every fault of a JSON value by a schema; none where it is valid. */
export const validateJson = (schema: CompiledSchema, value: unknown): readonly JsonFault[] => {
  if (schema(value)) return [];
  return (schema.errors ?? []).map(({ instancePath, keyword, params }) => ({
    path: keysOf(instancePath, value),
    keyword,
    params,
    message: messageFor(keyword, params),
  }));
};

/** What ajv says of a fault. The compiled schemas leave it out: it follows from the keyword, and is long. */
const messageFor = (keyword: string, params: JsonFault['params']): string => {
  const limit = (unit: string) =>
    `must NOT have ${keyword.startsWith('max') ? 'more' : 'fewer'} than ${params['limit']} ${unit}`;
  switch (keyword) {
    case 'type':
      return `must be ${params['type']}`;
    case 'required':
      return `must have required property '${params['missingProperty']}'`;
    case 'additionalProperties':
      return 'must NOT have additional properties';
    case 'enum':
      return 'must be equal to one of the allowed values';
    case 'const':
      return 'must be equal to constant';
    case 'pattern':
    case 'format':
      return `must match ${keyword} "${params[keyword]}"`;
    case 'not':
      return 'must NOT be valid';
    case 'if':
      return `must match "${params['failingKeyword']}" schema`;
    case 'minItems':
      return limit('items');
    case 'minProperties':
      return limit('properties');
    default:
      return limit('characters');
  }
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
