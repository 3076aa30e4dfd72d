import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/diagnostics/diagnostic.js';
import { fromCkl } from '../../src/formats/ckl/read.js';
import { toCkl } from '../../src/formats/ckl/write.js';
import { fromCklb } from '../../src/formats/cklb/read.js';
import { toCklb } from '../../src/formats/cklb/write.js';
import { fromXccdf } from '../../src/formats/xccdf/read.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import type { Benchmark, Rule } from '../../src/model/benchmark.js';
import type { Checklist, ReviewedRule } from '../../src/model/checklist.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { checklists, oneRule, testTool } from '../support/checklists.js';

type Facts = Omit<Benchmark, 'rules'>;

interface Carried {
  readonly whole?: (checklist: Checklist) => Partial<Checklist>;
  readonly asset: (asset: Checklist['asset']) => Partial<Checklist['asset']>;
  readonly benchmark: (facts: Facts, checklist: Checklist) => Partial<Facts>;
  readonly classification: boolean;
  readonly rule: (rule: Rule) => Partial<Rule>;
  readonly review: (review: ReviewedRule, checklist: Checklist) => Partial<ReviewedRule>;
}

const without = <T extends object>(all: T, ...names: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !names.includes(key as keyof T))) as Partial<T>;

/** What each format carries; everything else is not told by it. */
const carried: Readonly<Record<'ckl' | 'cklb' | 'xccdf', Carried>> = {
  ckl: {
    asset: (asset) => asset,
    benchmark: (facts) =>
      without(facts, 'status', 'statusDate', 'notice', 'publisher', 'referenceHref', 'ruleCount', 'targetKey'),
    classification: true,
    rule: (rule) => ({
      ...without(rule, 'checkSystem', 'checkContentRefHref', 'fixId'),
      reference: { identifier: rule.reference.identifier } as Rule['reference'],
    }),
    review: (review) => without(review, 'uuid', 'assessedAt'),
  },
  cklb: {
    whole: ({ id, title }) => ({ id, title }),
    asset: (asset) => without(asset, 'marking'),
    benchmark: ({ id, title, version, releaseInfo, targetKey, ruleCount }) => ({
      id,
      title,
      version,
      releaseInfo,
      targetKey,
      ruleCount,
    }),
    classification: false,
    rule: (rule) => ({
      ...without(rule, 'checkSystem', 'fixId'),
      reference: { identifier: rule.reference.identifier } as Rule['reference'],
    }),
    review: (review) => without(review, 'assessedAt'),
  },
  xccdf: {
    whole: ({ assessedAt }) => ({ assessedAt }),
    asset: ({ hostName, fqdn, ipAddresses, macAddresses }) => ({ hostName, fqdn, ipAddresses, macAddresses }),
    benchmark: (facts) => ({
      ...without(facts, 'ruleCount', 'targetKey', 'notice'),
      ...(facts.noticeId === '' ? {} : { notice: facts.notice }),
    }),
    classification: false,
    rule: ({ groupId, groupTitle, ruleId, stigId, title, severity, weight, discussion, ...rest }) => ({
      ...{ groupId, groupTitle, ruleId, stigId, title, severity, weight, discussion },
      checkSystem: rest.checkSystem,
      checkContent: rest.checkContent,
      checkContentRefName: rest.checkContentRefName,
      checkContentRefHref: rest.checkContentRefHref,
      fixId: rest.fixId,
      fixText: rest.fixText,
      ccis: rest.ccis,
      legacyIds: rest.legacyIds,
      ...(rest.ccis.length + rest.legacyIds.length > 0 ? { reference: rest.reference } : {}),
    }),
    review: ({ status, findingDetails, comments, severityOverride, assessedAt, rule }, checklist) => ({
      status,
      findingDetails,
      comments,
      severityOverride:
        severityOverride === undefined || severityOverride.severity === rule.severity
          ? undefined
          : { severity: severityOverride.severity, justification: '' },
      ...(assessedAt === checklist.assessedAt ? {} : { assessedAt }),
    }),
  },
};

/** The part of a checklist that a format carries. */
const partOf = (checklist: Checklist, { whole, asset, benchmark, classification, rule, review }: Carried) => ({
  ...whole?.(checklist),
  asset: asset(checklist.asset),
  stigs: checklist.stigs.map((stig) => ({
    uuid: stig.uuid,
    ...(classification && stig.classification !== undefined ? { classification: stig.classification } : {}),
    benchmark: benchmark(stig.benchmark, checklist),
    reviews: stig.reviews.map((one) => ({ ...review(one, checklist), rule: rule(one.rule) })),
  })),
});

/** Without what is undefined. */
const defined = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

const formats = [
  {
    name: 'ckl',
    write: (c: Checklist) => toCkl(c, testTool).text,
    read: (text: string) => fromCkl(text, 'f'),
    count: 2,
  },
  {
    name: 'cklb',
    write: (c: Checklist) => toCklb(c, { strict: false }).text,
    read: (text: string) => fromCklb(text, 'f'),
    count: 2,
  },
  {
    name: 'xccdf',
    write: (c: Checklist) => toXccdf(c, testTool).text,
    read: (text: string) => fromXccdf(text, 'f'),
    count: 1,
  },
] as const;

const readOf = (reading: Reading<Checklist>): Checklist => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  return reading.value;
};

describe.each(formats)('$name', ({ name, write, read, count }) => {
  test('what is written reads back equal', () => {
    fc.assert(
      fc.property(checklistOf(count), (checklist) => {
        const back = readOf(read(write(checklist)));
        expect(defined(back)).toMatchObject(defined(partOf(checklist, carried[name])));
        for (const [i, { reviews }] of checklist.stigs.entries())
          expect(back.stigs[i]?.reviews.map(({ status }) => status)).toEqual(reviews.map(({ status }) => status));
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.keys(checklists))('%s: written, read and written again it is the same', (key) => {
    const checklist = checklists[key] ?? oneRule();
    const first = readOf(read(write(checklist)));
    expect(write(readOf(read(write(first))))).toBe(write(first));
    // What this program writes is what this program reads: nothing is left behind.
    const said = read(write(checklist)).diagnostics.map(({ code }) => code);
    expect(said.filter((code) => code !== 'reading-id-not-carried')).toEqual([]);
  });
});
