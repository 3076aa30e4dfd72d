/** What a file is, by its first bytes, where that is not text. Spaces are for reading; `name` goes into the message. */
const signatures: readonly { readonly name: string; readonly bytes: string }[] = [
  { name: 'a zip archive, perhaps an Excel workbook (.xlsx)', bytes: '50 4b 03 04' },
  { name: 'an empty zip archive', bytes: '50 4b 05 06' },
  { name: 'an old Office document (.xls, .doc, .msg)', bytes: 'd0 cf 11 e0' },
  { name: 'a PDF document', bytes: '25 50 44 46 2d' },
  { name: 'a gzip archive', bytes: '1f 8b' },
  { name: 'a 7-Zip archive', bytes: '37 7a bc af 27 1c' },
  { name: 'a RAR archive', bytes: '52 61 72 21 1a 07' },
  { name: 'a cabinet archive', bytes: '4d 53 43 46 00' },
  { name: 'a PNG image', bytes: '89 50 4e 47' },
  { name: 'a JPEG image', bytes: 'ff d8 ff' },
  { name: 'a Windows event log', bytes: '45 6c 66 46 69 6c 65 00' },
  { name: 'UTF-32 text, which PowerShell writes only when told to: use -Encoding UTF8', bytes: 'ff fe 00 00' },
  { name: 'UTF-32 text, which PowerShell writes only when told to: use -Encoding UTF8', bytes: '00 00 fe ff' },
].map(({ name, bytes }) => ({ name, bytes: bytes.replaceAll(' ', '') }));

/** The name of what the bytes are, by their signature; undefined where they may be text. */
export const signatureOf = (bytes: Uint8Array): string | undefined => {
  const start = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const known = signatures.find((signature) => start.startsWith(signature.bytes));
  if (known !== undefined) return known.name;
  // "MZ" alone could begin a text; a program's header has zero bytes soon after.
  const program = start.startsWith('4d5a') && bytes.subarray(2, 64).includes(0);
  return program ? 'a Windows program' : undefined;
};

/** True where the bytes begin as a zip archive does, an empty one too. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
