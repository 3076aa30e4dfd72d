import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Checklist, Status } from '../../src/model/checklist.js';
import type { JudgedHost } from '../../src/outcome/judged-host.js';
import { assess } from '../support/assess.js';
import { checklists, oneRule } from '../support/checklists.js';
import { loadClient } from '../support/clients.js';
import { temporaryFolder } from '../support/command.js';
import { extractOf, officialExtracts } from '../support/extracts.js';
import { lacksShared, sharedFile } from '../support/shared.js';
import { heimdallCounts, heimdallWords, lacksHeimdall, showInHeimdall } from './heimdall.js';

const folder = temporaryFolder();
const header =
  'Identity,Name,Enabled,DomainSecureEnabled,DNSRoutingEnabled,TlsAuthLevel,TlsDomain,RequireTLS,IgnoreSTARTTLS,SmartHosts';
const row = (name: string, secure: string) => `${name},${name},True,${secure},True,,,True,False,`;
const judged = (...rows: readonly string[]): Promise<JudgedHost> =>
  assess({ 'send.csv': `${[header, ...rows].join('\r\n')}\r\n` });

const inputs: Readonly<Record<string, () => Promise<Checklist | JudgedHost>>> = {
  'a judged host with an open rule': () => judged(row('Partner', 'True'), row('Internet', 'False')),
  'a judged host with a rule that is not reviewed': () => judged(row('Partner', 'True'), row('Unknown', 'perhaps')),
  'a judged host with a rule that passes': () => judged(row('Partner', 'True')),
  'a judged host without connectors': () => judged(),
  'a judged host whose pass is withheld': () =>
    assess({ 'send.csv': `${[header, row('Partner', 'True')].join('\r\n')}\r\n"Cut,` }),
  'a checklist with every status': async () => checklists['all-statuses'] ?? oneRule(),
};

const reviewsOf = (input: Checklist | JudgedHost) =>
  ('stigs' in input ? input : input.judged?.checklist)?.stigs.flatMap(({ reviews }) => reviews) ?? [];
const countOf = (input: Checklist | JudgedHost, status: Status): number =>
  reviewsOf(input).filter((review) => review.status === status).length;

interface Inspec {
  readonly contextualizeEvaluation: (hdf: unknown) => {
    readonly contains: readonly {
      readonly contains: readonly {
        readonly data: { readonly id: string; readonly tags: { readonly nist: readonly string[] } };
        readonly hdf: { readonly status: string; readonly severity: string };
      }[];
    }[];
  };
}

const inspec = loadClient('hdfconv', 'inspecjs') as Inspec | undefined;

describe.skipIf(inspec === undefined)('inspecjs', () => {
  test.each(Object.entries(inputs))('shows every rule of %s with its status and severity', async (_, make) => {
    const input = await make();
    const evaluation = inspec?.contextualizeEvaluation(JSON.parse(await extractOf('hdf', input)));
    const shown = (evaluation?.contains ?? []).flatMap(({ contains }) =>
      contains.map(({ data, hdf }) => [data.id, hdf.status, hdf.severity]),
    );
    expect(shown).toEqual(
      reviewsOf(input).map(({ rule, status, severityOverride }) => [
        rule.groupId,
        heimdallWords[status],
        severityOverride?.severity ?? rule.severity,
      ]),
    );
  });
});

if (lacksHeimdall !== undefined) console.warn(`skipped: ${lacksHeimdall}`);

describe.skipIf(lacksHeimdall !== undefined)('Heimdall', () => {
  test.each(Object.entries(inputs))('shows %s', async (name, make) => {
    const input = await make();
    const path = join(folder, `${name.replaceAll(' ', '-')}_hdf.json`);
    writeFileSync(path, await extractOf('hdf', input));
    const counts = heimdallCounts(await showInHeimdall(path, 'Not Reviewed'));
    for (const status of ['open', 'not_reviewed', 'not_applicable', 'not_a_finding'] as const)
      expect([status, counts[heimdallWords[status]]]).toEqual([status, countOf(input, status)]);
  });
});

const lacksXmllint = spawnSync('xmllint', ['--version']).error !== undefined;
const lacksPython = spawnSync('python3', ['--version']).error !== undefined;
if (lacksXmllint) console.warn('skipped: xmllint is not installed (Debian: libxml2-utils)');
if (lacksPython) console.warn('skipped: python3 is not installed');

describe.skipIf(lacksShared('data/schemas/junit/JUnit.xsd'))('official schemas', () => {
  test.skipIf(lacksXmllint).each(Object.entries(inputs))(
    'xmllint finds JUnit results of %s valid',
    async (name, make) => {
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name.replaceAll(' ', '-')}_junit.xml`);
      writeFileSync(path, await extractOf('junit', await make()));
      const schema = sharedFile('data/schemas/junit/JUnit.xsd').pathname;
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, path], { encoding: 'utf8' });
      expect([status, stderr.trim()]).toEqual([0, `${path} validates`]);
    },
  );

  test.each(Object.entries(inputs))("NIST's schemas find OSCAL results of %s valid", async (_, make) => {
    expect(officialExtracts().oscal(await extractOf('oscal', await make()))).toEqual([]);
  });
});

describe.skipIf(lacksPython)('Python', () => {
  test.each(['csv', 'poam'] as const)('reads %s', async (format) => {
    const checklist = oneRule({ status: 'open', findingDetails: 'First, "quoted".\nSecond.', comments: '=1+1' });
    const path = join(folder, `${format}.csv`);
    writeFileSync(path, await extractOf(format, checklist));
    const script =
      'import csv,json,sys;print(json.dumps(list(csv.DictReader(open(sys.argv[1],newline="",encoding="utf-8")))))';
    const [first] = JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
    expect(first).toMatchObject({
      Host: 'EDGE01',
      'Rule ID': 'SV-259594r1043178_rule',
      'Finding Details': 'First, "quoted".\nSecond.',
      Comments: "'=1+1",
    });
  });
});
