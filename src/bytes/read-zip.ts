import { Inflate } from 'fflate';
import { type Reading, refused } from '../diagnostics/diagnostic.js';

/** A file in a zip archive, not yet unpacked. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** How many bytes may still be unpacked: one for an archive and those in it. */
export interface ZipBudget {
  readonly limit: number;
  left: number;
}

/** Files in an archive. DISA's whole library has fewer, and what has more can be unpacked by hand. */
export const mostEntries = 1000;

/**
 * Lists the files of a zip archive by its central directory (APPNOTE 6.3, 4.3.12), folders left out. Refused: `zip-damaged`,
 * `zip-too-many-entries`, `zip-unsupported` (Zip64, several disks).
 */
export const listZip = (bytes: Uint8Array, file: string): Reading<readonly ZipEntry[]> => {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end === undefined) return refused('zip-damaged', { file }, { fault: 'its end is missing' });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || at === 0xffffffff)
    return refused('zip-unsupported', { file }, { what: 'Zip64, or in several parts' });
  if (count > mostEntries)
    return refused('zip-too-many-entries', { file }, { count: String(count), limit: String(mostEntries) });
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      return refused('zip-damaged', { file }, { fault: 'its directory is cut off' });
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!entry.name.endsWith('/')) entries.push(entry);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { ok: true, value: entries, diagnostics: [] };
};

/**
 * Unpacks one file. What the archive says of sizes is checked, not trusted: unpacking ends where the budget does. Refused:
 * `zip-damaged` (also where length or CRC-32 differ), `zip-unsupported` (encrypted, or packed otherwise than by Deflate),
 * `zip-too-large`.
 */
export const unpack = (bytes: Uint8Array, entry: ZipEntry, budget: ZipBudget, file: string): Reading<Uint8Array> => {
  const place = `${file}/${entry.name}`;
  if (entry.encrypted) return refused('zip-unsupported', { file: place }, { what: 'encrypted' });
  if (entry.method !== 0 && entry.method !== 8)
    return refused('zip-unsupported', { file: place }, { what: `method ${entry.method}` });
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    return refused('zip-damaged', { file: place }, { fault: 'its header is missing' });
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(from, from + entry.packedSize);
  if (packed.length < entry.packedSize) return refused('zip-damaged', { file: place }, { fault: 'it is cut off' });
  const content = entry.method === 0 ? (packed.length <= budget.left ? packed : 'too-large') : inflate(packed, budget);
  if (content === 'too-large') return refused('zip-too-large', { file: place }, { limit: String(budget.limit) });
  if (content === 'damaged') return refused('zip-damaged', { file: place }, { fault: 'it cannot be unpacked' });
  budget.left -= content.length;
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    return refused('zip-damaged', { file: place }, { fault: 'its length or check sum differs' });
  return { ok: true, value: content, diagnostics: [] };
};

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Behind the record that ends the archive there may be a comment of up to 65,535 bytes. */
const endOfDirectory = (view: DataView): number | undefined => {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  return undefined;
};

/** In small steps: Deflate can make a thousand bytes of one, and the budget is asked after each. */
const step = 16_384;

const inflate = (packed: Uint8Array, budget: ZipBudget): Uint8Array | 'too-large' | 'damaged' => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    ended ||= final;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (size > budget.left) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  if (!ended) return 'damaged';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
};
