import { sendConnectorNames } from './property-names.js';

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

/**
 * True for a name, in lower case, that is the beginning of one property's name and the end of another's, cut within a word
 * (`dnsroutsecureenabled`): what lay between the two is gone, and with it perhaps the end of one connector and the beginning of the
 * next.
 */
export const isSpliced = (key: string): boolean => {
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
