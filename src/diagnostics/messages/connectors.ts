import { doubt, error, exportAgain, info, refuses, warning } from '../entry.js';

/** A value as it was found, as far as it may be shown, and what would be one. */
/** Messages on what the records of an export are, whatever its format. */
export const connectors = {
  'export-empty': warning`the export holds no connector, which looks the same as a failed export; check on the server that it has none`,
  'not-a-send-connector': refuses`this is ${'what'}, not the output of Get-SendConnector; ${exportAgain}`,
  'other-objects': doubt(
    (a: { count: number; what: string }) =>
      `${a.count === 1 ? 'one object is' : `${a.count} objects are`} not the output of Get-SendConnector (the first is ${a.what}) and ${a.count === 1 ? 'was' : 'were'} left out; ${exportAgain()}`,
  ),
  wrapper: doubt`the connectors are inside another object (in "${'member'}"), which may not hold all of them; ${exportAgain}`,
  'wrapper-of-several': refuses(
    (a: { members: readonly string[] }) =>
      `several members of this object hold connectors (${a.members.map((member) => `"${member}"`).join(', ')}), and only one can be judged; save that one as a file of its own, or ${exportAgain()}`,
  ),
  // signs of doubt
  'name-twin': doubt`the name of a property looks like ${'twin'} but differs from it (blanks, invisible characters or look-alike letters), so it was not read; ${exportAgain}`,
  'name-missing': doubt`a property has no name, so it was not read; ${exportAgain}`,
  'name-spliced': doubt`the name of a property is made of two names: what was between them was cut out; ${exportAgain}`,
  'record-inside': doubt`this value contains another record with a connector's properties, which was not judged; ${exportAgain}`,
  'value-holds-line': doubt`a line of this value looks like a connector's property or row, so it may hide other records; ${exportAgain}`,
  'object-invalid': doubt`the object says that it is not valid (IsValid False); ${exportAgain}`,
  'object-unsaved': doubt`the object was changed but not saved to the directory (ObjectState ${'state'}); ${exportAgain}`,
  'object-compared': doubt`this is output of Compare-Object (SideIndicator), which shows only differences; ${exportAgain}`,
  'receive-values': doubt`only receive connectors have a value for ${'name'}: objects of two cmdlets were mixed; ${exportAgain}`,
  'type-contradicts': doubt`the record has a send connector's properties, but its type or identity is that of ${'what'}; ${exportAgain}`,
  'record-lacks': doubt`the record has no ${'name'}, although others in this file do: something was cut out, or exports were joined; ${exportAgain}`,
  'connector-nameless': doubt`the record has no Name, Identity or DistinguishedName, so its connector is unknown; ${exportAgain}`,
  'identity-contradicts': doubt`the record names two connectors: "${'elsewhere'}" and, here, "${'here'}": it was edited or put together from two; ${exportAgain}`,
  'guid-malformed': doubt`"${'guid'}" is not the GUID of a saved object: the record was edited or damaged; ${exportAgain}`,
  'guid-of-two-names': doubt`two records have this Guid but different names: "${'elsewhere'}" and, here, "${'here'}"; ${exportAgain}`,
  'configurations-differ': doubt`this connector and the first come from different configurations: the evidence mixes two organizations or two Edge servers; judge each separately`,
  // values
  'property-unreadable': error`"${'found'}" cannot be read: expected ${'expected'}; the value is unknown`,
  'property-flattened': error`only the name of its type was exported (${'found'}), so the value is unknown; expected ${'expected'}: ${exportAgain}`,
  'property-cut': error`the value is cut off ("${'found'}") and so unknown; expected ${'expected'}: ${exportAgain}`,
  'collection-unknown': info`"${'found'}" cannot be read: the value is unknown to rules that need it`,
} as const;
