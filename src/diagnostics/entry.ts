import type { Effect, Place, Severity } from '../model/place.js';
import { exportCommands } from './export-command.js';

/** Where it was found, for messages that depend on it. */
export type At = { readonly place: Place };

/** A code's severity and effect, and its English, made of its own arguments: what is wrong and what to do; one line. */
export interface Entry<Args extends object> {
  readonly severity: Severity;
  readonly effect: Effect;
  readonly message: (args: Args & At) => string;
}

type NoArgs = Record<never, never>;

/** Makes the entries of one severity and effect. A message's arguments are those that its function declares. */
const entries =
  (severity: Severity, effect: Effect) =>
  <Args extends object = NoArgs>(message: (args: Args & At) => string): Entry<Args> => ({ severity, effect, message });

/** What was read is not used. */
export const refuses = entries('error', 'refuses');

/** What was read is used, and withholds the pass. */
export const doubt = entries('warning', 'withholds-pass');

export const error = entries('error', 'none');
export const warning = entries('warning', 'none');
export const info = entries('info', 'none');

export const exportAgain = `export again: ${exportCommands.clixml}`;

/** The option's name, where the value is not one of a property that the place names. */
export const optionOr = (w: At, option: string): string => (w.place.property === undefined ? `${option} ` : '');
