import { decode } from '../bytes/decode.js';
import { isFqdn, isHostName, isIpAddress, normaliseMac, roleOf } from '../checklist/given-asset.js';
import { keysTwice } from '../documents/json-document.js';
import { parseJson } from '../json/parse.js';
import type { CollectedCommand, Collection } from '../model/collection.js';
import { toTimestamp } from '../text/timestamp.js';

/** A collection, or in a few words what is wrong with it. */
export type ReadCollection = { readonly collection: Collection } | { readonly fault: string };

type Fields = Readonly<Record<string, unknown>>;

/** Says where a value is not what schemas/collection.schema.json allows; caught where the whole is read. */
class Fault extends Error {}

/**
 * Reads `collection.json` as the collector writes it (schemas/collection.schema.json), and nothing else: of a file that somebody else
 * made it cannot be known what its words are worth.
 */
export const readCollection = (bytes: Uint8Array, file: string): ReadCollection => {
  const decoded = decode(bytes, file);
  const parsed = decoded.ok ? parseJson(decoded.value.text, file) : decoded;
  if (!decoded.ok || !parsed.ok) return { fault: 'it is not JSON, or was cut off' };
  const [twice] = keysTwice(parsed.value);
  if (twice !== undefined) return { fault: 'it has a key twice' };
  try {
    return { collection: toCollection(JSON.parse(decoded.value.text)) };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
};

const toCollection = (value: unknown): Collection => {
  const whole = fields(value, 'the file', [
    ...['collection', 'collector', 'startedAt', 'endedAt', 'host', 'user', 'culture', 'commands', 'files'],
  ]);
  if (whole['collection'] !== 1) throw new Fault('its version (collection) is not 1');
  const collector = fields(whole['collector'], 'collector', ['name', 'version', 'powershell']);
  const host = fields(whole['host'], 'host', [
    ...['name', 'fqdn', 'ipAddresses', 'macAddresses', 'domainRole', 'exchangeVersion'],
  ]);
  time(whole['startedAt'], 'startedAt');
  text(whole['culture'], 'culture');
  const files = list(whole['files'], 'files').map((one) => {
    const file = fields(one, 'files', ['name', 'size', 'sha256']);
    return {
      name: fileName(file['name']),
      size: count(file['size'], 'size'),
      sha256: matching(file['sha256'], 'sha256', /^[0-9a-f]{64}$/),
    };
  });
  const commands = list(whole['commands'], 'commands').map(toCommand);
  if (new Set(files.map(({ name }) => name.toLowerCase())).size < files.length)
    throw new Fault('it lists a file twice');
  const isListed = ({ file }: CollectedCommand) => files.some(({ name }) => name === file);
  if (files.length !== commands.length || !commands.every(isListed))
    throw new Fault('its files are not those of its commands');
  return {
    collector: {
      name: text(collector['name'], 'collector.name'),
      version: text(collector['version'], 'collector.version'),
      powershell: text(collector['powershell'], 'collector.powershell'),
    },
    endedAt: time(whole['endedAt'], 'endedAt'),
    host: {
      name: checked(host['name'], 'host.name', isHostName),
      fqdn: orNothing(host['fqdn'], (fqdn) => checked(fqdn, 'host.fqdn', isFqdn)),
      ipAddresses: list(host['ipAddresses'], 'host.ipAddresses').map((ip) =>
        checked(ip, 'host.ipAddresses', isIpAddress),
      ),
      macAddresses: list(host['macAddresses'], 'host.macAddresses').map((mac) =>
        checked(mac, 'host.macAddresses', (one) => normaliseMac(one) !== undefined),
      ),
      domainRole: orNothing(host['domainRole'], (role) =>
        checked(role, 'host.domainRole', (one) => roleOf(one) !== undefined),
      ),
      exchangeVersion: orNothing(host['exchangeVersion'], (version) => text(version, 'host.exchangeVersion')),
    },
    user: text(whole['user'], 'user'),
    commands,
    files,
  };
};

const toCommand = (value: unknown): CollectedCommand => {
  const one = fields(value, 'commands', [
    ...['command', 'text', 'file', 'startedAt', 'endedAt', 'count', 'errors', 'warnings'],
  ]);
  return {
    command: text(one['command'], 'command'),
    text: text(one['text'], 'text'),
    file: fileName(one['file']),
    startedAt: time(one['startedAt'], 'startedAt'),
    endedAt: time(one['endedAt'], 'endedAt'),
    count: count(one['count'], 'count'),
    errors: list(one['errors'], 'errors').map((error) => text(error, 'errors')),
    warnings: list(one['warnings'], 'warnings').map((warning) => text(warning, 'warnings')),
  };
};

/** An object with these keys, all of them and no other. */
const fields = (value: unknown, what: string, keys: readonly string[]): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(`${what} is not an object`);
  const found = Object.keys(value);
  const missing = keys.find((key) => !found.includes(key));
  if (missing !== undefined) throw new Fault(`${what} has no ${missing}`);
  if (found.length > keys.length) throw new Fault(`${what} has a key that the collector does not write`);
  return value as Fields;
};

const list = (value: unknown, what: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Fault(`${what} is not a list`);
  return value;
};

const text = (value: unknown, what: string): string => {
  if (typeof value !== 'string') throw new Fault(`${what} is not a text`);
  return value;
};

const checked = (value: unknown, what: string, isOne: (text: string) => boolean): string => {
  const found = text(value, what);
  if (!isOne(found)) throw new Fault(`${what} has a value that it cannot have`);
  return found;
};

const matching = (value: unknown, what: string, pattern: RegExp): string =>
  checked(value, what, (found) => pattern.test(found));

/** A file in the collection's own folder. */
const fileName = (value: unknown): string => matching(value, 'a file name', /^[\w-][\w.-]*$/);

const orNothing = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === null ? undefined : read(value);

const count = (value: unknown, what: string): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Fault(`${what} is not a count`);
  return value;
};

/** To the second, as every time of an assessment. */
const time = (value: unknown, what: string): string => {
  const found = toTimestamp(text(value, what));
  if (found === undefined) throw new Fault(`${what} is not a time`);
  return found;
};
