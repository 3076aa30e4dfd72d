import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertFile } from '../../src/checklist/convert-file.js';
import { readChecklist } from '../../src/formats/read-checklist.js';
import { formatNames } from '../../src/model/format-names.js';
import { testTool } from '../support/checklists.js';
import { temporaryFolder } from '../support/command.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { client, really } from '../support/stig-manager.js';

/** What importers make of the checklists that ARF reports of scanners are converted to. */
const folder = temporaryFolder();
const lacksOpenscap = spawnSync('oscap', ['--version']).status !== 0;
if (lacksOpenscap) console.warn('skipped: oscap is not installed');

const names = ['nist-scap-1.2-arf-results.xml', 'nist-scap-1.4-arf-results.xml', 'openscap-1.3.7-firefox-arf.xml'];
const cases = names.flatMap((name) => formatNames.map((to) => [name, to] as const));

const convert = async (name: string, to: (typeof formatNames)[number]): Promise<string> => {
  const converted = await convertFile({
    file: readChecklist(readFileSync(sharedFile(`data/arf/${name}`)), name),
    to,
    stigIndex: to === 'xccdf' ? 0 : undefined,
    tool: testTool,
    cklbStrict: false,
    time: { value: '2026-01-31T12:00:00Z', given: false },
  });
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

  test.skipIf(lacksOpenscap).each(names)('%s as XCCDF is valid for OpenSCAP', async (name) => {
    const path = join(folder, name);
    writeFileSync(path, await convert(name, 'xccdf'));
    const { status, stderr } = spawnSync('oscap', ['xccdf', 'validate', path], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});
