/** How much of an input is read; what is more is refused, never cut. */
export interface InputLimits {
  /** Of a file, of standard input, or of all that is unpacked from a zip archive. */
  readonly maxBytes: number;
  /** Elements and attributes of XML, values of JSON, cells of CSV, lines of a list: each takes memory, however short it is. */
  readonly maxItems: number;
  /** How many XML elements, JSON objects or lists may be inside one another. */
  readonly maxDepth: number;
}

/** Many times what the largest exports and checklists have, and what two gigabytes of memory can hold. */
export const defaultLimits: InputLimits = { maxBytes: 50_000_000, maxItems: 1_000_000, maxDepth: 100 };

/** To these the limits can be raised: what one JavaScript string can hold, less some room, and what the call stack can. */
export const highestLimits: InputLimits = { maxBytes: 500_000_000, maxItems: 1_000_000_000, maxDepth: 1000 };

/** The limits that count, where some may be left unsaid. */
export const limitsOf = (asked: Partial<InputLimits> = {}): InputLimits => ({
  maxBytes: Math.min(asked.maxBytes ?? defaultLimits.maxBytes, highestLimits.maxBytes),
  maxItems: Math.min(asked.maxItems ?? defaultLimits.maxItems, highestLimits.maxItems),
  maxDepth: Math.min(asked.maxDepth ?? defaultLimits.maxDepth, highestLimits.maxDepth),
});

/** How many elements a rule, and what a STIG has besides, come to when they are written, however little a file says of them. */
export const itemsOfStig = 40;
export const itemsPerRule = 100;

/** The same of rules, with what a rule may have any number of. */
export const itemsOfRules = (
  rules: readonly { readonly ccis: readonly string[]; readonly legacyIds: readonly string[] }[],
): number => rules.reduce((sum, { ccis, legacyIds }) => sum + itemsPerRule + 3 * (ccis.length + legacyIds.length), 0);
