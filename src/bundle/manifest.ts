import { decode } from '../bytes/decode.js';
import { parseJson } from '../json/parse.js';
import { memberOf } from '../json/value-at.js';
import type { Judged } from '../outcome/judged-host.js';
import { sha256 } from '../text/sha256.js';
import { type Program, type Role, type Run, type RunOptions, roles } from './run.js';

/** The name of the list of a bundle's contents in it, and of the list of all hashes, as sha256sum writes it. */
export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';

export interface BundleEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The entry of a run's file: its number, and what of its name every file system takes. */
export const entryOf = (role: Role, path: string, index: number): string => {
  const base = path === '-' ? 'standard-input' : (path.split(/[\\/]/).at(-1) ?? '');
  const name = base.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_') || 'file';
  return `${role}s/${index + 1}-${name.slice(-100)}`;
};

/**
 * The manifest of a bundle as JSON (schemas/bundle.schema.json): the program, the options, each file with its size and SHA-256, and the
 * digest of each judged rule's check text.
 */
export const toManifest = (
  { files, options }: Run,
  { checklist, reviews }: Judged,
  artifacts: readonly BundleEntry[],
  program: Program,
): string => {
  const judged = new Set(reviews.map(({ vulnId }) => vulnId));
  const rules = checklist.stigs.flatMap(({ reviews: all }) => all.map(({ rule }) => rule));
  const manifest = {
    bundle: 1,
    program: { name: program.name, version: program.version, digest: program.digest },
    host: checklist.asset.hostName,
    options,
    inputs: files.map(({ role, path, bytes, sha256: hash }, i) => ({
      ...{ role, path, entry: entryOf(role, path, i), size: bytes.length, sha256: hash },
    })),
    rules: rules
      .filter(({ groupId }) => judged.has(groupId))
      .map(({ groupId, ruleId, checkContent }) => ({ groupId, ruleId, checkContentSha256: sha256(checkContent) })),
    artifacts: artifacts.map(({ name, bytes }) => ({ entry: name, size: bytes.length, sha256: sha256(bytes) })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

/** What a manifest says of the run: enough to do it again, after which the manifest that follows is compared with it byte for byte. */
export interface ReadManifest {
  readonly program: { readonly version: string; readonly digest: string };
  readonly options: RunOptions;
  readonly inputs: readonly {
    readonly role: Role;
    readonly path: string;
    readonly entry: string;
    readonly sha256: string;
  }[];
  readonly artifacts: readonly { readonly entry: string; readonly sha256: string }[];
}

/** Reads a manifest; undefined where it is none that this program could have written. */
export const readManifest = (bytes: Uint8Array): ReadManifest | undefined => {
  const decoded = decode(bytes, manifestName);
  if (!decoded.ok || !parseJson(decoded.value.text, manifestName).ok) return undefined;
  const value: unknown = JSON.parse(decoded.value.text);
  const [version, digest] = ['version', 'digest'].map((key) => memberOf(memberOf(value, 'program'), key));
  const options = memberOf(value, 'options');
  const [inputs, artifacts] = ['inputs', 'artifacts'].map((key) => memberOf(value, key));
  const isEntry = (one: unknown): boolean => ['entry', 'sha256'].every((key) => typeof memberOf(one, key) === 'string');
  const isInput = (one: unknown): boolean =>
    isEntry(one) && typeof memberOf(one, 'path') === 'string' && roles.some((role) => role === memberOf(one, 'role'));
  const isWhole =
    memberOf(value, 'bundle') === 1 &&
    typeof version === 'string' &&
    typeof digest === 'string' &&
    isRunOptions(options) &&
    Array.isArray(inputs) &&
    inputs.every(isInput) &&
    Array.isArray(artifacts) &&
    artifacts.every(isEntry);
  return isWhole ? ({ program: { version, digest }, options, inputs, artifacts } as ReadManifest) : undefined;
};

/** Whether options have the types that the run relies on; that they are the right ones shows in what is made of them. */
const isRunOptions = (value: unknown): value is RunOptions => {
  const of = (key: string): unknown => memberOf(value, key);
  const isText = (one: unknown): boolean => typeof one === 'string';
  const isTexts = (one: unknown): boolean => Array.isArray(one) && one.every(isText);
  const orNothing = (one: unknown, is: (one: unknown) => boolean): boolean => one === undefined || is(one);
  const isNumber = (one: unknown): boolean => typeof one === 'number' && Number.isSafeInteger(one) && one > 0;
  const asset = of('asset');
  const limits = of('limits');
  return (
    isText(of('assessedAt')) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(of('assessedAt'))) &&
    typeof asset === 'object' &&
    ['host', 'fqdn', 'role', 'marking'].every((key) => orNothing(memberOf(asset, key), isText)) &&
    ['ip', 'mac'].every((key) => orNothing(memberOf(asset, key), isTexts)) &&
    isTexts(of('formats')) &&
    ['release', 'collectedAt', 'assessor'].every((key) => orNothing(of(key), isText)) &&
    orNothing(of('rules'), (one) => one === 'all' || isTexts(one)) &&
    ['auto', 'csv', 'json', 'clixml', 'list'].includes(String(of('inputFormat'))) &&
    ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'].includes(String(of('whenEmpty'))) &&
    orNothing(of('maxAge'), isNumber) &&
    typeof of('cklbStrict') === 'boolean' &&
    typeof limits === 'object' &&
    ['maxBytes', 'maxItems', 'maxDepth'].every((key) => orNothing(memberOf(limits, key), isNumber))
  );
};
