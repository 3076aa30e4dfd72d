import type { Effect, Place, Severity } from '../model/place.js';
import { exportCommands } from './export-command.js';

/** Where it was found, and where it is read if not in the command's output, for messages that depend on it. */
export type At = { readonly place: Place; readonly on?: 'page' | 'file' | undefined };

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

/** The remedy: the command has options, the page has fields and choices, and what is written knows of neither. */
export const where = ({ on }: Pick<At, 'on'>, command: string, page: string, file = page): string =>
  on === undefined ? command : on === 'page' ? page : file;

/** @param what a limit that both have: `bytes` or `items` */
export const raise = (a: At, what: string): string =>
  `raise the limit${where(a, ` with --limit ${what}=N`, ' in More options', '')}`;

export const addBenchmark = (a: At, what: string): string =>
  where(a, `--benchmark FILE takes ${what} from the STIG`, `add DISA's benchmark, which has ${what}`);

/** What the user can say of the asset: `--fqdn, --ip` to the command, `FQDN, IP` on the page. */
export const assetFields = (a: At, fields: readonly string[]): string =>
  fields.map((name) => where(a, `--${name}`, name.toUpperCase())).join(', ');

/** The option's name, where the value is not one of a property that the place names. The page shows it at the field. */
export const optionOr = (w: At, option: string): string =>
  w.place.property === undefined && w.on === undefined ? `${option} ` : '';
