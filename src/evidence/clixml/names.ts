import { primitives } from './value.js';

const names = new Set([
  ...['Objs', 'Obj', 'Ref', 'TN', 'TNRef', 'T', 'ToString', 'Props', 'MS', 'LST', 'IE', 'STK', 'QUE', 'DCT', 'En'],
  ...['RefId', 'N', 'xmlns'],
  ...primitives.keys(),
]);

/** A name as a message shows it: one of CLIXML's, and nothing of any other. Where markup is damaged, a secret may pass for one. */
export const shownXmlName = (name: string): string => (names.has(name) ? name : '(not shown)');
