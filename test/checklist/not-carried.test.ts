import { expect, test } from 'vitest';
import { notCarried } from '../../src/checklist/not-carried.js';

test('what is not compared follows from the loss table, of the fields that are compared', () => {
  expect(notCarried.ckl).toEqual([]);
  expect(notCarried.cklb).toEqual(['marking', 'stig.classification']);
  expect(notCarried.xccdf).toEqual(
    expect.arrayContaining(['role', 'marking', 'mitigations', 'severityOverride.severity']),
  );
  expect(notCarried.xccdf).not.toContain('status');
});
