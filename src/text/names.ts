const shown = 5;

/** The first few of some names, each once. */
export const namesOf = (names: readonly string[]): string =>
  `${[...new Set(names)].slice(0, shown).join(', ')}${names.length > shown ? ', …' : ''}`;
