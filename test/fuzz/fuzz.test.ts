import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, type Kind, kinds } from './case.js';
import { checkCase } from './check.js';
import { type Evaluate, evaluate, type Outcome } from './evaluate.js';
import { newTally, runCase } from './run.js';
import { clixmlSurvivors } from './survivors/clixml.js';
import { csvSurvivors } from './survivors/csv.js';
import { jsonSurvivors } from './survivors/json.js';
import { listSurvivors } from './survivors/list.js';

/** The runs are the same each time; other seeds are `npm run fuzz`'s. */
const seed = 20250101;

const titles: Readonly<Record<Kind, string>> = {
  clean: 'gets the verdict and the clauses that its connectors call for, in every dialect',
  agree: 'gets the same verdict and clauses in every format',
  grow: 'never gets better by one more connector',
  order: 'gets the same in another order of records, properties and files',
  lacking: 'passes for nothing that one record lacks',
  twice: 'passes for no property that is there twice',
  damaged: 'passes only where what survives of it says so, and what shows was reported',
};

describe('an export', () => {
  for (const kind of kinds)
    it(titles[kind], async () => {
      const property = fc.asyncProperty(fc.nat(), async (index) => {
        const { failure } = await checkCase(caseOf(seed, index, kind), evaluate);
        expect(failure).toBeUndefined();
      });
      await fc.assert(property, { seed, numRuns: kind === 'damaged' ? 1000 : 200 });
    });
});

/** How many of some cases of a kind fail with a program that has a fault. */
const failuresOf = async (kind: Kind, faulty: Evaluate): Promise<number> => {
  let failures = 0;
  for (let index = 0; index < 100; index++)
    if ((await checkCase(caseOf(seed, index, kind), faulty)).failure !== undefined) failures++;
  return failures;
};

const pass = (outcome: Outcome): Outcome => ({ ...outcome, refused: false, status: 'not_a_finding' });

describe('the fuzzer finds', () => {
  it('a program that always passes', async () => {
    for (const kind of kinds)
      expect(await failuresOf(kind, async (files) => pass(await evaluate(files))), kind).toBeGreaterThan(0);
  });

  it('a program that throws', async () => {
    const thrower: Evaluate = () => Promise.reject(new Error('a bug'));
    for (const kind of kinds) expect(await failuresOf(kind, thrower), kind).toBe(100);
  });

  it('a program that does not look at the second file', async () => {
    expect(await failuresOf('clean', (files) => evaluate(files.slice(0, 1)))).toBeGreaterThan(0);
    expect(await failuresOf('order', (files) => evaluate(files.slice(0, 1)))).toBeGreaterThan(0);
  });

  it('a program that refuses everything', async () => {
    const refuser: Evaluate = async (files) => ({ ...(await evaluate(files)), refused: true, status: 'refused' });
    expect(await failuresOf('clean', refuser)).toBe(100);
  });

  it('and tells it with a reproducer', async () => {
    const tally = newTally();
    for (let index = 0; index < 20; index++)
      await runCase(seed, index, async (files) => pass(await evaluate(files)), tally, 1);
    expect(tally.cases).toBe(20);
    expect(tally.failed).toBeGreaterThan(1);
    expect(tally.failures).toHaveLength(tally.failed);
    expect(tally.failures.filter(({ isTold }) => isTold)).toHaveLength(1);
    expect(tally.failures[0]?.report).toMatch(
      /^case \d+ of seed 20250101 \(\w+\): false-pass: .+\n {2}(csv|json|clixml|list), /,
    );
  });
});

describe('a naive reader sees', () => {
  const whole = { secure: 'true', dns: 'true' };

  it('a row that is cut, and what it says', () => {
    const text = 'Name,DomainSecureEnabled,DNSRoutingEnabled\nA,True,True\n"B, or C",False,Tr';
    expect(csvSurvivors(text, ',')).toMatchObject({
      pieces: [whole, { secure: 'false', dns: 'other', text: 'B, or C\nFalse\nTr' }],
      visible: ['a dnsroutingenabled that is none', 'no line end'],
    });
  });

  it('a key that is there twice', () => {
    const text = '[{"Name":"A","DomainSecureEnabled":true,"DNSRoutingEnabled":true,"dnsroutingenabled":false}]';
    expect(jsonSurvivors(text)).toMatchObject({ pieces: [{ secure: 'true', dns: 'other' }] });
    expect(jsonSurvivors(text.slice(0, -1))).toEqual({ pieces: [], visible: ['no JSON'] });
  });

  it('a property in a comment, and a tag that is gone', () => {
    const object =
      '<Obj RefId="0"><Props><B N="DomainSecureEnabled">true</B><B N="DNSRoutingEnabled">true</B></Props></Obj>';
    expect(clixmlSurvivors(`<Objs>${object}</Objs>`)).toMatchObject({ pieces: [whole], visible: [] });
    expect(clixmlSurvivors(`<Objs><!--${object}-->${object}</Objs>`).visible).toEqual(['a comment']);
    expect(clixmlSurvivors(`<Objs>${object.replace('</Props>', '')}</Objs>`).visible).not.toEqual([]);
  });

  it('a line that is gone', () => {
    const object = 'DomainSecureEnabled : True\nDNSRoutingEnabled   : True\nName                : A\n';
    expect(listSurvivors(`\n${object}\n${object}\n\n`)).toMatchObject({ pieces: [whole, whole], visible: [] });
    expect(listSurvivors(`\n${object}\n${object.slice(0, 40)}`).visible).toContain('records with other properties');
  });
});
