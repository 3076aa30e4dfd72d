import { expect, test } from 'vitest';
import { builtInBenchmark } from '../../src/benchmark/built-in.js';
import { scores } from '../../src/formats/xccdf/score.js';
import type { Status } from '../../src/model/checklist.js';
import { inventedRule, oneRule, withReviews } from '../support/checklists.js';

const scoresOf = (statuses: readonly Status[], weights: readonly string[] = []) => {
  const rules = statuses.map((_, i) => inventedRule(i, { weight: weights[i] ?? '10.0' }));
  const checklist = withReviews(
    oneRule().asset,
    { ...builtInBenchmark('V2R2'), rules },
    statuses.map((status) => ({ status })),
  );
  return scores(checklist.stigs.flatMap((stig) => stig.reviews));
};

const pass = 'not_a_finding';
const fail = 'open';

test.each<[readonly Status[], string, string]>([
  [[], '0', '0'],
  [['not_reviewed', 'not_applicable'], '0', '0'],
  [[pass], '100', '1'],
  [[fail], '0', '0'],
  [[pass, fail], '50', '0'],
  [[pass, 'not_reviewed', 'not_applicable'], '100', '1'],
  [[pass, pass, fail], '66.66', '0'],
])('%j: default %s, absolute %s', (statuses, average, absolute) => {
  expect(scoresOf(statuses)).toEqual({ default: average, absolute });
});

test("the rules' weights cancel out: each is alone in its group", () => {
  expect(scoresOf([pass, fail], ['10.0', '1.0'])).toEqual({ default: '50', absolute: '0' });
});

test('nearly all is not all', () => {
  expect(scoresOf([...Array<Status>(99_999).fill(pass), fail])).toEqual({ default: '99.99', absolute: '0' });
});
