import type { ReadPropertyName } from '../model/connector.js';
import type { Truth } from '../model/review.js';
import type { SiteField, SiteWord } from '../model/site-word.js';
import type { RuleModule } from '../rules/rule.js';
import { shown } from '../rules/shown.js';
import type { Gates } from './gates.js';
import { type Decision, isFacing, type Site } from './site.js';

/** What the site decided about one connector, and what keeps the plan's silence from being an answer. */
export interface Decided {
  readonly decisions: readonly Decision[];
  readonly unsettled: readonly Decision[];
  readonly gates: Gates;
}

/** The internet-facing lists of the Edge rules are the plan's; the checks of the Mailbox rules allow another document. */
const isFacingOfPlan = ({ identity }: RuleModule): boolean => !/mailbox/i.test(identity.stig);

const takes = ({ clauses }: RuleModule, field: SiteField): boolean =>
  clauses.some((clause) => clause.takes?.includes(field) === true);

/** Whether a statement for a rule comes from the plan. */
export const isOfPlan = ({ decisions, maxSendSize }: Site, rule: RuleModule): boolean =>
  (maxSendSize.documented !== undefined && takes(rule, 'documentedSize')) ||
  decisions.some(
    (decision) =>
      (decision.kind === 'deviation' && decision.rule === rule.identity.stigId) ||
      (decision.kind === 'validationMethod' && takes(rule, 'validationMethod')) ||
      (isFacing(decision) && takes(rule, 'internetFacing') && isFacingOfPlan(rule)),
  );

/** The site's word on one connector for one rule, with who stated each part. */
export const wordOf = (site: Site, rule: RuleModule, { decisions, unsettled, gates }: Decided): SiteWord => {
  const by: Partial<Record<SiteField, string>> = {};
  const head = `${shown(site.statedBy ?? '')}, ${site.statedOn}`;
  const plan = `${head}, ${shown(`${site.plan.title} ${site.plan.version}`)} (reviewed on ${site.plan.reviewedOn})`;
  const { isListed, isPlanKnown } = gates;
  const ofHost = <T>(value: T | undefined): T | undefined => (isListed ? value : undefined);
  const said = <T>(field: SiteField, value: T | undefined, words: string): T | undefined => {
    if (value !== undefined) by[field] = words;
    return value;
  };
  const ofRule = decisions.filter(({ rule: stigId }) => stigId === undefined || stigId === rule.identity.stigId);
  const one = (...kinds: readonly Decision['kind'][]): Decision | undefined => {
    const all = ofRule.filter(({ kind }) => kinds.includes(kind));
    const [first] = all;
    return all.every(({ kind, method }) => kind === first?.kind && method === first.method) ? first : undefined;
  };
  const facing = isPlanKnown || !isFacingOfPlan(rule) ? one('internetFacing', 'notInternetFacing') : undefined;
  const method = isPlanKnown ? one('validationMethod') : undefined;
  const name = gates.areNamesReviewed ? one('clear', 'unclear') : undefined;
  const deviations = isPlanKnown ? ofRule.filter(({ kind }) => kind === 'deviation') : [];
  const isOpen = unsettled.some(({ kind, rule: stigId }) =>
    kind === 'validationMethod'
      ? takes(rule, 'validationMethod')
      : kind === 'deviation' && stigId === rule.identity.stigId,
  );
  const planReviewed = gates.isPlanReviewed && !isOpen;
  const truth = (decision: Decision | undefined, isTrue: Decision['kind']): Truth =>
    decision === undefined ? 'unknown' : decision.kind === isTrue ? 'true' : 'false';
  const { configured, documented } = site.maxSendSize;
  if (planReviewed) by.planReviewed = plan;
  if (facing !== undefined)
    by.internetFacing = `${isFacingOfPlan(rule) ? plan : head}: ${facing.kind === 'internetFacing' ? '' : 'not '}internet-facing, ${shown(facing.reason ?? '')}`;
  if (name !== undefined) by.nameIsClear = `${head}: the name is ${name.kind} (reviewed on ${site.namesReviewedOn})`;
  if (deviations.length > 0)
    by.deviations = deviations
      .flatMap(({ signed }) =>
        signed === undefined
          ? []
          : [`${shown(signed.by)}, ${signed.on}, ${shown(signed.reference)}, expires ${signed.expires}`],
      )
      .join('; ');
  return {
    planReviewed,
    internetFacing: truth(facing, 'internetFacing'),
    smartHosts: said('smartHosts', ofHost(site.smartHosts), `${head}: smartHosts`),
    internalSmtpDomains: said('internalSmtpDomains', ofHost(site.internalSmtpDomains), `${head}: internalSmtpDomains`),
    validationMethod: said('validationMethod', method?.method, `${plan}: ${method?.method}`),
    maxSendSize: {
      configured: said('configuredSize', ofHost(configured), `${head}: maxSendSize.configured ${configured}`),
      documented: said(
        'documentedSize',
        isPlanKnown ? ofHost(documented) : undefined,
        `${plan}: maxSendSize.documented ${documented}`,
      ),
    },
    deviations: new Set(deviations.flatMap(({ values }): readonly ReadPropertyName[] => [...values.keys()])),
    nameIsClear: truth(name, 'clear'),
    by,
  };
};
