import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownTo51 } from '../powershell/windows-powershell.js';
import { temporaryFolder } from '../support/command.js';
import { bytesOfExport, exportFolders, outcomeOf } from '../support/export-folders.js';
import { powershell } from '../support/powershell.js';
import { type Remediated, remediated } from '../support/remediation.js';

/** The plan; nothing for an export that is refused. */
const planFor = async (bytes: Uint8Array): Promise<Remediated | undefined> =>
  remediated({ exports: [bytes] }).catch((problem: unknown) => {
    // The diagnostics that refused the export.
    if (problem instanceof Error && problem.message.startsWith('[')) return undefined;
    throw problem;
  });

const folders = exportFolders();
const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);

describe.each(folders.filter(({ isAbsent }) => !isAbsent))('scripts for $path', (folder) => {
  const out = temporaryFolder();
  const scripts: string[] = [];

  it.each(folder.files)('%s: no line from what is in doubt', async (name, expected) => {
    const made = await planFor(bytesOfExport(folder, name));
    if (made === undefined) return expect(expected.expect).toMatch(/refused|not-pass/);
    const { host, remediation, script } = made;
    const [first] = host.evidence;
    expect(script).toMatch(/^[\x20-\x7e\n]*$/);
    if (remediation.changes.length > 0) {
      expect(outcomeOf(host)).toBe('open');
      expect([first?.strength, expected.strength ?? 'whole']).toEqual(['whole', 'whole']);
      expect(expected.expect).toMatch(/open|not-pass|read|whole/);
    }
    const open = host.judged?.reviews[0]?.connectors.filter(({ status }) => status === 'open').length;
    const told = remediation.withheld.filter(({ status }) => status === 'open').length;
    expect(remediation.changes.length + told).toBe(open);
    const file = join(out, `${scripts.length}.ps1`);
    writeFileSync(file, script);
    scripts.push(file);
  });

  it.skipIf('skip' in found)('Windows PowerShell 5.1 knows all of each', () => {
    expect(scripts.length).toBeGreaterThan(20);
    expect(unknownTo51('path' in found ? found.path : '', scripts)).toEqual([]);
  });
});
