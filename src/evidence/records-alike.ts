import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { ExportRecord } from '../model/export-record.js';
import { connectorLabel } from './identity.js';
import { sendConnectorNames, session } from './property-names.js';

/**
 * The first record of a file whose properties are not those of the first record, in the same order
 * (`records-not-alike`): one command gives every object the same ones, whatever their values and whatever prefix its type's name has, so that this file lost a part,
 * was edited, or was put together from several exports. What a remote session adds (PSComputerName and the like) does not
 * count. Not for CSV, where the header holds for all rows. Undefined where all are alike.
 */
export const notAlike = (records: readonly ExportRecord[]): Diagnostic | undefined => {
  let first: readonly string[] | undefined;
  for (const record of records) {
    if (first !== undefined && hasNames(record, first)) continue;
    const names = [...record.properties].flatMap(([key, { name }]) => (session.has(key) ? [] : [name]));
    first ??= names;
    const length = Math.max(first.length, names.length);
    for (let i = 0; i < length; i++) {
      const [expected, actual] = [first[i], names[i]];
      if (expected?.toLowerCase() === actual?.toLowerCase()) continue;
      const place = { ...record.place, connector: connectorLabel(record), property: actual ?? expected };
      return diagnostic('records-not-alike', place, { expected: expected ?? 'no more', actual: actual ?? 'no more' });
    }
  }
  return undefined;
};

/** True for a record with exactly these names in this order, written the same: what nearly every record of a file is. */
const hasNames = (record: ExportRecord, names: readonly string[]): boolean => {
  let i = 0;
  for (const [key, { name }] of record.properties) {
    if (session.has(key)) continue;
    if (name !== names[i]) return false;
    i++;
  }
  return i === names.length;
};

/**
 * The first property whose name is the beginning of one property's name and the end of another's, cut within a word
 * (`DNSRoutSecureEnabled`): what lay between the two is gone, with whatever it said (`property-name-spliced`).
 */
export const spliced = (records: readonly ExportRecord[]): Diagnostic | undefined => {
  const asked = new Map<string, boolean>();
  for (const record of records)
    for (const [key, { name, place }] of record.properties) {
      const answer = asked.get(key) ?? isSpliced(key);
      asked.set(key, answer);
      if (answer)
        return diagnostic('property-name-spliced', { ...place, connector: connectorLabel(record) }, { actual: name });
    }
  return undefined;
};

/** With parts of fewer letters chance would find too many, unless the other part is long. */
const shortest = 3;
const long = 9;

/** Parts of names at either side of a cut, in lower case; true where the cut is within a word (`DNSRout|ing`). */
const parts = (side: 'before' | 'behind'): ReadonlyMap<string, boolean> => {
  const found = new Map<string, boolean>();
  for (const name of sendConnectorNames)
    for (let cut = 0; cut <= name.length; cut++) {
      const part = (side === 'before' ? name.slice(0, cut) : name.slice(cut)).toLowerCase();
      const withinWord = /[a-z]/.test(name.charAt(cut));
      found.set(part, (found.get(part) ?? false) || withinWord);
    }
  return found;
};

const beginnings = parts('before');
const ends = parts('behind');

const isSpliced = (key: string): boolean => {
  // A whole name, or a part of one alone (`ComputerName`), which is what people name their own columns.
  if (beginnings.has(key) || ends.has(key) || key.length > 80) return false;
  for (let cut = 1; cut < key.length; cut++) {
    const [before, behind] = [beginnings.get(key.slice(0, cut)), ends.get(key.slice(cut))];
    if (before === undefined || behind === undefined || !(before || behind)) continue;
    const rest = key.length - cut;
    // A whole name with an `s` behind it is a plural: behind a short end the name must have been cut.
    if (cut >= shortest ? rest >= shortest || (before && cut >= long) : rest >= long) return true;
  }
  return false;
};
