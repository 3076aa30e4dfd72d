import { type Entry, error } from '../entry.js';

/** Messages on bytes and text. */
export const text = {
  // text
  'binary-input': error((w) => `this is binary data (${w.actual}), not exported text; export the connectors again`),
  'input-too-large': error(
    (w) =>
      `the file has ${w.actual}, more than the limit of ${w.expected}; check that it is the right one, then raise the limit: --limit bytes=N`,
  ),
  'too-many-items': error(
    (w) =>
      `there are more than ${w.expected} ${w.actual}; check that it is the right file, then raise the limit: --limit items=N`,
  ),
  'undecodable-input': error((w) => `the bytes are not valid ${w.actual}; the file is damaged: export it again`),
} as const satisfies Record<string, Entry>;
