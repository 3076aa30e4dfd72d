/**
 * The known name that a mistyped one is most like, for messages; undefined where none is near (more than a third of its letters
 * would have to change).
 */
export const nearestName = (name: string, known: readonly string[]): string | undefined => {
  const typed = name.trim().toLowerCase().slice(0, 40);
  const scored = known.map((one) => ({ one, changes: editDistance(typed, one.toLowerCase()) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (least, next) => (least === undefined || next.changes < least.changes ? next : least),
    undefined,
  );
  return best !== undefined && best.changes <= Math.max(1, Math.ceil(best.one.length / 3)) ? best.one : undefined;
};

/** How many letters must be put in, taken out or replaced (Levenshtein). */
const editDistance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (above[j] ?? 0) + (letter === b[j] ? 0 : 1);
      row.push(Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
};
