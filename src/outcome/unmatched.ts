import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { WrittenHost } from './written-host.js';

/** The entries of site files that match no connector of any host judged with the file. */
export const unmatchedInAll = (hosts: readonly Pick<WrittenHost, 'site' | 'unmatched'>[]): readonly Diagnostic[] => {
  const keyOf = (d: Diagnostic): string => JSON.stringify(d.place);
  const found = new Map<string, { readonly entry: Diagnostic; readonly file: string; hosts: number }>();
  const judged = new Map<string, number>();
  for (const { site, unmatched = [] } of hosts) {
    if (site === undefined) continue;
    judged.set(site.path, (judged.get(site.path) ?? 0) + 1);
    for (const entry of new Map(unmatched.map((one) => [keyOf(one), one])).values()) {
      const known = found.get(keyOf(entry)) ?? { entry, file: site.path, hosts: 0 };
      found.set(keyOf(entry), { ...known, hosts: known.hosts + 1 });
    }
  }
  return [...found.values()].filter((one) => one.hosts === judged.get(one.file)).map(({ entry }) => entry);
};
