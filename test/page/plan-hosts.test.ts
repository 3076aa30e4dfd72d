import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultGrouping, defaultTemplate, type Grouping, groupingsFor, planHosts } from '../../src/page/plan-hosts.js';
import { argsOf } from '../support/args-of.js';

const files = (...paths: string[]) => paths.map((path) => ({ path, blob: new Blob([]) }));
const planned = (paths: string[], grouping = defaultGrouping(files(...paths)), template?: string) => {
  const { hosts, refused, diagnostics } = planHosts(files(...paths), grouping, template);
  return {
    hosts: hosts.map(({ host, exports }) => [host, exports.map(({ path }) => path)] as const),
    said: [...diagnostics, ...refused.flatMap((host) => host.diagnostics)].map((d) => [
      d.code,
      argsOf(d)['files'] ?? argsOf(d)['written'],
    ]),
  };
};

test('files without folders are of one host, which they name themselves', () => {
  expect(planned(['a.csv', 'b.xml'])).toEqual({ hosts: [[undefined, ['a.csv', 'b.xml']]], said: [] });
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
  expect(planned(paths)).toEqual({ hosts: expected, said: [['fleet-file-in-root', 1]] });
  expect(planned(['EDGE01/a.csv', 'EDGE02/a.csv']).hosts.map(([host]) => host)).toEqual(['EDGE01', 'EDGE02']);
});

test('files that are named for servers are several hosts, unless somebody says otherwise', () => {
  const paths = ['f/EDGE01-send.csv', 'f/EDGE02-send.csv'];
  expect(defaultGrouping(files(...paths))).toBe('template');
  const template = defaultTemplate(files(...paths));
  expect(planned(paths, 'template', template).hosts).toEqual([
    ['EDGE01', ['f/EDGE01-send.csv']],
    ['EDGE02', ['f/EDGE02-send.csv']],
  ]);
});

test('each file can be a host', () => {
  expect(planned(['a.csv', 'b.csv'], 'files').hosts).toEqual([
    [undefined, ['a.csv']],
    [undefined, ['b.csv']],
  ]);
});

test('a template tells whose each file is, below the folder that was dropped', () => {
  const paths = ['all/x/edge01-send.csv', 'all/x/edge02-send.csv', 'all/x/notes.txt'];
  expect(planned(paths, 'template', 'x/{host}-send.*')).toEqual({
    hosts: [
      ['edge01', ['all/x/edge01-send.csv']],
      ['edge02', ['all/x/edge02-send.csv']],
    ],
    said: [['template-unmatched', 1]],
  });
  expect(planned(paths, 'template', 'no host')).toEqual({ hosts: [], said: [] });
});

test('names that differ in case are one host, as in batch', () => {
  expect(planned(['f/EDGE01/a.csv', 'f/edge01/b.csv', 'f/x/c.csv'])).toEqual({
    hosts: [
      ['EDGE01', ['f/EDGE01/a.csv', 'f/edge01/b.csv']],
      ['x', ['f/x/c.csv']],
    ],
    said: [['hosts-differ-in-case', 'edge01']],
  });
});

test('one export may hold many hosts, several are of one or of several', () => {
  expect(groupingsFor(files('a.csv'))).toEqual(['one', 'column']);
  expect(groupingsFor(files('a.csv', 'b.csv'))).toEqual(['one', 'template', 'files']);
  expect(groupingsFor(files('x/a.csv', 'b.csv'))).toEqual(['one', 'folders', 'template', 'files']);
});

test('no export is lost or judged twice, however they are grouped', () => {
  const path = fc.array(fc.constantFrom('a', 'b', '__proto__', 'c.csv'), { minLength: 1, maxLength: 4 });
  const paths = fc.uniqueArray(
    path.map((parts) => parts.join('/')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(paths, fc.constantFrom<Grouping>('one', 'folders', 'files', 'column'), (all, grouping) => {
      const { hosts, said } = planned(all, grouping);
      const judged = hosts.flatMap(([, exports]) => exports);
      const left = said
        .filter(([code]) => code === 'fleet-file-in-root')
        .reduce((sum, [, count]) => sum + Number(count), 0);
      expect(new Set(judged).size).toBe(judged.length);
      expect(judged.length + left).toBe(all.length);
    }),
  );
});
