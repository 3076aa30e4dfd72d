import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Review } from '../model/review.js';
import { nothingSaid, type SiteEvidence } from '../model/site-word.js';
import type { TransportWord } from '../model/transport-config.js';
import type { Judging } from '../outcome/judged-host.js';
import type { RuleModule } from '../rules/rule.js';
import type { Site } from '../site/site.js';
import type { SiteAnswers } from '../site/what-counts.js';

/** A site file as it is reported for a host. */
export const siteEvidence = ({ file, sha256, statedBy, statedOn, plan }: Site): SiteEvidence => ({
  path: file,
  sha256,
  statedBy,
  statedOn,
  planReviewedOn: plan.reviewedOn,
  plan: plan.title === undefined ? undefined : [plan.title, plan.version ?? ''].join(' ').trim(),
});

/** What the site and Get-TransportConfig state about a connector, for any rule. */
export const wordsOf =
  (answers: SiteAnswers | undefined, transport: TransportWord | undefined): Judging['wordFor'] =>
  (rule) =>
  (connector) => ({ ...(answers?.wordFor(rule)(connector) ?? nothingSaid), transport });

/** A review with the risks that the site accepts beside its findings. */
export const withAccepted = (
  { accepted }: SiteAnswers,
  module: RuleModule,
  review: Review,
): { readonly review: Review; readonly diagnostics: readonly Diagnostic[] } => {
  const all = review.connectors.map((connector) => ({ connector, ...accepted(module, connector) }));
  return {
    review: { ...review, connectors: all.map(({ connector, risks }) => ({ ...connector, accepted: risks })) },
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
};
