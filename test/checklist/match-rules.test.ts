import { describe, expect, it } from 'vitest';
import { matchRules } from '../../src/checklist/match-rules.js';
import { inventedRule } from '../support/checklists.js';

const ids = (groupId: string, ruleId: string, stigId: string, legacyIds: readonly string[] = []) =>
  inventedRule(1, { groupId, ruleId, stigId, legacyIds });

describe('matchRules', () => {
  it.each([
    ['identity', ids('V-1', 'SV-1r1_rule', 'A-1'), ids(' v-1', 'SV-1r1_RULE', 'A-1')],
    ['group id', ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-1', 'SV-1r2_rule', 'A-2')],
    ['rule number', ids('', 'SV-1r1_rule', ''), ids('V-1', 'SV-1r2_rule', 'A-1')],
    ['legacy id', ids('V-80485', 'SV-95195r1_rule', 'A-1'), ids('V-221202', 'SV-221202r1_rule', 'A-2', ['V-80485'])],
    ['legacy id', ids('V-80485', 'SV-95195r1_rule', 'A-1'), ids('V-221202', 'SV-221202r1_rule', 'A-2', ['SV-95195'])],
    ['legacy id', ids('V-221202', 'SV-221202r1_rule', 'A-1', ['V-80485']), ids('V-80485', 'SV-95195r1_rule', 'A-2')],
    ['STIG id', ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-2', 'SV-2r1_rule', 'A-1')],
  ] as const)('matches by %s', (by, old, now) => {
    const other = ids('V-900', 'SV-900r1_rule', 'Z-1');
    expect(matchRules([other, old], [now])).toEqual({ matches: [{ old: 1, new: 0, by }], ambiguous: [] });
  });

  it('lets a better reason go first', () => {
    // The STIG id of the first was given to another rule.
    const old = [ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-2', 'SV-2r1_rule', 'A-2')];
    const now = [ids('V-2', 'SV-2r2_rule', 'A-1'), ids('V-1', 'SV-1r2_rule', 'A-3')];
    expect(matchRules(old, now).matches).toEqual([
      { old: 0, new: 1, by: 'group id' },
      { old: 1, new: 0, by: 'group id' },
    ]);
  });

  it('takes the very same rule id before anything else', () => {
    const old = [ids('V-1', 'SV-1r1_rule', 'A-1'), ids('', 'xccdf_org.example.content_rule_x', '')];
    const now = [
      ids('V-1', 'SV-2r1_rule', 'A-2'),
      ids('V-2', 'SV-1r1_rule', 'A-1'),
      ids('g', 'xccdf_org.example.content_rule_x', ''),
    ];
    expect(matchRules(old, now).matches).toEqual([
      { old: 0, new: 1, by: 'rule id' },
      { old: 1, new: 2, by: 'rule id' },
    ]);
  });

  it('guesses nothing of a rule that was split', () => {
    const now = [ids('V-10', 'SV-10r1_rule', 'B-1', ['V-1']), ids('V-11', 'SV-11r1_rule', 'B-2', ['V-1'])];
    expect(matchRules([ids('V-1', 'SV-1r1_rule', 'A-1')], now)).toEqual({
      matches: [],
      ambiguous: [{ old: 0, candidates: [0, 1] }],
    });
  });

  it('guesses nothing of rules that were merged', () => {
    const old = [ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-2', 'SV-2r1_rule', 'A-2')];
    expect(matchRules(old, [ids('V-10', 'SV-10r1_rule', 'B-1', ['V-1', 'V-2'])])).toEqual({
      matches: [],
      ambiguous: [
        { old: 0, candidates: [0] },
        { old: 1, candidates: [0] },
      ],
    });
  });

  it('guesses nothing of a rule that is there twice, but takes a later reason that tells them apart', () => {
    const twice = [ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-1', 'SV-1r2_rule', 'A-1')];
    expect(matchRules(twice, [ids('V-1', 'SV-1r3_rule', 'A-1')]).matches).toEqual([]);
    const apart = [ids('V-1', 'SV-1r1_rule', 'A-1'), ids('V-1', 'SV-1r2_rule', 'A-2')];
    expect(matchRules(apart, [ids('V-1', 'SV-1r3_rule', 'A-2')])).toEqual({
      matches: [{ old: 1, new: 0, by: 'STIG id' }],
      ambiguous: [{ old: 0, candidates: [0] }],
    });
  });

  it('pairs rules that nothing tells apart in their order, where there are as many', () => {
    const same = ids('V-1', 'SV-1r1_rule', 'A-1');
    expect(matchRules([same, same], [same, same]).matches.map((m) => [m.old, m.new])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(matchRules([same, same], [same]).matches).toEqual([]);
  });

  it('takes no empty id for an equal one', () => {
    expect(matchRules([ids('', '', '', [''])], [ids('', 'SV-1r1_rule', '', [''])])).toEqual({
      matches: [],
      ambiguous: [],
    });
  });
});
