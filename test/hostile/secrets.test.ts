import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/main.js';
import { temporaryFolder } from '../support/command.js';
import { runCommand } from '../support/run.js';
import { ckl, group, vuln, xccdf } from './inputs.js';

/** What must not be found in anything that is written. The bits are short enough to be found where a text is cut. */
const canary = 'hunter2';
const type = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SmtpSendConnectorConfig';
const secretOf = (i: number): string => `${canary}-${i}`;

const sound =
  '<S N="Name">Internet</S><B N="DomainSecureEnabled">true</B><B N="DNSRoutingEnabled">true</B>' +
  '<S N="TlsAuthLevel">DomainValidation</S><S N="TlsDomain">mail.example.mil</S><S N="Identity">Internet</S>';
const object = (more: string, id = '0', props = sound): string =>
  `<Obj RefId="${id}"><TN RefId="${id}"><T>${type}</T></TN><Props>${more}${props}</Props></Obj>`;
const objs = (...inner: readonly string[]): string =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n${inner.join('\r\n')}\r\n</Objs>`;
const credential = (attributes: string): string =>
  `<Obj ${attributes}><TN RefId="90"><T>System.Management.Automation.PSCredential</T></TN><ToString>${secretOf(1)}</ToString>` +
  `<Props><S N="UserName">${secretOf(2)}</S><SS N="Password">${secretOf(3)}</SS><S N="Name">${secretOf(4)}</S>` +
  `<Obj N="In" RefId="92"><LST><S>${secretOf(5)}</S><Obj RefId="93"><MS><S N="x">${secretOf(6)}</S></MS></Obj></LST></Obj></Props></Obj>`;

const clixmls: Readonly<Record<string, string>> = {
  'a text': objs(object(`<S N="AuthenticationCredential">${secretOf(1)}</S>`)),
  'another case': objs(object(`<S N="authenticationCREDENTIAL">${secretOf(1)}</S>`)),
  'a name with an escape': objs(object(`<S N="Authentication_x0043_redential">${secretOf(1)}</S>`)),
  'a credential': objs(object(credential('N="AuthenticationCredential" RefId="9"'))),
  'serialised binary': objs(object(`<BA N="SerializationData">${secretOf(1)}</BA>`)),
  'serialised binary as text': objs(object(`<S N="SerializationData">${secretOf(1)}</S>`)),
  'a secure string under any name': objs(object(`<SS N="Comment">${secretOf(1)}</SS>`)),
  'a script block under any name': objs(object(`<SBK N="Comment">${secretOf(1)}</SBK>`)),
  'a secure string under a judged name': objs(
    object('', '0', sound.replace(/<S N="TlsDomain">.*?<\/S>/, `<SS N="TlsDomain">${secretOf(1)}</SS>`)),
  ),
  'a script block as the name': objs(
    object('', '0', sound.replace('<S N="Name">Internet</S>', `<SBK N="Name">${secretOf(1)}</SBK>`)),
  ),
  'bytes as a judged value': objs(
    object(
      '',
      '0',
      sound.replace('<B N="DomainSecureEnabled">true</B>', `<BA N="DomainSecureEnabled">${secretOf(1)}</BA>`),
    ),
  ),
  'a credential that a judged property refers to': objs(
    object(
      credential('N="AuthenticationCredential" RefId="9"'),
      '0',
      sound.replace(/<S N="TlsDomain">.*?<\/S>/, '<Ref N="TlsDomain" RefId="9"/>'),
    ),
  ),
  'a part of one that the name refers to': objs(
    object(
      credential('N="AuthenticationCredential" RefId="9"'),
      '0',
      sound.replace('<S N="Name">Internet</S>', '<Ref N="Name" RefId="92"/>'),
    ),
  ),
  'a part of one that a list refers to': objs(
    object(
      `${credential('N="AuthenticationCredential" RefId="9"')}<Obj N="SmartHosts" RefId="7"><LST><Ref RefId="93"/><Ref RefId="9"/></LST></Obj>`,
    ),
  ),
  'a reference to a credential elsewhere': objs(
    object(`<Ref N="AuthenticationCredential" RefId="9"/>`).replace(
      '<Props>',
      `<Props><Obj N="More" RefId="9"><Props><SS N="Password">${secretOf(1)}</SS></Props></Obj>`,
    ),
  ),
  'a list of secure strings': objs(
    object(
      `<Obj N="SmartHosts" RefId="7"><LST><SS>${secretOf(1)}</SS><SBK>${secretOf(2)}</SBK><BA>${secretOf(3)}</BA></LST></Obj>`,
    ),
  ),
  'a dictionary': objs(
    object(
      `<Obj N="AddressSpaces" RefId="7"><DCT><En><S N="Key">AuthenticationCredential</S><S N="Value">${secretOf(1)}</S></En></DCT></Obj>`,
    ),
  ),
  'an object in an object': objs(
    object(
      `<Obj N="TlsCertificateName" RefId="7"><Props><S N="AuthenticationCredential">${secretOf(1)}</S></Props></Obj>`,
    ),
  ),
  'MS beside Props': objs(
    object('').replace('</Props>', `</Props><MS><S N="AuthenticationCredential">${secretOf(1)}</S></MS>`),
  ),
  'MS of Select-Object': objs(
    `<Obj RefId="0"><TN RefId="0"><T>Selected.${type}</T></TN><MS><S N="SerializationData">${secretOf(1)}</S>${sound}</MS></Obj>`,
  ),
  'twice, and not the same': objs(
    object(`<S N="AuthenticationCredential">${secretOf(1)}</S><S N="AuthenticationCredential">${secretOf(2)}</S>`),
  ),
  'an object made a text': objs(
    object('', '0', sound.replace('DomainValidation', `@{AuthenticationCredential=${secretOf(1)}}`)),
  ),
  'an object made a text, in a list': objs(
    object(`<Obj N="SmartHosts" RefId="7"><LST><S>@{Password=${secretOf(1)}}</S></LST></Obj>`),
  ),
  'another type': objs(
    object(`<S N="AuthenticationCredential">${secretOf(1)}</S>`).replaceAll('SmtpSendConnectorConfig', 'Other'),
  ),
  'only secure strings': objs(`<SS>${secretOf(1)}</SS>`, `<SBK>${secretOf(2)}</SBK>`, `<BA>${secretOf(3)}</BA>`),
  'markup in it': objs(object(`<S N="AuthenticationCredential">p<${canary}></S>`)),
  'markup in it that is closed': objs(object(`<S N="AuthenticationCredential">p<${canary}>x</${canary}></S>`)),
  'a prefix in it': objs(object(`<S N="AuthenticationCredential">p<${canary}:x/></S>`)),
  'an end tag in it': objs(object(`<SS N="Password">p</${canary}></SS>`)),
  'an attribute in it': objs(object(`<SS N="Password">p<S ${canary}="1" ${canary}="2"/></SS>`)),
  'an entity in it': objs(object(`<SS N="Password">p&${canary};</SS>`)),
  'an element in a secure string': objs(object(`<SS N="Password"><${canary}/></SS>`)),
  'the end of the file in it': objs(object(`<SS N="Password">${canary}`)).slice(0, -200),
  'behind a declaration': `<?xml version="1.0"?>\n<!-- x -->${objs(object(`<SS N="Password"><${canary}></SS>`))}`,
};

const row = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
const header = [
  'AddressSpaces',
  'AuthenticationCredential',
  'Name',
  'DomainSecureEnabled',
  'DNSRoutingEnabled',
  'TlsAuthLevel',
  'TlsDomain',
  'SerializationData',
];
const cells = [
  'SMTP:*;1',
  secretOf(1),
  'Internet',
  'True',
  'True',
  'DomainValidation',
  'mail.example.mil',
  secretOf(2),
];

const csvs: Readonly<Record<string, string>> = {
  columns: row(header) + row(cells),
  'columns in another case': row(header.map((name) => name.toUpperCase())) + row(cells),
  'columns with blanks around them': row(header.map((name) => ` ${name} `)) + row(cells),
  'no header': row(cells),
  'no header, and nothing before it': row([secretOf(1), secretOf(2), 'x']),
  'a row too long': row(header) + row([...cells, secretOf(3)]),
  'a row too short': row(header) + row(cells.slice(0, -2)),
  'a line end lost': (row(header) + row(cells)).replace('\r\n', ''),
  'a line end lost, without quotes': `${header.join(',')}${cells.join(',')}\r\n`,
  'a line end lost, the same twice': `Name,AuthenticationCredential${secretOf(1)},${secretOf(1)},${secretOf(1)}\r\n`,
  'a quote lost': (row(header) + row(cells)).replace(`"${secretOf(1)}"`, `${secretOf(1)}"`),
  'a quote too many': (row(header) + row(cells)).replace(secretOf(1), `${canary}"${canary}`),
  'a quote never closed': (row(header) + row(cells)).replace(`${secretOf(2)}"`, secretOf(2)),
  'the end of the file in it': (row(header) + row(cells)).slice(0, -6),
  'the end of the file in it, without quotes': `${header.join(',')}\r\n${cells.join(',').slice(0, -2)}`,
  'another delimiter': row(header).replaceAll(',', ';') + row(cells).replaceAll(',', ';'),
  'delimiters mixed': row(header) + row(cells).replaceAll(',', ';'),
  'an object made a text':
    row(header) +
    row(cells.map((cell) => (cell === 'DomainValidation' ? `@{AuthenticationCredential=${secretOf(1)}}` : cell))),
  'only a line of it': `${secretOf(1)}\r\n`,
  'a control character behind it': `${row(header)}${row(cells)}\u0001`,
};

const json = (properties: string): string =>
  `{"Name":"Internet","DomainSecureEnabled":true,"DNSRoutingEnabled":true,"TlsAuthLevel":4,"TlsDomain":"mail.example.mil",${properties}}`;

const jsons: Readonly<Record<string, string>> = {
  'a text': json(`"AuthenticationCredential":"${secretOf(1)}"`),
  'an object': json(
    `"authenticationCredential":{"UserName":"${secretOf(1)}","Password":["${secretOf(2)}",{"x":"${secretOf(3)}"}]}`,
  ),
  binary: json(`"SerializationData":["${secretOf(1)}"]`),
  keys: json(`"AuthenticationCredential":{"${canary}":1}`),
  'keys twice': json(`"AuthenticationCredential":{"${canary}":1,"${canary}":2}`),
  'a count that is not so': json(`"AuthenticationCredential":{"value":["${secretOf(1)}"],"Count":7}`),
  'an object in an object': json(`"SmartHosts":[{"Name":"x","AuthenticationCredential":"${secretOf(1)}"}]`),
  'an object made a text': json(`"AddressSpaces":"@{AuthenticationCredential=${secretOf(1)}}"`),
  'an object made a text, as a list': json(`"SmartHosts":["@{AuthenticationCredential=${secretOf(1)}}"]`),
  'the end of the file in it': json(`"AuthenticationCredential":"${secretOf(1)}"`).slice(0, -3),
  'no quote': json(`"AuthenticationCredential":${canary}`),
  'an escape that is none': json(`"AuthenticationCredential":"${canary}\\x"`),
  'text behind it': `${json('"x":1')}${canary}`,
  'text before it': `${canary}${json('"x":1')}`,
  'in a list of texts': `["${secretOf(1)}","${secretOf(2)}"]`,
  'only it': `"${secretOf(1)}"`,
};

const lines = (...more: readonly string[]): string =>
  [
    ...more,
    'Name                     : Internet',
    'DomainSecureEnabled      : True',
    'DNSRoutingEnabled        : True',
    'TlsAuthLevel             : DomainValidation',
    'TlsDomain                : mail.example.mil',
    '',
    '',
  ].join('\r\n');
const indent = ' '.repeat(27);

const lists: Readonly<Record<string, string>> = {
  'a line': lines(`AuthenticationCredential : ${secretOf(1)}`),
  'several lines': lines(
    `AuthenticationCredential : ${secretOf(1)}`,
    `${indent}${secretOf(2)}`,
    `${indent}${secretOf(3)}`,
  ),
  'several lines, one empty': lines(`AuthenticationCredential : ${secretOf(1)}`, indent, `${indent}${secretOf(2)}`),
  'a list': lines(`AuthenticationCredential : {${secretOf(1)}, ${secretOf(2)}...}`),
  binary: lines(
    `SerializationData        : {${secretOf(1)}, ${secretOf(2)}`,
    `${indent}${secretOf(3)}}`,
    'AuthenticationCredential : ',
  ),
  'a line that lost its indent': lines(`AuthenticationCredential : ${secretOf(1)}`, secretOf(2)),
  'a line whose indent is too small': lines(`AuthenticationCredential : ${secretOf(1)}`, `  ${secretOf(2)}`),
  'a colon out of line': lines('Enabled                  : True', `AuthenticationCredential: ${secretOf(1)}`),
  'a colon out of line, the first line': lines(`AuthenticationCredential: ${secretOf(1)}`),
  'a label with another behind it': lines(
    'Enabled                  : True',
    `AuthenticationCredential  : ${secretOf(1)}`,
  ),
  'no colon': lines('Enabled                  : True', `AuthenticationCredential ${secretOf(1)}`),
  twice: lines(`AuthenticationCredential : ${secretOf(1)}`, `AuthenticationCredential : ${secretOf(2)}`),
  'the end of the file in it': `${lines().trimEnd()}\r\nAuthenticationCredential : ${canary}`,
  'a file that begins in it': `${indent}${secretOf(1)}\r\n${lines()}`,
  'a file that begins with a word of it': `${secretOf(1)}\r\n${lines()}`,
  'an object made a text': lines('AuthenticationCredential : ').replace(
    'DomainValidation',
    `@{AuthenticationCredential=${secretOf(1)}}`,
  ),
  'a label of it twice': lines(
    `${canary}                  : x`,
    `${canary}                  : y`,
    'AuthenticationCredential : ',
  ),
};

const folder = temporaryFolder();
const out = join(folder, 'out');
const checklist = join(folder, 'edge.ckl');
const benchmark = join(folder, 'b.xml');
writeFileSync(checklist, ckl(vuln(259594)));
writeFileSync(benchmark, xccdf(group(259594)));

/** All that every command says and writes of a file, whatever it makes of it. */
const everythingFrom = async (path: string): Promise<string> => {
  const commands: readonly (readonly string[])[] = [
    ['inspect', path],
    ...['clixml', 'csv', 'json', 'list'].map((format) => ['inspect', path, '--input-format', format]),
    ['evaluate', path, '--host', 'EDGE01', '--out-dir', out, '--force'],
    ['evaluate', path, '--out-dir', out, '--force', '--fail-on-warning'],
    ['evaluate', path, '--host', 'EDGE01', '--into', checklist, '--out-dir', join(out, 'into'), '--force'],
    ['evaluate', checklist, '--host', 'EDGE01', '--into', path, '--dry-run'],
    ['evaluate', path, '--host', 'EDGE01', '--benchmark', path, '--out-dir', out, '--force'],
    ['validate', path],
    ['convert', path, '--to', 'ckl', '--out', join(out, 'converted.ckl'), '--force'],
    ['diff', path, checklist],
    ['update', path, '--benchmark', benchmark, '--out', join(out, 'updated.ckl'), '--force'],
    ['update', checklist, '--benchmark', path, '--out', join(out, 'updated.ckl'), '--force'],
  ];
  mkdirSync(out, { recursive: true });
  const said: string[] = [];
  for (const args of commands)
    for (const more of [[], ['--json']]) {
      const { stdout, stderr, code } = await runCommand([...args, ...more]);
      expect(code, args.join(' ')).toBeLessThan(4);
      said.push(stdout, stderr);
    }
  const files = readdirSync(out, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter((entry) =>
    entry.isFile(),
  );
  said.push(...files.map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name), 'utf8')));
  rmSync(out, { recursive: true });
  return said.join('\n');
};

const leaks = (said: string): string | undefined => {
  const at = said.toLowerCase().indexOf(canary);
  return at === -1 ? undefined : said.slice(Math.max(0, at - 200), at + 50);
};

describe.each([
  ['CLIXML', clixmls],
  ['CSV', csvs],
  ['JSON', jsons],
  ['Format-List', lists],
])('a secret in %s', (format, cases) => {
  it.each(Object.entries(cases))('as %s is in nothing that any command says or writes', async (name, text) => {
    expect(text.toLowerCase()).toContain(canary);
    const path = join(folder, `${format} ${name.replaceAll(/\W/g, '-')}.txt`);
    writeFileSync(path, text);
    expect(leaks(await everythingFrom(path))).toBeUndefined();
  });

  it('is in nothing that is said of the file, wherever it is cut', async () => {
    for (const text of [Object.values(cases)[0] ?? '', Object.values(cases)[1] ?? '', Object.values(cases)[3] ?? ''])
      for (let length = text.length - 1; length > 0; length -= 3) {
        for (const cut of [text.slice(0, length), text.slice(0, length - 40) + text.slice(length)]) {
          const ran = await runCommand(['inspect', '-', '--json'], { stdin: cut });
          const keepsLabel = /authenticationcredential|serializationdata|<(ss|sbk|ba)\b/i.test(cut);
          if (keepsLabel) expect(leaks(ran.stdout + ran.stderr)).toBeUndefined();
        }
      }
  });
});

it('is in no message about a bug, whose words may be those of the input, unless one asks for them', async () => {
  const ran = async (env: Readonly<Record<string, string>>) => {
    let said = '';
    const say = (text: string): void => {
      said += text;
    };
    const now = (): Date => {
      throw new TypeError(`Cannot read properties of undefined (reading '${canary}')`);
    };
    const args = ['evaluate', checklist, '--host', 'EDGE01'];
    const code = await run({ args, env, now, stdin: none, stdout: say, stderr: say, isTerminal: true, color: false });
    return { code, said };
  };
  const none = () => Promise.resolve(new Uint8Array());
  const plain = await ran({});
  expect(plain).toMatchObject({ code: 4, said: expect.stringContaining('internal error: TypeError') });
  expect(leaks(plain.said)).toBeUndefined();
  expect(leaks((await ran({ EXCHANGE_STIG_DEBUG: '1' })).said)).toBeDefined();
});
