import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';

const folder = temporaryFolder();
let count = 0;
const newFolder = (): string => join(folder, String(count++));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(newFolder(), name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const edge = 'samples/edge/send-connectors.csv';
const compliant = 'samples/compliant/send-connectors.csv';
const validateSummary = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));

/** evaluate --json, with its document held against the schema. */
const evaluate = async (...args: string[]) => {
  const out = newFolder();
  const { code: status, stdout, stderr } = await runCommand(['evaluate', '--out-dir', out, '--json', ...args]);
  const summary = JSON.parse(stdout);
  expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
  expect(stderr).toBe('');
  return { status, summary, out, files: existsSync(out) ? readdirSync(out) : [] };
};
const codesOf = (summary: { diagnostics: { code: string }[] }) => summary.diagnostics.map((d) => d.code);

describe('evaluate', () => {
  it('writes three files for an open finding and exits 1', async () => {
    const { status, summary, out, files } = await evaluate(edge, '--host', 'EDGE01', '--ip', '192.0.2.10');
    expect(status).toBe(1);
    expect(files.sort()).toEqual([
      'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.ckl',
      'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb',
      'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2_xccdf-results.xml',
    ]);
    expect(summary.counts).toEqual({
      hosts: 1,
      refused: 0,
      open: 1,
      not_reviewed: 0,
      not_applicable: 0,
      not_a_finding: 0,
    });
    const [host] = summary.hosts;
    expect(host.evidence).toMatchObject([{ path: edge, format: 'csv', encoding: 'utf-8', connectors: 3 }]);
    expect(host.evidence[0].sha256).toBe(createHash('sha256').update(readFileSync(edge)).digest('hex'));
    expect(host.results[0].connectors.map((c: { status: string }) => c.status)).toEqual([
      'open',
      'not_a_finding',
      'open',
    ]);
    for (const output of host.outputs)
      expect(createHash('sha256').update(readFileSync(output.path)).digest('hex')).toBe(output.sha256);
    expect(host.outputs.map((o: { path: string }) => o.path).sort()).toEqual(
      files.map((name) => join(out, name)).sort(),
    );
  });

  it('exits 0 where nothing is wrong', async () => {
    expect((await evaluate(compliant, '--host', 'EDGE02')).status).toBe(0);
  });

  it('exits 2 where something is missing, and for --fail-on-warning with a warning', async () => {
    const thin = file('thin.csv', 'Name,Identity,DomainSecureEnabled\r\nMail,Mail,True\r\n');
    const { status, summary } = await evaluate(thin, '--host', 'EDGE01');
    expect(status).toBe(2);
    expect(summary.counts.not_reviewed).toBe(1);
    expect(codesOf(summary)).toContain('property-missing');
    const empty = file('empty.json', '[]');
    expect((await evaluate(empty, '--host', 'E', '--when-empty', 'not_applicable')).status).toBe(0);
    expect((await evaluate(empty, '--host', 'E', '--when-empty', 'not_applicable', '--fail-on-warning')).status).toBe(
      2,
    );
  });

  it.each(['', '[]', '\ufeff', '"Name","Identity","DomainSecureEnabled"\r\n'])(
    'takes %j as no connector: not reviewed',
    async (content) => {
      const { status, summary, files } = await evaluate(file('empty.txt', content), '--host', 'EDGE01');
      expect(status).toBe(2);
      expect(summary.counts.not_reviewed).toBe(1);
      expect(codesOf(summary)).toContain('export-empty');
      expect(files).toHaveLength(3);
    },
  );

  it('leaves out an export that is refused beside one that is read, which withholds the pass', async () => {
    const receive = file('receive.csv', 'Name,Bindings,DomainSecureEnabled\r\nDefault,0.0.0.0:25,True\r\n');
    const failing = file('failing.csv', 'Name,DomainSecureEnabled\r\nMail,False\r\n');
    for (const [exports, expected, verdict] of [
      [[compliant, receive], 2, 'not_reviewed'],
      [[compliant, 'nowhere.csv'], 2, 'not_reviewed'],
      [[receive, compliant, '--when-empty', 'not_a_finding'], 2, 'not_reviewed'],
      [[failing, receive], 1, 'open'],
    ] as const) {
      const { status, summary, files } = await evaluate(...exports, '--host', 'EDGE01');
      expect(status).toBe(expected);
      expect(summary.counts).toMatchObject({ hosts: 1, refused: 0, [verdict]: 1 });
      expect(codesOf(summary)).toContain('export-left-out');
      expect(summary.hosts[0].results[0].doubts).toMatchObject([{ code: 'export-left-out' }]);
      expect(summary.hosts[0].evidence).toMatchObject([{ strength: 'whole', reasons: [] }]);
      expect(files).toHaveLength(3);
    }
    const { status, summary, files } = await evaluate(receive, 'nowhere.csv', '--host', 'EDGE01');
    expect(status).toBe(3);
    expect(codesOf(summary)).toEqual(['not-a-send-connector', 'file-missing']);
    expect(files).toEqual([]);
  });

  it('names what cannot be read', async () => {
    expect(codesOf((await evaluate('nowhere.csv', '--host', 'E')).summary)).toEqual(['file-missing']);
    expect(codesOf((await evaluate('samples', '--host', 'E')).summary)).toEqual(['file-is-folder']);
    expect((await evaluate('nowhere.csv', '--host', 'E')).status).toBe(3);
  });

  it('takes the host from PSComputerName where there is exactly one', async () => {
    const one = file(
      'a.csv',
      'Name,DomainSecureEnabled,DNSRoutingEnabled,PSComputerName\r\nMail,True,True,mbx1.example.mil\r\n',
    );
    const { summary, files } = await evaluate(one);
    expect(summary.hosts[0].host).toBe('mbx1');
    expect(codesOf(summary)).toContain('host-from-export');
    expect(files[0]).toMatch(/^mbx1_/);
    const other = file(
      'b.csv',
      'Name,DomainSecureEnabled,DNSRoutingEnabled,PSComputerName\r\nMail,True,True,mbx2.example.mil\r\n',
    );
    const two = await evaluate(one, other);
    expect(two.status).toBe(3);
    expect(codesOf(two.summary)).toContain('servers-differ');
    const named = await evaluate(one, '--host', 'EDGE09');
    expect(named.summary.hosts[0].host).toBe('EDGE09');
    expect(codesOf(named.summary)).not.toContain('host-from-export');
  });

  it('takes no address for a host name', async () => {
    const one = file(
      'a.json',
      '{"Name":"A","DomainSecureEnabled":true,"DNSRoutingEnabled":true,"PSComputerName":"10.0.0.5"}',
    );
    expect(codesOf((await evaluate(one)).summary)).toContain('host-missing');
  });

  it('does not let an empty export pass beside a good one', async () => {
    const empty = file('empty.csv', '');
    const { status, summary } = await evaluate(compliant, empty, '--host', 'E');
    expect(status).toBe(2);
    expect(summary.counts.not_reviewed).toBe(1);
  });

  it('warns of a missing property only where it keeps a connector from being judged', async () => {
    const open = file('open.json', '[{"Name":"A","DomainSecureEnabled":false}]');
    const { status, summary } = await evaluate(open, '--host', 'E');
    expect(status).toBe(1);
    expect(codesOf(summary)).not.toContain('property-missing');
  });

  it('refuses a SOURCE_DATE_EPOCH that no result can hold', () => {
    const { status, stderr } = command(['evaluate', compliant, '--host', 'E', '--out-dir', newFolder()], {
      env: { SOURCE_DATE_EPOCH: '999999999999' },
    });
    expect(status).toBe(3);
    expect(stderr).toContain('SOURCE_DATE_EPOCH');
  });

  it('tells contradictory records of one connector and takes the worse', async () => {
    const a = file('a.csv', 'Name,DomainSecureEnabled,DNSRoutingEnabled\r\nMail,True,True\r\n');
    const b = file('b.csv', 'Name,DomainSecureEnabled,DNSRoutingEnabled\r\nmail,False,True\r\n');
    const { status, summary } = await evaluate(a, b, '--host', 'EDGE01');
    expect(status).toBe(1);
    expect(summary.hosts[0].results[0].connectors).toHaveLength(1);
    expect(codesOf(summary)).toContain('records-differ');
  });

  it('reads standard input', () => {
    const out = newFolder();
    const { status, stdout } = command(['evaluate', '-', '--host', 'EDGE01', '--out-dir', out, '--json'], {
      input: readFileSync(edge),
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).hosts[0].evidence[0].path).toBe('-');
  });

  it('gives the same bytes for the same time, also by SOURCE_DATE_EPOCH', () => {
    const [one, two, three] = [newFolder(), newFolder(), newFolder()];
    const args = (out: string) => ['evaluate', edge, '--host', 'EDGE01', '--out-dir', out];
    command([...args(one), '--timestamp', '2026-01-31T12:00:00Z']);
    command([...args(two), '--timestamp', '2026-01-31T13:00:00+01:00']);
    command(args(three), { env: { SOURCE_DATE_EPOCH: '1769860800' } });
    for (const name of readdirSync(one)) {
      const bytes = readFileSync(join(one, name));
      expect(readFileSync(join(two, name)).equals(bytes)).toBe(true);
      expect(readFileSync(join(three, name)).equals(bytes)).toBe(true);
    }
    expect(readdirSync(one)).toHaveLength(3);
  });

  it('overwrites nothing without --force, and then writes nothing at all', () => {
    const out = newFolder();
    const args = ['evaluate', edge, '--host', 'EDGE01', '--out-dir', out];
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb'), 'mine');
    const refused = command(args);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('[file-exists]');
    expect(readdirSync(out)).toHaveLength(1);
    expect(command([...args, '--force']).status).toBe(1);
    expect(readdirSync(out)).toHaveLength(3);
    expect(readFileSync(join(out, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb'), 'utf8')).not.toBe('mine');
  });

  it('says what cannot be written and leaves nothing behind', () => {
    const blocked = file('blocked', 'a file where a folder is wanted');
    const { status, stderr } = command(['evaluate', edge, '--host', 'EDGE01', '--out-dir', join(blocked, 'out')]);
    expect(status).toBe(3);
    expect(stderr).toContain('[file-unwritable]');
  });

  it('lists the bundle that was written', async () => {
    const path = join(newFolder(), 'bundle.zip');
    const { summary } = await evaluate(edge, '--host', 'EDGE01', '--bundle', path);
    expect(summary.bundle).toEqual({ path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') });
  });

  it('prints a table on standard output and the rest on standard error', () => {
    const { stdout, stderr } = command(['evaluate', edge, '--host', 'EDGE01', '--out-dir', newFolder()]);
    expect(stdout).toMatch(/^EDGE01: V-259594 is OPEN/);
    expect(stdout).toMatch(/^OPEN +EdgeSync - Inbound to HQ-Site +DomainSecureEnabled is False;$/m);
    expect(stdout).toMatch(/^wrote +\S+\.cklb$/m);
    expect(stderr).toContain('[asset-incomplete]');
    const quiet = command(['evaluate', edge, '--host', 'EDGE01', '--out-dir', newFolder(), '--quiet']);
    expect(quiet).toMatchObject({ status: 1, stdout: '', stderr: '' });
  });

  it('prints beside a verdict what is in doubt, what it cost and how to export again', () => {
    const { stdout } = command(['evaluate', compliant, 'nowhere.csv', '--host', 'EDGE01', '--out-dir', newFolder()]);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^EDGE01: V-259594 is NOT REVIEWED/),
      expect.stringMatching(/^Both send connectors read from the export meet V-259594, but the export is not whole\.$/),
      expect.stringMatching(/^In doubt, so no pass can be given: nowhere\.csv: .* \[export-left-out\]$/),
      expect.stringMatching(/^To export again, run on the server and judge again: Get-SendConnector \| Export-Clixml/),
    ]);
  });

  it('takes the time of the export and how old it may be', async () => {
    const times = ['--host', 'EDGE01', '--timestamp', '2026-02-10T12:00:00Z'];
    const said = await evaluate(compliant, ...times, '--collected', '2026-01-31T14:00:00+02:00', '--max-age', '10');
    expect(said.status).toBe(0);
    const known = { assessedAt: '2026-02-10T12:00:00Z', collectedAt: '2026-01-31T12:00:00Z' };
    expect(said.summary).toMatchObject({ ...known, hosts: [known] });
    const unknown = await evaluate(compliant, ...times, '--max-age', '10', '--fail-on-warning');
    expect(unknown.status).toBe(2);
    expect(codesOf(unknown.summary)).toContain('export-age-unknown');
    expect(unknown.summary.hosts[0]).not.toHaveProperty('collectedAt');
    for (const wrong of [
      ['--collected', 'yesterday'],
      ['--collected', '2026-03-01T12:00:00Z'],
      ['--max-age', '0'],
    ]) {
      const { status, stderr } = command(['evaluate', compliant, ...times, '--out-dir', newFolder(), ...wrong]);
      expect(status).toBe(3);
      expect(stderr).toContain(wrong[0]);
    }
  });

  it('writes the formats and the release that were asked for', async () => {
    const { files, summary } = await evaluate(edge, '--host', 'EDGE01', '--format', 'ckl', '--release', 'v1r1');
    expect(files).toEqual(['EDGE01_MS_Exchange_2019_Edge_Server_STIG_V1R1.ckl']);
    expect(summary.hosts[0].results[0].ruleId).toBe('SV-259594r942096_rule');
  });

  it.each([
    [['--host', 'E', '--fqdn', 'edge01'], 'fqdn-invalid'],
    [['--host', 'E', '--fqdn', '10.0.0.5'], 'fqdn-invalid'],
    [['--host', 'E', '--ip', ''], 'ip-invalid'],
    [['--host', 'E', '--mac', ''], 'mac-invalid'],
    [['--host', 'E', '--ip', '10.0.0.256'], 'ip-invalid'],
    [['--host', 'E', '--ip', '10.0.0.5/24'], 'ip-invalid'],
    [['--host', 'E', '--ip', 'fe80::g'], 'ip-invalid'],
    [['--host', 'E', '--mac', '00:11:22:33:44'], 'mac-invalid'],
    [['--host', 'E', '--role', 'Server'], 'role-invalid'],
    [['--host', ''], 'host-missing'],
    [['--host', 'x'.repeat(256)], 'host-invalid'],
    [['--host', 'a\nb'], 'host-invalid'],
    [[], 'host-missing'],
  ])('refuses %j with %s', async (args, code) => {
    const { status, summary, files } = await evaluate(edge, ...args);
    expect(status).toBe(3);
    expect(codesOf(summary)).toContain(code);
    expect(files).toEqual([]);
  });

  it.each([
    [['--frobnicate'], /unknown option '--frobnicate'/],
    [['--format', 'pdf'], /--format: "pdf" is not one of ckl, cklb, xccdf/],
    [['--release', 'V9R9'], /--release: "V9R9"/],
    [['--when-empty', 'fine'], /--when-empty: "fine"/],
    [['--timestamp', 'yesterday'], /--timestamp: "yesterday"/],
    [['--timestamp', '2026-02-31T00:00:00Z'], /--timestamp: /],
    [['--timestamp', '2026-01-31T24:00:00Z'], /--timestamp: /],
    [['--timestamp', '9999-12-31T23:59:59-23:00'], /--timestamp: /],
    [['--timestamp', '0000-06-01T00:00:00Z'], /--timestamp: /],
    [['-', '-'], /standard input/],
  ])('%j is a usage error: one line, exit 3', (args, message) => {
    const { status, stdout, stderr } = command(['evaluate', edge, '--host', 'E', '--out-dir', newFolder(), ...args]);
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('takes several addresses and normalises MAC addresses', async () => {
    const { out, files } = await evaluate(
      edge,
      '--host',
      'E',
      '--ip',
      '192.0.2.1,2001:db8::1',
      '--mac',
      '0011.2233.4455',
      '--mac',
      '00-11-22-33-44-66',
      '--format',
      'ckl',
    );
    const ckl = readFileSync(join(out, files[0] ?? ''), 'utf8');
    expect(ckl).toContain('<HOST_IP>192.0.2.1\n2001:db8::1</HOST_IP>');
    expect(ckl).toContain('<HOST_MAC>00:11:22:33:44:55\n00:11:22:33:44:66</HOST_MAC>');
  });
});

describe('the command', () => {
  it('teaches by example', () => {
    const { status, stdout } = command(['evaluate', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(command(['--help']).stdout).toContain('Get-SendConnector | Export-Clixml');
    expect(command(['--version'])).toMatchObject({
      status: 0,
      stdout: `${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`,
    });
  });

  it('without arguments shows the help and exits 3', () => {
    expect(command([])).toMatchObject({ status: 3 });
    expect(command(['evaluate'])).toMatchObject({ status: 3 });
  });
});
