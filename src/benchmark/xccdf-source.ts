import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';
import type { Position } from '../text/lines.js';
import { attributeOf, elementsOf, type XmlElement } from '../xml/tree.js';

/** A benchmark while it is read: where it comes from, and its diagnostics. */
export interface Source {
  readonly file: string;
  readonly at: (offset: number) => Position;
  /** XCCDF's, in the version of this document. */
  readonly namespace: string;
  readonly diagnostics: Diagnostic[];
  /** Diagnostics that are given once for any number of rules; by code and subject. */
  readonly repeated: Map<string, Repeated>;
}

type NoteCode =
  | 'benchmark-left-out'
  | 'benchmark-markup'
  | 'benchmark-text-missing'
  | 'benchmark-group-missing'
  | 'benchmark-not-selected';

interface Repeated {
  readonly code: NoteCode;
  readonly subject: string;
  readonly place: Place;
  readonly owners: Set<string>;
}

export const placeOf = ({ file, at }: Source, element: XmlElement, property?: string): Place => ({
  file,
  ...at(element.start),
  ...(property === undefined ? {} : { property }),
});

/** Notes something about an element that other rules may have too. `owner` is the rule or group, or the benchmark. */
export const note = (source: Source, code: NoteCode, subject: string, owner: string, element: XmlElement): void => {
  const key = `${code} ${subject}`;
  const known = source.repeated.get(key);
  if (known !== undefined) known.owners.add(owner);
  else source.repeated.set(key, { code, subject, place: placeOf(source, element), owners: new Set([owner]) });
};

const namedOwners = 5;

/** A diagnostic for each thing that was noted, with the rules that it is about. */
export const notes = ({ repeated }: Source): readonly Diagnostic[] =>
  [...repeated.values()].map(({ code, subject, place, owners }) => {
    const named = [...owners].slice(0, namedOwners).join(', ');
    const more = owners.size > namedOwners ? ` and ${owners.size - namedOwners} more` : '';
    return diagnostic(code, place, { what: subject, rules: `${named}${more}` });
  });

/** The children of that name in XCCDF's namespace. */
export const childrenOf = ({ namespace }: Source, element: XmlElement, name?: string): readonly XmlElement[] =>
  elementsOf(element, name).filter((child) => child.namespace === namespace);

/** The one text of that name: the first that is in English or says nothing of its language. Others are noted. */
export const oneText = (source: Source, parent: XmlElement, name: string, owner: string): string => {
  const all = childrenOf(source, parent, name);
  const chosen = all.find((one) => /^(en\b|$)/i.test(languageOf(one))) ?? all[0];
  for (const other of all)
    if (other !== chosen && hasText(other)) note(source, 'benchmark-left-out', `a second ${name}`, owner, other);
  return chosen === undefined ? '' : plainText(source, chosen, owner);
};

const languageOf = (element: XmlElement): string =>
  element.attributes.find(({ name, prefix }) => name === 'lang' && prefix === 'xml')?.value ?? '';

export const hasText = (element: XmlElement): boolean =>
  element.children.some((child) => (child.kind === 'text' ? child.text.trim() !== '' : hasText(child)));

/**
 * The text of an element exactly as it is. Checklists carry no markup: of elements inside (XHTML, `sub`) the text is kept
 * and `benchmark-markup` noted.
 */
export const plainText = (source: Source, element: XmlElement, owner: string): string =>
  element.children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      note(source, 'benchmark-markup', `<${child.name}> in ${element.name}`, owner, child);
      return child.name === 'br' ? '\n' : plainText(source, child, owner);
    })
    .join('');

/** An id without the prefix that XCCDF 1.2 wants and DISA writes: `xccdf_mil.disa.stig_rule_`. Before a whole id of its kind it is part of the id. */
export const idWithoutPrefix = (id: string): string =>
  id.replace(/^xccdf_mil\.disa\.stig_(benchmark|group|rule|profile|value)_(?!xccdf_[^_]+_\1_)/, '');

/** The id of an element; empty where it has none. */
export const idOf = (element: XmlElement): string => idWithoutPrefix((attributeOf(element, 'id') ?? '').trim());
