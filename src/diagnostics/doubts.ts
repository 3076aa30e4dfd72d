import type { Doubt } from '../model/doubt.js';
import { type Diagnostic, messageOf } from './diagnostic.js';

/** Those of the diagnostics that withhold a pass. */
export const doubtsOf = (diagnostics: readonly Diagnostic[]): readonly Doubt[] =>
  diagnostics
    .filter(({ effect }) => effect === 'withholds-pass')
    .map((d) => ({ code: d.code, place: d.place, message: messageOf(d) }));
