import type { TlsAuthLevel } from '../model/connector-properties.js';
import type { ExportValue } from '../model/export-record.js';
import { known, knownValue, type Property, unknown } from '../model/property.js';
import { seen } from './seen.js';

/**
 * From what a reader found to what it means: each function takes the value of a property that the export has and says
 * known, known null, or unknown with the reason. Nothing is guessed: what is not exactly a value of the type is unknown.
 */
export type Interpretation<T> = (value: ExportValue) => Property<T>;

/** What a collection or object prints when an export flattened it: its .NET type's name. */
const typeName = /^(Deserialized\.|Selected\.)*(System|Microsoft\.Exchange)\.[A-Za-z][\w.+]*(`\d+)?(\[.*\])?$/s;

/**
 * True or false in any case, with or without `$` and surrounding spaces, or an object that wraps nothing but a Boolean. 1,
 * 0, yes, no and localised words are not.
 */
export const toBoolean: Interpretation<boolean> = (value) => {
  switch (value.kind) {
    case 'null':
      return known<boolean>(null);
    case 'boolean':
      return known(value.value);
    case 'text': {
      if (value.text === 'True' || value.text === 'False') return known(value.text === 'True');
      const word = /^[ \t]*\$?(true|false)[ \t]*$/i.exec(value.text)?.[1];
      return word === undefined ? unreadableText(value.text) : known(word.toLowerCase() === 'true');
    }
    case 'object': {
      // Wrapped, and with nothing beside it that could say something else.
      const { inner, text, properties } = value;
      const agrees = text === undefined || text.toLowerCase() === (inner?.kind === 'boolean' && String(inner.value));
      return inner?.kind === 'boolean' && agrees && properties.size === 0 ? known(inner.value) : unreadable(value);
    }
    default:
      return unreadable(value);
  }
};

const levels: Readonly<Record<string, TlsAuthLevel>> = {
  '1': 'EncryptionOnly',
  '2': 'CertificateValidation',
  '4': 'DomainValidation',
  encryptiononly: 'EncryptionOnly',
  certificatevalidation: 'CertificateValidation',
  domainvalidation: 'DomainValidation',
};

/** The enum as a word or integer, or as an object that has both; both must then say the same. */
export const toTlsAuthLevel: Interpretation<TlsAuthLevel> = (value) => {
  switch (value.kind) {
    case 'null':
      return known<TlsAuthLevel>(null);
    case 'text':
    case 'number': {
      const key = (/^[ \t]*(\w+)[ \t]*$/.exec(value.text)?.[1] ?? '').toLowerCase();
      const level = Object.hasOwn(levels, key) ? levels[key] : undefined;
      return level === undefined ? unreadableText(value.text) : known(level);
    }
    case 'object': {
      const parts = [value.text === undefined ? undefined : ({ kind: 'text', text: value.text } as const), value.inner];
      const read = parts.filter((part) => part !== undefined).map(toTlsAuthLevel);
      const [first] = read;
      const agree = first?.state === 'known' && read.every((p) => p.state === 'known' && p.value === first.value);
      return agree ? first : unreadable(value);
    }
    default:
      return unreadable(value);
  }
};

/** Properties by which an object without a ToString of its own names what it stands for, the best first. */
const nameProperties = ['name', 'address', 'domain', 'distinguishedname'];

/** A text: a string or number, an object's ToString, or the name in an object (`{"Domain": …}`, `@{…; Name=X}`). */
export const toText: Interpretation<string> = (value) => {
  switch (value.kind) {
    case 'null':
      return known<string>(null);
    case 'number':
    case 'text':
      return fromText(value.text);
    case 'object': {
      if (value.text !== undefined && value.text !== '') return fromText(value.text);
      if (value.inner !== undefined) return toText(value.inner);
      for (const name of nameProperties) {
        const named = value.properties.get(name)?.value;
        if (named?.kind === 'text') return fromText(named.text);
      }
      return unreadable(value);
    }
    default:
      return unreadable(value);
  }
};

/** The text of a value where it is known. */
export const textOf = (value: ExportValue | undefined): string | undefined => value && knownValue(toText(value));

/** What may be more than a text: blank, a type's name (by the first letters of `typeName`), or with an object in it. Most are none of these. */
const notPlain = /^(?:$|[DSM\s])|@\{/;

const fromText = (text: string): Property<string> => {
  if (!notPlain.test(text)) return known(text);
  if (text.trim() === '') return known<string>(null);
  if (typeName.test(text)) return unknown('flattened', seen(text));
  if (!text.includes('@{')) return known(text);
  if (!/@\{[\w ]+=/.test(text) && !text.trimStart().startsWith('@{')) return known(text);
  const named = /[{;]\s*(?:Name|Address|Domain)=([^;}]+)/i.exec(text)?.[1]?.trim();
  return named === undefined || typeName.test(named) ? unknown('flattened', seen(text)) : known(named);
};

/** A GUID's text in lower case, as it is compared. */
export const toGuid: Interpretation<string> = (value) => {
  const text = toText(value);
  return text.state === 'known' && text.value !== null ? known(text.value.toLowerCase()) : text;
};

/** A collection: a list, an object that wraps one, or one text with the members joined by `separator`; each read by `member`. */
export const toList =
  (separator: RegExp, toMember: Interpretation<string> = toText): Interpretation<readonly string[]> =>
  (value) => {
    if (value.kind === 'object' && value.inner?.kind === 'list') return toList(separator, toMember)(value.inner);
    if (value.kind !== 'list') {
      const text = toMember(value);
      if (text.state === 'unknown') return text;
      return known(text.value === null ? null : text.value.split(separator).filter((part) => part.trim() !== ''));
    }
    const members: string[] = [];
    for (const item of value.items) {
      const member = toMember(item);
      if (member.state === 'unknown') return member;
      if (member.value !== null) members.push(member.value);
    }
    return members.length === 0 ? noMembers : known(members);
  };

const noMembers = known<readonly string[]>([]);

/** What cannot be read, with as much of it as may be shown. */
export const unreadable = (value: ExportValue): Property<never> => {
  if (value.kind === 'unreadable') return unknown(value.reason, value.seen);
  if (value.kind === 'object') return unknown('unreadable', value.text === undefined ? 'an object' : seen(value.text));
  if (value.kind === 'list') return unknown('unreadable', `a list of ${value.items.length}`);
  if (value.kind === 'number') return unknown('unreadable', seen(value.text));
  return unknown('unreadable', value.kind === 'boolean' ? String(value.value) : undefined);
};

/** The same of a text; a blank one is null. */
export const unreadableText = (text: string): Property<never> =>
  text.trim() === ''
    ? known<never>(null)
    : typeName.test(text)
      ? unknown('flattened', seen(text))
      : unknown('unreadable', seen(text));
