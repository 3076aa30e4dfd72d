import { visible } from '../../text/visible.js';

export { renderTable, usualWidth } from '../../text/table.js';

/** A file's path is never cut. */
export const writtenLine = (path: string): string => `wrote  ${visible(path)}\n`;
