import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Asset, Checklist } from '../../model/checklist.js';
import { cklTechnologyAreas } from '../../model/ckl-technology-areas.js';
import type { Fitted } from '../fitted.js';
import { type TextOptions, toPortable } from '../portable.js';

/**
 * A checklist with the words that a CKL allows. Diagnostics: those of `toPortable`; `tech-area-unwritable` where the schema does not know the
 * technology area; `fqdn-left-out` where the FQDN is the host's name again, for which MITRE's converter refuses the whole file.
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
    checklist: { ...checklist, asset: { ...asset, techArea: techArea ?? '', fqdn } },
    diagnostics: [...diagnostics, ...said],
  };
};

const areaIn = (area: string): string | undefined =>
  cklTechnologyAreas.find((known) => known.toLowerCase() === area.trim().toLowerCase());

/** True where the fully qualified name is the host's name and no more. */
export const repeatsHostName = ({ fqdn, hostName }: Asset): boolean =>
  fqdn !== '' && !fqdn.includes('.') && fqdn.toLowerCase() === hostName.toLowerCase();
