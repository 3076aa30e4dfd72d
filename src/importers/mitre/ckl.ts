import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ParsedXml } from '../../documents/document.js';
import { textOf, type XmlElement } from '../../xml/tree.js';
import { refusedAsset } from './asset.js';
import { lastOf, lastText, own, walkCkl } from './ckl-elements.js';
import { type Report, reporter } from './report.js';
import { predictVuln } from './vuln.js';

/**
 * What MITRE's tools make of a CKL. The order of elements and attributes of no namespace do not matter to them.
 *
 * @returns refusals: `mitre-byte-order-mark`, `mitre-root`, `mitre-element-missing`, `mitre-element-in-text`, `mitre-fqdn`,
 *   `mitre-ip`, `mitre-mac`, `mitre-asset-word`, `mitre-severity`, `mitre-customname`; and what is lost or misread: see
 *   ./ckl-elements.ts and ./vuln.ts, `mitre-stig-nameless`, `mitre-rule-merged`
 */
export const predictCkl = (document: ParsedXml): readonly Diagnostic[] => {
  const report = reporter(document);
  const { root } = document;
  const refused = document.byteOrderMark ? [report('mitre-byte-order-mark', root, '')] : [];
  if (root.name !== 'CHECKLIST' || root.namespace !== '') {
    const actual = root.namespace === '' ? `<${root.name}>` : `<${root.name}> in the namespace ${root.namespace}`;
    return [...refused, report('mitre-root', root, '', { expected: '<CHECKLIST> without namespace', root: actual })];
  }
  const asset = lastOf(root, 'ASSET');
  const stigs = lastOf(root, 'STIGS');
  return [
    ...refused,
    ...walkCkl(root, report),
    ...(asset === undefined ? [] : refusedAsset(asset, report)),
    ...needed(root, ['STIGS'], report),
    ...(stigs === undefined ? [] : needed(stigs, ['iSTIG'], report)),
    ...(stigs === undefined ? [] : own(stigs, 'iSTIG').flatMap((stig) => predictStig(stig, report))),
  ];
};

const needed = (parent: XmlElement, names: readonly string[], report: Report): readonly Diagnostic[] =>
  names
    .filter((name) => lastOf(parent, name) === undefined)
    .map((expected) => report('mitre-element-missing', parent, parent.name, { element: expected }));

const predictStig = (stig: XmlElement, report: Report): readonly Diagnostic[] => {
  const vulns = own(stig, 'VULN');
  const info = lastOf(stig, 'STIG_INFO');
  const seen = new Set<string>();
  return [
    ...needed(stig, ['STIG_INFO', 'VULN'], report),
    ...(info === undefined ? [] : [...needed(info, ['SI_DATA'], report), ...predictInfo(info, report)]),
    ...vulns.flatMap((vuln) => {
      const missing = needed(vuln, ['STIG_DATA'], report);
      if (missing.length > 0) return missing;
      const { id, diagnostics } = predictVuln(vuln, report);
      const merged = seen.has(id) ? [report('mitre-rule-merged', vuln, id, { id: id })] : [];
      seen.add(id);
      return [...diagnostics, ...merged];
    }),
  ];
};

const predictInfo = (info: XmlElement, report: Report): readonly Diagnostic[] => {
  const data = own(info, 'SI_DATA');
  if (data.length === 0) return [];
  const unnamed = data.find((one) => lastOf(one, 'SID_NAME') === undefined);
  // One entry without a name, and none of them is found.
  if (unnamed !== undefined)
    return [report('mitre-stig-nameless', unnamed, 'SI_DATA', { element: 'a SID_NAME in every SI_DATA' })];
  const dataOf = (name: string): string =>
    data
      .filter((one) => lastText(one, 'SID_NAME') === name)
      .map((one) => lastText(one, 'SID_DATA') ?? '')
      .join('; ');
  const customName = dataOf('customname');
  return [
    ...(dataOf('stigid') === '' ? [report('mitre-stig-nameless', info, 'stigid', { element: 'a stigid' })] : []),
    ...(customName === '' || isTheirJson(customName)
      ? []
      : [report('mitre-customname', namedIn(data, 'customname') ?? info, 'customname', { name: customName })]),
  ];
};

const namedIn = (data: readonly XmlElement[], name: string): XmlElement | undefined =>
  data.find((one) => own(one, 'SID_NAME').some((at) => textOf(at) === name));

/** JSON other than null; the list of attributes that may be in it must be one. */
const isTheirJson = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    const attributes = memberOf(memberOf(value, 'hdfSpecificData'), 'attributes');
    return value !== null && (!attributes || Array.isArray(attributes) || typeof attributes === 'string');
  } catch {
    return false;
  }
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
