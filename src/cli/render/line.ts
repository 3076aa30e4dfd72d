import pc from 'picocolors';
import type { Severity } from '../../model/place.js';
import { wrapToWidth } from '../../text/width.js';
import type { Io } from '../io.js';

// Every start loads this file: the messages stay out of it.

/** How lines for a person look. */
export interface LineStyle {
  readonly color?: boolean | undefined;
  /** Lines are wrapped at this width; where it is not given, as in a pipe, each stays one line. */
  readonly columns?: number | undefined;
  /** Every warning and notice, instead of one of each kind and file with a count. */
  readonly verbose?: boolean | undefined;
}

/** A line in the colour of its severity, wrapped between words with what follows indented. */
export const styledLine = (
  severity: Severity | 'next' | 'plain',
  line: string,
  { color = false, columns }: LineStyle,
): string => {
  const colors = pc.createColors(color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.gray, next: colors.bold, plain: String }[
    severity
  ];
  const [first = '', ...more] = columns === undefined ? [line] : wrapToWidth(line, columns - indent.length);
  return [first, ...more.map((rest) => indent + rest)].map((part) => `${paint(part)}\n`).join('');
};

const indent = '  ';

/** One line that says what to do next. */
export const tellNext = (io: Io, next: string | undefined): void => {
  if (next !== undefined && next !== '') io.stderr(styledLine('next', `next: ${next}`, stderrStyle(io)));
};

export const stderrStyle = ({ stderrColor, stderrColumns }: Io): LineStyle => ({
  color: stderrColor,
  columns: stderrColumns,
});
