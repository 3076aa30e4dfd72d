import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { earlierDetails } from '../../src/checklist/earlier-details.js';
import { readExport } from '../../src/evidence/read-export.js';
import { fileName } from '../../src/formats/file-name.js';
import { releaseIn } from '../../src/importers/stig-manager/release.js';
import { typeFault } from '../../src/validate/simple-types.js';
import { runCommand } from '../support/run.js';
import { ckl, clixml, clixmlObject, csv, json, list, ruleResult, testResult, vuln, xccdf } from './inputs.js';

/*
 * Texts made to make a pattern try again and again. Their lengths are such that a pattern which takes the square of them does
 * not end within the time that a test has, and one that is well takes no time that anybody notices.
 */
const long = 300_000;

const exportWith = async (text: string): Promise<boolean> => (await readExport(new TextEncoder().encode(text), 'f')).ok;

describe('an export is read or refused at once', () => {
  const comments = '<!---->'.repeat(500);
  const texts: Readonly<Record<string, string>> = {
    'an XML prolog of many comments and no root': `<?xml version="1.0"?>${comments}<Objx`,
    'a prolog of many comments with blanks': `${'<!-- --> '.repeat(400)}x`,
    'blanks before a DOCTYPE': `<!DOCTYPE${' '.repeat(long)}`,
    'blanks at a Boolean': clixml(clixmlObject('x', `<B N="Enabled">true${' '.repeat(long)}x</B>`)),
    'blanks around a Boolean in CSV': `Name,DomainSecureEnabled\r\nx,${' '.repeat(long)}True${' '.repeat(long)}x\r\n`,
    'blanks in a header': `Name${' '.repeat(long)}x,DomainSecureEnabled\r\nx,True\r\n`,
    'quotes in a header': `Name,${'"'.repeat(long)}\r\n`,
    'quotes and delimiters in a header': `Name,${'",'.repeat(long)}\r\n`,
    'a #TYPE of brackets': `#TYPE ${'['.repeat(long)}\r\nName\r\n`,
    'a #TYPE of delimiters': `#TYPE X${',;'.repeat(long)}x\r\nName\r\n`,
    'a type name of prefixes': clixml(clixmlObject('x')).replace('<T>', `<T>${'Deserialized.'.repeat(long)}`),
    'a value of prefixes': csv('x').replace('mail.example.mil', 'Selected.'.repeat(long)),
    'a value like a type name': csv('x').replace('mail.example.mil', `System.A${'[].'.repeat(long)}`),
    'an object as text, of brackets': json('x').replace('mail.example.mil', `@{${'{; '.repeat(long)}`),
    'an object as text, of names': json('x').replace('mail.example.mil', `@{${';Name='.repeat(long)}`),
    'a line of dashes': `${'- '.repeat(long)}x\r\n`,
    'a header and dashes': `${'a '.repeat(long)}\r\n${'- '.repeat(long)}\r\n`,
    'a prompt of brackets': `${'[x]'.repeat(long)}\r\n${list('x')}`,
    'a prompt of a path': `[PS] C:\\${'a'.repeat(long)}\r\n${list('x')}`,
    'a prompt of arrows': `PS C:\\x${'>'.repeat(long)}x\r\n${list('x')}`,
    'a command of pipes': `PS C:\\> Get-SendConnector ${'| '.repeat(long)}\r\n${list('x')}`,
    'a command of blanks': `PS C:\\> Get-SendConnector${' '.repeat(long)}x\r\n${list('x')}`,
    'a command in many lines': `PS C:\\> x\r\n${'y\r\n'.repeat(long / 10)}`,
    'quote marks': `${'> '.repeat(long)}x\r\n> Name : x\r\n`,
    'a titled line': `=== ${'= '.repeat(long)}x\r\n`,
    'a header of many lines': `${'Name\r\n'.repeat(long / 10)}---- --\r\n`,
    'dashes and dashes': `${'Name Id\r\n---- --\r\n'.repeat(long / 10)}`,
    'empty lines in a console': `PS C:\\> x\r\nName    : x\r\nComment : y\r\n${'\r\n'.repeat(long)}          z\r\n`,
    'properties with blank lines between': Array.from({ length: long / 10 }, (_, i) => `N${i} : x\r\n\r\n`).join(''),
    'objects without a blank line between': `PS C:\\>\r\n${'Name : x\r\n'.repeat(long / 10)}`,
    'prompts between objects': 'Name : x\r\nPS C:\\>\r\n'.repeat(long / 10),
    colours: '\u001b[3;'.repeat(long),
    'a label of blanks': `Name${' '.repeat(long)}x : y\r\n`,
    'dots at the end of a list value': list('x').replace('mail.example.mil', `{${'.'.repeat(long)} }x`),
    'blanks in an address space': csv('x')
      .replace('TlsDomain', 'AddressSpaces')
      .replace('mail.example.mil', `a${' '.repeat(long)}b`),
    'blanks in a smart host': csv('x')
      .replace('TlsDomain', 'SmartHosts')
      .replace('mail.example.mil', `a${' ;,'.repeat(long)}b`),
    'escapes of CLIXML': clixml(clixmlObject('_x005F_x005F_'.repeat(long / 3))),
    'underscores of CLIXML': clixml(clixmlObject('_x'.repeat(long))),
    'a distinguished name of escapes': clixml(
      clixmlObject('x', `<S N="DistinguishedName">CN=${'\\\\'.repeat(long)}</S>`),
    ),
    'a distinguished name of commas': clixml(
      clixmlObject('x', `<S N="DistinguishedName">CN=x${',CN='.repeat(long)}</S>`),
    ),
    'a GUID of digits': clixml(clixmlObject('x', `<S N="Guid">{${'a'.repeat(long)}</S>`)),
    'a server of labels': clixml(clixmlObject('x', `<S N="PSComputerName">a${'.a'.repeat(long)}!</S>`)),
    'byte order marks': `\ufeff${'\ufeff\r\n'.repeat(long)}${csv('x')}`,
    'line ends': `${'\r\n'.repeat(long)}${csv('x')}`,
    'a number of JSON': `{"Name":${'1'.repeat(long)}.}`,
    'escapes of JSON': `{"Name":"${'\\\\'.repeat(long)}`,
  };

  it.each(Object.entries(texts))('%s', async (_, text) => {
    expect(typeof (await exportWith(text))).toBe('boolean');
  });
});

describe('a checklist or result is validated at once', () => {
  const withDetails = (details: string) => ckl(vuln(1, { details }));
  const withRelease = (release: string) => ckl(vuln(1), { release });
  const result = (more: string) => xccdf('', testResult(ruleResult(1) + more));
  const texts: Readonly<Record<string, string>> = {
    'words of an XCCDF namespace': withDetails('xmlnshttp'.repeat(long)),
    'words of an XCCDF namespace and its end': withDetails(`${'xmlnshttp'.repeat(long)} http/xccd`),
    'words of a release': withRelease('Release:'.repeat(long)),
    'blanks of a release': withRelease(`Release:${' '.repeat(long)}x`),
    references: withDetails('&amp;a'.repeat(long)),
    'references of HTML': withDetails(`&amp;${'a'.repeat(long)}`),
    'digits of a reference': withDetails(`&amp;#${'1'.repeat(long)}`),
    'a weight of zeros': xccdf(
      '<Group id="xccdf_x_group_y"><title>t</title><Rule id="xccdf_x_rule_y" weight="0.',
    ).replace(
      '</Benchmark>',
      `${'0'.repeat(long)}1"><title>t</title></Rule></Group>${testResult(ruleResult(1))}</Benchmark>`,
    ),
    'a language of parts': xccdf('<notice id="n" xml:lang="', '').replace(
      '</Benchmark>',
      `a${'-a'.repeat(5_000_000)}">x</notice>${testResult(ruleResult(1))}</Benchmark>`,
    ),
    'a fact of words': result(
      `<target-facts><fact name="${':asset:'.repeat(long)}" type="string">x</fact></target-facts>`,
    ),
    'an ident of words': result(`<ident system="${'cci '.repeat(long)}">x</ident>`),
    'a test system of colons': result('').replace('cpe:/a:b:c:1', `cpe:/a:${':'.repeat(long)}`),
    'a URI of marks': result('').replace('href="x"', `href="//${'@'.repeat(long)}["`),
    'a time of digits': result('').replace('start-time="2025', `start-time="${'1'.repeat(long)}`),
    comments: withDetails('a<!--b-->'.repeat(long)),
    'a comment of hyphens': withDetails(`<!--${'- '.repeat(long)}-->`),
    'a CDATA section of brackets': withDetails(`<![CDATA[${']] '.repeat(long)}]]>`),
    'an instruction of question marks': withDetails(`<?a ${'? '.repeat(long)}?>`),
    'a tag of blanks': withDetails(`<a${' '.repeat(20_000_000)}/>`),
    addresses: ckl(vuln(1)).replace('<HOST_IP>', `<HOST_IP>${'1.'.repeat(long)}`),
    'a name of labels': ckl(vuln(1)).replace('<HOST_FQDN>', `<HOST_FQDN>${'a.'.repeat(long)}`),
    'hexadecimal digits': ckl(vuln(1)).replace('<HOST_MAC>', `<HOST_MAC>${'00:'.repeat(long)}`),
    'blanks in a date': xccdf('', testResult(ruleResult(1))).replace('2025-01-30"', `${' '.repeat(long)}"`),
    'names of properties in text': `x${',SmartHosts'.repeat(long)}${' '.repeat(long)}`,
    'an encoding of encodings': `<?xml ${'encoding '.repeat(long)}?><CHECKLIST/>`,
  };

  it.each(Object.entries(texts))('%s', async (_, text) => {
    expect((await runCommand(['validate', '-', '--json'], { stdin: text })).code).toBeLessThan(4);
  });

  it.each(Object.entries(texts))('%s, converted', async (_, text) => {
    expect((await runCommand(['convert', '-', '--to', 'cklb'], { stdin: text })).code).toBeLessThan(4);
  });
});

describe('finding details that were there before are told apart at once', () => {
  const begin = 'Judged by exchange-stig: V-259594\n';
  const end = 'Evaluated by exchange-stig 1 at 2 (checksum 0123456789abcdef)';
  const texts: Readonly<Record<string, string>> = {
    'blanks at the end': `${begin}${end}${' '.repeat(long)}x`,
    'checksums on a line': `${begin}Evaluated by exchange-stig 1 at ${' (checksum 0'.repeat(long / 10)}x`,
    'digits on a line': `${begin}${end.slice(0, -1)}${'0'.repeat(long)}x`,
    'ends at every line': `${begin}${`${end} x\n`.repeat(long / 10)}`,
    'review marks on a line': `${' from V1R1 to V1R1: review this result again (was: '.repeat(long / 10)}\n${begin}`,
    'review marks and no bracket': `${'x from V1R1 to V1R1: review this result again (was: \n'.repeat(long / 10)}\n${begin}`,
    'many review marks': `${'x from V1R1 to V1R1: review this result again (was: open).\n'.repeat(long / 10)}${begin}`,
    'lines of what was here before': `${begin}---- Details that were here before (status: ${') ----'.repeat(long)}x`,
    'empty lines': `${begin}${'\r\n'.repeat(long)}---- Details that were here before (status: x) ----`,
    'a new text that was changed': `OPEN: x\n${'Send connector 1 of 1'.repeat(long / 10)}\n${end}`,
    'lines that are nearly ours': `NOT A FINDING: x\n${`${'Send connector 1 of '.padEnd(100, '1')}\n`.repeat(long / 100)}`,
    'a verdict of blanks': `${begin}Verdict: ${'A '.repeat(long)}\n${end}\n`,
  };

  it.each(Object.entries(texts))('%s', (_, text) => {
    expect(typeof earlierDetails(text, 'next').edited).toBe('boolean');
  });
});

describe('patterns that were taken apart say what they said', () => {
  it('the release that STIG Manager reads', () => {
    const pieces = ['Release:', ' ', '\n', 'x', '1 ', 'Release', '\u2028', '2'];
    let seed = 1;
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    };
    for (let i = 0; i < 50_000; i++) {
      const text = Array.from({ length: next() % 8 }, () => pieces[next() % pieces.length]).join('');
      expect(releaseIn(text), JSON.stringify(text)).toBe(/Release:\s*(.+?)\s/.exec(text)?.[1]);
    }
  });

  it('a language and a weight of XML Schema', () => {
    for (const text of ['en', 'en-US', 'x-a-b', 'abcdefgh-12345678', ' en '])
      expect(typeFault('language', text)).toBeUndefined();
    for (const text of ['', '-', 'en-', '-en', 'e1', 'abcdefghi', 'en--US', 'en-123456789', 'e n'])
      expect(typeFault('language', text)).toBeDefined();
    for (const text of ['10.0', '1', '0.50', '007', '1.000', '-0']) expect(typeFault('weight', text)).toBeUndefined();
    for (const text of ['1000', '1.001', '-1', '', '1e1']) expect(typeFault('weight', text)).toBeDefined();
  });

  it('a file name does not end in a dot', () => {
    const name = (hostName: string) => fileName({ hostName, benchmarkId: 'b', release: 'V1R1' }, 'ckl');
    expect(name('a...')).toMatch(/^a___-[0-9a-f]{8}_b_V1R1\.ckl$/);
    expect(name('...')).toMatch(/^___-[0-9a-f]{8}_b_V1R1\.ckl$/);
    expect(name('a.b')).toBe('a.b_b_V1R1.ckl');
  });
});

/** Nested repetition, and two repetitions of the same next to one another, are what takes more than a text's length. */
it('no pattern in the source repeats a repetition', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [
        ...readFileSync(join('src', name), 'utf8').matchAll(
          /(?<=[\s(=,!:[])\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g,
        ),
      ].map(([pattern]) => `${name}: ${pattern}`),
    );
  expect(found.length).toBeGreaterThan(100);
  const nested = found.filter((pattern) => /\((?:\?:)?(?:\.|\[[^\]]*\]|\\[wsdS])[*+]\)[*+]/.test(pattern));
  const adjacent = found.filter((pattern) => /(\[[^\]]*\]|\\[swdSWD]|(?<!\\)\.)[*+]\1[*+]/.test(pattern));
  const trimming = found.filter((pattern) => /(?:[|(]|: \/)(?:\[[^\]]*\]|\\[swd.])[+*]\$/.test(pattern));
  expect({ nested, adjacent, trimming }).toEqual({ nested: [], adjacent: [], trimming: [] });
});
