import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticLine } from '../diagnostics/line.js';
import type { Severity } from '../model/place.js';
import { cutText } from '../text/limit.js';
import { type Content, h } from './html.js';
import { table, wholeValue } from './parts.js';

/** How many diagnostics of one code are listed; the rest are counted. */
const listedOfACode = 20;

const order: readonly Severity[] = ['error', 'warning', 'info'];

const severityWords: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Notice' };

/** What a diagnostic quotes can be as long as the file that it is about. */
const longestMessage = 2000;

/** A diagnostic with its place, as the command prints it (`diagnosticLine`). */
export const messageText = (line: string): Content =>
  wholeValue(line.length > longestMessage ? `${cutText(line, longestMessage)}… [cut]` : line);

/** What was reported, errors first, each with its place; of a code with very many, the first of them and a count. */
export const diagnosticsTable = (diagnostics: readonly Diagnostic[], id: string): Content => {
  if (diagnostics.length === 0) return h('p', 'Nothing was reported.');
  const ordered = [...diagnostics].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const counts = new Map<string, number>();
  const listed = ordered.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= listedOfACode;
  });
  return [
    table({
      id: `${id}-list`,
      caption: 'Messages, errors first',
      size: 'middle',
      kind: 'messages',
      columns: ['Severity', 'What, and where'],
      rows: listed.map((d) => [severityWords[d.severity], messageText(diagnosticLine(d))]),
    }),
    [...counts]
      .filter(([, count]) => count > listedOfACode)
      .map(([code, count]) => h('p', `${count - listedOfACode} more of [${code}]`)),
  ];
};
