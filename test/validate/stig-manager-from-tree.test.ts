import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedXml } from '../../src/documents/document.js';
import { parseDocument } from '../../src/documents/parse-document.js';
import { toCkl } from '../../src/formats/ckl/write.js';
import { toXccdf } from '../../src/formats/xccdf/write.js';
import { byItsParser } from '../../src/importers/stig-manager/by-its-parser.js';
import { isCklList } from '../../src/importers/stig-manager/ckl.js';
import { fromTree } from '../../src/importers/stig-manager/from-tree.js';
import type { IsList } from '../../src/importers/stig-manager/parsed.js';
import { isXccdfList } from '../../src/importers/stig-manager/xccdf.js';
import type { Checklist } from '../../src/model/checklist.js';
import { highestLimits } from '../../src/text/input-limits.js';
import { checklistOf } from '../support/arbitrary-checklist.js';
import { checklists, testTool } from '../support/checklists.js';

const written = {
  ckl: (checklist: Checklist) => toCkl(checklist, testTool, {}).text,
  xccdf: (checklist: Checklist) => toXccdf(checklist, testTool, 0, {}).text,
};

const parsed = (text: string): ParsedXml => {
  const document = parseDocument(new TextEncoder().encode(text), 'own', highestLimits);
  if (!document.ok || !('root' in document.value) || document.value.format === 'arf') throw new Error('not parsed');
  return document.value;
};

/** The declaration and the comment before the root are in no tree, and nothing asks for them. */
const byParser = ({ text, root }: ParsedXml, isList: IsList) => {
  const seen = byItsParser(text, root, isList);
  return typeof seen === 'string'
    ? seen
    : { ...seen, members: new Map([...seen.members].filter(([name]) => name === root.name)) };
};

const expectAlike = (format: 'ckl' | 'xccdf', checklist: Checklist) => {
  const document = parsed(written[format](checklist));
  const isList = format === 'ckl' ? isCklList : isXccdfList;
  expect(fromTree(document.text, document.root, isList)).toEqual(byParser(document, isList));
};

describe('the tree of a file of ours reads as STIG Manager’s parser does', () => {
  test.each(['ckl', 'xccdf'] as const)('%s of any checklist', (format) => {
    fc.assert(
      fc.property(checklistOf(1), (checklist) => expectAlike(format, checklist)),
      { numRuns: 100 },
    );
  });

  test.each(Object.entries(checklists))('%s', (_, checklist) => {
    expectAlike('ckl', checklist);
    expectAlike('xccdf', checklist);
  });
});
