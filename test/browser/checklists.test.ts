import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { byCommand } from './by-command.js';
import { chooseFiles, countOf, download, goTo, textOf, textsOf, typeInto, waitFor } from './controls.js';
import { inEachBrowser } from './session.js';

const folder = temporaryFolder();
const time = '2026-01-31T12:00:00Z';
const lastQuarter = 'samples/checklist/EDGE01-last-quarter.ckl';
const nextRelease = 'samples/benchmark/U_Example_Edge_Server_STIG_V1R2_Manual-xccdf.xml';
const written = 'samples/checklist/artifacts';
const codesIn = (text: string): string[] =>
  [...text.matchAll(/\[([a-z0-9-]+)\]$/gm)].map(([, code = '']) => code).sort();

inEachBrowser('checklists', ({ open, openWatched, downloads }) => {
  const contentOf = async (start: () => Promise<unknown>): Promise<string> =>
    Buffer.from((await download(downloads(), start)).bytes).toString('utf8');

  describe.each([lastQuarter, `${written}/EDGE01-last-quarter.cklb`, `${written}/EDGE01-last-quarter_results.xml`])(
    'convert %s',
    (path) => {
      it('writes what the command writes, in each format, and says as much', async () => {
        const page = await open();
        await goTo(page, 'convert');
        await typeInto(page, '#convert-time', time);
        await chooseFiles(page, '#convert-file', path);
        for (const format of ['ckl', 'cklb', 'xccdf']) {
          await page.select('#convert-to', format);
          const link = `#convert-downloads a[data-format="${format}"]`;
          await waitFor(page, link);
          const expected = byCommand(folder, [
            'convert',
            path,
            '--to',
            format,
            '--timestamp',
            time,
            '--verbose',
            '--out',
            `${format}.out`,
          ]);
          expect(expected.status, expected.stderr).toBe(0);
          expect(await contentOf(() => page.click(link)), format).toBe(expected.made[`${format}.out`]);
          const codes = await textsOf(page, '#convert-diagnostics li > code:last-child');
          expect(codes.sort(), format).toEqual(codesIn(expected.stderr));
        }
      });
    },
  );

  it.each([
    [lastQuarter, 'cklb'],
    [`${written}/EDGE01-last-quarter.cklb`, 'ckl'],
    [`${written}/EDGE01-last-quarter_results.xml`, 'ckl'],
  ])('converts %s to %s unasked, not to what it is', async (path, format) => {
    const page = await open();
    await goTo(page, 'convert');
    await chooseFiles(page, '#convert-file', path);
    await waitFor(page, `#convert-downloads a[data-format="${format}"]`);
    expect(await page.$eval('#convert-to', (field) => (field as HTMLSelectElement).value)).toBe(format);
  });

  it('takes texts from a benchmark, and refuses a time that is none', async () => {
    const page = await open();
    await goTo(page, 'convert');
    await chooseFiles(page, '#convert-file', `${written}/EDGE01-last-quarter_results.xml`);
    await chooseFiles(page, '#convert-benchmark', nextRelease);
    await typeInto(page, '#convert-time', 'yesterday');
    expect(await textOf(page, '#convert-time-error')).toContain('yesterday');
    expect(await countOf(page, '#convert-downloads')).toBe(0);
    await typeInto(page, '#convert-time', time);
    await waitFor(page, '#convert-downloads a');
    const args = ['convert', `${written}/EDGE01-last-quarter_results.xml`, '--to', 'ckl', '--benchmark', nextRelease];
    const { made } = byCommand(folder, [...args, '--timestamp', time, '--out', 'out.ckl']);
    expect(await contentOf(() => page.click('#convert-downloads a'))).toBe(made['out.ckl']);
  });

  it('updates to another release: the file and the report are those of the command', async () => {
    const { page, watch } = await openWatched();
    await goTo(page, 'update');
    await chooseFiles(page, '#update-file', lastQuarter);
    await chooseFiles(page, '#update-benchmark', nextRelease);
    await waitFor(page, '#update-downloads a');
    const name = 'EDGE01-last-quarter-updated.ckl';
    const report = 'EDGE01-last-quarter-updated-report.txt';
    const args = ['update', lastQuarter, '--benchmark', nextRelease, '--out', name, '--report', report];
    const expected = byCommand(folder, args);
    expect(await contentOf(() => page.click('#update-downloads a[data-format="ckl"]'))).toBe(expected.made[name]);
    expect(await contentOf(() => page.click('#update-downloads a[data-format="txt"]'))).toBe(expected.made[report]);
    expect(await countOf(page, '#update-rules tbody tr')).toBe(3);
    expect((await textsOf(page, '#update-diagnostics li > code:last-child')).sort()).toEqual(codesIn(expected.stderr));
    expect((await watch.announced()).at(-1)).toContain('3 rules carried');

    await page.click('#update-reset');
    await expect.poll(() => textsOf(page, '#update-rules tbody')).not.toEqual([]);
    const reset = byCommand(folder, [...args, '--reset-changed']);
    expect(await contentOf(() => page.click('#update-downloads a[data-format="ckl"]'))).toBe(reset.made[name]);
    expect(reset.made[name]).not.toBe(expected.made[name]);
  });

  it('merges two checklists: what differs is shown, and the file and the report are those of the command', async () => {
    const other = join(folder, 'other.ckl');
    writeFileSync(other, readFileSync(lastQuarter, 'utf8').replace('>Open<', '>NotAFinding<'));
    const { page, watch } = await openWatched();
    await goTo(page, 'combine');
    await chooseFiles(page, '#combine-files', lastQuarter, other);
    await waitFor(page, '#combine-conflicts');
    expect(await textsOf(page, '#combine-conflicts tbody td')).toEqual([
      'EDGE01-last-quarter.ckl: open; other.ckl: not_a_finding',
      'none',
    ]);
    expect(await countOf(page, '#combine-downloads a')).toBe(0);
    await page.select('#combine-prefer', 'worst');
    await waitFor(page, '#combine-downloads a');
    const name = 'EDGE01-last-quarter-merged.ckl';
    const report = 'EDGE01-last-quarter-merged-report.txt';
    const args = ['merge', lastQuarter, other, '--prefer', 'worst', '--out', name, '--report', report];
    const expected = byCommand(folder, args);
    expect(await contentOf(() => page.click('#combine-downloads a[data-format="ckl"]'))).toBe(expected.made[name]);
    expect(await contentOf(() => page.click('#combine-downloads a[data-format="txt"]'))).toBe(expected.made[report]);
    expect((await watch.announced()).at(-1)).toContain('1 rule answered differently');
  });

  it('compares two checklists, difference by difference', async () => {
    const { page, watch } = await openWatched();
    await goTo(page, 'compare');
    await chooseFiles(page, '#compare-old', lastQuarter);
    await chooseFiles(page, '#compare-new', `${written}/EDGE01-V1R2.ckl`);
    await waitFor(page, '#differences');
    const table = command(['diff', lastQuarter, `${written}/EDGE01-V1R2.ckl`]).stdout.split('\n\n')[0] ?? '';
    const expected = table
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/ {2,}/).slice(0, 2).join(': '));
    const rows = await page.evaluate(() =>
      Array.from(document.querySelectorAll('#differences tbody tr'), (row) =>
        Array.from(row.children, (cell) => cell.textContent ?? '')
          .slice(0, 2)
          .join(': '),
      ),
    );
    // The command cuts what its table has no room for.
    const whole = rows.map((row, i) => (expected[i]?.includes('…: ') ? row.replace(/^(.{13})[^:]*/, '$1…') : row));
    expect(whole).toEqual(expected);
    expect((await watch.announced()).at(-1)).toBe(`${expected.length} differences.`);
    await chooseFiles(page, '#compare-new', lastQuarter);
    await expect.poll(() => textOf(page, '#compare-result')).toContain('No difference.');
  });

  it('validates several files, and says what each importer would do', async () => {
    const broken = join(folder, 'broken.cklb');
    writeFileSync(broken, '{"title": "x", "stigs": [{}], "cklb_version": "1.0"}');
    const paths = [lastQuarter, `${written}/EDGE01-last-quarter_results.xml`, broken];
    const page = await open();
    await goTo(page, 'validate');
    await chooseFiles(page, '#validate-files', ...paths);
    await waitFor(page, 'article[data-file]');
    expect(await countOf(page, 'article[data-file]')).toBe(paths.length);
    const { files } = JSON.parse(command(['validate', ...paths, '--json']).stdout) as {
      files: {
        path: string;
        format?: string;
        notReadBy: string[];
        diagnostics: { code: string; importer?: string }[];
      }[];
    };
    for (const { path, format, notReadBy, diagnostics } of files) {
      const article = `article[data-file="${path.split('/').at(-1)}"]`;
      expect((await textsOf(page, `${article} li > code:last-child`)).sort()).toEqual(
        diagnostics.map(({ code }) => code).sort(),
      );
      const importers = await textsOf(page, `${article} [data-importer]`);
      expect(importers).toHaveLength(format === undefined ? 0 : 4);
      expect(importers.filter((text) => text.includes('does not read'))).toHaveLength(notReadBy.length);
    }
    expect(files.flatMap(({ diagnostics }) => diagnostics).length).toBeGreaterThan(0);
  });
});
