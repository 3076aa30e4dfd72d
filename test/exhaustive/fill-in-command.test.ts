import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { command, temporaryFolder } from '../support/command.js';
import { ckl, cklb, variant, withoutValues } from '../support/fill-in.js';

const folder = temporaryFolder();
let count = 0;
const newFolder = (): string => {
  const path = join(folder, String(count++));
  mkdirSync(path, { recursive: true });
  return path;
};
const file = (content: string | Uint8Array, name = 'edge01.ckl'): string => {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
};
const edge = 'samples/edge/send-connectors.csv';
const compliant = 'samples/compliant/send-connectors.csv';
const time = ['--timestamp', '2026-01-31T12:00:00Z'];
const validateSummary = new Ajv2020().compile(JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8')));

/** evaluate --into --json, with its document held against the schema. */
const fill = (into: string, ...args: string[]) => {
  const out = newFolder();
  const where = args.includes('--in-place') ? [] : ['--out-dir', out];
  const { status, stdout, stderr } = command(['evaluate', edge, '--into', into, '--json', ...time, ...where, ...args]);
  const summary = JSON.parse(stdout);
  expect(validateSummary(summary), JSON.stringify(validateSummary.errors)).toBe(true);
  expect(stderr).toBe('');
  return { status, summary, host: summary.hosts[0], out, files: readdirSync(out) };
};
const codesOf = (summary: { diagnostics: { code: string }[] }) => summary.diagnostics.map((d) => d.code);

describe('evaluate --into', () => {
  it.each([
    ['edge01.ckl', ckl({ comments: 'Mine.' }), 'ckl', 'Open'],
    ['a name.cklb', cklb({ comments: 'Mine.' }), 'cklb', 'open'],
  ] as const)('writes %s under its own name and changes nothing else', (name, content, format, word) => {
    const into = file(variant(content, '\r\n', 'utf-8'), name);
    const { status, summary, host, out, files } = fill(into, '--host', 'edge01');
    expect(status).toBe(1);
    expect(files).toEqual([name]);
    const bytes = readFileSync(join(out, name));
    const original = readFileSync(into);
    expect(original.equals(variant(content, '\r\n', 'utf-8'))).toBe(true);
    expect(withoutValues(bytes, format, 'utf-8')).toBe(withoutValues(original, format, 'utf-8'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(host.outputs).toEqual([{ format, path: join(out, name), sha256 }]);
    expect(host.changes).toMatchObject([
      { vulnId: 'V-259594', field: 'status', after: word },
      { vulnId: 'V-259594', field: 'finding_details', before: '' },
    ]);
    expect(host.changes[1].after).toMatch(/^[A-Z ]+: .* on edge01 .*V-259594/);
    expect(codesOf(summary)).not.toContain('asset-incomplete');
  });

  it("without --host takes the file's, unless the export names another", () => {
    expect(fill(file(ckl())).host.host).toBe('EDGE01');
    const other = file(
      'Name,DomainSecureEnabled,DNSRoutingEnabled,PSComputerName\r\nM,True,True,mbx1.example.mil\r\n',
      'a.csv',
    );
    const refused = fill(file(ckl()), other);
    expect(refused.status).toBe(3);
    const alone = command(['evaluate', other, '--into', file(ckl()), '--out-dir', newFolder(), '--json']);
    expect(alone.status).toBe(3);
    expect(codesOf(JSON.parse(alone.stdout))).toContain('fill-in-host-differs');
    const nameless = ckl().replace('>EDGE01<', '><').replace('>edge01.example.mil<', '><');
    expect(codesOf(fill(file(nameless)).summary)).toContain('host-missing');
  });

  it('says what was asked of the asset and is not written', () => {
    const { summary, status } = fill(file(ckl()), '--ip', '192.0.2.99', '--fqdn', 'edge01.example.mil');
    expect(status).toBe(1);
    expect(codesOf(summary)).toContain('fill-in-asset-kept');
  });

  it('prints what changed', () => {
    const { stdout } = command(['evaluate', edge, '--into', file(ckl()), '--out-dir', newFolder()]);
    expect(stdout).toMatch(/^changed +V-259594 status +Not_Reviewed -> Open$/m);
    expect(stdout).toMatch(/^changed +V-259594 finding_details +0 characters -> \d+ characters$/m);
    expect(stdout).toMatch(/^wrote +\S+edge01\.ckl$/m);
  });

  it('--dry-run prints what would change and writes nothing', () => {
    const into = file(ckl());
    const { status, host, files } = fill(into, '--dry-run');
    expect(status).toBe(1);
    expect(host.outputs).toEqual([]);
    expect(host.changes).toHaveLength(2);
    expect(files).toEqual([]);
    const { stdout } = command(['evaluate', edge, '--into', into, '--dry-run', '--in-place']);
    expect(stdout).toMatch(/^would change +V-259594 status +Not_Reviewed -> Open$/m);
    expect(stdout).not.toMatch(/^wrote/m);
    expect(readdirSync(dirname(into))).toEqual(['edge01.ckl']);
    expect(readFileSync(into, 'utf8')).toBe(ckl());
  });

  it('--in-place replaces the file and keeps the old one', () => {
    const into = file(ckl());
    chmodSync(into, 0o640);
    const { status, host, summary } = fill(into, '--in-place');
    expect(status).toBe(1);
    expect(host.outputs[0].path).toBe(into);
    expect(codesOf(summary)).toContain('fill-in-backup');
    expect(readdirSync(dirname(into)).sort()).toEqual(['edge01.ckl', 'edge01.ckl.bak']);
    expect(readFileSync(`${into}.bak`, 'utf8')).toBe(ckl());
    expect(readFileSync(into, 'utf8')).toContain('<STATUS>Open</STATUS>');
    expect(statSync(into).mode & 0o777).toBe(0o640);

    // The same again: there is nothing to change, so that the backup is not in the way.
    const again = fill(into, '--in-place');
    expect(again.status).toBe(1);
    expect(again.host.changes).toEqual([]);
    const filled = readFileSync(into);
    const other = command(['evaluate', compliant, '--into', into, '--in-place']);
    expect(other.status).toBe(3);
    expect(other.stderr).toContain('edge01.ckl.bak: the file exists already');
    expect(readFileSync(into).equals(filled)).toBe(true);
    expect(command(['evaluate', compliant, '--into', into, '--in-place', '--force']).status).toBe(0);
    expect(readFileSync(`${into}.bak`).equals(filled)).toBe(true);
    expect(readFileSync(into, 'utf8')).toContain('<STATUS>NotAFinding</STATUS>');
    expect(readdirSync(dirname(into)).sort()).toEqual(['edge01.ckl', 'edge01.ckl.bak']);
  });

  it('--in-place through a symbolic link replaces the file that it leads to', () => {
    const into = file(ckl());
    const link = join(newFolder(), 'link.ckl');
    symlinkSync(into, link);
    expect(fill(link, '--in-place').status).toBe(1);
    expect(readFileSync(into, 'utf8')).toContain('<STATUS>Open</STATUS>');
    expect(existsSync(`${into}.bak`)).toBe(true);
    expect(readdirSync(dirname(link))).toEqual(['link.ckl']);
  });

  it('overwrites no file without --force, and never the checklist itself without --in-place', () => {
    const into = file(ckl());
    for (const args of [[], ['--force']]) {
      const same = command(['evaluate', edge, '--into', into, '--out-dir', dirname(into), ...args]);
      expect(same.status).toBe(3);
      expect(same.stderr).toContain('[fill-in-same-file]');
    }
    const inFolder = command(['evaluate', join(process.cwd(), edge), '--into', basename(into)], { cwd: dirname(into) });
    expect(inFolder.stderr).toContain('[fill-in-same-file]');
    expect(readFileSync(into, 'utf8')).toBe(ckl());
    const taken = file('mine');
    const args = ['evaluate', edge, '--into', into, '--out-dir', dirname(taken)];
    expect(command(args).stderr).toContain('[file-exists]');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(command([...args, '--force']).status).toBe(1);
    expect(readFileSync(taken, 'utf8')).toContain('<STATUS>Open</STATUS>');
  });

  it.each([
    ['another host', ckl(), ['--host', 'EDGE02'], 'fill-in-host-differs'],
    ['no such rule', ckl().replaceAll('V-259594', 'V-1'), [], 'fill-in-rule-missing'],
    ['two of the same STIG', ckl().replace(/<iSTIG>[\s\S]*<\/iSTIG>/, '$&$&'), [], 'fill-in-ambiguous'],
    ['no STATUS', ckl().replace(/<STATUS>.*/, ''), [], 'fill-in-place'],
    ['too long', ckl({ findingDetails: 'x'.repeat(32_000) }), [], 'fill-in-too-long'],
    ['no checklist', 'hello', [], 'document-unrecognised'],
    ['truncated', ckl().slice(0, 3000), [], 'xml-truncated'],
  ])('%s: exit 3, nothing written, the original untouched', (_, content, args, code) => {
    const into = file(content);
    for (const place of [[], ['--in-place', '--force']]) {
      const { status, summary, files } = fill(into, ...args, ...place);
      expect(status).toBe(3);
      expect(codesOf(summary)).toContain(code);
      expect(files).toEqual([]);
      expect(readdirSync(dirname(into))).toEqual(['edge01.ckl']);
      expect(readFileSync(into, 'utf8')).toBe(content);
    }
  });

  const fillGood = (content: string, name?: string) => {
    const into = file(content, name);
    const { status, stdout } = command([
      'evaluate',
      compliant,
      '--into',
      into,
      '--out-dir',
      newFolder(),
      '--json',
      ...time,
    ]);
    const summary = JSON.parse(stdout);
    return { status, verdict: summary.hosts[0].results[0]?.status, codes: codesOf(summary), summary };
  };
  const checkText = /(<VULN_ATTRIBUTE>Check_Content<\/VULN_ATTRIBUTE>\s*<ATTRIBUTE_DATA>)[^<]*/;

  it('another check text withholds the pass, and leaves open what is open', () => {
    const other = ckl().replace(checkText, '$1Something else.');
    expect(fillGood(ckl())).toMatchObject({ status: 0, verdict: 'not_a_finding' });
    const withheld = fillGood(other);
    expect(withheld).toMatchObject({ status: 2, verdict: 'not_reviewed' });
    expect(withheld.codes).toContain('check-text-differs');
    const details = withheld.summary.hosts[0].changes.find(({ field }: { field: string }) => field !== 'status').after;
    expect(details).toMatch(
      /^In doubt, so no pass can be given: edge01\.ckl:\d+: V-259594: the check text differs from the one/m,
    );
    expect(fill(file(other)).status).toBe(1);
    const inJson = cklb();
    const json = JSON.stringify({
      ...JSON.parse(inJson),
      stigs: JSON.parse(inJson).stigs.map((stig: { rules: object[] }) => ({
        ...stig,
        rules: stig.rules.map((rule) => ({ ...rule, check_content: 'Something else.' })),
      })),
    });
    expect(fillGood(json, 'edge01.cklb')).toMatchObject({ status: 2, verdict: 'not_reviewed' });
  });

  it('a check text that is not there is known by the revision of the rule', () => {
    const without = ckl().replace(checkText, '$1');
    expect(fillGood(without)).toMatchObject({ status: 0, verdict: 'not_a_finding' });
    expect(fillGood(without.replaceAll('r1043178_rule', 'r1_rule'))).toMatchObject({
      status: 2,
      verdict: 'not_reviewed',
    });
  });

  it('another title or fix is a warning', () => {
    const other = (name: string) =>
      ckl().replace(
        new RegExp(`(<VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE>\\s*<ATTRIBUTE_DATA>)[^<]*`),
        '$1Something else.',
      );
    expect(fillGood(other('Rule_Title'))).toMatchObject({
      status: 0,
      codes: expect.arrayContaining(['title-differs']),
    });
    expect(fillGood(other('Fix_Text'))).toMatchObject({ status: 0, codes: expect.arrayContaining(['fix-differs']) });
  });

  it('no export that can be read: exit 3, nothing written', () => {
    const into = file(ckl());
    const { status, stdout } = command(['evaluate', 'samples/edge/artifacts', '--into', into, '--in-place', '--json']);
    expect(status).toBe(3);
    expect(codesOf(JSON.parse(stdout))).toContain('file-is-folder');
    expect(readdirSync(dirname(into))).toEqual(['edge01.ckl']);
    expect(readFileSync(into, 'utf8')).toBe(ckl());
  });

  it('a checklist of 200 MB is refused', () => {
    const into = file(Buffer.alloc(200_000_000, ' '));
    const { status, summary } = fill(into, '--host', 'EDGE01');
    expect(status).toBe(3);
    expect(codesOf(summary)).toContain('input-too-large');
  });

  it('options that the user must give otherwise', () => {
    expect(fill(file(ckl()), '--host', 'EDGE02', '--allow-other-host').status).toBe(1);
    expect(fill(file(ckl({ findingDetails: 'x'.repeat(32_000) })), '--replace-details').status).toBe(1);
  });

  it.each([
    [['--into', 'a.ckl', '--format', 'ckl'], /--into <checklist>' cannot be used with option '--format/],
    [['--into', 'a.ckl', '--cklb-strict'], /cannot be used with/],
    [['--into', 'a.ckl', '--in-place', '--out-dir', 'x'], /'--in-place' cannot be used with option '--out-dir/],
    [['--into', '-'], /--into: expected a file/],
    [['--in-place'], /--in-place needs --into/],
    [['--dry-run'], /--dry-run needs --into/],
    [['--replace-details'], /--replace-details needs --into/],
    [['--allow-other-host'], /--allow-other-host needs --into/],
  ])('%j is a usage error', (args, message) => {
    const { status, stdout, stderr } = command(['evaluate', edge, '--host', 'E', ...args]);
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});
