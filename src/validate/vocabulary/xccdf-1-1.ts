import type { Vocabulary } from './vocabulary.js';
import { xccdfVocabulary } from './xccdf.js';

/** Of XCCDF 1.1, the older SCC's. */
export const xccdf11Namespace = 'http://checklists.nist.gov/xccdf/1.1';

const { types } = xccdfVocabulary;

/**
 * XCCDF 1.1, leniently: only results are looked at, by the rules of 1.2 without the form of its ids; the rest of a benchmark may
 * be anything.
 */
export const xccdf11Vocabulary: Vocabulary = {
  namespace: xccdf11Namespace,
  roots: { Benchmark: 'Benchmark', TestResult: 'TestResult' },
  types: {
    ...types,
    Benchmark: {
      children: ['(TestResult|#any)*'],
      attributes: { ...types['Benchmark']?.attributes, 'id!': 'NCName' },
      otherAttributes: true,
    },
    TestResult: { ...types['TestResult'], attributes: { ...types['TestResult']?.attributes, 'id!': 'NCName' } },
  },
};
