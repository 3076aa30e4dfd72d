import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);
const edge = 'samples/edge/send-connectors.clixml.xml';
const schema = JSON.parse(readFileSync('schemas/remediate.schema.json', 'utf8'));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const failing = at('failing.csv');
writeFileSync(
  failing,
  [
    'Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts,AddressSpaces',
    'Partners,Partners,11111111-2222-4333-8444-555555555501,True,False,True,,,True,False,,SMTP:example.mil;1',
    'Relay,Relay,11111111-2222-4333-8444-555555555502,True,False,False,,,True,False,[192.0.2.7],SMTP:*;1',
    '',
  ].join('\r\n'),
);

describe('remediate', () => {
  it('writes the script and the spreadsheet, and says what they have', async () => {
    const [out, poam] = [at('a.ps1'), at('a.csv')];
    const args = ['remediate', failing, '--host', 'EDGE01', '--out', out, '--poam', poam];
    const { code, stdout, stderr } = await runCommand(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('EDGE01: the script changes 1 send connector for V-259594');
    expect(stdout).toMatch(/^CHANGES +Partners +V-259594 +DomainSecureEnabled False -> True$/m);
    const script = readFileSync(out, 'utf8');
    expect(script).toContain(
      "Set-SendConnector -Identity '11111111-2222-4333-8444-555555555501' -DomainSecureEnabled $true",
    );
    expect(script).not.toContain("Set-SendConnector -Identity '11111111-2222-4333-8444-555555555502'");
    const rows = readFileSync(poam, 'utf8').trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',')[5])).toEqual(['Group ID', 'V-259594', 'V-259639']);
  });

  it('gives the same bytes again, and a JSON document as its schema says', async () => {
    const args = ['remediate', failing, '--host', 'EDGE01', '--json'];
    const [first, second] = [
      await runCommand([...args, '--out', at('b1.ps1')]),
      await runCommand([...args, '--out', at('b2.ps1')]),
    ];
    expect(readFileSync(at('b1.ps1'), 'utf8')).toBe(readFileSync(at('b2.ps1'), 'utf8'));
    const told = JSON.parse(first.stdout);
    expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    expect(told.outputs[0].sha256).toBe(JSON.parse(second.stdout).outputs[0].sha256);
    expect(told.changes[0]).toMatchObject({
      connector: { name: 'Partners' },
      values: [{ property: 'DomainSecureEnabled', judged: 'False', fixed: 'True' }],
      opens: [{ vulnId: 'V-259639', kind: 'keeps-open' }],
    });
    expect(told.withheld.map(({ code }: { code: string }) => code)).toEqual(['exchange-refuses']);
  });

  it('writes the script to standard output', async () => {
    const { code, stdout } = await runCommand(['remediate', edge, '--host', 'EDGE01', '--out', '-']);
    expect([code, stdout.startsWith('<#\n.SYNOPSIS\n'), stdout.includes('$changes = @()')]).toEqual([0, true, true]);
  });

  it('writes nothing where the export is refused, a file is there already, or an input would be overwritten', async () => {
    const out = at('c.ps1');
    const refused = await runCommand(['remediate', 'README.md', '--host', 'EDGE01', '--out', out, '--json']);
    expect([refused.code, existsSync(out)]).toEqual([3, false]);
    expect(validate(JSON.parse(refused.stdout)), JSON.stringify(validate.errors)).toBe(true);
    writeFileSync(out, 'mine');
    const poam = at('c.csv');
    const there = await runCommand(['remediate', failing, '--host', 'EDGE01', '--out', out, '--poam', poam]);
    expect([there.code, readFileSync(out, 'utf8'), existsSync(poam)]).toEqual([3, 'mine', false]);
    const over = await runCommand(['remediate', failing, '--host', 'EDGE01', '--out', failing, '--force']);
    expect([over.code, readFileSync(failing, 'utf8').startsWith('Name,')]).toEqual([3, true]);
  });

  it.each([
    [['-', '-', '--out', 'x.ps1'], 'only once'],
    [[edge, '--out', '-', '--json'], 'standard output'],
    [[edge, '--out', 'x.ps1', '--poam', '-'], '--poam: expected a file, not standard output (-)'],
    [[edge, '--out', 'x.ps1', '--site', '-'], '--site: expected a file, not standard input (-)'],
    [[edge], '--out'],
  ])('%j is a usage error', async (args, words) => {
    const { code, stderr } = await runCommand(['remediate', ...args]);
    expect([code, stderr]).toEqual([3, expect.stringContaining(words)]);
  });
});
