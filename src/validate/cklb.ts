import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { pathText } from '../documents/cklb-path.js';
import type { ParsedCklb } from '../documents/document.js';
import { memberOf, valueAt } from '../json/value-at.js';
import type { Place } from '../model/place.js';
import { cklbSchema, type JsonFault, validateJson } from '../schemas/schema.js';
import { shortened } from '../text/limit.js';

type Path = readonly (string | number)[];

/**
 * Judges a CKLB by our schema (schemas/cklb.schema.json) and for contradictions between its parts. The property of each
 * place is the path: `stigs[0].rules[3].status`.
 *
 * Diagnostics: errors `cklb-property-missing`, `cklb-property-unexpected`, `cklb-value-invalid`; warnings `cklb-size`,
 * `cklb-uuid-differs`, `cklb-rule-twice`, `cklb-no-stigs`; and `cklb-beyond-schema`, a notice for each of the two properties in
 * which STIG Viewer 3 departs from DISA's schema (STIG Viewer 3 Checklist 1.0).
 */
export const cklbFaults = (document: ParsedCklb): readonly Diagnostic[] => [
  ...validateJson(cklbSchema, document.value).map((fault) => schemaFault(document, fault)),
  ...beyondSchema(document),
  ...referenceFaults(document),
];

const placeOf = (document: ParsedCklb, path: Path): Place => ({
  file: document.file,
  ...document.at?.(path),
  property: pathText(path),
});

const schemaFault = (document: ParsedCklb, { path, keyword, params, message }: JsonFault): Diagnostic => {
  const within = path.length === 0 ? 'the checklist' : pathText(path);
  if (keyword === 'required')
    return diagnostic('cklb-property-missing', placeOf(document, path), {
      object: within,
      property: String(params['missingProperty']),
    });
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return diagnostic('cklb-property-unexpected', placeOf(document, [...path, name]), {
      property: name,
      object: within,
    });
  }
  const expected = keyword === 'enum' ? listed(params['allowedValues']) : message.replace(/^must (be|match) /, '');
  return diagnostic('cklb-value-invalid', placeOf(document, path), {
    value: shortened(JSON.stringify(valueAt(document.value, path)) ?? ''),
    expected: keyword === 'const' ? JSON.stringify(params['allowedValue']) : expected,
  });
};

const listed = (words: unknown): string => (Array.isArray(words) ? words.join(', ') : '');

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const list = memberOf(value, key);
  return Array.isArray(list) ? list : [];
};

/** One notice for each kind, however many STIGs there are. */
const beyondSchema = (document: ParsedCklb): readonly Diagnostic[] => {
  const stigs = listAt(document.value, 'stigs');
  const versioned = stigs.findIndex((stig) => memberOf(stig, 'version') !== undefined);
  const classified = memberOf(memberOf(document.value, 'target_data'), 'classification') !== undefined;
  const notice = (path: Path) =>
    diagnostic('cklb-beyond-schema', placeOf(document, path), { property: String(path.at(-1)) });
  return [
    ...(versioned === -1 ? [] : [notice(['stigs', versioned, 'version'])]),
    ...(classified ? [notice(['target_data', 'classification'])] : []),
  ];
};

const referenceFaults = (document: ParsedCklb): readonly Diagnostic[] => {
  const stigs = listAt(document.value, 'stigs');
  if (stigs.length === 0) return [diagnostic('cklb-no-stigs', placeOf(document, []), { property: 'stigs' })];
  return stigs.flatMap((stig, i) => {
    const path = ['stigs', i];
    const rules = listAt(stig, 'rules');
    return [
      ...sizeFault(document, stig, rules.length, path),
      ...rules.flatMap((rule, j) => uuidFault(document, stig, rule, [...path, 'rules', j])),
      ...repeated(rules).map(({ id, index, first }) =>
        diagnostic('cklb-rule-twice', placeOf(document, [...path, 'rules', index, 'rule_id_src']), {
          rule: id,
          first: pathText([...path, 'rules', first]),
        }),
      ),
    ];
  });
};

const sizeFault = (document: ParsedCklb, stig: unknown, count: number, path: Path): readonly Diagnostic[] => {
  const size = memberOf(stig, 'size');
  if (typeof size !== 'number' || size >= count) return [];
  const words = { size: String(size), rules: String(count) };
  return [diagnostic('cklb-size', placeOf(document, [...path, 'size']), words)];
};

const uuidFault = (document: ParsedCklb, stig: unknown, rule: unknown, path: Path): readonly Diagnostic[] => {
  const own = memberOf(stig, 'uuid');
  const named = memberOf(rule, 'stig_uuid');
  if (typeof own !== 'string' || typeof named !== 'string' || named === '' || own === named) return [];
  return [diagnostic('cklb-uuid-differs', placeOf(document, [...path, 'stig_uuid']), { named: named, own: own })];
};

const repeated = (rules: readonly unknown[]): readonly { id: string; index: number; first: number }[] => {
  const seen = new Map<string, number>();
  return rules.flatMap((rule, index) => {
    const id = memberOf(rule, 'rule_id_src');
    if (typeof id !== 'string') return [];
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    return first === undefined ? [] : [{ id, index, first }];
  });
};
