import type { Slot } from '../formats/slots.js';

/** A value to put in the place of another. */
export interface SlotEdit {
  readonly slot: Slot;
  readonly after: string;
}

/** A text with other values in its slots, and every other character as it was. */
export const applyEdits = (text: string, edits: readonly SlotEdit[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { slot, after } of edits.toSorted((a, b) => a.slot.start - b.slot.start)) {
    parts.push(text.slice(at, slot.start), slot.write(after));
    at = slot.end;
  }
  return parts.join('') + text.slice(at);
};
