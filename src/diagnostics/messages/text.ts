import { type At, doubt, exportAgain, raise, refuses } from '../entry.js';

/** Messages on bytes and text. */
export const text = {
  // text
  'binary-input': refuses`this is binary data (${'signature'}), not exported text; ${exportAgain}`,
  'input-too-large': refuses(
    (a: { size: string; limit: number } & At) =>
      `the file has ${a.size} bytes, and the limit is ${a.limit}; check that it is the right file, then ${raise('bytes')(a)}`,
  ),
  'too-many-items': refuses(
    (a: { limit: number; items: string } & At) =>
      `there are more than ${a.limit} ${a.items}; check that it is the right file, then ${raise('items')(a)}`,
  ),
  'undecodable-input': refuses`the bytes are not valid ${'encoding'}: the file is damaged; save or export it again`,
  'encoding-without-mark': doubt`the bytes are ${'name'} without a byte order mark, which PowerShell always writes; ${exportAgain}`,
  'encoding-mixed': doubt`the file mixes encodings, so names and values may be misread: it was joined from several or damaged; ${exportAgain}`,
  'text-damaged': doubt(
    (a: { count: number }) =>
      `characters were lost here (U+FFFD in ${a.count === 1 ? 'one place' : `${a.count} places`}): the file is damaged; ${exportAgain()}`,
  ),
  'text-control': doubt(
    (a: { character: string; count: number }) =>
      `there is a control character ${a.character} here${a.count === 1 ? '' : ` (control characters in the file: ${a.count})`}: the file is damaged; ${exportAgain()}`,
  ),
} as const;
