import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { blocksOf, pages, textOf } from '../support/pages.js';
import { powershell, runPowerShell } from '../support/powershell.js';
import { runCommand } from '../support/run.js';

const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);
const root = temporaryFolder();
const sample = resolve('samples/edge/send-connectors.clixml.xml');

/** The cmdlets of Exchange that the blocks call: two hand over the samples, and nothing of the samples can be changed. */
const cmdlets = `
$ErrorActionPreference = 'Stop'
function Get-SendConnector { [CmdletBinding()] param() Import-Clixml '${sample}' }
function Set-SendConnector { [CmdletBinding()] param() throw 'nothing is to be set' }
function Get-TransportConfig { [CmdletBinding()] param() Import-Clixml '${resolve('samples/site/EDGE01-transport-config.xml')}' }
`;

/** Runs the PowerShell blocks of a page, one after the other, in a folder that holds what the page speaks of. */
const runBlocks = async (page: string) => {
  if ('skip' in found) throw new Error(found.skip);
  const folder = join(root, page.replaceAll('/', '-'));
  mkdirSync(folder);
  const files = ['powershell/Export-StigEvidence.ps1', 'powershell/Test-StigBundle.ps1'];
  for (const file of [...files, 'dist/exchange-stig.html', 'dist/exchange-stig.html.sha256'])
    cpSync(file, join(folder, file.replace(/^.*\//, '')));
  const host = [sample, '--host', 'EDGE01', '--quiet'];
  await runCommand(['evaluate', ...host, '--out-dir', folder, '--bundle', join(folder, 'edge01-bundle.zip')]);
  await runCommand(['remediate', ...host, '--out', join(folder, 'EDGE01-remediate.ps1')]);
  const blocks = blocksOf(textOf(page)).filter(({ language }) => language === 'powershell');
  writeFileSync(join(folder, 'blocks.ps1'), [cmdlets, ...blocks.map(({ text }) => text)].join('\n'));
  return { folder, ...runPowerShell(found.path, ['-File', join(folder, 'blocks.ps1')], { cwd: folder }) };
};

describe.skipIf('skip' in found)('the PowerShell blocks', () => {
  it.each(pages.filter((page) => page !== 'README.md' && textOf(page).includes('```powershell\n')))(
    'of %s run without an error',
    async (page) => {
      const { status, stdout, stderr } = await runBlocks(page);
      expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    },
  );

  it('of README.md run without an error, and every export that they write is whole', async () => {
    const { folder, status, stdout, stderr } = await runBlocks('README.md');
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
    const collected = ['EDGE01-stig-evidence', 'EDGE01-stig-evidence.zip'];
    for (const name of ['send-connectors.xml', 'send-connectors.csv', ...collected]) {
      const out = ['--out-dir', join(folder, `from-${name}`), '--timestamp', new Date().toISOString(), '--json'];
      const { code, stdout: json } = await runCommand(['evaluate', join(folder, name), '--host', 'EDGE01', ...out]);
      expect(code, `${name}\n${json}`).toBe(1);
      const [host] = JSON.parse(json).hosts;
      expect(
        host.evidence.map(({ strength }: { strength: string }) => strength),
        name,
      ).toEqual(['whole']);
    }
  });
});
