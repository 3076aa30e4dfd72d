import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mix, randomOf } from '../fuzz/random.js';
import { powershell, runPowerShell } from '../support/powershell.js';
import { runCommand } from '../support/run.js';
import { sharedFile } from '../support/shared.js';
import { randomFleet } from './fleet.js';
import { unknownTo51 } from './windows-powershell.js';
import { lacksPowerShell } from './write.js';

const seed = Number(process.env['SEED'] ?? 1);
const collector = fileURLToPath(new URL('../../powershell/Export-StigEvidence.ps1', import.meta.url));
const cases = Array.from({ length: 200 }, (_, index) => {
  const random = randomOf(mix(seed, index));
  return {
    name: `c${index}`,
    fleet: randomFleet(random, random.pick([0, 1, 1, 2, 2, 3, 5]), false),
    objects: random.pick(['typed', 'deserialised']),
    zip: random.chance(0.3),
    problem: index % 20 === 7 ? 'error' : index % 20 === 8 ? 'warning' : null,
  };
});

const lacking = lacksPowerShell();
if (lacking !== undefined) console.warn(`skipped: ${lacking}`);

interface Summary {
  readonly hosts: readonly {
    readonly collections: readonly { readonly commands: readonly { readonly count: number }[] }[];
    readonly results: readonly {
      readonly status: string;
      readonly connectors: readonly { readonly status: string; readonly name: string }[];
    }[];
  }[];
  readonly diagnostics: readonly { readonly code: string }[];
}

describe.skipIf(lacking !== undefined)(`what the collector saves, seed ${seed}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-stig-collector-'));
  const run = (...args: readonly string[]) => {
    const found = powershell();
    if ('skip' in found) throw new Error(found.skip);
    return runPowerShell(found.path, args, { cwd: folder });
  };
  const stub = fileURLToPath(sharedFile('powershell/exchange-stub.psm1'));

  beforeAll(() => {
    const plan = join(folder, 'plan.json');
    writeFileSync(plan, JSON.stringify(cases));
    const script = fileURLToPath(new URL('collect.ps1', import.meta.url));
    const { status, stderr } = run(
      '-File',
      script,
      '-Stub',
      stub,
      '-Collector',
      collector,
      '-Plan',
      plan,
      '-Folder',
      folder,
    );
    expect([status, stderr]).toEqual([0, '']);
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const evaluate = async (path: string) => {
    const out = mkdtempSync(join(folder, 'out-'));
    const args = [
      'evaluate',
      path,
      '--host',
      'EDGE01',
      '--out-dir',
      out,
      '--timestamp',
      '2030-01-01T00:00:00Z',
      '--json',
    ];
    const { stdout } = await runCommand(args);
    return JSON.parse(stdout) as Summary;
  };

  test.each(cases)(
    '$name: the verdict of the folder is that of the piped export',
    async ({ name, fleet, zip, problem }) => {
      const path = join(folder, name);
      // The host that runs the tests is no EDGE01: its own name is said.
      const record = JSON.parse(readFileSync(join(path, 'collection.json'), 'utf8')) as { host: { name: string } };
      record.host.name = 'EDGE01';
      writeFileSync(join(path, 'collection.json'), JSON.stringify(record));
      const [collected, piped] = [await evaluate(path), await evaluate(`${path}.piped.xml`)];
      const [one, other] = [collected, piped].map(({ hosts }) => hosts[0]?.results[0]);
      expect(collected.hosts[0]?.collections[0]?.commands.map(({ count }) => count)).toEqual([fleet.length, 1]);
      const said = (result: typeof one) => result?.connectors.map(({ name: of, status }) => `${status} ${of}`);
      expect(said(one)).toEqual(said(other));
      const withheld = problem === 'error' && other?.status === 'not_a_finding';
      expect(one?.status).toBe(withheld ? 'not_reviewed' : other?.status);
      const codes = collected.diagnostics.map(({ code }) => code);
      expect(codes.filter((code) => code.startsWith('collection-command'))).toEqual(
        problem === null ? [] : [problem === 'error' ? 'collection-command-failed' : 'collection-command-warned'],
      );
      expect(codes.filter((code) => /differs|unusable|missing$/.test(code))).toEqual([]);
      expect(readdirSync(folder).includes(`${name}.zip`)).toBe(zip);
    },
  );

  test('no file holds a credential or serialized data, and collection.json is what its schema describes', () => {
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/collection.schema.json', 'utf8')),
    );
    const canary = [
      /CANARY/,
      /SerializationData/,
      /N="AuthenticationCredential"/,
      new RegExp(Buffer.from('CANARY-SERIALIZED').toString('base64').slice(0, 20)),
    ];
    for (const { name } of cases)
      for (const file of readdirSync(join(folder, name))) {
        const text = readFileSync(join(folder, name, file), 'utf8');
        if (file === 'collection.json') expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
        else for (const pattern of canary) expect(text).not.toMatch(pattern);
      }
  });

  test('-WhatIf shows what would be written and writes nothing', () => {
    const path = join(folder, 'nothing');
    const { status, stdout } = run(
      '-Command',
      `Import-Module '${stub}'; & '${collector}' -WhatIf -OutputPath '${path}'`,
    );
    expect([status, stdout.match(/What if/g)?.length]).toEqual([0, 3]);
    expect(readdirSync(folder)).not.toContain('nothing');
  });

  test('without the cmdlet it says where to run it and which right it needs, and writes nothing', () => {
    const { status, stderr } = run('-File', collector, '-OutputPath', join(folder, 'nothing'));
    expect(status).not.toBe(0);
    expect(stderr.replace(/\s*\n\s*\|?\s*/g, ' ')).toMatch(
      /Exchange Management Shell.*View-Only Organization Management.*Administrators/,
    );
    expect(readdirSync(folder)).not.toContain('nothing');
  });

  test('it does not write into a folder that holds files', () => {
    const { status, stderr } = run(
      '-Command',
      `Import-Module '${stub}'; & '${collector}' -OutputPath '${join(folder, 'c0')}'`,
    );
    expect([status !== 0, /already holds files/.test(stderr)]).toEqual([true, true]);
  });

  test('it is known to Windows PowerShell 5.1, and plain ASCII', () => {
    const found = powershell();
    expect(unknownTo51('path' in found ? found.path : '', [collector])).toEqual([]);
    expect(readFileSync(collector, 'latin1')).toMatch(/^[\t\n\x20-\x7e]*$/);
  });

  test('its help names the rights and the execution policies', () => {
    const { stdout } = run('-Command', `Get-Help '${collector}' -Full | Out-String -Width 200`);
    for (const words of ['View-Only Organization Management', 'AllSigned', 'Unblock-File', 'EXAMPLE'])
      expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/Bypass/i);
  });
});
