import type { SendConnector } from '../model/connector.js';
import type { Note, Truth } from '../model/review.js';
import type { SiteWord } from '../model/site-word.js';

/** A note with the connectors that it is about. It needs known facts: what is unknown raises none. */
export interface ConnectorNote extends Omit<Note, 'text'> {
  readonly text: string | ((connector: SendConnector, site: SiteWord) => string);
  readonly applies: (connector: SendConnector, site: SiteWord) => boolean;
}

export const all = (...truths: readonly Truth[]): boolean => truths.every((truth) => truth === 'true');
export const none = (truth: Truth): boolean => truth === 'false';

/** The notes that apply to a connector, as plain data. */
export const notesOf = (notes: readonly ConnectorNote[], connector: SendConnector, site: SiteWord): readonly Note[] =>
  notes
    .filter((note) => note.applies(connector, site))
    .map(({ applies, text, ...note }) => ({ ...note, text: typeof text === 'string' ? text : text(connector, site) }));

/** Of rules whose title names internal connectors, on one that the site lists as internet-facing. */
export const titleSaysInternal: ConnectorNote = {
  code: 'title-says-internal',
  kind: 'collision',
  text: 'The site lists this connector as internet-facing; the rule\'s title says "internal" connectors, its check does not: every connector is judged.',
  applies: (_, site) => site.internetFacing === 'true',
};
