import { expect, it } from 'vitest';
import { known } from '../../src/model/property.js';
import { compliant } from '../support/connectors.js';
import { detailsOf } from '../support/finding-details.js';

it('finding details keep within the limit at every length around it, and use it', () => {
  const lengths = new Set<number>();
  // One character more at a time, over more than a connector's block: every way of just fitting comes up.
  for (let padding = 0; padding < 1000; padding++) {
    const connectors = Array.from({ length: 70 }, (_, i) =>
      compliant({
        identity: known(`Relay${'x'.repeat(Math.max(0, Math.min(250, padding - i * 250)))}`),
        domainSecureEnabled: known(false),
      }),
    );
    const { length } = detailsOf(connectors);
    expect(length).toBeLessThanOrEqual(32_767);
    lengths.add(length);
  }
  // The last line is as long as it could have to be, which is seldom needed.
  expect(Math.max(...lengths)).toBe(32_766);
});
