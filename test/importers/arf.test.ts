import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertFile } from '../../src/checklist/convert-file.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { formatNames } from '../../src/model/format-names.js';
import { testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { loadHdf } from '../support/hdf.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { client, really } from '../support/stig-manager.js';

/** What importers make of the checklists that ARF reports of scanners are converted to. */
const folder = temporaryFolder();
const lacksOpenscap = spawnSync('oscap', ['--version']).status !== 0;
if (lacksOpenscap) console.warn('skipped: oscap is not installed');

const names = ['nist-scap-1.2-arf-results.xml', 'nist-scap-1.4-arf-results.xml', 'openscap-1.3.7-firefox-arf.xml'];
const cases = names.flatMap((name) => formatNames.map((to) => [name, to] as const));

const convertTo = async (name: string, to: (typeof formatNames)[number]) =>
  convertFile({
    file: readChecklist(readFileSync(sharedFile(`data/arf/${name}`)), name),
    to,
    stigIndex: to === 'xccdf' ? 0 : undefined,
    tool: testTool,
    cklbStrict: false,
    time: { value: '2026-01-31T12:00:00Z', given: false },
  });

const convert = async (name: string, to: (typeof formatNames)[number]): Promise<string> => {
  const converted = await convertTo(name, to);
  if (!converted.ok) throw new Error(JSON.stringify(converted.diagnostics));
  return converted.value.file.text;
};

describe.skipIf(lacksShared('data/arf/index.json'))('ARF reports', () => {
  const index = (): Record<string, { readonly ruleResults: Record<string, number> }> =>
    JSON.parse(readFileSync(sharedFile('data/arf/index.json'), 'utf8'));

  test.skipIf(client === undefined).each(cases)('%s as %s has its counts in STIG Manager', async (name, to) => {
    const { refused, checklists } = really(to, await convert(name, to));
    const results = checklists.flatMap(({ reviews }) => reviews.map(({ result }) => result));
    const count = (word: string): number => results.filter((result) => result === word).length;
    // A rule that is not reviewed and has no comment is no review there.
    const { pass = 0, fail = 0, notapplicable = 0 } = index()[name]?.ruleResults ?? {};
    expect([refused, count('pass'), count('fail'), count('notapplicable')]).toEqual([false, pass, fail, notapplicable]);
  });

  const hdf = loadHdf();
  const shownBy = async (name: string, to: 'ckl' | 'xccdf') => hdf?.(to, await convert(name, to), `${name}.${to}`);

  test.skipIf(hdf === undefined).each(['ckl', 'xccdf'] as const)(
    "openscap-1.3.7-firefox-arf.xml as %s has its counts in MITRE's tools",
    async (to) => {
      const shown = await shownBy('openscap-1.3.7-firefox-arf.xml', to);
      if (shown === undefined || shown.refused !== undefined) throw new Error(shown?.refused);
      const count = (word: string): number => shown.controls.filter(({ status }) => status === word).length;
      expect([count('Not Applicable'), count('Not Reviewed'), shown.controls.length]).toEqual([33, 2, 35]);
    },
  );

  // Loss: rules of unknown severity. A CKL with one is refused; in XCCDF they are shown as not applicable, whatever their result.
  test.skipIf(hdf === undefined).each(names.slice(0, 2))('%s is not for MITRE tools, which is said', async (name) => {
    expect((await shownBy(name, 'ckl'))?.refused).toMatch(/severity/i);
    const converted = await convertTo(name, 'xccdf');
    expect(converted.diagnostics.map(({ code }) => code)).toContain('severity-unknown');
  });

  test.skipIf(lacksOpenscap).each(names)('%s as XCCDF is valid for OpenSCAP', async (name) => {
    const path = join(folder, name);
    writeFileSync(path, await convert(name, 'xccdf'));
    const { status, stderr } = spawnSync('oscap', ['xccdf', 'validate', path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
