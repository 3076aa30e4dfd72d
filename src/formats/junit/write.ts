import type { ReviewedRule, Status } from '../../model/checklist.js';
import { statusWords } from '../../rules/status-words.js';
import { foldSpace } from '../../text/fold-space.js';
import { visible } from '../../text/visible.js';
import { element, textElement, type XmlTree } from '../../xml/element.js';
import { serializeXml } from '../../xml/serialize.js';
import type { Extracted, ExtractInput } from '../extracted.js';
import { connectorCases, judgedReview } from '../judged-review.js';

/**
 * A checklist as results of JUnit (JUnit.xsd of windyroad/JUnit-Schema), as an element tree, for pipelines: a suite for each rule, a case for each
 * connector, and one for the rule itself where its connectors alone do not make its status. What is open fails; what is not reviewed or does not
 * apply is skipped.
 */
export const toJunitTree = ({ checklist, judged }: ExtractInput): XmlTree => {
  const rules = checklist.stigs.flatMap(({ benchmark, reviews }) =>
    reviews.map((reviewed) => ({ benchmark, reviewed })),
  );
  return element(
    'testsuites',
    rules.map(({ benchmark, reviewed }, id): XmlTree => {
      const { rule } = reviewed;
      const className = `${token(benchmark.id) || 'STIG'}.${ruleName(reviewed)}`;
      const connectors = connectorCases(judgedReview(reviewed, judged?.reviews), judged);
      const isTold = connectors.some(({ status }) => status === reviewed.status);
      const own = {
        name: token(rule.title) || ruleName(reviewed),
        status: reviewed.status,
        text: reviewed.findingDetails,
      };
      const cases = isTold ? connectors : [own, ...connectors];
      const count = (...statuses: readonly Status[]): string =>
        String(cases.filter(({ status }) => statuses.includes(status)).length);
      return element(
        'testsuite',
        [
          element('properties', [
            ...property('rule', rule.ruleId),
            ...property('stig-id', rule.stigId),
            ...property('severity', reviewed.severityOverride?.severity ?? rule.severity),
            ...property('status', reviewed.status),
            ...property('cci', rule.ccis.join(', ')),
            ...property('assessor', checklist.assessor ?? ''),
          ]),
          ...cases.map((one) => testCase(one, className)),
          textElement('system-out', reviewed.findingDetails),
          textElement('system-err', reviewed.comments),
        ],
        [
          ['name', ruleName(reviewed)],
          // The time is UTC; the schema allows neither its zone nor parts of a second.
          ['timestamp', (reviewed.assessedAt ?? checklist.assessedAt).slice(0, 19)],
          ['hostname', token(checklist.asset.hostName) || 'localhost'],
          ['tests', String(cases.length)],
          ['failures', count('open')],
          ['errors', '0'],
          ['skipped', count('not_reviewed', 'not_applicable')],
          ['time', '0'],
          ['package', token(benchmark.id)],
          ['id', String(id)],
        ],
      );
    }),
  );
};

/** The tree as the text of a file. */
export const toJunit = (input: ExtractInput): Extracted => ({
  text: serializeXml(toJunitTree(input)),
  diagnostics: [],
});

interface Case {
  readonly name: string;
  readonly status: Status;
  readonly text: string;
}

const testCase = ({ name, status, text }: Case, className: string): XmlTree => {
  const attributes = [
    ['name', name],
    ['classname', className],
    ['time', '0'],
  ] as const;
  const message = ['message', statusWords[status]] as const;
  if (status === 'not_a_finding') return element('testcase', [], attributes);
  return element(
    'testcase',
    [
      status === 'open'
        ? textElement('failure', text, [message, ['type', status]])
        : textElement('skipped', text, [message]),
    ],
    attributes,
  );
};

const ruleName = ({ rule }: ReviewedRule): string => token(rule.groupId) || token(rule.ruleId) || 'rule';

const property = (name: string, value: string): readonly XmlTree[] =>
  value === ''
    ? []
    : [
        element(
          'property',
          [],
          [
            ['name', name],
            ['value', value],
          ],
        ),
      ];

/** On one line, as xs:token wants it. */
const token = (text: string): string => visible(foldSpace(text));
