import { expect, test } from 'vitest';
import type { FileKind } from '../../src/page/classify.js';
import { addFiles, filesUsedAs, useFile } from '../../src/page/dropped-files.js';

const file = (path: string, kind: FileKind) => ({ path, kind, blob: new Blob([path]) });
const uses = (files: ReturnType<typeof addFiles>) => files.map(({ path, use }) => [path, use]);

test('takes one drop apart, in the order of the paths', () => {
  const files = addFiles([], [file('c.zip', 'benchmark'), file('b.ckl', 'checklist'), file('a.csv', 'export')]);
  expect(uses(files)).toEqual([
    ['a.csv', 'export'],
    ['b.ckl', 'checklist'],
    ['c.zip', 'benchmark'],
  ]);
});

test('uses none of several benchmarks or checklists, until one is chosen', () => {
  const two = addFiles([], [file('a.csv', 'export'), file('v1.xml', 'benchmark'), file('v2.xml', 'benchmark')]);
  expect(filesUsedAs(two, 'benchmark')).toEqual([]);
  expect(filesUsedAs(two, 'unused')).toHaveLength(2);
  const chosen = useFile(two, 'v2.xml', 'benchmark');
  expect(filesUsedAs(chosen, 'benchmark').map(({ path }) => path)).toEqual(['v2.xml']);
  expect(filesUsedAs(useFile(chosen, 'v1.xml', 'benchmark'), 'benchmark').map(({ path }) => path)).toEqual(['v1.xml']);
  expect(uses(addFiles(chosen, [file('v3.xml', 'benchmark')]))).toContainEqual(['v3.xml', 'unused']);
});

test('every export that is dropped is judged, whatever else is there', () => {
  const files = addFiles(addFiles([], [file('x.ckl', 'checklist'), file('b.csv', 'export')]), [
    file('a.csv', 'export'),
  ]);
  expect(filesUsedAs(files, 'export').map(({ path }) => path)).toEqual(['a.csv', 'b.csv']);
});

test('a file that is dropped again takes the place of the old one, also where there was a checklist already', () => {
  const old = addFiles([], [file('a.csv', 'export'), file('x.ckl', 'checklist')]);
  const again = addFiles(old, [file('x.ckl', 'checklist')]);
  expect(uses(again)).toEqual(uses(old));
  expect(again[1]?.blob).not.toBe(old[1]?.blob);
});

test('a result that is dropped alone is taken as an export, to be refused by name; among others it is no evidence', () => {
  expect(uses(addFiles([], [file('r.xml', 'results')]))).toEqual([['r.xml', 'export']]);
  expect(uses(addFiles([], [file('r.xml', 'results'), file('a.csv', 'export')]))).toContainEqual(['r.xml', 'unused']);
});
