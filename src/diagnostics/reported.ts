import type { Reported } from '../model/reported.js';
import { type Diagnostic, messageInFile } from './diagnostic.js';

export const inWords = (d: Diagnostic): Reported => ({ code: d.code, place: d.place, message: messageInFile(d) });

/** What withholds a pass among what was reported. */
export const doubtsOf = (diagnostics: readonly Diagnostic[]): readonly Reported[] =>
  diagnostics.filter(({ effect }) => effect === 'withholds-pass').map(inWords);

/** The rules whose verdict would be another if what is said of the site file counted. */
export const matteringFor = ({ args }: Diagnostic): readonly string[] =>
  'matters' in args && args.matters !== '' ? args.matters.split(', ') : [];

export const wouldChange = (d: Diagnostic): boolean => matteringFor(d).length > 0;
