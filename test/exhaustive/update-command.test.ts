import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBenchmark } from '../../src/benchmark/from-file.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { Benchmark } from '../../src/model/benchmark.js';
import type { Checklist } from '../../src/model/checklist.js';
import type { FormatName } from '../../src/model/format-names.js';
import { benchmark, group } from '../benchmark/benchmarks.js';
import { testTool } from '../support/checklists.js';
import { command, temporaryFolder } from '../support/command.js';
import { answer, filled } from '../support/filled.js';

const schema = (name: string) =>
  new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));
const validUpdate = schema('update');
const validDiff = schema('diff');

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

const oldXccdf = benchmark([1, 2, 3].map((n) => group(n)).join(''));
const newXccdf = benchmark([1, 2, 4].map((n) => group(n)).join(''))
  .replace('Release: 3', 'Release: 4')
  .replace('SV-2r1_rule', 'SV-2r2_rule')
  .replace('Look at 2.', 'Look at 2 twice.');

const parsed = (text: string): Benchmark => {
  const read = readBenchmark(new TextEncoder().encode(text), 'U_Test_Manual-xccdf.xml');
  if (!read.ok) throw new Error(read.diagnostics.map((d) => d.code).join());
  return read.value;
};

const checklistIn = (name: string): Checklist => {
  const read = readChecklist(readFileSync(at(name)), name);
  if (!read.ok) throw new Error(read.diagnostics.map((d) => d.code).join());
  return read.value.checklist;
};

const names: Readonly<Record<FormatName, string>> = { ckl: 'old.ckl', cklb: 'old.cklb', xccdf: 'old-results.xml' };

beforeAll(async () => {
  const checklist = filled(parsed(oldXccdf));
  for (const format of ['ckl', 'cklb', 'xccdf'] as const)
    writeFileSync(
      at(names[format]),
      (await renderChecklist(format, checklist, { tool: testTool, cklbStrict: false })).text,
    );
  writeFileSync(at('new.xml'), newXccdf);
  writeFileSync(at('other.xml'), benchmark(group(9), '1.1', 'Another_STIG'));
});

const update = (...args: string[]) => command(['update', ...args], { cwd: folder });
const diff = (...args: string[]) => command(['diff', ...args], { cwd: folder });

describe('update', () => {
  it.each(['ckl', 'cklb', 'xccdf'] as const)(
    'carries a %s to the next release and writes it in its format',
    (format) => {
      const out = `new-of-${names[format]}`;
      const { status, stderr } = update(
        names[format],
        '--benchmark',
        'new.xml',
        '--out',
        out,
        '--report',
        `${out}.txt`,
      );
      expect(stderr).toContain('[update-check-changed]');
      expect(status).toBe(0);
      const [stig] = checklistIn(out).stigs;
      expect(stig?.benchmark.releaseInfo).toContain('Release: 4');
      expect(stig?.reviews.map((review) => [review.rule.groupId, review.status])).toEqual([
        ['V-1', 'open'],
        ['V-2', 'not_a_finding'],
        ['V-4', 'not_reviewed'],
      ]);
      expect(stig?.reviews[0]).toMatchObject({
        findingDetails: answer(0).findingDetails,
        comments: answer(0).comments,
      });
      expect(stig?.reviews[1]?.findingDetails).toBe(
        `Check text changed from V2R3 to V2R4: review this result again (was: not a finding).\n${answer(1).findingDetails}`,
      );
      if (format !== 'xccdf') expect(stig?.reviews[0]?.severityOverride).toEqual(answer(0).severityOverride);
      const report = readFileSync(at(`${out}.txt`), 'utf8');
      expect(report).toContain('Removed: V-3');
      for (const line of `${answer(2).findingDetails}\n${answer(2).comments}`.split('\n'))
        expect(report).toContain(line);
      if (format !== 'xccdf') expect(report).toContain('Reason 2.');
    },
  );

  it('prints the report where no file is named for it', () => {
    const { status, stdout } = update('old.ckl', '--benchmark', 'new.xml', '-o', 'printed.ckl');
    expect(status).toBe(0);
    expect(stdout).toContain('2 rules carried (1 marked for review), 1 added, 1 removed');
    expect(stdout).toContain('Comments 2 by hand;');
    expect(stdout).toContain('checkContent in V2R4: Look at 2 twice.');
  });

  it('writes to standard output, reading standard input, and then tells the rest on standard error', () => {
    const input = readFileSync(at('old.cklb'));
    const { status, stdout, stderr } = command(['update', '-', '--benchmark', 'new.xml', '-o', '-'], {
      cwd: folder,
      input,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).stigs[0].rules).toHaveLength(3);
    expect(stderr).toContain('Comments 2 by hand;');
  });

  it('has a described JSON document, and the same as a report', () => {
    const args = [
      'old.ckl',
      '--benchmark',
      'new.xml',
      '--reset-changed',
      '-o',
      'json.ckl',
      '--report',
      'r.json',
      '--json',
    ];
    const { status, stdout } = update(...args);
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expect(validUpdate(document), JSON.stringify(validUpdate.errors)).toBe(true);
    expect(JSON.parse(readFileSync(at('r.json'), 'utf8'))).toEqual(document);
    expect(document.counts).toEqual({ carried: 2, marked: 1, added: 1, removed: 1 });
    expect(document.carried[1].status).toEqual({ old: 'not_a_finding', new: 'not_reviewed' });
    expect(document.removed[0]).toMatchObject({ groupId: 'V-3', ...answer(2), candidates: [] });
  });

  it.each([
    ['the benchmark of another STIG', ['old.ckl', '--benchmark', 'other.xml'], 'update-stig-missing'],
    ['no checklist', ['new.xml', '--benchmark', 'new.xml'], 'document-without-results'],
    ['no benchmark', ['old.ckl', '--benchmark', 'old.ckl'], 'not-a-benchmark'],
    ['a file that is not there', ['nowhere.ckl', '--benchmark', 'new.xml'], 'file-missing'],
  ])('refuses %s with 3 and writes nothing', (_, args, code) => {
    const { status, stdout } = update(...args, '--out', 'refused.ckl', '--report', 'refused.txt', '--json');
    expect(status).toBe(3);
    const document = JSON.parse(stdout);
    expect(validUpdate(document), JSON.stringify(validUpdate.errors)).toBe(true);
    expect(document).toMatchObject({ refused: true, outputs: [], carried: [] });
    expect(document.diagnostics.map((d: { code: string }) => d.code)).toContain(code);
    expect(existsSync(at('refused.ckl')) || existsSync(at('refused.txt'))).toBe(false);
  });

  it('refuses a truncated checklist', () => {
    const text = readFileSync(at('old.ckl'), 'utf8');
    writeFileSync(at('cut.ckl'), text.slice(0, text.length / 2));
    const { status, stderr } = update('cut.ckl', '--benchmark', 'new.xml', '--out', 'refused.ckl');
    expect(status).toBe(3);
    expect(stderr).toContain('[xml-truncated]');
    expect(existsSync(at('refused.ckl'))).toBe(false);
  });

  it('refuses to write what an importer would not take, where it took the old file', () => {
    // MITRE's tools take a CKL of such a name for XCCDF.
    const { status, stderr } = update('old.ckl', '--benchmark', 'new.xml', '--out', 'xccdf.ckl');
    expect(status).toBe(3);
    expect(stderr).toContain('[update-new-fault]');
    expect(stderr).toContain('[mitre-file-name]');
    expect(existsSync(at('xccdf.ckl'))).toBe(false);
  });

  it('does not hold against a checklist what was wrong with it before', () => {
    const old = readFileSync(at('old.ckl'), 'utf8').replace(
      /<HOST_FQDN>.*<\/HOST_FQDN>/,
      '<HOST_FQDN>other</HOST_FQDN>',
    );
    writeFileSync(at('one-label.ckl'), old);
    expect(update('one-label.ckl', '--benchmark', 'new.xml', '--out', 'one-label-new.ckl').status).toBe(0);
    expect(checklistIn('one-label-new.ckl').asset.fqdn).toBe('other');
  });

  it('takes the host of a checklist without one from --host', () => {
    const nameless = readFileSync(at('old.ckl'), 'utf8').replace(
      /<HOST_NAME>.*<\/HOST_NAME>/,
      '<HOST_NAME></HOST_NAME>',
    );
    writeFileSync(at('nameless.ckl'), nameless);
    const asked = ['nameless.ckl', '--benchmark', 'new.xml', '--out', 'nameless-new.ckl'] as const;
    const unsaid = update(...asked);
    expect([unsaid.status, existsSync(at('nameless-new.ckl'))]).toEqual([3, false]);
    expect(unsaid.stderr).toContain('[convert-host-missing]');
    const { status } = update(...asked, '--host', 'EDGE07', '--ip', '192.0.2.7');
    expect(status).toBe(0);
    expect(checklistIn('nameless-new.ckl').asset).toMatchObject({ hostName: 'EDGE07', ipAddresses: ['192.0.2.7'] });
  });

  it('overwrites nothing without --force, and the checklist itself never', () => {
    const before = readFileSync(at('old.ckl'));
    const { status, stderr } = update(
      'old.ckl',
      '--benchmark',
      'new.xml',
      '--out',
      'old.ckl',
      '--report',
      'beside.txt',
    );
    expect(status).toBe(3);
    expect(stderr).toContain('[output-is-input]');
    expect(readFileSync(at('old.ckl'))).toEqual(before);
    expect(existsSync(at('beside.txt'))).toBe(false);
    writeFileSync(at('copy.ckl'), before);
    expect(update('copy.ckl', '--benchmark', 'new.xml', '--out', 'copy.ckl', '--force').status).toBe(3);
    expect(readFileSync(at('copy.ckl'))).toEqual(before);
    expect(update('old.ckl', '--benchmark', 'new.xml', '--out', 'copy.ckl', '--force').status).toBe(0);
    expect(readFileSync(at('copy.ckl'))).not.toEqual(before);
  });

  it.each([
    [['old.ckl', '--benchmark', 'new.xml']],
    [['old.ckl', '--out', 'x.ckl']],
    [['-', '--benchmark', '-', '--out', 'x.ckl']],
    [['old.ckl', '--benchmark', 'new.xml', '--out', '-', '--json']],
    [['old.ckl', '--benchmark', 'new.xml', '--out', 'x.ckl', '--report', './x.ckl']],
  ])('takes %j for a usage error', (args) => {
    expect(update(...args).status).toBe(3);
    expect(existsSync(at('x.ckl'))).toBe(false);
  });
});

describe('diff', () => {
  const compared = (...args: string[]) => {
    const { status, stdout } = diff('--json', ...args);
    const document = JSON.parse(stdout);
    expect(validDiff(document), JSON.stringify(validDiff.errors)).toBe(true);
    return { status, document };
  };

  it('answers with 0 where two checklists are the same', () => {
    expect(diff('old.ckl', 'old.ckl')).toMatchObject({ status: 0, stdout: 'no difference\n', stderr: '' });
    expect(compared('old.cklb', 'old.cklb')).toMatchObject({
      status: 0,
      document: { same: true, asset: [], stigs: [] },
    });
  });

  it.each([
    ['old.ckl', 'old.cklb'],
    ['old.ckl', 'old-results.xml'],
    ['old-results.xml', 'old.cklb'],
  ])('finds the same in %s and %s, and names what it did not compare', (a, b) => {
    const { status, document } = compared(a, b);
    expect(document).toMatchObject({ asset: [], stigs: [] });
    expect(document.diagnostics.map((d: { code: string }) => d.code)).toContain('diff-not-compared');
    expect(status).toBe(0);
  });

  it('answers with 1 and shows what update did', () => {
    update('old.ckl', '--benchmark', 'new.xml', '--out', 'updated.ckl');
    const { status, document } = compared('old.ckl', 'updated.ckl');
    expect(status).toBe(1);
    expect(document.counts).toEqual({
      assetFields: 0,
      stigs: 1,
      rules: { changed: 1, added: 1, removed: 1 },
      statuses: 0,
    });
    const [stig] = document.stigs;
    expect(stig.release).toEqual({ old: 'V2R3', new: 'V2R4' });
    expect(stig.rules.map((rule: { groupId: string; change: string }) => [rule.groupId, rule.change])).toEqual([
      ['V-2', 'changed'],
      ['V-3', 'removed'],
      ['V-4', 'added'],
    ]);
    expect(stig.rules[0].fields.map((change: { field: string }) => change.field)).toEqual([
      'ruleId',
      'checkContent',
      'findingDetails',
    ]);
    expect(stig.rules[1].review).toEqual(answer(2));
    const table = diff('old.ckl', 'updated.ckl').stdout;
    expect(table).toMatch(/^V-2 +ruleId +SV-2r1_rule +SV-2r2_rule$/m);
    expect(table).toMatch(/^V-2 +checkContent +Look at 2\. +Look at 2 twice\.$/m);
    expect(table).toContain('rules: 1 changed (0 in status), 1 added, 1 removed; asset: 0 fields changed');
  });

  it('says nothing but errors with --quiet', () => {
    expect(diff('old.ckl', 'old.ckl', '--quiet')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const changed = readFileSync(at('old.ckl'), 'utf8').replace(
      '<STATUS>Open</STATUS>',
      '<STATUS>NotAFinding</STATUS>',
    );
    writeFileSync(at('changed.ckl'), changed);
    expect(diff('old.ckl', 'changed.ckl', '--quiet')).toMatchObject({ status: 1, stdout: '', stderr: '' });
    expect(compared('old.ckl', 'changed.ckl').document.stigs[0].rules).toEqual([
      expect.objectContaining({
        groupId: 'V-1',
        fields: [{ field: 'status', old: 'open', new: 'not_a_finding' }],
      }),
    ]);
  });

  it('answers with 3 where a file cannot be read', () => {
    const { status, document } = compared('old.ckl', 'nowhere.ckl');
    expect(status).toBe(3);
    expect(document).toMatchObject({ same: null, old: { format: 'ckl' }, new: { format: null } });
    expect(diff('-', '-').status).toBe(3);
    expect(diff('old.ckl').status).toBe(3);
  });
});
