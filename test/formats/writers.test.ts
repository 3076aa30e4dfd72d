import { describe, expect, test } from 'vitest';
import { toCkl, toCklTree } from '../../src/formats/ckl/write.js';
import { toCklb, toCklbTree } from '../../src/formats/cklb/write.js';
import { toPortable } from '../../src/formats/portable.js';
import type { Written } from '../../src/formats/written.js';
import { toXccdf, toXccdfTree } from '../../src/formats/xccdf/write.js';
import type { Checklist } from '../../src/model/checklist.js';
import { checklists, testTool } from '../support/checklists.js';
import { expectGolden } from '../support/golden.js';

interface Writer {
  readonly text: string;
  readonly tree: string;
  readonly toTree: (checklist: Checklist) => unknown;
  readonly write: (checklist: Checklist) => Written;
}

const writers: readonly Writer[] = [
  { text: 'checklist.ckl', tree: 'ckl.tree.json', toTree: toCklTree, write: (c) => toCkl(c, testTool) },
  {
    text: 'checklist.cklb',
    tree: 'cklb.tree.json',
    toTree: (c) => toCklbTree(c, { strict: false }),
    write: (c) => toCklb(c, { strict: false }),
  },
  {
    text: 'strict.cklb',
    tree: 'cklb-strict.tree.json',
    toTree: (c) => toCklbTree(c, { strict: true }),
    write: (c) => toCklb(c, { strict: true }),
  },
  {
    text: 'xccdf-results.xml',
    tree: 'xccdf.tree.json',
    toTree: (c) => c.stigs.map((stig) => toXccdfTree(c, stig, testTool)),
    write: (c) => toXccdf(c, testTool),
  },
];

describe.each(Object.entries(checklists))('%s', (name, checklist) => {
  const golden = (file: string) => new URL(`goldens/${name}/${file}`, import.meta.url);

  test.each(writers)('$tree', ({ toTree, tree }) => {
    expectGolden(`${JSON.stringify(toTree(toPortable(checklist).checklist), null, 2)}\n`, golden(tree));
  });

  test.each(writers)('$text', ({ write, text }) => {
    const written = write(checklist);
    expectGolden(written.text, golden(text));
    expect(write(checklist)).toEqual(written);
  });
});
