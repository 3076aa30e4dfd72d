import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/cli/render/diagnostics.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { renderChecklist } from '../../src/formats/registry.js';
import type { FormatName } from '../../src/model/format-names.js';
import { formatNames } from '../../src/model/format-names.js';
import { oneRule, testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { codesIn, runCommand } from '../support/run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

const left = (file: string, what: string) => diagnostic('reading-not-carried', { file }, { what });

describe("what is told of other programs' files", () => {
  const many = Array.from({ length: 30 }, (_, i) => left('a.xml', `"${i}"`));

  it('is one line for each kind and file, with the count', () => {
    const lines = renderDiagnostics([...many, left('b.xml', '"x"')]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^warning: a\.xml: .*"0".* \(and 29 more of this kind; --verbose shows all\) \[reading-not-carried\]$/,
    );
    expect(lines[1]).toMatch(/^warning: b\.xml: .* \[reading-not-carried\]$/);
  });

  it('is everything with --verbose', () => {
    expect(renderDiagnostics(many, { verbose: true }).trimEnd().split('\n')).toHaveLength(30);
  });

  it('keeps every error', () => {
    const errors = Array.from({ length: 3 }, (_, i) => diagnostic('file-missing', { file: `${i}` }));
    expect(renderDiagnostics(errors).trimEnd().split('\n')).toHaveLength(3);
  });
});

describe.each(formatNames)('texts that are longer than importers read, in %s', (to: FormatName) => {
  const long = 'x'.repeat(67_775);

  it('are cut and named, and whole with --whole-texts', async () => {
    const checklist = oneRule({ status: 'open', findingDetails: long, comments: long });
    const written = await renderChecklist('cklb', checklist, { tool: testTool, cklbStrict: false, wholeTexts: true });
    writeFileSync(at('long.cklb'), written.text);
    const out = at(`long-${to}.out`);
    const asked = ['convert', at('long.cklb'), '--to', to, '--out', out, '--force', '--json'];
    const lengths = (): readonly number[] => {
      const read = readChecklist(readFileSync(out), out);
      const [review] = read.ok ? (read.value.checklist.stigs[0]?.reviews ?? []) : [];
      return [review?.findingDetails.length ?? 0, review?.comments.length ?? 0];
    };
    const cut = await runCommand(asked);
    expect([cut.code, codesIn(cut.stdout).includes('text-cut')]).toEqual([0, true]);
    expect(lengths().every((length) => length <= 32_767)).toBe(true);
    const whole = await runCommand([...asked, '--whole-texts']);
    expect([whole.code, codesIn(whole.stdout).includes('text-cut')]).toEqual([0, false]);
    expect(lengths()).toEqual([67_775, 67_775]);
    expect(codesIn((await runCommand(['validate', out, '--json'])).stdout)).toContain('stig-manager-cuts');
  });
});
