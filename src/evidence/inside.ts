import type { ExportValue } from '../model/export-record.js';
import { decisive, namedBeforeColon, twinOf } from './property-names.js';

/** What stands inside a property's value and is none of it. */
export interface Inside {
  /** An object or dictionary that has a decisive property: a connector's record, which is not judged. */
  readonly record: boolean;
  /** A line of a text of several lines that begins like a property, or is a whole row of the table. */
  readonly line: boolean;
}

/**
 * Looks for connectors' records inside a value, in every container and in every line of its texts.
 *
 * @param isRow true for a line that is a whole row, where the format has rows
 */
export const lookInside = (value: ExportValue, isRow: (line: string) => boolean = () => false): Inside => {
  if (!mayHold(value)) return nothing;
  const inside = { record: false, line: false };
  const met = new Set<ExportValue>();
  const look = (value: ExportValue): void => {
    if (value.kind === 'text') lookAt(value.text);
    else if ((value.kind === 'list' || value.kind === 'object') && !met.has(value)) {
      // What is referred to many times is looked at once.
      met.add(value);
      if (value.kind === 'list') {
        for (const item of value.items) look(item);
        return;
      }
      if (value.text !== undefined) lookAt(value.text);
      if (value.inner !== undefined) look(value.inner);
      for (const [key, property] of value.properties) {
        inside.record ||= isDecisive(key);
        look(property.value);
      }
    }
  };
  const lookAt = (text: string): void => {
    // An object that was flattened to a text.
    if (text.includes('@{'))
      inside.record ||= [...text.matchAll(/[{;]\s*([^=;{}]{1,80})=/g)].some(([, name = '']) => isDecisive(name));
    if (!/[\r\n]/.test(text)) return;
    for (const line of text.split(/[\r\n]+/)) inside.line ||= namedBeforeColon(line) !== undefined || isRow(line);
  };
  look(value);
  return inside;
};

const nothing: Inside = { record: false, line: false };

/** Most values are short texts and truth words: nothing is made for them. */
const mayHold = (value: ExportValue): boolean =>
  value.kind === 'list' ||
  value.kind === 'object' ||
  (value.kind === 'text' && (value.text.includes('@{') || /[\r\n]/.test(value.text)));

const isDecisive = (name: string): boolean => decisive.has(name.trim().toLowerCase()) || twinOf(name) !== undefined;
