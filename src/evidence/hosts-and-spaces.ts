import type { ExportValue } from '../model/export-record.js';
import { known, type Property, unknown } from '../model/property.js';
import { type Interpretation, toBoolean, toList, toText, unreadable } from './values.js';

type ObjectValue = ExportValue & { readonly kind: 'object' };

const textOf = (value: ObjectValue, name: string): string | undefined => {
  const property = value.properties.get(name)?.value;
  return property?.kind === 'text' && property.text !== '' ? property.text : undefined;
};

/**
 * SmartHosts: a list, or one text of several. A member without a ToString is named by its Domain where it is no address: its Address
 * is 0.0.0.0 then, which is no smart host. An address that was exported as a number is read where it has four bytes.
 */
export const toSmartHosts: Interpretation<readonly string[]> = (value) => toList(/[;|,\s]/, toSmartHost)(value);

const toSmartHost: Interpretation<string> = (value) => {
  if (value.kind !== 'object' || (value.text !== undefined && value.text !== '') || value.inner !== undefined)
    return toText(value);
  const said = value.properties.get('isipaddress')?.value;
  if (said === undefined) return toText(value);
  const isAddress = toBoolean(said);
  if (isAddress.state === 'unknown' || isAddress.value === null) return unreadable(value);
  const found = isAddress.value ? (textOf(value, 'address') ?? numberedAddress(value)) : textOf(value, 'domain');
  return found === undefined ? unreadable(value) : known(found);
};

/** `{"AddressFamily": 2, "Address": 50462986}` is 10.1.2.3: the number's bytes, the lowest first. */
const numberedAddress = (value: ObjectValue): string | undefined => {
  const address = value.properties.get('address')?.value;
  if (address?.kind !== 'object') return undefined;
  const [family, number] = ['addressfamily', 'address'].map((name) => {
    const part = address.properties.get(name)?.value;
    return part?.kind === 'number' && /^\d{1,10}$/.test(part.text) ? Number(part.text) : undefined;
  });
  if (family !== 2 || number === undefined || number > 0xff_ff_ff_ff) return undefined;
  return [0, 8, 16, 24].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
};

/** `[Local:]type:address;cost`; type and cost may be left out. */
const addressSpace = /^(?:Local:)?(?:[a-z][a-z0-9]*:)?[^\s:;,|]+(?:;\d+)?$/i;

/** AddressSpaces: a list, or one text of several, never cut at the `;` before the cost. What is not an address space is unknown. */
export const toAddressSpaces: Interpretation<readonly string[]> = (value) => {
  const spaces = toList(/[|,\s]+/, toAddressSpace)(value);
  const odd = spaces.state === 'known' ? spaces.value?.find((space) => !addressSpace.test(space)) : undefined;
  return odd === undefined ? spaces : unknown('unreadable', 'an address space');
};

const toAddressSpace = (value: ExportValue): Property<string> => {
  if (value.kind !== 'object' || (value.text !== undefined && value.text !== '')) return toText(value);
  const [type, address] = [textOf(value, 'type'), textOf(value, 'address')];
  if (address === undefined) return unreadable(value);
  const cost = value.properties.get('cost')?.value;
  const { text } = cost?.kind === 'number' || cost?.kind === 'text' ? cost : { text: '' };
  return known(`${type === undefined ? '' : `${type}:`}${address}${text === '' ? '' : `;${text}`}`);
};

/** TlsDomain: a text; of an object its Address, or its Domain, which with subdomains is `*.` and the domain. */
export const toDomain: Interpretation<string> = (value) => {
  if (value.kind !== 'object' || (value.text !== undefined && value.text !== '') || value.inner !== undefined)
    return toText(value);
  const address = textOf(value, 'address');
  if (address !== undefined) return known(address);
  const domain = textOf(value, 'domain');
  const subdomains = value.properties.get('includesubdomains')?.value;
  if (domain === undefined) return toText(value);
  const included = subdomains === undefined ? known(false) : toBoolean(subdomains);
  if (included.state === 'unknown' || included.value === null) return unreadable(value);
  return known(included.value ? `*.${domain}` : domain);
};
