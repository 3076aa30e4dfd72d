import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type ConnectorEvidence, propertyOf, type SendConnector } from '../model/connector.js';
import type { ConnectorReview } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import { nothingSaid, type SiteWord } from '../model/site-word.js';
import type { TransportWord } from '../model/transport-config.js';
import { judge } from '../rules/judge.js';
import type { RuleModule } from '../rules/rule.js';
import { shown } from '../rules/shown.js';
import { contradictions, type Examined, examine } from './examine.js';
import { type Gates, gatesOf } from './gates.js';
import { type Decision, type DecisionKind, isName, type Site } from './site.js';
import { seenValue } from './values.js';
import { guidOf, type HostNames } from './whose.js';
import { isOfPlan, wordOf } from './word.js';

export interface SiteContext {
  readonly host: HostNames;
  /** The time of the assessment, ISO 8601 in UTC with `Z`. */
  readonly assessedAt: string;
  readonly connectors: readonly ConnectorEvidence[];
  /** What exports of Get-TransportConfig state, for the rules. */
  readonly transport?: TransportWord | undefined;
  /** The rules that are judged, each with the group's id that its benchmark has. */
  readonly rules: readonly { readonly vulnId: string; readonly module: RuleModule }[];
}

/** What counts for a host at the time of its assessment. */
export interface SiteAnswers {
  readonly wordFor: (rule: RuleModule) => (connector: SendConnector) => SiteWord;
  readonly enclave: { readonly name: string; readonly by: string } | undefined;
  /** The risks of an open connector that the site accepts, and the acceptances that no longer cover it. */
  readonly accepted: (
    rule: RuleModule,
    review: ConnectorReview,
  ) => { readonly risks: readonly string[]; readonly diagnostics: readonly Diagnostic[] };
  readonly diagnostics: readonly Diagnostic[];
  /** Entries whose connector this host does not have: another host of the run may. */
  readonly unmatched: readonly Diagnostic[];
}

/**
 * Decides what of a site file counts: for this host, for its connectors as they are, at the time of the assessment. What does not
 * count is said, with the rules whose verdict would be another with it. Warnings: `site-not-stated`, `site-other-hosts`,
 * `site-hosts-missing`, `site-plan-not-reviewed`, `site-names-not-reviewed`, `site-connector-newer`, `site-unmatched`,
 * `site-ambiguous`, `site-lapsed`, `site-expired`, `site-misdated`, `site-contradicted`, `site-rule-unknown`.
 */
export const whatCounts = (site: Site, context: SiteContext): SiteAnswers => {
  const { connectors, rules, assessedAt, transport } = context;
  const today = assessedAt.slice(0, 10);
  const gates = gatesOf(site, context.host, today);
  const evidenceOf = new Map(connectors.flatMap((evidence) => evidence.records.map((record) => [record, evidence])));
  const newer = new Set(connectors.filter((evidence) => isNewer(evidence, site)));
  const found = site.decisions.map((decision) => examine(decision, site, connectors, gates, today));
  const sound = found.filter(({ reasons, named }) => reasons.length === 0 && named.length === 1);
  const contradicted = contradictions(sound);
  const counting = sound.filter((one) => !contradicted.has(one));
  const unsettled = found.filter((one) => contradicted.has(one) || one.reasons.some(({ settles }) => !settles));

  /** The word with conditions ignored, or with decisions counted, to see what that would change. */
  const wordAs =
    (open: Partial<Gates>, more: readonly Examined[] = []) =>
    (rule: RuleModule) =>
    (record: SendConnector): SiteWord => {
      const evidence = evidenceOf.get(record);
      const held = { ...gates, ...open };
      if (!held.isStated || evidence === undefined || (newer.has(evidence) && open.isNewerToo !== true))
        return nothingSaid;
      const of = (all: readonly Examined[]) =>
        all.filter(({ named }) => named.includes(evidence)).map((one) => one.decision);
      const usable = counting.filter(({ isByName }) => !isByName || held.namesCount);
      const isAlike = ({ values }: Decision) => [...values].every(([name, value]) => seenValue(name, record) === value);
      const decisions = [...of(usable).filter(isAlike), ...of(more)];
      const loose = of(unsettled.filter((one) => !more.includes(one)));
      return wordOf(site, rule, { decisions, unsettled: loose, gates: held });
    };
  const word = wordAs({});
  const wouldChange = (as: typeof word, among: readonly ConnectorEvidence[]): string =>
    rules
      .filter(({ module }) =>
        among.some(
          (evidence) => statusBy(module, evidence, word, transport) !== statusBy(module, evidence, as, transport),
        ),
      )
      .map(({ vulnId }) => vulnId)
      .join(', ');

  const byEnclave = rules.filter(({ module }) => module.exempts?.(site.enclave ?? '') === true);
  const enclaveChanges = gates.isStated && gates.isListed ? '' : byEnclave.map(({ vulnId }) => vulnId).join(', ');
  const joined = (...lists: readonly string[]): string =>
    [...new Set(lists.flatMap((list) => list.split(', ').filter((id) => id !== '')))].join(', ');
  const usesNames = site.decisions.some((decision) => guidOf(decision) === undefined);
  const needsPlan = gates.hasPlan || rules.some(({ module }) => isOfPlan(site, module));
  const place = { ...site.place };
  const general: readonly Diagnostic[] = [
    ...(gates.notStated === undefined
      ? []
      : [
          diagnostic('site-not-stated', place, {
            reason: gates.notStated,
            matters: joined(wouldChange(wordAs({ isStated: true }), connectors), enclaveChanges),
          }),
        ]),
    ...(site.hosts.length === 0 && usesNames
      ? [diagnostic('site-hosts-missing', place, { matters: wouldChange(wordAs({ namesCount: true }), connectors) })]
      : []),
    ...(gates.isListed
      ? []
      : [
          diagnostic('site-other-hosts', place, {
            host: context.host.hostName,
            hosts: shown(site.hosts.slice(0, 5).join(', ')) + (site.hosts.length > 5 ? ', …' : ''),
          }),
        ]),
    ...(gates.notReviewed !== undefined && needsPlan
      ? [
          diagnostic('site-plan-not-reviewed', place, {
            reason: gates.notReviewed,
            matters: wouldChange(wordAs({ isPlanReviewed: true, isPlanKnown: true }), connectors),
          }),
        ]
      : []),
    ...(gates.namesNotReviewed !== undefined && site.decisions.some(isName)
      ? [
          diagnostic('site-names-not-reviewed', place, {
            reason: gates.namesNotReviewed,
            matters: wouldChange(wordAs({ areNamesReviewed: true }), connectors),
          }),
        ]
      : []),
    ...[...newer].map((evidence) => {
      const [record] = evidence.records;
      return diagnostic('site-connector-newer', record.place, {
        created: createdOf(evidence)?.written ?? '',
        statedOn: site.statedOn ?? '',
        matters: wouldChange(wordAs({ isNewerToo: true }), [evidence]),
      });
    }),
  ];
  const diagnostics = found.flatMap((one): readonly Diagnostic[] => {
    const { decision, reasons, named } = one;
    const other = contradicted.get(one);
    if (reasons.length === 0 && other === undefined) return [];
    const matters = wouldChange(wordAs({}, [one]), named);
    const words = { decision: kindWords[decision.kind], matters };
    return [
      ...reasons.map(({ report }) => report(words)),
      ...(other === undefined
        ? []
        : [diagnostic('site-contradicted', decision.place, { ...words, other: other.decision.path })]),
    ];
  });
  const by = `${shown(site.statedBy ?? '')}, ${site.statedOn}`;
  return {
    wordFor: word,
    enclave:
      site.enclave !== undefined && gates.isStated && gates.isListed
        ? { name: site.enclave, by: `${by}: ${shown(site.enclave)}` }
        : undefined,
    accepted: (rule, review) =>
      gates.isStated
        ? acceptedOf(
            rule,
            review,
            counting.filter(
              ({ named: [one], isByName }) =>
                one === review.evidence && !newer.has(review.evidence) && (!isByName || gates.namesCount),
            ),
          )
        : { risks: [], diagnostics: [] },
    diagnostics: [...general, ...diagnostics],
    unmatched: found
      .filter(({ named }) => named.length === 0)
      .map(({ decision }) =>
        diagnostic('site-unmatched', decision.place, { decision: kindWords[decision.kind], matters: '' }),
      ),
  };
};

const kindWords: Readonly<Record<DecisionKind, string>> = {
  internetFacing: 'the entry',
  notInternetFacing: 'the entry',
  validationMethod: 'the method',
  deviation: 'the deviation',
  acceptance: 'the acceptance',
  clear: 'the entry',
  unclear: 'the entry',
};

const statusBy = (
  module: RuleModule,
  evidence: ConnectorEvidence,
  word: (rule: RuleModule) => (record: SendConnector) => SiteWord,
  transport: TransportWord | undefined,
): string | undefined => judge(module, [evidence], { site: word(module), transport }).connectors[0]?.status;

/** The latest time of the connector's creation in its records. */
const createdOf = ({ records }: ConnectorEvidence) =>
  records
    .flatMap(({ created }) => created ?? [])
    .reduce<SendConnector['created']>(
      (last, one) => (last !== undefined && last.day > one.day ? last : one),
      undefined,
    );

/** Created after the day on which the file was stated. */
const isNewer = (evidence: ConnectorEvidence, { statedOn }: Site): boolean =>
  statedOn !== undefined && (createdOf(evidence)?.day ?? '') > statedOn;

/** An acceptance covers a finding if it was made for the value of each property that the failing clauses ask for. */
const acceptedOf = (
  { identity, clauses }: RuleModule,
  review: ConnectorReview,
  counting: readonly Examined[],
): ReturnType<SiteAnswers['accepted']> => {
  const failing = clauses
    .filter((_, i) => review.clauses[i]?.truth === 'false')
    .flatMap(({ properties }) => properties);
  const risks: string[] = [];
  const diagnostics: Diagnostic[] = [];
  if (review.status !== 'open') return { risks, diagnostics };
  for (const { decision } of counting) {
    const { signed, place } = decision;
    if (decision.kind !== 'acceptance' || decision.rule !== identity.stigId || signed === undefined) continue;
    const missing = failing.find((name) => !decision.values.has(name));
    if (missing === undefined)
      risks.push(
        `${shown(signed.by)}, ${signed.on}, ${shown(signed.reference)}, expires ${signed.expires}; it changes no status`,
      );
    else
      diagnostics.push(
        diagnostic('site-lapsed', place, {
          decision: kindWords.acceptance,
          matters: '',
          property: missing,
          seen: shown(showProperty(propertyOf(review.decidedBy, missing))),
        }),
      );
  }
  return { risks, diagnostics };
};
