import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Rule, RuleReference, RuleSeverity } from '../model/benchmark.js';
import { plainWeight } from '../text/weight.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../xml/tree.js';
import { fromDescription } from './description-fields.js';
import { childrenOf, hasText, idOf, note, oneText, placeOf, plainText, type Source } from './xccdf-source.js';

/** The group that a rule is in. */
export interface GroupFacts {
  readonly id: string;
  readonly title: string;
}

/**
 * Makes a rule of an XCCDF `Rule`, with what checklists carry. What they do not carry is noted: `benchmark-left-out` for
 * elements, `benchmark-markup` for markup in texts, `benchmark-text-missing`, `benchmark-not-selected`. Diagnostics besides: `benchmark-severity`, and
 * those of `fromDescription`.
 */
export const ruleFromXccdf = (source: Source, element: XmlElement, group: GroupFacts): Rule => {
  const owner = group.id;
  const reference = referenceOf(source, element, owner);
  const rule: Rule = {
    groupId: group.id,
    groupTitle: group.title,
    ruleId: idOf(element),
    stigId: oneText(source, element, 'version', owner).trim(),
    title: oneText(source, element, 'title', owner),
    severity: severityOf(source, element, owner),
    // XCCDF 1.2, 6.4.4.2: the default of @weight.
    weight: plainWeight(attributeOf(element, 'weight') ?? '1.0'),
    ...descriptionOf(source, element, owner),
    ...checkOf(source, element, owner),
    ...fixOf(source, element, owner),
    ...identsOf(source, element, owner),
    ...otherIdsOf(source, element),
    reference,
  };
  noteLeftOut(source, element, owner);
  // XCCDF 1.2, 6.4.1: a rule that is not selected is not to be checked.
  if (/^\s*(?:false|0)\s*$/.test(attributeOf(element, 'selected') ?? ''))
    note(source, 'benchmark-not-selected', 'selected', owner, element);
  for (const [name, text] of [
    ['version (STIG ID)', rule.stigId],
    ['title', rule.title],
    ['check-content', rule.checkContent],
    ['fixtext', rule.fixText],
  ] as const)
    if (text.trim() === '') note(source, 'benchmark-text-missing', name, owner, element);
  return rule;
};

const severities: readonly RuleSeverity[] = ['high', 'medium', 'low', 'unknown'];

/** XCCDF's own default is unknown; its `info` is none of a checklist's words. */
const severityOf = (source: Source, element: XmlElement, owner: string): RuleSeverity => {
  const written = attributeOf(element, 'severity')?.trim() ?? 'unknown';
  const known = severities.find((severity) => severity === written);
  if (known === undefined)
    source.diagnostics.push(
      diagnostic('benchmark-severity', placeOf(source, element, owner), {
        severity: written,
        severities: severities.join(', '),
      }),
    );
  return known ?? 'unknown';
};

const descriptionOf = (source: Source, element: XmlElement, owner: string) => {
  const { fields, faults } = fromDescription(oneText(source, element, 'description', owner));
  const [at = element] = childrenOf(source, element, 'description');
  for (const { code, text } of faults) source.diagnostics.push(diagnostic(code, placeOf(source, at, owner), { text }));
  return fields;
};

/** Of several checks the first with a text: the others are for programs. */
const checkOf = (source: Source, element: XmlElement, owner: string) => {
  const checks = childrenOf(source, element, 'check');
  const chosen = checks.find((one) => childrenOf(source, one, 'check-content').some(hasText)) ?? checks[0];
  for (const other of checks) if (other !== chosen) note(source, 'benchmark-left-out', 'a second check', owner, other);
  if (chosen === undefined)
    return { checkSystem: '', checkContentRefName: '', checkContentRefHref: '', checkContent: '' };
  const [reference, ...furtherReferences] = childrenOf(source, chosen, 'check-content-ref');
  for (const other of furtherReferences) note(source, 'benchmark-left-out', 'a second check-content-ref', owner, other);
  for (const other of childrenOf(source, chosen))
    if (!other.name.startsWith('check-content')) note(source, 'benchmark-left-out', other.name, owner, other);
  return {
    checkSystem: attributeOf(chosen, 'system')?.trim() ?? '',
    checkContentRefName: (reference && attributeOf(reference, 'name')) ?? '',
    checkContentRefHref: (reference && attributeOf(reference, 'href')) ?? '',
    checkContent: oneText(source, chosen, 'check-content', owner),
  };
};

/** DISA gives a fix its id in `fix`, empty, and its text in the `fixtext` that refers to it. */
const fixOf = (source: Source, element: XmlElement, owner: string) => {
  const [text, ...furtherTexts] = childrenOf(source, element, 'fixtext');
  const fixes = childrenOf(source, element, 'fix');
  const referred = text === undefined ? undefined : attributeOf(text, 'fixref');
  const chosen = fixes.find((one) => attributeOf(one, 'id') === referred) ?? fixes[0];
  for (const other of furtherTexts) note(source, 'benchmark-left-out', 'a second fixtext', owner, other);
  for (const one of fixes) {
    if (one !== chosen) note(source, 'benchmark-left-out', 'a second fix', owner, one);
    else if (hasText(one)) note(source, 'benchmark-left-out', 'the text of fix', owner, one);
  }
  return {
    fixId: ((chosen && attributeOf(chosen, 'id')) ?? referred ?? '').trim(),
    fixText: text === undefined ? '' : plainText(source, text, owner),
  };
};

/** An ident's system tells CCIs (`http://cyber.mil/cci`) from ids of earlier releases (`http://cyber.mil/legacy`). */
const identsOf = (source: Source, element: XmlElement, owner: string) => {
  const ccis: string[] = [];
  const legacyIds: string[] = [];
  for (const ident of childrenOf(source, element, 'ident')) {
    const system = attributeOf(ident, 'system') ?? '';
    const id = plainText(source, ident, owner).trim();
    if (id === '') continue;
    if (/\bcci\b/i.test(system)) ccis.push(id);
    else if (/\blegacy\b/i.test(system)) legacyIds.push(id);
    else note(source, 'benchmark-left-out', `ident of ${system === '' ? 'no system' : system}`, owner, ident);
  }
  return { ccis, legacyIds };
};

/** Publishers other than DISA name its rules in references of plain text, or in idents; CCIs are shared by many rules and name none. */
const otherIdsOf = (source: Source, element: XmlElement): Pick<Rule, 'otherIds'> => {
  const texts = [
    ...childrenOf(source, element, 'reference').flatMap(({ children }) =>
      children.flatMap((child) => (child.kind === 'text' ? [child.text] : [])),
    ),
    ...childrenOf(source, element, 'ident')
      .filter((ident) => !/\b(?:cci|legacy)\b/i.test(attributeOf(ident, 'system') ?? ''))
      .map(textOf),
  ];
  const otherIds = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  return otherIds.length === 0 ? {} : { otherIds };
};

const dublinCore = /^http:\/\/purl\.org\/dc\/(elements\/1\.1|terms)\/$/;

/** The text of a Dublin Core element; empty where there is none. */
export const dublinCoreOf = (element: XmlElement | undefined, name: string): string => {
  const found = element === undefined ? [] : elementsOf(element, name);
  const [first] = found.filter((one) => dublinCore.test(one.namespace));
  return first === undefined ? '' : textOf(first);
};

/** DISA's reference names the target of the STIG and its key, `dc:identifier`. */
const referenceOf = (source: Source, element: XmlElement, owner: string): RuleReference => {
  const all = childrenOf(source, element, 'reference');
  const chosen = all.find((one) => dublinCoreOf(one, 'identifier') !== '') ?? all[0];
  for (const other of all) if (other !== chosen) note(source, 'benchmark-left-out', 'a second reference', owner, other);
  if (chosen?.children.some((child) => child.kind === 'text' && child.text.trim() !== ''))
    note(source, 'benchmark-left-out', 'a reference that is plain text', owner, chosen);
  return {
    title: dublinCoreOf(chosen, 'title'),
    publisher: dublinCoreOf(chosen, 'publisher'),
    type: dublinCoreOf(chosen, 'type'),
    subject: dublinCoreOf(chosen, 'subject'),
    identifier: dublinCoreOf(chosen, 'identifier').trim(),
  };
};

const carried = new Set(['version', 'title', 'description', 'reference', 'ident', 'fixtext', 'fix', 'check']);

const noteLeftOut = (source: Source, element: XmlElement, owner: string): void => {
  for (const child of elementsOf(element))
    if (child.namespace !== source.namespace || !carried.has(child.name))
      note(source, 'benchmark-left-out', child.name, owner, child);
  if (attributeOf(element, 'extends') !== undefined)
    note(source, 'benchmark-left-out', 'what the rule takes over by "extends"', owner, element);
};
