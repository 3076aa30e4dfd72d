import { refuses, type Words } from '../entry.js';

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
} as const;
