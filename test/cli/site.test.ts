import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { evaluateExitCode } from '../../src/cli/exit-code.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readSite } from '../../src/site/read-site.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
let count = 0;
const edge = 'samples/edge/send-connectors.clixml.xml';
const site = 'samples/site/EDGE01-site.json';
const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));
const newFolder = () => join(folder, String(count++));
const time = ['--timestamp', '2026-01-31T12:00:00Z'];

interface Told {
  readonly code: string;
  readonly host?: string;
  readonly place: { readonly property?: string };
}
const codesOf = (diagnostics: readonly Told[]) =>
  diagnostics.map(({ code }) => code).filter((c) => c.startsWith('site-'));

describe('evaluate --site', () => {
  it('tells both verdicts, the risks that are accepted, and what does not count', async () => {
    const out = newFolder();
    const args = [
      'evaluate',
      edge,
      '--host',
      'EDGE01',
      '--site',
      site,
      '--format',
      'ckl,html',
      '--out-dir',
      out,
      ...time,
    ];
    const { code, stdout } = await runCommand([...args, '--json']);
    const summary = JSON.parse(stdout);
    expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
    expect(code).toBe(1);
    const [host] = summary.hosts;
    expect(host.site).toMatchObject({
      statedBy: 'Robin Moore, ISSO',
      statedOn: '2026-01-20',
      planReviewedOn: '2026-01-15',
    });
    expect(host.results[0]).toMatchObject({ status: 'open', verdictWithout: 'open' });
    expect(host.results[0].connectors.map(({ accepted = [] }) => accepted.length)).toEqual([1, 0, 0]);
    expect(codesOf(summary.diagnostics)).toEqual(['site-expired']);
    const texts = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    for (const text of texts) {
      expect(text).toContain('The verdict is the same without the site file.');
      expect(text).toContain('Sam Ray, AO, 2026-01-12, POA&amp;M 2026-007, expires 2026-12-31');
      expect(text).toContain(host.site.sha256);
    }
  });

  it('refuses a misspelt key, and writes nothing', async () => {
    const [out, file] = [newFolder(), join(folder, 'misspelt.json')];
    writeFileSync(file, readFileSync(site, 'utf8').replace('"expires"', '"expire"'));
    const { code, stderr } = await runCommand(['evaluate', edge, '--host', 'EDGE01', '--site', file, '--out-dir', out]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/misspelt\.json:\d+:\d+: .*\[site-property-unknown\]/);
    expect(existsSync(out)).toBe(false);
  });

  it('ends with 2 where a decision that does not count would change a verdict', () => {
    const of = (matters: string) => diagnostic('site-not-stated', {}, { reason: 'statedBy is not given', matters });
    const ended = (matters: string) =>
      evaluateExitCode({ failed: false, statuses: ['not_a_finding'], diagnostics: [of(matters)] }, false);
    expect([ended(''), ended('V-259597')]).toEqual([0, 2]);
  });
});

describe('batch with a site file', () => {
  const fleet = (...hosts: readonly string[]): string => {
    const root = newFolder();
    for (const host of hosts) {
      mkdirSync(join(root, host), { recursive: true });
      copyFileSync(
        host === 'EDGE01' ? edge : 'samples/compliant/send-connectors.clixml.xml',
        join(root, host, 'send.xml'),
      );
    }
    return root;
  };

  it('says once that an entry matches no connector of any host', async () => {
    const file = join(folder, 'fleet-site.json');
    const text = readFileSync(site, 'utf8').replace('"hosts": ["EDGE01"]', '"hosts": ["EDGE01", "EDGE02"]');
    writeFileSync(
      file,
      text.replace(
        '"notInternetFacing": [',
        '"internetFacing": [{"connector": "Nobody", "reason": "none", "values": {"AddressSpaces": null, "SmartHosts": null}}],\n"notInternetFacing": [',
      ),
    );
    const root = fleet('EDGE01', 'EDGE02');
    const { stdout } = await runCommand(['batch', root, '--site', file, '--out-dir', newFolder(), '--json', ...time]);
    const told: readonly Told[] = JSON.parse(stdout).diagnostics;
    expect(
      told.filter(({ code }) => code === 'site-unmatched').map(({ host, place }) => [host, place.property]),
    ).toEqual([[undefined, 'internetFacing[0]']]);
  });

  it('takes the file of a manifest, and judges again when it changes', async () => {
    const root = fleet('EDGE01', 'EDGE02');
    copyFileSync(site, join(root, 'site.json'));
    writeFileSync(
      join(root, 'fleet.csv'),
      'host,exports,site\nEDGE01,EDGE01/send.xml,site.json\nEDGE02,EDGE02/send.xml,\n',
    );
    const args = ['batch', join(root, 'fleet.csv'), '--out-dir', newFolder(), '--format', 'ckl', '--json', ...time];
    const first = JSON.parse((await runCommand(args)).stdout);
    expect(first.hosts.map((host: { site?: unknown }) => host.site !== undefined)).toEqual([true, false]);
    expect(first.hosts[0].results[0].verdictWithout).toBe('open');
    writeFileSync(join(root, 'site.json'), readFileSync(site, 'utf8').replace('Robin Moore', 'Kim Lee'));
    const again = JSON.parse((await runCommand([...args, '--resume'])).stdout);
    expect(again.hosts[0].site.statedBy).toBe('Kim Lee, ISSO');
    expect(readFileSync(first.hosts[0].outputs[0].path, 'utf8')).toContain('Kim Lee');
  });
});

describe('site-template', () => {
  it.each(['MS_Exchange_2019_Edge_Server_STIG', 'MS_Exchange_2013_Mailbox_STIG'])(
    'writes a site file for %s that says nothing yet',
    async (stig) => {
      const { code, stdout } = await runCommand(['site-template', edge, '--stig', stig]);
      expect(code).toBe(0);
      const read = readSite({ path: 'site.json', bytes: new TextEncoder().encode(stdout), sha256: '' });
      expect(read.diagnostics).toEqual([]);
      expect(read.ok && [read.value.decisions, read.value.statedBy, read.value.plan.title]).toEqual([
        [],
        undefined,
        undefined,
      ]);
      expect(Object.keys(JSON.parse(stdout)).includes('names')).toBe(stig.includes('2013'));
    },
  );

  it('has entries that are valid once they are completed and moved', async () => {
    const { stdout } = await runCommand(['site-template', edge, '--host', 'EDGE01']);
    const { $toFillIn: left, ...value } = JSON.parse(stdout);
    const signed = { signedOffBy: 'A', signedOffOn: '2026-01-01', riskAcceptance: 'B', expires: '2027-01-01' };
    const accepted = { acceptedBy: 'A', acceptedOn: '2026-01-01', reference: 'B', expires: '2027-01-01' };
    const moved = (list: readonly object[], said: object) => list.map((entry) => ({ ...entry, ...said }));
    value.notInternetFacing = moved(left['internetFacing or notInternetFacing'], { reason: 'inside' });
    value.validationMethod = moved(left.validationMethod, { method: 'DomainValidation' });
    value.deviations = moved(left.deviations, signed);
    value.acceptances = moved(left.acceptances, accepted);
    const read = readSite({ path: 'site.json', bytes: new TextEncoder().encode(JSON.stringify(value)), sha256: '' });
    expect(read.diagnostics).toEqual([]);
    expect(read.ok && read.value.decisions.length).toBeGreaterThan(9);
  });

  it('names the STIGs that there are', async () => {
    const { code, stderr } = await runCommand(['site-template', edge, '--stig', 'Windows']);
    expect(code).toBe(3);
    expect(stderr).toContain('MS_Exchange_2016_Mailbox_Server_STIG');
  });
});
