import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/export-diff.schema.json', 'utf8')),
);
const header =
  'Name,Identity,Guid,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts,AddressSpaces';
const csv = (name: string, secure: string): string =>
  `${header}\r\n${name},${name},11111111-2222-4333-8444-555555555501,True,${secure},True,,,True,False,,SMTP:example.mil;1\r\n`;
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const good = write('good.csv', csv('Partners', 'True'));
const bad = write('bad.csv', csv('=Partners\u202e', 'False'));
const lacking = write('lacking.csv', csv('Partners', 'True').replace('TlsDomain', 'Other'));
const checklist = 'samples/checklist/EDGE01-last-quarter.ckl';
const diff = (...args: readonly string[]) => runCommand(['diff', ...args]);
const told = (stdout: string) => {
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return document;
};

describe('diff of two exports', () => {
  it('shows what changed, in words that a terminal does not act on', async () => {
    const { code, stdout, stderr } = await diff(good, bad);
    expect(code, stderr).toBe(1);
    expect(stdout).toMatch(/^=Partners\\u\{202E\} +DomainSecureEnabled +True +False$/m);
    expect(stdout).toMatch(/^=Partners\\u\{202E\} +V-259594 domain-secure +true +false$/m);
    expect(stdout).toContain('connectors: 1 changed, 0 added, 0 removed, 0 the same, 0 not known\n');
  });

  it('ends with 0, 1, 2 or 3, and says the same in JSON', async () => {
    const cases = [
      [good, good, 0, 'same'],
      [good, bad, 1, 'different'],
      [good, lacking, 2, 'cannot-tell'],
      [good, join(folder, 'nothing.csv'), 3, null],
    ] as const;
    for (const [old, now, code, answer] of cases) {
      const ran = await diff(old, now, '--json');
      expect([ran.code, told(ran.stdout).answer]).toEqual([code, answer]);
      expect(told(ran.stdout).kind).toBe('exports');
      expect((await diff(old, now, '--quiet')).code).toBe(code);
    }
  });

  it('says apart what cannot be compared', async () => {
    const { stdout } = await diff(good, lacking);
    expect(stdout).toMatch(/^cannot be compared:$/m);
    expect(stdout).toMatch(/^Partners +TlsDomain +\(not set\) .*not in the new export$/m);
  });

  it('compares the clauses of the rules that --rules names', async () => {
    const { rules, hosts } = told((await diff(good, bad, '--json', '--rules', 'all')).stdout);
    expect(rules.length).toBeGreaterThan(20);
    expect(hosts[0].connectors[0].clauses.length).toBeGreaterThan(1);
  });

  it('writes CSV in which no cell is a formula', async () => {
    const { code, stdout } = await diff(good, bad, '--csv');
    const rows = stdout.trimEnd().split('\r\n');
    expect([code, rows[0]]).toEqual([1, 'Host,Connector,Guid,Answer,What,Old,New,Why']);
    expect(rows.at(-1)).toMatch(/^,'=Partners\\u\{202E\},11111111-.*,different,V-259594 domain-secure,true,false,$/);
  });

  it.each([
    [[good, checklist], 'is an export and'],
    [[checklist, good], 'is a checklist and'],
    [[folder, good], 'is a folder and'],
    [[checklist, checklist, '--csv'], '--csv needs two exports'],
    [[checklist, checklist, '--rules', 'all'], '--rules needs two exports'],
    [[good, good, '--csv', '--json'], 'standard output'],
  ])('%j is a usage error', async (args, words) => {
    const { code, stderr } = await diff(...args);
    expect([code, stderr]).toEqual([3, expect.stringContaining(words)]);
  });
});

describe('diff of two fleets', () => {
  const fleets = (name: string, hosts: Readonly<Record<string, string>>): string => {
    for (const [host, text] of Object.entries(hosts)) write(`${name}/${host}/send-connectors.csv`, text);
    return join(folder, name);
  };
  const old = fleets('old', { EDGE01: csv('A', 'True'), EDGE02: csv('A', 'True'), EDGE03: csv('A', 'True') });
  const now = fleets('new', { edge01: csv('A', 'False'), EDGE02: csv('A', 'True'), EDGE04: csv('A', 'True') });

  it('names the hosts that were added, removed and changed', async () => {
    const { code, stdout } = await diff(old, now);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^EDGE01 +A +DomainSecureEnabled +True +False$/m);
    expect(stdout).toMatch(/^EDGE03 +host removed$/m);
    expect(stdout).toMatch(/^EDGE04 +host added$/m);
    expect(stdout).not.toContain('EDGE02');
    expect(stdout).toContain('hosts: 2 compared, 1 added, 1 removed, 0 refused\nconnectors: 1 changed');
    const { kind, hosts } = told((await diff(old, now, '--json')).stdout);
    expect([kind, hosts.map(({ answer }: { answer: string }) => answer)]).toEqual([
      'fleets',
      ['different', 'same', 'different', 'different'],
    ]);
    expect((await diff(old, now, '--csv')).stdout.split('\r\n')[1]).toBe(
      'EDGE01,A,11111111-2222-4333-8444-555555555501,different,DomainSecureEnabled,True,False,',
    );
    expect((await diff(old, old)).code).toBe(0);
  });

  it('ends with 3 where the exports of a host cannot be read, and compares the others', async () => {
    const broken = fleets('broken', {
      EDGE01: 'nothing of the kind',
      EDGE02: csv('A', 'False'),
      EDGE03: csv('A', 'True'),
    });
    const { code, stdout } = await diff(old, broken);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^EDGE01 +host +its exports cannot be read$/m);
    expect(stdout).toMatch(/^EDGE02 +A +DomainSecureEnabled/m);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect((await diff(old, empty, '--json')).code).toBe(3);
  });
});
