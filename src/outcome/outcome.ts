import { placeText } from '../diagnostics/line.js';
import { inWords } from '../diagnostics/reported.js';
import type { Status } from '../model/checklist.js';
import type { Place } from '../model/place.js';
import type { Reported } from '../model/reported.js';
import { statusWords, worstFirst } from '../rules/status-words.js';
import { visible } from '../text/visible.js';
import type { ConnectorResult, RuleResult, WrittenHost } from './written-host.js';

/** The outcome of a host or a rule: a status, or refused. */
export type Outcome = Status | 'refused';

/** In the order of the exit codes: refused outranks open. */
export const outcomes: readonly Outcome[] = ['refused', 'open', 'not_reviewed', 'not_applicable', 'not_a_finding'];

/** An outcome as it is shown: `NOT A FINDING`. */
export const outcomeWords: Readonly<Record<Outcome, string>> = { ...statusWords, refused: 'REFUSED' };

/** The first result with the worst status; none if nothing was judged. */
export const worstResult = <R extends Pick<RuleResult, 'status'>>(results: readonly R[]): R | undefined =>
  [...results].sort((a, b) => worstFirst(a.status, b.status))[0];

/** The worst status of the rules. A host that was not refused and has no result is not reviewed. */
export const outcomeOf = ({ refused, results }: Pick<WrittenHost, 'refused'> & Statuses): Outcome =>
  refused ? 'refused' : (worstResult(results)?.status ?? 'not_reviewed');

interface Statuses {
  readonly results: readonly Pick<RuleResult, 'status'>[];
}

/** A connector's name in tables. */
export const labelOf = ({ name, identity }: Pick<ConnectorResult, 'name' | 'identity'>): string =>
  name || identity || '(no name)';

/**
 * The reason for a host's outcome in one line: what refused it, what is missing, or the connector that is open.
 *
 * @param whereText shows a place
 */
export const reasonOf = (host: WrittenHost, whereText: (place: Place) => string = placeText): string => {
  const worst = worstResult(host.results);
  const told = host.diagnostics.filter(({ severity }) => severity !== 'info');
  const first = told.find(({ severity }) => severity === 'error') ?? told[0];
  const decisive = worst?.connectors.find(({ status }) => status === worst.status);
  const why = decisive?.clauses
    .filter(({ truth }) => truth === (worst?.status === 'open' ? 'false' : 'unknown'))
    .map(({ words }) => words)
    .join(' ');
  const ofConnector = decisive === undefined || !why ? undefined : `${decisive.name || decisive.identity}: ${why}`;
  const lineOf = (told: Reported | undefined) =>
    told && visible(`${whereText(told.place)}${told.message} [${told.code}]`);
  const ofDiagnostic = lineOf(first && inWords(first));
  const ofDoubt = lineOf(worst?.doubts[0]);
  const reasons = {
    open: ofConnector ?? ofDiagnostic,
    not_reviewed: ofDoubt ?? ofDiagnostic ?? ofConnector,
    not_applicable: ofDiagnostic,
    not_a_finding: worst !== undefined && worst.count > 0 ? 'every clause that applies is met' : ofDiagnostic,
    refused: ofDiagnostic,
  };
  return reasons[outcomeOf(host)] ?? '';
};
