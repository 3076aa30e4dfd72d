import type { Help } from '@commander-js/extra-typings';

/** The options of all commands by what they are about; those that are nowhere here are advanced. */
const groups: readonly (readonly [title: string, options: string])[] = [
  ['Host options:', 'host fqdn ip mac role marking assessor template host-column'],
  ['Input options:', 'input-format collected max-age when-empty transport-config site importer result signature key'],
  [
    'Output options:',
    'to format out out-dir layout zip summary-csv all-results bundle report poam json csv problems verbose quiet force',
  ],
  [
    'Checklist options:',
    'release benchmark rules stig into in-place dry-run replace-details allow-other-host prefer reset-changed',
  ],
];
const advanced = 'Advanced options:';

const titleOf = (item: object): string | undefined => {
  if (!('long' in item)) return undefined;
  const name = String(item.long).replace(/^--/, '');
  return groups.find(([, options]) => options.split(' ').includes(name))?.[0] ?? advanced;
};

/** Options in groups that stand in the same order for every command; what is no option stays as commander groups it. */
export const groupItems: Help['groupItems'] = (_all, shown, groupOf) => {
  const found = new Map<string, typeof shown>(
    [...groups.map(([title]) => title), advanced].map((title) => [title, []]),
  );
  for (const item of shown) {
    const title = titleOf(item) ?? groupOf(item);
    found.set(title, [...(found.get(title) ?? []), item]);
  }
  const filled = [...found].filter(([, items]) => items.length > 0);
  // The program itself has no others.
  return new Map(
    filled.map(([title, items]) => [filled.length === 1 && title === advanced ? 'Options:' : title, items]),
  );
};
