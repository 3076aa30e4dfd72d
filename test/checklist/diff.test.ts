import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFields, reviewFields, ruleIdentityFields, ruleTextFields } from '../../src/checklist/compare.js';
import { diffChecklists, isEmptyDiff, stigFields } from '../../src/checklist/diff.js';
import type { Asset, Checklist, ChecklistStig, ReviewedRule } from '../../src/model/checklist.js';
import { anyChecklist, filled, invented } from '../support/filled.js';

const changeStig = (checklist: Checklist, change: (stig: ChecklistStig) => ChecklistStig): Checklist => ({
  ...checklist,
  stigs: checklist.stigs.map(change),
});

const changeReview = (checklist: Checklist, index: number, change: (review: ReviewedRule) => ReviewedRule): Checklist =>
  changeStig(checklist, (stig) => ({
    ...stig,
    reviews: stig.reviews.map((review, i) => (i === index ? change(review) : review)),
  }));

/** Another value of the same type. */
const other = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? [...value, 'X-1'] : `${value}x`;
};

const changeReviewField = (review: ReviewedRule, field: (typeof reviewFields)[number]): ReviewedRule => {
  const { severity, justification } = review.severityOverride ?? { severity: 'low', justification: '' };
  switch (field) {
    case 'status':
      return { ...review, status: review.status === 'open' ? 'not_a_finding' : 'open' };
    case 'severityOverride.severity':
      return { ...review, severityOverride: { severity: severity === 'low' ? 'high' : 'low', justification } };
    case 'severityOverride.justification':
      return { ...review, severityOverride: { severity, justification: `${justification}.` } };
    default:
      return { ...review, [field]: `${review[field] ?? ''} ` };
  }
};

const base = filled(invented([1, 2, 3]));

describe('diffChecklists', () => {
  it('finds nothing between a checklist and itself', () => {
    fc.assert(fc.property(anyChecklist, (checklist) => isEmptyDiff(diffChecklists(checklist, checklist))));
    const twice = { ...base, stigs: [...base.stigs, ...base.stigs] };
    expect(isEmptyDiff(diffChecklists(twice, twice))).toBe(true);
  });

  it.each(assetFields)('finds a change of the asset field %s and nothing else', (field) => {
    const asset = { ...base.asset, [field]: other(base.asset[field]) } as Asset;
    expect(diffChecklists(base, { ...base, asset })).toEqual({
      asset: [{ field, old: base.asset[field], new: asset[field] }],
      stigs: [],
    });
  });

  it('compares addresses by what they mean', () => {
    const asset = (change: Partial<Asset>): Checklist => ({ ...base, asset: { ...base.asset, ...change } });
    const written = asset({
      ipAddresses: ['2001:db8::1'],
      macAddresses: ['00:00:5e:00:53:01'],
      fqdn: base.asset.hostName,
    });
    const otherwise = asset({ ipAddresses: ['2001:DB8:0::0:1'], macAddresses: ['00-00-5E-00-53-01'], fqdn: '' });
    expect(diffChecklists(written, otherwise).asset).toEqual([]);
    expect(diffChecklists(written, asset({ ...written.asset, ipAddresses: ['2001:db8::2'] })).asset).toHaveLength(1);
  });

  it.each(stigFields.filter((field) => field !== 'id'))(
    'finds a change of the STIG field %s and nothing else',
    (field) => {
      const changed = changeStig(base, (stig) => ({
        ...stig,
        benchmark: { ...stig.benchmark, [field]: `${stig.benchmark[field]}x` },
      }));
      const [stig, ...more] = diffChecklists(base, changed).stigs;
      expect(more).toEqual([]);
      expect(stig).toMatchObject({ change: 'changed', rules: [] });
      expect(stig?.fields.map((change) => change.field)).toEqual([field]);
    },
  );

  it.each([...ruleIdentityFields, ...ruleTextFields])(
    'finds a change of the rule field %s and nothing else',
    (field) => {
      const changed = changeReview(base, 1, (review) => ({
        ...review,
        rule: { ...review.rule, [field]: other(review.rule[field]) },
      }));
      const diff = diffChecklists(base, changed);
      expect(diff.asset).toEqual([]);
      expect(diff.stigs.flatMap((stig) => stig.fields)).toEqual([]);
      expect(diff.stigs.flatMap((stig) => stig.rules)).toMatchObject([
        { change: 'changed', fields: [{ field, old: base.stigs[0]?.reviews[1]?.rule[field] }] },
      ]);
    },
  );

  it('finds every change of what people said of a rule, and nothing else', () => {
    fc.assert(
      fc.property(anyChecklist, fc.nat(), fc.constantFrom(...reviewFields), (checklist, n, field) => {
        const count = checklist.stigs[0]?.reviews.length ?? 0;
        fc.pre(count > 0);
        const index = n % count;
        const changed = changeReview(checklist, index, (review) => changeReviewField(review, field));
        const before = checklist.stigs[0]?.reviews[index];
        // An override that comes into being has a severity as well.
        const fields =
          field === 'severityOverride.justification' && before?.severityOverride === undefined
            ? ['severityOverride.severity', field]
            : [field];
        const diff = diffChecklists(checklist, changed);
        expect(diff.asset).toEqual([]);
        expect(
          diff.stigs.flatMap((stig) => stig.rules.map((rule) => [rule.groupId, rule.fields.map((f) => f.field)])),
        ).toEqual([[before?.rule.groupId, fields]]);
      }),
    );
  });

  it('takes white space in rule texts for nothing, and in texts by people for a change', () => {
    const wrapped = changeReview(base, 0, (review) => ({
      ...review,
      rule: { ...review.rule, checkContent: `\r\n ${review.rule.checkContent.replaceAll(' ', '\n ')} ` },
    }));
    expect(isEmptyDiff(diffChecklists(base, wrapped))).toBe(true);
    const comment = changeReview(base, 0, (review) => ({ ...review, comments: `${review.comments}\n` }));
    expect(isEmptyDiff(diffChecklists(base, comment))).toBe(false);
  });

  it('does not care about order, UUIDs and times', () => {
    const shuffled = changeStig({ ...base, id: 'x', title: 'y', assessedAt: '' }, (stig) => ({
      ...stig,
      uuid: 'z',
      reviews: stig.reviews.map((review) => ({ ...review, uuid: 'z' })).reverse(),
    }));
    expect(isEmptyDiff(diffChecklists(base, shuffled))).toBe(true);
  });

  it('lists rules that were added and removed with all that is said of them', () => {
    const now = filled(invented([2, 3, 4]));
    const rules = diffChecklists(base, now).stigs.flatMap((stig) => stig.rules);
    expect(rules.filter((rule) => rule.change === 'removed')).toEqual([
      expect.objectContaining({ groupId: 'V-900001', review: base.stigs[0]?.reviews[0] }),
    ]);
    expect(rules.filter((rule) => rule.change === 'added')).toEqual([
      expect.objectContaining({ groupId: 'V-900004', review: now.stigs[0]?.reviews[2] }),
    ]);
  });

  it('lists STIGs that were added and removed with their rules', () => {
    const other = filled({ ...invented([4, 5, 6]), id: 'OTHER_STIG' });
    const stigs = diffChecklists(base, other).stigs;
    expect(stigs.map((stig) => [stig.id, stig.change, stig.release, stig.rules.length])).toEqual([
      [base.stigs[0]?.benchmark.id, 'removed', { old: 'V2R1', new: null }, 3],
      ['OTHER_STIG', 'added', { old: null, new: 'V2R1' }, 3],
    ]);
  });

  it('tells by the rules which STIG is which where the two call it otherwise', () => {
    const renamed = changeStig(base, (stig) => ({ ...stig, benchmark: { ...stig.benchmark, id: 'OTHER_STIG' } }));
    const stigs = diffChecklists(base, renamed).stigs;
    expect(stigs.map((stig) => [stig.change, stig.fields.map(({ field }) => field), stig.rules])).toEqual([
      ['changed', ['id'], []],
    ]);
  });

  it('leaves out what a format does not carry', () => {
    const changed = changeReview({ ...base, asset: { ...base.asset, marking: 'X' } }, 0, (review) => ({
      ...review,
      rule: { ...review.rule, documentable: 'true' },
    }));
    expect(isEmptyDiff(diffChecklists(base, changed, new Set(['marking', 'documentable'])))).toBe(true);
    expect(isEmptyDiff(diffChecklists(base, changed, new Set(['marking'])))).toBe(false);
  });
});
