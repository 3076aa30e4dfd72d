import type { Asset } from '../../model/checklist.js';
import { ipValue, macValue } from '../../text/addresses.js';

/** A field in which two files differ: the first file's value is kept. */
export interface FieldConflict {
  readonly field: string;
  readonly kept: { readonly file: number; readonly value: string };
  readonly other: { readonly file: number; readonly value: string };
}

export interface MergedAsset {
  readonly asset: Asset;
  readonly conflicts: readonly FieldConflict[];
}

/** Values that state nothing: every format's defaults. */
const silent = { role: 'None', assetType: 'Computing' } as const;

const textFields = [
  'fqdn',
  'role',
  'assetType',
  'marking',
  'techArea',
  'comment',
  'webDbSite',
  'webDbInstance',
] as const;

/**
 * The asset of several files of one host: all addresses, each once; for each other field, the value of the first file
 * that has one. The host's name is the first file's that has one.
 *
 * @param given the fields that the user says, in which files may differ
 */
export const mergeAssets = (assets: readonly [Asset, ...Asset[]], given: ReadonlySet<keyof Asset>): MergedAsset => {
  const [base] = assets;
  const conflicts: FieldConflict[] = [];
  const saying = (field: (typeof textFields)[number]): readonly { file: number; value: string }[] =>
    assets.flatMap((asset, file) => {
      const value = asset[field];
      const isSilent = value === '' || (field in silent && value === silent[field as keyof typeof silent]);
      return isSilent ? [] : [{ file, value }];
    });
  const fields = Object.fromEntries(
    textFields.map((field) => {
      const [kept, ...others] = saying(field);
      if (kept === undefined) return [field, base[field]];
      if (!given.has(field))
        for (const other of others) if (!isSame(field, kept.value, other.value)) conflicts.push({ field, kept, other });
      return [field, kept.value];
    }),
  ) as Pick<Asset, (typeof textFields)[number]>;
  const asset: Asset = {
    ...base,
    ...fields,
    hostName: assets.find(({ hostName }) => hostName !== '')?.hostName ?? '',
    ipAddresses: once(
      assets.flatMap(({ ipAddresses }) => ipAddresses),
      ipValue,
    ),
    macAddresses: once(
      assets.flatMap(({ macAddresses }) => macAddresses),
      macValue,
    ),
    webOrDatabase: assets.some(({ webOrDatabase }) => webOrDatabase),
  };
  return { asset, conflicts };
};

const isSame = (field: string, a: string, b: string): boolean =>
  field === 'fqdn' ? plainName(a) === plainName(b) : a.trim() === b.trim();

const plainName = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '');

const once = (addresses: readonly string[], meaningOf: (address: string) => string | undefined): readonly string[] => {
  const values = addresses.map((address) => meaningOf(address) ?? address);
  return addresses.filter((_, i) => values.indexOf(values[i] ?? '') === i);
};
