import type { Benchmark } from '../model/benchmark.js';
import type { ReviewedRule } from '../model/checklist.js';
import { propertyOf, type SendConnector } from '../model/connector.js';
import { knownValue } from '../model/property.js';
import type { ConnectorReview, Review } from '../model/review.js';
import type { Judged, Judging } from '../outcome/judged-host.js';
import { judge } from '../rules/judge.js';
import { judgeableRules } from '../rules/module-for.js';
import { rules as allRules } from '../rules/registry.js';
import type { RuleModule } from '../rules/rule.js';
import { smtpAddress } from '../rules/smart-host/addresses.js';
import {
  exclude,
  type SettingName,
  type Settings,
  settingNames,
  withCompanions,
  withSettings,
} from '../rules/what-exchange-allows.js';
import { foldName } from '../text/fold-name.js';
import { type Attempt, attempt, exportAgain, isTlsProperty, judgedWith } from './attempt.js';
import type {
  Change,
  ChangedValue,
  NamedConnector,
  NamedRule,
  OpenedRule,
  Remediation,
  SettingValue,
  Withheld,
} from './remediation.js';

/** What is taken of a checklist: its rules. */
interface RulesOf {
  readonly stigs: readonly {
    readonly benchmark: Pick<Benchmark, 'id'>;
    readonly reviews: readonly Pick<ReviewedRule, 'rule' | 'severityOverride'>[];
  }[];
}

/** A rule that was asked for, with what it says of one connector. */
interface Asked {
  readonly review: Review;
  readonly connector: ConnectorReview;
  readonly rule: RuleModule;
  readonly named: NamedRule;
}

/**
 * Plans what to change on a host's connectors so that they meet the rules that it was judged by, and says of the rest why not. Where two of
 * these rules exclude each other on a connector, neither is planned: which one counts is the site's decision. Of every other rule of
 * the STIG it says where a change opens it.
 *
 * @param isWanted which connectors to plan for, by their place among the host's
 */
export const planRemediation = (
  { checklist, reviews }: Pick<Judged, 'reviews'> & { readonly checklist: RulesOf },
  judging: Judging,
  isWanted: (index: number) => boolean = () => true,
): Remediation => {
  const { modules } = judging;
  const [first] = reviews;
  const others = otherRules(checklist, modules);
  const names = new Map<string, number>();
  for (const { name } of first?.connectors ?? []) names.set(foldName(name), (names.get(foldName(name)) ?? 0) + 1);
  const planned = (first?.connectors ?? []).flatMap(({ name }, i) => {
    if (!isWanted(i)) return [];
    const asked = reviews.flatMap((review, r): readonly Asked[] => {
      const [connector, rule] = [review.connectors[i], modules[r]];
      return connector === undefined || rule === undefined || review.decidedBy === 'enclave'
        ? []
        : [{ review, connector, rule, named: namedRule(rule, checklist) }];
    });
    return planConnector(asked, { judging, isNameUnique: names.get(foldName(name)) === 1, others, checklist });
  });
  return {
    changes: planned.flatMap(({ change }) => change ?? []),
    withheld: planned.flatMap(({ withheld }) => withheld),
  };
};

interface Context {
  readonly judging: Judging;
  readonly isNameUnique: boolean;
  readonly others: readonly RuleModule[];
  readonly checklist: RulesOf;
}

const planConnector = (
  asked: readonly Asked[],
  { judging, isNameUnique, others, checklist }: Context,
): { readonly change?: Change | undefined; readonly withheld: readonly Withheld[] } => {
  const [first] = asked;
  if (first === undefined) return { withheld: [] };
  const connector = namedConnector(first.connector);
  const open = asked.filter((one) => one.connector.status === 'open');
  const tried = open.map((one) => ({
    one,
    tried: attempt({ ...one, named: connector, isNameUnique, word: judging.wordFor(one.rule) }),
  }));
  const settled = tried.map(({ one, tried: own }) => ({
    one,
    tried: own.ok ? (conflictOf(one, asked, judging) ?? own) : own,
  }));
  const record = first.connector.decidedBy;
  const settings: Settings = Object.assign({}, ...settled.map(({ tried: own }) => (own.ok ? own.settings : {})));
  const isFixed = ({ one, tried: own }: (typeof settled)[number]): boolean =>
    // What one rule lacks, such as a TlsDomain, another may bring.
    own.ok || (own.code === 'exchange-refuses' && statusWith(one.rule, record, settings, judging) === 'not_a_finding');
  const fixed = settled.filter(isFixed).map(({ one }) => one);
  const unjudged = asked.filter((one) => one.connector.status === 'not_reviewed');
  return {
    change: changeOf(connector, fixed, settings, { judging, others, checklist }),
    withheld: [
      ...settled.flatMap(({ one, tried: own }): readonly Withheld[] =>
        own.ok || fixed.includes(one)
          ? []
          : [{ connector, rule: one.named, status: 'open', code: own.code, reason: own.reason }],
      ),
      ...unjudged.map(
        (one): Withheld => ({
          connector,
          rule: one.named,
          status: 'not_reviewed',
          code: 'not-judged',
          reason: whyNotJudged(one.connector),
        }),
      ),
    ],
  };
};

/** The values that a rule wants of a connector, whether or not they can be set. */
const wantedBy = (rule: RuleModule, { decidedBy }: ConnectorReview, { wordFor }: Judging): Settings =>
  withCompanions(rule.remedy?.(decidedBy, wordFor(rule)(decidedBy)).set ?? {});

/** Another rule that was asked for as well and that the change would leave without a way to be met, or would open. */
const conflictOf = (one: Asked, asked: readonly Asked[], judging: Judging): Attempt | undefined => {
  const record = one.connector.decidedBy;
  const wanted = wantedBy(one.rule, one.connector, judging);
  const rivals = asked.filter(
    (other) =>
      other !== one &&
      // A risk that the site accepts is the decision for the other rule.
      (other.connector.accepted ?? []).length === 0 &&
      (other.connector.status === 'open'
        ? exclude(record, wanted, wantedBy(other.rule, other.connector, judging))
        : statusWith(other.rule, record, wanted, judging) === 'open'),
  );
  return rivals.length === 0
    ? undefined
    : {
        ok: false,
        code: 'rules-conflict',
        reason: `${rivals.map(({ named }) => named.vulnId).join(' and ')}, also named by --rules, excludes this rule on this connector: decide which one counts, and name only that one.`,
      };
};

/** The status with values set. What the site says is bound to the record that was read; a signed deviation to its very value. */
const statusWith = (rule: RuleModule, record: SendConnector, settings: Settings, { wordFor }: Judging) => {
  const word = wordFor(rule)(record);
  const deviations = new Set([...word.deviations].filter((name) => !(name in settings)));
  const after = withSettings(record, settings);
  return judge(rule, [{ records: [after] }], { site: () => ({ ...word, deviations }) }).connectors[0]?.status;
};

const changeOf = (
  connector: NamedConnector,
  fixed: readonly Asked[],
  settings: Settings,
  { judging, others, checklist }: Omit<Context, 'isNameUnique'>,
): Change | undefined => {
  const review = fixed[0]?.connector;
  if (review === undefined) return undefined;
  const record = review.decidedBy;
  const values = settingNames(settings).flatMap((name): readonly ChangedValue[] => {
    const [judged, wanted] = [judgedText(review, name), textOf(name, settings[name])];
    return judged === wanted || wanted === null ? [] : [{ property: name, judged, fixed: wanted }];
  });
  const isChanged = (name: SettingName): boolean => values.some(({ property }) => property === name);
  return {
    connector,
    rules: fixed.map((one) => ({
      rule: one.named,
      clauses: one.connector.clauses.filter(({ truth }) => truth === 'false').map(({ id }) => id),
    })),
    values,
    unchanged: judgedWith(settings)
      .filter((name) => !isChanged(name))
      .map((name): SettingValue => ({ property: name, judged: judgedText(review, name) })),
    opens: others.flatMap((rule) => openedBy(rule, review, settings, judging, checklist)),
    stopsMail:
      values.some(({ property }) => isTlsProperty(property)) &&
      (knownValue(record.addressSpaces) ?? []).some((space) => smtpAddress(space) === '*'),
  };
};

/** What a change means for a rule that nobody asked for. */
const openedBy = (
  rule: RuleModule,
  review: ConnectorReview,
  settings: Settings,
  judging: Judging,
  checklist: RulesOf,
): readonly OpenedRule[] => {
  const record = review.decidedBy;
  if (statusWith(rule, record, settings, judging) !== 'open') return [];
  const wanted = wantedBy(rule, review, judging);
  const named = namedRule(rule, checklist);
  const excluded = exclude(record, settings, wanted) ? `, which ${excludedWords(record, settings, wanted)}` : '';
  if (statusWith(rule, record, {}, judging) !== 'open')
    return [{ rule: named, kind: 'opens', reason: `With this change the connector fails ${named.vulnId}${excluded}.` }];
  return excluded === ''
    ? []
    : [
        {
          rule: named,
          kind: 'keeps-open',
          reason: `With this change the connector cannot meet ${named.vulnId}${excluded}.`,
        },
      ];
};

const excludedWords = (record: SendConnector, settings: Settings, wanted: Settings): string => {
  const words = (all: Settings) =>
    settingNames(all)
      .map((name) => `${name} ${textOf(name, all[name])}`)
      .join(', ');
  const decisive = settingNames(wanted).filter((name) => exclude(record, settings, { [name]: wanted[name] }));
  const which = decisive.length === 0 ? wanted : Object.fromEntries(decisive.map((name) => [name, wanted[name]]));
  return `requires ${words(which)}: Exchange refuses the two together`;
};

/** The rules of the STIG that nobody asked for: by the text that the benchmark has, else by the latest. */
const otherRules = ({ stigs }: RulesOf, asked: readonly RuleModule[]): readonly RuleModule[] => {
  const isAsked = (rule: RuleModule): boolean => asked.some(({ identity }) => identity === rule.identity);
  return stigs.flatMap(({ benchmark: { id }, reviews }) => {
    const known = judgeableRules({ id, rules: reviews.map(({ rule }) => rule) }, allRules).map(({ module }) => module);
    const latest = allRules.filter(
      (rule, i) =>
        rule.identity.stig === id &&
        allRules[i + 1]?.identity !== rule.identity &&
        !known.some(({ identity }) => identity === rule.identity),
    );
    return [...known, ...latest].filter((rule) => !isAsked(rule));
  });
};

const namedRule = ({ identity }: RuleModule, { stigs }: RulesOf): NamedRule => {
  const reviewed = stigs
    .flatMap(({ reviews }) => reviews)
    .find(({ rule }) => rule.stigId === identity.stigId || rule.groupId === identity.vulnId);
  const { stigId, vulnId, severity, ccis } = identity;
  return {
    vulnId: reviewed?.rule.groupId ?? vulnId,
    ruleId: reviewed?.rule.ruleId ?? identity.ruleId,
    stigId,
    severity: reviewed?.severityOverride?.severity ?? reviewed?.rule.severity ?? severity,
    ccis: reviewed?.rule.ccis ?? ccis,
  };
};

/** A connector by what the export tells of it. */
export const namedConnector = ({ name, identity, evidence }: ConnectorReview): NamedConnector => {
  const guid = evidence.records.map((record) => knownValue(record.guid)).find(isGuid);
  return { name, identity, ...(guid === undefined ? {} : { guid }) };
};

const isGuid = (text: string | undefined): boolean =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) && /[1-9a-f]/.test(text);

const whyNotJudged = ({ missing, asks }: ConnectorReview): string =>
  [
    ...(missing.length === 0 ? [] : [`Not known from the export: ${missing.join(', ')}. ${exportAgain}`]),
    ...asks.map((ask) => `The site has not said: ${ask}.`),
  ].join(' ') || `It could not be judged. ${exportAgain}`;

/** Records that tell it tell the same. */
const judgedText = ({ evidence }: ConnectorReview, name: SettingName): string | null => {
  const told = evidence.records.map((record) => propertyOf(record, name)).find(({ state }) => state === 'known');
  return told === undefined ? null : textOf(name, knownValue(told));
};

/** A value as the server shows it; of a size the bytes. */
const textOf = (name: SettingName, value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return name === 'MaxMessageSize' && value !== 'Unlimited' ? String(value).replace(/\D/g, '') : String(value);
};
