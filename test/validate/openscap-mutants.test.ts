import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openscap } from '../../src/importers/openscap.js';
import { validateDocument } from '../../src/validate/validate.js';
import { temporaryFolder } from '../support/command.js';
import { document } from '../support/documents.js';
import { xmlMutants } from '../support/mutants.js';
import { silent, variants, written } from '../support/openscap.js';

const lacksOscap = spawnSync('oscap', ['--version']).error !== undefined;
if (lacksOscap) console.warn('skipped: oscap is not installed');

describe.skipIf(lacksOscap)('agrees with oscap', () => {
  const file = join(temporaryFolder(), 'results.xml');
  const isValid = (text: string): boolean => {
    writeFileSync(file, text);
    return spawnSync('oscap', ['xccdf', 'validate', file]).status === 0;
  };
  const isPredictedValid = (text: string): boolean =>
    !validateDocument(document('xccdf', text), [openscap]).some(({ severity }) => severity === 'error');

  it.each(Object.entries(variants))('%s', (_, [text, expected]) => {
    expect(isValid(text)).toBe(expected.length === 0);
    expect(isPredictedValid(text)).toBe(expected.length === 0);
  });

  it('on damaged files', { timeout: 60_000 }, () => {
    const mutants = [
      ...xmlMutants(written, {
        elements: ['Benchmark', 'platform', 'metadata', 'TestResult', 'rule-result', 'result', 'Rule'],
        kinds: ['drop', 'rename', 'rename-case', 'duplicate', 'empty', 'retype', 'foreign', 'reorder', 'add-attribute'],
      }),
      ...xmlMutants(silent, {
        elements: ['platform', 'metadata', 'title', 'description', 'check', 'score'],
        kinds: ['drop', 'duplicate', 'empty', 'retype'],
      }),
    ];
    const disagreed = mutants.filter(({ text }) => isValid(text) !== isPredictedValid(text)).map(({ name }) => name);
    console.info(`oscap: ${mutants.length} mutants, ${disagreed.length} disagreed`);
    expect(mutants.length).toBeGreaterThan(60);
    expect(disagreed).toEqual([]);
  });
});
