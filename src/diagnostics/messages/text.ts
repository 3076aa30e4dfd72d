import { doubt, exportAgain, refuses, type Words } from '../entry.js';

/** Messages on bytes and text. */
export const text = {
  // text
  'binary-input': refuses(
    (w: Words) => `this is binary data (${w.actual}), not exported text; export the connectors again`,
  ),
  'input-too-large': refuses(
    (w: Words) =>
      `the file has ${w.actual}, more than the limit of ${w.expected}; check that it is the right one, then raise the limit: --limit bytes=N`,
  ),
  'too-many-items': refuses(
    (w: Words) =>
      `there are more than ${w.expected} ${w.actual}; check that it is the right file, then raise the limit: --limit items=N`,
  ),
  'undecodable-input': refuses(
    (w: Words) => `the bytes are not valid ${w.actual}; the file is damaged: export it again`,
  ),
  'encoding-without-mark': doubt(
    (a: { name: string }) =>
      `the bytes are ${a.name} without a byte order mark, which PowerShell always writes; ${exportAgain}`,
  ),
  'encoding-mixed': doubt(
    () =>
      `the file mixes encodings, so that names and values may be read wrongly: it was put together or damaged; ${exportAgain}`,
  ),
  'text-damaged': doubt(
    (a: { count: number }) =>
      `characters were lost here (U+FFFD stands in ${a.count === 1 ? 'one place' : `${a.count} places`}): the file is damaged; ${exportAgain}`,
  ),
  'text-control': doubt(
    (a: { character: string; count: number }) =>
      `the control character ${a.character} stands here${a.count === 1 ? '' : ` (control characters in the file: ${a.count})`}: the file is damaged; ${exportAgain}`,
  ),
} as const;
