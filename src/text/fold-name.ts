/** A name as it is told from others where case does not count, as on Windows, nor how accents are composed. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();
