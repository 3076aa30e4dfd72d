import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/formats/file-name.js';
import { formatNames } from '../../src/model/format-names.js';
import { temporaryFolder } from '../support/command.js';
import { codesIn, runCommand } from '../support/run.js';
import { clixml, clixmlObject } from './inputs.js';

const folder = temporaryFolder();
const exported = join(folder, 'send.xml');
writeFileSync(exported, clixml(clixmlObject('x')));

const paths = [
  ...['..', '.', 'C:'],
  ...[
    'CON',
    'con',
    'NUL.txt',
    'COM1',
    'LPT9.x',
    'AUX',
    'PRN.',
    'EDGE01.',
    'EDGE01...',
    '.hidden',
    '-rf',
    '--force',
    '~',
    '~root',
  ],
  ...['$(id)', '`id`', '%PATH%', '!x', 'a;b', 'a|b', 'a>b', 'a*b?', '"a"', "'a'", 'é', '漢字', '😀', '=1+1', '@x'],
  ...['x'.repeat(255), '.'.repeat(255), 'xccdf', 'stdin', 'a:stream', 'a%2f..%2fb', '&lt;b&gt;'],
];

describe.each(paths)('--host %j', (host) => {
  it('names three files in the folder and nothing outside it', async () => {
    const inside = join(folder, 'deep', 'er');
    const before = listing();
    const ran = await runCommand(['evaluate', exported, `--host=${host}`, '--out-dir', inside, '--force', '--json']);
    expect(ran.code).toBe(0);
    const written = readdirSync(inside);
    expect(written).toHaveLength(3);
    for (const name of written) expect(name).toMatch(/^(?![.-])[A-Za-z0-9._-]{1,255}$/);
    for (const name of written) expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    for (const name of written) remove(join(inside, name));
    expect(listing().filter((name) => !name.startsWith('deep'))).toEqual(
      before.filter((name) => !name.startsWith('deep')),
    );
    const [host0] = JSON.parse(ran.stdout).hosts;
    expect(host0.host).toBe(host);
  });
});

const invalid = (name: string): [string, string] => [name, 'host-invalid'];
const listing = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const remove = (path: string): void => rmSync(path);

describe.each([
  ['', 'host-missing'],
  [' ', 'host-invalid'],
  ['a\u0000b', 'host-invalid'],
  ['a\nb', 'host-invalid'],
  ['a\u001b[2J', 'host-invalid'],
  ['a\u009b2J', 'host-invalid'],
  ['EDGE01\u202e', 'host-invalid'],
  ['EDGE\u200b01', 'host-invalid'],
  ['x'.repeat(256), 'host-invalid'],
  ...['/', '\\', '../../etc/passwd', '..\\..\\windows', '/etc/passwd', 'C:\\x', '\\\\host\\share', 'a/../b'].map(
    invalid,
  ),
  ...['file:///etc/passwd', 'EDGE 01', 'EDGE\u00a001', 'EDGE\u300001', 'EDGE01/', '\\EDGE01'].map(invalid),
])('--host %j', (host, code) => {
  it('is refused', async () => {
    const ran = await runCommand(['evaluate', exported, `--host=${host}`, '--out-dir', join(folder, 'no'), '--json']);
    expect(ran.code).toBe(3);
    expect(codesIn(ran.stdout)).toContain(code);
  });
});

/** STIG Manager makes two assets of ` EDGE01` and `EDGE01`. */
describe.each([' EDGE01', 'EDGE01 ', '\tEDGE01\n', '\u00a0EDGE01'])('blanks around the name: %j', (name) => {
  const trimmed = async (...args: string[]) => {
    const out = join(folder, 'trimmed');
    const { code, stdout } = await runCommand(['evaluate', ...args, '--out-dir', out, '--force', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).hosts[0].host).toBe('EDGE01');
    expect(codesIn(stdout)).toContain('host-trimmed');
    const written = readFileSync(join(out, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb'), 'utf8');
    expect(JSON.parse(written).target_data.host_name).toBe('EDGE01');
  };

  it('are taken off with a warning from --host', () => trimmed(exported, `--host=${name}`));

  it('and from PSComputerName, also where only some records have them', async () => {
    const path = join(folder, 'padded.xml');
    const record = (server: string, id: string) => clixmlObject(`x${id}`, `<S N="PSComputerName">${server}</S>`, id);
    // As PowerShell writes control characters.
    const written = name.replace('\t', '_x0009_').replace('\n', '_x000A_');
    writeFileSync(path, clixml(record(written, '0') + record('EDGE01', '1')));
    await trimmed(path);
  });
});

/** The server that an export names is the attacker's to choose, unlike --host. */
describe.each([
  ...[
    '..',
    '../x',
    '..\\x',
    '/etc',
    'a/b',
    'a b',
    '=1+1',
    '+1',
    '@x',
    'CON$',
    'a\u202eb',
    '10.1.1.1',
    '::1',
    '.a',
    'a..b',
    'a.',
  ],
  ...[`a${'.a'.repeat(1_000_000)}`, 'x'.repeat(5_000_000)],
])('a PSComputerName %j', (server) => {
  it('is no host name, so that --host must say it', async () => {
    const path = join(folder, 'remote.xml');
    writeFileSync(path, clixml(clixmlObject('x', `<S N="PSComputerName">${server.replace('\u202e', '_x202E_')}</S>`)));
    const ran = await runCommand(['evaluate', path, '--out-dir', join(folder, 'no'), '--json']);
    // An address names no host; anything else is quoted.
    expect(codesIn(ran.stdout)).toContain(/^[\d.:]+\d$/.test(server) ? 'host-missing' : 'host-invalid');
    expect(ran.stdout.length).toBeLessThan(20_000);
  });
});

/** A benchmark's id and release are parts of the file's name too. */
it('names no device and no folder, whatever the benchmark is called', () => {
  for (const benchmarkId of [...paths, '', '.'.repeat(3_000_000), `x${'.'.repeat(3_000_000)}x`, '-'.repeat(3_000_000)])
    for (const format of formatNames) {
      const name = fileName({ hostName: 'EDGE01', benchmarkId, release: 'V2R2' }, format);
      expect(name).toMatch(/^EDGE01_[A-Za-z0-9._-]*V2R2[a-z._-]*$/);
      expect(name.length).toBeLessThan(160);
    }
});

/**
 * Nothing that is written is CSV, but people and importers make sheets of it: no text of ours begins as a formula does, and a
 * name of the export is never at a text's beginning. A cell that has it elsewhere is no formula.
 */
describe('formula characters', () => {
  const names = ["=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(1)', '=HYPERLINK("https://evil.example","x")'];

  it.each(names)('of the name %j never begin the finding details or any field', async (name) => {
    const path = join(folder, 'formula.csv');
    const escaped = name.replaceAll('"', '""');
    writeFileSync(
      path,
      `"Name","Identity","DomainSecureEnabled","TlsDomain"\r\n"${escaped}","${escaped}","False","${escaped}"\r\n`,
    );
    const out = join(folder, 'formula');
    expect((await runCommand(['evaluate', path, '--host', 'EDGE01', '--out-dir', out, '--force'])).code).toBe(1);
    const cklb = JSON.parse(readFileSync(join(out, 'EDGE01_MS_Exchange_2019_Edge_Server_STIG_V2R2.cklb'), 'utf8'));
    const texts: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
    };
    visit(cklb);
    expect(texts.some((text) => text.includes(name))).toBe(true);
    for (const text of texts) expect(text).not.toMatch(/^\s*[=+\-@]/);
  });
});
