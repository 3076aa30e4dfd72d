import type { ExportValue } from '../model/export-record.js';
import { decisive, namedBeforeColon, twinOf } from './property-names.js';
import { onceForShape } from './property-row.js';

/** What stands inside a property's value and is none of it. */
export interface Inside {
  /** An object or dictionary that has a decisive property: a connector's record, which is not judged. */
  readonly record: boolean;
  /** A line of a text of several lines that begins like a property, or is a whole row of the table. */
  readonly line: boolean;
}

/**
 * Makes what looks for connectors' records inside the values of a file, in every container and in every line of texts. Each value is
 * looked at once: what is referred to many times is told where it is met first. `isRow`: true for a line that is a whole row, where
 * the format has rows.
 */
export const insideLooker = () => {
  const met = new Set<ExportValue>();
  const keys = new Map<string, boolean>();
  const isDecisiveKey = (key: string): boolean => {
    const known = keys.get(key) ?? isDecisive(key);
    keys.set(key, known);
    return known;
  };
  const hasDecisive = onceForShape((properties) => [...properties.keys()].some(isDecisiveKey));
  /** Most values are short texts, truth words and a few of these together: nothing is made for them. */
  const mayHold = (value: ExportValue): boolean => {
    if (value.kind === 'text') return textMayHold(value.text);
    if (value.kind === 'list')
      return value.items.length > few || value.items.some((item) => item.kind === 'list' || mayHold(item));
    if (value.kind !== 'object') return false;
    const { text = '', inner, properties } = value;
    // A row is never referred to.
    if (properties.shape === undefined && properties.size > 0) return true;
    let may = textMayHold(text) || inner?.kind === 'list' || inner?.kind === 'object' || hasDecisive(properties);
    if (inner !== undefined) may ||= mayHold(inner);
    properties.forEach((property) => {
      may ||= mayHold(property.value);
    });
    return may;
  };
  return (value: ExportValue, isRow: (line: string) => boolean = () => false): Inside => {
    if (!mayHold(value)) return nothingInside;
    const inside = { record: false, line: false };
    const lookAt = (text: string): void => {
      // An object that was flattened to a text.
      if (text.includes('@{'))
        inside.record ||= [...text.matchAll(/[{;]\s*([^=;{}]{1,80})=/g)].some(([, name = '']) => isDecisive(name));
      if (!/[\r\n]/.test(text)) return;
      for (const line of text.split(/[\r\n]+/)) inside.line ||= namedBeforeColon(line) !== undefined || isRow(line);
    };
    // References nest deeper than calls can.
    const open: ExportValue[] = [];
    const add = (one: ExportValue): void => {
      if (!mayHold(one) || met.has(one)) return;
      met.add(one);
      open.push(one);
    };
    add(value);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (one.kind === 'text') lookAt(one.text);
      if (one.kind === 'list') for (const item of one.items) add(item);
      if (one.kind !== 'object') continue;
      if (one.text !== undefined) lookAt(one.text);
      if (one.inner !== undefined) add(one.inner);
      for (const [key, property] of one.properties) {
        inside.record ||= isDecisiveKey(key);
        add(property.value);
      }
    }
    return inside;
  };
};

/** The answer for most values. */
export const nothingInside: Inside = { record: false, line: false };

/** Longer lists may be referred to many times: they are looked at once. */
const few = 20;

const textMayHold = (text: string): boolean => /@\{|[\n\r]/.test(text);

const isDecisive = (name: string): boolean => decisive.has(name.trim().toLowerCase()) || twinOf(name) !== undefined;
