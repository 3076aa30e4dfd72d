import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '../../src/evidence/combine.js';
import type { SendConnector } from '../../src/model/connector.js';
import { known } from '../../src/model/property.js';
import { argsOf } from '../support/args-of.js';
import { connector } from '../support/connectors.js';

const guid = (n: number) => known(`00000000-0000-0000-0000-00000000000${n}`);
/** In another file. */
const elsewhere = { file: 'elsewhere.csv', line: 2 };
const groupsOf = (connectors: readonly SendConnector[]) =>
  combine(connectors).connectors.map((group) => group.records.map((record) => connectors.indexOf(record)).sort());

describe('combine', () => {
  it('matches by the best key that both have', () => {
    expect(groupsOf([connector({ guid: guid(1) }), connector({ guid: guid(1), name: known('renamed') })])).toEqual([
      [0, 1],
    ]);
    const full = connector({ guid: guid(1), identity: known('Mail'), name: known('Mail') });
    expect(groupsOf([full, connector({ identity: known('MAIL') })])).toEqual([[0, 1]]);
    expect(groupsOf([full, connector({ name: known('mail'), place: elsewhere })])).toEqual([[0, 1]]);
  });

  it('keeps apart what a better key tells apart', () => {
    const a = connector({ guid: guid(1), name: known('Mail') });
    const b = connector({ guid: guid(2), name: known('Mail') });
    expect(groupsOf([a, b])).toEqual([[0], [1]]);
  });

  it('keeps a record that could be one of several as its own, whatever the order', () => {
    const a = connector({ guid: guid(1), name: known('Mail') });
    const b = connector({ guid: guid(2), name: known('Mail') });
    const thin = connector({ name: known('Mail'), place: elsewhere });
    expect(groupsOf([a, b, thin])).toEqual([[0], [1], [2]]);
    expect(groupsOf([thin, a, b])).toEqual([[0], [1], [2]]);
    const other = connector({ name: known('Mail'), place: { file: 'b.csv', line: 9 } });
    expect(groupsOf([a, thin, b, other])).toEqual([[0], [1, 3], [2]]);
  });

  it('knows a connector by every key that one of its records has', () => {
    const full = connector({ guid: guid(1), name: known('Mail') });
    const path = connector({ distinguishedName: known('CN=Mail'), name: known('Mail'), place: elsewhere });
    const third = { file: 'third.csv' };
    expect(groupsOf([full, path, connector({ distinguishedName: known('cn=mail') })])).toEqual([[0, 1, 2]]);
    expect(groupsOf([full, path, connector({ name: known('Mail'), place: third })])).toEqual([[0, 1, 2]]);
    const stranger = connector({ distinguishedName: known('CN=X'), name: known('Mail'), place: third });
    expect(groupsOf([full, path, stranger])).toEqual([[0, 1], [2]]);
    // The path comes before the identity: what it tells apart stays apart.
    const other = connector({ distinguishedName: known('CN=X'), identity: known('I') });
    expect(groupsOf([other, connector({ distinguishedName: known('CN=Y'), identity: known('I') })])).toEqual([
      [0],
      [1],
    ]);
  });

  it('keeps a record apart that could be one of two with different keys', () => {
    const a = connector({ guid: guid(1), distinguishedName: known('CN=1'), name: known('Mail') });
    const b = connector({ distinguishedName: known('CN=2'), name: known('Mail') });
    expect(groupsOf([a, b, connector({ name: known('Mail') })])).toEqual([[0], [1], [2]]);
    expect(groupsOf([connector({ name: known('Mail') }), b, a])).toEqual([[0], [1], [2]]);
  });

  it('takes no key that is missing for one that says "undefined"', () => {
    expect(groupsOf([connector({ name: known('undefined') }), connector()])).toEqual([[0], [1]]);
    const path = connector({ distinguishedName: known('undefined') });
    expect(groupsOf([connector({ guid: guid(1), name: known('Mail') }), path])).toEqual([[0], [1]]);
  });

  it('takes a masked key for none', () => {
    for (const mask of ['x', 'XXXX', '***', '<guid>', '[redacted]', ' <removed by mail team> ']) {
      const [one, two] = ['A', 'B'].map((name) =>
        connector({ guid: known(mask), identity: known(mask), name: known(name) }),
      );
      if (one === undefined || two === undefined) throw new Error('two');
      expect(groupsOf([one, two])).toEqual([[0], [1]]);
      expect(groupsOf([connector({ name: known(mask) }), connector({ name: known(mask), place: elsewhere })])).toEqual([
        [0],
        [1],
      ]);
    }
    const named = connector({ name: known('Xerox <lab>') });
    expect(groupsOf([named, { ...named, place: elsewhere }])).toEqual([[0, 1]]);
  });

  it('counts records of one file apart that have nothing but their Name in common, with a warning', () => {
    const mail = connector({ name: known('Mail') });
    const full = connector({ guid: guid(1), name: known('Mail') });
    for (const [records, warned] of [
      [[mail, mail], true],
      [[full, mail], true],
      [[mail, { ...mail, place: elsewhere }], false],
      [[full, connector({ guid: guid(2), name: known('Mail') })], false],
    ] as const) {
      const { diagnostics, connectors } = combine(records);
      expect(diagnostics).toMatchObject(warned ? [{ code: 'records-share-name', args: { records: 2 } }] : []);
      expect(connectors).toHaveLength(records.at(-1)?.place === elsewhere ? 1 : 2);
    }
    expect(groupsOf([full, { ...full, name: known('Mail') }, mail])).toHaveLength(2);
  });

  it('leaves records without any key alone', () => {
    expect(groupsOf([connector(), connector({ place: {} })])).toEqual([[0], [1]]);
  });

  it('reports what two records say differently, with both places', () => {
    const here = connector({ name: known('Mail'), domainSecureEnabled: known(true), tlsDomain: known('A.mil') });
    const there = connector({
      name: known('Mail'),
      domainSecureEnabled: known(false),
      tlsDomain: known('a.mil'),
      place: { file: 'other.csv', line: 7 },
    });
    expect(combine([here, there]).diagnostics).toMatchObject([
      {
        code: 'records-differ',
        place: { file: 'send-connectors.csv', line: 2, property: 'DomainSecureEnabled' },
        args: { here: 'True', there: 'False', where: 'other.csv:7' },
      },
    ]);
    // What one of them does not tell is no contradiction.
    const silent = connector({ name: known('Mail'), place: elsewhere });
    expect(combine([here, silent]).diagnostics).toEqual([]);
    expect(combine([silent, here]).diagnostics).toEqual([]);
    expect(argsOf(combine([here, { ...there, place: { line: 7 } }]).diagnostics[0])['where']).toBe('7');
  });

  it('makes the same connectors of the same records in any order', () => {
    const key = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    const record = fc.record({ guid: key, name: key, identity: key }).map((keys) => {
      const found = Object.entries(keys).filter(([, text]) => text !== undefined);
      return connector(Object.fromEntries(found.map(([name, text]) => [name, known(text as string)])));
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 7 }), (records) => {
        const sizes = (list: readonly SendConnector[]) =>
          combine(list)
            .connectors.map((group) => group.records.length)
            .sort();
        const total = sizes(records).reduce((a, b) => a + b, 0);
        expect(total).toBe(records.length);
        expect(sizes([...records].reverse()).reduce((a, b) => a + b, 0)).toBe(records.length);
      }),
    );
  });

  it('does not slow down when very many connectors share a name', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => connector({ guid: known(String(i)), name: known('Mail') }));
    expect(combine(many).connectors).toHaveLength(20_000);
  });
});
