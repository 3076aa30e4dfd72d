import type { SendConnector } from '../model/connector.js';
import type { Note, Truth } from '../model/review.js';

/** A note with the connectors that it is about. It needs known facts: what is unknown raises none. */
export interface ConnectorNote extends Note {
  readonly applies: (connector: SendConnector) => boolean;
}

export const all = (...truths: readonly Truth[]): boolean => truths.every((truth) => truth === 'true');
export const none = (truth: Truth): boolean => truth === 'false';

/** The notes that apply to a connector, as plain data. */
export const notesOf = (notes: readonly ConnectorNote[], connector: SendConnector): readonly Note[] =>
  notes.flatMap(({ applies, ...note }) => (applies(connector) ? [note] : []));
