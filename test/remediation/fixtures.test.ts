import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scriptBody } from '../../src/remediation/script-body.js';
import { expectGolden } from '../support/golden.js';
import { remediated } from '../support/remediation.js';

const fixtures = new URL('fixtures/', import.meta.url);
const names = readdirSync(fixtures);

describe.each(names)('%s', (name) => {
  const folder = new URL(`${name}/`, fixtures);
  const file = (of: string): URL => new URL(of, folder);

  it('gives the script, the spreadsheet and the reasons that are expected', async () => {
    const given = JSON.parse(readFileSync(file('given.json'), 'utf8'));
    const { script, poam, remediation } = await remediated(given);
    expect(script.endsWith(scriptBody)).toBe(true);
    expect(script).toMatch(/^[\x20-\x7e\n]*$/);
    expectGolden(script.slice(0, -scriptBody.length), file('expected.ps1'));
    expectGolden(poam, file('expected-poam.csv'));
    const told = [
      ...remediation.changes.map(({ connector, values, opens }) => [
        'changes',
        connector.name,
        values.map(({ property, judged, fixed }) => `${property} ${judged} -> ${fixed}`).join(', '),
        ...opens.map(({ kind, rule }) => `${kind} ${rule.vulnId}`),
      ]),
      ...remediation.withheld.map(({ connector, rule, code }) => ['withheld', connector.name, rule.vulnId, code]),
    ];
    const { expected } = given;
    expect(told).toEqual(expected);
  });
});
