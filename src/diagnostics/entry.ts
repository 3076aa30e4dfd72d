import type { Place, Severity } from '../model/diagnostic.js';
import { exportCommands } from './export-command.js';

/** What a diagnostic was given; empty texts where nothing. */
export type Words = { readonly expected: string; readonly actual: string; readonly place: Place };

/** A code's severity, and its English: what is wrong and what to do; one line. */
export interface Entry {
  readonly severity: Severity;
  readonly message: (words: Words) => string;
}

export const error = (message: Entry['message']): Entry => ({ severity: 'error', message });
export const warning = (message: Entry['message']): Entry => ({ severity: 'warning', message });
export const info = (message: Entry['message']): Entry => ({ severity: 'info', message });

export const exportAgain = `export again: ${exportCommands.clixml}`;

/** The option's name, where the value is not one of a property that the place names. */
export const optionOr = (w: Words, option: string): string => (w.place.property === undefined ? `${option} ` : '');
