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

/** What a message quotes: an argument by its name, or words that depend on where it is read. */
type Slot = string | ((at: At) => string);

/** Makes an entry of a template, whose slots are the message's arguments, or of a function that declares them. */
interface MakeEntry {
  <const Slots extends readonly Slot[]>(
    text: TemplateStringsArray,
    ...slots: Slots
  ): Entry<{ [Name in Extract<Slots[number], string>]: string }>;
  <Args extends object = NoArgs>(message: (args: Args & At) => string): Entry<Args>;
}

/** Makes the entries of one severity and effect. */
const entries = (severity: Severity, effect: Effect): MakeEntry =>
  ((text: TemplateStringsArray | Entry<never>['message'], ...slots: readonly Slot[]) => ({
    severity,
    effect,
    message: typeof text === 'function' ? text : filled(text, slots),
  })) as MakeEntry;

const filled =
  (text: TemplateStringsArray, slots: readonly Slot[]) =>
  (args: Readonly<Record<string, string>> & At): string =>
    String.raw({ raw: text }, ...slots.map((slot) => (typeof slot === 'string' ? args[slot] : slot(args))));

/** What was read is not used. */
export const refuses = entries('error', 'refuses');

/** What was read is used, and withholds the pass. */
export const doubt = entries('warning', 'withholds-pass');

export const error = entries('error', 'none');
export const warning = entries('warning', 'none');
export const info = entries('info', 'none');

export const exportAgain = (): string => `export again: ${exportCommands.clixml}`;

/** The remedy: the command has options, the page has fields and choices, and what is written knows of neither. */
export const where =
  (command: string, page: string, file = page) =>
  ({ on }: Pick<At, 'on'>): string =>
    on === undefined ? command : on === 'page' ? page : file;

/** @param what a limit that both have: `bytes` or `items` */
export const raise =
  (what: string) =>
  (at: At): string =>
    `raise the limit${where(` with --limit ${what}=N`, ' in More options', '')(at)}`;

export const addBenchmark = (what: string) =>
  where(`--benchmark FILE takes ${what} from the STIG`, `add DISA's benchmark, which has ${what}`);

/** What the user can say of the asset: `--fqdn, --ip` to the command, `FQDN, IP` on the page. */
export const assetFields = (at: At, fields: readonly string[]): string =>
  fields.map((name) => where(`--${name}`, name.toUpperCase())(at)).join(', ');

/** The option's name, where the value is not one of a property that the place names. The page shows it at the field. */
export const optionOr =
  (option: string) =>
  ({ place, on }: At): string =>
    place.property === undefined && on === undefined ? `${option} ` : '';
