import type { ParsedXml } from '../../src/documents/document.js';
import { attributeOf, elementsOf, textOf, type XmlElement } from '../../src/xml/tree.js';

/** A rule and its status, as a reader of good will takes them from a file that may be damaged. */
export interface Claimed {
  readonly id: string;
  readonly status: string;
}

const statuses: Readonly<Record<string, string>> = {
  NotAFinding: 'Passed',
  Open: 'Failed',
  Not_Applicable: 'Not Applicable',
  Not_Reviewed: 'Not Reviewed',
  pass: 'Passed',
  fixed: 'Passed',
  fail: 'Failed',
  notapplicable: 'Not Applicable',
  notchecked: 'Not Reviewed',
  error: 'Not Reviewed',
  unknown: 'Not Reviewed',
  informational: 'Not Reviewed',
  notselected: 'Not Reviewed',
};

/**
 * The rules that a file speaks of, sorted. Where damage hides an id or a status, what the undamaged file has in that place
 * stands in: a reader that shows something else has lost it.
 */
export const claimedBy = (document: ParsedXml, undamaged: readonly Claimed[] = []): readonly Claimed[] =>
  (document.format === 'ckl' ? claimedByCkl : claimedByXccdf)(document.root, undamaged).toSorted(byId);

const byId = (a: Claimed, b: Claimed): number => (`${a.id} ${a.status}` < `${b.id} ${b.status}` ? -1 : 1);

/** Elements of a local name, in any case and also where the damage made it longer. */
const all = (element: XmlElement, name: string): readonly XmlElement[] => [
  ...(element.name.toLowerCase().replace(/x$/, '') === name.toLowerCase() ? [element] : []),
  ...elementsOf(element).flatMap((child) => all(child, name)),
];

const claimedByCkl = (root: XmlElement, undamaged: readonly Claimed[]): readonly Claimed[] =>
  all(root, 'VULN').map((vuln, i) => {
    const numbers = elementsOf(vuln, 'STIG_DATA')
      .filter((data) => elementsOf(data, 'VULN_ATTRIBUTE').some((name) => textOf(name) === 'Vuln_Num'))
      .flatMap((data) => elementsOf(data, 'ATTRIBUTE_DATA').map(textOf));
    const [number = ''] = numbers;
    const written = elementsOf(vuln, 'STATUS').map(textOf);
    const instead = undamaged[i];
    return {
      id: numbers.length === 1 && number.trim() !== '' ? number : (instead?.id ?? ''),
      status: statuses[written[0] ?? ''] ?? instead?.status ?? '',
    };
  });

const claimedByXccdf = (root: XmlElement, undamaged: readonly Claimed[]): readonly Claimed[] => {
  const idOf = (element: XmlElement, name: string, i: number): string =>
    attributeOf(element, name)?.trim() || (undamaged[i]?.id ?? '');
  const ofResults = all(root, 'rule-result').map((result, i) => {
    const id = idOf(result, 'idref', i);
    const written = elementsOf(result, 'result').map((one) => textOf(one).trim());
    const instead = undamaged.find((one) => one.id === id) ?? undamaged[i];
    return { id, status: statuses[written[0] ?? ''] ?? instead?.status ?? '' };
  });
  const counts = new Map<string, number>();
  for (const { id } of ofResults) counts.set(id, (counts.get(id) ?? 0) + 1);
  const withoutResult = all(root, 'Rule').flatMap((rule, i) => {
    const id = idOf(rule, 'id', i);
    const left = counts.get(id) ?? 0;
    counts.set(id, left - 1);
    return left > 0 ? [] : [{ id, status: undamaged.find((one) => one.id === id)?.status ?? '' }];
  });
  return [...ofResults, ...withoutResult];
};
