import { describe, expect, test } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ConnectorEvidence, SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import type { Truth } from '../../src/model/review.js';
import { nothingSaid, type SiteField, type SiteWord } from '../../src/model/site-word.js';
import { judge } from '../../src/rules/judge.js';
import type { Clause, RuleModule } from '../../src/rules/rule.js';
import { connector } from '../support/connectors.js';
import { v259594 } from '../support/rules.js';

/** An invented rule of such clauses, for what `judge` says besides the status. */
const ruleOf = (clauses: readonly Partial<Clause>[], more: Partial<RuleModule> = {}): RuleModule => ({
  ...v259594,
  connectorNotes: undefined,
  exempts: undefined,
  hostNotes: undefined,
  ...more,
  clauses: clauses.map((clause, i) => ({
    id: `clause-${i}`,
    properties: ['DomainSecureEnabled'],
    required: 'something',
    holds: () => 'true',
    ...clause,
  })),
});
const evidenceOf = (...records: readonly SendConnector[]): readonly ConnectorEvidence[] =>
  records.map((record) => ({ records: [record] }));
const one = evidenceOf(connector({ name: known('A'), domainSecureEnabled: known(false) }));
const word = (says: Partial<SiteWord>): SiteWord => ({ ...nothingSaid, ...says });
const first = (rule: RuleModule, options: Parameters<typeof judge>[2] = {}) => {
  const [review] = judge(rule, one, options).connectors;
  if (review === undefined) throw new Error('no connector');
  return review;
};

describe('what is asked of the site', () => {
  const asking = (takes: readonly SiteField[]) => ruleOf([{ holds: () => 'unknown', asks: 'what it is for', takes }]);

  test('is asked of clauses that are not known, with the keys of the site file, each once', () => {
    const settled = { holds: (): Truth => 'true', asks: 'something else' };
    const open = { holds: (): Truth => 'unknown', asks: 'what it is for', takes: ['internetFacing'] as const };
    const asks = ['what it is for (site file: internetFacing or notInternetFacing)'];
    expect(first(ruleOf([open, settled, open])).asks).toEqual(asks);
    expect(first(ruleOf([settled])).asks).toEqual([]);
    expect(first(ruleOf([{ holds: () => 'unknown' }])).asks).toEqual([]);
    expect(first(ruleOf([{ holds: () => 'unknown', asks: 'what it is for' }])).asks).toEqual(['what it is for']);
  });

  test.each<[string, readonly SiteField[], Partial<SiteWord>, string]>([
    [
      'nothing is said',
      ['internetFacing', 'deviations'],
      {},
      ' (site file: internetFacing or notInternetFacing, deviations)',
    ],
    ['one is said', ['internetFacing', 'smartHosts'], { by: { internetFacing: 'J. Doe' } }, ' (site file: smartHosts)'],
    [
      'the plan was read: its silence on deviations is an answer',
      ['deviations', 'smartHosts'],
      { planReviewed: true },
      ' (site file: smartHosts)',
    ],
    ['the plan was not read', ['deviations'], { planReviewed: false }, ' (site file: deviations)'],
    [
      'a size of the organisation is known',
      ['configuredSize'],
      { transport: { maxSendSizes: ['10 MB'], by: 'x.csv', isDoubtful: false } },
      '',
    ],
    [
      'two sizes contradict each other',
      ['configuredSize'],
      { transport: { maxSendSizes: ['10 MB', '20 MB'], by: 'x.csv', isDoubtful: false } },
      ' (site file: maxSendSize.configured)',
    ],
    [
      'a size answers no other question',
      ['smartHosts'],
      { transport: { maxSendSizes: ['10 MB'], by: 'x.csv', isDoubtful: false } },
      ' (site file: smartHosts)',
    ],
  ])('%s', (_, takes, says, keys) => {
    expect(first(asking(takes), { site: () => word(says) }).asks).toEqual([`what it is for${keys}`]);
  });
});

describe('whose word decides', () => {
  const facing = (_: SendConnector, { internetFacing }: SiteWord): Truth => internetFacing;
  const either = (_: SendConnector, { internetFacing, nameIsClear }: SiteWord): Truth =>
    internetFacing === 'true' || nameIsClear === 'true' ? 'true' : 'false';
  const by = { internetFacing: 'J. Doe', nameIsClear: 'R. Lee' };
  const said = (takes: readonly SiteField[], holds: Clause['holds'], says: Partial<SiteWord>) =>
    first(ruleOf([{ takes, holds }]), { site: () => word(says) }).clauses[0]?.bySite;

  test('is named where the clause would be another without it, and nowhere else', () => {
    expect(said(['internetFacing'], facing, { internetFacing: 'true', by })).toEqual(['J. Doe']);
    expect(said(['internetFacing'], facing, { internetFacing: 'unknown', by })).toBeUndefined();
    expect(said(['internetFacing'], () => 'true', { internetFacing: 'true', by })).toBeUndefined();
    expect(
      said(['internetFacing', 'nameIsClear'], facing, { internetFacing: 'true', nameIsClear: 'true', by }),
    ).toEqual(['J. Doe']);
  });

  test('is that of all where none decides alone, and of nobody who said nothing', () => {
    const both = { internetFacing: 'true', nameIsClear: 'true' } as const;
    expect(said(['internetFacing', 'nameIsClear'], either, { ...both, by })).toEqual(['J. Doe', 'R. Lee']);
    expect(said(['internetFacing', 'nameIsClear'], either, { ...both, by: { nameIsClear: 'R. Lee' } })).toEqual([
      'R. Lee',
    ]);
    expect(said([], facing, { internetFacing: 'true', by })).toBeUndefined();
  });

  test('the verdict without it is told only where the site says something', () => {
    const rule = ruleOf([{ takes: ['internetFacing'], holds: facing }]);
    expect(judge(rule, one)).not.toHaveProperty('without');
    const judged = judge(rule, one, { site: () => word({ internetFacing: 'true', by }) });
    expect([judged.status, judged.without]).toEqual(['not_a_finding', 'not_reviewed']);
    const empty = judge(rule, [], { site: () => word({}), whenEmpty: 'open' });
    expect([empty.status, empty.without]).toEqual(['open', 'open']);
  });
});

test('what Get-TransportConfig says is named where it decides', () => {
  const transport = { maxSendSizes: ['10 MB', '20 MB'], by: 'x.csv', isDoubtful: false };
  const bySize = ruleOf([{ holds: (_, site) => (site.transport === undefined ? 'unknown' : 'true') }]);
  expect(first(bySize, { transport }).clauses[0]?.byTransportConfig).toBe('MaxSendSize 10 MB and 20 MB (x.csv)');
  expect(first(ruleOf([{}]), { transport }).clauses[0]).not.toHaveProperty('byTransportConfig');
});

describe('readings', () => {
  const failing = { holds: (): Truth => 'false' };

  test('are told where nothing else makes a connector open', () => {
    expect(judge(ruleOf([{ ...failing, reading: 'Read so.' }]), one).readings).toEqual(['Read so.']);
    expect(judge(ruleOf([{ ...failing, reading: 'Read so.' }, failing]), one).readings).toEqual([]);
    expect(first(ruleOf([{ reading: 'Read so.' }])).clauses[0]).not.toHaveProperty('reading');
  });

  test('are told of what is met where the rule is not open, by a reading that speaks of that', () => {
    const met = {
      reading: (_: SendConnector, __: SiteWord, truth: Truth) => (truth === 'true' ? 'Taken for met.' : undefined),
    };
    expect(judge(ruleOf([met]), one).readings).toEqual(['Taken for met.']);
    expect(judge(ruleOf([met, failing]), one).readings).toEqual([]);
    const unknown = { holds: (): Truth => 'unknown', reading: () => 'Not known.' };
    expect(judge(ruleOf([unknown]), one).readings).toEqual([]);
  });
});

describe('an enclave that the rule exempts', () => {
  const exempting = ruleOf([{ holds: () => 'false' }], { exempts: (name) => name === 'SIPRNet' });
  const enclave = { name: 'SIPRNet', by: 'J. Doe' };
  const cut = diagnostic('csv-separator', { file: 'a.csv' });
  const otherText = diagnostic('check-text-differs', { file: 'b.xml' }, {});

  test('makes it not applicable, by whose word, and tells the verdict without it', () => {
    const judged = judge(exempting, one, { enclave });
    expect(judged).toMatchObject({
      status: 'not_applicable',
      decidedBy: 'enclave',
      enclave: 'J. Doe',
      without: 'open',
    });
    expect(judge(exempting, one, { enclave: { ...enclave, name: 'NIPRNet' } }).status).toBe('open');
  });

  test('not by a check text that nobody wrote clauses for; other doubts do not matter', () => {
    expect(judge(exempting, one, { enclave, reported: [cut] }).status).toBe('not_applicable');
    expect(judge(exempting, one, { enclave, reported: [otherText] }).status).toBe('open');
    expect(judge(exempting, one, { enclave, reported: [cut, otherText] }).status).toBe('open');
  });
});

test('there are no notes where the rule has none, and no doubt where nothing was reported', () => {
  const { notes, doubts } = judge(ruleOf([{}]), one);
  expect([notes, doubts]).toEqual([[], []]);
});
