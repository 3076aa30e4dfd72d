import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mix, type Random, randomOf } from '../fuzz/random.js';
import { powershell, runPowerShell } from '../support/powershell.js';
import { type Given, type Remediated, remediated } from '../support/remediation.js';
import type { Connector } from './fleet.js';
import { unknownTo51 } from './windows-powershell.js';

/** SEED=n gives other fleets; KEEP=folder leaves them there. */
const seed = Number(process.env['SEED'] ?? 1);
const keep = process.env['KEEP'];
const count = 200;

const found = powershell();
if ('skip' in found) console.warn(`skipped: ${found.skip}`);
const path = 'path' in found ? found.path : '';

const hostile = [
  "O'Hare",
  "'; $global:pwned = 1; '",
  '"; $global:pwned = 1; "',
  '$($global:pwned = 1)',
  '`$($global:pwned = 1)`n',
  '\u2019; $global:pwned = 1; \u2018',
  '\u201a\u201b\u201c\u201d\u201e',
  'two\nlines\n$global:pwned = 1',
  '#> $global:pwned = 1 <#',
  '\u202eright to left\u202c',
  '\u200fmark',
  "@(1) @'",
  '# SIG # Begin signature block',
  'star*',
  '[a-z]?',
  'EDGE01\\To Internet',
  'Größe 東京 🙂',
  '11111111-2222-4333-8444-555555555555',
  '{0} %s $_ $null',
  '-WhatIf',
  'tab\tand  blanks',
] as const;

const ruleSets: readonly [Chosen, ...Chosen[]] = [
  { rules: undefined },
  { rules: undefined },
  { rules: ['EX19-ED-000098', 'EX19-ED-000110'] },
  { rules: ['EX19-ED-000232'] },
  { rules: ['EX19-ED-000232', 'EX19-ED-000115', 'EX19-ED-000110'] },
  { rules: ['EX19-ED-000098', 'EX19-ED-000232'] },
  { rules: ['EX16-ED-000170:1', 'EX16-ED-000690:1'] },
  { rules: ['EX19-MB-000233', 'EX19-MB-000128', 'EX19-MB-000132'] },
  { rules: ['EX13-MB-000120', 'EX13-MB-000230'] },
  { rules: ['EX19-ED-000236', 'EX19-ED-000095', 'EX19-ED-000110'] },
];
interface Chosen {
  readonly rules: readonly string[] | undefined;
}

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => random.int(16).toString(16)).join('');

/** A connector in a state that Exchange saves. */
const genuine = (random: Random, i: number): Connector => {
  const isEdgeSync = random.chance(0.1);
  const SmartHosts = isEdgeSync
    ? ['--']
    : random.chance(0.3)
      ? ['[192.0.2.7]', 'relay.example.mil'].slice(random.int(2))
      : [];
  const DomainSecureEnabled = SmartHosts.length === 0 && random.chance(0.3);
  const RequireTLS = random.chance(0.6);
  const level =
    DomainSecureEnabled || !RequireTLS
      ? null
      : random.pick([null, null, 'EncryptionOnly', 'CertificateValidation', 'DomainValidation']);
  const needsDomain = level === 'DomainValidation' && SmartHosts.length > 0;
  return {
    Name: isEdgeSync
      ? `EdgeSync - Inbound to Site ${i}`
      : `${random.chance(0.5) ? random.pick(hostile) : 'Partner mail'} ${i}`,
    Guid: `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
    Enabled: random.chance(0.8),
    DomainSecureEnabled,
    RequireTLS,
    IgnoreSTARTTLS: !DomainSecureEnabled && !RequireTLS && random.chance(0.4),
    TlsAuthLevel: level,
    TlsDomain: needsDomain || (level === 'DomainValidation' && random.chance(0.3)) ? 'mail.partner.example.mil' : null,
    SmartHosts,
    AddressSpaces: random.chance(0.3) ? ['SMTP:*;1'] : [`SMTP:part${i}.example.mil;1`],
    Comment: '',
    Fqdn: null,
    MaxMessageSize: random.pick(['36700160', 'Unlimited', '10485760']),
    ConnectionInactivityTimeOut: random.pick(['00:10:00', '00:09:30', '1.00:00:00']),
  };
};

const siteOf = (fleet: readonly Connector[], random: Random): object => ({
  statedBy: 'Robin Moore, ISSO',
  statedOn: '2026-01-20',
  hosts: ['EDGE01'],
  edsp: { title: 'EDSP', version: '3.1', reviewedOn: '2026-01-15' },
  maxSendSize: { configured: '10 MB', documented: '10 MB' },
  internalSmtpDomains: ['example.mil'],
  notInternetFacing: fleet
    .filter(() => random.chance(0.7))
    .map(({ Guid, AddressSpaces, SmartHosts }) => ({
      connector: Guid,
      reason: 'inside',
      values: { AddressSpaces, SmartHosts },
    })),
  validationMethod: fleet.map(({ Guid }) => ({
    connector: Guid,
    method: random.pick(['DomainValidation', 'DomainSecureEnabled']),
  })),
});

interface Case {
  readonly id: string;
  readonly fleet: readonly Connector[];
  readonly hasGuids: boolean;
  readonly isRemote: boolean;
  readonly given: Omit<Given, 'exports'>;
}

const caseOf = (i: number): Case => {
  const random = randomOf(mix(seed, i));
  const fleet = Array.from({ length: 1 + random.int(6) }, (_, n) => genuine(random, n + 1));
  const { rules } = random.pick(ruleSets);
  return {
    id: String(i).padStart(3, '0'),
    fleet,
    hasGuids: random.chance(0.75),
    isRemote: random.chance(0.4),
    given: { rules, site: random.chance(0.7) ? siteOf(fleet, random) : undefined },
  };
};

type Snapshot = readonly Readonly<Record<string, string>>[];
interface Invoked {
  readonly results: readonly {
    readonly Connector: string;
    readonly Guid: string;
    readonly Result: string;
    readonly Detail: string;
  }[];
  readonly errors: readonly string[];
  readonly calls: number;
  readonly snapshot: Snapshot;
  readonly log?: boolean;
}
interface Told {
  readonly before: Snapshot;
  readonly pwned: string;
  readonly whatIf: Invoked;
  readonly first: Invoked;
  readonly second: Invoked;
  readonly previewed: Invoked;
  readonly rollback: Invoked;
  readonly rolledBack: Invoked;
  /** How often it set something where the log could not be written. */
  readonly noLog?: number | string;
  readonly tampered?: Invoked;
  readonly tamperedBack?: Invoked;
}

const cases = Array.from({ length: count }, (_, i) => caseOf(i));
const planned = new Map<string, Remediated>();

/** The change of a case by the connector's place in the fleet. */
const changesOf = ({ id, fleet }: Case) =>
  (planned.get(id)?.remediation.changes ?? []).map((change) => {
    const { guid, name } = change.connector;
    const at = fleet.findIndex((one) => (guid === undefined ? one.Name === name : one.Guid === guid));
    return { change, at };
  });

/** A value that neither was judged nor is the new one, for the first connector that is changed. */
const tamperOf = (one: Case) => {
  const [first] = changesOf(one);
  if (first === undefined) return undefined;
  const { values, unchanged } = first.change;
  const names = [...values, ...unchanged].map(({ property }) => property);
  const [property, value] = names.includes('TlsDomain')
    ? ['TlsDomain', 'changed.example.mil']
    : names.includes('MaxMessageSize')
      ? ['MaxMessageSize', '1048576']
      : ['ConnectionInactivityTimeOut', '00:07:00'];
  return { guid: one.fleet[first.at]?.Guid, property, value };
};

describe.skipIf('skip' in found)(`scripts of remediate against a server, seed ${seed}`, () => {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'exchange-stig-remediate-'));
  const fleets = fileURLToPath(new URL('remediate-fleets.ps1', import.meta.url));
  const at = (name: string): string => join(folder, name);
  const told = ({ id }: Case): Told => JSON.parse(readFileSync(at(`${id}.told.json`), 'utf8'));
  const play = (phase: string, plan: readonly object[]): void => {
    writeFileSync(at('plan.json'), JSON.stringify(plan));
    const { status, stdout, stderr } = runPowerShell(path, ['-File', fleets, '-Folder', folder, '-Phase', phase], {
      cwd: folder,
    });
    if (status !== 0 || stderr !== '') throw new Error(`PowerShell ended with ${status}: ${stdout}${stderr}`);
  };

  beforeAll(async () => {
    play('Export', cases);
    for (const { id, given } of cases) {
      const made = await remediated({ ...given, exports: [readFileSync(at(`${id}.before.xml`))] });
      planned.set(id, made);
      writeFileSync(at(`${id}.ps1`), made.script);
    }
    play(
      'Run',
      cases.map((one) => ({ ...one, tamper: tamperOf(one) })),
    );
  }, 900_000);

  afterAll(() => {
    if (keep === undefined) rmSync(folder, { recursive: true });
  });

  test('there is enough to see', () => {
    const changes = cases.flatMap(changesOf);
    const codes = [...planned.values()].flatMap(({ remediation }) => remediation.withheld.map(({ code }) => code));
    const has = (name: string): number =>
      changes.filter(({ change }) => change.values.some((v) => v.property === name)).length;
    expect(changes.length).toBeGreaterThan(150);
    expect(changes.filter(({ change }) => change.connector.guid === undefined).length).toBeGreaterThan(20);
    for (const name of [
      'DomainSecureEnabled',
      'IgnoreSTARTTLS',
      'RequireTLS',
      'TlsAuthLevel',
      'TlsDomain',
      'ConnectionInactivityTimeOut',
      'MaxMessageSize',
    ])
      expect(has(name), name).toBeGreaterThan(3);
    for (const code of ['edge-sync', 'exchange-refuses', 'rules-conflict', 'site-decides'])
      expect(codes.filter((one) => one === code).length, code).toBeGreaterThan(3);
    expect(codes).not.toContain('evidence-in-doubt');
    expect(cases.every((one) => changesOf(one).every((change) => change.at >= 0))).toBe(true);
  });

  test('Windows PowerShell 5.1 knows all of each script', () => {
    expect(
      unknownTo51(
        path,
        cases.map(({ id }) => at(`${id}.ps1`)),
      ),
    ).toEqual([]);
  });

  test('a connector is changed exactly where Exchange saves domain security beside its other values', () => {
    for (const one of cases.filter(({ given }) => given.rules === undefined)) {
      const expected = one.fleet.flatMap(({ DomainSecureEnabled, SmartHosts, TlsAuthLevel }, i) =>
        !DomainSecureEnabled && SmartHosts.length === 0 && TlsAuthLevel === null ? [i] : [],
      );
      expect(
        changesOf(one).map((change) => change.at),
        one.id,
      ).toEqual(expected);
    }
  });

  describe.each(cases.map((one) => [one.id, one] as const))('fleet %s', (id, one) => {
    const applied = (before: Snapshot): Snapshot => {
      const after = before.map((connector) => ({ ...connector }));
      for (const { change, at: i } of changesOf(one))
        for (const { property, fixed } of change.values) Object.assign(after[i] ?? {}, { [property]: fixed });
      return after;
    };
    const results = (invoked: Invoked): readonly string[] => invoked.results.map(({ Result }) => Result);
    const all = (result: string): readonly string[] => changesOf(one).map(() => result);

    test('is changed as planned and no further, once, and set back', () => {
      const { before, whatIf, first, second, previewed, rollback, rolledBack, pwned } = told(one);
      expect(pwned).toBe('');
      for (const invoked of [whatIf, first, second, previewed, rollback, rolledBack])
        expect(invoked.errors).toEqual([]);
      expect([results(whatIf), whatIf.calls, whatIf.log]).toEqual([all('Previewed'), 0, false]);
      expect(whatIf.snapshot).toEqual(before);
      expect([results(first), first.calls, first.log]).toEqual([all('Changed'), changesOf(one).length, true]);
      expect(first.snapshot).toEqual(applied(before));
      expect([results(second), second.calls]).toEqual([all('AlreadyDone'), 0]);
      expect(second.snapshot).toEqual(first.snapshot);
      expect([results(previewed), previewed.calls]).toEqual([all('Previewed'), 0]);
      expect(results(rollback)).toEqual(all('RolledBack'));
      expect(rollback.snapshot).toEqual(before);
      expect([results(rolledBack), rolledBack.calls]).toEqual([all('AlreadyDone'), 0]);
    });

    test('meets the rules that each change is for, by a new export', async () => {
      const after = await remediated({ ...one.given, exports: [readFileSync(at(`${id}.after.xml`))] });
      const reviews = after.host.judged?.reviews ?? [];
      for (const { change, at: i } of changesOf(one))
        for (const { rule } of change.rules) {
          const review = reviews.find(({ vulnId }) => vulnId === rule.vulnId);
          expect(review?.connectors[i]?.status, `${rule.vulnId} ${change.connector.name}`).toBe('not_a_finding');
        }
      expect(after.remediation.changes).toEqual([]);
    });

    test('keeps a connector that somebody else has changed, and says what was judged and what is there', () => {
      const tamper = tamperOf(one);
      const { before, tampered, tamperedBack, noLog } = told(one);
      if (tamper === undefined) return expect(tampered).toBeUndefined();
      expect(noLog).toBe(0);
      const { property = '', value = '' } = tamper;
      const changed = changesOf(one)[0]?.at ?? -1;
      const judged = before[changed]?.[property] || '(not set)';
      expect(results(tampered as Invoked)).toEqual(all('Changed').map((result, i) => (i === 0 ? 'Failed' : result)));
      expect(tampered?.errors).toEqual([expect.stringContaining(`${property}: expected ${judged}, found ${value}`)]);
      const expected = applied(before).map((connector, i) =>
        i === changed ? { ...before[i], [property]: value } : connector,
      );
      expect(tampered?.snapshot).toEqual(expected);
      expect(tamperedBack?.snapshot).toEqual(before.map((c, i) => (i === changed ? { ...c, [property]: value } : c)));
    });

    test('has a log of plain lines', () => {
      const log = readFileSync(at(`${id}.log`), 'utf8');
      expect(log).toMatch(/^[\x20-\x7e\r\n]+$/);
      expect(log.match(/ CHANGED "/g)?.length ?? 0).toBe(
        changesOf(one).length * 2 - (changesOf(one).length > 0 ? 1 : 0),
      );
      expect(existsSync(at(`${id}.other.log`))).toBe(true);
    });
  });

  test('without the cmdlets a script says where to run it', () => {
    const { status, stderr } = runPowerShell(path, ['-File', at('000.ps1'), '-LogPath', at('000.log')], {
      cwd: folder,
    });
    const plain = stderr.replace(/\u001b\[[\d;]*m/g, '').replace(/\s*\|?\s+/g, ' ');
    expect([status, plain]).toEqual([
      1,
      expect.stringMatching(
        /Get-SendConnector is not there: run this script in the Exchange Management Shell on EDGE01/,
      ),
    ]);
  });

  test('nothing else was written', () => {
    expect(
      readdirSync(folder).filter(
        (name) => !/^(\d{3}\.(before\.xml|after\.xml|ps1|log|other\.log|told\.json)|plan\.json)$/.test(name),
      ),
    ).toEqual([]);
  });
});
