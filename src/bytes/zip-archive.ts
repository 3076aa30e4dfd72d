import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** An archive that is being written: its files one after another, then its end. */
export interface ZipArchive {
  readonly add: (name: string, bytes: Uint8Array) => void;
  readonly end: () => void;
}

/**
 * Begins a zip archive. The same files in the same order and the same day give the same bytes on every machine: of the time only
 * the day counts, at noon, because the format has local times, and noon is one on every day in every zone.
 *
 * @param time ISO 8601 in UTC with `Z`; the format knows the years 1980 to 2107
 * @param write is given the archive piece by piece
 */
export const zipArchive = (time: string, write: (piece: Uint8Array) => void): ZipArchive => {
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    write(piece);
  });
  const [year = '', day = ''] = [time.slice(0, 4), time.slice(4, 10)];
  const mtime = `${Math.min(Math.max(Number(year), 1980), 2099)}${day}T12:00:00`;
  return {
    add: (name, bytes) => {
      const file = bytes.length > 0 ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      file.mtime = mtime;
      zip.add(file);
      file.push(bytes, true);
    },
    end: () => zip.end(),
  };
};
