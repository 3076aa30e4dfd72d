import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, diffExports, type ExportDiff } from '../../src/comparison/diff-exports.js';
import { comparedKind } from '../../src/comparison/kind-of-file.js';
import { sha256 } from '../../src/node/read-input.js';
import { bytesOfFile, caseOf } from '../fuzz/case.js';

const file = (bytes: Uint8Array, path = 'export') => ({
  ok: true as const,
  value: { path, bytes, sha256: sha256(bytes) },
  diagnostics: [],
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const diffBytes = async (old: Uint8Array, now: Uint8Array): Promise<ExportDiff | undefined> => {
  const found = await diffExports([file(old)], [file(now)]);
  return found.ok ? found.value : undefined;
};
const diffTexts = async (old: string, now: string): Promise<ExportDiff> => {
  const found = await diffBytes(utf8(old), utf8(now));
  if (found === undefined) throw new Error('refused');
  return found;
};

const header =
  'Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts,AddressSpaces';
const guid = (n: number): string => `11111111-2222-4333-8444-55555555550${n}`;
const line = (n: number, name: string, secure = 'True', hosts = ''): string =>
  `${name},${name},${guid(n)},True,${secure},True,,,True,False,${hosts},SMTP:example.mil;1`;
const csv = (...lines: readonly string[]): string => [header, ...lines, ''].join('\r\n');

describe('two exports', () => {
  it('that hold the same are the same, in any order', async () => {
    const found = await diffTexts(csv(line(1, 'A'), line(2, 'B')), csv(line(2, 'B'), line(1, 'A')));
    expect([answerOf(found), found.connectors, found.same]).toEqual(['same', [], 2]);
    expect(found.inNeither).toContain('MaxMessageSize');
  });

  it('differ in properties and clauses of the connector that has the same Guid, whatever its name', async () => {
    const found = await diffTexts(csv(line(1, 'A')), csv(line(1, 'Z', 'False')));
    expect([answerOf(found), found.connectors.length]).toEqual(['different', 1]);
    expect(found.connectors[0]).toMatchObject({ name: 'Z', change: 'changed', notComparable: [] });
    expect(found.connectors[0]?.properties).toEqual([
      { property: 'Name', old: 'A', new: 'Z' },
      { property: 'Identity', old: 'A', new: 'Z' },
      { property: 'DomainSecureEnabled', old: 'True', new: 'False' },
    ]);
    expect(found.connectors[0]?.clauses).toEqual([
      { vulnId: 'V-259594', stigId: 'EX19-ED-000098', clause: 'domain-secure', old: 'true', new: 'false' },
    ]);
  });

  it('tell added and removed connectors where both are whole', async () => {
    const found = await diffTexts(csv(line(1, 'A'), line(2, 'B')), csv(line(1, 'A'), line(3, 'C')));
    expect(found.connectors.map(({ name, change }) => [name, change])).toEqual([
      ['B', 'removed'],
      ['C', 'added'],
    ]);
  });

  it('do not tell whether a connector was removed where the new one is in doubt or empty', async () => {
    const cut = `${csv(line(1, 'A'))}${line(2, 'B').slice(0, 60)}`;
    const doubtful = await diffTexts(csv(line(1, 'A'), line(2, 'B'), line(3, 'C')), cut);
    expect(doubtful.new.doubts.length).toBeGreaterThan(0);
    expect(doubtful.connectors.find(({ name }) => name === 'C')).toMatchObject({
      change: 'cannot-tell',
      only: { side: 'old', why: 'the new export is in doubt and may lack it' },
    });
    const empty = await diffTexts(csv(line(1, 'A')), '');
    expect([answerOf(empty), empty.connectors[0]?.change]).toEqual(['cannot-tell', 'cannot-tell']);
    expect(answerOf(await diffTexts(' ', ''))).toBe('cannot-tell');
  });

  it('never call a property unchanged that one of them lacks or does not tell', async () => {
    const without = csv(line(1, 'A'))
      .split('\r\n')
      .map((row) => row.split(',').toSpliced(4, 1).join(','))
      .join('\r\n');
    const found = await diffTexts(csv(line(1, 'A')), without);
    expect([answerOf(found), found.same]).toEqual(['cannot-tell', 0]);
    expect(found.connectors[0]?.notComparable).toEqual([
      {
        what: 'DomainSecureEnabled',
        old: 'True',
        new: '(unknown: not in the export)',
        why: 'not in the new export',
      },
      { what: 'V-259594 domain-secure', old: 'true', new: 'unknown', why: 'not known from the new export' },
    ]);
    const unreadable = await diffTexts(csv(line(1, 'A', 'WAHR')), csv(line(1, 'A', 'wahr')));
    expect(unreadable.connectors[0]?.notComparable.map(({ what }) => what)).toContain('DomainSecureEnabled');
  });

  it('do not say that a clause became true where the new one is in doubt', async () => {
    const cut = `${csv(line(1, 'A'))}${line(2, 'B').slice(0, 60)}`;
    const found = await diffTexts(csv(line(1, 'A', 'False')), cut);
    const changed = found.connectors.find(({ name }) => name === 'A');
    expect(changed).toMatchObject({ change: 'changed', clauses: [] });
    expect(changed?.notComparable).toEqual([
      { what: 'V-259594 domain-secure', old: 'false', new: 'true', why: 'the new export is in doubt' },
    ]);
  });

  it('do not guess which of several of one name a connector is', async () => {
    const named = (...values: readonly string[]): string =>
      ['Name,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain', ...values.map((v) => `A,${v}`), ''].join(
        '\r\n',
      );
    const found = await diffTexts(named('True,True,,', 'False,True,,'), named('True,True,,', 'True,False,,'));
    expect(found.connectors.map(({ change }) => change)).toEqual(['cannot-tell', 'cannot-tell']);
    expect(found.same).toBe(1);
  });

  it('do not say that nothing changed where the time of the last change does', async () => {
    const json = (when: string): string => JSON.stringify({ ...base, WhenChangedUTC: when });
    const base = {
      ...{ Name: 'A', Guid: guid(1), Enabled: true, DomainSecureEnabled: true, DNSRoutingEnabled: true },
      ...{ TlsAuthLevel: null, TlsDomain: null, SmartHosts: [], AddressSpaces: ['SMTP:*;1'] },
    };
    const found = await diffTexts(json('2026-01-02T03:04:05Z'), json('2026-01-03T03:04:05Z'));
    expect(found.connectors[0]?.notComparable.map(({ what }) => what)).toEqual(['WhenChangedUTC']);
  });

  it('are warned of where they are two servers', async () => {
    const of = (server: string): string =>
      csv(line(1, 'A'))
        .replace(header, `${header},PSComputerName`)
        .replace(/;1\r\n/, `;1,${server}\r\n`);
    const codes = async (one: string, other: string) =>
      (await diffExports([file(utf8(of(one)))], [file(utf8(of(other)))])).diagnostics.map(({ code }) => code);
    expect(await codes('EDGE01', 'EDGE02')).toContain('diff-servers-differ');
    expect(await codes('EDGE01', 'edge01.example.mil')).not.toContain('diff-servers-differ');
  });

  it('are told from checklists by their content', () => {
    const kinds = [csv(line(1, 'A')), '<CHECKLIST><ASSET/></CHECKLIST>', '{"title":"x","stigs":[]}', '', 'some text'];
    expect(kinds.map((text) => comparedKind(utf8(text), 'x'))).toEqual([
      'export',
      'checklist',
      'checklist',
      undefined,
      undefined,
    ]);
  });
});

/** The difference as it would be the other way round. */
const mirrored = (found: ExportDiff) =>
  found.connectors
    .map(({ change, only, properties, clauses, notComparable }) =>
      JSON.stringify({
        change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : change,
        only: only && (only.side === 'old' ? 'new' : 'old'),
        properties: properties.map(({ property, old, new: now }) => [property, now, old]),
        clauses: clauses.map(({ clause, old, new: now }) => [clause, now, old]),
        notComparable: notComparable.map(({ old, new: now, what }) => [/^When/.test(what) ? '' : what, now, old]),
      }),
    )
    .sort();

const straight = (found: ExportDiff) =>
  found.connectors
    .map(({ change, only, properties, clauses, notComparable }) =>
      JSON.stringify({
        change,
        only: only?.side,
        properties: properties.map(({ property, old, new: now }) => [property, old, now]),
        clauses: clauses.map(({ clause, old, new: now }) => [clause, old, now]),
        notComparable: notComparable.map(({ old, new: now, what }) => [/^When/.test(what) ? '' : what, old, now]),
      }),
    )
    .sort();

describe('of random exports', () => {
  const seed = 20250101;
  const bytesOf = (index: number, kind: 'clean' | 'lacking' | 'damaged'): Uint8Array => {
    const [first] = caseOf(seed, index, kind).files;
    return first === undefined ? new Uint8Array() : bytesOfFile(first);
  };
  const kinds = fc.constantFrom('clean' as const, 'lacking' as const, 'damaged' as const);

  it('each is the same as itself, and two differ the other way round in the other order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.nat(5000), kinds, async (one, other, kind) => {
        const [a, b] = [bytesOf(one, kind), bytesOf(other, 'clean')];
        const same = await diffBytes(a, a);
        if (same !== undefined) expect([answerOf(same), same.connectors]).toEqual(['same', []]);
        const [there, back] = [await diffBytes(a, b), await diffBytes(b, a)];
        expect(there === undefined).toBe(back === undefined);
        if (there !== undefined && back !== undefined) expect(straight(there)).toEqual(mirrored(back));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('the same connectors in another format have no property of another value', async () => {
    for (let index = 0; index < 200; index++) {
      const { files } = caseOf(seed, index, 'agree');
      const [first, ...rest] = files.map(bytesOfFile);
      for (const other of rest) {
        const found = first && (await diffBytes(first, other));
        expect(
          found?.connectors.flatMap(({ properties, clauses }) => [...properties, ...clauses]) ?? [],
          `${index}`,
        ).toEqual([]);
      }
    }
  });
});
