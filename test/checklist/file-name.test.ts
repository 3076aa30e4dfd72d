import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklistBaseName, distinctFileNames, fileName } from '../../src/formats/file-name.js';
import { formatNames } from '../../src/model/format-names.js';

const named = (hostName: string) => ({ hostName, benchmarkId: 'Test_STIG', release: 'V2R2' });
const host = (hostName: string, format: (typeof formatNames)[number] = 'cklb'): string =>
  checklistBaseName(named(hostName), format).replace(/_Test_STIG_V2R2$/, '');

test('the three names', () => {
  expect(formatNames.map((format) => fileName(named('EDGE01'), format))).toEqual([
    'EDGE01_Test_STIG_V2R2.ckl',
    'EDGE01_Test_STIG_V2R2.cklb',
    'EDGE01_Test_STIG_V2R2_xccdf-results.xml',
  ]);
});

test.each(['EDGE01', 'edge-01.example.mil', 'a', '_', 'CONSOLE', 'com10', 'x'.repeat(64)])('%s stays', (name) => {
  expect(host(name)).toBe(name);
});

test.each([
  ['EDGE 01', /^EDGE_01-[0-9a-f]{8}$/],
  ['ÉDGE/01', /^_DGE_01-[0-9a-f]{8}$/],
  ['../../etc/passwd', /^___\.\._etc_passwd-[0-9a-f]{8}$/],
  ['.', /^_-[0-9a-f]{8}$/],
  ['..', /^__-[0-9a-f]{8}$/],
  ['.hidden', /^_hidden-[0-9a-f]{8}$/],
  ['-option', /^_option-[0-9a-f]{8}$/],
  ['EDGE01.', /^EDGE01_-[0-9a-f]{8}$/],
  ['con', /^con_-[0-9a-f]{8}$/],
  ['Nul.example.mil', /^Nul_\.example\.mil-[0-9a-f]{8}$/],
  ['LPT1', /^LPT1_-[0-9a-f]{8}$/],
  ['EDGE01-0123abcd', /^EDGE01-0123abcd-[0-9a-f]{8}$/],
  ['x'.repeat(65), /^x{55}-[0-9a-f]{8}$/],
])('%s is changed', (name, expected) => {
  expect(host(name)).toMatch(expected);
});

describe('a CKL', () => {
  test.each(['xccdf', 'MyXCCDFhost', 'xxccdfccdf'])('of host %s is not taken for XCCDF', (name) => {
    expect(fileName(named(name), 'ckl')).not.toMatch(/xccdf/i);
    expect(fileName(named(name), 'ckl')).toMatch(/-[0-9a-f]{8}_Test/);
    expect(fileName(named(name), 'cklb')).toContain(name);
  });

  test('of a benchmark with that word too', () => {
    expect(fileName({ ...named('EDGE01'), benchmarkId: 'Xccdf_STIG' }, 'ckl')).not.toMatch(/xccdf/i);
  });
});

const hostNames = fc.oneof(
  fc.string({ minLength: 1, maxLength: 255, unit: 'binary' }),
  fc.stringMatching(/^[ ./a-c_-]{1,6}$/),
  fc.stringMatching(/^[ _]?a{60,66}[ab]$/),
);

test('any two names that differ in more than case give files that differ in more than case', () => {
  fc.assert(
    fc.property(hostNames, hostNames, fc.constantFrom(...formatNames), (one, other, format) => {
      fc.pre(one.toLowerCase() !== other.toLowerCase());
      expect(fileName(named(one), format).toLowerCase()).not.toBe(fileName(named(other), format).toLowerCase());
    }),
  );
});

test('what one name becomes is no other name', () => {
  fc.assert(
    fc.property(hostNames, (name) => {
      fc.pre(host(name) !== name);
      expect(host(host(name))).not.toBe(host(name));
    }),
  );
});

test('any name gives a safe file name', () => {
  fc.assert(
    fc.property(hostNames, fc.constantFrom(...formatNames), (name, format) => {
      const file = fileName(named(name), format);
      expect(file).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
      expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(file.length).toBeLessThan(120);
    }),
  );
});

test('names of one folder never meet, also where case does not count', () => {
  const part = fc.constantFrom('a', 'A', 'a_1', 'A_1', 'a_1_1', '');
  fc.assert(
    fc.property(fc.array(part), (hosts) => {
      const names = distinctFileNames(
        hosts.map((name) => fileName(named(name), 'xccdf')),
        'xccdf',
      );
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(hosts.length);
      expect(names.every((name) => name.endsWith('_xccdf-results.xml'))).toBe(true);
    }),
  );
});
