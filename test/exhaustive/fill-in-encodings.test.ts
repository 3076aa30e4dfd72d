import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { variant, withRule } from '../support/fill-in.js';
import { encodings, expectFilled, lineEnds, reviews } from '../support/filling.js';
import { lacksShared, sharedFile } from '../support/shared.js';

const theirs = [
  'stig-viewer-2.17-overrides.ckl',
  'stig-viewer-2.17-several-addresses.ckl',
  'stig-manager-vpn.ckl',
  'stig-manager-two-stigs.ckl',
  'heimdall-rhel7-overrides.ckl',
  'stig-viewer-3-trimmed.cklb',
  'stig-manager-vpn.cklb',
  'stig-manager-two-stigs.cklb',
  'all-possible-results.cklb',
];
describe.skipIf(lacksShared('data/checklists'))('filling in a file by another program', () => {
  const cases = theirs.flatMap((name) =>
    encodings.flatMap((encoding) => lineEnds.map((lineEnd) => [name, encoding, lineEnd] as const)),
  );
  it.each(cases)('%s in %s with %j', (name, encoding, lineEnd) => {
    const format = name.endsWith('.ckl') ? 'ckl' : 'cklb';
    const file = readFileSync(sharedFile(`data/checklists/${name}`), 'utf8');
    for (const review of reviews)
      expectFilled(
        variant(withRule(file, format, review), lineEnd, encoding),
        format,
        encoding,
        review as (typeof reviews)[1],
      );
  });
});
