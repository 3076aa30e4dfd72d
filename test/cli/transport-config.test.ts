import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
let count = 0;
const edge = 'samples/compliant/send-connectors.clixml.xml';
const config = 'samples/site/EDGE01-transport-config.xml';
const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));
const newFolder = () => {
  const path = join(folder, String(count++));
  mkdirSync(path);
  return path;
};

const evaluate = async (...args: string[]) => {
  const out = newFolder();
  const given = ['evaluate', ...args, '--host', 'EDGE02', '--out-dir', out, '--json'];
  const { code, stdout } = await runCommand(given);
  const summary = JSON.parse(stdout);
  expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
  return { code, host: summary.hosts[0], summary, out };
};
const codesOf = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) => diagnostics.map(({ code }) => code);

describe('evaluate', () => {
  it.each([
    ['--transport-config', [edge, '--transport-config', config]],
    ['the exports', [edge, config]],
  ])('takes an export of Get-TransportConfig by %s', async (_, args) => {
    const { code, host, out } = await evaluate(...args, '--format', 'ckl,html');
    expect(code).toBe(0);
    expect(host.evidence).toHaveLength(1);
    expect(host.transportConfigs).toMatchObject([{ path: config, format: 'clixml', strength: 'whole', reasons: [] }]);
    expect(host.results[0].notes).toContain('send-domain-secure-list');
    for (const name of readdirSync(out))
      expect(readFileSync(join(out, name), 'utf8')).toContain(host.transportConfigs[0].sha256);
  });

  it('refuses the host where the file is something else, or is not there, and standard input', async () => {
    const wrong = await evaluate(edge, '--transport-config', edge);
    expect([wrong.code, wrong.host.refused]).toEqual([3, true]);
    expect(codesOf(wrong.summary)).toContain('not-a-transport-config');
    const missing = await evaluate(edge, '--transport-config', 'nothing.xml');
    expect([missing.code, missing.host.refused]).toEqual([3, true]);
    const { code, stderr } = await runCommand(['evaluate', edge, '--transport-config', '-']);
    expect(code).toBe(3);
    expect(stderr).toContain('--transport-config');
  });

  it('alone is refused by its name', async () => {
    const { code, summary } = await evaluate(config);
    expect(code).toBe(3);
    expect(codesOf(summary)).toContain('not-a-send-connector');
  });

  it('never overwrites it', async () => {
    const own = join(newFolder(), 'EDGE02_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl');
    copyFileSync(config, own);
    const before = readFileSync(own, 'utf8');
    const args = ['--transport-config', own, '--host', 'EDGE02', '--out-dir', join(own, '..'), '--force'];
    const { code } = await runCommand(['evaluate', edge, ...args]);
    expect(code).toBe(3);
    expect(readFileSync(own, 'utf8')).toBe(before);
  });
});

describe('batch', () => {
  const exports = newFolder();
  mkdirSync(join(exports, 'EDGE02'));
  copyFileSync(edge, join(exports, 'EDGE02', 'send-connectors.xml'));
  copyFileSync(config, join(exports, 'EDGE02', 'transport-config.xml'));
  const manifest = join(exports, '..', 'manifest.json');
  const own = join(exports, 'EDGE02');
  writeFileSync(
    manifest,
    JSON.stringify([
      { host: 'EDGE02', exports: [join(own, 'send-connectors.xml'), join(own, 'transport-config.xml')] },
    ]),
  );

  it.each([
    ['the folder of its host', exports],
    ['a manifest', manifest],
  ])('recognises it in %s', async (_, path) => {
    const out = newFolder();
    const { code, stdout } = await runCommand(['batch', path, '--out-dir', out, '--json', '--jobs', '1']);
    const summary = JSON.parse(stdout);
    expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
    expect(code).toBe(0);
    expect(existsSync(out)).toBe(true);
    expect(summary.hosts[0].transportConfigs).toMatchObject([{ strength: 'whole' }]);
    expect(summary.hosts[0].evidence).toHaveLength(1);
  });
});
