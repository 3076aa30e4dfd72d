import type { Collected } from '../collection/collected-files.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { SendConnector } from '../model/connector.js';

/** An export, with what its collection says of it where it came with one. */
interface File {
  readonly path: string;
  readonly collected?: Collected | undefined;
}

/** The server on which a file was collected, in the form of a record. */
export const serverOf = ({ collected }: File): readonly Pick<SendConnector, 'asked'>[] =>
  collected === undefined ? [] : [{ asked: [{ name: collected.server, property: 'host', place: collected.place }] }];

/** The command ran without error and returned nothing. */
export const isCleanlyEmpty = ({ collected }: File): boolean => collected?.isClean === true && collected.count === 0;

/** What withholds a pass although a file can be read: its collection says something else of it. */
export const collectedDoubts = ({ path, collected }: File, read: number): readonly Diagnostic[] => {
  if (collected === undefined) return [];
  const { command, count, place, doubts } = collected;
  if (count === read) return doubts;
  const name = path.split('/').at(-1) ?? path;
  return [...doubts, diagnostic('collection-count-differs', place, { name, command, collected: count, read })];
};

/** The command that returned no connector and ran without error, where that is all that there is. */
export const emptyWord = (exports: readonly File[]): string | undefined => {
  const words = exports.flatMap(({ collected }) => collected ?? []);
  const asked = words.filter(({ command }) => command === 'Get-SendConnector');
  const [first] = asked;
  const isAll = words.length === exports.length && asked.every(({ isClean, count }) => isClean && count === 0);
  return first !== undefined && isAll
    ? `Get-SendConnector ran on ${first.server} without error and returned no send connector`
    : undefined;
};
