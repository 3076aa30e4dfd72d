import type { Reporter, TestCase, TestModule } from 'vitest/node';

const marks: Readonly<Record<string, string>> = { passed: 'ok', failed: 'FAILED', skipped: '-', pending: '?' };

/** Prints what was asked of which importer: a table of cases and importers, and what was left out and why. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const importers = [...new Set(tests.map(importerOf))].sort();
    const rows = new Map<string, Map<string, string>>();
    const leftOut = new Map<string, Set<string>>();
    for (const test of tests) {
      const result = test.result();
      const row = rows.get(test.name) ?? new Map<string, string>();
      row.set(importerOf(test), marks[result.state] ?? result.state);
      rows.set(test.name, row);
      if (result.state === 'skipped' && result.note !== undefined)
        leftOut.set(result.note, (leftOut.get(result.note) ?? new Set()).add(importerOf(test)));
    }
    const width = Math.max(...[...rows.keys()].map((name) => name.length));
    const lines = [...rows].map(([name, row]) =>
      [name.padEnd(width), ...importers.map((importer) => center(row.get(importer) ?? '', importer.length))].join('  '),
    );
    const reasons = [...leftOut].map(([reason, of]) => `left out: ${[...of].join(', ')}: ${reason}`);
    const header = ['case'.padEnd(width), ...importers].join('  ');
    const total = [
      'total'.padEnd(width),
      ...importers.map((importer) => center(tally(tests, importer), importer.length)),
    ];
    const legend = 'ok: read as it was meant; -: left out; blank: not asked';
    console.log(['', header, ...lines, total.join('  '), '', legend, ...reasons, ''].join('\n'));
  }
}

/** The outermost describe. */
const importerOf = (test: TestCase): string => test.fullName.split(' > ')[0] ?? '';

const tally = (tests: readonly TestCase[], importer: string): string => {
  const of = tests.filter((test) => importerOf(test) === importer);
  return `${of.filter((test) => test.result().state === 'passed').length}/${of.length}`;
};

const center = (text: string, width: number): string =>
  text.padStart(Math.ceil((width + text.length) / 2)).padEnd(width);
