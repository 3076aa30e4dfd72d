import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleBytes, sampleRun } from '../support/bundle.js';
import { utf8 } from '../support/collection.js';
import { powershell, runPowerShell } from '../support/powershell.js';
import { unknownTo51 } from './windows-powershell.js';

const script = fileURLToPath(new URL('../../powershell/Test-StigBundle.ps1', import.meta.url));
const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);

describe.skipIf('skip' in found)('Test-StigBundle.ps1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-test-bundle-'));
  const path = 'path' in found ? found.path : '';
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return runPowerShell(path, ['-File', script, '-Path', join(folder, name)]);
  };
  const changed = async (change: (all: Record<string, Uint8Array>) => unknown): Promise<Uint8Array> => {
    const all = unzipSync(await bundleBytes(sampleRun()));
    change(all);
    return zipSync(all);
  };
  const csv = 'exports/1-send-connectors.csv';

  test('accepts a bundle', async () => {
    const { status, stdout } = check('good.zip', await bundleBytes(sampleRun()));
    expect([status, stdout]).toEqual([0, expect.stringContaining('not signed')]);
  });

  test.each([
    ['changed', (all: Record<string, Uint8Array>) => Object.assign(all, { [csv]: utf8('x') }), `${csv} was changed`],
    ['removed', (all: Record<string, Uint8Array>) => Reflect.deleteProperty(all, csv), `${csv} was removed`],
    ['added', (all: Record<string, Uint8Array>) => Object.assign(all, { 'a.txt': utf8('x') }), 'a.txt was added'],
  ])('names what was %s', async (what, change, words) => {
    const { status, stdout } = check(`${what}.zip`, await changed(change));
    expect([status, stdout]).toEqual([1, expect.stringContaining(words)]);
  });

  test('says in one line what cannot be read', async () => {
    for (const [name, bytes] of [
      ['text.zip', utf8('text')],
      ['none.zip', await changed((all) => Reflect.deleteProperty(all, 'SHA256SUMS'))],
    ] as const) {
      const { status, stderr } = check(name, bytes);
      expect([status, stderr.trim().split('\n').length]).toEqual([3, 1]);
    }
  });

  test('is at most a hundred lines, plain ASCII, and known to Windows PowerShell 5.1', () => {
    const text = readFileSync(script, 'latin1');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
    expect(text).toMatch(/^[\t\n\x20-\x7e]*$/);
    expect(unknownTo51(path, [script])).toEqual([]);
  });
});
