import type { Diagnostic } from '../diagnostics/diagnostic.js';

/**
 * The effect of a change on a file's faults: `added` are the errors and warnings that it did not have before, `old` the errors that it
 * had, as warnings. Lines move by a change: they do not count.
 */
export const compareFaults = (
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): { readonly added: readonly Diagnostic[]; readonly old: readonly Diagnostic[] } => {
  const key = ({ code, importer, place }: Diagnostic) => JSON.stringify([code, importer, place.property]);
  const left = new Map<string, number>();
  for (const d of before) left.set(key(d), (left.get(key(d)) ?? 0) + 1);
  const added: Diagnostic[] = [];
  const old: Diagnostic[] = [];
  for (const d of after) {
    const count = left.get(key(d)) ?? 0;
    left.set(key(d), count - 1);
    if (count <= 0 && d.severity !== 'info') added.push(d);
    else if (count > 0 && d.severity === 'error') old.push({ ...d, severity: 'warning' });
  }
  return { added, old };
};
