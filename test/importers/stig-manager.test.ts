import { readFileSync } from 'node:fs';
import {
  type ParsedChecklist,
  type ParseResult,
  reviewsFromCkl,
  reviewsFromCklb,
  reviewsFromXccdf,
  TaskObject,
} from '@nuwcdivnpt/stig-manager-client-modules';
import { describe, expect, test } from 'vitest';
import { renderChecklist } from '../../src/formats/registry.js';
import type { Status } from '../../src/model/checklist.js';
import { oneRule, testTool } from '../support/checklists.js';
import type { Case } from './cases.js';
import { conformance } from './written.js';

const parsers = { ckl: reviewsFromCkl, cklb: reviewsFromCklb, xccdf: reviewsFromXccdf };

/** With the settings that STIGMan Watcher has by default. */
const parse = (format: keyof typeof parsers, data: Buffer): ParseResult =>
  parsers[format]({
    data,
    importOptions: {
      autoStatus: 'saved',
      unreviewed: 'commented',
      unreviewedCommented: 'informational',
      emptyDetail: 'replace',
      emptyComment: 'ignore',
      allowCustom: true,
    },
    fieldSettings: {
      detail: { enabled: 'always', required: 'always' },
      comment: { enabled: 'findings', required: 'findings' },
    },
    allowAccept: true,
    scapBenchmarkMap: new Map(),
    sourceRef: format,
  });

const parseFile = (format: keyof typeof parsers, path: string): ParseResult => parse(format, readFileSync(path));

const benchmarkId = 'MS_Exchange_2019_Edge_Server_STIG';
const ruleId = 'SV-259594r1043178_rule';

/** What STIG Manager calls a status. A rule that is not reviewed but has text is kept as informational. */
const results: Readonly<Record<Status, string>> = {
  open: 'fail',
  not_a_finding: 'pass',
  not_applicable: 'notapplicable',
  not_reviewed: 'informational',
};

const counted = ({ stats }: ParsedChecklist) => Object.entries(stats).filter(([, count]) => count > 0);

// Loss: in CKL and XCCDF entities are decoded twice. Each case says what becomes of its texts.
const decodedTwice = (meant: Case, text: string): string =>
  meant.decodedTwice.reduce((so, [from, to]) => so.replaceAll(from, to), text);

const checklistOf = (parsed: ParseResult): ParsedChecklist => {
  expect(parsed.errors ?? []).toEqual([]);
  expect(parsed.checklists).toHaveLength(1);
  const [checklist] = parsed.checklists;
  if (checklist === undefined) throw new Error('no checklist');
  expect(checklist.benchmarkId).toBe(benchmarkId);
  return checklist;
};

conformance('STIG Manager CKL', undefined, (meant, { ckl, details }) => {
  const parsed = parseFile('ckl', ckl);
  expect(parsed.target).toMatchObject({
    // Loss: white space around a text is cut off.
    name: decodedTwice(meant, meant.host).trim(),
    fqdn: meant.asset.fqdn || null,
    ip: meant.asset.ips.join('\n') || null,
    mac: meant.asset.macs.join('\n') || null,
    noncomputing: false,
  });
  const checklist = checklistOf(parsed);
  expect(checklist.revisionStr).toBe('V2R2');
  expect(counted(checklist)).toEqual([[results[meant.status], 1]]);
  expect(checklist.reviews).toHaveLength(1);
  expect(checklist.reviews[0]).toMatchObject({
    ruleId,
    result: results[meant.status],
    detail: decodedTwice(meant, details),
    comment: null,
    status: 'saved',
  });
});

conformance('STIG Manager CKLB', undefined, (meant, written) => {
  for (const [path, revision] of [
    [written.cklb, 'V2R2'],
    // Loss: the strict form has no version.
    [written.strict, 'V0R2'],
  ] as const) {
    const parsed = parseFile('cklb', path);
    expect(parsed.target).toMatchObject({
      name: meant.host,
      fqdn: meant.asset.fqdn || null,
      ip: meant.asset.ips.join('\n') || null,
      mac: meant.asset.macs.join('\n') || null,
      noncomputing: false,
    });
    const checklist = checklistOf(parsed);
    expect(checklist.revisionStr).toBe(revision);
    expect(counted(checklist)).toEqual([[results[meant.status], 1]]);
    expect(checklist.reviews).toHaveLength(1);
    expect(checklist.reviews[0]).toMatchObject({
      ruleId,
      result: results[meant.status],
      detail: written.details,
      comment: null,
      status: 'saved',
    });
  }
});

conformance('STIG Manager XCCDF', undefined, (meant, { xccdf, details }) => {
  const parsed = parseFile('xccdf', xccdf);
  expect(parsed.target).toMatchObject({
    name: decodedTwice(meant, meant.host).trim(),
    ip: meant.asset.ips.join(' '),
    noncomputing: false,
  });
  expect(parsed.target.fqdn ?? '').toBe(meant.asset.fqdn);
  expect(parsed.target.mac ?? '').toBe(meant.asset.macs.join(' '));
  const checklist = checklistOf(parsed);
  // Loss: XCCDF results carry no revision for STIG Manager.
  expect(checklist.revisionStr).toBeNull();
  if (meant.status === 'not_reviewed') {
    // Loss: notchecked is passed over, with its text, and not counted.
    expect(checklist.reviews).toEqual([]);
    expect(counted(checklist)).toEqual([]);
    return;
  }
  expect(checklist.reviews).toHaveLength(1);
  expect(checklist.reviews[0]).toMatchObject({
    ruleId,
    result: results[meant.status],
    detail: decodedTwice(meant, details),
    comment: null,
    status: 'saved',
  });
});

conformance('STIG Manager task', undefined, (meant, written) => {
  const parsed = [
    parseFile('ckl', written.ckl),
    parseFile('cklb', written.cklb),
    parseFile('cklb', written.strict),
    parseFile('xccdf', written.xccdf),
  ];
  const task = new TaskObject({
    apiAssets: [],
    apiStigs: [{ benchmarkId, revisionStrs: ['V2R2', 'V2R1'] }],
    parsedResults: parsed,
    options: { createObjects: true, collectionId: '1', strictRevisionCheck: true },
  });
  expect(task.errors).toEqual([]);
  const cklb = meant.host;
  const xml = decodedTwice(meant, meant.host).trim();
  expect([...task.taskAssets.keys()].sort()).toEqual([...new Set([cklb, xml].map((n) => n.toLowerCase()))].sort());
  const assets = [...task.taskAssets.values()];
  expect(new Set(assets.map((asset) => asset.assetProps.name))).toEqual(new Set([cklb, xml]));
  for (const asset of assets) expect(asset.newAssignments).toEqual([benchmarkId]);
  expect(
    assets
      .flatMap((asset) => asset.checklists.get(benchmarkId) ?? [])
      .map((c) => c.revisionStr)
      .sort(),
  ).toEqual(['V2R2', 'V2R2', null].sort());
  // Loss: under a strict revision check the strict CKLB is ignored.
  expect(assets.flatMap((asset) => asset.checklistsIgnored).map((c) => c.revisionStr)).toEqual(['V0R2']);
});

describe('STIG Manager comments', () => {
  test.each(['ckl', 'cklb', 'xccdf'] as const)('are read from %s', async (format) => {
    const checklist = oneRule({ status: 'open', findingDetails: 'Why.', comments: 'To be mended.\nSoon.' });
    const { text } = await renderChecklist(format, checklist, { tool: testTool, cklbStrict: false });
    const [review] = checklistOf(parse(format, Buffer.from(text))).reviews;
    expect(review).toMatchObject({ result: 'fail', detail: 'Why.', comment: 'To be mended.\nSoon.' });
  });
});
