import { describe, expect, it } from 'vitest';
import { mitre } from '../../src/importers/mitre.js';
import { argsOf } from '../support/args-of.js';
import { loadHdf } from '../support/hdf.js';
import { changed, ckl, golden, predict, serious, tag, xccdf } from '../support/mitre.js';

const real = loadHdf();

describe('the files that are written here', () => {
  it.each(['all-statuses', 'hostile-texts', 'many-addresses', 'no-addresses', 'one-rule-open'])(
    '%s: read as they are meant',
    (name) => {
      // A rule of a STIG without a CCI is told of; nothing else is.
      const expected = name === 'all-statuses' ? ['mitre-no-cci'] : [];
      expect(serious(predict('ckl', golden(`${name}/checklist.ckl`)))).toEqual(expected);
      expect(serious(predict('xccdf', golden(`${name}/xccdf-results.xml`)))).toEqual(expected);
    },
  );

  it('tells where the texts of XCCDF results are, once', () => {
    expect(predict('xccdf', xccdf).map(({ code, severity }) => [code, severity])).toEqual([
      ['mitre-details-hidden', 'info'],
    ]);
  });

  it('says nothing of a CKLB', () => {
    expect(mitre.predict({ format: 'cklb', file: 'x.cklb', value: {}, byteOrderMark: false })).toEqual([]);
  });
});

/** Every address by itself: accepted or refused, here and in the converters. */
const values: readonly (readonly [
  name: string,
  code: string,
  accepted: readonly string[],
  refused: readonly string[],
])[] = [
  [
    'HOST_FQDN',
    'mitre-fqdn',
    ['', 'EDGE.EXAMPLE.MIL', 'host.local', 'a.bc', 'a.xn--p1ai', 'ü.example.mil', '192.0.2.1', '::1', 'fe80::1%eth0'],
    [
      ' ',
      'EDGE01',
      'edge01.example.mil.',
      'ed_ge.example.mil',
      'edge.example.m',
      '-a.example.mil',
      'a-.example.mil',
      'a..mil',
      'a.example.123',
      'a.b1',
      '*.example.mil',
      'a b.example.mil',
      'a．b.mil',
      `${'a'.repeat(64)}.example.mil`,
      '1.2.3',
      'a.com/',
      'a.example.mil,b.example.mil',
    ],
  ],
  [
    'HOST_IP',
    'mitre-ip',
    [
      '',
      '192.0.2.1, 192.0.2.2',
      '192.0.2.1\n2001:DB8::25',
      '::',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '1::8',
      '::ffff:192.0.2.1',
      '1:2:3:4:5:6:1.2.3.4',
      '1:2:3:4:5::1.2.3.4',
      'fe80::1%eth0',
      '0.0.0.0',
    ],
    [
      ' ',
      'N/A',
      '192.0.2.1/24',
      '192.0.2.1;192.0.2.2',
      '192.0.2.1\n',
      '192.0.2',
      '192.0.2.01',
      '192.0.2.256',
      '1::2::3',
      ':::',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7:1.2.3.4',
      '1.2.3.4::',
      '12345::',
      '[::1]',
      '::1%',
      '%eth0',
      '::1%a%b',
      '::1%a-b',
      ':1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:',
      '192.0.2.1:25',
    ],
  ],
  [
    'HOST_MAC',
    'mitre-mac',
    [
      '',
      '00-1A-2B-3C-4D-5E',
      '00:1a:2b:3c:4d:5e, 00:1a:2b:3c:4d:5f',
      '001A.2B3C.4D5E',
      '00:1A:2B:3C:4D:5E:6F:70',
      '0011.2233.4455.6677',
    ],
    [
      ' ',
      'N/A',
      '001A2B3C4D5E',
      '00 1A 2B 3C 4D 5E',
      '00:1A-2B:3C:4D:5E',
      '0:1A:2B:3C:4D:5E',
      '00:1G:2B:3C:4D:5E',
      '00:1A:2B:3C:4D:5E:6F',
      '001A:2B3C:4D5E',
    ],
  ],
  ['ROLE', 'mitre-asset-word', ['Workstation', 'Member Server'], ['', 'Server', 'none', ' None ']],
  ['ASSET_TYPE', 'mitre-asset-word', ['Non-Computing'], ['', 'computing', 'Other']],
  ['TECH_AREA', 'mitre-asset-word', ['', 'Windows OS', 'Releaseable Networks (REL)'], [' ', 'Mail', 'windows os']],
  ['WEB_OR_DATABASE', 'mitre-asset-word', ['', 'true', '1'], ['True', 'maybe', ' true ']],
  ['SEVERITY_OVERRIDE', 'mitre-severity', ['low', 'high'], ['none', 'critical', 'Low', 'CAT II', ' ', ' low ']],
];

describe.each(values)('%s', (name, code, accepted, refused) => {
  it.each(accepted)('accepts "%s"', (value) => {
    expect(serious(predict('ckl', tag(name, value)))).toEqual([]);
    if (real !== undefined) expect(real('ckl', tag(name, value), 'x.ckl')).toMatchObject({ refused: undefined });
  });

  it.each(refused)('refuses "%s"', (value) => {
    expect(serious(predict('ckl', tag(name, value)))).toEqual([code]);
    if (real !== undefined) expect(real('ckl', tag(name, value), 'x.ckl').refused).toBeTypeOf('string');
  });
});

describe('what is told', () => {
  it('looks at the name of the file', () => {
    expect(serious(predict('ckl', ckl, 'XCCDF01.ckl'))).toEqual(['mitre-file-name']);
    expect(serious(predict('ckl', ckl, '/data/xccdf-results/EDGE01.ckl'))).toEqual([]);
    expect(serious(predict('xccdf', xccdf.replaceAll('/xccdf/', '/'), 'EDGE01-xccdf.xml'))).toEqual([]);
  });

  it('tells of tags and escapes that are shown as they stand, as notices', () => {
    const tags = changed(xccdf, '<cdf:description>The', '<cdf:description>&lt;VulnDiscussion&gt;The');
    const title = changed(xccdf, '<cdf:title>Exchange', '<cdf:title>R&amp;D: Exchange');
    const codes = (text: string) => predict('xccdf', text).map(({ code }) => code);
    expect(codes(tags)).toEqual(['mitre-description-tags', 'mitre-details-hidden']);
    expect(codes(title)).toEqual(['mitre-title-escapes', 'mitre-details-hidden']);
  });

  it('tells of a description in a CDATA section', () => {
    const cdata = changed(xccdf, '<cdf:description>The Simple', '<cdf:description><![CDATA[<b>]]>The Simple');
    expect(serious(predict('xccdf', cdata))).toEqual(['mitre-text-lost']);
  });

  it('names the rule, the place, the importer and what was found', () => {
    const [found] = predict('ckl', tag('STATUS', 'open'));
    expect(found).toMatchObject({
      code: 'mitre-status',
      severity: 'error',
      importer: 'mitre',
      place: { file: 'EDGE01.xml', line: 197, property: 'V-259594 STATUS' },
      args: { status: 'open' },
    });
    expect(argsOf(found)['statuses']).toContain('NotAFinding');
  });
});
