import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openscap } from '../../src/importers/openscap.js';
import { validateDocument } from '../../src/validate/validate.js';
import { temporaryFolder } from '../support/command.js';
import { document } from '../support/documents.js';
import { xmlMutants } from '../support/mutants.js';

const golden = (name: string): string =>
  readFileSync(new URL(`../formats/goldens/${name}/xccdf-results.xml`, import.meta.url), 'utf8');

const written = golden('one-rule-open');
const uri = 'cpe:/a:microsoft:exchange_server:2019';
/** The same valid file, of which the schematron has nothing to say. */
const silent = written.replace(uri, 'cpe:2.3:a:microsoft:exchange_server:2019:*:*:*:*:*:*:*');

const codes = (text: string): readonly string[] => openscap.predict(document('xccdf', text)).map(({ code }) => code);

const changed = (text: string, from: string | RegExp, to: string): string => {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
};

/** Valid by schema and schematron; the first three have nothing that the schematron warns of. */
const variants: Readonly<Record<string, readonly [text: string, codes: readonly string[]]>> = {
  'a platform in the formatted string binding': [silent, ['openscap-silent']],
  'without notice': [changed(silent, '<cdf:notice id="terms-of-use"/>', ''), ['openscap-silent']],
  'without fixtext': [changed(silent, /<cdf:fixtext[\s\S]*?<\/cdf:fixtext>/, ''), ['openscap-silent']],
  'a platform in the URI binding': [written, []],
  'without platform': [changed(silent, /<cdf:platform [^>]*>/, ''), []],
  'a platform of another name': [changed(silent, /<cdf:platform [^>]*>/, '<cdf:platform idref="exchange"/>'), []],
  'without metadata': [changed(silent, /<cdf:metadata>[\s\S]*<\/cdf:metadata>/, ''), []],
  'metadata of another kind': [
    changed(silent, /<cdf:metadata>[\s\S]*<\/cdf:metadata>/, '<cdf:metadata><x xmlns="urn:x"/></cdf:metadata>'),
    [],
  ],
  'a Group without title': [changed(silent, /<cdf:title>SRG[^<]*<\/cdf:title>/, ''), []],
  'a Rule without title': [changed(silent, /<cdf:title>Exchange[^<]*<\/cdf:title>/, ''), []],
  'a Benchmark without description': [changed(silent, /<cdf:description>[\s\S]*?<\/cdf:description>/, ''), []],
  'without test-system': [changed(silent, / test-system="[^"]*"/, ''), []],
  'an abstract Group': [changed(silent, '<cdf:Group ', '<cdf:Group abstract="true" '), []],
  'a Group that is not abstract': [changed(silent, '<cdf:Group ', '<cdf:Group abstract="false" '), ['openscap-silent']],
  'a rule-result without check': [
    changed(silent, /<cdf:check system="[^"]*">\s*<cdf:check-content>\s*<sm:[\s\S]*?<\/cdf:check>/, ''),
    [],
  ],
  'a selector of the check': [changed(silent, /<cdf:check system/, '<cdf:check selector="x" system'), []],
};

describe('openscap', () => {
  it.each(Object.entries(variants))('%s', (_, [text, expected]) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each(['all-statuses', 'hostile-texts', 'many-addresses', 'no-addresses', 'one-rule-open'])(
    'has nothing against what is written here: %s',
    (name) => {
      expect(codes(golden(name))).toEqual([]);
    },
  );

  it('refuses a TestResult alone, and unknown namespaces', () => {
    const inner = /<cdf:TestResult [\s\S]*<\/cdf:TestResult>/.exec(written)?.[0] ?? '';
    const alone = changed(inner, ' ', ' xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" xmlns:sm="urn:x" ');
    expect(codes(alone)).toEqual(['openscap-root']);
    expect(codes(changed(written, 'xccdf/1.2', 'xccdf/9.9'))).toEqual(['openscap-namespace']);
    expect(codes(changed(written, 'xccdf/1.2', 'xccdf/1.1'))).toEqual([]);
  });

  it('says where the platform is, and of whom this is said', () => {
    expect(openscap.predict(document('xccdf', silent))).toMatchObject([
      { severity: 'error', importer: 'openscap', place: { line: 12, column: 2 } },
    ]);
  });

  it('says nothing of other formats', () => {
    expect(openscap.predict({ format: 'cklb', file: 'x', value: {}, byteOrderMark: false })).toEqual([]);
  });
});

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
