import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultGrouping, planHosts } from '../../src/page/plan-hosts.js';

const files = (...paths: string[]) => paths.map((path) => ({ path, blob: new Blob([]) }));
const planned = (paths: string[], grouping = defaultGrouping(files(...paths))) => {
  const { hosts, unplaced } = planHosts(files(...paths), grouping);
  return {
    hosts: hosts.map(({ host, exports }) => [host, exports.map(({ path }) => path)]),
    unplaced: unplaced.map(({ path }) => path),
  };
};

test('files without folders are of one host, which they name themselves', () => {
  expect(planned(['a.csv', 'b.xml'])).toEqual({ hosts: [[undefined, ['a.csv', 'b.xml']]], unplaced: [] });
});

test('one folder of files is one host', () => {
  expect(planned(['edge/a.csv', 'edge/b.xml']).hosts).toEqual([[undefined, ['edge/a.csv', 'edge/b.xml']]]);
});

test('several folders are several hosts, below the folder that was dropped; what lies beside them is named', () => {
  const expected = [
    ['EDGE01', ['fleet/EDGE01/a.csv', 'fleet/EDGE01/sub/b.csv']],
    ['EDGE02', ['fleet/EDGE02/a.csv']],
  ];
  const paths = ['fleet/EDGE01/a.csv', 'fleet/EDGE01/sub/b.csv', 'fleet/EDGE02/a.csv', 'fleet/x.csv'];
  expect(planned(paths)).toEqual({ hosts: expected, unplaced: ['fleet/x.csv'] });
  expect(planned(['EDGE01/a.csv', 'EDGE02/a.csv']).hosts.map(([host]) => host)).toEqual(['EDGE01', 'EDGE02']);
});

test('each file can be a host', () => {
  expect(planned(['a.csv', 'b.csv'], 'files').hosts).toEqual([
    [undefined, ['a.csv']],
    [undefined, ['b.csv']],
  ]);
});

test('no export is lost or judged twice, however they are grouped', () => {
  const path = fc.array(fc.constantFrom('a', 'b', '__proto__', 'c.csv'), { minLength: 1, maxLength: 4 });
  const paths = fc.uniqueArray(
    path.map((parts) => parts.join('/')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(paths, fc.constantFrom('one', 'folders', 'files'), (all, grouping) => {
      const { hosts, unplaced } = planned(all, grouping as 'one');
      expect([...hosts.flatMap(([, exports]) => exports ?? []), ...unplaced].sort()).toEqual([...all].sort());
    }),
  );
});
