import { propertyOf, type ReadPropertyName, type SendConnector } from '../model/connector.js';
import type { Property } from '../model/property.js';
import type { ClauseResult, Truth } from '../model/review.js';
import { showProperty } from '../model/show-property.js';
import type { SiteWord } from '../model/site-word.js';
import type { Clause } from './rule.js';
import { shown } from './shown.js';

/** What became of a clause, as people read it. */
export type ClauseOutcome = 'met' | 'not-met' | 'unknown' | 'not-applicable';

const outcomeOfTruth: Readonly<Record<Truth, ClauseOutcome>> = { true: 'met', false: 'not-met', unknown: 'unknown' };

/** A clause that asks nothing of a connector holds, but nobody would call it met. */
export const clauseOutcome = ({ truth, applies }: Pick<ClauseResult, 'truth' | 'applies'>): ClauseOutcome =>
  applies ? outcomeOfTruth[truth] : 'not-applicable';

export const outcomeWord: Readonly<Record<ClauseOutcome, string>> = {
  met: 'PASS',
  'not-met': 'FAIL',
  unknown: 'unknown',
  'not-applicable': 'n/a',
};

/** A clause in a line: `FAIL  DomainSecureEnabled is False; must be True.` */
export const clauseLine = (clause: ClauseResult): string =>
  `${outcomeWord[clauseOutcome(clause)].padEnd(5)} ${clause.words}`;

/** What a clause requires, whatever a connector has: `DNSRoutingEnabled True, where DomainSecureEnabled is True`. */
export const expectedOf = (clause: Clause, site: SiteWord): string => {
  const [property] = subjectsOf(clause);
  const condition = clause.when === undefined ? '' : `, where ${clause.when.words}`;
  return `${property === undefined ? '' : `${property} `}${requiredOf(clause, site)}${condition}`;
};

/** A clause's result in a sentence: what was seen of the connector, what must be, and on what condition. */
export const clauseWords = (
  clause: Clause,
  connector: SendConnector,
  site: SiteWord,
  { applies }: Pick<ClauseResult, 'applies'>,
): string => {
  const { properties, when } = clause;
  const required = requiredOf(clause, site);
  const [property] = subjectsOf(clause);
  const own = properties.filter((name) => when?.properties.includes(name) !== true);
  if (!applies) {
    const what = property === undefined || implied.includes(required) ? '' : ` (${required})`;
    return `${property ?? own.join(', ')}${what}: required only when ${when?.words}${seenBeside(clause, connector)}.`;
  }
  const seen = own.map((name) => `${name} is ${valueWords(propertyOf(connector, name))}`).join(', ');
  const condition = when === undefined ? '' : conditionWords(when.holds(connector, site), clause, connector);
  return `${shown(seen)}; ${property === undefined ? 'required: ' : 'must be '}${required}${condition}.`;
};

/** What is required goes without saying where a property is called required. */
const implied: readonly string[] = ['True', 'set'];

const requiredOf = ({ required }: Clause, site: SiteWord): string =>
  typeof required === 'string' ? required : required(site);

/** The one property of which something is required; none of a clause that weighs several. */
const subjectsOf = ({ properties, when }: Clause): readonly ReadPropertyName[] => {
  const own = properties.filter((name) => when?.properties.includes(name) !== true);
  return own.length === 1 ? own : [];
};

const conditionWords = (holds: Truth, clause: Clause, connector: SendConnector): string => {
  const { words = '', properties = [] } = clause.when ?? {};
  // Other clauses say the same then.
  if (holds === 'false') return '';
  if (holds === 'unknown') return ` if ${words}${seenBeside(clause, connector)}`;
  // Words that name the properties have said what was seen of them.
  return `, because ${words}${properties.every((name) => words.includes(name)) ? '' : seenBeside(clause, connector)}`;
};

/** What was seen of the condition: of a condition on one property, which its words name, the value alone. */
const seenBeside = ({ when }: Clause, connector: SendConnector): string => {
  const { words = '', properties = [] } = when ?? {};
  const [only] = properties;
  const all = properties.map((name) => ({ name, value: valueWords(propertyOf(connector, name)) }));
  const isNamed = only !== undefined && properties.length === 1 && words.includes(only);
  return ` (seen: ${shown(all.map(({ name, value }) => (isNamed ? value : `${name} ${value}`)).join(', '))})`;
};

/** What could pass for words of this program's own. */
const likeOurs = /^(not|no|empty|unknown|cut|exported)\b|[";]/i;

const valueWords = (property: Property<unknown>): string => {
  if (property.state === 'known' && property.value !== null) {
    const { value } = property;
    if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(quotedValue).join(', ');
    return quotedValue(value);
  }
  // Without the parentheses that set it off from values elsewhere.
  return showProperty(property)
    .replace(/^\((?:unknown: )?/, '')
    .replace(/\)$/, '');
};

const quotedValue = (value: unknown): string =>
  typeof value === 'string' && (value === '' || likeOurs.test(value))
    ? `"${value}"`
    : showProperty({ state: 'known', value });
