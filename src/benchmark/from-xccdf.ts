import type { DiagnosticCode } from '../diagnostics/catalog.js';
import { type Diagnostic, diagnostic, type Given, type Reading, refused } from '../diagnostics/diagnostic.js';
import { type Benchmark, releaseOf, withRelease } from '../model/benchmark.js';
import { type InputLimits, itemsOfRules, limitsOf } from '../text/input-limits.js';
import { lineIndex } from '../text/lines.js';
import { parseXml } from '../xml/parse.js';
import { attributeOf, type XmlElement } from '../xml/tree.js';
import { benchmarksIn, scapRoots, skipsOf } from './data-stream.js';
import { otherDocument, otherText } from './other-documents.js';
import { dublinCoreOf, type GroupFacts, ruleFromXccdf } from './rule-from-xccdf.js';
import { childrenOf, hasText, idOf, note, notes, oneText, placeOf, type Source } from './xccdf-source.js';

/**
 * Reads a STIG from its XCCDF benchmark: DISA's manual XCCDF (1.1), or XCCDF 1.2, whose ids lose DISA's prefix, by itself or as the one
 * benchmark of a SCAP source data stream. Every rule
 * is read, in document order, however deep its group; texts come out exactly as they are in the file, with line ends as LF.
 * Profiles are not read: a checklist holds all the rules.
 *
 * @param file the path to show in diagnostics, whose last part becomes `filename`
 * @returns Refusals: `not-a-benchmark` (a result, a checklist, anything else), `data-stream-several-benchmarks`, `benchmark-without-rules`,
 *   `benchmark-id-missing`, `benchmark-id-twice`, and `parseXml`'s. With the benchmark may come `benchmark-release-missing`,
 *   `benchmark-group-missing`, `benchmark-group-shared`, and what `ruleFromXccdf` says
 */
export const fromXccdfBenchmark = (
  text: string,
  file: string,
  limits: Partial<InputLimits> = {},
): Reading<Benchmark> => {
  const kind = otherText(text);
  if (kind !== undefined) return refuse(file, kind);
  const parsed = parseXml(text, file, limits, skipsOf(text));
  if (!parsed.ok) return parsed;
  const isDataStream = parsed.value.name === scapRoots.dataStream;
  const [root = parsed.value, ...others] = isDataStream
    ? benchmarksIn(parsed.value).map(({ benchmark }) => benchmark)
    : [parsed.value];
  if (others.length > 0)
    return refused(
      'data-stream-several-benchmarks',
      { file },
      { benchmarks: [root, ...others].map((one) => idOf(one) || 'one without an id').join(', ') },
    );
  const other = otherDocument(root);
  if (other !== undefined) return refuse(file, other);
  const source: Source = {
    file,
    at: lineIndex(text),
    namespace: root.namespace,
    diagnostics: [],
    repeated: new Map(),
  };
  const found: FoundRule[] = [];
  collectRules(source, root, undefined, found);
  const benchmark = benchmarkOf(source, root, found);
  const { maxItems } = limitsOf(limits);
  if (itemsOfRules(benchmark.rules) > maxItems) {
    const items = `items, 100 for each rule (${benchmark.rules.length} rules)`;
    return { ok: false, diagnostics: [diagnostic('too-many-items', { file }, { limit: maxItems, items })] };
  }
  checkIds(source, root, found);
  if (benchmark.rules.length === 0)
    source.diagnostics.push(diagnostic('benchmark-without-rules', { file }, { benchmark: benchmark.id }));
  else if (benchmark.version === '' || /R0$/.test(releaseOf(benchmark)))
    source.diagnostics.push(
      diagnostic('benchmark-release-missing', { file }, { found: benchmark.releaseInfo || 'nothing' }),
    );
  const diagnostics = [...source.diagnostics, ...notes(source)];
  return diagnostics.some((d) => d.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, value: benchmark, diagnostics };
};

/** The STIG that a Benchmark element tells, whether the document has results too or not. Diagnostics go to `source`. */
export const benchmarkFromXccdf = (source: Source, root: XmlElement): Benchmark => {
  const found: FoundRule[] = [];
  collectRules(source, root, undefined, found);
  return benchmarkOf(source, root, found);
};

const refuse = (file: string, actual: string): Reading<never> => ({
  ok: false,
  diagnostics: [diagnostic('not-a-benchmark', { file }, { what: actual })],
});

interface FoundRule {
  readonly element: XmlElement;
  /** The innermost; undefined where the rule is in none. */
  readonly group: XmlElement | undefined;
}

const collectRules = (source: Source, parent: XmlElement, group: XmlElement | undefined, found: FoundRule[]): void => {
  for (const child of childrenOf(source, parent)) {
    if (child.name === 'Rule') found.push({ element: child, group });
    else if (child.name === 'Group') {
      const [inner] = childrenOf(source, child, 'Group');
      if (inner !== undefined) note(source, 'benchmark-left-out', 'a group around groups', idOf(child), child);
      collectRules(source, child, child, found);
    }
  }
};

const benchmarkOf = (source: Source, root: XmlElement, found: readonly FoundRule[]): Benchmark => {
  const id = idOf(root);
  const owner = id || 'Benchmark';
  const groups = new Map<XmlElement, GroupFacts>();
  const rules = found.map(({ element, group }) => {
    const facts = group === undefined ? ungrouped(source, element) : (groups.get(group) ?? groupOf(source, group));
    if (group !== undefined) {
      if (groups.has(group))
        source.diagnostics.push(
          diagnostic('benchmark-group-shared', placeOf(source, element), { group: facts.id, rule: idOf(element) }),
        );
      groups.set(group, facts);
    }
    return ruleFromXccdf(source, element, facts);
  });
  const notice = childrenOf(source, root, 'notice')[0];
  const reference = benchmarkReference(source, root, owner);
  noteLeftOut(source, root, owner);
  return {
    id,
    title: oneText(source, root, 'title', owner),
    description: oneText(source, root, 'description', owner),
    ...statusOf(source, root),
    ...withRelease({
      version: oneText(source, root, 'version', owner).trim(),
      releaseInfo: releaseInfoOf(source, root, owner),
    }),
    noticeId: (notice && attributeOf(notice, 'id')) ?? '',
    notice: oneText(source, root, 'notice', owner),
    source: dublinCoreOf(reference, 'source'),
    publisher: dublinCoreOf(reference, 'publisher'),
    referenceHref: (reference && attributeOf(reference, 'href')) ?? '',
    targetKey: rules.find((rule) => rule.reference.identifier !== '')?.reference.identifier ?? '',
    filename: source.file.split(/[/\\]/).at(-1) ?? source.file,
    ruleCount: rules.length,
    rules,
  };
};

/** Checklists want a group for each rule: one without has its own id there. */
const ungrouped = (source: Source, rule: XmlElement): GroupFacts => {
  note(source, 'benchmark-group-missing', 'Rule', idOf(rule), rule);
  return { id: idOf(rule), title: '' };
};

const groupOf = (source: Source, group: XmlElement): GroupFacts => {
  const id = idOf(group);
  for (const child of childrenOf(source, group)) {
    if (['title', 'Rule', 'Group'].includes(child.name) || !hasText(child)) continue;
    if (child.name === 'description' && /^\s*<GroupDescription>\s*<\/GroupDescription>\s*$/.test(onlyText(child)))
      continue;
    note(source, 'benchmark-left-out', `${child.name} of the group`, id, child);
  }
  return { id, title: oneText(source, group, 'title', id) };
};

const onlyText = (element: XmlElement): string =>
  element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');

/** A benchmark may have gone through several: the last one counts. */
const statusOf = (source: Source, root: XmlElement): Pick<Benchmark, 'status' | 'statusDate'> => {
  const dated = childrenOf(source, root, 'status')
    .map((element) => ({ status: onlyText(element).trim(), statusDate: attributeOf(element, 'date')?.trim() ?? '' }))
    .toSorted((a, b) => (a.statusDate < b.statusDate ? -1 : a.statusDate > b.statusDate ? 1 : 0));
  return dated.at(-1) ?? { status: '', statusDate: '' };
};

const releaseInfoOf = (source: Source, root: XmlElement, owner: string): string => {
  const all = childrenOf(source, root, 'plain-text').filter((one) => attributeOf(one, 'id') === 'release-info');
  for (const other of all.slice(1)) note(source, 'benchmark-left-out', 'a second release-info', owner, other);
  return all[0] === undefined ? '' : onlyText(all[0]).trim();
};

const benchmarkReference = (source: Source, root: XmlElement, owner: string): XmlElement | undefined => {
  const all = childrenOf(source, root, 'reference');
  const chosen = all.find((one) => dublinCoreOf(one, 'source') !== '') ?? all[0];
  for (const other of all)
    if (other !== chosen) note(source, 'benchmark-left-out', 'a second reference of the benchmark', owner, other);
  return chosen;
};

const noteLeftOut = (source: Source, root: XmlElement, owner: string): void => {
  for (const name of ['front-matter', 'rear-matter', 'Value'])
    for (const child of childrenOf(source, root, name))
      if (hasText(child)) note(source, 'benchmark-left-out', name, owner, child);
};

/** Checklists and results name groups and rules by these ids. */
const checkIds = (source: Source, root: XmlElement, found: readonly FoundRule[]): void => {
  const groups = new Set(found.flatMap(({ group }) => (group === undefined ? [] : [group])));
  const say = <C extends DiagnosticCode>(element: XmlElement, code: C, ...args: Given<C>): void =>
    void source.diagnostics.push(diagnostic(code, placeOf(source, element), ...args) as Diagnostic);
  if (idOf(root) === '') say(root, 'benchmark-id-missing', { element: 'Benchmark' });
  for (const [name, elements] of [
    ['Group', [...groups]],
    ['Rule', found.map(({ element }) => element)],
  ] as const) {
    const seen = new Set<string>();
    for (const element of elements) {
      const id = idOf(element);
      if (id === '') say(element, 'benchmark-id-missing', { element: name });
      else if (seen.has(id)) say(element, 'benchmark-id-twice', { id, element: name });
      seen.add(id);
    }
  }
};
