import { builtInBenchmark } from '../../benchmark/built-in.js';
import { releaseOf } from '../../model/benchmark.js';
import { el } from '../dom.js';

/** The rule's text as DISA publishes it, and how this program reads it. */
export const ruleView = (): HTMLElement => {
  const benchmark = builtInBenchmark();
  const [rule] = benchmark.rules;
  const part = (title: string, text: string): readonly HTMLElement[] => [
    el('h3', title),
    el('div', { class: 'whole' }, text),
  ];
  return el(
    'div',
    el('p', `${rule?.groupId}, ${rule?.ruleId}, ${rule?.stigId}: ${benchmark.title}, ${releaseOf(benchmark)}.`),
    el('p', el('strong', rule?.title)),
    ...part('Check', rule?.checkContent ?? ''),
    ...part('Fix', rule?.fixText ?? ''),
    ...part('Discussion', rule?.discussion ?? ''),
    el('h3', 'How it is judged'),
    el(
      'ul',
      el('li', 'Not a finding: there is at least one connector, and every one is known to meet every clause.'),
      el('li', 'Open: at least one connector is known to break a clause.'),
      el('li', 'Not reviewed: none is known to break one, but something is missing, unreadable, or empty.'),
    ),
    el('p', 'What is missing, garbled or contradictory never becomes a pass.'),
  );
};
