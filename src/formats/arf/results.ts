import { benchmarksIn, scapRoots } from '../../benchmark/data-stream.js';
import { attributeOf, elementsOf, firstOf, textOf, type XmlElement, type XmlNode } from '../../xml/tree.js';
import type { FoundResult, Surroundings } from '../xccdf/results.js';
import { identificationOf } from './identification.js';

/**
 * The TestResults of an ARF report (NISTIR 7694), with the Benchmark that each was made by, from the data stream in the requests or
 * from the report itself, and the assets that each is about. Reports of other kinds, such as OVAL's, are passed over, and so are
 * relationships that lead to nothing.
 */
export const resultsInArf = (root: XmlElement): readonly FoundResult[] => {
  const relations = relationsIn(root);
  const candidates = candidatesIn(requestsIn(root));
  const assets = elementsOf(root, 'assets').flatMap((all) => elementsOf(all, 'asset'));
  const found = reportsIn(root).flatMap((report) =>
    contentsOf(report).flatMap((content): readonly InReport[] =>
      content.name === 'TestResult'
        ? [{ report, testResult: content, own: undefined }]
        : elementsOf(content, 'TestResult').map((testResult) => ({ report, testResult, own: content })),
    ),
  );
  return found.map(({ report, testResult, own }) => {
    const related = (...kinds: readonly string[]): ReadonlySet<string> =>
      new Set(kinds.flatMap((kind) => relations.get(`${kind} ${idOf(report)}`) ?? []));
    const surroundings = () => ({
      ...(own === undefined
        ? benchmarkFor(testResult, candidates, related('createdFor', 'fromSource'))
        : { benchmark: own, rivals: 0 }),
      identified: assetsFor(testResult, assets, related('isAbout'), found.length).map(identificationOf),
    });
    return { testResult, surroundings };
  });
};

/** Every Benchmark and every TestResult of an ARF that is in no Benchmark. */
export const xccdfInArf = (root: XmlElement): readonly XmlElement[] => [
  ...candidatesIn(requestsIn(root)).map(({ benchmark }) => benchmark),
  ...reportsIn(root)
    .flatMap(contentsOf)
    .filter(({ name }) => name === 'Benchmark' || name === 'TestResult'),
];

const requestsIn = (root: XmlElement): readonly XmlElement[] =>
  elementsOf(root, 'report-requests').flatMap((all) => elementsOf(all, 'report-request'));

const reportsIn = (root: XmlElement): readonly XmlElement[] =>
  elementsOf(root, 'reports').flatMap((all) => elementsOf(all, 'report'));

interface InReport {
  readonly report: XmlElement;
  readonly testResult: XmlElement;
  /** The Benchmark that is in the report around it. */
  readonly own: XmlElement | undefined;
}

const idOf = (element: XmlElement): string => (attributeOf(element, 'id') ?? '').trim();

const contentsOf = (parent: XmlElement): readonly XmlElement[] =>
  elementsOf(parent, 'content').flatMap((content) => elementsOf(content));

/** What each report is related to, by the relationship's kind, whose prefix differs from writer to writer, and the report's id. */
const relationsIn = (root: XmlElement): ReadonlyMap<string, readonly string[]> => {
  const relations = new Map<string, string[]>();
  for (const relation of elementsOf(root, 'relationships').flatMap((all) => elementsOf(all, 'relationship'))) {
    const kind = (attributeOf(relation, 'type') ?? '').trim().replace(/^.*[:#/]/, '');
    const key = `${kind} ${(attributeOf(relation, 'subject') ?? '').trim()}`;
    const known = relations.get(key) ?? [];
    for (const ref of elementsOf(relation, 'ref')) known.push(textOf(ref).trim());
    relations.set(key, known);
  }
  return relations;
};

interface Candidate {
  readonly benchmark: XmlElement;
  /** The ids of the request and of the component that hold it. */
  readonly request: string;
  readonly component: string;
}

const candidatesIn = (requests: readonly XmlElement[]): readonly Candidate[] =>
  requests.flatMap((request) =>
    contentsOf(request).flatMap((content): readonly Candidate[] => {
      if (content.name === 'Benchmark') return [{ benchmark: content, request: idOf(request), component: '' }];
      if (content.name !== scapRoots.dataStream) return [];
      return benchmarksIn(content).map(({ benchmark, component }) => ({
        benchmark,
        request: idOf(request),
        component,
      }));
    }),
  );

/**
 * The Benchmark that a TestResult names by its id or by its component; of several the one of the request that the report is related
 * to. Where one is as good as another, they must be the same, or none is taken: a result would get the texts of other rules.
 */
const benchmarkFor = (
  testResult: XmlElement,
  candidates: readonly Candidate[],
  related: ReadonlySet<string>,
): Omit<Surroundings, 'identified'> => {
  const named = firstOf(testResult, 'benchmark');
  const id = (named === undefined ? '' : (attributeOf(named, 'id') ?? '')).trim();
  const fragment = /#(.+)$/.exec((named === undefined ? '' : (attributeOf(named, 'href') ?? '')).trim())?.[1];
  const all = candidates.filter(({ benchmark }) => id === '' || idOf(benchmark) === id);
  const narrowed = [
    ({ component }: Candidate) => component !== '' && component === fragment,
    ({ request }: Candidate) => related.has(request),
  ].reduce((left, fits) => (left.some(fits) ? left.filter(fits) : left), all);
  const [first, ...others] = narrowed;
  const rivals = others.filter((other) => !isSame(first?.benchmark, other.benchmark)).length;
  return rivals > 0 ? { benchmark: undefined, rivals: rivals + 1 } : { benchmark: first?.benchmark, rivals: 0 };
};

/** Whether two nodes have the same content, wherever they are. */
const isSame = (a: XmlNode | undefined, b: XmlNode): boolean => {
  if (a === undefined) return false;
  if (a.kind === 'text' || b.kind === 'text') return a.kind === 'text' && b.kind === 'text' && a.text === b.text;
  return (
    a.name === b.name &&
    a.namespace === b.namespace &&
    a.attributes.length === b.attributes.length &&
    a.attributes.every(({ name, value }, i) => b.attributes[i]?.name === name && b.attributes[i].value === value) &&
    a.children.length === b.children.length &&
    a.children.every((child, i) => isSame(child, b.children[i] ?? { kind: 'text', text: '' }))
  );
};

/** The assets that the report is about, or that the TestResult names; where neither is said, the only one of the only result. */
const assetsFor = (
  testResult: XmlElement,
  assets: readonly XmlElement[],
  isAbout: ReadonlySet<string>,
  results: number,
): readonly XmlElement[] => {
  const names = new Set([
    ...isAbout,
    ...elementsOf(testResult, 'target-id-ref').map((ref) => (attributeOf(ref, 'name') ?? '').trim()),
  ]);
  const named = assets.filter((asset) => names.has(idOf(asset)));
  if (named.length > 0) return named;
  return names.size === 0 && assets.length === 1 && results === 1 ? assets : [];
};
