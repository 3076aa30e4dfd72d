import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ParsedXml } from '../../src/documents/document.js';
import { mitre } from '../../src/importers/mitre.js';
import { elementsOf, textOf, type XmlElement } from '../../src/xml/tree.js';
import { type Claimed, claimedBy } from '../support/claimed.js';
import { document } from '../support/documents.js';
import { loadHdf, type Shown } from '../support/hdf.js';
import { golden, isRefused } from '../support/mitre.js';
import { type Mutant, xmlMutants } from '../support/mutants.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const real = loadHdf();

const parsed = (format: 'ckl' | 'xccdf', text: string): ParsedXml => {
  const read = document(format, text);
  if (read.format === 'cklb') throw new Error('not XML');
  return { ...read, file: 'EDGE01.xml' };
};

/** That the rules are not shown, or not with the status that the file claims. */
const misshown: readonly string[] = [
  'mitre-rules-passed-over',
  'mitre-rule-nameless',
  'mitre-rule-merged',
  'mitre-status',
  'mitre-details-status',
  'mitre-nothing-shown',
  'mitre-no-test-result',
  'mitre-rule-not-shown',
  'mitre-rule-without-result',
  'mitre-second-result',
  'mitre-result',
  'mitre-result-profile-error',
  'mitre-result-not-applicable',
  'mitre-rule-severity',
];

const shown = (result: Shown): readonly Claimed[] =>
  result.refused === undefined
    ? result.controls
        .map(({ id, status }) => ({ id, status }))
        .toSorted((a, b) => (`${a.id} ${a.status}` < `${b.id} ${b.status}` ? -1 : 1))
    : [];

const text = (claims: readonly Claimed[]): string => claims.map(({ id, status }) => `${id} ${status}`).join(', ');

/** What the prediction says that is not so, or does not say that is so. */
const disagreement = (
  format: 'ckl' | 'xccdf',
  mutant: Mutant,
  undamaged: readonly Claimed[],
  read: NonNullable<typeof real>,
): string | undefined => {
  const file = parsed(format, mutant.text);
  const predicted = mitre.predict(file);
  const result = read(format, mutant.text, file.file);
  const codes = [...new Set(predicted.map(({ code }) => code))].join(' ');
  if (isRefused(predicted) !== (result.refused !== undefined))
    return `${mutant.name}: ${result.refused ?? 'read'} / ${codes}`;
  if (result.refused !== undefined) return undefined;
  const claimed = claimedBy(file, undamaged);
  const told = predicted.filter(({ code }) => misshown.includes(code));
  const asClaimed = text(claimed) === text(shown(result));
  if (asClaimed ? told.some((d) => !isRightByLuck(d, claimed)) : told.length === 0)
    return `${mutant.name}: claims ${text(claimed)}; shows ${text(shown(result))} / ${codes}`;
  if (told.some((d) => d.severity === 'info')) return `${mutant.name}: a wrong status is only a notice / ${codes}`;
  if (hasNoControl(result) !== predicted.some(({ code }) => code === 'mitre-no-cci'))
    return `${mutant.name}: controls of NIST 800-53 / ${codes}`;
  const lost = textsIn(file).find((one) => !textsShown(result).includes(one));
  return lost === undefined || predicted.some((d) => d.severity !== 'info')
    ? undefined
    : `${mutant.name}: lost without a word: ${lost.slice(0, 60)}`;
};

/**
 * Where the prediction is right and yet nothing is shown otherwise: a status that cannot be read is shown as Not Reviewed,
 * which is what the rule was before the damage; and where the file has no rule at all, none is what is shown.
 */
const isRightByLuck = ({ code, place }: Diagnostic, claimed: readonly Claimed[]): boolean =>
  (code === 'mitre-status' &&
    claimed.some(({ id, status }) => status === 'Not Reviewed' && place.property === `${id} STATUS`)) ||
  (code === 'mitre-nothing-shown' && claimed.length === 0);

/** No control at all, or those that stand in where there is no CCI. */
const hasNoControl = (result: Shown): boolean =>
  result.refused === undefined && result.controls.some(({ nist }) => nist.length === 0 || nist.includes('SA-11'));

/** The texts that a reader must not lose: the host, finding details and comments of a CKL, the discussions of XCCDF. */
const textsIn = ({ format, root }: ParsedXml): readonly string[] => {
  const isText = (element: XmlElement, parent: string): boolean =>
    format === 'ckl'
      ? ['HOST_NAME', 'FINDING_DETAILS', 'COMMENTS'].includes(element.name)
      : element.name === 'description' && parent === 'Rule';
  const collect = (element: XmlElement): readonly string[] =>
    elementsOf(element).flatMap((child) => (isText(child, element.name) ? [textOf(child).trim()] : collect(child)));
  return collect(root).filter((one) => one !== '');
};

const textsShown = (result: Shown): readonly string[] =>
  result.refused === undefined
    ? [
        result.host ?? '',
        ...result.controls.flatMap(({ details, descriptions }) => [
          ...details,
          ...descriptions.map(({ data }) => data),
        ]),
      ].map((one) => one.trim())
    : [];

const cases = [
  { format: 'ckl', name: 'one-rule-open', path: 'one-rule-open/checklist.ckl', at: {} },
  {
    format: 'ckl',
    name: 'all-statuses',
    path: 'all-statuses/checklist.ckl',
    at: { elements: ['iSTIG', 'VULN', 'STATUS', 'FINDING_DETAILS', 'COMMENTS', 'SEVERITY_OVERRIDE'] },
  },
  { format: 'xccdf', name: 'one-rule-open', path: 'one-rule-open/xccdf-results.xml', at: {} },
  {
    format: 'xccdf',
    name: 'all-statuses',
    path: 'all-statuses/xccdf-results.xml',
    at: { elements: ['Group', 'Rule', 'ident', 'rule-result', 'result'], attributes: ['id', 'idref', 'severity'] },
  },
] as const;

describe.skipIf(real === undefined)('agrees with hdf-converters on every damaged file', () => {
  it.each(cases)('$format, $name', { timeout: 120_000 }, ({ format, path, at }) => {
    if (real === undefined) return;
    const original = golden(path);
    const undamaged = claimedBy(parsed(format, original));
    expect(text(shown(real(format, original, 'EDGE01.xml')))).toBe(text(undamaged));
    const mutants = xmlMutants(original, at);
    const disagreed = mutants.flatMap((mutant) => disagreement(format, mutant, undamaged, real) ?? []);
    console.info(`hdf-converters, ${path}: ${mutants.length} mutants, ${disagreed.length} disagreed`);
    expect(mutants.length).toBeGreaterThan(200);
    expect(disagreed).toEqual([]);
  });
});

const checklists = 'data/checklists';
const lacksFiles = lacksShared(checklists);
const files = lacksFiles
  ? []
  : [
      ...readdirSync(sharedFile(checklists)).flatMap((name) =>
        name.endsWith('.ckl') ? [{ format: 'ckl' as const, path: `${checklists}/${name}`, name }] : [],
      ),
      ...readdirSync(sharedFile('data/xccdf-results')).map((name) => ({
        format: 'xccdf' as const,
        path: `data/xccdf-results/${name}`,
        name,
      })),
    ];

describe.skipIf(real === undefined || lacksFiles)('agrees with hdf-converters on files of other programs', () => {
  it.each(files)('$name', ({ format, path, name }) => {
    if (real === undefined) return;
    const raw = readFileSync(sharedFile(path), 'utf8');
    const file = { ...parsed(format, raw), file: name };
    const predicted = mitre.predict(file);
    const result = real(format, raw, name);
    expect(isRefused(predicted), result.refused).toBe(result.refused !== undefined);
    if (result.refused !== undefined) return;
    const told = predicted.some(({ code }) => misshown.includes(code));
    expect(text(shown(result)) !== text(claimedBy(file)), text(shown(result))).toBe(told);
  });
});
