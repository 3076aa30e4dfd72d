import type { Advice } from '../model/advice.js';
import type { ConnectorReview } from '../model/review.js';
import { exportAgain } from './attempt.js';
import { setSendConnector } from './command.js';
import { namedConnector } from './plan.js';
import { literal } from './powershell.js';
import type { NamedConnector, Remediation, WithheldCode } from './remediation.js';

/** What nobody can fix by a command as things are: the finding stays, with a plan. */
const needsPlan: readonly WithheldCode[] = [
  'edge-sync',
  'exchange-refuses',
  'no-command',
  'rules-conflict',
  'still-open',
];

/** The advice of a plan by connector and rule; undefined where there is nothing to do. */
export const adviceOf = (
  remediation: Remediation,
): ((connector: ConnectorReview, vulnId: string) => Advice | undefined) => {
  const advice = new Map<string, Advice>();
  for (const { connector, rules, values, opens, stopsMail } of remediation.changes) {
    const { guid, name } = connector;
    const pairs = values.map(({ property, fixed }) => [property, fixed] as const);
    const sentences = [
      ...opens.map(({ reason }) => reason),
      ...(stopsMail ? ['The connector carries mail for every domain (*): mail can stop.'] : []),
    ];
    const command = setSendConnector(literal(guid ?? name), pairs);
    for (const { rule } of rules) advice.set(keyOf(connector, rule.vulnId), { command, sentences });
  }
  for (const { connector, rule, code, reason } of remediation.withheld) {
    const again = reason.includes(exportAgain);
    // The doubt itself stands beside the verdict.
    const why = code === 'evidence-in-doubt' ? 'The export is in doubt.' : reason.replace(exportAgain, '').trim();
    advice.set(keyOf(connector, rule.vulnId), {
      sentences: [
        ...(why === '' ? [] : [why]),
        ...(again ? ['Export again, then judge again.'] : []),
        ...(needsPlan.includes(code) ? ['Document it on a POA&M with this reason.'] : []),
      ],
    });
  }
  return (connector, vulnId) => advice.get(keyOf(namedConnector(connector), vulnId));
};

const keyOf = ({ name, identity, guid }: NamedConnector, vulnId: string): string =>
  JSON.stringify([name, identity, guid, vulnId]);
