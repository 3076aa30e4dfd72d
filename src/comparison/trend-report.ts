import type { Tool } from '../model/checklist.js';
import { outcomes, outcomeWords } from '../outcome/outcome.js';
import { type Content, h } from '../report/html.js';
import { toPage } from '../report/page.js';
import { counted, outcomeMark, table, value, wholeValue } from '../report/parts.js';
import type { Trend, TrendCell } from './trend.js';

/** The trend as a page: the counts of each run, then all hosts and runs. The same input gives the same text. */
export const trendReport = ({ runs, rows }: Trend, tool: Tool): string =>
  toPage({
    title: `STIG trend of ${counted(runs.length, 'run')}`,
    label: 'Trend',
    marking: '',
    tool,
    assessedAt: runs.at(-1)?.assessedAt ?? '',
    sections: [
      {
        id: 'runs',
        heading: 'Runs',
        content: table({
          id: 'run-list',
          caption: `${counted(runs.length, 'run')}, the oldest first, with how many results have each verdict`,
          size: 'wide',
          columns: ['Run', 'Summary', ...outcomes.map((outcome) => outcomeWords[outcome])],
          rows: runs.map(({ assessedAt, path, counts }) => [
            h('time', { datetime: assessedAt }, assessedAt),
            wholeValue(path),
            ...outcomes.map((outcome) => String(counts[outcome])),
          ]),
        }),
      },
      {
        id: 'hosts',
        heading: 'Hosts',
        content: table({
          id: 'host-list',
          caption: 'Verdicts by host and run, with what changed since the run before',
          size: 'wide',
          columns: ['Host', ...(rows.some(({ rule }) => rule !== undefined) ? ['Rule'] : []), ...runs.map(runName)],
          rows: rows.map(({ host, rule, cells }) => [
            host === '' ? '(not known)' : value(host),
            ...(rule === undefined ? [] : [value(rule)]),
            ...cells.map(cellOf),
          ]),
        }),
      },
    ],
  });

const runName = ({ label }: Trend['runs'][number]): Content => wholeValue(label);

const cellOf = ({ outcome, change }: TrendCell): Content => [
  outcome === undefined ? '–' : outcomeMark(outcome),
  change === undefined ? undefined : h('p', change),
];
