import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/model/property.js';
import { and, is, isSet, not, or } from '../../src/rules/truth.js';

const values = ['true', 'false', 'unknown'] as const;
/** Kleene's strong tables as minimum and maximum of false < unknown < true. */
const number = { false: 0, unknown: 1, true: 2 } as const;
const truth = ['false', 'unknown', 'true'] as const;

describe('three-valued logic', () => {
  it('is minimum, maximum and mirror', () => {
    for (const a of values) {
      expect(not(a)).toBe(truth[2 - number[a]]);
      for (const b of values) {
        expect(and(a, b)).toBe(truth[Math.min(number[a], number[b])]);
        expect(or(a, b)).toBe(truth[Math.max(number[a], number[b])]);
      }
    }
  });

  it('keeps null and unknown apart', () => {
    expect(is(known(true), true)).toBe('true');
    expect(is(known(false), true)).toBe('false');
    expect(is(known<boolean>(null), true)).toBe('false');
    expect(is(known<boolean>(null), false)).toBe('false');
    expect(is<boolean>(unknown('absent'), true)).toBe('unknown');
    expect(isSet(known('x'))).toBe('true');
    expect(isSet(known(null))).toBe('false');
    expect(isSet(unknown('flattened'))).toBe('unknown');
  });
});
