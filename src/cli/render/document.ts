import { diagnostic } from '../../diagnostics/diagnostic.js';
import { visibleLines } from '../../text/visible.js';
import type { Io } from '../io.js';
import { stderrStyle } from '../render/line.js';
import { renderDiagnostics } from './diagnostics.js';

/**
 * Writes a checklist or result to standard output: as it is into a file or a pipe; on a terminal with what a terminal would act
 * on made visible, and where that changed anything, a notice (`document-shown-escaped`) on standard error.
 */
export const printDocument = (text: string, io: Io): void => {
  const shown = io.isTerminal ? visibleLines(text) : text;
  if (shown !== text) io.stderr(renderDiagnostics([diagnostic('document-shown-escaped', {})], stderrStyle(io)));
  io.stdout(shown);
};
