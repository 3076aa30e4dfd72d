import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonText, visible, visibleLines } from '../../src/text/visible.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { ckl, cklb, clixml, clixmlObject, csv, group, json, list, vuln, xccdf } from './inputs.js';

const folder = temporaryFolder();
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** What a terminal acts on, or what changes the order or is not seen; line feeds and tabs are layout. */
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** What was shown: everything that came out, for a terminal. */
const shownBy = async (args: readonly string[], stdin = ''): Promise<string> => {
  const { stdout, stderr } = await runCommand(args, { stdin, isTerminal: true });
  return stdout + stderr;
};

/** Characters that every format of an export can carry as they are. */
const plain: Readonly<Record<string, string>> = {
  'a control sequence of one character (C1 CSI)': 'a\u009b2Jb',
  'an operating system command (C1 OSC)': 'a\u009d0;title\u009cb',
  'a bidirectional override': 'evil\u202Elmx.tcennoc',
  'bidirectional isolates': 'a\u2067b\u2069c',
  'zero-width characters': 'To\u200b Internet\u2060',
  'a line separator': 'a\u2028OPEN\u2029b',
  'a next line (NEL)': 'a\u0085b',
  'tag characters': 'a\u{e0041}\u{e007f}b',
  'a delete': 'a\u007fb',
};

/** Characters that only an escape of the format can carry. */
const controls: Readonly<Record<string, string>> = {
  'an escape sequence': 'a\u001b[2J\u001b[1;1HNOT A FINDING\u001b[0mb',
  'a title': 'a\u001b]0;title\u0007b',
  'a link': 'a\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\b',
  'backspaces and carriage returns': 'OPEN\b\b\b\b\rPASS',
};

const clixmlText = (text: string): string =>
  text.replace(/[\u0000-\u001f]/g, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0')}_`);

const exportsOf = (name: string): Readonly<Record<string, string>> => ({
  json: json(name),
  clixml: clixml(clixmlObject(clixmlText(name))),
  ...(/[\u0000-\u001f\u2028\u2029\u0085]/.test(name) ? {} : { csv: csv(name), list: list(name) }),
});

describe.each(Object.entries({ ...plain, ...controls }))('a connector whose name has %s', (_, name) => {
  it.each(Object.entries(exportsOf(name)))('in %s is shown escaped', async (format, text) => {
    const path = file(`name.${format}`, text);
    const shown = await shownBy(['inspect', path]);
    expect(shown).not.toMatch(unsafe);
    expect(shown).toContain(visible(name).slice(0, 20));
    const out = join(folder, `out-${format}`);
    const evaluated = await shownBy(['evaluate', path, '--host', 'EDGE01', '--out-dir', out, '--force']);
    expect(evaluated).not.toMatch(unsafe);
    expect(evaluated).toContain(visible(name).slice(0, 20));
    for (const written of readdirSync(out)) expect(readFileSync(join(out, written), 'utf8')).not.toMatch(unsafe);
  });

  it.each(Object.entries(exportsOf(name)))('in %s is itself to who parses the JSON', async (format, text) => {
    const path = file(`name.${format}`, text);
    const { stdout } = await runCommand(['inspect', path, '--json']);
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.parse(stdout).connectors[0].properties.Name.value).toBe(name);
  });
});

const everything = Object.values(plain).join(' ');

describe('a checklist whose texts have all of them', () => {
  const hostile = file(
    'hostile.ckl',
    ckl(vuln(259594, { details: everything }) + vuln(2, { details: everything }), {
      host: everything.slice(0, 60),
      more: `<SI_DATA><SID_NAME>${everything}</SID_NAME></SI_DATA>`,
    }),
  );
  const other = file('other.ckl', ckl(vuln(259594, { details: 'y' })));
  const benchmark = file(
    'b.xml',
    xccdf(group(259594).replace('<title>t', `<title>${everything}`)).replace(
      'Test_STIG',
      'MS_Exchange_2019_Edge_Server_STIG',
    ),
  );
  const odd = file(
    'odd.cklb',
    cklb(JSON.stringify({ [everything]: everything, status: everything, rule_id_src: everything })),
  );
  const exported = file('send.xml', clixml(clixmlObject('x')));
  const outs = ['--out', join(folder, 'o.ckl'), '--force'];

  it.each<readonly [string, readonly string[]]>([
    ['validate', ['validate', hostile]],
    ['validate of a CKLB', ['validate', odd]],
    ['convert', ['convert', hostile, '--to', 'cklb', ...outs]],
    ['convert of a CKLB', ['convert', odd, '--to', 'ckl', ...outs]],
    ['convert to the terminal', ['convert', hostile, '--to', 'ckl']],
    ['convert to the terminal as XCCDF', ['convert', hostile, '--to', 'xccdf']],
    ['convert to the terminal as CKLB', ['convert', hostile, '--to', 'cklb']],
    ['diff', ['diff', hostile, other]],
    ['diff the other way', ['diff', other, hostile]],
    ['update', ['update', hostile, '--benchmark', benchmark, ...outs]],
    ['update to the terminal', ['update', hostile, '--benchmark', benchmark, '--out', '-']],
    [
      'evaluate --benchmark',
      ['evaluate', exported, '--host', 'E', '--benchmark', benchmark, '--out-dir', folder, '--force'],
    ],
    ['evaluate --into', ['evaluate', exported, '--host', 'E', '--into', hostile, '--dry-run']],
  ])('%s shows none of them raw', async (_, args) => {
    expect(await shownBy(args)).not.toMatch(unsafe);
    const isJson = !args.includes('--out') && args[0] !== 'validate' && args[0] !== 'diff' && args[0] !== 'evaluate';
    if (!isJson) expect(await shownBy([...args, '--json'])).not.toMatch(unsafe);
  });

  it('a pipe and a file get the texts as they are, and a terminal is told that it does not', async () => {
    const piped = await runCommand(['convert', hostile, '--to', 'ckl']);
    expect(piped.stdout).toContain(everything);
    const shown = await runCommand(['convert', hostile, '--to', 'ckl'], { isTerminal: true });
    expect(shown.stdout).toContain(visible(everything));
    expect(shown.stderr).toContain('[document-shown-escaped]');
    const clean = await runCommand(['convert', other, '--to', 'ckl'], { isTerminal: true });
    expect(clean.stderr).not.toContain('[document-shown-escaped]');
  });
});

describe('an argument with them', () => {
  const bad = 'x\u001b[2J\u009b\u202e';

  it.each<readonly [string, readonly string[]]>([
    ['a command', [bad]],
    ['an option', ['inspect', `--${bad}`]],
    ['an option that is short', ['inspect', `-${bad}`]],
    ...[
      'host',
      'fqdn',
      'ip',
      'mac',
      'role',
      'format',
      'release',
      'benchmark',
      'into',
      'input-format',
      'when-empty',
    ].map(
      (name) =>
        [`--${name}`, ['evaluate', 'samples/edge/send-connectors.csv', '--host', 'E', `--${name}`, bad]] as const,
    ),
    ...['timestamp', 'limit', 'marking', 'out-dir'].map(
      (name) =>
        [`--${name}`, ['evaluate', 'samples/edge/send-connectors.csv', `--${name}`, join(folder, bad)]] as const,
    ),
    ['--importer', ['validate', 'x', '--importer', bad]],
    ['--to', ['convert', 'x', '--to', bad]],
    ['--stig', ['convert', 'samples/edge/artifacts/x', '--to', 'xccdf', '--stig', bad]],
    ...['evaluate', 'inspect', 'validate'].map((name) => [`a file for ${name}`, [name, bad]] as const),
    ['a file for diff', ['diff', bad, bad]],
    ['too many of them', ['diff', bad, bad, bad]],
  ])('%s is shown escaped', async (_, args) => {
    expect(await shownBy(args)).not.toMatch(unsafe);
    expect(await shownBy([...args, '--json'])).not.toMatch(unsafe);
  });
});

describe('a file whose name has them', () => {
  const name = 'x\u001b]0;t\u0007\u202ecod.csv';

  it('is read, and its name is shown escaped everywhere', async () => {
    const path = file(name, csv('x'));
    const out = join(folder, 'named');
    expect(await shownBy(['inspect', path])).toContain('x\\u{1B}]0;t\\u{7}\\u{202E}cod.csv');
    expect(await shownBy(['inspect', path, '--json'])).not.toMatch(unsafe);
    expect(await shownBy(['evaluate', path, '--host', 'E', '--out-dir', out])).not.toMatch(unsafe);
    for (const written of readdirSync(out)) {
      const text = readFileSync(join(out, written), 'utf8');
      expect(text).not.toMatch(unsafe);
      expect(text).toContain(
        'x\\u{1B}]0;t\\u{7}\\u{202E}cod.csv'.replaceAll('\\', written.endsWith('cklb') ? '\\\\' : '\\'),
      );
    }
  });

  it('that is a folder to write into is shown escaped', async () => {
    const out = join(folder, 'o\u001b[2J\u202e');
    const path = file('plain.csv', csv('x'));
    expect(await shownBy(['evaluate', path, '--host', 'E', '--out-dir', out])).not.toMatch(unsafe);
    expect(existsSync(out)).toBe(true);
  });
});

/** Names are bytes to the system, and UTF-8 to Node: what is not UTF-8 cannot be named. */
it('a file whose name is not UTF-8 is not found, and standard input reads it', () => {
  mkdirSync(join(folder, 'bytes'));
  const run = (script: string) =>
    spawnSync('sh', ['-c', script], {
      cwd: join(folder, 'bytes'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', NODE: process.execPath, COMMAND: resolve('bin/exchange-stig.cjs') },
    });
  writeFileSync(
    Buffer.concat([Buffer.from(join(folder, 'bytes/a')), Buffer.from([0xff]), Buffer.from('.csv')]),
    csv('x'),
  );
  const named = run('"$NODE" "$COMMAND" inspect "$(printf \'a\\377.csv\')"');
  expect(named.status).toBe(3);
  expect(named.stderr).toContain('[file-missing]');
  expect(named.stderr).not.toMatch(unsafe);
  const piped = run('"$NODE" "$COMMAND" inspect - < "$(printf \'a\\377.csv\')"');
  expect(piped.status).toBe(0);
});

describe('what is shown', () => {
  it('keeps letters of every script, and escapes what is not seen', () => {
    expect(visible('Ünï ĉödé العربية עברית 漢字 😀')).toBe('Ünï ĉödé العربية עברית 漢字 😀');
    for (const character of '\u00ad\u034f\u115f\u1160\u17b4\u180e\u3164\ufe0f\uffa0\ufff9\u{1d173}\u{e0100}')
      expect(visible(character)).toMatch(/^\\u\{[0-9A-F]+\}$/);
  });

  it('keeps line feeds and tabs of a text', () => {
    expect(visibleLines('a\tb\n\u001bc\r\n')).toBe('a\tb\n\\u{1B}c\\u{D}\n');
  });

  it('is the same JSON to who parses it', () => {
    const value = { [everything]: [everything, '\u{1f600}\ud800\u001b', null, 1] };
    expect(jsonText(value)).not.toMatch(unsafe);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
