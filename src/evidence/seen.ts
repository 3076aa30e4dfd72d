import { shortened } from '../text/limit.js';

/**
 * What is shown of a value that could not be read: its beginning. An object that was made a text (`@{Name=…; Password=…}`)
 * may hold a secret under any name, so that nothing of it is shown.
 */
export const seen = (text: string, limit = 60): string => {
  const shown = shortened(text, limit);
  const object = shown.indexOf('@{');
  return object === -1 ? shown : `${shown.slice(0, object)}@{…}`;
};
