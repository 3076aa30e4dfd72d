import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseDocument } from '../../src/documents/parse-document.js';
import { formatFaults, schemaFaults } from '../../src/validate/validate.js';
import { jsonMutants, type Mutant, xmlMutants } from '../support/mutants.js';
import { officialCklb, officialSchemas, officialXsd } from '../support/official.js';
import { lacksShared } from '../support/shared.js';
import { bytesOf, changed, valid } from './documents.js';

/** Mutants of which we say something else than the official schema, each with the reason. */
const explained: readonly { readonly name: RegExp; readonly reason: string }[] = [
  {
    name: /^\S+ \/Benchmark\/platform-specification/,
    reason: 'what CPE says of platforms (an own schema) is no matter of results, and is not looked into',
  },
  {
    name: /^empty \/Benchmark\/Group\/requires@idref$/,
    reason: 'XML Schema wants one name at least in NMTOKENS; libxml2 does not',
  },
  {
    name: /^drop \/Benchmark\/TestResult$/,
    reason: 'a benchmark without results is valid, but no result: it is refused',
  },
  { name: /^(null|retype-\w+) $/, reason: "DISA's schema does not say that a checklist is an object" },
  {
    name: /^(null|retype-\w+) stigs\[0\]\.rules\[0\](\.overrides)?$/,
    reason: "DISA's schema does not say that a rule, or its overrides, is an object; importers take it for one",
  },
];

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** True where we find the text invalid as its format's schema means it. */
const weRefuse = (text: string): boolean => {
  const read = parseDocument(bytesOf(text), 'mutant');
  if (!read.ok || read.value.format === 'arf') return true;
  const faults = read.value.format === 'cklb' ? formatFaults(read.value) : schemaFaults(read.value);
  return [...read.diagnostics, ...faults].some(isError);
};

const compare = (what: string, mutants: readonly Mutant[], theyRefuse: (text: string) => boolean): void => {
  const judged = mutants.map(({ name, text }) => ({ name, ours: weRefuse(text), theirs: theyRefuse(text) }));
  const differing = judged.filter(({ ours, theirs }) => ours !== theirs).map(({ name }) => name);
  const open = differing.filter((name) => !explained.some((line) => line.name.test(name)));
  const refused = judged.filter(({ theirs }) => theirs).length;
  console.log(
    `${what}: ${mutants.length} mutants (${refused} invalid), ${differing.length} disagreed, all but ${open.length} explained`,
  );
  expect(open).toEqual([]);
  // A comparison that never sees both answers proves nothing.
  expect(refused).toBeGreaterThan(mutants.length / 10);
  expect(refused).toBeLessThan(mutants.length);
};

/** Damage that a text's content does not matter to is done once for each name. */
const brief = {
  kinds: [
    'drop',
    'duplicate',
    'rename',
    'empty',
    'retype',
    'lengthen',
    'move-last',
    'reorder',
    'foreign',
    'add-text',
    'add-child',
    'pad',
  ],
};

describe.skipIf(lacksShared(officialSchemas.ckl))('damaged CKL: valid by us as by the official schema', () => {
  test('one rule', () => {
    const validate = officialXsd('ckl');
    compare('CKL', xmlMutants(valid.ckl), (text) => validate(text).length > 0);
  });
});

describe.skipIf(lacksShared(officialSchemas.xccdf))('damaged XCCDF: valid by us as by the official schema', () => {
  const alone = (text: string): string => {
    const result = /<cdf:TestResult[\s\S]*<\/cdf:TestResult>/.exec(text)?.[0] ?? '';
    return changed(
      result,
      '<cdf:TestResult',
      '<cdf:TestResult xmlns:cdf="http://checklists.nist.gov/xccdf/1.2" xmlns:sm="urn:x"',
    );
  };

  test.each([
    ['XCCDF', valid.xccdf, {}],
    ['XCCDF, a TestResult alone', alone(valid.xccdf), brief],
    ['XCCDF, every element', valid.everyElement, brief],
  ] as const)('%s', (what, text, filter) => {
    const validate = officialXsd('xccdf');
    expect(validate(text)).toEqual([]);
    compare(what, xmlMutants(text, filter), (mutant) => validate(mutant).length > 0);
  });
});

describe.skipIf(lacksShared(officialSchemas.cklb))('damaged CKLB: valid by us as by the official schema', () => {
  test('one rule', () => {
    const validate = officialCklb();
    compare('CKLB', jsonMutants(valid.cklbStrict), (text) => validate(JSON.parse(text)).length > 0);
  });
});
