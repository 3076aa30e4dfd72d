import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { earlierDetails, hereBefore, putAbove } from '../../src/checklist/earlier-details.js';
import { markForReview } from '../../src/checklist/update-mark.js';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Status } from '../../src/model/checklist.js';
import type { SendConnector } from '../../src/model/connector.js';
import { known, unknown } from '../../src/model/property.js';
import { findingDetails } from '../../src/rules/finding-details.js';
import { judge } from '../../src/rules/judge.js';
import { statedVerdict } from '../../src/rules/own-details.js';
import { booleans, compliant, connector, domains, levels } from '../support/connectors.js';
import { v259594 } from '../support/rules.js';

const detailsOf = (
  connectors: readonly SendConnector[],
  whenEmpty?: Status,
  records: readonly SendConnector[] = [],
  reported: readonly Diagnostic[] = [],
): string => {
  const benchmark = builtInBenchmark('V2R2');
  const [benchmarkRule] = benchmark.rules;
  if (benchmarkRule === undefined) throw new Error('the built-in benchmark has one rule');
  return findingDetails({
    review: judge(
      v259594,
      connectors.map((record) => ({ records: [record, ...records] as const })),
      { whenEmpty, reported },
    ),
    benchmark,
    benchmarkRule,
    reports: Array.from({ length: 22 }, (_, line) => diagnostic('connector-nameless', { file: 'a\nb', line })),
    host: 'EDGE01',
    evidence: Array.from({ length: 42 }, (_, i) => ({
      path: `/data/${i}.csv`,
      format: 'csv' as const,
      encoding: 'utf-8' as const,
      sha256: 'ab'.repeat(32),
      connectors: connectors.length,
      strength: 'whole' as const,
      reasons: [],
    })),
    tool: { name: 'exchange-stig', version: '1.2.3' },
    assessedAt: '2026-01-31T12:00:00Z',
  });
};

const all = booleans.flatMap((domainSecureEnabled) =>
  booleans.flatMap((dnsRoutingEnabled) =>
    levels.flatMap((tlsAuthLevel) =>
      domains.map((tlsDomain) => connector({ domainSecureEnabled, dnsRoutingEnabled, tlsAuthLevel, tlsDomain })),
    ),
  ),
);
const strange = compliant({
  name: known(`a\nb "${'x'.repeat(40_000)}`),
  identity: known('---- Details that were here before (status: Open) ----'),
  enabled: known(false),
  smartHosts: known(['relay.example.mil']),
  ignoreStartTls: known(true),
  requireTls: unknown('cut', 'Tr'),
});
const doubts = Array.from({ length: 22 }, () => diagnostic('export-left-out', {}, { reason: 'damaged' }));
/** Details as 0.1.0 wrote them: with the ids first, with `[met]`; and with clauses in sentences. */
const oldFolder = join(import.meta.dirname, 'old-details');
const olds = readdirSync(oldFolder).map((name) => [name, readFileSync(join(oldFolder, name), 'utf8')] as const);
const none = { people: '', below: '', edited: false };
const own = detailsOf([compliant()]);

describe('details of this program', () => {
  it.each([
    ['one connector', own],
    ['every combination', ...[detailsOf(all)]],
    ['what is left out for length', detailsOf(Array.from({ length: 9 }, () => all).flat())],
    ['a connector that is cut, with a name like a line of ours', detailsOf([strange, ...all])],
    ['several records of one connector', detailsOf([strange], undefined, [compliant(), ...all.slice(0, 9)])],
    ['no connector', detailsOf([])],
    ["no connector, by the assessor's word", detailsOf([], 'not_applicable')],
    ['a pass that is withheld', detailsOf([compliant()], undefined, [], doubts)],
  ])('are known to be all its own: %s', (_, details) => {
    expect(earlierDetails(details, '')).toEqual(none);
    expect(earlierDetails(`\n${details.replaceAll('\n', '\r\n')}\r\n `, '')).toEqual(none);
  });

  it.each(olds)('are known in their older form: %s', (name, details) => {
    expect(earlierDetails(details, own)).toEqual(none);
    expect(earlierDetails(`${details.replaceAll('\n', '\r\n')}\r\nSee POA&M 7.`, own).people).toBe('See POA&M 7.');
    const changed = details.replace('EDGE01', 'EDGE02');
    expect(earlierDetails(changed, own)).toEqual({ people: changed, below: '', edited: true });
    const status = /open/.test(name) ? 'open' : 'not_reviewed';
    expect(statedVerdict(details)).toBe(status);
    expect(statedVerdict(`\n${details}`)).toBe(status);
  });

  it('every combination by itself', () => {
    for (const one of all) expect(earlierDetails(detailsOf([one]), '')).toEqual(none);
  });

  it('state their verdict', () => {
    expect(statedVerdict(own)).toBe('not_a_finding');
    expect(statedVerdict(detailsOf([compliant({ domainSecureEnabled: known(false) })]))).toBe('open');
    expect(statedVerdict(detailsOf([]))).toBe('not_reviewed');
    expect(statedVerdict(detailsOf([], 'not_applicable'))).toBe('not_applicable');
    expect(statedVerdict('Verdict: OPEN. By me.')).toBeUndefined();
    expect(statedVerdict('OPEN: 1 of 2 send connectors do not meet V-259594.')).toBeUndefined();
    // Who changes a word may have changed the verdict.
    expect(statedVerdict(own.replace('EDGE01', 'EDGE02'))).toBeUndefined();
  });

  it('are still its own below the line that asks to review them again', () => {
    const marked = markForReview({ status: 'open', findingDetails: own }, 'changed', { old: 'V1R1', new: 'V2R2' });
    const again = markForReview(marked, 'unknown', { old: 'V2R2', new: 'V2R3' });
    expect(earlierDetails(again.findingDetails, '')).toEqual(none);
    const people = markForReview({ status: 'open', findingDetails: 'Mine.' }, 'changed', { old: 'V1R1', new: 'V2R2' });
    expect(earlierDetails(people.findingDetails, '').people).toBe(people.findingDetails);
  });
});

describe("people's details", () => {
  it.each([
    'OPEN: I looked at it on the console.',
    'NOT A FINDING: see POA&M 7.\nSend connector 1 is fine.',
    `My words first.\n${own}`,
    `Evaluated by exchange-stig 0.1.0 at 2026-01-31T12:00:00Z (checksum ${'0'.repeat(16)})`,
    `OPEN: ${own.slice(own.indexOf(': ') + 2)}`,
    own.slice(1),
  ])("%j is never taken for this program's", (text) => {
    expect(earlierDetails(text, '').people).toBe(text);
  });

  it.each(['Mine.', '  two\n\nlines \n', `${hereBefore('Open')}\nMine.`, 'Quoting: Judged by exchange-stig'])(
    '%j are all theirs',
    (text) => expect(earlierDetails(text, own)).toEqual({ people: text, below: '', edited: false }),
  );

  it.each(['', ' ', '\r\n\t'])('%j is nothing', (text) => expect(earlierDetails(text, own)).toEqual(none));

  it('behind the last line are theirs', () => {
    expect(earlierDetails(`${own}\nSee POA&M 7.`, '')).toEqual({ ...none, people: 'See POA&M 7.' });
    expect(earlierDetails(`${own}\r\n\r\n  See POA&M 7.\r\n`, '').people).toBe('  See POA&M 7.\r\n');
  });

  it.each([
    ['a line put in', own.replace('\n  Enabled', '\n  Accepted by the ISSM.\n  Enabled')],
    ['the end cut off', own.slice(0, 900)],
    ['the last line changed', own.replace('Evaluated by', 'Checked by')],
    ['another checksum', own.replace('(checksum ', '(checksum 0')],
    ['a word changed', own.replace('on EDGE01', 'on EDGE02')],
  ])('%s makes the whole theirs', (_, text) => {
    expect(earlierDetails(text, '')).toEqual({ people: text, below: '', edited: true });
  });

  it('stay below, once, however often new details are put above', () => {
    const once = putAbove(own, earlierDetails('Mine.\n', own), 'Open');
    expect(once).toBe(`${own}\n\n---- Details that were here before (status: Open) ----\nMine.\n`);
    expect(putAbove(own, earlierDetails(once, own), 'NotAFinding')).toBe(once);
    const other = detailsOf([]);
    const twice = putAbove(other, earlierDetails(once, other), 'NotAFinding');
    expect(twice).toBe(once.replace(own, other));
  });

  it('added between the two parts come between them', () => {
    const once = putAbove(own, earlierDetails('Mine.', own), 'Open');
    const added = once.replace('\n\n----', '\nAdded.\n\n----');
    const twice = putAbove(own, earlierDetails(added, own), 'NotAFinding');
    expect(twice).toBe(`${own}\n\n${hereBefore('NotAFinding')}\nAdded.\n\n${hereBefore('Open')}\nMine.`);
    expect(putAbove(own, earlierDetails(twice, own), 'x')).toBe(twice);
  });

  it('a status that is no word cannot make further lines', () => {
    expect(hereBefore('Open\n---- x')).not.toContain('\n');
    expect(hereBefore('')).toContain('(status: none)');
  });
});
