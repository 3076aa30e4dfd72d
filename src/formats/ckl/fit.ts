import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Asset, Checklist, ChecklistStig } from '../../model/checklist.js';
import { cklTechnologyAreas } from '../../model/ckl-technology-areas.js';
import { type TextOptions, toPortable } from '../portable.js';
import type { Fitted } from '../written.js';

/**
 * A checklist with the words that a CKL allows. Diagnostics: those of `toPortable`; `tech-area-unwritable` where the schema does not know the
 * technology area; `fqdn-left-out` where the FQDN is the host's name again, for which MITRE's converter refuses the whole file;
 * `groups-shared` for rules of one group, of which MITRE's converter keeps one: each is known by its rule id then, as a rule without a group is.
 */
export const fitCkl = (whole: Checklist, texts: TextOptions = {}): Fitted => {
  const { checklist, diagnostics } = toPortable(whole, texts);
  const { asset } = checklist;
  const techArea = asset.techArea === '' ? '' : areaIn(asset.techArea);
  const said: readonly Diagnostic[] = [
    ...(techArea === undefined
      ? [diagnostic('tech-area-unwritable', { property: 'asset techArea' }, { area: asset.techArea })]
      : []),
    ...(repeatsHostName(asset) ? [diagnostic('fqdn-left-out', { property: 'asset fqdn' }, { name: asset.fqdn })] : []),
  ];
  const fqdn = repeatsHostName(asset) ? '' : asset.fqdn;
  return {
    checklist: { ...checklist, stigs: checklist.stigs.map(apart), asset: { ...asset, techArea: techArea ?? '', fqdn } },
    diagnostics: [...diagnostics, ...said, ...checklist.stigs.flatMap(sharedGroups)],
  };
};

/** The groups that have several rules. */
const sharedIn = ({ reviews }: ChecklistStig): ReadonlySet<string> => {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { rule } of reviews) {
    const other = first.get(rule.groupId);
    if (other === undefined) first.set(rule.groupId, rule.ruleId);
    else if (other !== rule.ruleId && rule.groupId !== '') shared.add(rule.groupId);
  }
  return shared;
};

const apart = (stig: ChecklistStig): ChecklistStig => {
  const shared = sharedIn(stig);
  if (shared.size === 0) return stig;
  const reviews = stig.reviews.map((review) =>
    shared.has(review.rule.groupId) ? { ...review, rule: { ...review.rule, groupId: '' } } : review,
  );
  return { ...stig, reviews };
};

const sharedGroups = (stig: ChecklistStig): readonly Diagnostic[] =>
  [...sharedIn(stig)].map((group) => {
    const count = stig.reviews.filter(({ rule }) => rule.groupId === group).length;
    return diagnostic('groups-shared', { property: group }, { count: String(count) });
  });

const areaIn = (area: string): string | undefined =>
  cklTechnologyAreas.find((known) => known.toLowerCase() === area.trim().toLowerCase());

/** True where the fully qualified name is the host's name and no more. */
export const repeatsHostName = ({ fqdn, hostName }: Asset): boolean =>
  fqdn !== '' && !fqdn.includes('.') && fqdn.toLowerCase() === hostName.toLowerCase();
