import type { ListObject } from './object.js';

/**
 * The first label that an object visibly lost: it stops short where the one before or after goes on, or it is the last one
 * and lacks what all the others have. Undefined where nothing shows.
 */
export const missingAtEnd = (objects: readonly ListObject[], i: number): string | undefined => {
  const object = objects[i];
  if (object === undefined) return undefined;
  const goesOn = goesOnAs(object, objects[i - 1]) ?? goesOnAs(object, objects[i + 1]);
  if (goesOn !== undefined || i < objects.length - 1) return goesOn;
  const missing = objects[0]?.properties.filter(({ key }) => !object.lineOf.has(key)) ?? [];
  return missing.find(({ key }) => objects.every((other) => other === object || other.lineOf.has(key)))?.name;
};

/** The next label of `other` when `object` has its first labels in its order and then ends. */
const goesOnAs = (object: ListObject, other: ListObject | undefined): string | undefined => {
  const next = other?.properties[object.properties.length];
  if (next === undefined) return undefined;
  return object.properties.every(({ key }, i) => other?.properties[i]?.key === key) ? next.name : undefined;
};

/**
 * PowerShell pads labels to the longest: where every label is shorter than the room, the one with that length is not there.
 * That length as text; undefined where all is well.
 */
export const missingLabel = (object: ListObject): string | undefined => {
  const room = object.valueColumn - ' : '.length;
  const longest = object.properties.reduce((length, { name }) => Math.max(length, name.length), 0);
  return longest < room ? `${room}` : undefined;
};
