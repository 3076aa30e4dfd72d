import { elementsOf, textOf, type XmlElement } from '../../xml/tree.js';
import type { Identification } from '../xccdf/results.js';

/** What an asset of an ARF is known by: of several names the first, of its connections every address. */
export const identificationOf = (asset: XmlElement): Identification => {
  // `computing-device`, or another kind of asset that has these.
  const kinds = elementsOf(asset);
  const connections = inside(inside(kinds, 'connections'), 'connection');
  const addresses = inside(connections, 'ip-address');
  return {
    hostName: textsOf(inside(kinds, 'hostname'))[0] ?? '',
    fqdn: textsOf(inside(kinds, 'fqdn'))[0] ?? '',
    ipAddresses: textsOf(addresses.flatMap((address) => elementsOf(address))),
    macAddresses: textsOf(inside(connections, 'mac-address')),
  };
};

const inside = (parents: readonly XmlElement[], name: string): readonly XmlElement[] =>
  parents.flatMap((parent) => elementsOf(parent, name));

const textsOf = (elements: readonly XmlElement[]): readonly string[] =>
  elements.map((element) => textOf(element).trim()).filter((text) => text !== '');
