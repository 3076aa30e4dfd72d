import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { expectSafePage } from '../support/page.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
let count = 0;
const newFolder = (): string => join(folder, String(count++));
const name = 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2';
const validateSummary = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));
const evaluate = (out: string, ...args: string[]) =>
  runCommand(['evaluate', 'samples/edge/send-connectors.csv', '--host', 'EDGE01', '--out-dir', out, ...args]);

describe('evaluate --format html', () => {
  it('writes the report beside the others and names it in the summary', async () => {
    const out = newFolder();
    const { code, stdout } = await evaluate(out, '--format', 'html,ckl', '--json');
    expect(code).toBe(1);
    const summary = JSON.parse(stdout);
    expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
    expect(readdirSync(out).sort()).toEqual([`${name}.ckl`, `${name}.html`]);
    const html = readFileSync(join(out, `${name}.html`), 'utf8');
    expectSafePage(html);
    expect(summary.hosts[0].outputs).toMatchObject([
      { format: 'ckl' },
      {
        format: 'html',
        path: join(out, `${name}.html`),
        sha256: createHash('sha256').update(html).digest('hex'),
      },
    ]);
  });

  it('writes it alone too, and not where it was not asked for', async () => {
    const [alone, usual] = [newFolder(), newFolder()];
    await evaluate(alone, '--format', 'html');
    await evaluate(usual);
    expect(readdirSync(alone)).toEqual([`${name}.html`]);
    expect(readdirSync(usual).filter((file) => file.endsWith('.html'))).toEqual([]);
  });

  it('says in the report what was reported in the run', async () => {
    const out = newFolder();
    const { stderr } = await evaluate(out, '--format', 'html');
    const html = readFileSync(join(out, `${name}.html`), 'utf8');
    const codes = [...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(html).toContain(`[${code}]`);
  });

  it('writes none of the files where one of them exists', async () => {
    const out = newFolder();
    await evaluate(out, '--format', 'html');
    writeFileSync(join(out, `${name}.html`), 'mine');
    const { code, stderr } = await evaluate(out, '--format', 'ckl,html');
    expect(code).toBe(3);
    expect(stderr).toContain('[file-exists]');
    expect(readdirSync(out)).toEqual([`${name}.html`]);
    expect(readFileSync(join(out, `${name}.html`), 'utf8')).toBe('mine');
  });

  it('writes no report of a host that is refused', async () => {
    const out = newFolder();
    const { code } = await evaluate(out, '--format', 'html', '--ip', 'nowhere');
    expect(code).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it('is no format to convert to, and does not go with --into', async () => {
    const converted = await runCommand(['convert', 'a.ckl', '--to', 'html', '--out', 'x']);
    expect(converted).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('"html" is not one of ckl, cklb, xccdf'),
    });
    const filled = await evaluate(newFolder(), '--into', 'a.ckl', '--format', 'html');
    expect(filled).toMatchObject({ code: 3, stderr: expect.stringContaining('cannot be used with') });
  });
});
