import { type Reading, refused } from '../../diagnostics/diagnostic.js';
import { attributeOf, elementsOf, type XmlElement } from '../../xml/tree.js';

/** A TestResult of a document. */
export interface FoundResult {
  readonly testResult: XmlElement;
  /** Looked for only when it is asked: a document may hold thousands of results. */
  readonly surroundings: () => Surroundings;
}

/** What a document holds for one of its TestResults. */
export interface Surroundings {
  /** The Benchmark that it was made by; undefined where the document does not hold it, or `rivals`. */
  readonly benchmark: XmlElement | undefined;
  /** How many Benchmarks that differ could be its own, so that none was taken; else 0. */
  readonly rivals: number;
  /** What an ARF says of the assets that it is about, in document order. */
  readonly identified: readonly Identification[];
}

/** An asset by Asset Identification (NISTIR 7693). */
export interface Identification {
  readonly hostName: string;
  readonly fqdn: string;
  readonly ipAddresses: readonly string[];
  readonly macAddresses: readonly string[];
}

/** The TestResults of an XCCDF document: one by itself, or those of a Benchmark. */
export const resultsInXccdf = (root: XmlElement): readonly FoundResult[] => {
  const isAlone = root.name === 'TestResult';
  const surroundings = { benchmark: isAlone ? undefined : root, rivals: 0, identified: [] };
  const testResults = isAlone ? [root] : elementsOf(root, 'TestResult');
  return testResults.map((testResult) => ({ testResult, surroundings: () => surroundings }));
};

export const idOfResult = ({ testResult }: FoundResult): string => (attributeOf(testResult, 'id') ?? '').trim();

/** The one result, or the one with the asked id. Refused: `reading-no-stig`, `reading-several-results`, `reading-result-missing`, `reading-result-ambiguous`. */
export const chooseResult = (
  results: readonly FoundResult[],
  file: string,
  asked: string | undefined,
): Reading<FoundResult> => {
  const fitting = asked === undefined ? results : results.filter((result) => idOfResult(result) === asked.trim());
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return { ok: true, value: only, diagnostics: [] };
  if (results.length === 0) return refused('reading-no-stig', { file }, { element: 'TestResult' });
  const ids = results.map((result) => idOfResult(result) || 'one without an id').join(', ');
  if (asked === undefined) return refused('reading-several-results', { file }, { count: String(results.length), ids });
  return only === undefined
    ? refused('reading-result-missing', { file }, { id: asked, ids })
    : refused('reading-result-ambiguous', { file }, { id: asked, count: String(fitting.length) });
};
