import { describe, expect, it } from 'vitest';
import { openscap } from '../../src/importers/openscap.js';
import { document } from '../support/documents.js';
import { changed, golden, silent, variants, written } from '../support/openscap.js';

const codes = (text: string): readonly string[] => openscap.predict(document('xccdf', text)).map(({ code }) => code);

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
